// One quiet word on how near the order of a plan is to the best there is.
import type { Proof } from '../../core/plan/proof-model.ts'
import { planWords } from '../words/plan.ts'

/** Undefined while it is being checked; null where nothing could be proven. */
export function PlanProof({ proof }: { proof: Proof | null | undefined }) {
  return (
    <p className="small quiet no-print" title={planWords.proofTitle}>
      {planWords.proofLabel} <span data-proof={proof === undefined ? 'checking' : 'done'}>{say(proof)}</span>
    </p>
  )
}

/** Below a tenth of a percent the solver itself may stop: that is as good as the best. */
function say(proof: Proof | null | undefined): string {
  if (proof === undefined) return planWords.proofChecking
  if (proof === null) return planWords.proofNone
  const percent = Math.ceil(proof.below * 1000) / 10
  return percent <= 1 ? planWords.proofWithin('1%') : planWords.proofWithin(`${Math.ceil(percent)}%`)
}
