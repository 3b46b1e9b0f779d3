// Members of an organisation. People without an account whom a member keeps are in kept-people.ts.

import { personRules } from '../core/access/person.ts'
import type { Person } from '../core/person/person.ts'
import { allowedBy, personRow } from './access.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

export async function findPerson(tx: ViewerTransaction, id: string): Promise<Person | null> {
  const row = await tx.db
    .selectFrom('person')
    .select(['id', 'display_name'])
    .where(allowedBy(personRules.see, tx.viewer, personRow))
    .where('keeper_id', 'is', null)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, displayName: row.display_name }
}

/** In the order of names, never of merit. */
export async function listPeople(tx: ViewerTransaction): Promise<Person[]> {
  const rows = await tx.db
    .selectFrom('person')
    .select(['id', 'display_name'])
    .where(allowedBy(personRules.see, tx.viewer, personRow))
    .where('keeper_id', 'is', null)
    .orderBy('display_name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, displayName: row.display_name }))
}

/** Adds a person, or changes the name of one whom the viewer may change. False when there is none to change. */
export async function savePerson(tx: ViewerTransaction, person: Person): Promise<boolean> {
  const changed = await tx.db
    .updateTable('person')
    .set({ display_name: person.displayName })
    .where(allowedBy(personRules.change, tx.viewer, personRow))
    .where('id', '=', person.id)
    .executeTakeFirst()
  const isNew = changed.numUpdatedRows === 0n
  if (isNew) {
    const added = await tx.db
      .insertInto('person')
      .values({ org_id: tx.viewer.orgId, id: person.id, display_name: person.displayName })
      .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) return false
  }
  tx.changes.push({ action: isNew ? 'add' : 'change', noun: 'person', objectId: person.id, revisionId: null })
  return true
}
