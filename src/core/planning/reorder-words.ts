// The sentence that says which single change would swap two skills of the focus list.

import type { FocusItem } from './focus.ts'
import { inSentence, percent } from './plain-words.ts'
import type { LevelChange, ParameterChange, ReorderChange } from './what-would-reorder.ts'

interface Swap {
  change: ReorderChange
  first: FocusItem
  second: FocusItem
  /** The second one would then lead the whole list, not only this pair. */
  isTop: boolean
  language: string
}

/** "If problem framing were already at level 3, influence without authority would come first." */
export function reorderSentence(swap: Swap): string {
  const { change, first, second, isTop, language } = swap
  const name = (item: { name: string }) => inSentence(item.name, language)
  const isSecond = change.kind === 'level' && change.skill === second.skill
  const subject = isSecond ? 'it' : name(second)
  const behind = change.kind === 'level' && change.skill === first.skill ? 'it' : name(first)
  const outcome = isTop ? `${subject} would come first` : `${subject} would come before ${behind}`
  if (change.kind === 'parameter') return `If ${parameterClause(change)}, ${outcome}.`
  const because = thirdSkillClause(change, swap)
  return `If ${name(change)} were ${change.to > change.from ? 'already' : 'only'} at level ${change.to}, ${outcome}${because}.`
}

function thirdSkillClause(change: LevelChange, { first, second, language }: Swap): string {
  if (change.skill === first.skill || change.skill === second.skill) return ''
  return change.to > change.from
    ? `, as one gap fewer would build on ${inSentence(first.name, language)}`
    : `, as one more gap would build on ${inSentence(second.name, language)}`
}

function parameterClause({ parameter, from, to }: ParameterChange): string {
  if (parameter === 'unlockBonus') {
    const amount = to === 0 ? 'nothing' : percent(to)
    return `each gap that builds on a skill added ${amount} to its score instead of ${percent(from)}`
  }
  const which = parameter === 'gated' ? 'only be rehearsed' : 'only partly be practised'
  const amount = to === 1 ? 'in full' : `for ${percent(to)}`
  return `skills that can ${which} before holding the role counted ${amount} instead of ${percent(from)}`
}
