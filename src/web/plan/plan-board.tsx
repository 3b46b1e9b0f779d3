// A plan that can be read, changed and kept: this quarter first, then when, then all quarters and what would change them.
import { memo, useDeferredValue } from 'react'
import { useIsWide } from '../data/use-is-wide.ts'
import { planWords } from '../words/plan.ts'
import { LighterPlan } from './lighter-plan.tsx'
import { PlanChanges } from './plan-changes.tsx'
import type { Trial } from './plan-choices.ts'
import { PlanDeeper } from './plan-deeper.tsx'
import { PlanFold } from './plan-fold.tsx'
import { PlanHead } from './plan-head.tsx'
import { PlanHistory } from './plan-history.tsx'
import { PlanHours } from './plan-hours.tsx'
import { PlanNotes, PlanProblems } from './plan-notes.tsx'
import { PlanOrder } from './plan-order.tsx'
import { PlanProof } from './plan-proof.tsx'
import { PlanThisQuarter } from './plan-this-quarter.tsx'
import { PlanTimelineFigure } from './plan-timeline-figure.tsx'
import { PlanTriedBefore } from './plan-tried-before.tsx'
import { PlanTryBar } from './plan-try-bar.tsx'
import { PlanLeftOut, PlanWaits } from './plan-waits.tsx'
import { PlanWhens } from './plan-when.tsx'
import { type KeptPlan, sinceKept, useKeptForecasts } from './use-kept-plan.ts'
import { usePinAsked } from './use-pin-asked.ts'
import { type Board, type BoardNeeds, usePlanBoard } from './use-plan-board.ts'
import { useFoundDraft, useKeptDraft } from './use-plan-draft.ts'
import { usePlanWrites } from './use-plan-writes.ts'

export interface PlanBoardProps extends Omit<BoardNeeds, 'found'> {
  /** Destinations in the address bar; null where it names none. */
  to: string | null
  /** A skill that is asked for as a growth area; null where none is. */
  pin: string | null
  keptPlan: KeptPlan
}

export function PlanBoard(props: PlanBoardProps) {
  const { framework, keptPlan } = props
  const { state } = keptPlan
  const found = useFoundDraft(state, props.to)
  const board = usePlanBoard({ ...props, found })
  useKeptDraft(state, props.to, board.trial)
  usePinAsked(board, framework, props.pin)
  const writes = usePlanWrites(board, keptPlan, framework.language)
  const forecasts = useKeptForecasts(state)
  const isWide = useIsWide()
  const { trial, planning } = board
  const { plan } = planning
  const head = (
    <PlanHead
      framework={framework}
      role={trial.now.fromRole}
      roles={rolesOf(trial.now)}
      kept={rolesOf(props.start).join() === rolesOf(props.kept).join() ? null : rolesOf(props.kept)}
    />
  )
  if (plan === null)
    return (
      <>
        {head}
        <PlanProblems problems={planning.problems} />
      </>
    )
  const notes = (
    <PlanNotes
      plan={plan}
      isUnrated={isUnrated(props)}
      since={props.isOld && planning.settled?.follow !== null ? sinceKept(state) : null}
      onAnew={() => board.act({ kind: 'anew' })}
    />
  )
  const shared = { framework, plan, trial: trial.now, startsOn: state.startsOn, onChange: board.act }
  return (
    <>
      {head}
      <PlanTriedBefore trial={trial} />
      {isWide ? notes : null}
      <LighterPlan keptPlan={keptPlan} />
      <PlanDeeper {...shared} estimates={props.estimates} />
      <PlanThisQuarter
        {...shared}
        keptPlan={keptPlan}
        onReport={writes.report}
        onTakeBack={writes.takeBack}
      />
      <PlanWhens
        framework={framework}
        last={planning.last}
        isBusy={planning.settled === null && !planning.isBroken}
        isBroken={planning.isBroken}
        today={state.today}
        kept={forecasts}
      />
      {isWide ? null : notes}
      <Quarters {...props} board={board} />
      <PlanWaits {...shared} />
      <PlanLeftOut {...shared} />
      <PlanChanges
        framework={framework}
        isEmpty={plan.steps.length + plan.later.length === 0}
        sensitivity={planning.sensitivity}
      />
      <PlanHistory
        history={keptPlan.history}
        isKeeping={keptPlan.busy !== null}
        onGoBack={({ revisionId }) => void writes.goBack(revisionId)}
      />
      <PlanTryBar
        cost={board.cost}
        canKeep={state.kept === null || trial.isTried}
        canUndo={writes.canUndo}
        isFirst={state.kept === null}
        busy={keptPlan.busy}
        trouble={keptPlan.trouble}
        onUndo={writes.undo}
        onKeep={() => void writes.keep()}
      />
    </>
  )
}

function rolesOf({ destinations }: Trial): string[] {
  return destinations.map(({ role }) => role)
}

function isUnrated({ framework, estimates }: PlanBoardProps): boolean {
  return framework.skills.every(({ id }) => estimates[id]?.assumed !== false)
}

const NOTHING: never[] = []
/** Follows a drag a moment later than the list under the hand. */
const Timeline = memo(PlanTimelineFigure)

function Quarters({ framework, keptPlan, frozen, board }: PlanBoardProps & { board: Board }) {
  const { startsOn } = keptPlan.state
  const { trial, planning, act } = board
  const { plan } = planning
  const calm = useDeferredValue(plan)
  if (plan === null || calm === null) return null
  return (
    <PlanFold title={planWords.order}>
      <PlanHours
        framework={framework}
        trial={trial.now}
        startsOn={startsOn}
        hasQuarter={frozen.length > 0}
        onChange={act}
      />
      <Timeline
        framework={framework}
        plan={calm}
        today={startsOn}
        frozen={trial.now.keepQuarter ? frozen : NOTHING}
      />
      <h3 className="no-print">{planWords.list}</h3>
      <p className="quiet no-print">{planWords.orderLead(trial.now.focusLimit)}</p>
      <OwnOrder count={trial.now.order.length} onFree={() => act({ kind: 'free-order' })} />
      <PlanOrder
        framework={framework}
        plan={plan}
        trial={trial.now}
        startsOn={startsOn}
        shown={board.shown}
        moving={board.moving}
        listRef={board.list}
        handle={board.handle}
        onChange={act}
      />
      <PlanProof proof={planning.proof} />
    </PlanFold>
  )
}

function OwnOrder({ count, onFree }: { count: number; onFree: () => void }) {
  if (count === 0) return null
  return (
    <p className="no-print">
      {planWords.ownOrder(count)}{' '}
      <button type="button" className="button" data-look="plain" onClick={onFree}>
        {planWords.freeOrder}
      </button>
    </p>
  )
}
