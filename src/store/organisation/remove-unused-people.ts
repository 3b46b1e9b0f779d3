// Removes people from the list who were added by mistake, as long as nothing else of theirs is here.

import { sql } from 'kysely'
import { memberRecordRules } from '../../core/access/member-record.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import { sessionIn } from '../sql-session.ts'
import { checkedUuid, codeOf, type ViewerTransaction } from '../viewer-transaction.ts'

/** What the list of people itself consists of. Whatever else refers to somebody is theirs, and keeps them here. */
const TABLES = [
  'member_change',
  'directory_entry',
  'invitation',
  'held_role',
  'management',
  'team_member',
] as const
const FOREIGN_KEY_VIOLATION = '23503'
/** Ids in one statement. */
const AT_ONCE = 500

/**
 * Whoever reports to another of them comes before that one. Returns those who stay because something refers to them: an account, a rating, anything that they or others wrote.
 * What it is stays unseen: the database refuses, and says no more.
 */
export async function removeUnusedPeople(tx: ViewerTransaction, ids: readonly string[]): Promise<string[]> {
  const { viewer } = tx
  const facts = { orgId: viewer.orgId, ownerId: null, subjectId: null, releasedAt: null }
  if (!evaluateRule(memberRecordRules.bring, viewer, facts)) return [...ids]
  const stay: string[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE)
    stay.push(...(await removeOrHalve(tx, ids.slice(from, from + AT_ONCE))))
  return stay
}

async function removeOrHalve(tx: ViewerTransaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  await sql`SAVEPOINT before_removal`.execute(tx.db)
  try {
    await removeFromList(tx, ids)
    await sql`RELEASE SAVEPOINT before_removal`.execute(tx.db)
    await sql`SET LOCAL ROLE skillmap_app`.execute(tx.db)
    for (const id of ids)
      tx.changes.push({ action: 'remove', noun: 'person', objectId: id, revisionId: null })
    return []
  } catch (error) {
    if (codeOf(error) !== FOREIGN_KEY_VIOLATION) throw error
    // Rolling back to here brings back the role that was set before, too.
    await sql`ROLLBACK TO SAVEPOINT before_removal`.execute(tx.db)
    if (ids.length === 1) return [...ids]
    const half = Math.ceil(ids.length / 2)
    return [...(await removeOrHalve(tx, ids.slice(0, half))), ...(await removeOrHalve(tx, ids.slice(half)))]
  }
}

async function removeFromList(tx: ViewerTransaction, ids: readonly string[]): Promise<void> {
  const session = sessionIn(tx)
  const list = ids.map((id) => `'${checkedUuid(id)}'`).join(', ')
  const org = `org_id = '${checkedUuid(tx.viewer.orgId)}'`
  await session.run('SET LOCAL ROLE skillmap_eraser')
  // Lines that never held say nothing of anybody any more.
  await session.run(`DELETE FROM management WHERE ${org} AND until_on < from_on AND manager_id IN (${list})`)
  for (const table of TABLES) await session.run(`DELETE FROM ${table} WHERE ${org} AND owner_id IN (${list})`)
  await session.run(`DELETE FROM person WHERE ${org} AND id IN (${list})`)
}
