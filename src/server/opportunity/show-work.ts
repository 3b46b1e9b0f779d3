// Writes for each person that a piece of work is shown to them, in the words that it has now, or that it no longer is.
import { canonicalJson } from '../../core/framework/canonical-json.ts'
import { type Opportunity, type WorkPart, workOf } from '../../core/opportunity/opportunity.ts'
import {
  listShownParts,
  saveWishMoved,
  saveWorkParts,
  saveWorkPartsEnded,
  saveWorkPartsHolding,
} from '../../store/opportunity/work-parts.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'

/** What was ended is taken up again where the words are the same, and a wish goes along with its work. */
export async function showToPeople(
  tx: ViewerTransaction,
  services: Services,
  opportunity: Opportunity,
  personIds: readonly string[],
): Promise<void> {
  const text = canonicalJson(workOf(opportunity))
  const isAsNow = ({ work }: WorkPart) => canonicalJson(work) === text
  const parts = await listShownParts(tx, opportunity.id, personIds)
  const held = parts.filter(({ until }) => until === null)
  const stays = opportunity.shown ? held.filter(isAsNow) : []
  // As they are when they end: a wish may have come meanwhile.
  const ended = await saveWorkPartsEnded(
    tx,
    held.filter((part) => !stays.includes(part)).map(({ id }) => id),
  )
  if (!opportunity.shown) return
  for (const personId of personIds) {
    if (stays.some((part) => part.personId === personId)) continue
    const own = (part: WorkPart) => part.personId === personId
    const before = ended.find(own) ?? parts.find((part) => own(part) && part.wishedAt !== null)
    const known = parts.find((part) => own(part) && isAsNow(part))
    const id = known?.id ?? services.newId()
    if (known === undefined) await saveWorkParts(tx, [{ ...shownTo(opportunity), id, personId }])
    else await saveWorkPartsHolding(tx, [id])
    if (before !== undefined) await saveWishMoved(tx, { from: before.id, to: id, wishedAt: before.wishedAt })
  }
}

function shownTo(opportunity: Opportunity) {
  const shown = { opportunityId: opportunity.id, stage: 'shown' as const, work: workOf(opportunity) }
  return { ...shown, why: [], wishedAt: null, note: '' }
}
