// A skill's name with its group's dot, and its kind beside it.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { kindName } from '../words/kind.ts'
import { GroupDot } from './group-dot.tsx'
import { KindMark } from './hard-soft-bar.tsx'
import { Link } from './wayfinding.tsx'

export function SkillLink({ framework, skill }: { framework: Framework; skill: Skill }) {
  return (
    <Link to="/skill/$skill" params={{ skill: skill.id }} className="skill-link">
      <GroupDot framework={framework} group={skill.group} />
      <span>{skill.name}</span>
    </Link>
  )
}

export function KindTag({ framework, skill }: { framework: Framework; skill: Pick<Skill, 'kind'> }) {
  return (
    <span className="kind-tag">
      <KindMark kind={skill.kind} /> {kindName(framework, skill.kind)}
    </span>
  )
}
