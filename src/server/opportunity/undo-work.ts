// Takes a manager's last change back: what it added ends, and what it ended holds again, with all that was said to it.
import type { AgreedGrowth, WorkPart } from '../../core/opportunity/opportunity.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  listAgreedGrowth,
  saveAgreedGrowthEnded,
  saveAgreedGrowthHolding,
  saveNoteMoved,
} from '../../store/opportunity/agreed-growth.ts'
import { lockUpcomingWork } from '../../store/opportunity/lock-upcoming-work.ts'
import {
  listWorkParts,
  saveSaidMoved,
  saveWorkPartsEnded,
  saveWorkPartsHolding,
} from '../../store/opportunity/work-parts.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { refusalOfView } from '../organisation/view-switches.ts'
import { type WorkChange, workChange } from './opportunity-wire.ts'

const CHANGED = refuse(
  'stale',
  'Something of it was changed meanwhile, so it cannot be taken back as a whole.',
)

export function addUndoWorkRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/opportunities/undo',
      tag: 'Opportunities',
      summary: 'Take back a board that was kept, an agreement, or that work was given',
      description:
        'What it added ends, and what it ended holds again as it was, with the remarks of the people. All of it or, when anything of it was changed meanwhile, nothing.',
      access: { noun: 'opportunity', action: 'change' },
      body: workChange,
      answers: { 204: { description: 'As it was before.', schema: null } },
      refusals: ['no-session', 'invalid', 'stale', 'conflict'],
    },
    async ({ body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'opportunities')
        if (off !== null) return fail(off)
        await lockUpcomingWork(tx)
        return (await takeBack(tx, body)) ? succeed({ status: 204 }) : fail(CHANGED)
      }),
  )
}

/** False where something was not as the change had left it, or would now hold twice. */
async function takeBack(tx: ViewerTransaction, { added, ended }: WorkChange): Promise<boolean> {
  const goneParts = await saveWorkPartsEnded(tx, added)
  const goneAgreed = await saveAgreedGrowthEnded(tx, added)
  const parts = await saveWorkPartsHolding(tx, ended)
  const agreed = await saveAgreedGrowthHolding(tx, ended)
  if (goneParts.length + goneAgreed.length !== added.length || parts.length + agreed.length !== ended.length)
    return false
  await moveWhatWasSaid(tx, goneParts, parts)
  await moveRemarks(tx, goneAgreed, agreed)
  const heldParts = await listWorkParts(tx, [...new Set(parts.map(({ personId }) => personId))])
  const heldAgreed = await listAgreedGrowth(tx, [...new Set(agreed.map(({ personId }) => personId))])
  return (
    parts.every((part) => part.opportunityId === null || countOf(heldParts, part) === 1) &&
    agreed.every(({ personId }) => heldAgreed.filter((one) => one.personId === personId).length === 1)
  )
}

/** A wish and a remark are the person's: what they said since of the same work is not taken back with it. */
async function moveWhatWasSaid(
  tx: ViewerTransaction,
  gone: readonly WorkPart[],
  again: readonly WorkPart[],
): Promise<void> {
  for (const part of again) {
    if (part.opportunityId === null) continue
    const said = gone.find((one) => isSame(one, part))
    if (said !== undefined) await saveSaidMoved(tx, part.id, said)
  }
}

/** An agreement begins without a remark; one that was made since stands below the one of before. */
async function moveRemarks(
  tx: ViewerTransaction,
  gone: readonly AgreedGrowth[],
  again: readonly AgreedGrowth[],
): Promise<void> {
  for (const { id, personId, note } of again) {
    const said = gone.find((one) => one.personId === personId)?.note ?? ''
    if (said !== '') await saveNoteMoved(tx, id, note === '' ? said : `${note}\n${said}`)
  }
}

function isSame(one: WorkPart, { personId, opportunityId, stage }: WorkPart): boolean {
  return one.personId === personId && one.opportunityId === opportunityId && one.stage === stage
}

function countOf(parts: readonly WorkPart[], part: WorkPart): number {
  return parts.filter((one) => isSame(one, part)).length
}
