// A skill's group and kind, above its name.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { GroupTag } from '../parts/group-dot.tsx'
import { KindTag } from '../parts/skill-link.tsx'

export function SkillTags({ framework, skill }: { framework: Framework; skill: Skill }) {
  return (
    <span className="kind-legend">
      <GroupTag framework={framework} group={skill.group} />
      <KindTag framework={framework} skill={skill} />
    </span>
  )
}
