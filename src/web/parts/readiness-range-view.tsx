// How much of a role is covered and how sure that is: a range, the must-haves in words, and what is only a question of rating.
import { useMemo } from 'react'
import type { Framework, Role } from '../../core/framework/framework.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { percent } from '../../core/planning/plain-words.ts'
import { type MustHaveChance, readinessRange } from '../../core/planning/readiness-range.ts'
import { chanceWord } from '../../core/planning/readiness-range-words.ts'
import { useEstimates } from '../data/use-estimates.ts'
import { rangeWords } from '../words/ahead.ts'
import { numbersTitle } from '../words/level.ts'
import { Disclosure } from './disclosure.tsx'
import { Link } from './wayfinding.tsx'

export function ReadinessRangeView(props: { framework: Framework; levels: Levels; from: Role; to: Role }) {
  const { framework, levels, from, to } = props
  const estimates = useEstimates(framework, levels, from.id)
  const range = useMemo(
    () => (estimates === null ? null : readinessRange(framework, estimates, to.id)),
    [framework, estimates, to.id],
  )
  if (range === null) return null
  const { low, high, coverage } = range
  return (
    <div className="stack">
      {low === null || high === null || coverage === null ? null : (
        <RangeBar low={low} high={high} middle={coverage} />
      )}
      {range.words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {range.mustHaves.length > 0 ? (
        <Disclosure summary={rangeWords.figures}>
          <ChanceTable mustHaves={range.mustHaves} />
          <p>
            {rangeWords.how} <Link to="/about-numbers">{numbersTitle}</Link>
          </p>
        </Disclosure>
      ) : null}
    </div>
  )
}

/** From nothing to all that the role asks: what is likely, and the middle of it. */
function RangeBar({ low, high, middle }: { low: number; high: number; middle: number }) {
  return (
    <div className="range">
      <svg
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        role="img"
        aria-label={rangeWords.label(percent(low), percent(high))}
      >
        <rect className="range-all" x="0" y="3" width="100" height="2" />
        <rect
          className="range-likely"
          x={low * 100}
          y="0"
          width={Math.max(1, (high - low) * 100)}
          height="8"
        />
        <rect className="range-middle" x={middle * 100 - 0.3} y="0" width="0.6" height="8" />
      </svg>
      <p className="range-ends small quiet" aria-hidden="true">
        <span>{rangeWords.none}</span>
        <span>{rangeWords.all}</span>
      </p>
    </div>
  )
}

function ChanceTable({ mustHaves }: { mustHaves: readonly MustHaveChance[] }) {
  return (
    <div className="scroll-x">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{rangeWords.skill}</th>
            <th scope="col" className="figure">
              {rangeWords.needed}
            </th>
            <th scope="col">{rangeWords.chance}</th>
          </tr>
        </thead>
        <tbody>
          {mustHaves.map(({ skill, name, needed, chance, gated }) => (
            <tr key={skill}>
              <th scope="row">{name}</th>
              <td className="figure">{needed}</td>
              <td>
                {chanceWord(chance)}
                {gated ? `; ${rangeWords.inTheRole}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
