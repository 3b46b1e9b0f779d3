// What a closed round says of a framework: by skill, in words first, with the two anchors between which readings part.
import type { CalibrationResult, SkillAgreement } from '../../core/calibration/calibration.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { anchorOf, findSkill } from '../../core/framework/look-up.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { calibrationWords as words } from '../words/calibration.ts'
import { levelName } from '../words/level.ts'
import { skillName } from '../words/names.ts'

/** What was read often enough to say something first; the rest waits in a fold. */
export function CalibrationResultView(props: { framework: Framework; result: CalibrationResult }) {
  const { framework, result } = props
  const isSaid = ({ alpha, same }: SkillAgreement) => alpha !== null || same === 1
  // Where nothing else is known, the little that was read is worth looking at.
  const tellsApart = result.skills.some((one) => isSaid(one) && one.split !== null)
  const said = result.skills.filter((one) => !tellsApart || isSaid(one))
  const rest = result.skills.filter((one) => tellsApart && !isSaid(one))
  return (
    <div className="stack-s">
      <h3>{words.result}</h3>
      {result.readers === 0 ? <p>{words.tooFew}</p> : <p>{words.readers(result.readers)}</p>}
      {result.readers > 0 && result.skills.length === 0 ? <p>{words.noSkill}</p> : null}
      <Agreements framework={framework} skills={said} />
      {rest.length === 0 ? null : (
        <details className="fold">
          <summary>{words.tooLittle(rest.length)}</summary>
          <Agreements framework={framework} skills={rest} />
        </details>
      )}
    </div>
  )
}

function Agreements({ framework, skills }: { framework: Framework; skills: readonly SkillAgreement[] }) {
  if (skills.length === 0) return null
  return (
    <ul className="work-list">
      {skills.map((one) => (
        <li key={one.skill} className="stack-s">
          <p>{words.agreement(skillName(framework, one.skill), one)}</p>
          {one.split === null ? null : (
            <>
              <p>
                {words.split(levelName(framework, one.split.below), levelName(framework, one.split.above))}
              </p>
              <Disclosure summary={words.anchors}>
                {[one.split.below, one.split.above].map((level) => (
                  <Anchor key={level} framework={framework} skill={one.skill} level={level} />
                ))}
              </Disclosure>
            </>
          )}
          <p className="small quiet">{words.figures(one)}</p>
        </li>
      ))}
    </ul>
  )
}

function Anchor({ framework, skill, level }: { framework: Framework; skill: string; level: number }) {
  const known = findSkill(framework, skill)
  const behaviours = known === undefined ? [] : (anchorOf(known, level)?.behaviours ?? [])
  if (behaviours.length === 0) return null
  return (
    <div>
      <p className="small">
        <strong>{levelName(framework, level)}</strong>
      </p>
      <ul className="marked-list small">
        {behaviours.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
