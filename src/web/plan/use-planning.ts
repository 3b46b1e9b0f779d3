// A plan as it stands for a request: a first answer at once, the better one, its proof and what would change it from threads.
import { useEffect, useMemo, useState } from 'react'
import type { PaceEvidence } from '../../core/forecast/pace.ts'
import { makePlan } from '../../core/plan/make-plan.ts'
import type { Plan } from '../../core/plan/plan.ts'
import type { PlanRequest } from '../../core/plan/plan-request.ts'
import type { Proof } from '../../core/plan/proof-model.ts'
import type { PlanSensitivity } from '../../core/plan/what-would-change.ts'
import type { Followed, PlanAnswer } from './plan-messages.ts'
import { planningThreads } from './planning-threads.ts'

/** What is known of the pace, and hours already spent on the first step. */
export interface Known {
  evidence: PaceEvidence
  spentOnFirst: number
}

export interface SettledPlan extends PlanAnswer {
  request: PlanRequest
  follow: Followed | null
}

export interface Planning {
  /** The plan to show: the settled one, or the first answer until it is there. Null where there are problems. */
  plan: Plan | null
  problems: string[]
  /** The annealed plan with its forecasts; null until it is there for exactly this request. */
  settled: SettledPlan | null
  /** The last settled plan, of this request or an earlier one. */
  last: SettledPlan | null
  /** The thread broke, so that neither dates nor costs of this request will come. */
  isBroken: boolean
  /** Undefined while it is being checked; null where nothing could be proven. */
  proof: Proof | null | undefined
  /** Undefined while it is being tried. */
  sensitivity: PlanSensitivity | null | undefined
}

/** The solver may take so long; most plans take a second or two. */
const PROOF_SECONDS = 20
/** What takes long begins only once the person has stopped changing things, in milliseconds. */
const QUIET = 700

interface Answered<Value> {
  of: SettledPlan
  value: Value
}

/**
 * `request`, `follow` and `known` must be the same objects as long as nothing changes. With `follow` that plan is shown
 * and forecast; without it one is made. While something `isHeld` in the hand only first answers are made. `today` as 2026-11-25.
 */
export function usePlanning(
  { request, follow, isHeld }: { request: PlanRequest; follow: Followed | null; isHeld: boolean },
  known: Known,
  today: string,
): Planning {
  const [threads] = useState(planningThreads)
  const [last, setLast] = useState<(SettledPlan & { known: Known }) | null>(null)
  const [broken, setBroken] = useState<{ request: PlanRequest; known: Known } | null>(null)
  const [proof, setProof] = useState<Answered<Proof | null> | null>(null)
  const [changes, setChanges] = useState<Answered<PlanSensitivity | null> | null>(null)
  const first = useMemo(() => makePlan(request, { quick: true }), [request])
  const isCurrent = last?.request === request && last.follow === follow && last.known === known
  const settled = isCurrent ? last : null
  const isBroken = settled === null && broken?.request === request && broken.known === known

  useEffect(() => {
    const { plan, proof, sensitivity } = threads
    return () => {
      for (const line of [plan, proof, sensitivity]) line.stop()
    }
  }, [threads])

  useEffect(() => {
    threads.proof.callOff()
    threads.sensitivity.callOff()
    if (first.ok && !isHeld) {
      threads.plan.ask({ kind: 'plan', request, follow, today, ...known }, (answer) => {
        if (answer === null) setBroken({ request, known })
        else setLast({ ...answer, request, follow, known })
      })
    }
  }, [threads, first, request, follow, known, today, isHeld])

  useEffect(() => {
    if (settled === null) return
    const timer = setTimeout(() => {
      const { problem, plan } = settled
      threads.proof.ask({ problem, worth: plan.worth, seconds: PROOF_SECONDS }, (value) =>
        setProof({ of: settled, value }),
      )
      threads.sensitivity.ask(
        { kind: 'sensitivity', request: settled.follow?.request ?? settled.request },
        (value) => setChanges({ of: settled, value }),
      )
    }, QUIET)
    return () => clearTimeout(timer)
  }, [threads, settled])

  return {
    plan: follow?.plan ?? settled?.plan ?? (first.ok ? first.value.plan : null),
    problems: first.ok ? [] : first.failure,
    settled,
    last,
    isBroken,
    proof: isBroken ? null : proof !== null && proof.of === settled ? proof.value : undefined,
    sensitivity: isBroken ? null : changes !== null && changes.of === settled ? changes.value : undefined,
  }
}
