// Guesses what a table is: which rows are headings, what each column holds, and what the headings across name.
import { isLevelHeading, isSentence, type Profile, profileOf } from './column-profile.ts'
import { findHeadings, type Headings } from './find-headings.ts'
import { type Axes, guessAxes } from './guess-axes.ts'
import { isList, listGuess } from './guess-list.ts'
import { meaningOfHeading } from './heading-words.ts'
import type { ColumnMeaning, TableGuess } from './import-source.ts'
import { isTick } from './level-words.ts'
import { guessed, isGridColumn, type Looked, type Shape } from './looked-column.ts'
import { readDay } from './read-day.ts'
import { cellAt, type Table } from './table.ts'

/** Rows that are looked at; more would not change the guess. */
const SAMPLE_ROWS = 300

export function guessTable(table: Table): TableGuess {
  const headings = findHeadings(table)
  const columns = lookAt(table, headings)
  const guess = isList(columns) ? listGuess(columns) : gridGuess(columns, headings)
  const above = guess.across === null ? null : meaningAbove(headings, guess)
  return {
    path: table.path,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    number: table.number,
    title: headings.title || table.title,
    headingRows: headings.rows,
    above,
    titleIs: null,
    ...guess,
  }
}

function lookAt(table: Table, headings: Headings): Looked[] {
  const rows = Array.from(
    { length: Math.min(SAMPLE_ROWS, table.rows.length - headings.rows) },
    (_, index) => index + headings.rows,
  )
  return headings.names.map((heading, column) => {
    const values = rows.map((row) => cellAt(table, row, column))
    const profile = profileOf(values)
    return {
      column,
      heading,
      values,
      profile,
      meaning: meaningOfHeading(heading) ?? meaningOfNames(heading, profile),
    }
  })
}

/** A column of names of people says so by what is in it, where its heading does not contradict. */
function meaningOfNames(heading: string, { people, count, distinct }: Profile): ColumnMeaning | undefined {
  return NAMES.test(heading) && people >= 0.6 && distinct >= 0.8 * count ? 'person' : undefined
}

const NAMES = /^(full )?names?$/i

function gridGuess(columns: Looked[], headings: Headings): Shape {
  const label = labelColumn(columns)
  const values = columns.filter(
    (column) => column !== label && isGridColumn(column) && column.column > (label?.column ?? -1),
  )
  if (label === undefined || values.length === 0)
    return unused(columns, 'It is neither a list with known headings nor a grid.')
  const cells = cellsOf(values)
  if (cells === null) return unused(columns, 'Its cells are neither levels nor sentences.')
  if (isOfDates(label)) return unused(columns, 'Its rows are dates: it tells what was changed when.')
  const names = values.map(({ heading }) => heading)
  const axes = tickedAxes(label, values, headings) ?? guessAxes(label, names, cells, headings.corner)
  // Neither headings nor words speak for a grid of skills: a table of something else.
  if (
    cells === 'text' &&
    axes.across === 'skill' &&
    profileOf(values.flatMap((column) => column.values)).sentences < 0.3
  )
    return unused(columns, 'Its headings name no roles and no levels, and its cells hold no sentences.')
  const found = columns.map((column) => {
    if (column === label) return guessed(column, axes.rows, axes.sure)
    if (values.includes(column)) return guessed(column, 'value', axes.sure)
    return guessed(column, sideMeaning(column, label, axes.rows), column.meaning === undefined ? 0.5 : 0.9)
  })
  return {
    use: true,
    columns: found,
    across: axes.across,
    cells,
    confidence: axes.sure,
    why: `Rows look like ${PLURAL[axes.rows]}, headings like ${PLURAL[axes.across]}, and the cells hold ${cellWords(axes, cells)}.`,
  }
}

/** A list of changes; its first entry may stand where other tables have headings. */
function isOfDates({ heading, profile }: Looked): boolean {
  return readDay(heading) !== undefined || profile.dates >= 0.5
}

