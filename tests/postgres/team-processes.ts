// Several real server processes on one real Postgres, and people who reach them as through a proxy: by one origin.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../free-port.ts'
import { type PasskeyDevice, passkeyDevice } from '../passkey-device.ts'
import { temporaryFolder } from '../test-store.ts'

const script = fileURLToPath(new URL('./serve-process.mjs', import.meta.url))
/** A name that a proxy would have; each process listens on a port of its own. */
export const ORIGIN = 'http://localhost:4799'
const HOST = new URL(ORIGIN).host
/** Seconds that a start may take on a busy machine. */
const STARTS_WITHIN_S = 120

export interface TeamProcess {
  port: number
  dataDir: string
  child: ChildProcess
  /** What it wrote on standard error. */
  log: { text: string }
  startedAt: number
  /** Resolves with the exit code. */
  exited: Promise<number | null>
}

export interface Answered<Body = Record<string, unknown>> {
  status: number
  body: Body
  headers: Record<string, string | string[] | undefined>
}

interface Call {
  body?: unknown
  headers?: Record<string, string>
}

export interface Person {
  name: string
  device: PasskeyDevice
  cookies: Map<string, string>
  /** Asks one of the processes, with the cookies that any of them set. */
  at<Body = Record<string, unknown>>(
    where: TeamProcess,
    method: string,
    path: string,
    call?: Call,
  ): Promise<Answered<Body>>
}

export interface ProcessSettings {
  databaseUrl: string
  /** One file for all processes. */
  keyFile: string
  /** The process's own folder; a new one unless told. */
  dataDir?: string
}

/** Returns at once; `isReady` waits. */
export async function startProcess({ databaseUrl, keyFile, dataDir }: ProcessSettings): Promise<TeamProcess> {
  const port = await freePort()
  const folder = dataDir ?? temporaryFolder()
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      SKILLMAP_ORIGIN: ORIGIN,
      SKILLMAP_PORT: String(port),
      SKILLMAP_DATA: folder,
      SKILLMAP_KEY_FILE: keyFile,
    },
  })
  const log = { text: '' }
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    log.text += chunk
  })
  const exited = once(child, 'close').then(([code]) => code as number | null)
  return { port, dataDir: folder, child, log, startedAt: Date.now(), exited }
}

/** Throws, with what it said, where the process ended or never became ready. */
export async function isReady(one: TeamProcess): Promise<void> {
  for (let tenths = 0; tenths < STARTS_WITHIN_S * 10; tenths += 1) {
    if (one.child.exitCode !== null) throw new Error(`The process ended: ${one.log.text}`)
    const ready = await send(one, 'GET', '/api/ready').catch(() => null)
    // The file comes last, and holds the secret of the terminal.
    if (ready?.status === 200 && existsSync(join(one.dataDir, 'run', 'server.json'))) return
    await sleep(100)
  }
  throw new Error(`The process did not become ready: ${one.log.text}`)
}

export async function stopProcess(one: TeamProcess): Promise<number | null> {
  one.child.kill('SIGTERM')
  const code = await one.exited
  rmSync(one.dataDir, { recursive: true, force: true })
  return code
}

/** One request, as the proxy passes it on. */
export function send<Body = Record<string, unknown>>(
  { port }: TeamProcess,
  method: string,
  path: string,
  { body, headers = {} }: Call = {},
): Promise<Answered<Body>> {
  const text = body === undefined ? null : JSON.stringify(body)
  const type = text === null ? {} : { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, method, path, headers: { host: HOST, ...type, ...headers }, agent: false },
      (answer) => {
        let read = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          read += chunk
        })
        answer.on('error', reject)
        answer.on('end', () => {
          const isJson = (answer.headers['content-type'] ?? '').includes('json') && read !== ''
          const parsed = (isJson ? JSON.parse(read) : { text: read }) as Body
          resolve({ status: answer.statusCode ?? 0, body: parsed, headers: answer.headers })
        })
      },
    )
    asked.on('error', reject)
    asked.end(text ?? undefined)
  })
}

/** What `skillmap invite` asks of the process on its machine; returns the secret of the link. */
export async function inviteAt(where: TeamProcess, displayName: string, admin = false): Promise<string> {
  const { secret } = JSON.parse(readFileSync(join(where.dataDir, 'run', 'server.json'), 'utf8')) as {
    secret: string
  }
  const made = await send<{ url: string }>(where, 'POST', '/api/operator/invitations', {
    body: { displayName, admin },
    headers: { authorization: `Bearer ${secret}` },
  })
  if (made.status !== 201) throw new Error(`Not invited: ${JSON.stringify(made.body)}`)
  return new URL(made.body.url).searchParams.get('token') ?? ''
}

export function newcomer(name: string): Person {
  const cookies = new Map<string, string>()
  return {
    name,
    device: passkeyDevice(ORIGIN),
    cookies,
    async at<Body>(where: TeamProcess, method: string, path: string, call: Call = {}) {
      const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ')
      const headers = { origin: ORIGIN, cookie, 'user-agent': 'Test', ...call.headers }
      const answer = await send<Body>(where, method, path, { ...call, headers })
      for (const set of answer.headers['set-cookie'] ?? []) {
        const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
        if (/max-age=0/i.test(set)) cookies.delete(key)
        else cookies.set(key, value)
      }
      return answer
    },
  }
}

/** Uses an invitation: the question comes from one process, the answer goes to another. Returns the status. */
export async function joinAt(
  person: Person,
  token: string,
  { ask, answer }: { ask: TeamProcess; answer: TeamProcess },
): Promise<number> {
  const asked = await person.at<{ challenge: string }>(ask, 'POST', '/api/join/passkey-question', {
    body: { token },
  })
  if (asked.status !== 200) return asked.status
  const made = person.device.make(asked.body.challenge)
  return (await person.at(answer, 'POST', '/api/join/passkey', { body: { name: 'Laptop', made } })).status
}
