// Whom an id in what somebody writes stands for: somebody whom they keep, or somebody whom they removed since.
import { listKeptPeople, listRemovedIds } from '../../store/person/kept-people.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'

/**
 * Gives the id of somebody who is kept, null for nobody and for somebody who was removed, and undefined where the viewer
 * never kept anybody of this id. What was written before somebody was removed still holds their id, and can be changed.
 */
export async function keptIdReader(
  tx: ViewerTransaction,
  { store }: Pick<Services, 'store'>,
): Promise<(id: string | null) => string | null | undefined> {
  const kept = new Set((await listKeptPeople(tx)).map(({ id }) => id))
  const removed = listRemovedIds(tx, store)
  return (id) => {
    if (id === null || kept.has(id)) return id
    return removed.has(id) ? null : undefined
  }
}
