// The organisation's view: figures of one sealed release, for everybody alike.
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { ApiError } from '../api.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { organisationWords } from '../words/organisation.ts'
import { overviewWords as words } from '../words/overview.ts'
import { type OverviewAsked, readOverview } from './api-overview.ts'
import { OverviewChoices } from './overview-choices.tsx'
import { OverviewFigures } from './overview-figures.tsx'
import { OverviewMake } from './overview-make.tsx'
import './overview.css'

export function OverviewPage() {
  const asked: OverviewAsked = useSearch({ from: '/organisation/overview' })
  const { data: overview, error } = useQuery({
    queryKey: ['overview', asked],
    queryFn: () => readOverview(asked),
    placeholderData: (before) => before,
  })
  const isOff = error instanceof ApiError && error.problem.status === 409
  return (
    <div className="overview">
      <PageHead title={words.title}>
        {overview ? <p className="lead">{words.purpose(overview.purpose)}</p> : null}
        {overview?.release ? <p>{words.of(dateWords.day(overview.release.releasedOn))}</p> : null}
        {isOff ? <Off /> : <p className="small quiet">{words.whoSees}</p>}
      </PageHead>
      {error && !isOff ? <ProblemLine error={error} /> : null}
      {overview && !error ? (
        <>
          <Disclosure summary={words.whatCounts}>
            <ul className="marked-list small">
              {words.counts.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Disclosure>
          {overview.release === null ? (
            <div className="notice stack-s">
              <p>{words.noRelease}</p>
              <p className="small">{words.noReleaseHow}</p>
            </div>
          ) : (
            <>
              <OverviewChoices overview={overview} asked={asked} />
              <OverviewFigures
                overview={overview}
                by={asked.by ?? 'team'}
                digest={overview.release.frameworkDigest}
              />
            </>
          )}
          <OverviewMake overview={overview} asked={asked} />
        </>
      ) : null}
    </div>
  )
}

function Off() {
  return (
    <>
      <p className="lead">{words.off}</p>
      <p>
        <Link to="/organisation/views">{organisationWords.toViews}</Link>
      </p>
    </>
  )
}
