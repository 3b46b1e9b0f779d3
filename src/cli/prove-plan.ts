// Proves how good a plan is: HiGHS solves its mixed-integer programme in a thread of its own, because solving blocks.
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { PlanProblem } from '../core/plan/plan-problem.ts'
import { type Proof, proofModel, proofOf } from '../core/plan/proof-model.ts'

/** The solver may stop this near to the optimum, as a share of the objective. */
const GAP = 0.001

/**
 * The thread's code is a string, so that it runs alike from the build and from the sources: a thread does not share
 * the loader of its parent. `require` finds the CommonJS build by the path that it is given.
 */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads')
  require(workerData.highs)().then((solver) => {
    const { Status, ObjectiveValue } = solver.solve(workerData.model, workerData.options)
    parentPort.postMessage({ status: Status, objective: ObjectiveValue })
  })
`

interface Answer {
  status: string
  objective: number
}

/** Null where the solver does not finish within `seconds`: then nothing is proven, which is no fault of the plan. */
export async function provePlan(problem: PlanProblem, worth: number, seconds = 20): Promise<Proof | null> {
  if (problem.steps.length === 0) return { bound: worth, below: 0 }
  const options = { mip_rel_gap: GAP, time_limit: seconds }
  const highs = createRequire(import.meta.url).resolve('highs')
  const thread = new Worker(THREAD, {
    eval: true,
    workerData: { highs, model: proofModel(problem), options },
  })
  try {
    const { status, objective } = await new Promise<Answer>((resolve, reject) => {
      thread.once('message', resolve)
      thread.once('error', reject)
    })
    return status === 'Optimal' ? proofOf(problem, worth, { objective, gap: GAP }) : null
  } finally {
    await thread.terminate()
  }
}
