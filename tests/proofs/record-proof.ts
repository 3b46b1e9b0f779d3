// Keeps what a proof showed, one line of JSON each, for the table of docs/proofs.md.
import { appendFileSync } from 'node:fs'

export interface ProofRecord {
  /** What was tried. */
  name: string
  /** How often; 0 where it could not be tried here. */
  volume: number
  /** What was found, such as "0 lost". */
  found: string
  /** What counts as passed, such as "0 lost". */
  target: string
  notes: string
}

/** Writes to the file that SKILLMAP_PROOFS names; without it a run leaves no record. */
export function recordProof(record: ProofRecord): void {
  const file = process.env.SKILLMAP_PROOFS
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(record)}\n`)
}
