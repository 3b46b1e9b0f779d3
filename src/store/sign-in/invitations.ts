// Invitations: links that let one person make their account. Only a hash of the secret is kept.

import { invitationRules } from '../../core/access/invitation.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export interface Invitation {
  id: string
  personId: string
  /** Null: from the terminal of the server. */
  invitedBy: string | null
  invitedAt: string
  expiresAt: string
  usedAt: string | null
}

/** The caller has decided that the viewer may; earlier invitations of the person that were not used end. */
export async function saveInvitation(
  tx: ViewerTransaction,
  invitation: Pick<Invitation, 'id' | 'personId' | 'expiresAt'> & { tokenHash: string },
): Promise<void> {
  const { id, personId, expiresAt, tokenHash } = invitation
  await tx.db
    .updateTable('invitation')
    .set({ used_at: tx.now })
    .where('org_id', '=', tx.viewer.orgId)
    .where('owner_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
  await tx.db
    .insertInto('invitation')
    .values({
      org_id: tx.viewer.orgId,
      id,
      owner_id: personId,
      token_hash: tokenHash,
      invited_by: tx.viewer.personId,
      invited_at: tx.now,
      expires_at: expiresAt,
      audience: 'organisation',
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'invitation', objectId: id, revisionId: null })
}

/** One that can still be used, by the hash of its secret; asked as a visitor, because it says who is there. */
export async function findInvitation(tx: ViewerTransaction, tokenHash: string): Promise<Invitation | null> {
  const row = await tx.db
    .selectFrom('invitation')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  return row === undefined ? null : invitationOf(row)
}

/** Marks it as used, once: false when somebody else was faster. */
export async function saveInvitationUsed(tx: ViewerTransaction, id: string): Promise<boolean> {
  const used = await tx.db
    .updateTable('invitation')
    .set({ used_at: tx.now })
    .where('org_id', '=', tx.viewer.orgId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) return false
  tx.changes.push({ action: 'use', noun: 'invitation', objectId: id, revisionId: null })
  return true
}

/** Newest first, for those who keep the list of people. */
export async function listInvitations(tx: ViewerTransaction): Promise<Invitation[]> {
  const rows = await tx.db
    .selectFrom('invitation')
    .selectAll()
    .where(allowedBy(invitationRules.see, tx.viewer, ownedRow))
    .orderBy('invited_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(invitationOf)
}

interface InvitationRow {
  id: string
  owner_id: string
  invited_by: string | null
  invited_at: string
  expires_at: string
  used_at: string | null
}

function invitationOf(row: InvitationRow): Invitation {
  return {
    id: row.id,
    personId: row.owner_id,
    invitedBy: row.invited_by,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  }
}

/** The viewer's own that somebody could still use. */
export async function findOpenInvitation(tx: ViewerTransaction): Promise<Invitation | null> {
  if (tx.viewer.personId === null) return null
  const row = await tx.db
    .selectFrom('invitation')
    .selectAll()
    .where('org_id', '=', tx.viewer.orgId)
    .where('owner_id', '=', tx.viewer.personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  return row === undefined ? null : invitationOf(row)
}

/** Calls off the one of a person that was not used. False when there is none, or the viewer may not. */
export async function removeOpenInvitation(tx: ViewerTransaction, personId: string): Promise<boolean> {
  const ended = await tx.db
    .updateTable('invitation')
    .set({ used_at: tx.now })
    .where(allowedBy(invitationRules.end, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning('id')
    .executeTakeFirst()
  if (ended === undefined) return false
  tx.changes.push({ action: 'withdraw', noun: 'invitation', objectId: ended.id, revisionId: null })
  return true
}
