// The pages of the organisation: those for everybody, and those for whoever keeps its list of people.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../data/use-session.ts'
import { Later } from '../parts/later.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Missing } from '../parts/trouble.tsx'
import { asSeenByWords } from '../words/as-seen-by.ts'
import { beginWords, organisationWords as words } from '../words/organisation.ts'
import { eraseWords, recordPageWords } from '../words/record.ts'
import { keepsPeople } from './keeps-people.ts'
import { teamsQuery } from './organisation-queries.ts'
import './organisation.css'

interface Entry {
  to: string
  name: string
  about: string
}

const forAll: Entry[] = [
  { to: '/organisation/sheet', name: words.sheet, about: words.sheetAbout },
  { to: '/organisation/views', name: words.views, about: words.viewsAbout },
  { to: '/organisation/me', name: words.mine, about: words.mineAbout },
  { to: '/as-seen-by', name: asSeenByWords.title, about: asSeenByWords.about },
]
const forKeepers: Entry[] = [
  { to: '/organisation/people', name: words.people, about: words.peopleAbout },
  { to: '/organisation/teams', name: words.teams, about: words.teamsAbout },
  { to: '/organisation/file', name: words.file, about: words.fileAbout },
  { to: '/organisation/access', name: words.access, about: words.accessAbout },
  { to: '/organisation/erased', name: eraseWords.erased, about: eraseWords.erasedAbout },
]

const forAuditors: Entry[] = [
  { to: '/organisation/audit', name: recordPageWords.title, about: recordPageWords.about },
]

const firstSteps: Entry[] = [
  { to: '/organisation/file', name: beginWords.people, about: beginWords.peopleAbout },
  { to: '/colleagues', name: beginWords.invite, about: beginWords.inviteAbout },
  { to: '/organisation/views', name: beginWords.views, about: beginWords.viewsAbout },
]

export function OrganisationPage() {
  const session = useSession()
  if (session === undefined) return null
  if (session.kind !== 'team') return <Missing />
  return (
    <div className="organisation">
      <PageHead title={session.organisation ?? words.title}>
        <p className="lead">{words.lead}</p>
      </PageHead>
      {keepsPeople(session) ? (
        <Later>
          <FirstSteps />
        </Later>
      ) : null}
      <Entries title={words.forAll} entries={forAll} />
      {keepsPeople(session) ? (
        <Entries title={words.forKeepers} entries={forKeepers} note={words.keepersNote} />
      ) : null}
      {session.adminOf.includes('audit') ? <Entries title={words.forAuditors} entries={forAuditors} /> : null}
    </div>
  )
}

/** Where nobody has made a team, nobody has begun. */
function FirstSteps() {
  const teams = useSuspenseQuery(teamsQuery).data
  if (teams.length > 0) return null
  return <Entries title={beginWords.title} entries={firstSteps} note={beginWords.lead} />
}

function Entries({ title, entries, note }: { title: string; entries: Entry[]; note?: string }) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {note === undefined ? null : <p className="quiet">{note}</p>}
      <ul className="organisation-entries">
        {entries.map(({ to, name, about }) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
            <span className="small quiet">{about}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
