// Who works in the organisation, by name, with team and manager.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useId, useState } from 'react'
import { useSession } from '../data/use-session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { givenWords } from '../words/rounds.ts'
import { teamWords } from '../words/team.ts'
import { findMembers, type Member, MOST_MEMBERS } from './api-organisation.ts'
import { keepsPeople } from './keeps-people.ts'
import '../person/people.css'

export function ColleaguesPage() {
  const id = useId()
  const session = useSession()
  const [find, setFind] = useState('')
  const wanted = useDeferredValue(find.trim())
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['members', 'colleagues', wanted],
    queryFn: ({ pageParam }) => findMembers(wanted, { skip: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.length < MOST_MEMBERS ? undefined : all.length * MOST_MEMBERS),
    placeholderData: (before) => before,
  })
  const members = data?.pages.flat()
  return (
    <div className="people">
      <PageHead title={teamWords.colleagues}>
        <p className="lead">{teamWords.colleaguesAbout}</p>
        {keepsPeople(session) ? <p className="quiet">{teamWords.colleaguesKept}</p> : null}
      </PageHead>
      <div className="field">
        <label htmlFor={id}>{teamWords.find}</label>
        <input
          id={id}
          type="search"
          className="input"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      </div>
      <ProblemLine error={error} />
      <div aria-live="polite">{members?.length === 0 ? <p>{teamWords.nobody(wanted)}</p> : null}</div>
      <ul className="people-list colleagues">
        {members?.map((member) => (
          <Colleague key={member.id} member={member} />
        ))}
      </ul>
      {hasNextPage ? (
        <p className="actions">
          <button
            type="button"
            className="button"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {teamWords.further}
          </button>
        </p>
      ) : null}
    </div>
  )
}

function Colleague({ member }: { member: Member }) {
  const session = useSession()
  const me = session?.personId
  const facts = [
    ...(member.id === me ? [teamWords.you] : []),
    ...member.teams.map(({ name }) => name),
    ...(member.managerName === null ? [] : [teamWords.worksFor(member.managerName)]),
  ]
  return (
    <li>
      {keepsPeople(session) ? (
        <Link to="/organisation/person/$id" params={{ id: member.id }}>
          {member.displayName}
        </Link>
      ) : (
        member.displayName
      )}{' '}
      <span className="small quiet">
        {facts.join(', ')}
        {me !== undefined && member.managerId === me ? (
          <>
            {' '}
            <Link
              to="/given/$id"
              params={{ id: member.id }}
              aria-label={givenWords.aboutReport(member.displayName)}
            >
              {givenWords.readAbout}
            </Link>
          </>
        ) : null}
      </span>
    </li>
  )
}
