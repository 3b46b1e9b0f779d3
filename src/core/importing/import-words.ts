// What an import holds and how it was understood, in words that the command line and the pages share.
import type { Assumption } from '../framework/framework.ts'
import type { ImportKind, ImportPlace, TableGuess } from './import-source.ts'

export const IMPORT_KIND_NAMES: Record<ImportKind, string> = {
  'skillmap-folder': 'a framework of Skillmap, as a folder',
  'skillmap-json': 'a framework of Skillmap, as JSON',
  'skillmap-workbook': 'a framework of Skillmap, as a workbook',
  'skillmap-table': 'a framework of Skillmap, as a long table',
  'skillmap-document': 'a framework of Skillmap, as a document',
  'financial-times': 'competencies in the format of the Financial Times',
  snowflake: 'tracks and milestones in the format of Snowflake',
  'engineering-ladders': 'ladders in the format of engineeringladders.com',
  pages: 'headings with lists',
  tables: 'tables',
  'people-grid': 'ratings of people',
}

/** Such as "20 roles, 46 skills and 5 levels". */
export function countsInWords(understood: readonly { what: string; count: number }[]): string {
  const parts = understood.map(
    ({ what, count }) => `${count.toLocaleString('en-GB')} ${nounFor(what, count)}`,
  )
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function nounFor(what: string, count: number): string {
  if (count !== 1) return what
  return what === 'people' ? 'person' : what.replace(/s$/, '')
}

/** Such as "ladder.xlsx, sheet Levels, C4" or "ladder.md, line 12". */
export function placeInWords({ path, sheet, line, cell }: ImportPlace): string {
  const parts = [path === '.' ? undefined : path, sheet === undefined ? undefined : `sheet ${sheet}`]
  if (cell !== undefined) parts.push(cell)
  else if (line !== undefined) parts.push(`${sheet === undefined ? 'line' : 'row'} ${line}`)
  return parts.filter((part) => part !== undefined).join(', ')
}

/** One line for each field that was left out, such as "kind: unknown, 12 times". */
export function assumptionsInWords(assumptions: readonly Assumption[]): string[] {
  const byField = new Map<string, { assumed: Set<string>; count: number }>()
  for (const { field, assumed } of assumptions) {
    const name = (field.split(' / ').at(-1) ?? field).replaceAll('_', ' ')
    const known = byField.get(name) ?? { assumed: new Set<string>(), count: 0 }
    known.assumed.add(assumed)
    known.count += 1
    byField.set(name, known)
  }
  return [...byField].map(([name, { assumed, count }]) => {
    const what = assumed.size === 1 ? [...assumed].join('') : 'a different one each'
    return `${name}: ${what}${count === 1 ? '' : `, ${count} times`}`
  })
}

const ACROSS: Record<NonNullable<TableGuess['across']>, string> = {
  role: 'roles',
  skill: 'skills',
  level: 'levels',
  person: 'people',
}

const CELLS: Record<NonNullable<TableGuess['cells']>, string> = {
  level: 'levels',
  text: 'sentences',
  weight: 'weights',
}

function cellsInWords(across: TableGuess['across'], cells: NonNullable<TableGuess['cells']>): string {
  return across === 'level' && cells === 'level'
    ? 'a tick says which of them'
    : `the cells hold ${CELLS[cells]}`
}

/** One sentence about how a table is understood, such as "Each row is a skill; the headings name roles; …". */
export function tableInWords(table: TableGuess): string {
  if (!table.use) return 'Left out.'
  const rows = (['skill', 'role', 'person', 'level'] as const).find((meaning) =>
    table.columns.some((column) => column.meaning === meaning),
  )
  const parts = [
    rows === undefined ? undefined : `Each row names a ${rows}`,
    table.across === null ? undefined : `the headings name ${ACROSS[table.across]}`,
    table.cells === null ? undefined : cellsInWords(table.across, table.cells),
    table.titleIs === null ? undefined : `the title “${table.title}” is a ${table.titleIs}`,
  ].filter((part) => part !== undefined)
  const sentence = parts.join('; ')
  return sentence === '' ? 'Used as it is.' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}
