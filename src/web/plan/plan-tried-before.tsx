// One sentence on what was tried before and is not kept: it is back, or the plan has changed under it.

import { planWords } from '../words/plan.ts'
import type { TrialHands } from './use-trial.ts'

export function PlanTriedBefore({ trial }: { trial: TrialHands }) {
  const { overtaken, isBack, letGo, takeUp } = trial
  if (overtaken === null && !isBack) return null
  return (
    <p className="no-print" role="status">
      {overtaken === null ? planWords.triedIsBack : planWords.triedOvertaken}{' '}
      {overtaken === null ? null : (
        <button type="button" className="button" data-look="plain" onClick={takeUp}>
          {planWords.takeUp}
        </button>
      )}
      <button type="button" className="button" data-look="plain" onClick={letGo}>
        {planWords.letGo}
      </button>
    </p>
  )
}
