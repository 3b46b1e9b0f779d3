// What the page and the thread that finds the best board say to each other.
import type { BoardGoal } from '../../core/opportunity/board-bounds.ts'
import type { BoardProblem } from '../../core/opportunity/board-problem.ts'
import type { BestBoard } from '../../core/opportunity/solve-board.ts'

export interface BoardQuestion {
  problem: BoardProblem
  /** The solver gives up a goal after so long. */
  seconds: number
}

export type BoardMessage =
  /** The gap is a share of what was found; null before the first board of this goal. */
  | { kind: 'progress'; goal: BoardGoal; gap: number | null }
  /** `free`: the best without anything set; what it costs to set something is told against it. */
  | { kind: 'done'; free: BestBoard; set: BestBoard }
  | { kind: 'broken' }
