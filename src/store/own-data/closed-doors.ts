// Doors of a team that a backup must not open again when it is put back: what was closed before that, as far as it is known.

import { PERSONAL_ORG_ID } from '../personal.ts'
import { inTransaction, type SqlSession } from '../sql-session.ts'

/** What is closed now. A database that is new, or that lost its rows, knows of nothing that was closed. */
export interface ClosedDoors {
  /** SHA-256 of the secrets in all addresses of reminders that open something now. */
  reminders: string[]
  /** Ids of identities and passkeys that were removed. */
  removed: string[]
  grants: { id: string; ended: string }[]
  people: { id: string; left: string | null; closed: string | null }[]
}

/** A way in that the backup would have opened again. */
export interface ClosedAgain {
  noun: 'account' | 'passkey'
  id: string
}

export async function listClosedDoors(session: SqlSession): Promise<ClosedDoors> {
  return inTransaction(session, async () => {
    await session.run('SET LOCAL ROLE skillmap_keeper')
    const read = async <Row>(query: string, ...values: string[]) =>
      (await session.query(query, values)).rows as Row[]
    const reminders = await read<{ token_hash: string }>(
      'SELECT token_hash FROM reminder WHERE token_hash IS NOT NULL',
    )
    const removed = await read<{ object_id: string }>(
      `SELECT DISTINCT object_id FROM audit WHERE action = 'remove' AND noun IN ('account', 'passkey')`,
    )
    return {
      reminders: reminders.map((row) => row.token_hash),
      removed: removed.map((row) => row.object_id),
      grants: await read('SELECT id, ended_at AS ended FROM admin_grant WHERE ended_at IS NOT NULL'),
      people: await read(
        `SELECT id, left_on AS left, closed_at AS closed FROM person
           WHERE org_id <> $1 AND keeper_id IS NULL AND (left_on IS NOT NULL OR closed_at IS NOT NULL)`,
        PERSONAL_ORG_ID,
      ),
    }
  })
}

/**
 * In a database that was just filled from a backup. In personal use sessions and addresses stay: the one browser there
 * is should not be shut out by its own restore.
 */
export async function closeAgain(
  session: SqlSession,
  { now, doors }: { now: string; doors: ClosedDoors },
): Promise<ClosedAgain[]> {
  await session.run('SET LOCAL ROLE skillmap_keeper')
  await session.query('UPDATE directory_token SET ended_at = $1 WHERE ended_at IS NULL', [now])
  await session.query(
    `UPDATE reminder SET token_hash = NULL WHERE org_id <> $1
       AND token_hash <> ALL (string_to_array($2, ','))`,
    [PERSONAL_ORG_ID, doors.reminders.join(',')],
  )
  await session.query('DELETE FROM session WHERE org_id <> $1', [PERSONAL_ORG_ID])
  await session.query('DELETE FROM invitation WHERE used_at IS NULL')
  await session.query('DELETE FROM sign_in_attempt')
  await endGrants(session, doors)
  await leaveAgain(session, doors)
  const removed = await removeWaysIn(session, doors)
  await session.run('RESET ROLE')
  return removed
}

async function removeWaysIn(session: SqlSession, { removed }: ClosedDoors): Promise<ClosedAgain[]> {
  const again: ClosedAgain[] = []
  for (const noun of ['account', 'passkey'] as const) {
    const { rows } = await session.query(
      `DELETE FROM ${noun} WHERE org_id <> $1 AND id::text = ANY (string_to_array($2, ',')) RETURNING id`,
      [PERSONAL_ORG_ID, removed.join(',')],
    )
    again.push(...rows.map(({ id }) => ({ noun, id: String(id) })))
  }
  return again
}

async function endGrants(session: SqlSession, { grants }: ClosedDoors): Promise<void> {
  await session.query(
    `UPDATE admin_grant SET ended_at = closed.ended
       FROM jsonb_to_recordset($1::text::jsonb) AS closed (id uuid, ended timestamptz)
       WHERE admin_grant.id = closed.id AND admin_grant.ended_at IS NULL`,
    [JSON.stringify(grants)],
  )
}

/** The earlier of both last days, and with it the end of their lines and of those of the people who report to them. */
async function leaveAgain(session: SqlSession, { people }: ClosedDoors): Promise<void> {
  const all = [JSON.stringify(people)]
  const closed = 'jsonb_to_recordset($1::text::jsonb) AS closed (id uuid, "left" date, closed timestamptz)'
  await session.query(
    `UPDATE person SET left_on = least(left_on, closed."left"), closed_at = coalesce(closed_at, closed.closed)
       FROM ${closed} WHERE person.id = closed.id AND keeper_id IS NULL`,
    all,
  )
  for (const [table, column] of [
    ['team_member', 'owner_id'],
    ['management', 'owner_id'],
    ['management', 'manager_id'],
    ['held_role', 'owner_id'],
  ] as const)
    await session.query(
      `UPDATE ${table} SET until_on = greatest(closed."left", from_on - 1)
         FROM ${closed} WHERE ${column} = closed.id AND closed."left" IS NOT NULL
           AND (until_on IS NULL OR until_on > greatest(closed."left", from_on - 1))`,
      all,
    )
}
