// Takes the evidence of an export over, sealed anew with the key that is here.

import type { EvidenceRevision } from '../core/evidence/evidence.ts'
import { groupedBy } from '../core/framework/grouped-by.ts'
import { addBroughtEvidence, listEvidenceRevisions } from './evidence.ts'
import type { Imported } from './import.ts'
import { listKeptPeople } from './kept-people.ts'
import { newEnd } from './new-end.ts'
import type { ViewerTransaction } from './viewer-transaction.ts'

/** Null when it went well, else where the export has an id that belongs to something else. */
export async function saveImportedEvidence(
  tx: ViewerTransaction,
  personId: string,
  evidence: readonly EvidenceRevision[],
  result: Imported,
): Promise<string | null> {
  if (evidence.length === 0) return null
  const { revisions, unreadable } = await listEvidenceRevisions(tx, personId)
  const here = groupedBy(revisions, ({ id }) => id)
  // Of these nobody knows here what they say, so nothing is put on top of them.
  const closed = new Set(unreadable.map(({ id }) => id))
  const kept = new Set((await listKeptPeople(tx)).map(({ id }) => id))
  for (const [id, coming] of groupedBy([...evidence], (one) => one.id)) {
    const fresh = closed.has(id) ? [] : newEnd(here.get(id) ?? [], coming)
    result.added.evidence += fresh.length
    result.kept.evidence += coming.length - fresh.length
    for (const revision of fresh) {
      // People who are not kept here stay by name alone.
      const credit = revision.credit.map(({ name, personId: who }) => ({
        name,
        personId: who !== null && kept.has(who) ? who : null,
      }))
      if (!(await addBroughtEvidence(tx, { ...revision, credit }, personId))) return '/evidence'
    }
  }
  return null
}
