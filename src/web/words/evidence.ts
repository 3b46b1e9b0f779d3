// The words of the journal, of writing in it, and of the key that opens it.
import type { EvidenceTemplate } from '../../core/evidence/evidence.ts'
import { LONGEST_EVIDENCE } from '../../core/evidence/evidence-limits.ts'
import { capitalise, counted } from '../../core/planning/plain-words.ts'

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

const dayOfMonth = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' })

export const evidenceWords = {
  title: 'Log what you did',
  changeTitle: 'Change this entry',
  what: 'What did you do?',
  enterKeeps: 'Enter keeps it, Shift and Enter begin a line.',
  markdown: 'Lists, **strong** words and links as in Markdown.',
  left: (count: number) => `${count} more characters fit.`,
  tooLong: (length: number) =>
    `An entry holds ${LONGEST_EVIDENCE} characters; this has ${length}. Nothing is lost: shorten it, or part it in two.`,
  cut: (length: number) =>
    `What you pasted has ${length} characters and an entry holds ${LONGEST_EVIDENCE}, so it was not put in. It is still where you copied it from.`,
  when: 'When',
  skills: 'It may show',
  skillsNone: 'Skills',
  another: 'Another skill…',
  keys: (count: number) =>
    count === 1 ? 'Alt and 1 ticks it.' : `Alt and ${count === 2 ? '1 or 2' : `1 to ${count}`} tick them.`,
  level: (skill: string) => `Level of ${skill}`,
  noLevel: 'level not said',
  levelShort: (level: number) => `level ${level}`,
  shows: (skill: string) => `What of ${skill} did it show?`,
  more: 'People, links, kind of work',
  people: 'Who had a part in it',
  peopleHint: 'Names, with commas between.',
  links: 'Where it can be seen',
  linksHint: 'Addresses that begin with https://, with spaces between.',
  badLink: (link: string) => `“${link}” is no address of the web.`,
  kind: 'Kind of work',
  kinds: {
    plain: 'Any',
    glue: 'Holding things together',
    prevention: 'Prevention',
    mentoring: 'Helping somebody grow',
  } satisfies Record<EvidenceTemplate, string>,
  prompts: {
    plain: [],
    glue: [
      'What would have stalled without it?',
      'Who could go on because of it?',
      'Who knows that it was you?',
    ],
    prevention: [
      'What would have happened otherwise, and how do you know?',
      'Whom would it have hit?',
      'What keeps it from coming back?',
    ],
    mentoring: [
      'Who was helped, and do they mind being named?',
      'What can they do now that they could not do before?',
      'What did you leave to them?',
    ],
  } satisfies Record<EvidenceTemplate, readonly string[]>,
  keep: 'Keep',
  keeping: 'Keeping…',
  cancel: 'Leave it as it was',
  close: 'Close',
  kept: 'Kept. Only you can read it.',
  waiting:
    'Kept in this browser. Skillmap does not answer just now; it is tried again until it is on the disk.',
  unfinished: 'You had begun this earlier.',
  discard: 'Start afresh',
  done: 'Done',
  logAnother: 'Log another',
  undo: 'Undo',
  takenBack: 'Taken back.',
  changed: 'Changed.',
  toJournal: 'Open the journal',
  empty: 'Say in a few words what you did.',
} as const

export const journalWords = {
  title: 'Journal',
  lead: 'What you did, in your words, for the day when somebody asks.',
  log: 'Log what you did',
  capture: 'Or take it from where work left traces',
  none: 'Nothing is written down yet. One line a week is plenty.',
  noneFound: 'No entry fits.',
  find: 'Find',
  skill: 'Skill',
  anySkill: 'Any skill',
  person: 'With',
  anybody: 'Anybody',
  time: 'When',
  anyTime: 'Any time',
  /** Of a month such as 2026-11. */
  month: (iso: string) => month.format(new Date(`${iso}-01T00:00:00Z`)),
  /** "Thu 26", below the name of its month. */
  dayOfMonth: (iso: string) => dayOfMonth.format(new Date(`${iso}T00:00:00Z`)),
  lastMonths: { 3: 'Last three months', 12: 'Last twelve months' },
  count: (total: number) => `${capitalise(counted(total, 'entry', 'entries'))}.`,
  more: 'Show more',
  edit: 'Change',
  editOf: (day: string) => `Change the entry of ${day}`,
  takeBack: 'Take back',
  takeBackOf: (day: string) => `Take back the entry of ${day}`,
  with: (names: string) => `With ${names}`,
  keyMissing: (count: number) =>
    `${capitalise(counted(count, 'entry', 'entries'))} cannot be read: the key is missing. Put back the recovery sheet; nothing is lost.`,
  damaged: (count: number) =>
    `${capitalise(counted(count, 'entry', 'entries'))} cannot be read: this is not what was written. A backup may hold the words.`,
  toKey: 'Put the key back',
} as const

export const coverageWords = {
  title: 'What you wrote down',
  none: 'No entry of your journal shows this skill yet.',
  stale: 'The newest entry is more than twelve months old. What was seen long ago says little about today.',
  all: 'All of it in the journal',
  caption: 'What the journal shows of each level',
  level: 'Level',
  fresh: 'Last twelve months',
  older: 'Older',
  seen: 'Behaviours',
  seenTimes: (count: number) => (count === 0 ? 'not yet' : count === 1 ? 'on one day' : `on ${count} days`),
  next: (level: number) => `Towards level ${level}`,
  unplaced: (count: number) => `${capitalise(counted(count, 'entry names', 'entries name'))} no level.`,
} as const
