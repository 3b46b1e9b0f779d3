// Entries of evidence in memory, opened for their owner's own requests; never written, and gone after ten idle minutes.
import type { UnreadableEvidence } from '../../core/evidence/evidence.ts'
import { type EvidenceIndex, evidenceIndex } from '../../core/evidence/evidence-index.ts'
import { findEvidenceMark, listCurrentEvidenceIds, listEvidence } from '../../store/evidence/evidence.ts'
import type { Store } from '../../store/open.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'

export interface Journal {
  index: EvidenceIndex
  unreadable: UnreadableEvidence[]
}

export interface JournalShelf {
  /** The viewer's entries as of this transaction. Only what changed since the last time is read anew. */
  read(tx: ViewerTransaction): Promise<Journal>
  /** Drops everything: at the end of a session, after an erase or a restore. */
  forget(): void
}

interface Held extends Journal {
  mark: Mark
  idle: NodeJS.Timeout
}

/** Tells whether the entries are still those that were read before. */
interface Mark {
  rows: string
  keys: string
}

const IDLE_MS = 10 * 60_000

export function journalShelf(store: Store, idleMs = IDLE_MS): JournalShelf {
  const held = new Map<string, Held>()
  const drop = (key: string) => {
    clearTimeout(held.get(key)?.idle)
    held.delete(key)
  }
  return {
    async read(tx) {
      const { orgId, personId } = tx.viewer
      if (personId === null) throw new Error('A visitor keeps no journal.')
      const key = `${orgId} ${personId}`
      const mark = await markOf(store, tx, personId)
      const known = held.get(key)
      const isUsable = known !== undefined && known.mark.keys === mark.keys
      const journal = !isUsable
        ? await readAll(tx, personId)
        : known.mark.rows === mark.rows
          ? known
          : await readChanges(tx, personId, known)
      drop(key)
      const idle = setTimeout(() => drop(key), idleMs)
      // A program that waits for nothing else may end.
      idle.unref()
      held.set(key, { ...journal, mark, idle })
      return journal
    },
    forget() {
      for (const key of [...held.keys()]) drop(key)
    },
  }
}

/** Nobody else writes into an embedded database, so that its own count is enough; a server is asked. */
async function markOf(store: Store, tx: ViewerTransaction, personId: string): Promise<Mark> {
  if (store.kind !== 'embedded') return findEvidenceMark(tx, personId)
  const key = store.keyFile.read()
  const name = typeof key === 'string' ? key : key.name
  return { rows: String(store.changeCount('evidence')), keys: `${name} ${store.changeCount('key')}` }
}

async function readAll(tx: ViewerTransaction, personId: string): Promise<Journal> {
  const { entries, unreadable } = await listEvidence(tx, personId)
  const index = evidenceIndex()
  for (const entry of entries) index.put(entry)
  return { index, unreadable }
}

async function readChanges(tx: ViewerTransaction, personId: string, known: Journal): Promise<Journal> {
  const { index } = known
  const current = await listCurrentEvidenceIds(tx, personId)
  const ids = new Set(current.map(({ id }) => id))
  const closed = new Map(known.unreadable.map((one) => [one.id, one.revisionId]))
  const changed = current.filter(
    ({ id, revisionId }) => index.revisionOf(id) !== revisionId && closed.get(id) !== revisionId,
  )
  const { entries, unreadable } = await listEvidence(
    tx,
    personId,
    changed.map(({ id }) => id),
  )
  for (const id of index.ids()) if (!ids.has(id)) index.remove(id)
  for (const entry of entries) index.put(entry)
  const read = new Set(changed.map(({ id }) => id))
  const still = known.unreadable.filter(({ id }) => ids.has(id) && !read.has(id))
  for (const { id } of unreadable) index.remove(id)
  return { index, unreadable: [...still, ...unreadable] }
}
