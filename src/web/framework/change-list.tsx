// The changes of one heading: sentences under their skill, expectations under their role, the rest as told.
import type { ReactNode } from 'react'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import type { DiffSection } from '../../core/revision/diff-sections.ts'
import { sayChange } from '../../core/revision/diff-words.ts'
import type { Change, ChangeOf } from '../../core/revision/framework-diff.ts'
import { diffWords } from '../words/diff.ts'
import { MarkedWords } from './marked-words.tsx'

export function ChangeList({ section }: { section: DiffSection }) {
  const groups = [...groupedBy(section.changes, headingOf)]
  return (
    <section className="section stack diff-section">
      <h2>
        {section.title} <span className="quiet">{section.changes.length}</span>
      </h2>
      {groups.map(([heading, changes]) => (
        <div key={heading} className="diff-group">
          {heading === '' ? null : <h3>{heading}</h3>}
          <ul className="diff-lines">
            {changes.map((change) => (
              <li key={JSON.stringify(change)}>
                <ChangeLine change={change} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function headingOf(change: Change): string {
  switch (change.kind) {
    case 'sentence-added':
    case 'sentence-removed':
    case 'sentence-reworded':
    case 'sentence-moved':
    case 'skill-changed':
      return change.skill.name
    case 'expectation-raised':
    case 'expectation-lowered':
    case 'role-changed':
      return change.role.name
    default:
      return ''
  }
}

/** One change: as a label and two wordings as one, or in a sentence. */
export function ChangeLine({ change }: { change: Change }) {
  switch (change.kind) {
    case 'sentence-added':
      return (
        <Line label={diffWords.level(change.place)} remark={diffWords.isNew}>
          <ins>{change.text}</ins>
        </Line>
      )
    case 'sentence-removed':
      return (
        <Line label={diffWords.level(change.place)} remark={diffWords.isGone}>
          <del>{change.text}</del>
        </Line>
      )
    case 'sentence-reworded':
    case 'sentence-moved':
      return (
        <Line label={diffWords.level(change.place)} remark={remarkOn(change)}>
          <MarkedWords before={change.before} after={change.after} />
        </Line>
      )
    case 'expectation-raised':
    case 'expectation-lowered':
      return (
        <Line
          label={change.skill.name}
          remark={change.kind === 'expectation-raised' ? diffWords.rose : diffWords.fell}
        >
          {diffWords.expectation(change.before)} → {diffWords.expectation(change.after)}
        </Line>
      )
    case 'skill-changed':
    case 'role-changed':
      return (
        <Line label={change.field}>
          <MarkedWords before={change.before} after={change.after} />
        </Line>
      )
    default:
      return <p>{sayChange(change)}</p>
  }
}

function remarkOn(change: ChangeOf<'sentence-reworded' | 'sentence-moved'>): string {
  const moved =
    change.kind === 'sentence-moved'
      ? diffWords.from(change.fromSkill.id === change.skill.id ? null : change.fromSkill.name, change.from)
      : ''
  const spelling = change.wording === 'spelling' ? diffWords.spelling : ''
  const id = change.kind === 'sentence-reworded' && change.wording === 'same' ? diffWords.otherId : ''
  return [moved, spelling, id, diffWords.sure(change.match)].filter((one) => one !== '').join('; ')
}

function Line({ label, remark = '', children }: { label: string; remark?: string; children: ReactNode }) {
  return (
    <>
      <span className="diff-label">
        {label}
        {remark === '' ? null : <span className="small quiet diff-remark">{remark}</span>}
      </span>
      <span>{children}</span>
    </>
  )
}
