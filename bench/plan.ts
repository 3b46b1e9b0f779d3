// How long a plan takes, how far it is from the best there is, and what its order saves.
import { fileURLToPath } from 'node:url'
import { provePlan } from '#build/cli/prove-plan.js'
import { forecast } from '#build/core/forecast/forecast.js'
import { forecastPlan } from '#build/core/forecast/forecast-plan.js'
import type { Framework } from '#build/core/framework/framework.js'
import { findSkill } from '#build/core/framework/look-up.js'
import { seededRandom } from '#build/core/measurement/seeded-random.js'
import { anneal } from '#build/core/plan/anneal.js'
import { makePlan } from '#build/core/plan/make-plan.js'
import { orderSteps } from '#build/core/plan/order-steps.js'
import type { PlanProblem } from '#build/core/plan/plan-problem.js'
import type { PlanRequest, StepName } from '#build/core/plan/plan-request.js'
import { ratioOrder } from '#build/core/plan/ratio-order.js'
import { scheduler } from '#build/core/plan/schedule.js'
import { estimatesFrom } from '#build/core/planning/estimates.js'
import { openGapsTo } from '#build/core/planning/gap.js'
import { levelsAtExpectation } from '#build/core/planning/levels.js'
import { readyToTry } from '#build/core/planning/ready-to-try.js'
import { readBuiltInFramework } from '#build/server/built-in-framework.js'
import { type Figure, percentile } from './figure.ts'
import { randomProblem } from './random-problem.ts'
import { projectRoot } from './running-server.ts'

const INSTANCES = 8
const CONSISTENT = 'a simulation shows self-consistency, not truth'

export async function measurePlan(): Promise<Figure[]> {
  const { framework } = await readBuiltInFramework(
    fileURLToPath(new URL(`file://${projectRoot}/frameworks/skillmap`)),
  )
  return [
    ...(await instanceFigures()),
    ...(await stableFigures()),
    ...timeFigures(framework),
    readyFigure(framework),
  ]
}

