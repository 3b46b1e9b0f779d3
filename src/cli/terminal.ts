// Where a command reads and writes: the terminal in front of a person, or what a test puts in its place.
import { createInterface, type Interface } from 'node:readline'

export interface Terminal {
  /** Results, line by line. */
  out(line: string): void
  /** What went wrong and what to do about it. */
  err(line: string): void
  /** Asks and waits for a line; null at the end of the input. The question is no result for programs. */
  ask(prompt: string): Promise<string | null>
  /** Columns. */
  width: number
  colour: boolean
  env: Record<string, string | undefined>
  close(): void
}

/** Where nobody watches the width, lines may be this long. */
const WIDTH_ELSEWHERE = 100
const NARROWEST = 40

/**
 * The terminal of this process. Colours only for a person who has not declined them. Where a program reads the results,
 * questions go beside them.
 */
export function processTerminal(json: boolean): Terminal {
  const { stdin, stdout, stderr, env } = process
  const asking = json ? stderr : stdout
  // A reader such as `head` may leave early; that is no fault.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  let lines: LineReader | null = null
  return {
    out: (line) => stdout.write(`${line}\n`),
    err: (line) => stderr.write(`${line}\n`),
    ask(prompt) {
      lines ??= lineReader(createInterface({ input: stdin, terminal: false }))
      asking.write(prompt)
      return lines.next()
    },
    width: Math.max(NARROWEST, stdout.isTTY ? (stdout.columns ?? WIDTH_ELSEWHERE) : WIDTH_ELSEWHERE),
    colour: stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    env,
    close: () => lines?.close(),
  }
}

interface LineReader {
  next(): Promise<string | null>
  close(): void
}

/** Keeps lines that come before they are asked for, as they do from a pipe. */
function lineReader(input: Interface): LineReader {
  const waiting: string[] = []
  const askers: ((line: string | null) => void)[] = []
  let ended = false
  input.on('line', (line) => {
    const asker = askers.shift()
    if (asker === undefined) waiting.push(line)
    else asker(line)
  })
  input.on('close', () => {
    ended = true
    for (const asker of askers.splice(0)) asker(null)
  })
  return {
    next() {
      const line = waiting.shift()
      if (line !== undefined) return Promise.resolve(line)
      return ended ? Promise.resolve(null) : new Promise((resolve) => askers.push(resolve))
    },
    close: () => input.close(),
  }
}
