// Several destinations at once: what they share, and what belongs to one of them only.
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { FOCUS_LENGTH, type FocusItem } from '../../core/planning/focus.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { sharedFocus } from '../../core/planning/shared-focus.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { LevelPips } from '../parts/level-pips.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { focusWords } from '../words/focus.ts'
import { aRole } from '../words/names.ts'
import { SharedList } from './shared-list.tsx'

export function SharedFocusView(props: { framework: Framework; levels: Levels; from: string; to: string[] }) {
  const { framework, levels, from, to } = props
  const shared = sharedFocus(framework, levels, to, { fromRole: from })
  return (
    <>
      <section className="stack">
        <h2>{focusWords.shared}</h2>
        <p>
          {shared.sentence} {shared.everywhere.length > FOCUS_LENGTH ? focusWords.sharedFirst : null}
        </p>
        <SharedList framework={framework} skills={shared.everywhere.slice(0, FOCUS_LENGTH)} />
        {shared.everywhere.length > FOCUS_LENGTH ? (
          <Disclosure summary={focusWords.sharedRest(shared.everywhere.length - FOCUS_LENGTH)}>
            <SharedList framework={framework} skills={shared.everywhere.slice(FOCUS_LENGTH)} />
          </Disclosure>
        ) : null}
      </section>
      {shared.somewhere.length > 0 ? (
        <Disclosure summary={focusWords.somewhere}>
          <SharedList framework={framework} skills={shared.somewhere} />
        </Disclosure>
      ) : null}
      <div className="columns section">
        {to.map((role) => (
          <section key={role} className="stack">
            <h2>{focusWords.onlyFor(aRole(framework, role))}</h2>
            <OnlyList framework={framework} items={(shared.onlyFor[role] ?? []).slice(0, 5)} />
          </section>
        ))}
      </div>
    </>
  )
}

function OnlyList({ framework, items }: { framework: Framework; items: FocusItem[] }) {
  if (items.length === 0) return <p className="quiet">{focusWords.onlyNone}</p>
  return (
    <ul className="only-list">
      {items.map((item) => {
        const skill = findSkill(framework, item.skill)
        return skill ? (
          <li key={skill.id}>
            <SkillLink framework={framework} skill={skill} />
            <LevelPips framework={framework} group={skill.group} now={item.now} needed={item.needed} />
          </li>
        ) : null
      })}
    </ul>
  )
}
