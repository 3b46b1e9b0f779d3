// Pages of people and of teams as a directory reads them: by id, with how many there are in all.

import { type SqlBool, sql } from 'kysely'
import { memberRules } from '../../core/access/member.ts'
import { memberRecordRules } from '../../core/access/member-record.ts'
import { teamRules } from '../../core/access/team.ts'
import { allowedBy, ownedRow, personRow, sharedRow } from '../access.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** What of a list is wanted. */
export interface PageWanted {
  /** How many come before; 0 for the first page. */
  skip: number
  /** How many at most; 0 asks only how many there are in all. */
  limit: number
}

export interface PageOfIds {
  ids: string[]
  total: number
}

/** Everybody but those whom the directory deleted: they are closed and have no name in it. */
export async function pageOfPeople(tx: ViewerTransaction, wanted: PageWanted): Promise<PageOfIds> {
  const people = tx.db
    .selectFrom('person')
    .where(allowedBy(memberRules.see, tx.viewer, personRow))
    .where('keeper_id', 'is', null)
    .where((where) => where.or([where('closed_at', 'is', null), where.exists(nameOfPerson(tx))]))
  const { total } = await people.select((row) => row.fn.countAll().as('total')).executeTakeFirstOrThrow()
  if (wanted.limit === 0) return { ids: [], total: Number(total) }
  const rows = await people.select('id').orderBy('id').offset(wanted.skip).limit(wanted.limit).execute()
  return { ids: rows.map(({ id }) => id), total: Number(total) }
}

function nameOfPerson(tx: ViewerTransaction) {
  return tx.db
    .selectFrom('directory_entry')
    .select('owner_id')
    .where(allowedBy(memberRecordRules.see, tx.viewer, ownedRow))
    .where('user_name', 'is not', null)
    .where(sql<SqlBool>`directory_entry.owner_id = person.id`)
}

/** The teams that are there on a day. */
export async function pageOfTeams(
  tx: ViewerTransaction,
  { skip, limit, on }: PageWanted & { on: string },
): Promise<PageOfIds> {
  const teams = tx.db
    .selectFrom('team')
    .where(allowedBy(teamRules.see, tx.viewer, sharedRow))
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>=', on)]))
  const { total } = await teams.select((row) => row.fn.countAll().as('total')).executeTakeFirstOrThrow()
  if (limit === 0) return { ids: [], total: Number(total) }
  const rows = await teams.select('id').orderBy('id').offset(skip).limit(limit).execute()
  return { ids: rows.map(({ id }) => id), total: Number(total) }
}
