// A list of skills by group, to choose one more of them.
import type { Framework } from '../../core/framework/framework.ts'

export function SkillOptions(props: {
  framework: Framework
  /** Left out, because they are offered already. */
  taken: readonly string[]
  label: string
  onChoose: (id: string) => void
}) {
  const { framework, taken, label } = props
  return (
    <select
      className="select skill-options"
      aria-label={label}
      value=""
      onChange={(event) => props.onChoose(event.target.value)}
    >
      <option value="">{label}</option>
      {framework.groups.map((group) => (
        <optgroup key={group.id} label={group.name}>
          {framework.skills
            .filter((skill) => skill.group === group.id && !taken.includes(skill.id))
            .map((skill) => (
              <option key={skill.id} value={skill.id}>
                {skill.name}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  )
}
