// The frameworks there are: which one the map is drawn from, the others, and bringing one.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { frameworksWords } from '../words/frameworks.ts'
import type { FrameworkList } from './api-frameworks.ts'
import { FrameworkEntry } from './framework-entry.tsx'
import { frameworksQuery } from './framework-queries.ts'
import { useUseFramework } from './use-frameworks.ts'
import { UseNotice } from './use-notice.tsx'
import './frameworks.css'

export function FrameworksPage() {
  const list = useSuspenseQuery(frameworksQuery).data
  const use = useUseFramework()
  const { inUse } = list
  return (
    <div className="frameworks">
      <PageHead title={frameworksWords.title}>
        <p className="lead">{frameworksWords.lead(inUse.name, inUse.version)}</p>
        <p className="quiet">{frameworksWords.explain}</p>
      </PageHead>
      <div className="stack">
        <div className="actions">
          <Link to="/frameworks/import" className="button" data-look="main">
            {frameworksWords.bring}
          </Link>
        </div>
        <p className="small quiet">{frameworksWords.bringAbout}</p>
        {use.data && use.data.now.digest === inUse.digest ? (
          <UseNotice changed={use.data} onBack={() => use.mutate(use.data.before.digest)} />
        ) : null}
        <ProblemLine error={use.error} />
      </div>
      {inUseFirst(list).map((framework) => (
        <FrameworkEntry
          key={framework.id}
          framework={framework}
          list={list}
          isBusy={use.isPending}
          onUse={use.mutate}
        />
      ))}
    </div>
  )
}

function inUseFirst({ frameworks, inUse }: FrameworkList) {
  return frameworks.toSorted((a, b) => Number(b.id === inUse.id) - Number(a.id === inUse.id))
}