/** Milliseconds of this process's processor time, so that a busy machine does not count. */
function cpuTime(task: () => void): number {
  const before = process.cpuUsage()
  task()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function instanceFigures(): Promise<Figure[]> {
  const [ratioTimes, annealTimes, below, ratioBelow]: number[][] = [[], [], [], []]
  let proven = 0
  for (let seed = 1; seed <= INSTANCES; seed += 1) {
    const problem = randomProblem(seededRandom(seed))
    const schedule = scheduler(problem)
    let order: Int16Array = new Int16Array()
    ratioTimes?.push(cpuTime(() => (order = ratioOrder(problem))))
    schedule.place(order)
    const first = schedule.worth()
    annealTimes?.push(cpuTime(() => (order = anneal(problem, order, 1))))
    schedule.place(order)
    const proof = await provePlan(problem, schedule.worth(), 60)
    if (proof === null) continue
    proven += 1
    below?.push(proof.below * 100)
    ratioBelow?.push((1 - first / proof.bound) * 100)
  }
  const note = `${INSTANCES} random instances, 40 skills × 8 quarters × 2 roles`
  const worst = (values: number[] | undefined) => Math.max(...(values ?? []))
  const known = proven > 0
  return [
    { name: 'plan: first answer, processor', value: worst(ratioTimes), unit: 'ms', target: 16, note },
    {
      name: 'plan: annealed, processor',
      value: percentile(annealTimes ?? [], 0.5),
      unit: 'ms',
      target: 100,
      note: 'median',
    },
    {
      name: 'plan: below the proven bound, worst',
      value: known ? worst(below) : null,
      unit: '%',
      target: 1,
      note: `HiGHS proved ${proven} of ${INSTANCES} to within 0.1 %; first answer alone: ${worst(ratioBelow).toFixed(1)} % below`,
    },
  ]
}

/** After a small change of one step, how many others lie in another quarter: by the plan before, and made anew. */
async function stableFigures(): Promise<Figure[]> {
  const moved: { kept: number[]; anew: number[] } = { kept: [], anew: [] }
  const [below, times]: [number[], number[]] = [[], []]
  for (let seed = 1; seed <= INSTANCES; seed += 1) {
    const problem = randomProblem(seededRandom(seed))
    const first = orderSteps(problem, { seed: 1, previous: null, quick: false })
    const before = placedIn(problem, first)
    const changed = { ...problem, steps: problem.steps.map(harder(Math.floor(problem.steps.length / 4))) }
    const previous = Array.from(first, (index) => problem.steps[index] ?? { skill: '', level: 0 })
    let kept: Int16Array = new Int16Array()
    times.push(cpuTime(() => (kept = orderSteps(changed, { seed: 1, previous, quick: false }))))
    const anew = orderSteps(changed, { seed: 1, previous: null, quick: false })
    moved.kept.push(changes(before, placedIn(changed, kept)))
    moved.anew.push(changes(before, placedIn(changed, anew)))
    const schedule = scheduler(changed)
    schedule.place(kept)
    const proof = await provePlan(changed, schedule.worth(), 60)
    if (proof !== null) below.push(proof.below * 100)
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return [
    {
      name: 'plan: steps in another quarter after a small change',
      value: mean(moved.kept),
      unit: '%',
      target: 25,
      note: `mean of ${INSTANCES} instances, one step a twentieth longer; made anew: ${mean(moved.anew).toFixed(1)} %`,
    },
    {
      name: 'plan: below the proven bound with a plan before, worst',
      value: below.length > 0 ? Math.max(...below) : null,
      unit: '%',
      target: 1,
      note: `HiGHS proved ${below.length} of ${INSTANCES}`,
    },
    {
      name: 'plan: annealed with a plan before, processor',
      value: percentile(times, 0.5),
      unit: 'ms',
      target: 100,
      note: 'median',
    },
  ]
}

function harder(which: number) {
  return (step: PlanProblem['steps'][number], index: number) =>
    index === which ? { ...step, hours: step.hours * 1.05 } : step
}

function placedIn(problem: PlanProblem, order: ArrayLike<number>): number[] {
  const schedule = scheduler(problem)
  schedule.place(order)
  return [...schedule.quarterOf]
}

/** Of all steps that either plan holds, the share in another quarter, in percent. */
function changes(before: readonly number[], after: readonly number[]): number {
  const held = before.flatMap((quarter, index) => (quarter >= 0 || (after[index] ?? -1) >= 0 ? [index] : []))
  const other = held.filter((index) => before[index] !== after[index])
  return (other.length / Math.max(1, held.length)) * 100
}

function requestFor(framework: Framework, from: string, to: string, certain = false): PlanRequest {
  const spread = certain ? { assumedSd: 0, ratedSd: 0 } : {}
  return {
    framework,
    estimates: estimatesFrom(framework, levelsAtExpectation(framework, from), spread),
    fromRole: from,
    destinations: [{ role: to }],
    quarters: 8,
    hoursPerWeek: 10,
  }
}

function timeFigures(framework: Framework): Figure[] {
  const request = requestFor(framework, 'senior-engineer', 'staff-engineer')
  const made = makePlan(request)
  if (!made.ok) throw new Error(made.failure.join(' '))
  const { plan } = made.value
  const task = () => forecast({ ...request, toRole: 'staff-engineer', steps: [...plan.steps, ...plan.later] })
  const times = Array.from({ length: 7 }, () => cpuTime(task))
  const quick = Array.from({ length: 7 }, () => cpuTime(() => makePlan(request, { quick: true })))
  return [
    {
      name: 'plan: first answer with reasons, processor',
      value: percentile(quick, 0.5),
      unit: 'ms',
      target: 16,
    },
    { name: 'forecast: 2,000 draws, processor', value: percentile(times, 0.5), unit: 'ms', target: 150 },
  ]
}

/** Over all moves whose destination cannot be tried at once: weeks by the plan's order against the largest gap first. */
function readyFigure(framework: Framework): Figure {
  const shares: number[] = []
  let left = 0
  for (const { from, to } of framework.moves) {
    const levels = levelsAtExpectation(framework, from)
    if (readyToTry(framework, levels, to).ready) continue
    const request = { ...requestFor(framework, from, to, true), quarters: 20 }
    const made = makePlan(request)
    if (!made.ok) throw new Error(made.failure.join(' '))
    const { plan } = made.value
    const weeks = (steps: readonly StepName[]) =>
      forecast({ ...request, toRole: to, steps, waiting: plan.waiting, draws: 400 }).milestones.find(
        ({ kind }) => kind === 'ready-to-try',
      )?.p50 ?? Number.POSITIVE_INFINITY
    const ours =
      forecastPlan(request, plan, to, '2026-01-01', { draws: 400 }).milestones.find(
        ({ kind }) => kind === 'ready-to-try',
      )?.p50 ?? Number.POSITIVE_INFINITY
    const naive = weeks(largestGapFirst(framework, from, to, plan.waiting))
    // Where only one of the two gets there, the other took infinitely longer.
    const isKnown = naive > 0 && (Number.isFinite(ours) || Number.isFinite(naive))
    if (isKnown) shares.push(Number.isFinite(naive) ? (ours / naive) * 100 : 0)
    else left += 1
  }
  return {
    name: 'plan: time to ready to try, of largest gap first',
    value: percentile(shares, 0.5),
    unit: '%',
    target: 75,
    note: `median of ${shares.length} moves, later in ${shares.filter((share) => share > 100).length} of them; ${left} without either in the time; ${CONSISTENT}`,
  }
}

/**
 * Always the skill that misses most levels, whatever it weighs; ties in the framework's order. What it builds on comes
 * before it, as in the plan, or the comparison would be with something that cannot be done.
 */
function largestGapFirst(
  framework: Framework,
  from: string,
  to: string,
  waiting: readonly StepName[],
): StepName[] {
  const cap = new Map(waiting.map(({ skill, level }) => [skill, level - 1]))
  const open = new Map(
    openGapsTo(framework, levelsAtExpectation(framework, from), to).map((gap) => [
      gap.skill,
      { now: gap.now, needed: Math.min(gap.needed, cap.get(gap.skill) ?? gap.needed) },
    ]),
  )
  const steps: StepName[] = []
  const raise = (skill: string, level: number, above: readonly string[]): void => {
    const line = open.get(skill)
    if (line === undefined || above.includes(skill)) return
    while (line.now < Math.min(level, line.needed)) {
      const next = line.now + 1
      for (const other of findSkill(framework, skill)?.prerequisites ?? [])
        raise(other, next, [...above, skill])
      line.now = next
      steps.push({ skill, level: next })
    }
  }
  for (;;) {
    const widest = [...open].toSorted(([, a], [, b]) => b.needed - b.now - (a.needed - a.now))[0]
    if (widest === undefined || widest[1].needed <= widest[1].now) return steps
    raise(widest[0], widest[1].now + 1, [])
  }
}
