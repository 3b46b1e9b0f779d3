// Makes a board better by many small moves, without a solver: what is found here, a solver only has to prove.

import { type Random, seededRandom } from '../measurement/seeded-random.ts'
import type { Board, BoardProblem } from './board-problem.ts'
import { type BoardState, boardState, type Weights } from './board-state.ts'
import { compareBoards, growthOf, judgeBoard } from './judge-board.ts'

/** What a step of a goal is worth on the way: rough, so that the search may cross a worse board to a better one. */
const ON_THE_WAY: Weights = { seat: 40, rungs: [30, 24, 18], glue: 6, growth: 1, outside: 8 }
/** A move that would take more than so much other work off somebody is given up. */
const MOST_LEFT = 2
/** Share of the moves in place of somebody that are exchanges. */
const EXCHANGES = 0.5
const SEED = 7
const MOVES_FOR_EACH_PAIR = 100
const MOST_MOVES = 300_000
/** How much worse a move may be, in the weights above: a seat at first, nothing at the end. */
const HEAT = { first: 12, last: 0.2 }

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983). Never worse than `start` in the four goals; the same
 * problem and start give the same board.
 */
export function improveBoard(problem: BoardProblem, start: Board): Board {
  const state = boardState(problem, start, [ON_THE_WAY, inOrder(problem)])
  const random = seededRandom(SEED)
  const moves = Math.min(MOST_MOVES, state.movable.length * MOVES_FOR_EACH_PAIR)
  const cooling = (HEAT.last / HEAT.first) ** (1 / Math.max(1, moves))
  let heat = HEAT.first
  let [worth = 0, rank = 0] = state.worths
  let [best, bestRank] = [start, rank]
  for (let move = 0; move < moves; move += 1) {
    tryMove(state, random)
    const [next = 0, nextRank = 0] = state.worths
    if (next < worth && random() >= Math.exp((next - worth) / heat)) state.undo()
    else {
      state.keep()
      worth = next
      rank = nextRank
      if (rank > bestRank) {
        best = state.board()
        bestRank = rank
      }
    }
    heat *= cooling
  }
  return compareBoards(judgeBoard(problem, best), judgeBoard(problem, start)) < 0 ? best : start
}

/** Weights by which a later goal never outweighs one step of an earlier one. */
function inOrder(problem: BoardProblem): Weights {
  const { people, works } = problem
  const everything = works.map(() => people.map((_, person) => person))
  const growth = 1
  const glue = growthOf(judgeBoard(problem, everything)) + 1
  const had = people.reduce((most, { glueBefore }) => Math.max(most, glueBefore), 0)
  const third = glue * (works.length + had + 1)
  const second = third * (people.length + 1)
  const first = second * (people.length + 1)
  return { seat: first * (people.length + 1), rungs: [first, second, third], glue, growth, outside: 0 }
}

/** Takes somebody off a piece of work, or puts them on it: in place of somebody, and instead of other work, where it must be. */
function tryMove(state: BoardState, random: Random): void {
  const pair = pick(state.movable, random)
  if (pair === undefined) return
  const { work, person } = pair
  if (state.has(work, person)) {
    state.remove(work, person)
    return
  }
  const leaver = state.hasSeat(work)
    ? undefined
    : pickWhere(state.peopleFor(work), random, (one) => state.has(work, one))
  if (leaver !== undefined) state.remove(work, leaver)
  if (!state.hasSeat(work)) return
  const left: number[] = []
  // An exchange: nobody has more work of its kind than before, which leaves the fairness of a board alone.
  if (leaver !== undefined && random() < EXCHANGES) {
    const other = pickWhere(state.alike(work, person), random, (one) => state.has(one, person))
    if (other !== undefined) {
      state.remove(other, person)
      left.push(other)
    }
  }
  while (!state.hasWeeks(work, person)) {
    const other = pickWhere(state.besides(work, person), random, (one) => state.has(one, person))
    if (other === undefined || left.length === MOST_LEFT) return
    state.remove(other, person)
    left.push(other)
  }
  state.add(work, person)
  for (const other of left) {
    const taker =
      leaver !== undefined && state.mayTake(other, leaver)
        ? leaver
        : pickWhere(state.peopleFor(other), random, (one) => state.mayTake(other, one))
    if (taker !== undefined) state.add(other, taker)
  }
}

function pick<Value>(list: readonly Value[], random: Random): Value | undefined {
  return list[Math.floor(random() * list.length)]
}

/** The first that will do, going round from a random place. */
function pickWhere(list: readonly number[], random: Random, does: (one: number) => boolean) {
  const from = Math.floor(random() * list.length)
  for (let step = 0; step < list.length; step += 1) {
    const one = list[(from + step) % list.length]
    if (one !== undefined && does(one)) return one
  }
  return undefined
}
