// Which sealed records of a keeper's own name somebody whom they keep: kind and day, never the words.

import { createHash } from 'node:crypto'
import type { NamedKind, NamedRecord } from '../../core/person/joining.ts'
import { listConversations } from '../conversation/conversations.ts'
import { listFeedback } from '../feedback/feedback.ts'
import { listFeedbackDrafts } from '../feedback/feedback-drafts.ts'
import { listReceivedShares } from '../share/shares.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { listSaidByKept } from './held-items.ts'

/**
 * The viewer's talks with somebody, what they noted of what that person told them or said, drafts for them and files from
 * them: the latest day first. A journal is not looked through: it is about the viewer's own work. What cannot be opened
 * without a key that is missing is not among them.
 */
export async function listNamedRecords(tx: ViewerTransaction, keptId: string): Promise<NamedRecord[]> {
  const keeperId = tx.viewer.personId
  if (keeperId === null) return []
  const { conversations } = await listConversations(tx, keeperId)
  const { records } = await listFeedback(tx, keeperId)
  const { drafts } = await listFeedbackDrafts(tx, keeperId)
  const { received } = await listReceivedShares(tx, keeperId, keptId)
  const said = await listSaidByKept(tx, { keeperId, keptId })
  const named = [
    ...conversations
      .filter((one) => one.personId === keptId)
      .map((one) => record('talk', one.id, one.heldOn, keptId)),
    ...records
      .filter((one) => one.saidBy === keptId)
      .map((one) => record('told', one.id, one.saidOn, keptId)),
    ...drafts
      .filter((one) => one.personId === keptId)
      .map((one) => record('draft', one.id, one.writtenAt.slice(0, 10), keptId)),
    ...received.map((one) => record('share', one.id, one.receivedAt.slice(0, 10), keptId)),
    ...said.map((one) => record('said', one.id, one.day, keptId)),
  ]
  return named.sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1))
}

/** An id of its own, the same each time, that does not tell which record it is. */
function record(kind: NamedKind, recordId: string, day: string, keptId: string): NamedRecord {
  const hex = createHash('sha256').update(`${keptId} ${recordId}`).digest('hex')
  const id = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return { id: id.join('-'), kind, day }
}
