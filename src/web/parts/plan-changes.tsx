// What would change a plan: single changes, each tried by making the whole plan again.
import type { Framework } from '../../core/framework/framework.ts'
import type { Plan } from '../../core/plan/plan.ts'
import type { PlanSensitivity } from '../../core/plan/what-would-change.ts'
import { planWords } from '../words/plan.ts'
import { WhatWouldChangeFigure } from './what-would-change-figure.tsx'

const TOLD = 3

interface Props {
  framework: Framework
  plan: Plan
  /** Undefined while single changes are being tried. */
  sensitivity: PlanSensitivity | null | undefined
}

export function PlanChanges({ framework, plan, sensitivity }: Props) {
  if (sensitivity === null || plan.steps.length + plan.later.length === 0) return null
  return (
    <section className="section stack no-print">
      <h2>{planWords.changes}</h2>
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
    </section>
  )
}
