// The part of the program's API that is about everything one has: backups, bringing it back, erasing it.
import type { ErasureProof } from '../../core/audit/erasure-proof.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, read, send } from '../api.ts'

export interface Backup {
  name: string
  takenAt: string
  bytes: number
  verified: boolean
}

export function listBackups(): Promise<Backup[]> {
  return read('/backups')
}

export function takeBackup(): Promise<Result<Backup, Problem>> {
  return send('/backups', { method: 'POST', body: {} })
}

export function restoreBackup(name: string): Promise<Result<unknown, Problem>> {
  return send(`/backups/${encodeURIComponent(name)}/restore`, {
    method: 'POST',
    body: { confirm: 'restore' },
  })
}

export interface Imported {
  /** By kind of thing. */
  added: Record<string, number>
  kept: Record<string, number>
}

export function importExport(content: unknown, key: string): Promise<Result<Imported, Problem>> {
  return send('/import', { method: 'POST', body: content, headers: { 'idempotency-key': key } })
}

export interface Erased {
  erased: Record<string, number>
  backupsRemoved: number
  /** In a team: what was written down of it. */
  proof: ErasureProof | null
  proofHash: string | null
}

export function eraseEverything(): Promise<Result<Erased, Problem>> {
  return send('/erase', { method: 'POST', body: { confirm: 'erase everything' } })
}
