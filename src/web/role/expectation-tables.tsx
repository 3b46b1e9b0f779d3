// What a role expects, one table for each skill group, beside where the person stands.
import { useState } from 'react'
import type { Framework, Role, Skill } from '../../core/framework/framework.ts'
import { expectationOf } from '../../core/framework/look-up.ts'
import { anyRated, type Levels, levelOf } from '../../core/planning/levels.ts'
import { GroupDot } from '../parts/group-dot.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { YourLevel } from '../parts/your-level.tsx'
import { weightWords } from '../words/level.ts'
import { roleWords } from '../words/role.ts'

/** Where the tables stand below one another, they are folded, so that the page can be seen whole; on a page drawn beforehand they are open. */
const WIDE = '(min-width: 48rem)'

interface Props {
  framework: Framework
  role: Role
  levels: Levels
}

export function ExpectationTables(props: Props) {
  const { framework, role } = props
  const [isWide] = useState(() => typeof matchMedia === 'undefined' || matchMedia(WIDE).matches)
  const expected = framework.skills.filter((skill) => expectationOf(framework, role.id, skill.id).level > 0)
  const missing = framework.skills.length - expected.length
  return (
    <div className="stack">
      <div className="expects">
        {framework.groups.map((group) => {
          const skills = expected.filter((skill) => skill.group === group.id)
          const critical = skills.filter((one) => expectationOf(framework, role.id, one.id).weight === 3)
          return skills.length === 0 ? null : (
            <details key={group.id} className="expects-group" open={isWide}>
              <summary>
                <h3 id={`expects-${group.id}`}>
                  <GroupDot framework={framework} group={group.id} /> {group.name}
                </h3>
                <span className="small quiet">{roleWords.group(skills.length, critical.length)}</span>
              </summary>
              <GroupTable {...props} group={group.id} skills={skills} />
            </details>
          )
        })}
      </div>
      {missing > 0 ? <p className="quiet small">{roleWords.notExpected(missing)}</p> : null}
    </div>
  )
}

function GroupTable(props: Props & { group: string; skills: Skill[] }) {
  const { framework, role, levels, group, skills } = props
  const isRated = anyRated(levels)
  return (
    <table className="data-table" aria-labelledby={`expects-${group}`}>
      <thead>
        <tr>
          <th scope="col">{roleWords.skill}</th>
          <th scope="col">{roleWords.level}</th>
          <th scope="col">{roleWords.weight}</th>
          {isRated ? (
            <th scope="col" className="no-print">
              {roleWords.you}
            </th>
          ) : null}
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
              <td>{level}</td>
              <td>{weightWords[weight]}</td>
              {isRated ? (
                <td className="no-print">
                  <YourLevel entry={levelOf(levels, skill.id)} />
                </td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
