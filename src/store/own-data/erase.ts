// Erasing a person: rows, revisions and keys, then what files and backups still hold.

import { randomUUID } from 'node:crypto'
import { personRules } from '../../core/access/person.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { ErasureProof } from '../../core/audit/erasure-proof.ts'
import { DiskFullError } from '../failures.ts'
import type { Store } from '../open.ts'
import { PERSONAL_ORG_ID } from '../personal.ts'
import { sessionIn } from '../sql-session.ts'
import { eraseBeside, noteErasing } from './erase-beside.ts'
import { removePersonRows, saveErasedPerson } from './erased-people.ts'
import { savePersonErased } from './erasures.ts'

export interface Erased {
  /** Rows removed, by table. */
  erased: Record<string, number>
  /** In team use 0: backups hold other people too, and forget this one whenever they are restored. */
  backupsRemoved: number
  /** In team use, what was written down of it. */
  proof: ErasureProof | null
  /** SHA-256 of the proof, which a line of the record holds; null where there is none. */
  proofHash: string | null
}

/**
 * Erases the viewer. In personal use the backups go too, and the database is written anew, so that no old page
 * or log keeps a word. What stays is the audit chain (ids and hashes), the id on the list of erased people, and
 * the frameworks, which describe work.
 */
export async function removeEverything(store: Store, viewer: Viewer): Promise<Erased> {
  const { orgId, personId } = viewer
  const facts = { orgId, ownerId: personId, subjectId: personId, releasedAt: null }
  if (personId === null || !evaluateRule(personRules.erase, viewer, facts))
    throw new Error('Nobody to erase.')
  const spaceProblem = store.spaceProblem()
  if (spaceProblem !== null) throw new DiskFullError(spaceProblem)
  if (orgId !== PERSONAL_ORG_ID) {
    const whom = { id: randomUUID(), personId }
    const { erased, erasure } = await store.withViewer(viewer, (tx) =>
      savePersonErased(tx, store.places, whom),
    )
    return { erased, backupsRemoved: 0, proof: erasure.proof, proofHash: erasure.hash }
  }
  // First the notes, then the deed: after a crash in between, the next start goes on.
  noteErasing(store, personId)
  saveErasedPerson(store.places, { orgId, personId, erasedAt: store.now().toISOString() })
  const erased = await store.withViewer(viewer, async (tx) => {
    const session = sessionIn(tx)
    const removed = await removePersonRows(session, { orgId, personId })
    await session.run('SET LOCAL ROLE skillmap_app')
    tx.changes.push({ action: 'erase', noun: 'person', objectId: personId, revisionId: null })
    return removed
  })
  const backupsRemoved = await eraseBeside(store)
  return { erased, backupsRemoved, proof: null, proofHash: null }
}