/** Ticks below headings of levels say which level it is; then the headings name levels and no roles. */
function tickedAxes(label: Looked, values: Looked[], { names, corner }: Headings): Axes | undefined {
  if (!values.every((column) => column.values.every((cell) => cell === '' || isTick(cell)))) return undefined
  const beside = names.slice(values[0]?.column ?? 0)
  const axes = guessAxes(
    label,
    beside.filter((name) => name !== ''),
    'text',
    corner,
  )
  return axes.across === 'level' && beside.every((name) => name === '' || isLevelHeading(name))
    ? axes
    : undefined
}

function cellWords({ across }: Axes, cells: 'level' | 'text'): string {
  if (cells === 'text') return 'sentences'
  return across === 'level' ? 'ticks' : 'levels'
}

const PLURAL: Record<'role' | 'skill' | 'level' | 'person', string> = {
  role: 'roles',
  skill: 'skills',
  level: 'levels',
  person: 'people',
}

function unused(columns: Looked[], why: string): Shape {
  return {
    use: false,
    columns: columns.map((column) => guessed(column, 'ignored', 0.3)),
    across: null,
    cells: null,
    confidence: 0.2,
    why,
  }
}

/** The column that names the rows: the one whose heading says so, else the finest of words before the values. */
function labelColumn(columns: Looked[]): Looked | undefined {
  const named = (meaning: ColumnMeaning) =>
    columns.filter((column) => column.meaning === meaning && column.profile.count > 0)
  const finest = (own: Looked[]) =>
    own.reduce<Looked | undefined>(
      (best, next) => (best === undefined || next.profile.distinct > best.profile.distinct ? next : best),
      undefined,
    )
  const byHeading =
    finest(named('person')) ?? finest(named('skill')) ?? finest(named('role')) ?? finest(named('level'))
  if (byHeading !== undefined) return byHeading
  const first = columns.findIndex(
    (column) => isGridColumn(column) && (column.profile.levels > 0.6 || column.profile.sentences > 0.4),
  )
  const before = columns
    .slice(0, first < 1 ? 1 : first)
    .filter(({ profile, meaning }) => profile.count > 0 && meaning !== 'group' && meaning !== 'path')
  return finest(before.filter(({ profile }) => profile.filled > 0.5)) ?? finest(before)
}

/** What a column beside the grid holds. */
function sideMeaning(column: Looked, label: Looked, rows: string): ColumnMeaning {
  const { meaning, profile, heading } = column
  if (meaning === 'text' || meaning === 'definition') return rows === 'skill' ? 'definition' : 'ignored'
  if (meaning === 'skill' && rows === 'skill') return 'group'
  if (meaning === 'level' || meaning === 'weight' || meaning === 'levelName' || meaning === rows)
    return 'ignored'
  if (meaning !== undefined) return meaning
  const isCoarser =
    column.column < label.column && profile.count > 0 && profile.distinct < label.profile.distinct
  if (!isCoarser || heading === '') return isCoarser ? coarserThan(rows) : 'ignored'
  return coarserThan(rows)
}

function coarserThan(rows: string): ColumnMeaning {
  return rows === 'skill' ? 'group' : rows === 'role' ? 'path' : 'ignored'
}

/** Levels where most cells are levels, or where a few short words stand again and again; else sentences. */
function cellsOf(values: Looked[]): 'level' | 'text' | null {
  const all = values.flatMap((column) => column.values).filter((value) => value !== '')
  const profile = profileOf(all)
  if (profile.count === 0) return null
  if (profile.levels >= 0.6) return 'level'
  const isVocabulary = profile.distinct <= 8 && profile.count >= 3 * profile.distinct && !all.some(isSentence)
  return isVocabulary ? 'level' : 'text'
}

/** A second row of headings groups skills, and puts roles on paths. */
function meaningAbove(headings: Headings, guess: Shape): TableGuess['above'] {
  if (
    headings.above.length === 0 ||
    !guess.columns.some(({ column, meaning }) => meaning === 'value' && headings.above[column])
  )
    return null
  if (guess.across === 'skill') return 'group'
  if (guess.across === 'level') return 'role'
  return guess.across === 'role' ? 'path' : null
}
