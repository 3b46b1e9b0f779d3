// Everything that is held about a member by somebody who kept them, with what the member says of it.

import type { HeldAnswer, HeldRating, Joining, NamedRecord } from '../../core/person/joining.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { listHeldAnswers } from './held-answers.ts'
import { listClaimedRatings, listHeldRatings } from './held-items.ts'

export interface HeldThings {
  /** The newest day first. */
  ratings: HeldRating[]
  named: NamedRecord[]
  answers: HeldAnswer[]
}

/** Of a joining in which the viewer has a part. What was claimed stands where it was noted, as the answer says. */
export async function listHeldThings(tx: ViewerTransaction, joining: Joining): Promise<HeldThings> {
  const answers = await listHeldAnswers(tx, [joining.id])
  const homeOf = new Map(
    answers.flatMap(({ item, claimedId }) =>
      claimedId === null || 'recordId' in item ? [] : [[`${claimedId}/${item.skill}`, item.assessmentId]],
    ),
  )
  const claimedIds = answers.flatMap(({ claimedId }) => (claimedId === null ? [] : [claimedId]))
  const claimed = (await listClaimedRatings(tx, joining, [...new Set(claimedIds)])).flatMap((one) => {
    const home = homeOf.get(`${one.assessmentId}/${one.skill}`)
    return home === undefined ? [] : [{ ...one, assessmentId: home }]
  })
  const noted = await listHeldRatings(tx, joining)
  const ratings = [...noted, ...claimed].sort((a, b) => (a.current.saidOn < b.current.saidOn ? 1 : -1))
  return { ratings, named: joining.named, answers }
}
