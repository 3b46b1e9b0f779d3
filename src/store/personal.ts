// Personal use: one organisation and one person, made on the first start.

import { randomUUID } from 'node:crypto'
import { ordinaryViewer, type Viewer, visitor } from '../core/access/viewer.ts'
import type { WithViewer } from './viewer-transaction.ts'

/** The database holds something else than what was asked for; the message says what helps. */
export class WrongUseError extends Error {
  readonly code = 'cannot-start'
}

/** The same everywhere: there is one organisation in a personal data folder, and no other to tell it from. */
export const PERSONAL_ORG_ID = '00000000-0000-4000-8000-000000000001'

/** The viewer of a personal data folder. They keep their own backups, hence that grant. */
export async function findOrMakePersonalViewer(
  withViewer: WithViewer,
  listOrgIds: () => Promise<string[]>,
): Promise<Viewer> {
  const personId = (await findPersonalId(withViewer)) ?? (await makePersonal(withViewer, listOrgIds))
  return { ...ordinaryViewer(PERSONAL_ORG_ID, personId), adminOf: ['backups', 'frameworks'] }
}

// Asked as a visitor and without a rule, because who is looking is the very question.
async function findPersonalId(withViewer: WithViewer): Promise<string | null> {
  return withViewer(visitor(PERSONAL_ORG_ID), async (tx) => {
    const people = await tx.db
      .selectFrom('person')
      .select('id')
      .where('org_id', '=', PERSONAL_ORG_ID)
      .where('keeper_id', 'is', null)
      .limit(2)
      .execute()
    if (people.length > 1) throw new Error('Personal use has one person, and this data folder holds several.')
    return people[0]?.id ?? null
  })
}

async function makePersonal(withViewer: WithViewer, listOrgIds: () => Promise<string[]>): Promise<string> {
  if ((await listOrgIds()).some((id) => id !== PERSONAL_ORG_ID))
    throw new WrongUseError('This data belongs to a team: start it with skillmap serve --team.')
  const id = randomUUID()
  return withViewer(ordinaryViewer(PERSONAL_ORG_ID, id), async (tx) => {
    await tx.db
      .insertInto('org')
      .values({ org_id: PERSONAL_ORG_ID, name: null })
      .onConflict((conflict) => conflict.column('org_id').doNothing())
      .execute()
    await tx.db.insertInto('person').values({ org_id: PERSONAL_ORG_ID, id, display_name: null }).execute()
    tx.changes.push({ action: 'add', noun: 'person', objectId: id, revisionId: null })
    return id
  })
}
