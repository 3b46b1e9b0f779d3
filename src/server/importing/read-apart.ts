// Has a file read by a process of its own, which is ended when it takes too long, too much memory or says too much.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fail, type Result, succeed } from '../../core/result.ts'
import { BYTE_LIMITS } from './byte-limits.ts'
import type { ReadingTask } from './reading-process.ts'

/** Why there is no answer: it took too long, it needed too much memory, it answered too much, it was called off. */
export type ReadApartFailure = 'too-slow' | 'too-much' | 'too-long' | 'cancelled'

export interface ReadApartOptions {
  signal?: AbortSignal
  /** Other limits, for tests. */
  milliseconds?: number
}

// Two of them at once at most: each may take a core and 256 MB.
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

/** The answer of the process, parsed. Never throws for what a file holds. */
export async function readApart<Answer>(
  task: ReadingTask,
  options: ReadApartOptions = {},
): Promise<Result<Answer, ReadApartFailure>> {
  if (running < AT_ONCE) running += 1
  else await new Promise<void>((takeOver) => waiting.push(takeOver))
  try {
    if (options.signal?.aborted === true) return fail('cancelled')
    return await run<Answer>(task, options)
  } finally {
    // A place is handed on as it is: were it free for a moment, whoever comes just then would be a third.
    const takeOver = waiting.shift()
    if (takeOver === undefined) running -= 1
    else takeOver()
  }
}

function run<Answer>(
  task: ReadingTask,
  { signal, milliseconds = BYTE_LIMITS.milliseconds }: ReadApartOptions,
): Promise<Result<Answer, ReadApartFailure>> {
  return new Promise((resolve) => {
    const options = [`--max-old-space-size=${BYTE_LIMITS.heapMegabytes}`, '--max-semi-space-size=4']
    const child = spawn(process.execPath, [...options, programFile(), JSON.stringify(task)], {
      // Nothing of this process is handed on: no environment with addresses or secrets, no input.
      env: {},
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const parts: Buffer[] = []
    let bytes = 0
    let ended: ReadApartFailure | null = null
    const end = (why: ReadApartFailure) => {
      ended ??= why
      child.kill('SIGKILL')
    }
    const late = setTimeout(() => end('too-slow'), milliseconds)
    const cancel = () => end('cancelled')
    signal?.addEventListener('abort', cancel)
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > BYTE_LIMITS.answer) end('too-long')
      else parts.push(part)
    })
    child.on('error', () => end('too-much'))
    child.on('close', (code) => {
      clearTimeout(late)
      signal?.removeEventListener('abort', cancel)
      if (ended !== null) return resolve(fail(ended))
      resolve(code === 0 ? succeed(JSON.parse(Buffer.concat(parts).toString('utf8'))) : fail('too-much'))
    })
  })
}

/** Beside this file in the build. Run from its source, as by tests, it is the one that was built last. */
function programFile(): string {
  const beside = fileURLToPath(new URL('./reading-process.js', import.meta.url))
  if (existsSync(beside)) return beside
  return fileURLToPath(new URL('../../../build/server/importing/reading-process.js', import.meta.url))
}
