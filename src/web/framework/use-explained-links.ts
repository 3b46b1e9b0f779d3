// How a framework is read, worked out by the thread that reads feedback.
import { useEffect, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { ExplainedLink } from '../../core/linking/explain-links.ts'
import { startWorker } from '../data/start-worker.ts'
import { WorkerLine } from '../data/worker-line.ts'
import type { LinksAnswer, LinksQuestion, ToldFramework } from '../told/told-messages.ts'
import toldWorker from '../told/told-worker.ts?worker&url'

/** Null while it is worked out; `failed` where the thread or its decoder did not come. */
export function useExplainedLinks(framework: Framework): readonly ExplainedLink[] | null | 'failed' {
  const [links, setLinks] = useState<readonly ExplainedLink[] | null | 'failed'>(null)
  useEffect(() => {
    const line = new WorkerLine<LinksQuestion, LinksAnswer>(() => {
      const worker = startWorker(toldWorker)
      worker.postMessage({ kind: 'framework', framework, corrected: [] } satisfies ToldFramework)
      return worker
    }, false)
    setLinks(null)
    line.ask({ kind: 'links' }, (answer) => setLinks(answer ?? 'failed'))
    return () => line.stop()
  }, [framework])
  return links
}
