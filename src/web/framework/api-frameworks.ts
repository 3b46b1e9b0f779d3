// The part of the program's API that is about frameworks: listing, using, making, bringing.
import type { ImportPreview } from '../../core/importing/import-preview.ts'
import type { ImportChoices, Loss } from '../../core/importing/import-source.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

export interface FrameworkLabel {
  digest: string
  id: string
  name: string
  version: string
}

export interface PublishedLabel extends FrameworkLabel {
  /** False: this very version was published before, and what was said of it then stays. */
  isNew: boolean
}

export interface ListedVersion {
  digest: string
  version: string
  /** ISO time. */
  firstUsedAt: string
  /** Null where it only came with data. */
  publishedAt: string | null
  /** ISO date; null: from its publication. */
  effectiveFrom: string | null
  note: string
  approvers: string[]
  source: 'built-in' | 'imported' | 'edited' | null
}

export interface ListedFramework {
  id: string
  name: string
  /** Yours to change in a folder, or kept because it came with data. */
  kind: 'built-in' | 'own' | 'kept'
  folder: { state: 'published' | 'changed' | 'missing'; place: string } | null
  /** Newest first. */
  versions: ListedVersion[]
}

export interface FrameworkList {
  inUse: FrameworkLabel & { revisionId: string | null }
  frameworks: ListedFramework[]
}

export function listFrameworks(): Promise<FrameworkList> {
  return read('/frameworks')
}

export function saveFrameworkInUse(
  choice: { digest: string; revisionId: string },
  current: string | null,
): Promise<Result<FrameworkLabel, Problem>> {
  return send('/framework-in-use', { method: 'PUT', body: choice, headers: precondition(current) })
}

export function makeFrameworkMine(
  command: { digest: string; id: string; name: string },
  key: string,
): Promise<Result<FrameworkLabel, Problem>> {
  return send('/own-frameworks', { method: 'POST', body: command, headers: { 'idempotency-key': key } })
}

export interface FolderPublication {
  note: string
  effectiveFrom: string | null
  /** Each a name and a day. */
  approvers: string[]
}

export function publishFrameworkFolder(
  id: string,
  said: FolderPublication,
  key: string,
): Promise<Result<PublishedLabel, Problem>> {
  const path = `/own-frameworks/${encodeURIComponent(id)}/publications`
  return send(path, { method: 'POST', body: said, headers: { 'idempotency-key': key } })
}

export function removeFramework(id: string): Promise<Result<void, Problem>> {
  return send(`/own-frameworks/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

/** What was understood of a file; by the token it is found again for an hour. */
export interface SentImport extends ImportPreview {
  token: string
  name: string
  suggestedId: string
  /** What the folder of each framework of one's own would lose, if this became another version of it. */
  asVersion: { id: string; losses: Loss[] }[]
}

export function sendImport(
  file: Blob,
  name: string,
  signal: AbortSignal,
): Promise<Result<SentImport, Problem>> {
  return send(`/imports?name=${encodeURIComponent(name)}`, { method: 'POST', file, signal })
}

export function correctImport(
  token: string,
  choices: ImportChoices,
  signal: AbortSignal,
): Promise<Result<SentImport, Problem>> {
  return send(`/imports/${token}/choices`, { method: 'PUT', body: choices, signal })
}

export interface KeepImport {
  id: string
  name: string
  /** Another version of the framework of one's own that has this id. */
  newVersion: boolean
  use: boolean
}

export function keepImport(
  token: string,
  command: KeepImport,
  key: string,
): Promise<Result<PublishedLabel, Problem>> {
  return send(`/imports/${token}/framework`, {
    method: 'POST',
    body: command,
    headers: { 'idempotency-key': key },
  })
}

export function callImportOff(token: string): Promise<Result<void, Problem>> {
  return send(`/imports/${token}`, { method: 'DELETE' })
}
