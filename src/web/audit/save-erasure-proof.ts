// Gives the proof of an erase as a file, with the hash that a line of the record holds.
import type { ErasureProof } from '../../core/audit/erasure-proof.ts'
import { saveFile } from '../data/save-file.ts'

export function saveErasureProof(proof: ErasureProof, hash: string): void {
  saveFile(
    `erasure-${proof.erasedAt.slice(0, 10)}-${proof.id.slice(0, 8)}.json`,
    'application/json',
    `${JSON.stringify({ proof, hash }, null, 2)}\n`,
  )
}
