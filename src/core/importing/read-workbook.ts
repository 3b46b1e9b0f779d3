// Recognises a workbook that Skillmap wrote, and reads what was changed in it since.
import type { Framework } from '../framework/framework.ts'
import { lintFramework } from '../framework/lint-framework.ts'
import { hasErrors } from '../framework/problem.ts'
import { isWholeSheet, wholeTextIn } from '../framework-export/whole-sheet.ts'
import { workbookSheets } from '../framework-export/workbook.ts'
import { diffFrameworks } from '../revision/diff-frameworks.ts'
import { summariseDiff } from '../revision/diff-summary.ts'
import { applyWorkbook } from './apply-workbook.ts'
import { frameworkInEnvelope } from './read-framework-json.ts'
import { hasOwnSheets, readWorkbookSheets } from './read-workbook-sheets.ts'
import { type Found, found, type ImportBundle, type Recognition, unreadSource } from './recognition.ts'
import type { OwnSheet } from './workbook-reading.ts'
import { skeletonOf } from './workbook-skeleton.ts'

export function recogniseWorkbook({ sources }: ImportBundle): Recognition | undefined {
  const tables = sources.flatMap((source): OwnSheet[] =>
    source.kind === 'table' ? [{ path: source.path, sheet: source.sheet ?? '', rows: source.rows }] : [],
  )
  const whole = tables.find(({ rows }) => isWholeSheet(rows))
  const path = (
    whole ?? tables.find((sheet) => hasOwnSheets(tables.filter((one) => one.path === sheet.path)))
  )?.path
  if (path === undefined) return undefined
  const own = tables.filter((sheet) => sheet.path === path && sheet !== whole)
  const { result, why } = readWorkbook(own, whole, path)
  const others = sources.filter((source) => source.path !== path)
  return {
    kind: 'skillmap-workbook',
    sure: 1,
    why,
    read: () => ({
      ...result,
      losses: [
        ...result.losses,
        ...others.map((other) => unreadSource(other, 'The workbook is a whole framework.')),
      ],
    }),
  }
}

const WRITTEN = 'Skillmap wrote this workbook.'

function readWorkbook(
  sheets: OwnSheet[],
  whole: OwnSheet | undefined,
  path: string,
): { result: Found; why: string } {
  const text = whole === undefined ? undefined : wholeTextIn(whole.rows)
  const kept = text === undefined ? undefined : frameworkInEnvelope(jsonIn(text), path)
  if (kept?.framework) {
    const base = kept.framework
    const { framework, losses } = applyWorkbook(
      readWorkbookSheets(asWritten(base, path), base),
      readWorkbookSheets(sheets, base),
    )
    if (framework === base)
      return { result: found({ framework, losses }), why: `${WRITTEN} Nothing in it was changed.` }
    const changes = summariseDiff(diffFrameworks(base, framework)).join(' ')
    return { result: checked(framework, losses, path), why: `${WRITTEN} Since then: ${changes}` }
  }
  const base = skeletonOf(sheets, path)
  const { framework, losses } = applyWorkbook(readWorkbookSheets([], base), readWorkbookSheets(sheets, base))
  const place = { path, ...(whole === undefined ? {} : { sheet: whole.sheet }) }
  const lost = {
    place,
    what: 'What stands on none of the sheets, such as prerequisites, phrases and the drawn picture',
    why: whyNotWhole(kept),
  }
  return {
    result: checked(framework, [lost, ...losses], path),
    why: `${WRITTEN} It is read from its sheets alone.`,
  }
}

function whyNotWhole(kept: Found | undefined): string {
  const [problem] = kept?.problems ?? []
  const missing = 'The sheet that keeps the whole framework is missing or damaged.'
  return problem === undefined ? missing : `What that sheet keeps is no whole framework: ${problem.message}`
}

/** The sheets as they were written, for comparing cell by cell. */
function asWritten(framework: Framework, path: string): OwnSheet[] {
  return workbookSheets(framework)
    .map(({ name, rows }) => ({
      path,
      sheet: name,
      rows: rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell.value)))),
    }))
    .filter(({ rows }) => !isWholeSheet(rows))
}

function checked(framework: Framework, losses: Found['losses'], path: string): Found {
  const problems = lintFramework(framework)
  if (!hasErrors(problems)) return found({ framework, losses })
  return found({
    losses,
    problems: problems
      .filter(({ severity }) => severity === 'error')
      .slice(0, 100)
      .map(({ message, mend }) => ({ place: { path }, message, mend })),
  })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
