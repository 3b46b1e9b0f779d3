// What was typed or pasted, as it is read by a thread of its own: the first sentences at once, a long text piece by piece.
import { useEffect, useState } from 'react'
import type { FeedbackReading } from '../../core/decode/read-feedback.ts'
import type { Correction } from '../../core/decode/weigh-corrections.ts'
import { textPieces } from '../../core/feedback/told-parts.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { startWorker } from '../data/start-worker.ts'
import { WorkerLine } from '../data/worker-line.ts'
import { useLinksCorrected } from '../framework/use-links.ts'
import type { ToldAnswer, ToldFramework, ToldQuestion } from './told-messages.ts'
import toldWorker from './told-worker.ts?worker&url'

/** In UTF-16 units, as a text field counts. */
export const MOST_READ = 5_000_000

export interface ToldState {
  /** The text that the parts are of; an earlier one while a new one is read. */
  text: string
  parts: readonly FeedbackReading[]
  /** How much of the text is read, 0 to 1. */
  read: number
  /** The thread or its decoder did not come. */
  failed: boolean
}

const NOTHING: ToldState = { text: '', parts: [], read: 1, failed: false }

/**
 * `corrections` must be the same list as long as nothing changes. The thread and its decoder are loaded when there is
 * something to read.
 */
export function useTold(framework: Framework, text: string, corrections: readonly Correction[]): ToldState {
  const [line, setLine] = useState<WorkerLine<ToldQuestion, ToldAnswer> | null>(null)
  const [state, setState] = useState(NOTHING)
  const corrected = useLinksCorrected(framework)
  useEffect(() => {
    const opened = new WorkerLine<ToldQuestion, ToldAnswer>(() => {
      const worker = startWorker(toldWorker)
      worker.postMessage({ kind: 'framework', framework, corrected } satisfies ToldFramework)
      return worker
    }, false)
    setLine(opened)
    return () => opened.stop()
  }, [framework, corrected])
  useEffect(() => {
    if (line === null) return
    if (text.trim() === '' || text.length > MOST_READ) {
      setState({ ...NOTHING, text })
      return
    }
    const asked = { isOver: false }
    readPieces({ line, text, corrections, asked, show: setState })
    return () => {
      asked.isOver = true
    }
  }, [line, text, corrections])
  return state
}

interface Reading {
  line: WorkerLine<ToldQuestion, ToldAnswer>
  text: string
  corrections: readonly Correction[]
  asked: { isOver: boolean }
  show: (state: ToldState) => void
}

/** One piece after the other; what was read before stays until the first piece of the new text is there. */
function readPieces({ line, text, corrections, asked, show }: Reading): void {
  const pieces = textPieces(text)
  const parts: FeedbackReading[] = []
  const next = (at: number) => {
    const piece = pieces[at]
    if (piece === undefined) return
    line.ask({ kind: 'read', ...piece, corrections }, (answer) => {
      if (asked.isOver) return
      if (answer === null) return show({ text, parts: [...parts], read: 1, failed: true })
      parts.push(...answer)
      show({ text, parts: [...parts], read: (at + 1) / pieces.length, failed: false })
      next(at + 1)
    })
  }
  next(0)
}
