// The skills of one group, each with its kind and what it is.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { GroupDot } from '../parts/group-dot.tsx'
import { KindMark } from '../parts/hard-soft-bar.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { kindName } from '../words/kind.ts'

export function GroupOfSkills({
  framework,
  group: id,
  skills,
}: {
  framework: Framework
  group: string
  skills: Skill[]
}) {
  const group = framework.groups.find((one) => one.id === id)
  const ofGroup = skills.filter((skill) => skill.group === id)
  if (!group || ofGroup.length === 0) return null
  return (
    <section className="section skill-group">
      <div className="stack-s">
        <h2>
          <GroupDot framework={framework} group={id} /> {group.name}
        </h2>
        {group.about ? <p className="quiet small">{group.about}</p> : null}
      </div>
      <ul className="skill-list">
        {ofGroup.map((skill) => (
          <li key={skill.id}>
            <p>
              <KindMark kind={skill.kind} />{' '}
              <Link to="/skill/$skill" params={{ skill: skill.id }} className="skill-name">
                {skill.name}
              </Link>
              <span className="visually-hidden">, {kindName(framework, skill.kind)}</span>
            </p>
            <p className="quiet small">{skill.definition}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
