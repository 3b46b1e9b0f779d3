// Nobody moves to a version before the day from which it holds, by whichever way.
import { holdsOn } from '../../core/framework/publication.ts'
import { listPublications } from '../../store/framework/publications.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import { type Refusal, refuseField } from '../errors.ts'

/** A version that holds from a later date is there to be read, and not to be moved to yet. */
export async function refusalOfDate(
  tx: ViewerTransaction,
  asked: { field: string; digest: string },
  now: Date,
): Promise<Refusal | null> {
  const published = (await listPublications(tx)).find((one) => one.digest === asked.digest)
  const from = published?.effectiveFrom ?? null
  return holdsOn(from, now.toISOString().slice(0, 10))
    ? null
    : refuseField(asked.field, `This version holds from ${from}. Nobody moves to it before.`)
}
