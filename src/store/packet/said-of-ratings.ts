// What somebody says of ratings that colleagues gave about them, as their packets quote them.

import { type SaidOfRating, sourceOfRating } from '../../core/packet/packet.ts'
import { listSeenAsked } from '../assessment/assessments.ts'
import { listDisputes } from '../assessment/disputes.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

/** What the viewer says today of each rating that others gave about them, by the source of its item in a packet. */
export async function listSaidOfRatings(tx: ViewerTransaction): Promise<Map<string, SaidOfRating>> {
  const given = (await listSeenAsked(tx)).filter(
    ({ subjectId, raterKind }) => subjectId === tx.viewer.personId && raterKind !== 'self',
  )
  const disputes = await listDisputes(
    tx,
    given.map(({ id }) => id),
  )
  const saidOf = (assessmentId: string, skill: string) =>
    disputes
      .filter((one) => one.assessmentId === assessmentId && one.skill === skill)
      .map(({ kind, words }) => ({ kind, words }))
  return new Map(
    given.flatMap(({ id, ratings }) =>
      ratings.map(({ revisionId, skill }) => [sourceOfRating(revisionId), saidOf(id, skill)] as const),
    ),
  )
}
