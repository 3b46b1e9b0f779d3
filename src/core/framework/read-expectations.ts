// Reads expectations.csv: what each role asks for in each skill.
import { describeIssue, describeUnknownKey, shown } from './describe-issue.ts'
import { EXPECTATION_COLUMNS, type ExpectationRow, expectationRow } from './expectations-file.ts'
import type { Assumption, Framework, Weight } from './framework.ts'
import { errorAt, type Problem } from './problem.ts'
import { type CsvRow, readCsv } from './read-csv.ts'
import { addPlace, placeOf, type SourceMap } from './source-map.ts'

const EXPECTATIONS_FILE = 'expectations.csv'

export interface Expectations {
  expectations: Framework['expectations']
  /** Skills in order of their first appearance. */
  skillOrder: string[]
  assumptions: Assumption[]
  /** Keys of rows that could not be read, such as `/expectations/baker/hygiene`. */
  dropped: string[]
}

const ASSUMED_WEIGHT: Weight = 2

export function readExpectations(
  text: string | undefined,
  sources: SourceMap,
  problems: Problem[],
): Expectations {
  const file = EXPECTATIONS_FILE
  if (text === undefined) return { expectations: {}, skillOrder: [], assumptions: [], dropped: [] }
  const { rows, faults } = readCsv(text)
  for (const fault of faults) problems.push(errorAt({ file, line: fault.line }, fault.message, fault.mend))
  const collected: Expectations = { expectations: {}, skillOrder: [], assumptions: [], dropped: [] }
  const columns = readHeader(rows[0], problems)
  if (columns === undefined) return collected
  const skills = new Set<string>()
  let assumed = 0
  for (const row of rows.slice(1)) {
    const read = readRow(row, columns, collected.dropped, problems)
    if (read === undefined || isRepeated(read, row.line, sources, problems)) continue
    skills.add(read.skill)
    if (read.weight === undefined && read.level > 0) assumed++
    addExpectation(collected.expectations, read)
  }
  collected.skillOrder = [...skills]
  if (assumed > 0) {
    collected.assumptions.push({
      where: file,
      field: 'weight',
      assumed: `2, important (${assumed} ${assumed === 1 ? 'row' : 'rows'})`,
    })
  }
  return collected
}

function readHeader(row: CsvRow | undefined, problems: Problem[]): string[] | undefined {
  const place = { file: EXPECTATIONS_FILE, line: row?.line ?? 1 }
  const columns = row?.cells.map((cell) => cell.toLowerCase()) ?? []
  const missing = ['role', 'skill', 'level'].filter((column) => !columns.includes(column))
  for (const [index, column] of columns.entries()) {
    if (columns.indexOf(column) !== index) {
      problems.push(errorAt(place, `The column "${shown(column)}" stands twice.`, 'Keep one of the two.'))
    } else if (!EXPECTATION_COLUMNS.includes(column)) {
      const { message, mend } = describeUnknownKey(column, EXPECTATION_COLUMNS, [], {})
      problems.push(errorAt(place, `The column ${message}`, mend))
    }
  }
  if (missing.length === 0) return columns
  problems.push(
    errorAt(
      place,
      `The first line does not name the ${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}.`,
      'Begin the file with the line: role,skill,level,weight',
    ),
  )
  return undefined
}

function readRow(
  row: CsvRow,
  columns: string[],
  dropped: string[],
  problems: Problem[],
): ExpectationRow | undefined {
  const place = { file: EXPECTATIONS_FILE, line: row.line }
  if (row.cells.length > columns.length) {
    problems.push(
      errorAt(
        place,
        `The row has ${row.cells.length} values for ${columns.length} columns.`,
        'Remove what is too much, or put a value with a comma in quotes.',
      ),
    )
  }
  const named: Record<string, unknown> = {}
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index] ?? ''
    if (cell !== '' && EXPECTATION_COLUMNS.includes(column)) named[column] = cellValue(column, cell)
  }
  const result = expectationRow.safeParse(named)
  if (result.success) return result.data
  dropped.push(`/expectations/${named.role}/${named.skill}`)
  for (const issue of result.error.issues) {
    const column = String(issue.path[0] ?? '')
    const { message, mend } = describeIssue(issue, named[column], [column], {})
    problems.push(errorAt(place, message, mend))
  }
  return undefined
}

function cellValue(column: string, cell: string): string | number {
  const isNumber = column === 'level' || column === 'weight'
  return isNumber && /^-?\d{1,6}(\.\d{1,6})?$/.test(cell) ? Number(cell) : cell
}

function isRepeated(row: ExpectationRow, line: number, sources: SourceMap, problems: Problem[]): boolean {
  const key = `/expectations/${row.role}/${row.skill}`
  if (!sources.has(key)) {
    addPlace(sources, key, { file: EXPECTATIONS_FILE, line })
    return false
  }
  problems.push(
    errorAt(
      { file: EXPECTATIONS_FILE, line },
      `"${row.skill}" for "${row.role}" was already given in line ${placeOf(sources, key).line}.`,
      'Keep one of the two rows.',
    ),
  )
  return true
}

/** A row of nothing (level 0, weight 0) says the same as no row, so that both give the same framework. */
function addExpectation(expectations: Framework['expectations'], row: ExpectationRow): void {
  const weight = row.weight ?? (row.level > 0 ? ASSUMED_WEIGHT : 0)
  if (row.level === 0 && weight === 0) return
  const ofRole = expectations[row.role] ?? {}
  ofRole[row.skill] = { level: row.level, weight }
  expectations[row.role] = ofRole
}
