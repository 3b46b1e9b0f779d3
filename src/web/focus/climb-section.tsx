// How far a role is: in words first, with the figures on request.
import type { Framework, Role } from '../../core/framework/framework.ts'
import { climb } from '../../core/planning/climb.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { capitalise } from '../../core/planning/plain-words.ts'
import { readiness } from '../../core/planning/readiness.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { HardSoftBar } from '../parts/hard-soft-bar.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { numbersTitle, weightWords } from '../words/level.ts'
import { moveWords } from '../words/move.ts'
import { roleWords } from '../words/role.ts'

export function ClimbSection(props: { framework: Framework; levels: Levels; to: Role; rated: boolean }) {
  const { framework, levels, to, rated } = props
  const way = climb(framework, levels, to.id)
  const ready = readiness(framework, levels, to.id)
  return (
    <div className="stack">
      <p className="lead">{capitalise(moveWords.climbIntro(way.words, way.mix))}</p>
      <p>{(rated ? moveWords.overlapRough : moveWords.overlapRole)(ready.rough.words)}</p>
      {way.hardShare === null ? null : <HardSoftBar softShare={1 - way.hardShare} />}
      {rated && ready.assumedSkills > 0 ? (
        <p className="small quiet">{moveWords.assumedNote(ready.assumedSkills, ready.expectedSkills)}</p>
      ) : null}
      {way.points > 0 ? (
        <Disclosure summary={moveWords.figures}>
          <p>
            {moveWords.figuresSum(way.points)} <Link to="/about-numbers">{numbersTitle}</Link>
          </p>
          <ClimbTable gaps={way.gaps} />
        </Disclosure>
      ) : null}
    </div>
  )
}

function ClimbTable({ gaps }: { gaps: ReturnType<typeof climb>['gaps'] }) {
  return (
    <div className="scroll-x">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{roleWords.skill}</th>
            <th scope="col">{moveWords.nowNeeded}</th>
            <th scope="col">{roleWords.weight}</th>
            <th scope="col" className="figure">
              {moveWords.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <tr key={gap.skill}>
              <th scope="row">{gap.name}</th>
              <td className="nowrap">{moveWords.open(gap.now, gap.needed)}</td>
              <td>{weightWords[gap.weight]}</td>
              <td className="figure">{gap.points}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
