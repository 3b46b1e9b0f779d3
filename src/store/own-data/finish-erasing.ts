// Finishes erases that a crash cut off, and repeats those that an older state of the database does not know of.

import { randomUUID } from 'node:crypto'
import { visitor } from '../../core/access/viewer.ts'
import type { Store } from '../open.ts'
import { PERSONAL_ORG_ID } from '../personal.ts'
import { inTransaction } from '../sql-session.ts'
import { type ErasedPerson, removeErasedPeople } from './erased-people.ts'
import { listToEraseAgain, noteErasuresOfOthers, savePersonErasedAgain } from './erasures.ts'

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
  const isOfTeam = ({ orgId, keeperId }: ErasedPerson) => orgId !== PERSONAL_ORG_ID && keeperId === undefined
  const others = again.filter((one) => !isOfTeam(one))
  if (others.length > 0)
    await database.alone((session) => inTransaction(session, () => removeErasedPeople(session, others)))
  for (const { orgId, personId } of again.filter(isOfTeam))
    await withViewer(visitor(orgId), (tx) =>
      savePersonErasedAgain(tx, places, { id: randomUUID(), personId }),
    )
}
