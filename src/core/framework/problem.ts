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

/** Sorted by file and line, without repetitions. */
export function tidyProblems(problems: Problem[]): Problem[] {
  return distinct(problems).sort((a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0))
}

/** More than this many problems in one file are counted, not listed: nobody mends the 201st first. */
const LISTED_PER_FILE = 200

/** At most 200 problems of each file, and how many more there are. */
export function shortenProblems(problems: Problem[]): Problem[] {
  return [...groupedBy(problems, (problem) => problem.file).values()].flatMap(shortenList)
}

function shortenList(problems: Problem[]): Problem[] {
  if (problems.length <= LISTED_PER_FILE) return problems
  const left = problems.slice(LISTED_PER_FILE)
  const more: Problem = {
    file: problems[0]?.file ?? '',
    line: null,
    message: `There are ${left.length} more problems in this file.`,
    mend: 'Mend the ones listed first, then check again; many may share one cause.',
    severity: hasErrors(left) ? 'error' : 'warning',
  }
  return [...problems.slice(0, LISTED_PER_FILE), more]
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
