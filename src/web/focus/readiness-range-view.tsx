// How much of a role is covered and how sure that is: a range, the must-haves in words, and what is only a question of rating.
import { useMemo } from 'react'
import type { Framework, Role } from '../../core/framework/framework.ts'
import { percent } from '../../core/planning/plain-words.ts'
import { type ReadinessRange, readinessRange } from '../../core/planning/readiness-range.ts'
import { chanceWord } from '../../core/planning/readiness-range-words.ts'
import { RangeStrip } from '../charts/level-range/range-strip.tsx'
import { pagePalette } from '../charts/palette.ts'
import { useStanding } from '../levels/use-standing.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { rangeWords } from '../words/ahead.ts'
import { numbersTitle } from '../words/level.ts'
import '../levels/range-strip.css'
import { Link } from '../parts/wayfinding.tsx'

/** From the levels of today, as they are measured, and what the role that is left asks where nobody rated. */
export function ReadinessRangeView({ from, to }: { from: Role; to: Role }) {
  const { framework, levels } = useStanding(from.id)
  const range = useMemo(() => readinessRange(framework, levels.estimates, to.id), [framework, levels, to.id])
  return (
    <div className="stack">
      <CoveredRange framework={framework} range={range} />
      {range.words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {range.mustHaves.length > 0 ? (
        <Disclosure summary={rangeWords.figures}>
          <MustHaveChances range={range} />
          <p>
            {rangeWords.how} <Link to="/about-numbers">{numbersTitle}</Link>
          </p>
        </Disclosure>
      ) : null}
    </div>
  )
}

/** From nothing to all that the role asks: what is likely, and the middle of it. */
export function CoveredRange({ framework, range }: { framework: Framework; range: ReadinessRange }) {
  const { coverage, low, high } = range
  if (coverage === null || low === null || high === null) return null
  const palette = pagePalette(framework)
  return (
    <div className="range-short" role="img" aria-label={rangeWords.label(percent(low), percent(high))}>
      <RangeStrip
        level={coverage}
        low={low}
        high={high}
        top={1}
        steps={4}
        assumed={false}
        asked={null}
        colour={palette.inkSoft}
        palette={palette}
      />
      <p className="range-ends small quiet">
        <span>{rangeWords.none}</span>
        <span>{rangeWords.all}</span>
      </p>
    </div>
  )
}

/** `hrefOf`: where a must-have leads to; plain names without it. */
export function MustHaveChances(props: { range: ReadinessRange; hrefOf?: (skill: string) => string }) {
  const { range, hrefOf } = props
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
          {range.mustHaves.map(({ skill, name, needed, chance, gated }) => (
            <tr key={skill}>
              <th scope="row">{hrefOf ? <a href={hrefOf(skill)}>{name}</a> : name}</th>
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
