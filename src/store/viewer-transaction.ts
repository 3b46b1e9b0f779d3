// The one way to the data: a transaction that carries who is looking, under the role that has few rights.

import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Viewer } from '../core/access/viewer.ts'
import { type AuditEntry, saveAudit } from './audit/audit.ts'
import { DiskFullError } from './failures.ts'
import type { KeyFile } from './private-text/key-file.ts'
import type { Tables } from './tables.ts'

declare const madeByWithViewer: unique symbol

/** Only `withViewer` makes one; every function that touches the data takes it first. */
export interface ViewerTransaction {
  readonly [madeByWithViewer]: true
  readonly viewer: Viewer
  readonly db: Transaction<Tables>
  /** The time of this transaction, ISO. */
  readonly now: string
  /** What was changed; written to the audit chain just before the commit, so that its lock is held briefly. */
  readonly changes: AuditEntry[]
  /** Opens the keys of people; for private-keys.ts alone. */
  readonly keyFile: KeyFile
}

export type WithViewer = <Value>(
  viewer: Viewer,
  work: (tx: ViewerTransaction) => Promise<Value>,
) => Promise<Value>

export interface TransactionNeeds {
  db: Kysely<Tables>
  now: () => Date
  /** Throws before a commit could fail for want of space; null means: enough. */
  spaceProblem: () => string | null
  /** Told after each transaction that changed something, and of what. */
  changed: (nouns: ReadonlySet<AuditEntry['noun']>) => void
  keyFile: KeyFile
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const READ_ONLY_TRANSACTION = '25006'
const running = new AsyncLocalStorage<Kysely<Tables>>()

export function makeWithViewer(needs: TransactionNeeds): WithViewer {
  return (viewer, work) => {
    // The embedded database has one session: waiting inside for a second turn would wait for ever.
    if (running.getStore() === needs.db)
      throw new Error('withViewer was called inside withViewer: pass the transaction on.')
    return running.run(needs.db, () => runTransaction(needs, viewer, work))
  }
}

async function runTransaction<Value>(
  needs: TransactionNeeds,
  viewer: Viewer,
  work: (tx: ViewerTransaction) => Promise<Value>,
): Promise<Value> {
  const spaceProblem = needs.spaceProblem()
  const changes: AuditEntry[] = []
  try {
    // Below the floor reading goes on; a write is refused before the engine could panic.
    const accessMode = spaceProblem === null ? 'read write' : 'read only'
    const value = await needs.db
      .transaction()
      .setAccessMode(accessMode)
      .execute(async (db) => {
        await becomeViewer(db, viewer)
        const { keyFile } = needs
        const tx = {
          viewer,
          db,
          now: needs.now().toISOString(),
          changes,
          keyFile,
        } as unknown as ViewerTransaction
        const result = await work(tx)
        // An expected failure changes nothing, whatever was written before it was found.
        if (isFailure(result)) throw new TakenBack(result)
        if (changes.length > 0) await saveAudit(tx)
        return result
      })
    if (changes.length > 0) needs.changed(new Set(changes.map(({ noun }) => noun)))
    return value
  } catch (error) {
    if (error instanceof TakenBack) return error.result as Value
    if (spaceProblem !== null && codeOf(error) === READ_ONLY_TRANSACTION)
      throw new DiskFullError(spaceProblem)
    throw DiskFullError.from(error) ?? error
  }
}

class TakenBack extends Error {
  readonly result: unknown

  constructor(result: unknown) {
    super('taken back')
    this.result = result
  }
}

function isFailure(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

// Literals, because Citus does not pass on set_config(); checked, because a literal cannot be a parameter.
async function becomeViewer(db: Transaction<Tables>, viewer: Viewer): Promise<void> {
  const person = viewer.personId === null ? '' : checkedUuid(viewer.personId)
  // One message for all three: each costs a round trip, and on the embedded engine a few entries into it.
  await sql
    .raw(
      `SET LOCAL ROLE skillmap_app; SET LOCAL app.org_id = '${checkedUuid(viewer.orgId)}'; SET LOCAL app.person_id = '${person}'`,
    )
    .execute(db)
}

export function checkedUuid(id: string): string {
  if (!UUID.test(id)) throw new Error('An id that is not a UUID reached the database.')
  return id
}

export function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : null
}
