// How far a person's levels reach towards one role: in words first, then the share covered and the must-haves.
import { useMemo } from 'react'
import { readinessRange } from '../../core/planning/readiness-range.ts'
import { CoveredRange, MustHaveChances } from '../focus/readiness-range-view.tsx'
import type { Standing } from '../levels/use-standing.ts'
import { Link } from '../parts/wayfinding.tsx'
import { roleInSentence } from '../words/names.ts'
import { standingWords } from '../words/standing.ts'

export function Reach({ standing, role }: { standing: Standing; role: string }) {
  const { framework, levels } = standing
  const range = useMemo(() => readinessRange(framework, levels.estimates, role), [framework, levels, role])
  const name = roleInSentence(framework, role)
  return (
    <section className="reach">
      <div className="stack-s">
        <h3>
          <Link to="/role/$role" params={{ role }}>
            {role === standing.role ? standingWords.forOwn(name) : standingWords.towards(name)}
          </Link>
        </h3>
        {/* The last sentence says what is not in the figures: the page says it once, below. */}
        {range.words.slice(0, -1).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className="stack-s">
        <CoveredRange framework={framework} range={range} />
        {range.mustHaves.length > 0 ? (
          <MustHaveChances range={range} hrefOf={(skill) => `#${skill}`} />
        ) : null}
      </div>
    </section>
  )
}
