// The part of the typed client that keeps a long view, and that reads and puts away the remark on a plateau.
import type { LongView, LongViewCommand } from '../../core/plan/long-view.ts'
import type { SoftPlateau } from '../../core/plan/soft-plateau.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

/** Null where none is kept. */
export async function readLongView(): Promise<LongView | null> {
  return (await read<{ longView: LongView | null }>('/long-view')).longView
}

export function saveLongView(
  content: LongViewCommand,
  current: string | null,
): Promise<Result<LongView, Problem>> {
  return send('/long-view', { method: 'PUT', body: content, headers: precondition(current) })
}

export function removeLongView(current: string): Promise<Result<void, Problem>> {
  return send('/long-view', { method: 'DELETE', headers: precondition(current) })
}

/** Null where there is nothing to remark on. */
export async function readPlateau(destinations: readonly string[]): Promise<SoftPlateau | null> {
  const to = encodeURIComponent(destinations.join(','))
  return (await read<{ plateau: SoftPlateau | null }>(`/plateau?to=${to}`)).plateau
}

export function putPlateauAway(putAway: boolean): Promise<Result<void, Problem>> {
  return send('/plateau/put-away', { method: 'PUT', body: { putAway } })
}
