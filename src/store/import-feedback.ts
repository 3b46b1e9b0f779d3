// Takes the feedback of an export over, sealed anew with the key that is here.

import type { FeedbackRevision } from '../core/feedback/feedback.ts'
import { groupedBy } from '../core/framework/grouped-by.ts'
import { addBroughtFeedback, listFeedbackRevisions } from './feedback.ts'
import type { Imported } from './import.ts'
import { listKeptPeople } from './kept-people.ts'
import { newEnd } from './new-end.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

/** Null when it went well, else where the export has an id that belongs to something else. */
export async function saveImportedFeedback(
  tx: ViewerTransaction,
  personId: string,
  feedback: readonly FeedbackRevision[],
  result: Imported,
): Promise<string | null> {
  if (feedback.length === 0) return null
  const { revisions, unreadable } = await listFeedbackRevisions(tx, personId)
  const here = groupedBy(revisions, ({ id }) => id)
  // Of these nobody knows here what they say, so nothing is put on top of them.
  const closed = new Set(unreadable.map(({ id }) => id))
  const kept = new Set((await listKeptPeople(tx)).map(({ id }) => id))
  for (const [id, coming] of groupedBy([...feedback], (one) => one.id)) {
    const fresh = closed.has(id) ? [] : newEnd(here.get(id) ?? [], coming)
    result.added.feedback += fresh.length
    result.kept.feedback += coming.length - fresh.length
    for (const revision of fresh) {
      // Whoever is not kept here said it without a name.
      const saidBy = revision.saidBy !== null && kept.has(revision.saidBy) ? revision.saidBy : null
      if (!(await addBroughtFeedback(tx, { ...revision, saidBy }, personId))) return '/feedback'
    }
  }
  return null
}
