// Names of people of the organisation for an answer: one look-up for all of them.
import { listMembers } from '../store/organisation/members.ts'
import type { ViewerTransaction } from '../store/viewer-transaction.ts'

export interface Named {
  id: string
  name: string
}

/** Somebody who is no longer there has no name. */
export async function namePeople(
  tx: ViewerTransaction,
  ids: readonly (string | null)[],
): Promise<(id: string) => Named> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const names = new Map((await listMembers(tx, { ids: wanted })).map((one) => [one.id, one.displayName]))
  return (id) => ({ id, name: names.get(id) ?? 'somebody' })
}
