// The part of the program's API that reads and checks the record, and erases whoever has left.
import type { ErasureProof, RemainingMention } from '../../core/audit/erasure-proof.ts'
import type { ReadableKind } from '../../core/audit/readable.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, read, send } from '../api.ts'

export interface RecordLine {
  seq: number
  at: string
  actorId: string | null
  who: string
  says: string
}

export interface RecordPage<Line = RecordLine> {
  lines: Line[]
  next: number | null
}

export interface RecordFilter {
  by: string | null
  kind: ReadableKind | null
  from: string
  until: string
}

export function readRecord(filter: RecordFilter, before: number | null): Promise<RecordPage> {
  const query = new URLSearchParams({
    ...(filter.by === null ? {} : { by: filter.by }),
    ...(filter.kind === null ? {} : { kind: filter.kind }),
    ...(filter.from === '' ? {} : { from: filter.from }),
    ...(filter.until === '' ? {} : { until: filter.until }),
    ...(before === null ? {} : { before: String(before) }),
  })
  return read(`/organisation/audit?${query}`)
}

export type OwnLine = Pick<RecordLine, 'seq' | 'at' | 'says'>

export function readOwnRecord(before: number | null): Promise<RecordPage<OwnLine>> {
  return read(`/audit/mine${before === null ? '' : `?before=${before}`}`)
}

export interface RecordHead {
  seq: number
  hash: string
}

export interface RecordChecked {
  checkedTo: number
  brokenAt: number | null
  firstAt: string | null
  lastAt: string | null
  head: RecordHead | null
}

export function checkRecordPart(after: number): Promise<Result<RecordChecked, Problem>> {
  return send('/organisation/audit/check', { method: 'POST', body: { after } })
}

export interface RecordPart {
  orgId: string
  lines: { seq: number }[]
  head: RecordHead | null
}

export function exportRecordPart(after: number): Promise<Result<RecordPart, Problem>> {
  return send('/organisation/audit/export', { method: 'POST', body: { after } })
}

export interface ErasurePreview {
  id: string
  displayName: string
  leftOn: string
  rows: Record<string, number>
}

export function readErasurePreview(id: string): Promise<ErasurePreview> {
  return read(`/organisation/people/${encodeURIComponent(id)}/erasure`)
}

export interface ErasureEntry {
  id: string
  erasedAt: string
  erasedBy: string | null
  proof: ErasureProof
  hash: string
}

export function eraseLeaver(id: string, confirm: string): Promise<Result<ErasureEntry, Problem>> {
  return send(`/organisation/people/${encodeURIComponent(id)}/erasure`, { method: 'POST', body: { confirm } })
}

export function listErasures(): Promise<ErasureEntry[]> {
  return read('/organisation/erasures')
}

export interface ErasureChecked {
  columnsSearched: number
  remaining: RemainingMention[]
  isInChain: boolean
}

export function checkErasure(id: string): Promise<Result<ErasureChecked, Problem>> {
  return send(`/organisation/erasures/${id}/check`, { method: 'POST', body: {} })
}
