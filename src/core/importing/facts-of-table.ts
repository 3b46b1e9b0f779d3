// Turns a table into facts as its guess says, and tells every cell that gives none.
import { shown } from '../framework/describe-issue.ts'
import { isSentence } from './column-profile.ts'
import type { Fact } from './fact.ts'
import { findHeadings } from './find-headings.ts'
import type { ColumnGuess, ColumnMeaning, ImportPlace, Loss, TableGuess } from './import-source.ts'
import { legendIn } from './legend.ts'
import { saysNothing } from './level-words.ts'
import { cellAt, placeOf, type Table } from './table.ts'

type Names = Partial<Record<Exclude<ColumnMeaning, 'value' | 'ignored'>, string>>

interface Reading {
  table: Table
  guess: TableGuess
  labels: ColumnGuess[]
  values: ColumnGuess[]
  texts: ColumnGuess[]
  above: string[]
  facts: Fact[]
  losses: Loss[]
}

/** Words at the foot of a table that sum up what stands above. */
const SUMS = /^(total|sum|average|avg|mean|summe|gesamt|durchschnitt)\b/i

export function factsOfTable(table: Table, guess: TableGuess): { facts: Fact[]; losses: Loss[] } {
  const used = guess.columns.filter(({ meaning }) => meaning !== 'ignored')
  const reading: Reading = {
    table,
    guess,
    labels: used.filter(({ meaning }) => meaning !== 'value' && meaning !== 'text'),
    values: used.filter(({ meaning }) => meaning === 'value'),
    texts: used.filter(({ meaning }) => meaning === 'text'),
    above: guess.above === null ? [] : findHeadings(table).above,
    facts: [],
    losses: [],
  }
  loseWordsAbove(reading)
  loseColumns(reading)
  let before: Names = {}
  for (let row = guess.headingRows; row < table.rows.length; row++) before = readRow(row, before, reading)
  return { facts: reading.facts, losses: reading.losses }
}

/** Everything of a table that is not used at all. */
export function loseTable(table: Table, why: string): Loss {
  const cells = table.rows.flat().filter((cell) => cell !== '').length
  return { place: placeOf(table, 0), what: `The table "${shown(table.title)}" with ${cells} cells`, why }
}

/** Notes above the headings; the title is used. */
function loseWordsAbove({ table, guess, losses, facts }: Reading): void {
  const said = new Set([guess.title])
  for (let row = 0; row < guess.headingRows; row++) {
    const [words = '', ...others] = new Set((table.rows[row] ?? []).filter((cell) => cell !== ''))
    if (others.length > 0) return
    if (words === '' || said.has(words)) continue
    said.add(words)
    const legend = factsOfLegend(words, placeOf(table, row))
    facts.push(...legend)
    if (legend.length > 0) continue
    losses.push({
      place: placeOf(table, row),
      what: shown(words),
      why: 'It stands above the headings of the table.',
    })
  }
}

function loseColumns({ table, guess, losses }: Reading): void {
  for (const { column, meaning, heading } of guess.columns) {
    if (meaning !== 'ignored') continue
    let cells = 0
    for (let row = guess.headingRows; row < table.rows.length; row++)
      if (cellAt(table, row, column) !== '') cells++
    const name = heading === '' ? 'A column without a heading' : `The column "${shown(heading)}"`
    if (cells > 0)
      losses.push({
        place: placeOf(table, Math.max(0, guess.headingRows - 1), column),
        what: `${name} with ${cells} ${cells === 1 ? 'value' : 'values'}`,
        why: 'It is not taken for anything that a framework has.',
      })
  }
}

/** Reads a row; the names that hold on where the next row leaves them empty are returned. */
function readRow(row: number, before: Names, reading: Reading): Names {
  const { table, guess, losses } = reading
  const cells = table.rows[row] ?? []
  if (cells.every((cell) => cell === '')) return before
  if (readNote(row, reading)) return before
  const written = namesIn(row, reading)
  const names = fillDown(written, before, reading)
  if (isGroupRow(row, reading)) return { ...before, group: firstWords(cells) }
  const subject =
    guess.across === null
      ? (names.skill ?? names.role ?? names.person ?? names.level)
      : labelOf(names, reading)
  if (subject === undefined || SUMS.test(subject)) {
    const what = `The row ${shown(cells.filter((cell) => cell !== '').join(' · '))}`
    losses.push({
      place: placeOf(
        table,
        row,
        cells.findIndex((cell) => cell !== ''),
      ),
      what,
      why: cells.some((cell) => SUMS.test(cell)) ? 'It sums up other rows.' : 'It has no name.',
    })
    return before
  }
  const titled =
    guess.titleIs === null || names[guess.titleIs] !== undefined
      ? names
      : { ...names, [guess.titleIs]: guess.title }
  if (guess.across === null) readListRow(row, titled, reading)
  else readGridRow(row, titled, reading)
  return names
}

