// Runs the process that rates until it is killed, and keeps account of what it acknowledged.

import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./rate-until-killed.mjs', import.meta.url))

/** What must be found at the next opening. */
export interface Expected {
  acknowledged: string[]
  /** The last write that was tried and not acknowledged. */
  last: unknown
}

export interface Account {
  acknowledged: number
  missing: number
  twins: number
}

export interface Run {
  child: ChildProcess
  /** Resolves when it writes; rejects when it ends before. */
  ready: Promise<void>
  exited: Promise<void>
  /** What the process said about what it found, and what it did since. */
  said: {
    missing: number
    twins: number
    chain: string | null
    refused: string[]
    expected: Expected
    errors: string
  }
}

export interface Place {
  dataDir: string
  templateFile: string
  expectedFile: string
  environment?: Record<string, string>
}

/** Starts the process; it first looks for everything in `expected`. */
export function startRating(place: Place, expected: Expected, mode: 'write' | 'check'): Run {
  writeFileSync(place.expectedFile, JSON.stringify(expected))
  const child = spawn(
    process.execPath,
    [script, place.dataDir, place.templateFile, place.expectedFile, mode],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...place.environment },
    },
  )
  const said: Run['said'] = {
    missing: -1,
    twins: -1,
    chain: null,
    refused: [],
    expected: { acknowledged: [], last: null },
    errors: '',
  }
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    let rest = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (note(line, said)) resolve()
    })
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said.errors += chunk
    })
    void exited.then(() => reject(new Error(`It ended before it wrote: ${said.errors}`)))
  })
  ready.catch(() => undefined)
  return { child, ready, exited, said }
}

/** Takes down one line; true once the process writes. */
function note(line: string, said: Run['said']): boolean {
  const [word, ...rest] = line.split(' ')
  if (word === 'checked') {
    said.missing = Number(rest[0])
    said.twins = Number(rest[1])
  } else if (word === 'chain') said.chain = rest[0] ?? null
  else if (word === 'retry-failed') said.refused.push(rest.join(' '))
  else if (word === 'try') said.expected.last = JSON.parse(rest.join(' '))
  else if (word === 'ack') {
    said.expected.acknowledged.push(rest[0] as string)
    said.expected.last = null
  }
  return word === 'ready'
}

/** Waits until about so many writes were acknowledged (from none to twice as many), and then a moment more. */
export async function waitForWrites({ said, child }: Run, writes: number): Promise<void> {
  const enough = Math.random() * 2 * writes
  while (said.expected.acknowledged.length < enough && child.exitCode === null) await sleep(5)
  await sleep(Math.random() * 20)
}

/** Rates, is interrupted, and is looked into, again and again; at the end everything ever acknowledged is looked for. */
export async function interruptAgainAndAgain(
  place: Place,
  volume: number,
  interrupt: (run: Run) => Promise<void>,
): Promise<Account> {
  const all: Expected = { acknowledged: [], last: null }
  const account: Account = { acknowledged: 0, missing: 0, twins: 0 }
  let before: Expected = { acknowledged: [], last: null }
  for (let cycle = 0; cycle < volume; cycle++) {
    const run = startRating(place, before, 'write')
    await run.ready
    await interrupt(run)
    await run.exited
    addFound(account, run)
    before = run.said.expected
    all.acknowledged.push(...before.acknowledged)
  }
  const end = startRating(place, { ...all, last: before.last }, 'check')
  await end.exited
  addFound(account, end)
  if (end.said.chain !== 'holds')
    throw new Error(`The audit chain is broken: ${end.said.chain} ${end.said.errors}`)
  account.acknowledged = all.acknowledged.length
  return account
}

function addFound(account: Account, { said }: Run): void {
  if (said.missing < 0) throw new Error(`It did not open again: ${said.errors}`)
  if (said.refused.length > 0) throw new Error(`A repeated write was refused: ${said.refused.join(', ')}`)
  account.missing += said.missing
  account.twins += said.twins
}
