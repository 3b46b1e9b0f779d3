// Erasing a person of an organisation: their rows, a search for what is left, and a proof whose hash is in the audit chain.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { erasureRules } from '../../core/access/erasure.ts'
import type { ErasureProof } from '../../core/audit/erasure-proof.ts'
import { canonicalJson } from '../../core/framework/canonical-json.ts'
import { allowedBy, sharedRow } from '../access.ts'
import { asKeeper } from '../as-keeper.ts'
import { listPersonalTables } from '../column-tags.ts'
import type { Places } from '../engine/data-folder.ts'
import { PERSONAL_ORG_ID } from '../personal.ts'
import { type SqlSession, sessionIn } from '../sql-session.ts'
import { checkedUuid, type ViewerTransaction } from '../viewer-transaction.ts'
import {
  type ErasedPerson,
  listErasedPeople,
  removePersonRows,
  removeRowsOf,
  saveErasedPeople,
} from './erased-people.ts'
import { type PersonSearched, searchForPerson } from './search-for-person.ts'

export interface Erasure {
  id: string
  personId: string
  erasedBy: string | null
  erasedAt: string
  proof: ErasureProof
  /** SHA-256 of the proof's canonical JSON; a line of the audit chain holds it. */
  hash: string
}

export function hashOfProof(proof: ErasureProof): string {
  return createHash('sha256').update(canonicalJson(proof)).digest('hex')
}

/** What the line of the chain names that holds a proof. */
export function objectOfProof(id: string, hash: string): string {
  return `${id} sha256:${hash}`
}

/**
 * Removes everything of a person, whoever asks, and writes the proof; returns rows removed by table. Whoever kept them
 * before they were a member forgets them too. The caller has decided that the viewer may.
 */
export async function savePersonErased(
  tx: ViewerTransaction,
  places: Places,
  { id, personId }: { id: string; personId: string },
): Promise<{ erased: Record<string, number>; erasure: Erasure }> {
  const { orgId, personId: actorId } = tx.viewer
  const session = sessionIn(tx)
  const kept = await listKeptAs(tx, personId)
  // First the note, then the deed: after a crash in between, the next start goes on.
  saveErasedPeople(places, [...kept, { orgId, personId, erasedAt: tx.now }])
  const counts = []
  for (const { personId: keptId, keeperId } of kept)
    counts.push(await removeRowsOf(session, { orgId, ownerId: keeperId, personIds: [keptId] }))
  counts.push(await removePersonRows(session, { orgId, personId }))
  const erased = addedUp(counts)
  const me = actorId === null ? '' : checkedUuid(actorId)
  await session.run(`SET LOCAL app.person_id = '${me}'`)
  await session.run('SET LOCAL ROLE skillmap_keeper')
  for (const one of [personId, ...kept.map((each) => each.personId)]) await removeAnswersAbout(tx, one)
  const { columnsSearched, remaining } = await searchForPerson(session, { orgId, personId })
  const proof: ErasureProof = {
    format: 'skillmap-erasure',
    version: 1,
    id,
    personId,
    erasedBy: actorId === personId ? null : actorId,
    erasedAt: tx.now,
    rowsRemoved: Object.values(erased).reduce((sum, rows) => sum + rows, 0),
    tablesCleared: (await listPersonalTables(session)).length,
    columnsSearched,
    remaining,
  }
  const hash = hashOfProof(proof)
  const { erasedBy, erasedAt } = proof
  await tx.db
    .insertInto('erasure')
    .values({
      org_id: orgId,
      id,
      person_id: personId,
      erased_by: erasedBy,
      erased_at: erasedAt,
      proof: JSON.stringify(proof),
    })
    .execute()
  await session.run('SET LOCAL ROLE skillmap_app')
  tx.changes.push({ action: 'erase', noun: 'person', objectId: personId, revisionId: null })
  tx.changes.push({ action: 'add', noun: 'erasure', objectId: objectOfProof(id, hash), revisionId: null })
  return { erased, erasure: { id, personId, erasedBy, erasedAt, proof, hash } }
}

/** Any number, as long as nobody else uses it for an advisory lock. */
const ERASING_AGAIN = 7_311_908

