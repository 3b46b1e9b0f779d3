// What colleagues gave about somebody who reports to the reader, where everybody was told beforehand that a manager reads it.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useSession } from '../data/use-session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Missing } from '../parts/trouble.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { givenWords } from '../words/rounds.ts'
import { teamWords } from '../words/team.ts'
import { listGivenAbout } from './api-rounds.ts'
import { GivenList } from './given-list.tsx'

export function GivenPage() {
  const { id } = useParams({ from: '/given/$id' })
  const session = useSession()
  const outcome = useQuery({
    queryKey: ['given-about', id],
    queryFn: () => listGivenAbout(id),
    enabled: session?.kind === 'team',
    throwOnError: true,
  }).data
  if (session !== undefined && session.kind !== 'team') return <Missing />
  if (outcome === undefined) return null
  const back = <Link to="/colleagues">{teamWords.colleagues}</Link>
  if (outcome === null) return <PageHead title={givenWords.notYours} eyebrow={back} />
  const { person, given } = outcome
  const [first] = given
  return (
    <div className="rounds stack-l">
      <PageHead title={givenWords.aboutReport(person.displayName)} eyebrow={back}>
        <p className="lead">{givenWords.aboutReportLead}</p>
        {first === undefined ? null : (
          <p className="quiet">
            <WhoCanSee of="given" id={first.assessment.id} shared />
          </p>
        )}
      </PageHead>
      {given.length === 0 ? <p>{givenWords.noneForYou(person.displayName)}</p> : null}
      <GivenList given={given} ofMe={false} />
    </div>
  )
}
