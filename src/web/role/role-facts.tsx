// What can be said of a role in a few words, and the skills it does not work without.
import type { Framework, Role } from '../../core/framework/framework.ts'
import { mustHavesOf } from '../../core/planning/must-haves.ts'
import { SkillLink } from '../parts/skill-link.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { roleWords } from '../words/role.ts'

export function RoleFacts({ framework, role }: { framework: Framework; role: Role }) {
  const band = framework.bands.find((one) => one.band === role.band)
  const facts = [
    { label: roleWords.scope, text: role.scope },
    { label: roleWords.usualStay, text: role.usualStay?.text },
    { label: roleWords.band, text: band ? `${band.band}, ${band.name}` : undefined },
    { label: roleWords.known, text: role.tags.map((tag) => tag.replaceAll('-', ' ')).join(', ') },
  ].filter((fact) => fact.text)
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.text}</dd>
        </div>
      ))}
    </dl>
  )
}

export function MustHaveList({ framework, role }: { framework: Framework; role: Role }) {
  const skills = mustHavesOf(framework, role).flatMap((id) =>
    framework.skills.filter((skill) => skill.id === id),
  )
  return (
    <ul className="stack-s">
      {skills.map((skill) => (
        <li key={skill.id}>
          <SkillLink framework={framework} skill={skill} />
        </li>
      ))}
    </ul>
  )
}

export function PathLink({ framework, role }: { framework: Framework; role: Role }) {
  const path = framework.paths.find((one) => one.id === role.path)
  return path ? (
    <Link to="/path/$path" params={{ path: path.id }}>
      {path.name}
    </Link>
  ) : null
}
