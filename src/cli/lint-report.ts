// Shows what lint found in a terminal: grouped by kind and by what to do, so that three hundred findings stay readable.
import { groupedBy } from '../core/framework/grouped-by.ts'
import { KIND_WORDS } from '../core/judging/judgement-kinds.ts'
import { FORMAT, type LintReport, type ReportEntry, type ReportKind } from '../core/judging/lint-report.ts'
import { heading, paragraph, remark, styled, table } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** Entries of a kind that are listed; nobody mends the eleventh first. */
const LISTED = 10

/** Characters of a sentence that are shown. */
const LONGEST_QUOTE = 240

const WORDS: Record<ReportKind, { name: string; about: string }> = {
  [FORMAT]: { name: 'What the files break', about: 'Errors keep the framework from being used.' },
  ...KIND_WORDS,
}

export function showReport(
  report: LintReport,
  { all, folder }: { all: boolean; folder: string },
  terminal: Terminal,
): void {
  const kinds = groupedBy(report.entries, (entry) => entry.kind)
  for (const [kind, entries] of kinds)
    showKind(kind, entries, all ? entries.length : LISTED, folder, terminal)
  showCounts(kinds, terminal)
  showRemarks(report, terminal)
}

function showKind(
  kind: ReportKind,
  entries: ReportEntry[],
  most: number,
  folder: string,
  terminal: Terminal,
): void {
  heading(terminal, `${WORDS[kind].name} (${entries.length})`)
  paragraph(terminal, WORDS[kind].about)
  // An error is never the one that is not listed.
  const listed = entries.filter((entry, index) => index < most || entry.severity === 'error')
  for (const [mend, sameMend] of groupedBy(listed, (entry) => entry.mend)) {
    terminal.out('')
    for (const entry of sameMend) showEntry(entry, terminal)
    paragraph(terminal, `→ ${mend}`, 2)
  }
  const left = entries.length - listed.length
  if (left > 0) {
    terminal.out('')
    remark(terminal, `  And ${left} more: skillmap lint ${folder} --only ${kind}`)
  }
}

function showEntry(entry: ReportEntry, terminal: Terminal): void {
  const severity = entry.severity === 'advice' ? '' : `  ${entry.severity}`
  terminal.out(`  ${styled(terminal, 'bold', placeInWords(entry))}${severity}`)
  paragraph(terminal, entry.message, 4)
  if (entry.kind === FORMAT) return
  if (entry.text !== undefined) paragraph(terminal, `“${shortened(entry.text)}”`, 6)
  if (entry.twin === undefined) return
  paragraph(terminal, `${placeInWords(entry.twin)}: “${shortened(entry.twin.text)}”`, 6)
}

/** Text of somebody's files, shortened. */
function shortened(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text
}

function placeInWords({ file, line }: { file: string; line: number | null }): string {
  return line === null ? file : `${file}:${line}`
}

function showCounts(kinds: ReadonlyMap<ReportKind, ReportEntry[]>, terminal: Terminal): void {
  if (kinds.size < 2) {
    if (kinds.size === 1) terminal.out('')
    return
  }
  terminal.out('')
  const rows = [...kinds].map(([kind, entries]) => [kind, String(entries.length), WORDS[kind].name])
  table(terminal, ['Kind', 'Found', ''], rows)
  terminal.out('')
}

function showRemarks({ entries, accepted, language, notJudged }: LintReport, terminal: Terminal): void {
  if (notJudged.length > 0)
    remark(
      terminal,
      `Lint cannot judge words in the language "${language}" yet, so it did not look for: ${notJudged.join(', ')}. Everything else was checked.`,
    )
  if (accepted > 0)
    remark(
      terminal,
      `${accepted} more ${accepted === 1 ? 'finding is' : 'findings are'} accepted under "lint" in framework.yaml.`,
    )
  const example = entries.find((entry) => entry.kind !== FORMAT && entry.kind !== 'needless-acceptance')
  if (example !== undefined && example.kind !== FORMAT)
    remark(
      terminal,
      `To keep something as it is, write it with a reason under "lint:" in framework.yaml: - { accept: ${example.kind}, at: ${example.at}, reason: … }`,
    )
}
