// Which members are people whom somebody kept before: found, saved, and unlinked without a trace.

import type { Selectable } from 'kysely'
import { joiningRules } from '../../core/access/joining.ts'
import type { Rule } from '../../core/access/rule.ts'
import type { Joining, NamedRecord } from '../../core/person/joining.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { allowedBy, ratedRow } from '../access.ts'
import { asKeeper } from '../as-keeper.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { saveClaimUndone } from './held-claims.ts'
import type { JoiningTable } from './joining-tables.ts'

/** Where a joining, and what belongs to it, keeps what rules ask about. */
const joiningRow = { ...ratedRow, releasedAt: null }

interface Wanted {
  id?: string
  keptId?: string
  keeperId?: string | null
  memberId?: string | null
}

/** Those that the viewer has a part in, the oldest first. */
export async function listJoinings(
  tx: ViewerTransaction,
  wanted: Wanted,
  rule: Rule = joiningRules.see,
): Promise<Joining[]> {
  let query = tx.db
    .selectFrom('joining')
    .selectAll()
    .where(allowedBy(rule, tx.viewer, joiningRow))
    .orderBy('linked_at')
    .orderBy('id')
  if (wanted.id !== undefined) query = query.where('id', '=', wanted.id)
  if (wanted.keptId !== undefined) query = query.where('kept_id', '=', wanted.keptId)
  if (wanted.keeperId !== undefined) query = query.where('owner_id', '=', wanted.keeperId)
  if (wanted.memberId !== undefined) query = query.where('subject_id', '=', wanted.memberId)
  return (await query.execute()).map(asJoining)
}

export async function findJoining(
  tx: ViewerTransaction,
  wanted: Wanted,
  rule: Rule = joiningRules.see,
): Promise<Joining | null> {
  return (await listJoinings(tx, wanted, rule))[0] ?? null
}

/** The same, held until the commit: whoever answers, removes or unlinks takes turns. */
export async function findJoiningToChange(
  tx: ViewerTransaction,
  wanted: Wanted,
  rule: Rule,
): Promise<Joining | null> {
  const found = await findJoining(tx, wanted, rule)
  if (found === null) return null
  const held = await tx.db
    .selectFrom('joining')
    .select('id')
    .where('org_id', '=', tx.viewer.orgId)
    .where('id', '=', found.id)
    .forUpdate()
    .executeTakeFirst()
  return held === undefined ? null : found
}

/** How many people said that somebody whom they keep is the viewer. */
export async function countJoiningsAbout(tx: ViewerTransaction): Promise<number> {
  return tx.viewer.personId === null ? 0 : (await listJoinings(tx, { memberId: tx.viewer.personId })).length
}

/** As whom the keeper of a joining keeps the member. The caller has decided that the viewer may know. */
export async function findKeptAs(
  tx: ViewerTransaction,
  { keptId, keeperId }: Joining,
): Promise<Pick<KeptPerson, 'displayName' | 'relation' | 'role'>> {
  const row = await asKeeper(tx, () =>
    tx.db
      .selectFrom('person')
      .select(['display_name', 'relation', 'role'])
      .where('org_id', '=', tx.viewer.orgId)
      .where('id', '=', keptId)
      .where('keeper_id', '=', keeperId)
      .executeTakeFirstOrThrow(),
  )
  return { displayName: row.display_name ?? '', relation: row.relation, role: row.role }
}

/** Says in the viewer's name that somebody whom they keep is a member. The caller has decided that they may. */
export async function saveJoining(
  tx: ViewerTransaction,
  joining: Pick<Joining, 'id' | 'memberId' | 'keptId' | 'named'>,
): Promise<void> {
  if (tx.viewer.personId === null) throw new Error('A visitor keeps nobody.')
  await tx.db
    .insertInto('joining')
    .values({
      org_id: tx.viewer.orgId,
      id: joining.id,
      owner_id: tx.viewer.personId,
      subject_id: joining.memberId,
      kept_id: joining.keptId,
      named: JSON.stringify(joining.named),
      named_at: tx.now,
      audience: 'subject',
      linked_at: tx.now,
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'joining', objectId: joining.id, revisionId: null })
}

/** Which records of the viewer's name the member, as of now. */
export async function saveNamedRecords(
  tx: ViewerTransaction,
  joiningId: string,
  named: readonly NamedRecord[],
): Promise<void> {
  await tx.db
    .updateTable('joining')
    .set({ named: JSON.stringify(named), named_at: tx.now })
    .where(allowedBy(joiningRules.link, tx.viewer, joiningRow))
    .where('id', '=', joiningId)
    .execute()
}

/**
 * Takes the link away with everything that was said because of it: what the member had claimed is the keeper's note
 * again. The caller has decided that the viewer may.
 */
export async function removeJoining(
  tx: ViewerTransaction,
  joining: Joining,
  newId: () => string,
): Promise<void> {
  const { orgId } = tx.viewer
  const claims = await tx.db
    .selectFrom('held_answer')
    .select('id')
    .where('org_id', '=', orgId)
    .where('joining_id', '=', joining.id)
    .where('kind', '=', 'claimed')
    .where('ended_at', 'is', null)
    .execute()
  for (const { id } of claims) await saveClaimUndone(tx, joining, id, newId)
  await asKeeper(tx, async () => {
    await tx.db
      .deleteFrom('held_answer')
      .where('org_id', '=', orgId)
      .where('joining_id', '=', joining.id)
      .execute()
    await tx.db.deleteFrom('joining').where('org_id', '=', orgId).where('id', '=', joining.id).execute()
  })
  tx.changes.push({ action: 'remove', noun: 'joining', objectId: joining.id, revisionId: null })
}

function asJoining(row: Selectable<JoiningTable>): Joining {
  return {
    id: row.id,
    keeperId: row.owner_id,
    memberId: row.subject_id,
    keptId: row.kept_id,
    linkedAt: row.linked_at,
    named: row.named,
    namedAt: row.named_at,
  }
}
