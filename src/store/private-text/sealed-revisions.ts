// Things of one person that are kept as sealed revisions: listed, found, saved, taken back. Each noun says its table.

import type { Rule } from '../../core/access/rule.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { AuditEntry } from '../audit/audit.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { SealedColumns } from './private-tables.ts'
import { type ReadText, type SealText, textReader, textSealer, type Unreadable } from './private-text.ts'

/** What every such thing has, whatever it says. */
export interface SealedItem {
  id: string
  /** Chosen by the writer; the entity tag. */
  revisionId: string
  /** 1 for the first writing of this thing. */
  version: number
  frameworkDigest: string
}

/** A line of its history. A withdrawn one holds no words. */
export type RevisionOf<Item> = Item & { withdrawn: boolean; replaces: string | null }

export type SaveFailure<Item> =
  /** It was changed meanwhile, perhaps in another window; `current` is what holds now, null where nothing can be read. */
  | { kind: 'stale'; current: Item | null }
  /** That revision id belongs to something else. */
  | { kind: 'revision-taken' }

/** A row whose words cannot be opened. */
export interface UnreadableRow<Open> {
  id: string
  revisionId: string
  open: Open
  why: Unreadable
}

export interface Listed<Item, Open> {
  items: Item[]
  unreadable: UnreadableRow<Open>[]
}

/** One noun. `Open` is what lies open in columns of its own, `Words` what is sealed; together they are the content. */
export interface SealedNoun<Item extends SealedItem, Open, Words> {
  noun: AuditEntry['noun']
  table: SealedTable
  current: SealedView
  see: Rule
  /** The open columns of a row, in the words of the program. */
  readOpen: (row: SealedColumns) => Open
  /** The open columns of an item, in the words of the table. */
  openColumns: (item: Item) => Record<string, string>
  /** Named one by one, so that what is compared and sealed has one order and nothing else in it. */
  wordsOf: (item: Item) => Words
  /** The open part of what was said, such as a day: a retry has the same, though it comes later. */
  saidOpenly: (item: Item) => string
  /** What a withdrawn revision says. */
  noWords: Words
}

export type SealedTable =
  | 'evidence_revision'
  | 'feedback_revision'
  | 'feedback_draft_revision'
  | 'conversation_revision'
  | 'share_revision'
  | 'received_share_revision'
export type SealedView =
  | 'current_evidence'
  | 'current_feedback'
  | 'current_feedback_draft'
  | 'current_conversation'
  | 'current_share'
  | 'current_received_share'

// All these tables have the columns of SealedColumns and Kysely needs one name: the types of one stand for all.
const asTable = (table: SealedTable) => table as 'feedback_draft_revision'
const asView = (view: SealedView) => view as 'current_feedback_draft'

