// Reads what a tracker exports, as a table or as JSON, into traces: one for each change or ticket that was done.
import { readDelimited } from '../importing/delimited.ts'
import { CAPTURE_LIMITS, type CaptureReading, LeftOutCounter, unreadable } from './capture-reading.ts'
import { rowsOfJson } from './json-rows.ts'
import { readMoment } from './read-moment.ts'
import type { TraceOfWork } from './trace.ts'
import { doneBy, plainHeading, shapeOf, type TrackerShape } from './tracker-shapes.ts'

interface Row {
  line: number | null
  /** The values under a plain heading; several where the heading comes more than once. */
  values(headings: readonly string[]): string[]
}

const KNOWN =
  'Pull requests and issues of GitHub, merge requests and issues of GitLab, and tickets of Jira are known.'

/** Cells are text and nothing else: what begins with `=` stays as it is. Never throws for what a file holds. */
export function readTracker(text: string): CaptureReading {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const table = /^\s*[[{]/.test(plain) ? rowsOfJson(plain) : tableOf(plain)
  if (table === null)
    return unreadable('This is neither a table nor JSON.', `Export it as CSV, with its headings. ${KNOWN}`)
  const shape = shapeOf(table.headings)
  if (shape === null) {
    const shown = table.headings.slice(0, 6).join(', ').slice(0, 200)
    return unreadable(`The columns are of no tracker that is known here: ${shown}.`, KNOWN, 1)
  }
  return readRows(shape, table)
}

export interface TrackerTable {
  headings: string[]
  rows: { line: number | null; cells: string[] }[]
  faults: { line: number; message: string }[]
}

function tableOf(text: string): TrackerTable | null {
  const read = readDelimited(text)
  const [head, ...rows] = read?.rows ?? []
  return head === undefined ? null : { headings: head.cells, rows, faults: read?.faults ?? [] }
}

function readRows(shape: TrackerShape, table: TrackerTable): CaptureReading {
  const left = new LeftOutCounter()
  for (const { line, message } of table.faults) left.add(message, line)
  const places = new Map<string, number[]>()
  for (const [index, heading] of table.headings.entries())
    places.set(plainHeading(heading), [...(places.get(plainHeading(heading)) ?? []), index])
  const rows = table.rows.slice(0, CAPTURE_LIMITS.rows).map(({ line, cells }): Row => {
    const values = (headings: readonly string[]) =>
      headings
        .flatMap((heading) => (places.get(heading) ?? []).map((index) => cells[index] ?? ''))
        .filter((value) => value !== '')
    return { line, values }
  })
  if (table.rows.length > rows.length) left.add(`only the first ${CAPTURE_LIMITS.rows} rows are read`, null)
  const monthFirst = writesMonthFirst(shape, rows)
  const traces = rows
    .flatMap((row) => traceOf(shape, row, monthFirst, left) ?? [])
    .slice(0, CAPTURE_LIMITS.traces)
  return {
    source: shape.source,
    traces,
    people: peopleOf(traces),
    leftOut: left.list((count) => (count === 1 ? 'One row' : `${count} rows`)),
    problem: null,
  }
}

/** Of 3/4/2026 alone nobody can tell; another row of the same file often can. */
function writesMonthFirst(shape: TrackerShape, rows: readonly Row[]): boolean {
  return rows
    .flatMap((row) => row.values([...shape.done, ...shape.fallback]))
    .some((value) => {
      const [, first, second] = /^(\d{1,2})\/(\d{1,2})\/\d{2,4}/.exec(value) ?? []
      return Number(second) > 12 && Number(first) <= 12
    })
}

function traceOf(
  shape: TrackerShape,
  row: Row,
  monthFirst: boolean,
  left: LeftOutCounter,
): TraceOfWork | null {
  const [title = ''] = row.values(shape.title)
  if (title === '') return leave(left, 'without a title', row)
  const done = whenDone(shape, row, monthFirst)
  if (typeof done === 'string') return leave(left, done, row)
  const [key = ''] = row.values(shape.key)
  const [link] = row.values(shape.link).filter((value) => /^https?:\/\//i.test(value))
  const named = shape.tool === 'jira' && key !== '' ? `${key} ${title}` : title
  const one = (values: string[]) => [...new Set(values.flatMap(partsOf))]
  return {
    kind: shape.kind,
    origin: link ?? `${shape.tool}:${shape.kind}:${key === '' ? `${done.day} ${title}` : key}`,
    ...done,
    text: named.replace(/\s+/g, ' ').slice(0, CAPTURE_LIMITS.text),
    who: one(row.values(shape.who)),
    files: row.values(shape.files).flatMap((value) => value.split('\n')),
    labels: one(row.values(shape.labels)),
    branch: null,
    branchTitle: null,
    people: one(row.values(shape.people)),
    link: link ?? null,
    minutes: null,
  }
}

function leave(left: LeftOutCounter, why: string, row: Row): null {
  left.add(why, row.line)
  return null
}

/** Names and labels that share a cell. */
function partsOf(value: string): string[] {
  return value
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The day, or why there is none. */
function whenDone(shape: TrackerShape, row: Row, monthFirst: boolean): { day: string; at: number } | string {
  const moment = (headings: readonly string[]) =>
    row
      .values(headings)
      .map((value) => readMoment(value, monthFirst))
      .find((found) => found !== null)
  const states = row.values(shape.state).map((state) => doneBy(state, shape.kind))
  const merged = moment(shape.done)
  if (merged !== undefined && (shape.kind === 'change' || !states.includes('dropped'))) return merged
  if (states.includes('dropped')) return 'closed without being done'
  if (states.includes('no')) return 'not done yet'
  if (!states.includes('yes')) return 'not said to be done'
  return moment(shape.fallback) ?? 'without a day on which it was done'
}

function peopleOf(traces: readonly TraceOfWork[]): CaptureReading['people'] {
  const counts = new Map<string, number>()
  for (const { who } of traces) for (const name of who) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, 200)
}