/** The names that a legend gives to levels. */
export function factsOfLegend(words: string, place: ImportPlace): Fact[] {
  return [...(legendIn(words) ?? [])].map(([level, levelName]) => ({
    place,
    level: String(level),
    levelName,
  }))
}

/** A legend, or a note at the foot of the table: words alone in their row that are no name. */
function readNote(row: number, { table, facts, losses }: Reading): boolean {
  const [words = '', ...others] = new Set((table.rows[row] ?? []).filter((cell) => cell !== ''))
  if (others.length > 0) return false
  const place = placeOf(table, row)
  const legend = factsOfLegend(words, place)
  facts.push(...legend)
  if (legend.length > 0) return true
  const isApart = (table.rows[row - 1] ?? []).every((cell) => cell === '') && isSentence(words)
  const isLast = table.rows
    .slice(row + 1)
    .every((cells) => new Set(cells.filter((cell) => cell !== '')).size < 2)
  if (!isLast || !(isApart || /^[*†¹]/.test(words))) return false
  losses.push({ place, what: shown(words), why: 'It is a note below the table.' })
  return true
}

function namesIn(row: number, { table, labels }: Reading): Names {
  const names: Names = {}
  for (const { column, meaning } of labels) {
    const cell = cellAt(table, row, column)
    if (cell !== '' && meaning !== 'value' && meaning !== 'ignored') names[meaning] ??= cell
  }
  return names
}

/** Spreadsheets write a path, a group, and in lists a role or skill, once for the rows below. */
function fillDown(names: Names, before: Names, { guess, labels }: Reading): Names {
  const filled: Names = { ...names }
  const held: (keyof Names)[] = guess.across === null ? ['path', 'role', 'group', 'skill'] : ['path', 'group']
  const columns = new Set(labels.map(({ meaning }) => meaning))
  const isGroupAsRow = !columns.has('group')
  for (const key of held) {
    const value = before[key]
    if (
      filled[key] === undefined &&
      value !== undefined &&
      (columns.has(key) || (key === 'group' && isGroupAsRow))
    )
      filled[key] = value
  }
  // A list of people names everybody anew.
  if (
    columns.has('person') &&
    guess.across === null &&
    names.person === undefined &&
    before.person !== undefined
  )
    filled.person = before.person
  return filled
}

function labelOf(names: Names, { guess, labels }: Reading): string | undefined {
  const across = guess.across
  for (const axis of ['person', 'skill', 'role', 'level'] as const) {
    if (axis === across) continue
    // A role beside the name of a person is not what the row is about.
    if (labels.some(({ meaning }) => meaning === axis)) return names[axis]
  }
  return undefined
}

/** In a grid a row with nothing but a name, or the same words all over, heads the rows below as a group. */
function isGroupRow(row: number, { table, guess, values, labels }: Reading): boolean {
  if (guess.across === null || values.length < 2 || labels.some(({ meaning }) => meaning === 'group'))
    return false
  if (!labels.some(({ meaning }) => meaning === 'skill')) return false
  const cells = table.rows[row] ?? []
  const spoken = cells.filter((cell) => cell !== '')
  if (spoken.length === 1) return (cells[0] ?? '') !== '' && row + 1 < table.rows.length
  return spoken.length > 2 && new Set(spoken).size === 1
}

function firstWords(cells: string[]): string {
  return cells.find((cell) => cell !== '') ?? ''
}

function readListRow(row: number, names: Names, { table, texts, facts }: Reading): void {
  const place = placeOf(table, row)
  const own = texts
    .map(({ column }) => ({ column, text: cellAt(table, row, column) }))
    .filter(({ text }) => text !== '')
  if (own.length === 0) facts.push({ ...names, place })
  for (const { column, text } of own) facts.push({ ...names, text, place: placeOf(table, row, column) })
}

function readGridRow(
  row: number,
  names: Names,
  { table, guess, values, above, facts, losses }: Reading,
): void {
  let hasValue = false
  for (const { column, heading } of values) {
    const cell = cellAt(table, row, column)
    if (cell === '' || guess.across === null || guess.cells === null) continue
    const place = placeOf(table, row, column)
    const upper = guess.above === null ? undefined : above[column]
    if (heading === '') losses.push({ place, what: shown(cell), why: 'Its column has no heading.' })
    else if ((guess.cells === 'level' && guess.across !== 'level') || !saysNothing(cell)) {
      hasValue = true
      const fact: Fact = { ...names, place }
      if (upper && guess.above !== null) fact[guess.above] = upper
      fact[guess.across] = heading
      // Under headings of levels a tick says which of them it is.
      if (guess.cells !== guess.across) fact[guess.cells] = cell
      facts.push(fact)
    }
  }
  // A name alone is still a role or a skill.
  if (!hasValue) facts.push({ ...names, place: placeOf(table, row) })
}
