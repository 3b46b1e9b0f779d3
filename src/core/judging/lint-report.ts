// Everything that lint says about a folder: what is wrong with its files, and what its content could be better at.

import type { FolderFile } from '../framework/framework-files.ts'
import { lintFramework } from '../framework/lint-framework.ts'
import { type Problem, tidyProblems } from '../framework/problem.ts'
import { readFrameworkFolder } from '../framework/read-folder.ts'
import type { Finding } from './finding.ts'
import { judgeFramework } from './judge-framework.ts'
import { JUDGEMENT_KINDS, type JudgementKind } from './judgement-kinds.ts'

/** What the files break: the format, what they refer to, and the framework's own rules. */
export const FORMAT = 'format'

export const REPORT_KINDS = [FORMAT, ...JUDGEMENT_KINDS] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

export type ReportEntry = (Problem & { kind: typeof FORMAT }) | Finding

export interface LintReport {
  /** By kind, then file and line. */
  entries: ReportEntry[]
  /** How many findings the framework accepts. */
  accepted: number
  /** The framework's language, and the kinds that lint cannot judge in it. */
  language: string | null
  notJudged: JudgementKind[]
}

/** Never throws, whatever the files hold. A framework with errors is judged as far as it could be read. */
export function lintReport(files: FolderFile[]): LintReport {
  const { framework, problems, sources, unreadable } = readFrameworkFolder(files)
  if (framework === null) return { entries: asEntries(problems), accepted: 0, language: null, notJudged: [] }
  const all = tidyProblems([...problems, ...lintFramework(framework, sources, unreadable)])
  const { findings, accepted, notJudged } = judgeFramework(framework, sources)
  return { entries: [...asEntries(all), ...findings], accepted, language: framework.language, notJudged }
}

function asEntries(problems: Problem[]): ReportEntry[] {
  return problems.map((problem) => ({ kind: FORMAT, ...problem }))
}

/** How many entries there are of each severity. */
export function countSeverities(entries: readonly ReportEntry[]): Record<ReportEntry['severity'], number> {
  const counts = { error: 0, warning: 0, advice: 0 }
  for (const { severity } of entries) counts[severity]++
  return counts
}

/** How many entries there are of each kind; kinds without any are left out. */
export function countKinds(entries: readonly ReportEntry[]): Partial<Record<ReportKind, number>> {
  const counts: Partial<Record<ReportKind, number>> = {}
  for (const { kind } of entries) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
