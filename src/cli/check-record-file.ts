// Reads and checks a record that was taken out as a file, and the file of a proof that somebody was erased.
import { readFileSync } from 'node:fs'
import type { ErasureProof } from '../core/audit/erasure-proof.ts'
import { checkExportedLines, type ExportChecked } from '../store/audit/check-exported-audit.ts'
import { hashOfProof, objectOfProof } from '../store/own-data/erasures.ts'
import { CommandFailure } from './command.ts'

export interface Sought {
  /** A line that was noted down earlier. */
  head: { seq: number; hash: string } | null
  /** What the line of a proof names. */
  proof: string | null
}

export const MISSING_HEAD = (seq: number) =>
  `Line ${seq} is not there as it was noted down: something was changed or cut off since.`
export const MISSING_PROOF = 'No line holds the hash of this proof.'

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new CommandFailure(`The file ${file} cannot be read.`)
  }
}

function jsonOf(text: string, what: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Said below, as of anything else that is none.
  }
  throw new CommandFailure(what)
}

/** Throws, in words, where it is no record at all. */
export function checkRecordFile(file: string, sought: Sought): ExportChecked & { missing: string[] } {
  const [first = '', ...rest] = textOf(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const header = jsonOf(first, `${file} is no record of Skillmap: its first line says so.`)
  if (header.format !== 'skillmap-audit' || header.version !== 1)
    throw new CommandFailure(`${file} is no record of Skillmap that this version reads.`)
  const lines = rest.map((line, at) => jsonOf(line, `Line ${at + 2} of ${file} is cut off or damaged.`))
  const told = lines as { seq: number; hash?: string; noun?: string; objectId?: string }[]
  const found = checkExportedLines(told)
  const promised = header.head as { seq: number; hash: string } | null
  const isCutOff = promised !== null && found.brokenAt === null && !holds(told, promised)
  return {
    ...found,
    brokenAt: isCutOff ? (found.head?.seq ?? 0) + 1 : found.brokenAt,
    missing: [
      ...(sought.head === null || holds(told, sought.head) ? [] : [MISSING_HEAD(sought.head.seq)]),
      ...(sought.proof === null ||
      told.some(({ noun, objectId }) => noun === 'erasure' && objectId === sought.proof)
        ? []
        : [MISSING_PROOF]),
    ],
  }
}

function holds(
  lines: readonly { seq: number; hash?: string }[],
  head: { seq: number; hash: string },
): boolean {
  return lines.some(({ seq, hash }) => seq === head.seq && hash === head.hash)
}

/** Throws where the proof is not what its own hash says. */
export function checkProofFile(file: string): { object: string } {
  const { proof, hash } = jsonOf(textOf(file), `${file} is no proof of an erasure.`) as {
    proof?: ErasureProof
    hash?: string
  }
  if (proof?.format !== 'skillmap-erasure' || typeof hash !== 'string')
    throw new CommandFailure(`${file} is no proof of an erasure.`)
  if (hashOfProof(proof) !== hash)
    throw new CommandFailure(`${file} was changed: its hash is another one than it says.`)
  return { object: objectOfProof(proof.id, hash) }
}
