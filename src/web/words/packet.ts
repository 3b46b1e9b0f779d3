// The words of packets.
import type { Sightings } from '../../core/packet/count-sightings.ts'
import type { Strength } from '../../core/packet/order-items.ts'
import type { PacketPurpose } from '../../core/packet/packet.ts'
import type { Audience } from '../../core/packet/write-packet.ts'
import { counted } from '../../core/planning/plain-words.ts'

export const packetWords = {
  title: 'Packet for a review or promotion',
  lead: 'Your evidence, what others said and the level you claim, arranged for one role and one period.',
  honest: 'Every sentence in it is yours or quoted. Skillmap chooses and arranges; it writes nothing.',
  begin: 'Begin one',
  purpose: 'For',
  purposes: {
    review: 'a review of the role I have',
    promotion: 'a promotion',
  } satisfies Record<PacketPurpose, string>,
  roleFor: { review: 'The role I have', promotion: 'The role I want' } satisfies Record<
    PacketPurpose,
    string
  >,
  from: 'From',
  until: 'Until',
  arrange: 'Arrange it',
  arranging: 'Arranging…',
  yours: 'Your packets',
  untitled: {
    review: (role: string) => `Review: ${role}`,
    promotion: (role: string) => `For promotion: ${role}`,
  },
  entry: (from: string, until: string) => `${from} to ${until}`,
  saved: (when: string) => `saved ${when}`,
  unreadable: (count: number) =>
    `${counted(count, 'packet')} cannot be read: the key is missing. Put back the recovery sheet in Settings.`,
  missing: 'You have no packet under this address.',
  views: { arrange: 'Arrange', read: 'Read and hand in', form: 'Answers for another form' },
  viewsLabel: 'What to do with it',

  ownTitle: 'Title',
  undo: 'Undo',
  look: 'Look for new records',
  looked: (count: number) => (count === 0 ? 'Nothing new.' : `${counted(count, 'record')} came in.`),
  state: {
    saved: 'Saved.',
    saving: 'Saving…',
    waiting: 'Not saved yet: kept in this browser and tried again.',
    conflict: 'Two windows changed it: choose below.',
    refused: 'This cannot be saved as it is.',
  },
  conflictTitle: 'Another window changed this packet',
  conflict: 'Choose whose state holds. The other one can still be undone to.',
  keepMine: 'Keep what is here',
  keepTheirs: 'Take what the other window saved',

  summary: 'Summary',
  summaryHint: 'The page in front, in your words. The table of skills stands below it.',
  full: 'The first page is full: its end goes on to the second.',
  choose: 'Choose sentences that you wrote',
  addSentence: (sentence: string) => `Add to the summary: ${sentence}`,
  add: 'Add',
  noSentences: 'There are none yet: nothing of yours is in the packet.',

  skills: 'Skills',
  leftOut: (count: number) => `Left out: ${counted(count, 'skill')}`,
  asked: (level: number) => `asked: ${level}`,
  notAsked: 'not asked',
  range: (low: string, high: string) => `likely range ${low} to ${high}`,
  noRange: 'nobody has rated it',
  claim: 'I work at',
  claimOf: (skill: string) => `${skill}: I work at`,
  noClaim: 'no level claimed',
  things: (count: number) => (count === 0 ? 'nothing yet' : counted(count, 'thing')),
  thin: ({ byBehaviours, behavioursTwice, occasions }: Sightings) =>
    byBehaviours
      ? `Thin: ${counted(behavioursTwice, 'behaviour')} seen by others twice within twelve months. A level counts from two on.`
      : `Thin: others could see it ${occasions} of four times within twelve months.`,
  nothingYet: (count: number) => `Expected, nothing to show yet: ${counted(count, 'skill')}`,
  thinShort: 'thin',
  include: (skill: string) => `${skill} is in the packet`,
  own: 'In your words',
  ownOf: (skill: string) => `${skill}, in your words`,
  open: 'Still open',
  openOf: (skill: string) => `${skill}, still open`,
  openHint: 'What is missing, said by you. It stands under “Open gaps”.',
  order: 'The strongest first again',
  orderOf: (skill: string) => `${skill}: the strongest first again`,
  nothing: 'Nothing about this skill is on record in this period.',

  handle: (what: string, place: number, of: number) =>
    `${what}, ${place} of ${of}. Move with the arrow keys.`,
  put: 'In the packet',
  putOf: (what: string) => `In the packet: ${what}`,
  text: (what: string) => `Text of ${what}`,
  itemName: (kind: string, day: string) => `${kind} of ${day}`,
  kinds: { evidence: 'evidence', note: 'your note', words: 'words' },
  wordsOf: (who: string) => `words of ${who}`,
  somebody: 'somebody',
  level: (level: number) => `level ${level}`,
  with: (names: string) => `with ${names}`,
  why: {
    'shows-level': 'shows the level',
    recent: 'of the last half year',
    linked: 'can be looked up',
    'with-people': 'others took part',
    confirmed: 'praised soon after',
  } satisfies Record<Strength, string>,
  missed: 'what they missed',
  askedFirst: (who: string) => `I asked ${who} before quoting`,
  notAskedYet: 'Until then it is marked “ask before you quote”.',
} as const

export const handInWords = {
  audience: 'For whom',
  audiences: {
    manager: 'A manager',
    director: 'A director',
    cv: 'A CV',
    plain: 'Plain language',
  } satisfies Record<Audience, string>,
  about: {
    manager: 'By skill, with levels, what is thin and what is open.',
    director: 'Numbers first, then results by theme. No levels.',
    cv: 'One sentence of each entry, and the skills whose level you claim.',
    plain: 'What each skill is about in place of its name. No levels.',
  } satisfies Record<Audience, string>,
  print: 'Print or save as PDF',
  copy: 'Copy as Markdown',
  markdown: 'Markdown file',
  html: 'File for Word or Google Docs',
  resume: 'JSON Resume',
  kept: (version: number) => `Kept as version ${version}.`,
  empty: 'There is nothing in it yet.',
} as const

export const versionWords = {
  title: 'Versions',
  text: 'A version is kept whenever you print, copy or save the packet, so that you know what you handed in.',
  keep: 'Keep this version',
  one: (version: number, when: string) => `Version ${version}, ${when}`,
  same: 'Nothing changed since the one before.',
  first: 'The first one.',
  back: 'Go back',
  backTo: (version: number) => `Go back to version ${version}`,
  wentBack: (version: number) => `This is version ${version} again.`,
  remove: 'Remove this packet',
  removeText: 'Removes the packet and all its versions, for good. What it was made from stays.',
  removeDo: 'Remove it for good',
} as const

export const formWords = {
  paste: 'Paste the questions of the form',
  hint: 'Numbered, under headings, as a table, or one on each line.',
  arrange: 'Arrange answers',
  arranging: 'Arranging…',
  found: (count: number) => (count === 0 ? 'No question was found.' : `${counted(count, 'question')} found.`),
  own: 'In your words',
  ownOf: (question: string) => `Your words for: ${question}`,
  nothing: 'Nothing in the packet fits this question.',
  takeOut: 'Take out',
  takeOutOf: (what: string) => `Take out ${what}`,
  putIn: 'Put something in',
  putInOf: (question: string) => `Put something under: ${question}`,
  choose: 'Choose from the packet',
  up: 'Earlier question',
  down: 'Later question',
  moveTo: (what: string) => `Put ${what} under another question`,
  moveToShort: 'Move to',
  copy: 'Copy this answer',
  copyAll: 'Copy all answers',
  change: 'Paste another form',
} as const