/** The same after an older state was put back, once, however many processes start on it at a time. */
export async function savePersonErasedAgain(
  tx: ViewerTransaction,
  places: Places,
  whom: { id: string; personId: string },
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${ERASING_AGAIN})`.execute(tx.db)
  const known = await tx.db
    .selectFrom('erasure')
    .select('id')
    .where('org_id', '=', tx.viewer.orgId)
    .where('person_id', '=', whom.personId)
    .executeTakeFirst()
  if (known === undefined) await savePersonErased(tx, places, whom)
}

/** As whom keepers kept a member before they were one. */
async function listKeptAs(
  tx: ViewerTransaction,
  personId: string,
): Promise<(ErasedPerson & { keeperId: string })[]> {
  const { orgId } = tx.viewer
  const rows = await asKeeper(tx, () =>
    tx.db
      .selectFrom('joining')
      .select(['kept_id', 'owner_id'])
      .where('org_id', '=', orgId)
      .where('subject_id', '=', personId)
      .execute(),
  )
  return rows.map((row) => ({ orgId, personId: row.kept_id, keeperId: row.owner_id, erasedAt: tx.now }))
}

function addedUp(counts: readonly Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const one of counts)
    for (const [table, rows] of Object.entries(one)) sum[table] = (sum[table] ?? 0) + rows
  return sum
}

/** Kept answers to repeated requests of others hold names, too. */
async function removeAnswersAbout(tx: ViewerTransaction, personId: string): Promise<void> {
  await tx.db
    .deleteFrom('idempotency')
    .where('org_id', '=', tx.viewer.orgId)
    .where(sql<boolean>`response::text LIKE ${`%${personId}%`}`)
    .execute()
}

/** The newest first. */
export async function listErasures(tx: ViewerTransaction, id?: string): Promise<Erasure[]> {
  let query = tx.db
    .selectFrom('erasure')
    .selectAll()
    .where(allowedBy(erasureRules.see, tx.viewer, sharedRow))
    .orderBy('erased_at', 'desc')
    .orderBy('id')
  if (id !== undefined) query = query.where('id', '=', id)
  return (await query.execute()).map((row) => ({
    id: row.id,
    personId: row.person_id,
    erasedBy: row.erased_by,
    erasedAt: row.erased_at,
    proof: row.proof,
    hash: hashOfProof(row.proof),
  }))
}

/** Searches every table again, and looks for the hash of the proof in the chain. */
export async function checkErasure(
  tx: ViewerTransaction,
  erasure: Erasure,
): Promise<PersonSearched & { isInChain: boolean }> {
  const { orgId } = tx.viewer
  const line = await tx.db
    .selectFrom('audit')
    .select('seq')
    .where('org_id', '=', orgId)
    .where('noun', '=', 'erasure')
    .where('action', '=', 'add')
    .where('object_id', '=', objectOfProof(erasure.id, erasure.hash))
    .executeTakeFirst()
  const searched = await asKeeper(tx, () =>
    searchForPerson(sessionIn(tx), { orgId, personId: erasure.personId }),
  )
  return { ...searched, isInChain: line !== undefined }
}

/** Rows of what administrators of people can read anyway. Of anything else not even the number is told. */
export async function countListRows(
  tx: ViewerTransaction,
  personId: string,
): Promise<Record<string, number>> {
  const { orgId } = tx.viewer
  return asKeeper(tx, async () => {
    const counts: Record<string, number> = {}
    for (const table of ['team_member', 'held_role', 'management', 'member_change', 'admin_grant'] as const) {
      const { rows } = await sessionIn(tx).query(
        `SELECT count(*) AS n FROM "${table}" WHERE org_id = $1 AND owner_id = $2`,
        [orgId, personId],
      )
      counts[table] = Number(rows[0]?.n ?? 0)
    }
    return counts
  })
}

/** Takes over what other processes erased, from the database to this process's own list. */
export async function noteErasuresOfOthers(session: SqlSession, places: Places): Promise<void> {
  await session.run('SET LOCAL ROLE skillmap_keeper')
  const { rows } = await session.query('SELECT org_id, person_id, erased_at FROM erasure')
  await session.run('RESET ROLE')
  saveErasedPeople(
    places,
    rows.map((row) => ({
      orgId: String(row.org_id),
      personId: String(row.person_id),
      erasedAt: String(row.erased_at),
    })),
  )
}

/** Somebody of a team, whose erase has a proof; whom somebody keeps is removed without one. */
export function isErasedWithProof({ orgId, keeperId }: ErasedPerson): boolean {
  return orgId !== PERSONAL_ORG_ID && keeperId === undefined
}

/**
 * Whoever is on the list and not erased in this database, which may be an older state of it: of whom there is no proof,
 * or who is there, where none is made.
 */
export async function listToEraseAgain(session: SqlSession, places: Places): Promise<ErasedPerson[]> {
  const listed = listErasedPeople(places)
  if (listed.length === 0) return []
  await session.run('SET LOCAL ROLE skillmap_keeper')
  const { rows } = await session.query('SELECT org_id, person_id FROM erasure')
  const orgs = await session.query('SELECT org_id FROM org')
  const there = await session.query(
    'SELECT org_id, id FROM person WHERE id::text = ANY (string_to_array($1, $2))',
    [listed.map(({ personId }) => personId).join(' '), ' '],
  )
  await session.run('RESET ROLE')
  const done = new Set(rows.map((row) => `${row.org_id} ${row.person_id}`))
  const known = new Set(orgs.rows.map((row) => String(row.org_id)))
  const isThere = new Set(there.rows.map((row) => `${row.org_id} ${row.id}`))
  return listed.filter((one) => {
    const key = `${one.orgId} ${one.personId}`
    return known.has(one.orgId) && (isErasedWithProof(one) ? !done.has(key) : isThere.has(key))
  })
}
