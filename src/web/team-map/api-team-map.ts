// The part of the program's API that is about a team side by side, and about what colleagues hand each other.
import type { Handover } from '../../core/handover/handover.ts'
import type { DueProof } from '../../core/preparation/preparation.ts'
import type { Result } from '../../core/result.ts'
import type { Difference } from '../../core/round/opening.ts'
import type { ShareChoice } from '../../core/share/build-share.ts'
import type { TeamPerson } from '../../core/team-map/team-map.ts'
import { newId, type Problem, read, send } from '../api.ts'
import { fetchFile } from '../framework/api-files.ts'
import type { Given } from '../round/api-rounds.ts'

export interface TeamMap {
  framework: { digest: string; id: string; name: string; version: string }
  /** What the view is switched on for. */
  purpose: string
  people: TeamPerson[]
}

/** A refusal says that the view is off. */
export function readTeamMap(): Promise<Result<TeamMap, Problem>> {
  return send('/team-map')
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

export function handOver(asked: HandoverAsked): Promise<Result<Handover, Problem>> {
  return send('/handovers', { method: 'POST', body: asked, headers: { 'idempotency-key': newId() } })
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

/** Whoever reports to the reader today, by name; a refusal says that the view is off. */
export function listPreparations(): Promise<Result<Pick<TeamPerson, 'id' | 'name' | 'role'>[], Problem>> {
  return send('/preparations')
}

/** A refusal says that the view is off, or that nobody of this id reports to the reader. */
export function readPreparation(id: string): Promise<Result<Preparation, Problem>> {
  return send(`/preparations/${encodeURIComponent(id)}`)
}
