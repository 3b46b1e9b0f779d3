// The words about people who are kept, and about what was said about whom.
import type { RaterKind } from '../../core/assessment/assessment.ts'
import type { Relation } from '../../core/person/kept-person.ts'

export const peopleWords = {
  title: 'People',
  lead: 'People without an account, whom you keep for yourself: those who told you something, and those you lead.',
  private: 'Nobody is asked and nobody is told. Only you can read what stands here.',
  talk: 'Prepare a talk',
  none: 'Nobody yet.',
  add: 'Add somebody',
  addDo: 'Add',
  name: 'Name',
  nameHint: 'A first name or a word of your own will do.',
  relation: 'To me, this person is',
  role: 'Role',
  noRole: 'not said',
  bring: 'Bring a table of people and skills',
  bringHelp: 'A spreadsheet with a row for each person, as teams often keep one.',
  others: 'What others said about you',
  change: 'Change name or role',
  save: 'Save',
  saved: 'Saved.',
  saving: 'Saving…',
  remove: 'Remove',
  removeText: (name: string) =>
    `Removes ${name} and everything noted about them, for good. What ${name} said about you or others stays, without the name.`,
  removeDo: (name: string) => `Remove ${name}`,
  missing: 'You keep nobody under this address.',
  export: 'Export as a table',
  exportText:
    'Raw levels as they were said, by name; nothing is averaged. Notes are not in it. It can be brought again.',
  purpose: 'What for?',
  purposes: {
    development: 'to develop people',
    evaluation: 'to evaluate them',
  },
  purposeHint:
    'Stands in every row with the day. Ratings given for one should not be used for the other; the people in the table have a right to ask for it.',
  withMe: 'With a row for me',
  csv: 'Export as CSV',
  xlsx: 'Export as XLSX',
  files: 'Tables that you brought',
  fileLine: (ratings: string, day: string) => `${ratings}, brought on ${day}`,
  takeBack: 'Take back',
  takeBackOf: (source: string) => `Take back ${source}`,
  takenBack: 'taken back',
} as const

export const relationWords: Record<Relation, string> = {
  report: 'somebody I lead',
  peer: 'a colleague',
  manager: 'my manager',
  client: 'a client',
}

export const noteWords = {
  othersTitle: 'What others said',
  othersLead: 'What your manager, colleagues or clients told you about your skills, as you wrote it down.',
  othersMixed:
    'What you wrote down yourself, nobody was asked about or told. What a colleague gave says beside it who reads it.',
  aboutTitle: 'What was said',
  none: 'Nothing is written down yet.',
  noneAbout: (name: string) => `Nothing is written down about ${name} yet.`,
  write: 'Write down what somebody said',
  who: 'Who said it',
  you: 'You',
  themselves: (name: string) => `${name} about themselves`,
  new: 'Somebody else…',
  unknown: 'I do not know who',
  somebody: 'Somebody',
  when: 'When',
  skill: 'Skill',
  choose: 'Choose a skill',
  level: 'Level',
  chooseLevel: 'Choose a level to see what it looks like.',
  approaching: 'On the way to the next level',
  note: 'Note',
  noteHint: 'What they said, or where you saw it.',
  keep: 'Write it down',
  correct: 'Correct',
  correctOf: (skill: string, who: string) => `Correct ${skill}, said by ${who}`,
  correcting: (skill: string, who: string, day: string) => `Correcting ${skill}, said by ${who} on ${day}`,
  cancel: 'Leave it as it was',
  takeBack: 'Take back',
  takeBackOf: (skill: string, who: string) => `Take back ${skill}, said by ${who}`,
  tookBack: (skill: string) => `${skill} is taken back.`,
  undo: 'Undo',
  kept: (skill: string, level: string, who: string) => `${skill}, ${level}, said by ${who}: written down.`,
  missing: 'Choose a skill and a level first.',
} as const

/** What the rater is to whoever is rated: to me, or to somebody else. */
export function kindWords(kind: RaterKind, isAboutMe: boolean): string {
  if (isAboutMe)
    return {
      self: '',
      manager: 'your manager',
      peer: 'a colleague',
      report: 'you lead them',
      client: 'a client',
    }[kind]
  return {
    self: '',
    manager: 'as their manager',
    peer: 'as a colleague',
    report: 'led by them',
    client: 'as a client',
  }[kind]
}