/** The ways to the rows of one noun. All of them see what its rule lets the viewer see, and nothing else. */
export function sealedRevisions<Item extends SealedItem, Open, Words>(kind: SealedNoun<Item, Open, Words>) {
  const { noun, see } = kind
  const table = asTable(kind.table)

  function rows(tx: ViewerTransaction) {
    return tx.db
      .selectFrom(table)
      .selectAll()
      .where(allowedBy(see, tx.viewer, ownedRow))
  }

  function currentRows(tx: ViewerTransaction, personId: string) {
    const seen = tx.db.selectFrom(asView(kind.current)).where(allowedBy(see, tx.viewer, ownedRow))
    return seen.where('owner_id', '=', personId).where('withdrawn', '=', false)
  }

  function readRow(row: SealedColumns, read: ReadText): Result<Item, UnreadableRow<Open>> {
    const { id, revision_id: revisionId } = row
    const open = kind.readOpen(row)
    const words = read<Words>({ table: kind.table, rowId: revisionId }, row.sealed)
    if (!words.ok) return fail({ id, revisionId, open, why: words.failure })
    const kept: SealedItem = { id, revisionId, version: row.version, frameworkDigest: row.framework_digest }
    return succeed({ ...words.value, ...open, ...kept } as unknown as Item)
  }

  function readRows(found: readonly SealedColumns[], read: ReadText): Listed<Item, Open> {
    const all = found.map((row) => readRow(row, read))
    return {
      items: all.flatMap((one) => (one.ok ? [one.value] : [])),
      unreadable: all.flatMap((one) => (one.ok ? [] : [one.failure])),
    }
  }

  const findTail = (tx: ViewerTransaction, id: string) =>
    rows(tx).where('id', '=', id).orderBy('version', 'desc').limit(1).executeTakeFirst()

  const findRevision = (tx: ViewerTransaction, revisionId: string) =>
    rows(tx).where('revision_id', '=', revisionId).executeTakeFirst()

  /** All current ones of a person, or those with these ids, in no order; what was taken back is left out. */
  async function list(tx: ViewerTransaction, personId: string, ids?: readonly string[]) {
    if (ids?.length === 0) return readRows([], await textReader(tx))
    const query = currentRows(tx, personId).selectAll()
    const found = await (ids === undefined ? query : query.where('id', 'in', ids)).execute()
    return readRows(found, await textReader(tx))
  }

  /** The ids of the revisions that hold now, without their words. */
  async function listCurrentIds(tx: ViewerTransaction, personId: string) {
    const found = await currentRows(tx, personId).select(['id', 'revision_id']).execute()
    return found.map((row) => ({ id: row.id, revisionId: row.revision_id }))
  }

  /** A current one; null where there is none, or where it cannot be read. */
  async function find(tx: ViewerTransaction, id: string): Promise<Item | null> {
    const row = await findTail(tx, id)
    if (row === undefined || row.withdrawn) return null
    const read = readRow(row, await textReader(tx))
    return read.ok ? read.value : null
  }

  /** Every revision of a person that can be read, oldest first within each thing, and those that cannot be. */
  async function listRevisions(tx: ViewerTransaction, personId: string) {
    const found = await rows(tx).where('owner_id', '=', personId).orderBy('id').orderBy('version').execute()
    const read = await textReader(tx)
    const revisions: RevisionOf<Item>[] = []
    const unreadable: UnreadableRow<Open>[] = []
    for (const row of found) {
      const one = readRow(row, read)
      if (one.ok) revisions.push({ ...one.value, withdrawn: row.withdrawn, replaces: row.replaces })
      else unreadable.push(one.failure)
    }
    return { revisions, unreadable }
  }

  function rowOf(orgId: string, ownerId: string, revision: RevisionOf<Item>, seal: SealText) {
    const place = { table: kind.table, rowId: revision.revisionId }
    return {
      org_id: orgId,
      owner_id: ownerId,
      id: revision.id,
      revision_id: revision.revisionId,
      version: revision.version,
      replaces: revision.replaces,
      withdrawn: revision.withdrawn,
      framework_digest: revision.frameworkDigest,
      ...kind.openColumns(revision),
      sealed: seal(place, revision.withdrawn ? kind.noWords : kind.wordsOf(revision)),
      // The open columns differ from table to table; `openColumns` names those of this one.
    } as never
  }

  /** Adds a row that another installation made; false where its ids belong to something else. */
  async function add(tx: ViewerTransaction, revision: RevisionOf<Item>, ownerId: string): Promise<boolean> {
    const row = rowOf(tx.viewer.orgId, ownerId, revision, await textSealer(tx))
    const added = await tx.db
      .insertInto(table)
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) return false
    tx.changes.push({ action: 'import', noun, objectId: revision.id, revisionId: revision.revisionId })
    return true
  }

  /** A retry after a lost answer: the same words under the same id are saved already. */
  async function sameAgain(tx: ViewerTransaction, known: SealedColumns, next: Next) {
    const read = readRow(known, await textReader(tx))
    if (!read.ok) return fail({ kind: 'revision-taken' as const })
    const said = (item: Item) => JSON.stringify([kind.saidOpenly(item), kind.wordsOf(item)])
    const isSame =
      known.id === next.item.id &&
      known.withdrawn === next.withdrawn &&
      (next.withdrawn || said(read.value) === said(next.item))
    return isSame ? succeed(read.value) : fail({ kind: 'revision-taken' as const })
  }

  interface Next {
    item: Item
    withdrawn: boolean
    expected: string | null
  }

  async function saveRevision(tx: ViewerTransaction, next: Next): Promise<Result<Item, SaveFailure<Item>>> {
    const ownerId = tx.viewer.personId
    if (ownerId === null) throw new Error(`A visitor keeps no ${noun}.`)
    const { item, withdrawn, expected } = next
    const known = await findRevision(tx, item.revisionId)
    if (known !== undefined) return sameAgain(tx, known, next)
    const tail = await findTail(tx, item.id)
    const holds = tail === undefined || tail.withdrawn ? null : tail.revision_id
    if (holds !== expected) return fail({ kind: 'stale', current: await find(tx, item.id) })
    const version = (tail?.version ?? 0) + 1
    const revision: RevisionOf<Item> = { ...item, version, withdrawn, replaces: tail?.revision_id ?? null }
    const row = rowOf(tx.viewer.orgId, ownerId, revision, await textSealer(tx))
    const added = await tx.db
      .insertInto(table)
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) {
      const now = await findTail(tx, item.id)
      return (now?.version ?? 0) >= version
        ? fail({ kind: 'stale', current: await find(tx, item.id) })
        : fail({ kind: 'revision-taken' })
    }
    const action = withdrawn ? 'withdraw' : holds === null ? 'add' : 'change'
    tx.changes.push({ action, noun, objectId: item.id, revisionId: item.revisionId })
    return succeed({ ...item, version })
  }

  /**
   * Saves a new revision. `expected` is the revision it changes, null where there is none (or a withdrawn one). Saving
   * the same revision id again succeeds.
   */
  function save(tx: ViewerTransaction, item: Omit<Item, 'version'>, expected: string | null) {
    return saveRevision(tx, { item: { ...item, version: 0 } as Item, withdrawn: false, expected })
  }

  /** Takes it back: a revision without words. Taking back twice is done once. */
  async function withdraw(
    tx: ViewerTransaction,
    withdrawal: { id: string; revisionId: string; open: Partial<Open> },
    expected: string,
  ): Promise<Result<null, SaveFailure<Item>>> {
    const tail = await findTail(tx, withdrawal.id)
    if (tail?.withdrawn === true && tail.replaces === expected) return succeed(null)
    if (tail === undefined || tail.withdrawn) return fail({ kind: 'stale', current: null })
    const { id, revisionId, open } = withdrawal
    const kept: SealedItem = { id, revisionId, version: 0, frameworkDigest: tail.framework_digest }
    const item = { ...kind.noWords, ...kind.readOpen(tail), ...open, ...kept } as unknown as Item
    const saved = await saveRevision(tx, { item, withdrawn: true, expected })
    return saved.ok ? succeed(null) : saved
  }

  return { list, listCurrentIds, find, listRevisions, add, save, withdraw }
}
