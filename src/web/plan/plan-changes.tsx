// What would change a plan: single changes, each tried by making the whole plan again.
import { memo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { PlanSensitivity } from '../../core/plan/what-would-change.ts'
import { planWords } from '../words/plan.ts'
import { PlanFold } from './plan-fold.tsx'
import { WhatWouldChangeFigure } from './what-would-change-figure.tsx'

const TOLD = 3

interface Props {
  framework: Framework
  /** There is nothing in the plan that could change. */
  isEmpty: boolean
  /** Undefined while single changes are being tried. */
  sensitivity: PlanSensitivity | null | undefined
}

/** Drawn again only for another answer, not for every step of a drag. */
export const PlanChanges = memo(function PlanChanges({ framework, isEmpty, sensitivity }: Props) {
  if (sensitivity === null || isEmpty) return null
  return (
    <PlanFold title={planWords.changes} isForScreen>
      {sensitivity === undefined ? (
        <p className="quiet" role="status">
          {planWords.changesWaiting}
        </p>
      ) : (
        <>
          <ul className="marked-list">
            {sensitivity.changes.slice(0, TOLD).map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <WhatWouldChangeFigure framework={framework} sensitivity={sensitivity} />
        </>
      )}
    </PlanFold>
  )
})
