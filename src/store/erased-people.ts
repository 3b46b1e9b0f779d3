// The list of erased people, kept outside the backups: a restored backup must not bring anybody back.

import { existsSync, readFileSync } from 'node:fs'
import { listPersonalTables } from './column-tags.ts'
import type { Places } from './data-folder.ts'
import type { SqlSession } from './sql-session.ts'
import { checkedUuid } from './viewer-transaction.ts'
import { writeWhole } from './write-whole.ts'

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
  const known = listErasedPeople(places)
  if (known.some((other) => other.orgId === person.orgId && other.personId === person.personId)) return
  writeWhole(places.tombstones, `${JSON.stringify({ erased: [...known, person] }, null, 2)}\n`)
}

/** Removes the rows of a person from every personal table, in the caller's transaction, as the eraser. */
export async function removePersonRows(
  session: SqlSession,
  person: Omit<ErasedPerson, 'erasedAt'>,
): Promise<Record<string, number>> {
  const orgId = checkedUuid(person.orgId)
  const personId = checkedUuid(person.personId)
  const tables = await listPersonalTables(session)
  await session.run('SET LOCAL ROLE skillmap_eraser')
  await session.run(`SET LOCAL app.org_id = '${orgId}'`)
  await session.run(`SET LOCAL app.person_id = '${checkedUuid(person.keeperId ?? personId)}'`)
  const erased: Record<string, number> = {}
  for (const { table, personColumns } of tables.reverse()) {
    const mine = personColumns.map((column) => `"${column}" = $2`).join(' OR ')
    const { rows } = await session.query(
      `WITH gone AS (DELETE FROM "${table}" WHERE org_id = $1 AND (${mine}) RETURNING 1) SELECT count(*) AS n FROM gone`,
      [orgId, personId],
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
