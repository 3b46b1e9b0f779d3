// Which roles ask for a skill, gathered by the level they ask for.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { expectationOf } from '../../core/framework/look-up.ts'
import { Link } from '../parts/wayfinding.tsx'
import { levelName } from '../words/level.ts'
import { matrixWords } from '../words/matrix.ts'
import { skillWords } from '../words/skill.ts'

export function SkillRoles({ framework, skill }: { framework: Framework; skill: Skill }) {
  const asked = framework.roles
    .map((role) => ({ role, ...expectationOf(framework, role.id, skill.id) }))
    .filter((line) => line.level > 0)
  if (asked.length === 0) return <p className="quiet">{skillWords.rolesNobody}</p>
  const levels = framework.scale.map((step) => step.level).toReversed()
  const notAsked = framework.roles.length - asked.length
  return (
    <div className="stack">
      <p className="small quiet">{skillWords.rolesHelp}</p>
      <dl className="strip">
        {levels.flatMap((level) => {
          const lines = asked.filter((line) => line.level === level)
          if (lines.length === 0) return []
          return [
            <dt key={`${level} name`}>{levelName(framework, level)}</dt>,
            <dd key={`${level} roles`}>
              <ul>
                {lines.map(({ role, weight }) => (
                  <li key={role.id}>
                    <Link to="/role/$role" params={{ role: role.id }} data-weight={weight}>
                      {role.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </dd>,
          ]
        })}
      </dl>
      <p className="small no-print">
        <Link to="/matrix" search={{ skill: skill.id }}>
          {matrixWords.openHere}
        </Link>
      </p>
      {notAsked > 0 ? <p className="small quiet">{skillWords.notAsked(notAsked)}</p> : null}
    </div>
  )
}
