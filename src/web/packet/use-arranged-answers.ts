// Arranges a packet under the questions of a form in the thread that reads feedback, or by words where it does not come.
import { useEffect, useRef } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { arrangeAnswers } from '../../core/packet/arrange-answers.ts'
import type { FormAnswer, PacketSection } from '../../core/packet/packet.ts'
import { startWorker } from '../data/start-worker.ts'
import { WorkerLine } from '../data/worker-line.ts'
import { useLinksCorrected } from '../framework/use-links.ts'
import type { AnswersAnswer, AnswersQuestion, ToldFramework } from '../told/told-messages.ts'
import toldWorker from '../told/told-worker.ts?worker&url'

type Arrange = (
  sections: readonly PacketSection[],
  questions: readonly string[],
  onArranged: (answers: FormAnswer[]) => void,
) => void

/** The thread starts with the first form, and ends with the page. */
export function useArrangedAnswers(framework: Framework): Arrange {
  const corrected = useLinksCorrected(framework)
  const line = useRef<WorkerLine<AnswersQuestion, AnswersAnswer> | null>(null)
  useEffect(() => {
    const opened = new WorkerLine<AnswersQuestion, AnswersAnswer>(() => {
      const worker = startWorker(toldWorker)
      worker.postMessage({ kind: 'framework', framework, corrected } satisfies ToldFramework)
      return worker
    }, false)
    line.current = opened
    return () => opened.stop()
  }, [framework, corrected])
  return (sections, questions, onArranged) =>
    line.current?.ask({ kind: 'answers', sections, questions }, (answers) =>
      onArranged(answers ?? arrangeAnswers(framework, sections, questions, null)),
    )
}
