// The words of the page on which somebody brings a framework.
import type { ColumnMeaning, TableGuess } from '../../core/importing/import-source.ts'

export const bringWords = {
  title: 'Bring a framework',
  lead: 'A career ladder, a skills matrix, competencies: in whatever form you have it.',
  about:
    'Spreadsheets (.xlsx), tables (.csv), pages (.md, .html), JSON, a folder, or a zip archive of them. It is read on this device, and nothing is kept before you say so.',
  file: 'A file, or several',
  drop: 'or drop them here',
  paste: 'Or paste a table',
  pasteHint: 'Copy the cells in your spreadsheet or wiki, click here and paste.',
  pastedName: 'Pasted table',
  tooLarge: 'This is larger than 20 MB. Bring only the part that holds the framework.',
  reading: (name: string) => `Reading ${name}…`,
  readingAgain: 'Reading again…',
  seconds: (seconds: number) => `${seconds} seconds; it is ended after ten.`,
  cancel: 'Cancel',
  cancelled: 'Called off. Nothing was kept.',
  another: 'Bring something else',
  recognised: (what: string, sure: string) => `This looks like ${what}: ${sure}.`,
  sure: (share: number) => (share >= 0.95 ? 'no doubt' : share >= 0.75 ? 'fairly sure' : 'a guess'),
  understood: (counts: string) => `Understood: ${counts}.`,
  notUnderstood: 'Nothing was understood that could be kept.',
  people: (people: number, ratings: number) =>
    `It also holds ${ratings} ratings of ${people} people. They are not taken over: Skillmap keeps ratings of yourself so far.`,
  kind: 'Read it as',
  kindRecognised: 'what it looks like',
  tables: 'How the tables are understood',
  tablesHelp:
    'Each column says what it is taken for. Change what is wrong; the file is read again at once, and nothing is kept by that.',
  useTable: 'Use this table',
  column: (heading: string, number: number) => `What is in column ${heading || number}`,
  across: 'The headings of the grid name',
  acrossNames: { role: 'roles', skill: 'skills', level: 'levels', person: 'people' },
  cells: 'Its cells hold',
  cellsNames: { level: 'levels', text: 'sentences', weight: 'weights' },
  titleIs: (title: string) => `“${title}” is`,
  titleNames: { path: 'a path', role: 'a role', group: 'a group of skills', skill: 'a skill' },
  titleOnly: 'only a title',
  headingRows: 'Rows of headings',
  moreRows: (count: number) => (count === 1 ? 'and one more row' : `and ${count} more rows`),
  levelWords: 'Words for levels, lowest first',
  levelUp: (word: string) => `Move ${word} up`,
  levelDown: (word: string) => `Move ${word} down`,
  losses: (count: number) => (count === 1 ? 'One thing is left out' : `${count} things are left out`),
  noLosses: 'Nothing is left out.',
  assumptions: 'What is assumed, because it does not say',
  lint: (count: number) => (count === 1 ? 'One remark about it' : `${count} remarks about it`),
  lintMore: (count: number) => `${count} more: skillmap lint lists all of them.`,
  map: 'How it looks',
  mapLabel: (name: string) => `The map of ${name}`,
  keep: 'Keep it',
  name: 'Name',
  as: 'Keep it as',
  asNew: 'a new framework',
  asVersion: (name: string) => `a new version of ${name}`,
  use: 'Use it',
  using: 'Keeping it…',
  keepOnly: 'Keep it, and go on as before',
  keptOnly: (name: string) => `${name} is kept. Your map is drawn as before.`,
  toFrameworks: 'To the frameworks',
} as const

export const meaningNames: Record<ColumnMeaning, string> = {
  role: 'Role',
  skill: 'Skill',
  level: 'Level',
  value: 'Part of the grid',
  text: 'Sentences',
  group: 'Group of skills',
  path: 'Path',
  definition: 'What the skill means',
  weight: 'Weight',
  band: 'Altitude of a role',
  purpose: 'What a role is for',
  levelName: 'Name of a level',
  person: 'Person',
  date: 'Date',
  rater: 'Who rated',
  ignored: 'Left out',
}

/** What stands over a table: the sheet or the heading, and the file where there are several. */
export function tableName(table: TableGuess, several: boolean): string {
  const own = table.title || table.sheet || table.path
  return several && own !== table.path ? `${own} (${table.path})` : own
}
