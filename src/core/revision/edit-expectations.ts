// Changes one expectation in the text of expectations.csv and leaves every other byte as it was.

import type { Expectation, Weight } from '../framework/framework.ts'

interface Span {
  start: number
  end: number
  value: string
}

interface Columns {
  role: number
  skill: number
  level: number
  /** -1 where the file has no such column. */
  weight: number
}

interface Line {
  /** Without its line end. */
  text: string
  /** Of the text, where the line begins. */
  start: number
  /** "\n", "\r\n", or nothing at the end of the file. */
  ending: string
}

/** What a file without a weight column means by a row (docs/framework-format.md). */
const ASSUMED_WEIGHT: Weight = 2

/** By role, then skill, as the rows say it; rows that cannot be read are passed over, and lint names them. */
export function readCells(text: string): Map<string, Map<string, Expectation>> {
  const lines = linesOf(text)
  const cells = new Map<string, Map<string, Expectation>>()
  const columns = columnsOf(lines[0])
  if (columns === null) return cells
  for (const line of lines.slice(1)) {
    const spans = spansOf(line.text)
    const [role, skill, level] = [
      valueAt(spans, columns.role),
      valueAt(spans, columns.skill),
      numberAt(spans, columns.level),
    ]
    if (role === '' || skill === '' || level === null) continue
    const weight = numberAt(spans, columns.weight) ?? (level > 0 ? ASSUMED_WEIGHT : 0)
    const ofRole = cells.get(role) ?? new Map<string, Expectation>()
    if (!ofRole.has(skill)) ofRole.set(skill, { level, weight: weight as Weight })
    cells.set(role, ofRole)
  }
  return cells
}

/** The cell that a line of the file is about, lines counted from 1; null where it is about none. */
export function cellAtLine(text: string, number: number): { role: string; skill: string } | null {
  const lines = linesOf(text)
  const columns = columnsOf(lines[0])
  const line = lines[number - 1]
  if (columns === null || line === undefined || number < 2) return null
  const spans = spansOf(line.text)
  const [role, skill] = [valueAt(spans, columns.role), valueAt(spans, columns.skill)]
  return role === '' || skill === '' ? null : { role, skill }
}

/**
 * The file with one cell changed: only that row is written anew. Level 0 takes the row out; a new row stands behind
 * the last one of its role. Null where the file's first line does not name its columns, or the file has no column for
 * a weight that would need one.
 */
export function editCell(
  text: string,
  cell: { role: string; skill: string },
  next: Expectation,
): string | null {
  const lines = linesOf(text)
  const columns = columnsOf(lines[0])
  if (columns === null) return null
  if (columns.weight < 0 && next.level > 0 && next.weight !== ASSUMED_WEIGHT) return null
  const isOfRole = (line: Line) => valueAt(spansOf(line.text), columns.role) === cell.role
  const found = lines
    .slice(1)
    .find((line) => isOfRole(line) && valueAt(spansOf(line.text), columns.skill) === cell.skill)
  if (found !== undefined)
    return next.level === 0 ? without(text, found) : rewritten(text, found, columns, next)
  if (next.level === 0) return text
  const last = lines.slice(1).findLast(isOfRole) ?? lines.findLast((line) => line.text.trim() !== '')
  return inserted(text, last, rowOf(columns, cell, next), lines[0]?.ending || '\n')
}

function without(text: string, line: Line): string {
  return text.slice(0, line.start) + text.slice(line.start + line.text.length + line.ending.length)
}

function rewritten(text: string, line: Line, columns: Columns, next: Expectation): string {
  const spans = spansOf(line.text)
  const changes: [number, string][] = [[columns.level, String(next.level)]]
  if (columns.weight >= 0) changes.push([columns.weight, String(next.weight)])
  let row = line.text
  // From the right, so that the places of those further left still hold.
  for (const [column, value] of changes.toSorted((a, b) => b[0] - a[0])) {
    const span = spans[column]
    row =
      span === undefined
        ? `${row}${','.repeat(Math.max(0, column - spans.length + 1))}${value}`
        : row.slice(0, span.start) + value + row.slice(span.end)
  }
  return text.slice(0, line.start) + row + text.slice(line.start + line.text.length)
}

function inserted(text: string, after: Line | undefined, row: string, ending: string): string {
  if (after === undefined) return text
  const at = after.start + after.text.length + after.ending.length
  return after.ending === ''
    ? `${text}${ending}${row}${ending}`
    : text.slice(0, at) + row + ending + text.slice(at)
}

function rowOf(columns: Columns, cell: { role: string; skill: string }, next: Expectation): string {
  const values: string[] = []
  const put = (column: number, value: string | number) => {
    if (column >= 0) values[column] = String(value)
  }
  put(columns.role, cell.role)
  put(columns.skill, cell.skill)
  put(columns.level, next.level)
  put(columns.weight, next.weight)
  return Array.from(values, (value) => value ?? '').join(',')
}

function columnsOf(header: Line | undefined): Columns | null {
  const names = spansOf((header?.text ?? '').replace(/^\ufeff/, '')).map((span) => span.value.toLowerCase())
  const [role, skill, level] = ['role', 'skill', 'level'].map((name) => names.indexOf(name))
  if (role === undefined || skill === undefined || level === undefined) return null
  return Math.min(role, skill, level) < 0 ? null : { role, skill, level, weight: names.indexOf('weight') }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const found of text.matchAll(/\r?\n/g)) {
    lines.push({ text: text.slice(start, found.index), start, ending: found[0] })
    start = found.index + found[0].length
  }
  if (start < text.length) lines.push({ text: text.slice(start), start, ending: '' })
  return lines
}

/** Ids and numbers hold neither commas nor line breaks, so that quotes may be there and need no more care. */
function spansOf(line: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const part of line.split(',')) {
    const value = part
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim()
    const offset = value === '' ? part.length : part.indexOf(value)
    spans.push({ start: start + offset, end: start + offset + value.length, value })
    start += part.length + 1
  }
  return spans
}

function valueAt(spans: Span[], column: number): string {
  return spans[column]?.value ?? ''
}

function numberAt(spans: Span[], column: number): number | null {
  const value = column < 0 ? '' : valueAt(spans, column)
  return /^\d{1,3}$/.test(value) ? Number(value) : null
}
