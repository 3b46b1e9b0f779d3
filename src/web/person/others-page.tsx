// What others said about me: written down by myself, read by nobody else.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { PageHead } from '../parts/page-head.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { noteWords, peopleWords } from '../words/people.ts'
import { NoteForm } from './note-form.tsx'
import { peopleQuery, ratingsAboutQuery } from './people-queries.ts'
import { SaidList } from './said-list.tsx'
import './people.css'

export function OthersPage() {
  const me = useMe()
  const framework = useFramework()
  const people = useSuspenseQuery(peopleQuery).data
  const { ratings } = useSuspenseQuery(ratingsAboutQuery('me')).data
  const others = ratings.filter((rating) => rating.rater !== undefined)
  return (
    <div className="people">
      <PageHead title={noteWords.othersTitle} eyebrow={<Link to="/people">{peopleWords.title}</Link>}>
        <p className="lead">{noteWords.othersLead}</p>
        <p className="quiet">
          {others.some(({ given }) => given) ? noteWords.othersMixed : peopleWords.private}{' '}
          <WhoCanSee of="assessment" />
        </p>
      </PageHead>
      {others.length === 0 ? (
        <p>{noteWords.none}</p>
      ) : (
        <>
          <h2 className="visually-hidden">{noteWords.aboutTitle}</h2>
          <SaidList framework={framework} ratings={others} meId={me.person.id} subjectName={null} />
        </>
      )}
      <section className="section stack no-print">
        <h2>{noteWords.write}</h2>
        <NoteForm framework={framework} digest={me.framework.digest} subject="me" people={people} />
      </section>
    </div>
  )
}
