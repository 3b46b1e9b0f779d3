// How far a person's levels reach towards one role: in words first, then the share covered and the must-haves.
import { useMemo } from 'react'
import { type ReadinessRange, readinessRange } from '../../core/planning/readiness-range.ts'
import { RangeStrip } from '../charts/level-range/range-strip.tsx'
import { pagePalette } from '../charts/palette.ts'
import type { Standing } from '../data/use-standing.ts'
import { percent } from '../words/kind.ts'
import { roleInSentence } from '../words/names.ts'
import { chanceWord, standingWords } from '../words/standing.ts'
import { Link } from './wayfinding.tsx'

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
        <MustHavesTogether range={range} />
      </div>
      <div className="stack-s">
        <Covered standing={standing} range={range} />
        <MustHaves range={range} />
      </div>
    </section>
  )
}

function MustHavesTogether({ range }: { range: ReadinessRange }) {
  const blocking = range.mustHaves.filter((mustHave) => !mustHave.gated)
  return blocking.length === 0 ? null : <p>{standingWords.people(Math.round(20 * range.mustHavesChance))}</p>
}

function Covered({ standing, range }: { standing: Standing; range: ReadinessRange }) {
  const { coverage, low, high } = range
  if (coverage === null || low === null || high === null) return null
  const palette = pagePalette(standing.framework)
  return (
    <div className="reach-strip">
      <p className="small quiet">{standingWords.covered}</p>
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
      <p className="small quiet reach-scale" aria-hidden="true">
        <span>{percent(0)}</span>
        <span>{percent(0.5)}</span>
        <span>{percent(1)}</span>
      </p>
    </div>
  )
}

function MustHaves({ range }: { range: ReadinessRange }) {
  if (range.mustHaves.length === 0) return null
  return (
    <table className="data-table">
      <caption className="visually-hidden">{standingWords.mustHaves}</caption>
      <thead>
        <tr>
          <th scope="col">{standingWords.mustHaves}</th>
          <th scope="col">{standingWords.rightNow}</th>
        </tr>
      </thead>
      <tbody>
        {range.mustHaves.map((one) => (
          <tr key={one.skill}>
            <th scope="row">
              <a href={`#${one.skill}`}>{standingWords.mustHave(one.name, one.needed)}</a>
            </th>
            <td>
              {one.gated ? standingWords.gated : chanceWord(one.chance)}
              {one.skill === range.weakest?.skill && one.chance < 0.75 ? `, ${standingWords.weakest}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
