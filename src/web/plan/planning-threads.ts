// The three threads behind a plan: one that plans, one that tries what would change it, one that proves.
import type { Proof } from '../../core/plan/proof-model.ts'
import type { PlanSensitivity } from '../../core/plan/what-would-change.ts'
import { startWorker } from '../data/start-worker.ts'
import { WorkerLine } from '../data/worker-line.ts'
import type { PlanAnswer, PlanQuestion, ProofQuestion, SensitivityQuestion } from './plan-messages.ts'
import planWorker from './plan-worker.ts?worker&url'
import proofWorker from './proof-worker.ts?worker&url'

export interface PlanningThreads {
  plan: WorkerLine<PlanQuestion, PlanAnswer>
  sensitivity: WorkerLine<SensitivityQuestion, PlanSensitivity>
  proof: WorkerLine<ProofQuestion, Proof>
}

/** No thread starts before it is asked something. */
export function planningThreads(): PlanningThreads {
  return {
    plan: new WorkerLine(() => startWorker(planWorker), false),
    sensitivity: new WorkerLine(() => startWorker(planWorker), true),
    proof: new WorkerLine(() => startWorker(proofWorker), true),
  }
}
