// Answers to requests that may come twice: saved with the change itself, so that a repeat changes nothing.

import { fail, type Result, succeed } from '../core/result.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

export interface Answer {
  status: number
  /** The JSON body; null where there is none. */
  response: unknown
}

/** The same key came with another request. */
export type KeyReused = { kind: 'key-reused' }

/** What was answered under this key before, or null. `requestHash` is the SHA-256 of method, path and body. */
export async function findAnswer(
  tx: ViewerTransaction,
  key: string,
  requestHash: string,
): Promise<Result<Answer | null, KeyReused>> {
  if (tx.viewer.personId === null) return succeed(null)
  const row = await tx.db
    .selectFrom('idempotency')
    .select(['request_hash', 'status', 'response'])
    .where('org_id', '=', tx.viewer.orgId)
    .where('owner_id', '=', tx.viewer.personId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (row === undefined) return succeed(null)
  if (row.request_hash !== requestHash) return fail({ kind: 'key-reused' })
  return succeed({ status: row.status, response: row.response })
}

/** To be called in the transaction of the change. Of two at once the second fails as a whole and is repeated. */
export async function saveAnswer(
  tx: ViewerTransaction,
  key: string,
  requestHash: string,
  answer: Answer,
): Promise<void> {
  if (tx.viewer.personId === null) throw new Error('A visitor changes nothing.')
  await tx.db
    .insertInto('idempotency')
    .values({
      org_id: tx.viewer.orgId,
      owner_id: tx.viewer.personId,
      key,
      request_hash: requestHash,
      status: answer.status,
      response: JSON.stringify(answer.response ?? null),
      created_at: tx.now,
    })
    .execute()
}

/** Forgets answers given before an ISO time. */
export async function removeAnswersBefore(tx: ViewerTransaction, before: string): Promise<number> {
  if (tx.viewer.personId === null) return 0
  const removed = await tx.db
    .deleteFrom('idempotency')
    .where('org_id', '=', tx.viewer.orgId)
    .where('owner_id', '=', tx.viewer.personId)
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(removed.numDeletedRows)
}
