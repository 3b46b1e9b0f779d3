// A dot in the colour of a skill group, as the framework's own files give it.
import type { CSSProperties } from 'react'
import type { Framework, SkillGroup } from '../../core/framework/framework.ts'

/** Both themes' colours as custom properties; the style sheet picks one. */
export function groupColours(group: SkillGroup): CSSProperties {
  return { '--group-light': group.colour.light, '--group-dark': group.colour.dark } as CSSProperties
}

export function GroupDot({ framework, group }: { framework: Framework; group: string }) {
  const found = framework.groups.find((one) => one.id === group)
  return found ? <span className="group-dot" style={groupColours(found)} aria-hidden="true" /> : null
}

export function GroupTag({ framework, group }: { framework: Framework; group: string }) {
  const found = framework.groups.find((one) => one.id === group)
  return found ? (
    <span className="group-tag">
      <GroupDot framework={framework} group={group} /> {found.name}
    </span>
  ) : null
}
