// What is wrong with a framework's files, where, and how its owner can mend it.

import { groupedBy } from './grouped-by.ts'

export interface Problem {
  /** Path inside the framework's folder. */
  file: string
  /** Line of the offending value, from 1; null where the problem is the file as a whole. */
  line: number | null
  message: string
  /** What to do about it, for somebody who has never seen the code. */
  mend: string
  /** An error keeps the framework from being used; a warning does not. */
  severity: 'error' | 'warning'
}

/** A place in the files, for problems that are found after reading. */
export interface Place {
  file: string
  line: number | null
}

export function errorAt(place: Place, message: string, mend: string): Problem {
  return { file: place.file, line: place.line, message, mend, severity: 'error' }
}

export function warningAt(place: Place, message: string, mend: string): Problem {
  return { file: place.file, line: place.line, message, mend, severity: 'warning' }
}

export function hasErrors(problems: Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error')
}

/** More than this many problems in one file are counted, not listed: nobody mends the 201st first. */
const LISTED_PER_FILE = 200

/** Sorted by file and line, without repetitions, and at most 200 of each file. */
export function tidyProblems(problems: Problem[]): Problem[] {
  const byFile = groupedBy(distinct(problems), (problem) => problem.file)
  return [...byFile.entries()].sort(([a], [b]) => compareText(a, b)).flatMap(([, list]) => listed(list))
}

function listed(problems: Problem[]): Problem[] {
  const sorted = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  if (sorted.length <= LISTED_PER_FILE) return sorted
  const left = sorted.slice(LISTED_PER_FILE)
  const more: Problem = {
    file: sorted[0]?.file ?? '',
    line: null,
    message: `There are ${left.length} more problems in this file.`,
    mend: 'Mend the ones listed first, then check again; many may share one cause.',
    severity: hasErrors(left) ? 'error' : 'warning',
  }
  return [...sorted.slice(0, LISTED_PER_FILE), more]
}

function distinct(problems: Problem[]): Problem[] {
  return [
    ...new Map(
      problems.map((problem) => [`${problem.file}:${problem.line}:${problem.message}`, problem]),
    ).values(),
  ]
}

/** By code unit, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
