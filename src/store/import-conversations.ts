// Takes the conversations of an export over, sealed anew with the key that is here.

import type { ConversationRevision } from '../core/conversation/conversation.ts'
import { groupedBy } from '../core/framework/grouped-by.ts'
import { addBroughtConversation, listConversationRevisions } from './conversations.ts'
import type { Imported } from './import.ts'
import { listKeptPeople } from './kept-people.ts'
import { newEnd } from './new-end.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

/** Null when it went well, else where the export has an id that belongs to something else. */
export async function saveImportedConversations(
  tx: ViewerTransaction,
  personId: string,
  coming: readonly ConversationRevision[],
  result: Imported,
): Promise<string | null> {
  if (coming.length === 0) return null
  const { revisions, unreadable } = await listConversationRevisions(tx, personId)
  const here = groupedBy(revisions, ({ id }) => id)
  // Of these nobody knows here what they say, so nothing is put on top of them.
  const closed = new Set(unreadable.map(({ id }) => id))
  const kept = new Set((await listKeptPeople(tx)).map(({ id }) => id))
  for (const [id, history] of groupedBy([...coming], (one) => one.id)) {
    const fresh = closed.has(id) ? [] : newEnd(here.get(id) ?? [], history)
    result.added.conversations += fresh.length
    result.kept.conversations += history.length - fresh.length
    for (const revision of fresh) {
      // Somebody who is not kept here stays by name alone.
      const { personId: who } = revision
      const known = who !== null && kept.has(who) ? who : null
      if (!(await addBroughtConversation(tx, { ...revision, personId: known }, personId)))
        return '/conversations'
    }
  }
  return null
}
