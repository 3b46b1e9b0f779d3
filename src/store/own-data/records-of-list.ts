// The lines and changes of the list of people as their person may read them: without last days of others that are ahead.

import type { Effect } from '../../core/organisation/people-list.ts'
import { effectsTold, untilTold } from '../../core/organisation/told-to-person.ts'
import { listListChanges } from '../organisation/past-changes.ts'
import { loadPeopleList } from '../organisation/people-list.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

type Rows = Record<string, unknown>[]

/** Rows as they are stored, of a person and of those who report to them. */
export async function toldOfList(
  tx: ViewerTransaction,
  personId: string,
  { management, changes }: { management: Rows; changes: Rows },
): Promise<{ management: Rows; changes: Rows }> {
  const today = tx.now.slice(0, 10)
  const ids = management.flatMap((row) => [String(row.owner_id), String(row.manager_id)])
  const { people } = await loadPeopleList(tx, [...new Set([personId, ...ids])])
  const lastDays = new Map([...people.values()].map(({ id, leftOn }) => [id, leftOn]))
  const made = await listListChanges(tx, { ids: changes.map((row) => String(row.change_id)) })
  const peopleIn = new Map(made.map((one) => [one.id, one.people]))
  const lines = people.get(personId)?.lines ?? []
  return {
    management: management.map((row) => {
      const other = String(row.owner_id === personId ? row.manager_id : row.owner_id)
      const until = row.until_on === null ? null : String(row.until_on)
      return { ...row, until_on: untilTold({ managerId: other, until }, lastDays, today) }
    }),
    changes: changes.flatMap((row) => {
      const change = { effects: row.effects as Effect[], people: peopleIn.get(String(row.change_id)) ?? 1 }
      const effects = effectsTold(change, lines, { lastDays, today })
      return effects.length === 0 ? [] : [{ ...row, effects }]
    }),
  }
}
