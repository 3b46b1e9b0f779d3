// What others said about me: written down by myself, read by nobody else.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { peopleQuery, ratingsAboutQuery } from '../data/people-queries.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { NoteForm } from '../parts/note-form.tsx'
import { OnlyYou } from '../parts/only-you.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SaidList } from '../parts/said-list.tsx'
import { noteWords, peopleWords } from '../words/people.ts'
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
          {peopleWords.private} <OnlyYou />
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
