// How the numbers on the map came about: the share, the climb, the five scores; opened on request.
import { useState } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import { climb } from '../../../core/planning/climb.ts'
import { focus, topFocus } from '../../../core/planning/focus.ts'
import { type Readiness, readiness } from '../../../core/planning/readiness.ts'
import { ScoreParts } from '../../focus/focus-list.tsx'
import { Link } from '../../parts/wayfinding.tsx'
import { numbersTitle } from '../../words/level.ts'
import { mapWords } from '../../words/map.ts'
import { roleName } from '../../words/names.ts'
import type { LevelSource } from '../profile/what-if.ts'
import { useLevelsOf } from './live.ts'

interface HowProps {
  framework: Framework
  source: LevelSource
  fromRole: string
  toRole: string
  rated: boolean
}

/** Worked out only while it is open, so that a what-if need not keep it up to date. */
export function HowItCame(props: HowProps) {
  const [open, setOpen] = useState(false)
  return (
    <details className="disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{mapWords.how}</summary>
      <div className="disclosure-body">{open ? <HowFigures {...props} /> : null}</div>
    </details>
  )
}

function HowFigures({ framework, source, fromRole, toRole, rated }: HowProps) {
  const levels = useLevelsOf(source)
  const ready = readiness(framework, levels, toRole)
  const way = climb(framework, levels, toRole)
  const five = topFocus(focus(framework, levels, toRole, { fromRole }))
  return (
    <div className="how-it-came">
      <p>{shareSentence(ready, roleName(framework, toRole), rated)}</p>
      <p>{mapWords.assumedOf(ready.assumedSkills, ready.expectedSkills)}</p>
      <p>{mapWords.climbSum(way.points, way.hard, way.soft, way.unknown)}</p>
      <div className="scroll-x">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{mapWords.skill}</th>
              <th scope="col">{mapWords.nowNeeded}</th>
              <th scope="col" className="figure">
                {mapWords.weightTimesGap}
              </th>
            </tr>
          </thead>
          <tbody>
            {way.gaps.map((gap) => (
              <tr key={gap.skill}>
                <th scope="row">{gap.name}</th>
                <td>{mapWords.fromTo(gap.now, gap.needed)}</td>
                <td className="figure">{mapWords.product(gap.weight, gap.gap, gap.points)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {five.length > 0 ? <p>{mapWords.fiveScores}</p> : null}
      {five.map((item) => (
        <div key={item.skill}>
          <strong>{item.name}</strong> <ScoreParts item={item} />
        </div>
      ))}
      <p className="quiet">
        {framework.honesty} <Link to="/about-numbers">{numbersTitle}</Link>
      </p>
    </div>
  )
}

function shareSentence(ready: Readiness, role: string, rated: boolean): string {
  if (ready.share === null) return mapWords.nothingExpected(role)
  return rated
    ? mapWords.coverSum(role, ready.met, ready.expected, ready.share)
    : mapWords.overlapSum(role, ready.met, ready.expected, ready.share)
}
