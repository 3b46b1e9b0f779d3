// The part of the program's API that is about a team side by side, and about what colleagues hand each other.
import type { Handover } from '../../core/handover/handover.ts'
import type { DueProof } from '../../core/preparation/preparation.ts'
import type { Result } from '../../core/result.ts'
import type { Difference } from '../../core/round/opening.ts'
import type { ShareChoice } from '../../core/share/build-share.ts'
import type { TeamPerson } from '../../core/team-map/team-map.ts'
import { type Problem, read, refusedWith, send } from '../api.ts'
import { fetchFile } from '../framework/api-files.ts'
import type { Given } from '../round/api-rounds.ts'

export interface TeamMap {
  framework: { digest: string; id: string; name: string; version: string }
  /** What the view is switched on for. */
  purpose: string
  people: TeamPerson[]
}

const OFF = 409
const NOBODY = 404

/** Null while the view is off. */
export async function readTeamMap(): Promise<TeamMap | null> {
  const outcome = refusedWith([OFF], await send<TeamMap>('/team-map'))
  return outcome.ok ? outcome.value : null
}

/** Among the downloads; everybody in it is told. */
export function takeOutTeamMap(form: 'csv' | 'xlsx', purpose: string): Promise<Result<undefined, Problem>> {
  return fetchFile('/team-map/files', { form, purpose })
}

export interface ExportNotice {
  id: string
  view: string
  exportedBy: string
  exportedAt: string
  purpose: string
}

export function listExportNotices(): Promise<ExportNotice[]> {
  return read('/export-notices')
}

export interface Handovers {
  given: Handover[]
  received: Handover[]
}

export function listHandovers(): Promise<Handovers> {
  return read('/handovers')
}

export interface HandoverAsked {
  recipientId: string
  words: string
  /** Whether the role that one holds is in it. */
  role: boolean
  choice: ShareChoice
  destination: boolean
}

export function handOver(asked: HandoverAsked, key: string): Promise<Result<Handover, Problem>> {
  return send('/handovers', { method: 'POST', body: asked, headers: { 'idempotency-key': key } })
}

export function withdrawHandover(id: string): Promise<Result<undefined, Problem>> {
  return send(`/handovers/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

export interface Preparation {
  framework: TeamMap['framework']
  person: TeamPerson
  handovers: Handover[]
  opening: { id: string; openedAt: string; differences: Difference[] } | null
  due: DueProof[]
  given: Given[]
}

type Report = Pick<TeamPerson, 'id' | 'name' | 'role'>

/** Whoever reports to the reader today, by name; null while the view is off. */
export async function listPreparations(): Promise<Report[] | null> {
  const outcome = refusedWith([OFF], await send<Report[]>('/preparations'))
  return outcome.ok ? outcome.value : null
}

/** A word where there is none: the view is off, or nobody of this id reports to the reader. */
export async function readPreparation(id: string): Promise<Preparation | 'off' | 'nobody'> {
  const path = `/preparations/${encodeURIComponent(id)}`
  const outcome = refusedWith([OFF, NOBODY], await send<Preparation>(path))
  if (outcome.ok) return outcome.value
  return outcome.failure.status === OFF ? 'off' : 'nobody'
}
