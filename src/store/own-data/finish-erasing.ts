// Finishes erases that a crash cut off, and repeats those that an older state of the database does not know of.

import { randomUUID } from 'node:crypto'
import { visitor } from '../../core/access/viewer.ts'
import type { Store } from '../open.ts'
import { inTransaction } from '../sql-session.ts'
import { removeErasedPeople } from './erased-people.ts'
import {
  isErasedWithProof,
  listToEraseAgain,
  noteErasuresOfOthers,
  savePersonErasedAgain,
} from './erasures.ts'

/**
 * In a team it is erased as the first time, with a proof; what another process erased is noted in this one's folder. At
 * every start, once an hour, and after a backup was put back.
 */
export async function finishErasing({
  database,
  places,
  withViewer,
}: Pick<Store, 'database' | 'places' | 'withViewer'>): Promise<void> {
  const again = await database.alone((session) =>
    inTransaction(session, async () => {
      await noteErasuresOfOthers(session, places)
      return listToEraseAgain(session, places)
    }),
  )
  const others = again.filter((one) => !isErasedWithProof(one))
  if (others.length > 0)
    await database.alone((session) => inTransaction(session, () => removeErasedPeople(session, others)))
  for (const { orgId, personId } of again.filter(isErasedWithProof))
    await withViewer(visitor(orgId), (tx) =>
      savePersonErasedAgain(tx, places, { id: randomUUID(), personId }),
    )
}
