// What a role expects, one table for each skill group, beside where the person stands.
import type { Framework, Role } from '../../core/framework/framework.ts'
import { expectationOf } from '../../core/framework/look-up.ts'
import { anyRated, type Levels, levelOf } from '../../core/planning/levels.ts'
import { weightWords } from '../words/level.ts'
import { roleWords } from '../words/role.ts'
import { GroupDot } from './group-dot.tsx'
import { SkillLink } from './skill-link.tsx'
import { YourLevel } from './your-level.tsx'

export function ExpectationTables(props: { framework: Framework; role: Role; levels: Levels }) {
  const { framework, role, levels } = props
  const expected = framework.skills.filter((skill) => expectationOf(framework, role.id, skill.id).level > 0)
  const missing = framework.skills.length - expected.length
  const isRated = anyRated(levels)
  return (
    <div className="stack">
      <div className="expects">
        {framework.groups.map((group) => {
          const skills = expected.filter((skill) => skill.group === group.id)
          return skills.length === 0 ? null : (
            <div key={group.id}>
              <h3 id={`expects-${group.id}`}>
                <GroupDot framework={framework} group={group.id} /> {group.name}
              </h3>
              <table className="data-table" aria-labelledby={`expects-${group.id}`}>
                <thead>
                  <tr>
                    <th scope="col">{roleWords.skill}</th>
                    <th scope="col">{roleWords.level}</th>
                    <th scope="col">{roleWords.weight}</th>
                    {isRated ? <th scope="col">{roleWords.you}</th> : null}
                  </tr>
                </thead>
                <tbody>
                  {skills.map((skill) => {
                    const { level, weight } = expectationOf(framework, role.id, skill.id)
                    return (
                      <tr key={skill.id} data-weight={weight}>
                        <th scope="row">
                          <SkillLink framework={framework} skill={skill} />
                        </th>
                        <td className="nowrap">{level}</td>
                        <td className="nowrap">{weightWords[weight]}</td>
                        {isRated ? (
                          <td className="nowrap">
                            <YourLevel entry={levelOf(levels, skill.id)} />
                          </td>
                        ) : null}
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </div>
          )
        })}
      </div>
      {missing > 0 ? <p className="quiet small">{roleWords.notExpected(missing)}</p> : null}
    </div>
  )
}
