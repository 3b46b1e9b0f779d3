// Skills that several destinations share: the level now, and what each of them asks.
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import type { FocusItem } from '../../core/planning/focus.ts'
import type { SharedSkill } from '../../core/planning/shared-focus.ts'
import { LevelPips } from '../parts/level-pips.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { roleInSentence } from '../words/names.ts'
import { sharedWords } from '../words/shared.ts'

export function SharedList(props: { framework: Framework; skills: SharedSkill[]; brief?: boolean }) {
  const { framework, skills, brief = false } = props
  return (
    <ul className="shared-list" data-brief={brief || undefined}>
      {skills.map((shared) => {
        const skill = findSkill(framework, shared.skill)
        const items = Object.entries(shared.byRole)
        const widest = Math.max(...items.map(([, item]) => item.needed))
        return skill ? (
          <li key={skill.id}>
            <SkillLink framework={framework} skill={skill} />
            <LevelPips
              framework={framework}
              group={skill.group}
              now={items[0]?.[1].now ?? 0}
              needed={widest}
            />
            <span className="small quiet">
              {brief ? rangeOf(items.map(([, item]) => item)) : needsOf(framework, items)}
            </span>
          </li>
        ) : null
      })}
    </ul>
  )
}

/** "now 2; staff engineer 4, engineering manager 3". */
function needsOf(framework: Framework, items: [string, FocusItem][]): string {
  const roles = items.map(([role, item]) =>
    sharedWords.neededBy(roleInSentence(framework, role), item.needed),
  )
  return sharedWords.needs(items[0]?.[1].now ?? 0, roles.join(', '))
}

/** "2 → 3 to 4" where the destinations ask for different levels. */
function rangeOf(items: FocusItem[]): string {
  const needed = items.map((item) => item.needed)
  return sharedWords.range(items[0]?.now ?? 0, Math.min(...needed), Math.max(...needed))
}
