// Writes for each person that a piece of work is shown to them, in the words that it has now, or that it no longer is.
import { canonicalJson } from '../../core/framework/canonical-json.ts'
import { type Opportunity, type WorkPart, workOf } from '../../core/opportunity/opportunity.ts'
import { quarterOf } from '../../core/opportunity/quarter.ts'
import { lockUpcomingWork } from '../../store/opportunity/lock-upcoming-work.ts'
import { listOpportunities } from '../../store/opportunity/opportunities.ts'
import {
  listShownParts,
  listWorkParts,
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

/** Whoever came to the manager since is shown what the others are shown; for those it was shown to, nothing changes. */
export async function showToNewPeople(
  tx: ViewerTransaction,
  services: Services,
  personIds: readonly string[],
): Promise<void> {
  if ((await listNotShown(tx, personIds)).length === 0) return
  // A second window waits here, and finds that it is done.
  await lockUpcomingWork(tx)
  for (const { opportunity, to } of await listNotShown(tx, personIds))
    await showToPeople(tx, services, opportunity, to)
}

async function listNotShown(
  tx: ViewerTransaction,
  personIds: readonly string[],
): Promise<{ opportunity: Opportunity; to: string[] }[]> {
  const now = quarterOf(tx.now.slice(0, 10))
  const parts = (await listWorkParts(tx, personIds)).filter(({ stage }) => stage === 'shown')
  return (await listOpportunities(tx))
    .filter(({ shown, removedAt, quarter }) => shown && removedAt === null && quarter >= now)
    .map((opportunity) => {
      const isShown = new Set(
        parts.flatMap((part) => (part.opportunityId === opportunity.id ? [part.personId] : [])),
      )
      return { opportunity, to: personIds.filter((id) => !isShown.has(id)) }
    })
    .filter(({ to }) => to.length > 0)
}

function shownTo(opportunity: Opportunity) {
  const shown = { opportunityId: opportunity.id, stage: 'shown' as const, work: workOf(opportunity) }
  return { ...shown, why: [], wishedAt: null, note: '' }
}
