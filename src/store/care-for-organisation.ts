// What a team's data need over time: idle self-assessments closed and old rows removed, for everybody at once.

import { IDLE_DAYS } from '../core/assessment/close-assessment.ts'
import type { Store } from './open.ts'
import { idleSince } from './sign-in/sessions.ts'
import { inTransaction } from './sql-session.ts'

/** Any number, as long as nobody else uses it for an advisory lock. */
const CARING = 7_311_907
/** Of every day: what the database calls a day is shorter or longer where clocks change. */
const HOURS_OF_A_DAY = 24

/**
 * As the keeper, who reads no word: row security would show each person's rows to that person alone. Where several
 * processes serve one database, one of them cares at a time. False when another one does.
 */
export async function careForOrganisation(
  store: Store,
  before: { idleSince: string; answeredBefore: string },
): Promise<boolean> {
  return store.database.alone((session) =>
    inTransaction(session, async () => {
      const { rows } = await session.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [CARING])
      if (rows[0]?.mine !== true) return false
      await session.run('SET LOCAL ROLE skillmap_keeper')
      await session.query(
        `UPDATE assessment SET closed_at = last_activity_at + make_interval(hours => $2)
         WHERE closed_at IS NULL AND rater_kind = 'self' AND owner_id = subject_id AND purpose IS NULL
           AND last_activity_at < $1`,
        [before.idleSince, IDLE_DAYS * HOURS_OF_A_DAY],
      )
      await session.query('DELETE FROM idempotency WHERE created_at < $1', [before.answeredBefore])
      await session.query('DELETE FROM sign_in_attempt WHERE expires_at <= $1', [store.now().toISOString()])
      await session.query('DELETE FROM sign_in_count WHERE expires_at <= $1', [store.now().toISOString()])
      await session.query(
        'DELETE FROM session WHERE expires_at <= $1 OR (id IS NOT NULL AND last_seen_at < $2)',
        [store.now().toISOString(), idleSince(store.now().toISOString())],
      )
      await session.query('DELETE FROM invitation WHERE expires_at <= $1', [before.answeredBefore])
      return true
    }),
  )
}
