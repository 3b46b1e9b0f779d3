// People without an account whom the viewer keeps: found, saved, and removed with everything about them.

import { type Selectable, sql } from 'kysely'
import { keptPersonRules } from '../../core/access/kept-person.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, keptPersonRow } from '../access.ts'
import type { Store } from '../open.ts'
import { listErasedPeople, removeRowsOf, saveErasedPeople } from '../own-data/erased-people.ts'
import { sessionIn } from '../sql-session.ts'
import type { PersonTable } from '../tables.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export type SaveKeptPersonFailure =
  | { kind: 'not-found' }
  /** It was changed meanwhile; `current` is what it is now. */
  | { kind: 'stale'; current: KeptPerson }

export async function findKeptPerson(tx: ViewerTransaction, id: string): Promise<KeptPerson | null> {
  const row = await seen(tx).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : asKeptPerson(row)
}

/** In the order of names, never of merit. */
export async function listKeptPeople(tx: ViewerTransaction): Promise<KeptPerson[]> {
  const rows = await seen(tx).execute()
  // Databases differ in how they order names; this is the same everywhere.
  return rows
    .map(asKeptPerson)
    .sort((a, b) => byName.compare(a.displayName, b.displayName) || (a.id < b.id ? -1 : 1))
}

const byName = new Intl.Collator('en')

/** Ids of people whom the viewer kept and who were removed; whose they were is no longer known. */
export function listRemovedIds(tx: ViewerTransaction, { places }: Pick<Store, 'places'>): Set<string> {
  const { orgId, personId } = tx.viewer
  const erased = listErasedPeople(places)
  return new Set(
    erased.flatMap((one) => (one.orgId === orgId && one.keeperId === personId ? one.personId : [])),
  )
}

/** Keeps somebody new. */
export async function saveKeptPerson(tx: ViewerTransaction, person: KeptPerson): Promise<KeptPerson> {
  if (!(await addKeptPerson(tx, person))) throw new Error('This id is somebody else’s.')
  return person
}

/** The same with an id that was made elsewhere: false where it is somebody's here, whom the viewer need not see. */
export async function addKeptPerson(tx: ViewerTransaction, person: KeptPerson): Promise<boolean> {
  const { orgId, personId } = tx.viewer
  if (personId === null) throw new Error('A visitor keeps nobody.')
  const added = await tx.db
    .insertInto('person')
    .values({
      org_id: orgId,
      id: person.id,
      display_name: person.displayName,
      keeper_id: personId,
      relation: person.relation,
      role: person.role,
      revision_id: person.revisionId,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return false
  tx.changes.push({ action: 'add', noun: 'kept-person', objectId: person.id, revisionId: person.revisionId })
  return true
}

/** Changes what is kept of somebody. Saving the same revision id again succeeds. */
export async function saveKeptPersonChanged(
  tx: ViewerTransaction,
  person: KeptPerson,
  expectedRevisionId: string,
): Promise<Result<KeptPerson, SaveKeptPersonFailure>> {
  const changed = await tx.db
    .updateTable('person')
    .set({
      display_name: person.displayName,
      relation: person.relation,
      role: person.role,
      revision_id: person.revisionId,
    })
    .where(allowedBy(keptPersonRules.change, tx.viewer, keptPersonRow))
    .where('id', '=', person.id)
    .where('revision_id', 'in', [expectedRevisionId, person.revisionId])
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) {
    const current = await findKeptPerson(tx, person.id)
    return fail(current === null ? { kind: 'not-found' } : { kind: 'stale', current })
  }
  tx.changes.push({
    action: 'change',
    noun: 'kept-person',
    objectId: person.id,
    revisionId: person.revisionId,
  })
  return succeed(person)
}

/**
 * Removes somebody with everything that was noted about them. What they said about others stays, without their name.
 * They are on the list of erased people from then on, so that no backup brings them back. False where the viewer keeps
 * nobody of this id.
 */
export async function removeKeptPerson(
  tx: ViewerTransaction,
  store: Pick<Store, 'places'>,
  id: string,
): Promise<boolean> {
  return (await removeKeptPeople(tx, store, [id])) > 0
}

/** The same for several, in one go; how many of them the viewer kept. */
export async function removeKeptPeople(
  tx: ViewerTransaction,
  store: Pick<Store, 'places'>,
  ids: readonly string[],
): Promise<number> {
  const { orgId, personId: keeperId } = tx.viewer
  if (keeperId === null || ids.length === 0) return 0
  const kept = (await seen(tx).where('id', 'in', ids).execute()).map((row) => row.id)
  if (kept.length === 0) return 0
  // First the note, then the deed: after a crash in between, the next start goes on.
  const erased = kept.map((personId) => ({ orgId, personId, erasedAt: tx.now, keeperId }))
  saveErasedPeople(store.places, erased)
  // Kept answers to repeated requests hold names too.
  await tx.db
    .deleteFrom('idempotency')
    .where('org_id', '=', orgId)
    .where('owner_id', '=', keeperId)
    .where(sql<boolean>`response::text ~ ${kept.join('|')}`)
    .execute()
  const session = sessionIn(tx)
  await removeRowsOf(session, { orgId, ownerId: keeperId, personIds: kept })
  await session.run('SET LOCAL ROLE skillmap_app')
  for (const id of kept)
    tx.changes.push({ action: 'remove', noun: 'kept-person', objectId: id, revisionId: null })
  return kept.length
}

function seen(tx: ViewerTransaction) {
  return tx.db
    .selectFrom('person')
    .selectAll()
    .where(allowedBy(keptPersonRules.see, tx.viewer, keptPersonRow))
}

function asKeptPerson(row: Selectable<PersonTable>): KeptPerson {
  if (row.display_name === null || row.revision_id === null)
    throw new Error('A kept person has neither name nor revision.')
  const { id, display_name: displayName, relation, role, revision_id: revisionId } = row
  return { id, displayName, relation, role, revisionId }
}
