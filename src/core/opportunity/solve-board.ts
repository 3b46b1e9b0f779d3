// Solves a board goal by goal. The solver is handed in: a thread of the browser, or of Node.

import { BOARD_GOALS, type BoardGoal, mostOf, reachOf } from './board-bounds.ts'
import { amountsOfBoard, boardModel, boardOf } from './board-model.ts'
import type { Board, BoardProblem } from './board-problem.ts'
import { improveBoard } from './improve-board.ts'
import { placeAtOnce } from './place-at-once.ts'

/** What a solver of mixed-integer programmes is asked. */
export interface ModelQuestion {
  /** In LP format. */
  model: string
  /** Amounts of its variables that hold: the solver begins there, and looks for more. */
  start: (name: string) => number
}

export interface ModelAnswer {
  /** No board reaches more than the one that it has. */
  isProven: boolean
  /** Null where it has no board. */
  amountOf: ((name: string) => number) | null
  /** No board reaches more; infinite where nothing is known. */
  bound: number
}

export type SolveModel = (question: ModelQuestion, goal: BoardGoal) => ModelAnswer

export interface BestBoard {
  board: Board
  /** Null where the board is proven the best. */
  open: OpenGoal | null
}

/** The first goal that was not proven in time. Those before it are; of it and those after it, the best that was found is kept. */
export interface OpenGoal {
  goal: BoardGoal
  reached: number
  /** No board reaches more. */
  most: number
}

/**
 * Options of HiGHS. It may stop only at the best: all goals are whole numbers, and so a bound less than one above a
 * board means that no other is better. It begins with a board that a search of many moves found, which is mostly the
 * best or nearly: most of what it does to find one then only costs time.
 */
export const EXACT_OPTIONS = {
  mip_rel_gap: 0,
  mip_abs_gap: 0.99,
  mip_heuristic_effort: 0,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_root_reduced_cost: false,
  mip_allow_restart: false,
} as const

/** A goal that the board at hand reaches as far as counting allows needs no solver; the others it proves, or betters. */
export function solveBoard(problem: BoardProblem, solve: SolveModel): BestBoard {
  const reached: number[] = []
  let board = improveBoard(problem, placeAtOnce(problem))
  for (const goal of BOARD_GOALS) {
    const own = reachOf(problem, board, goal)
    const most = mostOf(problem, goal, reached)
    if (own < most) {
      const start = amountsOfBoard(problem, board)
      const answer = solve({ model: boardModel(problem, reached), start }, goal)
      const found = answer.amountOf === null ? board : boardOf(problem, answer.amountOf)
      // The solver knows nothing of the goals after this one.
      if (reachOf(problem, found, goal) > own)
        board = goal === 'growth' ? found : improveBoard(problem, found)
      if (!answer.isProven)
        return { board, open: openGoal(problem, board, goal, { most, bound: answer.bound }) }
    }
    reached.push(reachOf(problem, board, goal))
  }
  return { board, open: null }
}

function openGoal(
  problem: BoardProblem,
  board: Board,
  goal: BoardGoal,
  { most, bound }: { most: number; bound: number },
): OpenGoal {
  const reached = reachOf(problem, board, goal)
  // A hair's breadth below a whole number is that number to a solver.
  return { goal, reached, most: Math.max(reached, Math.min(most, Math.floor(bound + 1e-6))) }
}

/** Best board so far, bound and gap from a line of HiGHS's log, such as ` T 12 3 4 5.5% 9 7 28.57% …`; null for other lines. */
export function readProgress(line: string): { bound: number; found: number; gap: number } | null {
  const [, bound, found, gap] =
    /^\s*[A-Za-z]?\s+\d+\s+\d+\s+\d+\s+[\d.]+%\s+(\S+)\s+(\S+)\s+([\d.]+)%/.exec(line) ?? []
  if (bound === undefined || found === undefined || gap === undefined) return null
  return { bound: Number(bound), found: Number(found), gap: Number(gap) / 100 }
}
