// The part of the program's API that is about evidence, and about the key that opens it.
import type { Evidence, EvidenceContent } from '../../core/evidence/evidence.ts'
import type { EvidencePage } from '../../core/evidence/evidence-page.ts'
import type { PrivateKeyState, RecoverySheet } from '../../core/person/private-key.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

export interface EvidenceAsked {
  text?: string
  skill?: string
  person?: string
  from?: string
  until?: string
  skip?: number
  limit?: number
}

export function findEvidence(asked: EvidenceAsked): Promise<EvidencePage> {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return read(`/evidence?blocks=yes&${query}`)
}

export type EvidenceCommand = EvidenceContent & { revisionId: string; frameworkDigest: string }

export function saveEvidence(
  id: string,
  command: EvidenceCommand,
  current: string | null,
): Promise<Result<Evidence, Problem>> {
  return send(`/evidence/${id}`, { method: 'PUT', body: command, headers: precondition(current) })
}

export function withdrawEvidence({ id, revisionId }: Evidence): Promise<Result<void, Problem>> {
  return send(`/evidence/${id}`, { method: 'DELETE', headers: precondition(revisionId) })
}

export function readPrivateKey(): Promise<PrivateKeyState> {
  return read('/private-key')
}

export async function readRecoverySheets(): Promise<RecoverySheet[]> {
  return (await read<{ sheets: RecoverySheet[] }>('/private-key/sheet')).sheets
}

export function confirmRecoverySheet(): Promise<Result<void, Problem>> {
  return send('/private-key/sheet-kept', { method: 'PUT' })
}

export function restorePrivateKey(sheet: string): Promise<Result<{ isNew: boolean }, Problem>> {
  return send('/private-key', { method: 'PUT', body: { sheet } })
}
