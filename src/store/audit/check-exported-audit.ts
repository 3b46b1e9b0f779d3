// Checks an exported record without the database: every line that is told, and that none is missing between them.

import { type AuditContents, CHAIN_START, hashOfCommitment, sealLine } from './audit-chain.ts'

export interface ExportChecked {
  lines: number
  /** The first line that does not fit; null while all do. */
  brokenAt: number | null
  /** Lines from before each had a salt: they are withheld without a commitment, and the chain begins anew after them. */
  unchecked: number
  head: { seq: number; hash: string } | null
}

type Told = AuditContents & { previousHash: string; hash: string }
type Line = { seq: number } & Partial<Told> & { commitment?: string; withheld?: boolean }

/** Lines in order, as an export holds them. Anything that is no line counts as one that does not fit. */
export function checkExportedLines(lines: readonly { seq: number }[]): ExportChecked {
  const found: ExportChecked = { lines: 0, brokenAt: null, unchecked: 0, head: null }
  let previous: string | null = CHAIN_START
  for (const [at, line] of (lines as readonly Line[]).entries()) {
    found.lines += 1
    if (line.seq !== at + 1) return { ...found, brokenAt: at + 1 }
    if (line.withheld === true) {
      found.unchecked += 1
      previous = null
      continue
    }
    if (!fits(line, previous)) return { ...found, brokenAt: line.seq }
    previous = line.hash ?? null
    found.head = { seq: line.seq, hash: line.hash ?? '' }
  }
  return found
}

/** `previous`: the hash of the line before, or null where it is withheld. */
function fits(line: Line, previous: string | null): boolean {
  if (line.commitment !== undefined)
    return previous === null || line.hash === hashOfCommitment(previous, line.commitment)
  if (line.noun === undefined || line.hash === undefined) return false
  const told = line as Told
  return (previous === null || told.previousHash === previous) && told.hash === sealLine(told)
}
