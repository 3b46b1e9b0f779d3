// The thread that finds and proves the best board: HiGHS solves its integer programmes, and tells how far it is.
import startHighs from 'highs'
import highsRuntime from 'highs/runtime?url'
import { askHighs } from '../../core/opportunity/ask-highs.ts'
import type { BoardGoal } from '../../core/opportunity/board-bounds.ts'
import type { BoardProblem } from '../../core/opportunity/board-problem.ts'
import { readProgress, type SolveModel, solveBoard } from '../../core/opportunity/solve-board.ts'
import type { BoardMessage, BoardQuestion } from './board-messages.ts'

let goal: BoardGoal = 'seats'

const solver = startHighs({
  locateFile: () => highsRuntime,
  print: (line: string) => {
    const progress = readProgress(line)
    if (progress !== null) tell({ kind: 'progress', goal, gap: progress.gap })
  },
})

function tell(message: BoardMessage): void {
  postMessage(message)
}

addEventListener('message', async (event: MessageEvent<BoardQuestion>) => {
  const { problem, seconds } = event.data
  try {
    const highs = await solver
    const solve: SolveModel = (question, next) => {
      goal = next
      tell({ kind: 'progress', goal, gap: null })
      return askHighs(highs, question, { seconds, log: true })
    }
    const nothingSet = problem.set.every((row) => row.every((one) => one === null))
    const free = solveBoard(unset(problem), solve)
    tell({ kind: 'done', free, set: nothingSet ? free : solveBoard(problem, solve) })
  } catch {
    tell({ kind: 'broken' })
  }
})

function unset(problem: BoardProblem): BoardProblem {
  return { ...problem, set: problem.set.map((row) => row.map(() => null)) }
}
