// The list of erased people, kept outside the backups: a restored backup must not bring anybody back.

import { existsSync, readFileSync } from 'node:fs'
import { listPersonalTables } from '../column-tags.ts'
import type { Places } from '../engine/data-folder.ts'
import { writeWhole } from '../engine/write-whole.ts'
import type { SqlSession } from '../sql-session.ts'
import { checkedUuid } from '../viewer-transaction.ts'

/** Ids only: whose they were is no longer known. */
export interface ErasedPerson {
  orgId: string
  personId: string
  erasedAt: string
  /** Who kept them, for people without an account: their rows belong to their keeper. */
  keeperId?: string
}

export function listErasedPeople(places: Places): ErasedPerson[] {
  if (!existsSync(places.tombstones)) return []
  return (JSON.parse(readFileSync(places.tombstones, 'utf8')) as { erased: ErasedPerson[] }).erased
}

export function saveErasedPerson(places: Places, person: ErasedPerson): void {
  saveErasedPeople(places, [person])
}

export function saveErasedPeople(places: Places, people: readonly ErasedPerson[]): void {
  const known = listErasedPeople(places)
  const isKnown = new Set(known.map(({ orgId, personId }) => `${orgId} ${personId}`))
  const fresh = people.filter(({ orgId, personId }) => !isKnown.has(`${orgId} ${personId}`))
  if (fresh.length === 0) return
  writeWhole(places.tombstones, `${JSON.stringify({ erased: [...known, ...fresh] }, null, 2)}\n`)
}

/** Removes the rows of a person from every personal table, in the caller's transaction, as the eraser. */
export async function removePersonRows(
  session: SqlSession,
  person: Omit<ErasedPerson, 'erasedAt'>,
): Promise<Record<string, number>> {
  const { orgId, personId, keeperId = personId } = person
  return removeRowsOf(session, { orgId, ownerId: keeperId, personIds: [personId] })
}

/** The same for several people whose rows have one owner. */
export async function removeRowsOf(
  session: SqlSession,
  whose: { orgId: string; ownerId: string; personIds: readonly string[] },
): Promise<Record<string, number>> {
  const orgId = checkedUuid(whose.orgId)
  const list = whose.personIds.map((id) => `'${checkedUuid(id)}'`).join(', ')
  const tables = await listPersonalTables(session)
  await session.run('SET LOCAL ROLE skillmap_eraser')
  await session.run(`SET LOCAL app.org_id = '${orgId}'`)
  await session.run(`SET LOCAL app.person_id = '${checkedUuid(whose.ownerId)}'`)
  const erased: Record<string, number> = {}
  for (const { table, personColumns } of tables.reverse()) {
    const theirs = personColumns.map((column) => `"${column}" IN (${list})`).join(' OR ')
    const { rows } = await session.query(
      `WITH gone AS (DELETE FROM "${table}" WHERE org_id = $1 AND (${theirs}) RETURNING 1) SELECT count(*) AS n FROM gone`,
      [orgId],
    )
    erased[table] = Number(rows[0]?.n ?? 0)
  }
  return erased
}

/** Erases again whoever is on the list: after a restore, or after a crash in the middle of an erase. */
export async function removeErasedPeople(session: SqlSession, people: ErasedPerson[]): Promise<void> {
  for (const person of people) {
    await removePersonRows(session, person)
    await session.run('RESET ROLE')
  }
}
