// The words of the pages on which the record is read and checked, and of erasing whoever has left.
import type { ReadableKind } from '../../core/audit/readable.ts'

const count = (many: number, one: string, more: string) =>
  `${many.toLocaleString('en-GB')} ${many === 1 ? one : more}`
const lines = (many: number) => count(many, 'line', 'lines')
const rows = (many: number) => count(many, 'row', 'rows')

const kinds: Record<ReadableKind, string> = {
  people: 'The list of people',
  administration: 'Grants and invitations',
  views: 'Views of several people',
  rounds: 'Rounds',
  frameworks: 'Frameworks',
  erasures: 'Erasures',
  backups: 'Backups',
  audit: 'This record',
}

export const recordPageWords = {
  title: 'Record',
  about: 'What was done to the organisation, by whom and what for; and whether that record is whole.',
  lead: 'What was done to the organisation, the newest first. Nobody can change or remove a line without its showing.',
  notIn:
    'What people do with what is theirs is not among it: not that somebody rates, asks, answers, writes, shares, exports or signs in. That you read this is a line of it. “The server” is its terminal, a directory, or what the program does by itself.',
  readers: 'Administrators of the audit read this page, and nobody else.',
  filter: 'Which lines',
  by: 'Who did it',
  anybody: 'Anybody',
  kind: 'What it is about',
  all: 'Everything',
  kinds,
  from: 'From',
  until: 'Until',
  lines: 'Lines',
  none: 'There is no such line.',
  earlier: 'Earlier lines',
  reading: 'Reading earlier lines',
  check: 'Is the record whole?',
  checkAbout:
    'Every line holds the hash of the line before, also those that nobody reads here. The check goes through all of them.',
  checkDo: 'Check the whole record',
  checking: (done: number, of: number) => `Checking: ${lines(done)} of ${of.toLocaleString('en-GB')}`,
  whole: (from: string, to: string, many: number) => `Unbroken from ${from} to ${to}: ${lines(many)}.`,
  broken: (seq: number) =>
    `Line ${seq.toLocaleString('en-GB')} does not fit the line before it. Somebody changed, removed or added something in the database, or an older state was put back in part. The lines before it hold. Compare with a file that was taken out earlier, and with a backup.`,
  head: 'The newest line and its hash. Noted down elsewhere, it shows later that nothing was cut off at the end:',
  exportAbout:
    'As a file (JSON, a line for each line), which anybody can check with skillmap audit --file. Lines about what is private hold a hash in place of what they say.',
  exportDo: 'Take the record out',
  exporting: (done: number, of: number) => `Taking out: ${lines(done)} of ${of.toLocaleString('en-GB')}`,
  exported: (many: number) => `${lines(many)} are in the file.`,
}

export const ownRecordWords = {
  title: 'What the record holds of what you did',
  about:
    'An action and a kind of thing, never what was in it. Only you read these lines; administrators of the audit read those about the organisation. They stay when you are erased, under an id without a name.',
  show: 'Show it',
  none: 'Nothing yet.',
}

export const eraseWords = {
  title: (name: string) => `Erase ${name}`,
  open: 'Erase',
  openAbout: 'Everything that is kept of somebody who has left can be erased, with a proof.',
  openDo: (name: string) => `Look what erasing ${name} would remove`,
  lead: (name: string, day: string) =>
    `${name} left on ${day}. Erasing is done at once and cannot be undone.`,
  goes: 'What goes',
  goesList: {
    member_change: (many: number) => `${count(many, 'change', 'changes')} of their record`,
    team_member: (many: number) => `${count(many, 'line', 'lines')} of which team they were in`,
    management: (many: number) => `${count(many, 'line', 'lines')} of who managed them`,
    held_role: (many: number) => `${count(many, 'line', 'lines')} of the role they were held in`,
    admin_grant: (many: number) => `${count(many, 'grant', 'grants')} of administration`,
  } as Record<string, (many: number) => string>,
  goesName: 'Their name, account, ways in and sessions.',
  goesPrivate:
    'All that is theirs alone: ratings, plans, journal, feedback, packets, shares, keys. How much there is of it is told to nobody.',
  goesOthers:
    'What they said of others, also what was given; what others said of them; openings and agreements of which they are one side; people whom they kept for themselves.',
  stays: 'What stays',
  staysList: [
    'The record: ids and hashes, without a name.',
    'Rounds that they organised, and what they published: they belong to the organisation.',
    'Their share in figures that were released, with at least four others.',
    'Words of others that name them, and files that somebody took out or was given.',
    'Backups, until they expire. Whoever puts one back: they are erased again at the next start.',
  ],
  before:
    'They may want their own data: whoever leaves can take everything along while they can still sign in.',
  confirm: (name: string) => `Type the name as it is on the list: ${name}`,
  do: 'Erase for good',
  doing: 'Erasing, and searching every table for what is left',
  done: 'It is done.',
  erased: 'Erased people',
  erasedAbout: 'Who was erased and when, by id, with the proof of each.',
  erasedLead: 'Whose the ids were is not kept. Administrators of people read this page.',
  nobody: 'Nobody was erased yet.',
  line: (when: string, by: string | null) => `${when}, by ${by ?? 'themselves'}`,
  proof: 'Proof',
  sum: (removed: number, tables: number, columns: number) =>
    `${rows(removed)} removed from the ${tables} tables that hold people. Then ${columns} columns were searched for the id.`,
  clean: 'Nothing of them is left but what is meant to stay:',
  nothing: 'The id stands nowhere any more.',
  unclean: 'Something is left that was not meant to stay. Tell whoever runs the server:',
  place: (table: string, column: string, many: number | null, why: string) =>
    `${table.replaceAll('_', ' ')}, ${column.replaceAll('_', ' ')}${many === null ? '' : ` (${rows(many)})`}: ${why}`,
  hash: 'Hash of the proof, which a line of the record holds:',
  save: 'Save the proof',
  again: 'Search again',
  searching: 'Searching every table',
  inChain: 'The record holds the hash of this proof.',
  notInChain: 'The record does not hold the hash of this proof: one of the two was changed.',
}
