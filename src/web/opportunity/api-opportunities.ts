// The part of the program's API about upcoming work: a manager's plan, and what each person reads of themselves.
import type {
  AgreedGrowth,
  GrowthArea,
  Opportunity,
  OpportunityContent,
  Work,
  WorkPart,
} from '../../core/opportunity/opportunity.ts'
import type { ReadingOfWork, ReadOpportunity } from '../../core/opportunity/read-opportunities.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

export interface PlannerData {
  people: { id: string; displayName: string; isNew: boolean }[]
  opportunities: Opportunity[]
  agreed: AgreedGrowth[]
  parts: WorkPart[]
}

export interface OwnWork {
  agreed: AgreedGrowth | null
  parts: WorkPart[]
  names: Record<string, string>
}

export function readPlanner(): Promise<PlannerData> {
  return read('/opportunities')
}

export function readOwnWork(): Promise<OwnWork> {
  return read('/opportunities/mine')
}

/** `seen` is the revision that it replaces; null for a new piece of work. The same revision again is kept once. */
export function saveOpportunity(
  id: string,
  content: OpportunityContent & { revisionId: string },
  seen: string | null,
): Promise<Result<Opportunity, Problem>> {
  return send(`/opportunities/${id}`, { method: 'PUT', body: content, headers: precondition(seen) })
}

export function removeOpportunity(id: string, seen: string): Promise<Result<Opportunity, Problem>> {
  return send(`/opportunities/${id}`, { method: 'DELETE', headers: precondition(seen) })
}

export function readTableOfWork(text: string, quarter: string): Promise<Result<ReadingOfWork, Problem>> {
  return send('/opportunities/read', { method: 'POST', body: { text, quarter } })
}

export function bringWork(
  frameworkDigest: string,
  given: readonly ReadOpportunity[],
  key: string,
): Promise<Result<Opportunity[], Problem>> {
  const opportunities = given.map(({ line: _, ...work }) => work)
  const headers = { 'idempotency-key': key }
  return send('/opportunities/brought', { method: 'POST', body: { frameworkDigest, opportunities }, headers })
}

/** Ids of what a change added and of what it ended: with these it is taken back. */
export interface WorkChange {
  added: string[]
  ended: string[]
}

export function saveAgreed(
  personId: string,
  body: { frameworkDigest: string; areas: GrowthArea[]; weeks: number },
): Promise<Result<AgreedGrowth & Pick<WorkChange, 'ended'>, Problem>> {
  return send(`/opportunities/agreed/${personId}`, { method: 'PUT', body })
}

export type NamedBoard = { opportunityId: string; personIds: string[] }[]

export function keepBoard(from: string, board: NamedBoard): Promise<Result<WorkChange, Problem>> {
  return send('/opportunities/board', { method: 'PUT', body: { from, board } })
}

export function saveEarlierWork(personId: string, work: Work): Promise<Result<WorkPart[], Problem>> {
  return send(`/opportunities/earlier/${personId}`, { method: 'POST', body: work })
}

export function removePart(id: string): Promise<Result<void, Problem>> {
  return send(`/opportunities/parts/${id}`, { method: 'DELETE' })
}

export function takeChangeBack({ added, ended }: WorkChange): Promise<Result<void, Problem>> {
  return send('/opportunities/undo', { method: 'POST', body: { added, ended } })
}

export function saveWish(id: string, wished: boolean): Promise<Result<void, Problem>> {
  return send(`/opportunities/mine/parts/${id}/wish`, { method: 'PUT', body: { wished } })
}

export function saveRemark(of: 'parts' | 'agreed', id: string, note: string): Promise<Result<void, Problem>> {
  return send(`/opportunities/mine/${of}/${id}/note`, { method: 'PUT', body: { note } })
}
