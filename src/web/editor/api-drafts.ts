// The part of the program's API that is about editing a framework of one's own.
import type { Framework } from '../../core/framework/framework.ts'
import type { Result } from '../../core/result.ts'
import type { DraftComment } from '../../core/revision/draft.ts'
import { type Problem, precondition, read, send } from '../api.ts'

/** A file as the draft has it, or as it is in the folder where the draft has not touched it. */
export interface OpenFile {
  path: string
  /** Null: the draft removes it. */
  text: string | null
  /** For If-Match; null where the draft has not touched it. */
  revisionId: string | null
  /** Differs from the folder. */
  changed: boolean
  /** The folder's file was edited elsewhere too. */
  overtaken: boolean
  /** Of the folder's file as it was read; null where there is none. */
  folderHash: string | null
}

export interface OpenDraft {
  frameworkId: string
  name: string
  draft: { id: string; createdAt: string } | null
  files: OpenFile[]
  comments: DraftComment[]
  /** The newest published version. */
  published: { digest: string; version: string } | null
}

export interface ReportEntry {
  kind: string
  severity: 'error' | 'warning' | 'advice'
  file: string
  /** From 1; null where it is about the file as a whole. */
  line: number | null
  message: string
  mend: string
}

const at = (id: string) => `/own-frameworks/${encodeURIComponent(id)}/draft`

export function readDraft(id: string): Promise<OpenDraft> {
  return read(at(id))
}

/** The key of whatever ends a draft: publishing it, and letting it go. */
export function endingOf(id: string): string[] {
  return ['end-draft', id]
}

export function readReport(id: string): Promise<{ entries: ReportEntry[]; accepted: number }> {
  return read(`${at(id)}/report`)
}

/** The framework that the draft would become; refused while it has errors. */
export function readDraftFramework(id: string): Promise<Framework> {
  return read(`${at(id)}/framework`)
}

export interface DraftContent {
  text: string | null
  revisionId: string
  takeFolder: boolean
  folderHash: string | null
}

export function saveDraftFile(
  id: string,
  path: string,
  content: DraftContent,
  current: string | null,
): Promise<Result<OpenFile, Problem>> {
  const query = new URLSearchParams({ path })
  return send(`${at(id)}/file?${query}`, { method: 'PUT', body: content, headers: precondition(current) })
}

export function letDraftGo(id: string): Promise<Result<void, Problem>> {
  return send(at(id), { method: 'DELETE' })
}

export interface PublishCommand {
  version: string
  note: string
  effectiveFrom: string | null
  approvers: { name: string; date: string }[]
}

export function publishDraft(
  id: string,
  command: PublishCommand,
  key: string,
): Promise<Result<{ digest: string; version: string; isNew: boolean }, Problem>> {
  return send(`${at(id)}/publish`, { method: 'POST', body: command, headers: { 'idempotency-key': key } })
}

export function writeComment(
  id: string,
  comment: { skill: string; level: number | null; role: string | null; content: string },
  key: string,
): Promise<Result<DraftComment, Problem>> {
  return send(`${at(id)}/comments`, { method: 'POST', body: comment, headers: { 'idempotency-key': key } })
}

export function resolveComment(id: string, resolved: boolean): Promise<Result<DraftComment, Problem>> {
  return send(`/comments/${encodeURIComponent(id)}/resolved`, { method: 'PUT', body: { resolved } })
}
