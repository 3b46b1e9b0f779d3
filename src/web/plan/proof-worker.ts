// The thread that proves how near a plan is to the best there is: HiGHS solves its mixed-integer programme.
import startHighs from 'highs'
import highsRuntime from 'highs/runtime?url'
import { type Proof, proofModel, proofOf } from '../../core/plan/proof-model.ts'
import type { ProofQuestion } from './plan-messages.ts'

/** The solver may stop this near to the optimum, as a share of the objective. */
const GAP = 0.001

const solver = startHighs({ locateFile: () => highsRuntime })

addEventListener('message', async (event: MessageEvent<ProofQuestion>) => {
  postMessage(await prove(event.data))
})

/** Null where nothing is proven within the time, or the solver cannot start: no fault of the plan. */
async function prove({ problem, worth, seconds }: ProofQuestion): Promise<Proof | null> {
  try {
    const { Status, ObjectiveValue } = (await solver).solve(proofModel(problem), {
      mip_rel_gap: GAP,
      time_limit: seconds,
    })
    return Status === 'Optimal' ? proofOf(problem, worth, { objective: ObjectiveValue, gap: GAP }) : null
  } catch {
    return null
  }
}
