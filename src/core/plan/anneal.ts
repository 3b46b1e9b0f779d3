// Improves the order of steps by seeded annealing: swap two, or take one out and put it elsewhere.

import { seededRandom } from '../measurement/seeded-random.ts'
import type { PlanProblem } from './plan-problem.ts'
import { type Scheduler, scheduler } from './schedule.ts'

/** Moves tried; about 50 ms of a processor for 40 skills. */
const MOVES = 20_000
/** Temperatures as a share of the worth, falling evenly in logarithms. */
const HOTTEST = 1e-2
const COLDEST = 5e-5
/** After so many moves without a better plan the best one is taken up again. */
const PATIENCE = 2_500

/** The best order found; never worse than `start`. The same seed gives the same order. */
export function anneal(
  problem: PlanProblem,
  start: ArrayLike<number>,
  seed: number,
  moves = MOVES,
): Int16Array {
  const order = Int16Array.from(start)
  if (order.length < 2) return order
  const random = seededRandom(seed)
  const schedule = scheduler(problem)
  const best = Int16Array.from(order)
  let worth = worthOf(schedule, order)
  let [bestWorth, sinceBest] = [worth, 0]
  const scale = Math.max(worth, 1e-9)
  for (let n = 0; n < moves; n += 1) {
    const temperature = scale * HOTTEST * (COLDEST / HOTTEST) ** (n / moves)
    const { from, to, swap } = chooseMove(order.length, schedule.placedCount(), random)
    if (from === to) continue
    apply(order, from, to, swap)
    const next = worthOf(schedule, order)
    if (next >= worth || random() < Math.exp((next - worth) / temperature)) worth = next
    else apply(order, to, from, swap)
    sinceBest += 1
    if (worth > bestWorth + 1e-12) {
      best.set(order)
      ;[bestWorth, sinceBest] = [worth, 0]
    } else if (sinceBest > PATIENCE) {
      order.set(best)
      ;[worth, sinceBest] = [bestWorth, 0]
    }
  }
  return best
}

/** Moves tried from an order that somebody knows, and the share of the worth that one must bring to be made. */
const CLIMBING_MOVES = 8_000
const WORTH_A_MOVE = 1e-4

/** Changes an order only where that pays, so that what is worth the same stays where it was. */
export function climb(problem: PlanProblem, start: ArrayLike<number>, seed: number): Int16Array {
  const order = Int16Array.from(start)
  if (order.length < 2) return order
  const random = seededRandom(seed)
  const schedule = scheduler(problem)
  let worth = worthOf(schedule, order)
  for (let n = 0; n < CLIMBING_MOVES; n += 1) {
    const { from, to, swap } = chooseMove(order.length, schedule.placedCount(), random)
    if (from === to) continue
    apply(order, from, to, swap)
    const next = worthOf(schedule, order)
    if (next > worth * (1 + WORTH_A_MOVE)) worth = next
    else apply(order, to, from, swap)
  }
  return order
}

function worthOf(schedule: Scheduler, order: Int16Array): number {
  schedule.place(order)
  return schedule.worth()
}

/** One end of the move lies among the steps that are placed at all, or nothing would change. */
function chooseMove(length: number, placed: number, random: () => number) {
  const near = Math.min(length, placed + 3)
  const from = Math.floor(random() * length)
  const to = Math.floor(random() * near)
  return { from, to, swap: random() < 0.5 }
}

/** An insertion is undone by the insertion the other way, a swap by itself. */
function apply(order: Int16Array, from: number, to: number, swap: boolean): void {
  const moved = order[from] ?? 0
  if (swap) {
    order[from] = order[to] ?? 0
  } else if (from < to) {
    order.copyWithin(from, from + 1, to + 1)
  } else {
    order.copyWithin(to + 1, to, from)
  }
  order[to] = moved
}
