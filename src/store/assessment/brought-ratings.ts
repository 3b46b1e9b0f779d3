// Files of ratings that were brought: what they say is kept whole, listed, and taken back whole.

import type { Selectable } from 'kysely'
import { assessmentRules } from '../../core/access/assessment.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import type { BroughtRatings } from '../../core/importing/brought-ratings.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { Store } from '../open.ts'
import { removeKeptPeople } from '../person/kept-people.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { BroughtRatingsTable } from './assessment-tables.ts'
import { saveBatchTakenBack } from './rating-batch.ts'

/** The viewer's own, newest first, those that were taken back included. */
export async function listBroughtRatings(tx: ViewerTransaction): Promise<BroughtRatings[]> {
  const rows = await seen(tx).orderBy('made_at', 'desc').orderBy('id').execute()
  return rows.map(asBroughtRatings)
}

/** Says what a file added, so that it can be taken back. */
export async function saveBroughtRatings(
  tx: ViewerTransaction,
  brought: Pick<BroughtRatings, 'id' | 'source' | 'added'>,
): Promise<BroughtRatings> {
  const { orgId, personId } = tx.viewer
  if (personId === null) throw new Error('A visitor brings nothing.')
  const { id, source, added } = brought
  await tx.db
    .insertInto('brought_ratings')
    .values({
      org_id: orgId,
      id,
      owner_id: personId,
      source,
      added: JSON.stringify(added),
      made_at: tx.now,
      undone_at: null,
    })
    .execute()
  tx.changes.push({ action: 'import', noun: 'rating', objectId: id, revisionId: null })
  return { id, source, added, madeAt: tx.now, undoneAt: null }
}

/** What was taken back, and what was left because it was changed since or is closed. */
export interface TakenBack {
  brought: BroughtRatings
  ratings: { back: number; left: number }
  people: { back: number; left: number }
}

/**
 * Takes back what a file added: a rating that nobody changed since is withdrawn, or is again what it was before; a person
 * about or by whom nothing else was said is removed. Taking back twice is taking back once.
 */
export async function saveBroughtRatingsUndone(
  tx: ViewerTransaction,
  store: Pick<Store, 'places'>,
  id: string,
): Promise<Result<TakenBack, { kind: 'not-found' }>> {
  const row = await seen(tx).where('id', '=', id).executeTakeFirst()
  if (row === undefined) return fail({ kind: 'not-found' })
  const brought = asBroughtRatings(row)
  const nothing = { back: 0, left: 0 }
  if (brought.undoneAt !== null) return succeed({ brought, ratings: nothing, people: nothing })
  const { revisions, people } = brought.added
  let back = 0
  for (const [assessmentId, own] of groupedBy(revisions, (one) => one.assessmentId))
    back += await saveBatchTakenBack(tx, assessmentId, own)
  const inUse = await listPeopleInUse(tx)
  const unused = people.filter((person) => !inUse.has(person))
  const gone = await removeKeptPeople(tx, store, unused)
  const counts = {
    ratings: { back, left: revisions.length - back },
    people: { back: gone, left: people.length - gone },
  }
  await tx.db
    .updateTable('brought_ratings')
    .set({ undone_at: tx.now })
    .where(allowedBy(assessmentRules.see, tx.viewer, ownedRow))
    .where('id', '=', id)
    .execute()
  tx.changes.push({ action: 'undo', noun: 'rating', objectId: id, revisionId: null })
  return succeed({ brought: { ...brought, undoneAt: tx.now }, ...counts })
}

/** Everybody about whom or by whom something is said now. */
async function listPeopleInUse(tx: ViewerTransaction): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('current_rating')
    .leftJoin('assessment_rater', (join) =>
      join
        .onRef('assessment_rater.org_id', '=', 'current_rating.org_id')
        .onRef('assessment_rater.assessment_id', '=', 'current_rating.assessment_id'),
    )
    .select(['current_rating.subject_id', 'assessment_rater.rater_id'])
    .distinct()
    .where('current_rating.org_id', '=', tx.viewer.orgId)
    .where('current_rating.owner_id', '=', tx.viewer.personId)
    .where('current_rating.withdrawn', '=', false)
    .execute()
  return new Set(rows.flatMap((row) => [row.subject_id, row.rater_id ?? row.subject_id]))
}

function seen(tx: ViewerTransaction) {
  return tx.db
    .selectFrom('brought_ratings')
    .selectAll()
    .where(allowedBy(assessmentRules.see, tx.viewer, ownedRow))
}

function asBroughtRatings(row: Selectable<BroughtRatingsTable>): BroughtRatings {
  const { id, source, added, made_at: madeAt, undone_at: undoneAt } = row
  return { id, source, added, madeAt, undoneAt }
}
