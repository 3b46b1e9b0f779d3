// The words of the forms in the editor of a framework.
import { counted } from '../../core/planning/plain-words.ts'
import type { Dependent } from '../../core/revision/plan-removal.ts'

export const formWords = {
  form: (name: string) => `${name}, as a form`,
  reading: 'Reading…',
  cannot: 'The form waits until the text can be read again.',
  role: 'Role',
  move: 'Move',
  moveName: (from: string, to: string) => `${from} → ${to}`,
  name: 'Name',
  path: 'Path',
  band: 'Band',
  noBand: 'No band',
  purpose: 'What it is for',
  scope: 'Scope',
  stay: 'Usual stay',
  stayHint: 'In words, such as 3-5 years.',
  stayFrom: 'From year',
  stayTo: 'To year',
  mustHaves: 'Must-haves',
  mustHavesHint: 'Five at most. Without any, they follow from what the role expects.',
  tags: 'Tags',
  tagsHint: 'Short words with commas between them.',
  from: 'From',
  to: 'To',
  kind: 'Kind',
  kindUnknown: 'Not said',
  changes: 'What changes',
  hard: 'What is hard',
  trial: 'A small trial',
  back: 'The way back',
  backUnknown: 'Not said',
  ease: { easy: 'Easy', medium: 'Some cost', hard: 'Hard' } as Record<string, string>,
  backNote: 'A note on it',
  easyUntil: 'Easy until year',
  hardAfter: 'Hard after year',
  group: 'Group',
  prerequisites: 'Builds on',
  weeks: 'Weeks of practice for a level',
  weeksHint: 'For steps up to and including a level.',
  upTo: 'Up to level',
  low: 'At least',
  high: 'At most',
  addWeeks: 'Add a line',
  removeLine: (line: number) => `Remove line ${line}`,
  observability: 'How often others can see it',
  observers: { peers: 'Peers', manager: 'Manager', reports: 'Reports' } as Record<string, string>,
  often: ['Never', 'Sometimes', 'Often', 'Daily'],
  notSaid: 'Not said',
  access: 'Can it be practised before the role?',
  accesses: { open: 'Yes', partial: 'In part', gated: 'Only rehearsed' } as Record<string, string>,
  add: 'Add',
  addOf: (list: string) => `Add to: ${list}`,
  choose: 'Choose…',
  removeOf: (name: string) => `Remove ${name}`,
  newRole: 'Add a role',
  newRoleAdd: 'Add the role',
  newMove: 'Add a move',
  newMoveAdd: 'Add the move',
  taken: 'There is one already.',
  text: 'The text',
  take: {
    role: 'Take out this role',
    move: 'Take out this move',
    skill: 'Take out this skill',
  },
  takeWhat: (name: string) => `Taking out ${name}`,
  nothingDepends: 'Nothing else depends on it.',
  goesToo: 'With it goes:',
  stays: 'This stays, and is to be mended by hand:',
  takeDo: 'Take it out',
  keep: 'Leave it',
  afterwards: 'Until you publish, Undo brings it back, one file at a time.',
  whenSaved: 'Possible once everything is saved.',
} as const

/** More than these are counted, not named. */
const NAMES_SHOWN = 8

/** `nameOf`: the name of a role or a skill, or of two roles of a move. */
export function dependentWords(
  { kind, file, count, names }: Dependent,
  nameOf: (id: string) => string,
): string {
  const shown = names.slice(0, NAMES_SHOWN).map(nameOf).join(', ')
  const more = names.length - NAMES_SHOWN
  const listed = more > 0 ? `${shown} and ${more} more` : shown
  switch (kind) {
    case 'expectation':
      return more > 0 ? counted(count, 'expectation') : `${counted(count, 'expectation')}: ${listed}`
    case 'move':
      return `${counted(count, 'move')}: ${listed}`
    case 'must-have':
      return `its place among the must-haves of ${listed}`
    case 'prerequisite':
      return `its place among what ${listed} builds on`
    case 'translation':
      return `${counted(count, 'translation')}: ${listed}`
    case 'framework':
      return `${counted(count, 'place')} in ${file}: ${listed}`
    case 'mention':
      return `the text of ${listed} tells it apart from this skill`
  }
}
