// What applying the edits of a workbook works on: a copy of the framework, and what could not be applied.

import { shown } from '../framework/describe-issue.ts'
import type { Framework } from '../framework/framework.ts'
import type { ImportPlace, Loss } from './import-source.ts'
import type { OwnCell, WorkbookReading } from './workbook-reading.ts'

export interface WorkbookEditing {
  /** A copy, which the edits change. */
  framework: Framework
  /** What the workbook said when it was written, and what it says now. */
  before: WorkbookReading
  after: WorkbookReading
  losses: Loss[]
  /** How many weights had to be assumed. */
  assumedWeights: number
}

/** A cell that says something else now; `key` is split, such as `['role', 'staff-engineer', 'purpose']`. */
export interface WorkbookEdit {
  key: string[]
  cell: OwnCell
}

export const LONGEST_SENTENCES = 4000

/** A cell that the sheets do not have any more says what it said: only what is there can have been changed. */
export function editsOf(before: WorkbookReading, after: WorkbookReading): WorkbookEdit[] {
  return [...after.cells].flatMap(([key, cell]) =>
    (before.cells.get(key)?.text ?? '') === cell.text ? [] : [{ key: key.split('/'), cell }],
  )
}

export function loseEdit(editing: WorkbookEditing, { text, place }: OwnCell, why: string): void {
  editing.losses.push({ place, what: text === '' ? 'An emptied cell' : shown(text), why })
}

export function loseAt(editing: WorkbookEditing, place: ImportPlace, what: string, why: string): void {
  editing.losses.push({ place, what, why })
}

/** Sets a member, or takes it away where the cell is empty. */
export function setOrLeave<T extends object, K extends keyof T>(
  thing: T,
  key: K,
  value: T[K] & string,
): void {
  if (value === '') delete thing[key]
  else thing[key] = value
}

/** What was assumed there is said now. */
export function isSaidNow(framework: Framework, where: string, field: string): void {
  framework.assumptions = framework.assumptions.filter((one) => one.where !== where || one.field !== field)
}
