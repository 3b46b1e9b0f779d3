// The best board of a problem, found in a thread of its own; a newer problem ends the search for an older one.
import { useEffect, useRef, useState } from 'react'
import type { BoardGoal } from '../../core/opportunity/board-bounds.ts'
import type { BoardProblem } from '../../core/opportunity/board-problem.ts'
import type { BestBoard } from '../../core/opportunity/solve-board.ts'
import { startWorker } from '../data/start-worker.ts'
import type { BoardMessage, BoardQuestion } from './board-messages.ts'
import boardWorker from './board-worker.ts?worker&url'

export interface BestBoards {
  /** Of this problem; null while it is looked for. */
  answer: { free: BestBoard; set: BestBoard } | null
  progress: { goal: BoardGoal; gap: number | null } | null
  /** The solver could not start, or broke. */
  broken: boolean
}

const LOOKING: BestBoards = { answer: null, progress: null, broken: false }
/** Seconds for each goal, before the board of the goals before it is shown instead. */
const PATIENCE = 30

export function useBestBoard(problem: BoardProblem): BestBoards {
  const key = JSON.stringify(problem)
  const [found, setFound] = useState<{ key: string; boards: BestBoards }>({ key, boards: LOOKING })
  const worker = useRef<{ thread: Worker; idle: boolean } | null>(null)
  useEffect(() => {
    if (worker.current !== null && !worker.current.idle) {
      worker.current.thread.terminate()
      worker.current = null
    }
    worker.current ??= { thread: startWorker(boardWorker), idle: true }
    const own = worker.current
    const question: BoardQuestion = { problem: JSON.parse(key) as BoardProblem, seconds: PATIENCE }
    const end = (boards: BestBoards) => {
      own.idle = true
      setFound({ key, boards })
    }
    const hear = ({ data }: MessageEvent<BoardMessage>) => {
      if (data.kind === 'progress') setFound({ key, boards: { ...LOOKING, progress: data } })
      else if (data.kind === 'done') end({ ...LOOKING, answer: data })
      else end({ ...LOOKING, broken: true })
    }
    const fault = () => end({ ...LOOKING, broken: true })
    own.idle = false
    own.thread.addEventListener('message', hear)
    own.thread.addEventListener('error', fault)
    own.thread.postMessage(question)
    return () => {
      own.thread.removeEventListener('message', hear)
      own.thread.removeEventListener('error', fault)
    }
  }, [key])
  useEffect(
    () => () => {
      worker.current?.thread.terminate()
      worker.current = null
    },
    [],
  )
  return found.key === key ? found.boards : LOOKING
}
