// Whether a role could be tried now, and the state of its must-haves.
import type { Framework, Role } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { anyRated, type Levels } from '../../core/planning/levels.ts'
import { readyToTry } from '../../core/planning/ready-to-try.ts'
import { LevelPips } from '../parts/level-pips.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { focusWords } from '../words/focus.ts'
import { moveWords } from '../words/move.ts'

export function ReadySection(props: { framework: Framework; levels: Levels; to: Role }) {
  const { framework, levels, to } = props
  const state = readyToTry(framework, levels, to.id)
  return (
    <div className="stack">
      <p className="lead">{state.words}</p>
      {anyRated(levels) ? null : (
        <p className="small quiet">
          {moveWords.readyAssumed} <Link to="/assess">{focusWords.assess}</Link>
        </p>
      )}
      {state.mustHaves.length > 0 ? <MustHaves framework={framework} mustHaves={state.mustHaves} /> : null}
    </div>
  )
}

function MustHaves(props: { framework: Framework; mustHaves: ReturnType<typeof readyToTry>['mustHaves'] }) {
  const { framework, mustHaves } = props
  return (
    <>
      <h3>{moveWords.mustHaves}</h3>
      <ul className="must-haves">
        {mustHaves.map((mustHave) => {
          const skill = findSkill(framework, mustHave.skill)
          return skill ? (
            <li key={skill.id}>
              <SkillLink framework={framework} skill={skill} />
              <LevelPips
                framework={framework}
                group={skill.group}
                now={mustHave.now}
                needed={mustHave.needed}
              />
              <span className="small quiet">
                {mustHave.met ? moveWords.met : moveWords.open(mustHave.now, mustHave.needed)}
              </span>
            </li>
          ) : null
        })}
      </ul>
    </>
  )
}
