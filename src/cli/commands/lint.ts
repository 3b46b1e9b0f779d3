// skillmap lint: checks a framework's folder and says what is wrong or weak, where, and how to mend it.
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FolderFile } from '../../core/framework/framework-files.ts'
import { lintFramework } from '../../core/framework/lint-framework.ts'
import { nearestWord } from '../../core/framework/nearest-word.ts'
import { type Problem, tidyProblems } from '../../core/framework/problem.ts'
import { readFrameworkFolder } from '../../core/framework/read-folder.ts'
import {
  countKinds,
  countSeverities,
  type LintReport,
  lintReport,
  REPORT_KINDS,
  type ReportEntry,
  type ReportKind,
} from '../../core/judging/lint-report.ts'
import { readFolderFiles } from '../../store/framework/read-folder-files.ts'
import { type Command, CommandFailure, printJson, textOption, UsageFailure } from '../command.ts'
import { showReport } from '../lint-report.ts'

export const lint: Command = {
  name: 'lint',
  summary: 'Check a framework’s folder: what is wrong or weak, where, and how to mend it',
  usage: 'skillmap lint <folder> [--only <kind>] [--all] [--strict]',
  about: `Reads a framework’s folder and lists what is wrong with its files (errors, which keep it from being used) and what its content could be better at (warnings and advice), by kind, with file and line.
Exit code 0: no error. 1: an error, or with --strict anything at all. 2: the command was not understood.
Kinds: ${REPORT_KINDS.join(', ')}.`,
  options: {
    '--only <kind>': 'Only this kind, all of it.',
    '--all': 'Everything; else at most ten entries of a kind.',
    '--strict': 'Fail on warnings and advice too.',
  },
  examples: [
    'skillmap lint frameworks/skillmap',
    'skillmap lint ./our-framework --only near-duplicate',
    'skillmap lint ./our-framework --strict --json',
  ],
  parse: { only: { type: 'string' }, all: { type: 'boolean' }, strict: { type: 'boolean' } },
  positionals: [1, 1],
  async run(given, terminal) {
    const [folder = ''] = given.positionals
    const only = kindNamed(textOption(given, 'only'))
    const report = onlyOf(lintReport(filesIn(folder)), only)
    const counts = countSeverities(report.entries)
    if (given.json) printJson(terminal, asJson(folder, report))
    else showReport(report, { all: given.values.all === true || only !== undefined, folder }, terminal)
    const verdict = [
      count(counts.error, 'error'),
      count(counts.warning, 'warning'),
      counts.advice === 0 ? 'no advice' : count(counts.advice, 'piece of advice', 'pieces of advice'),
    ].join(', ')
    if (counts.error > 0) throw new CommandFailure(`${folder} cannot be used yet: ${verdict}.`)
    if (given.values.strict === true && report.entries.length > 0)
      throw new CommandFailure(`${folder} can be used, but --strict asks for a clean report: ${verdict}.`)
    if (!given.json) terminal.out(`${folder} can be used: ${verdict}.`)
  },
}

/** What keeps a framework from being used, and what its format is warned about; its content is not judged. */
export function problemsIn(folder: string): Problem[] {
  const { framework, problems, sources, unreadable } = readFrameworkFolder(filesIn(folder))
  return framework === null
    ? problems
    : tidyProblems([...problems, ...lintFramework(framework, sources, unreadable)])
}

function filesIn(folder: string): FolderFile[] {
  const root = resolve(folder)
  if (!(statSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
    throw new CommandFailure(`${folder} is not a folder.`)
  }
  return readFolderFiles(root)
}

function kindNamed(word: string | undefined): ReportKind | undefined {
  if (word === undefined) return undefined
  const found = REPORT_KINDS.find((kind) => kind === word)
  if (found !== undefined) return found
  const nearest = nearestWord(word, REPORT_KINDS)
  const hint = nearest === undefined ? `There are: ${REPORT_KINDS.join(', ')}.` : `Did you mean “${nearest}”?`
  throw new UsageFailure(`No kind of finding is called “${word}”. ${hint}`)
}

/** With `--only`, errors stay: they decide whether the framework can be used. */
function onlyOf(report: LintReport, only: ReportKind | undefined): LintReport {
  if (only === undefined) return report
  const wanted = (entry: ReportEntry) => entry.kind === only || entry.severity === 'error'
  return { ...report, entries: report.entries.filter(wanted) }
}

function asJson(folder: string, { entries, accepted, language, notJudged }: LintReport) {
  const { error: errors, warning: warnings, advice } = countSeverities(entries)
  return {
    folder,
    errors,
    warnings,
    advice,
    accepted,
    language,
    notJudged,
    kinds: countKinds(entries),
    problems: entries,
  }
}

function count(number: number, noun: string, many = `${noun}s`): string {
  return `${number === 0 ? 'no' : number} ${number === 1 ? noun : many}`
}
