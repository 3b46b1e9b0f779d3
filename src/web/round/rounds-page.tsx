// Rounds that are about me or that I organise, and starting one.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../data/use-session.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { dateWords } from '../words/date.ts'
import { purposeWords, roundWords } from '../words/rounds.ts'
import { teamWords } from '../words/team.ts'
import { RoundForm } from './round-form.tsx'
import { roundsQuery } from './use-rounds.ts'
import './rounds.css'

export function RoundsPage() {
  const rounds = useSuspenseQuery(roundsQuery).data
  const session = useSession()
  const mayStart = session?.manages === true || session?.adminOf.includes('rounds') === true
  return (
    <div className="rounds">
      <PageHead title={roundWords.title}>
        <p className="lead">{roundWords.lead}</p>
      </PageHead>
      {rounds.length === 0 ? <p>{roundWords.none}</p> : null}
      {rounds.length === 0 && !mayStart ? (
        <p>
          {roundWords.askInstead} <Link to="/ask">{teamWords.ask}</Link>
        </p>
      ) : null}
      <ul>
        {rounds.map((round) => (
          <li key={round.id} className="rounds-entry">
            <span>
              <Link to="/rounds/$id" params={{ id: round.id }}>
                {round.title}
              </Link>{' '}
              <span className="small quiet">
                {purposeWords[round.purpose]}, {round.confidential ? `${roundWords.inConfidence}, ` : null}
                {roundWords.by(round.startedBy.name)}
              </span>
            </span>
            <span className="small quiet">
              {round.isOver ? roundWords.over : roundWords.until(dateWords.day(round.endsOn))}
            </span>
          </li>
        ))}
      </ul>
      {mayStart && session ? (
        <section className="section stack">
          {rounds.length === 0 ? (
            <>
              <h2>{roundWords.start}</h2>
              <RoundForm isOrganiser={session.adminOf.includes('rounds')} />
            </>
          ) : (
            <Disclosure summary={roundWords.start}>
              <RoundForm isOrganiser={session.adminOf.includes('rounds')} />
            </Disclosure>
          )}
        </section>
      ) : null}
    </div>
  )
}
