// Has spreads learned in a thread of its own, because that takes seconds to a minute and nobody waits for it.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Population } from '../../core/measurement/population.ts'
import type { RatingColumns } from '../../core/measurement/rating-columns.ts'

/** Null where there is too little to learn from. The program may end meanwhile: the thread does not hold it. */
export function learnApart(columns: RatingColumns, population: Population): Promise<Population | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(programFile(), { workerData: { columns, population } })
    thread.unref()
    thread.once('message', resolve)
    thread.once('error', reject)
  })
}

/** Beside this file in the build. Run from its source, as by tests, it is the one that was built last. */
function programFile(): string {
  const beside = fileURLToPath(new URL('./learn-thread.js', import.meta.url))
  if (existsSync(beside)) return beside
  return fileURLToPath(new URL('../../../build/server/assessment/learn-thread.js', import.meta.url))
}
