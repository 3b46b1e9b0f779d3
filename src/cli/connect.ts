// Talks to the API: over HTTP where a server holds the data, else with the same app in this process.
import { fileURLToPath } from 'node:url'
import { findServerFile, type ServerFile } from '../server/serving/server-file.ts'
import { dataFolder } from '../store/engine/data-folder.ts'
import { CommandFailure } from './command.ts'
import { withoutControls } from './layout.ts'

interface Answer<Body> {
  status: number
  headers: Headers
  text: string
  /** As they came, for what is no text. */
  bytes: Uint8Array
  body: Body
}

export interface Connection {
  /** Answers below 400; throws a CommandFailure with the server's own words otherwise. */
  call<Body>(method: string, path: string, options?: CallOptions): Promise<Answer<Body>>
  close(): Promise<void>
}

interface CallOptions {
  body?: unknown
  /** JSON text that is sent as it is. */
  text?: string
  /** A file that is sent as it is. */
  bytes?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

type Send = (path: string, init: RequestInit & { headers: Record<string, string> }) => Promise<Response>
type Env = Record<string, string | undefined>

/** Milliseconds. Where nothing listens the answer is there at once; one that takes a backup may be busy for a while. */
const ANSWERS_WITHIN = 15_000

/**
 * Each call has a connection of its own: the server closes one that nobody used for five seconds, and a command that
 * worked out a plan for longer would send the next thing into it.
 */
const OWN_CONNECTION = { connection: 'close' }

/** The server that holds the data folder, if its process is there and answers. */
export async function findServer(env: Env): Promise<ServerFile | null> {
  const server = findServerFile(dataFolder(env))
  if (server === null) return null
  try {
    const answer = await fetch(`${server.address}/api/health`, {
      headers: OWN_CONNECTION,
      signal: AbortSignal.timeout(ANSWERS_WITHIN),
    })
    return answer.ok ? server : null
  } catch {
    return null
  }
}

export async function connect(env: Env): Promise<Connection> {
  const server = await findServer(env)
  return server === null ? inProcess(env) : overHttp(server)
}

export function overHttp(server: Pick<ServerFile, 'address' | 'secret'>): Connection {
  const send: Send = (path, init) =>
    fetch(`${server.address}${path}`, { ...init, headers: { ...init.headers, ...OWN_CONNECTION } })
  return { call: caller(send, server.secret), close: async () => undefined }
}

async function inProcess(env: Env): Promise<Connection> {
  const [
    { createApp },
    { createLaunchLinks, newSecret },
    { openServices },
    { personalDoor },
    { packageVersion },
  ] = await Promise.all([
    import('../server/app.ts'),
    import('../server/sign-in/launch-links.ts'),
    import('../server/open-services.ts'),
    import('../server/personal-door.ts'),
    import('../server/version.ts'),
  ])
  const now = () => new Date()
  const databaseUrl = env.DATABASE_URL ?? ''
  const keyFile = env.SKILLMAP_KEY_FILE ?? ''
  // For tests: an empty database made before, where no build has put one.
  const templateFile = env.SKILLMAP_TEMPLATE ?? ''
  const frameworkRoot = fileURLToPath(new URL('../../frameworks/skillmap', import.meta.url))
  const services = await openServices({
    dataDir: dataFolder(env),
    frameworkRoot,
    now,
    ...(databaseUrl === '' ? {} : { databaseUrl }),
    ...(templateFile === '' ? {} : { templateFile }),
    ...(keyFile === '' ? {} : { keyFile }),
  })
  const secret = newSecret()
  const app = createApp({
    services: Promise.resolve(services),
    version: packageVersion(),
    door: personalDoor({
      services: Promise.resolve(services),
      hosts: () => ['skillmap.invalid'],
      port: () => 0,
      secret,
      launchLinks: createLaunchLinks(),
      now,
    }),
    address: () => null,
    now,
    webRoot: null,
    log: (line) => process.stderr.write(`${line}\n`),
  })
  const send: Send = (path, init) => app.fetch(new Request(`http://skillmap.invalid${path}`, init))
  return { call: caller(send, secret), close: () => services.store.close() }
}

function caller(send: Send, secret: string): Connection['call'] {
  return async <Body>(method: string, path: string, options: CallOptions = {}): Promise<Answer<Body>> => {
    const text = options.text ?? (options.body === undefined ? null : JSON.stringify(options.body))
    const sent = options.bytes ?? text
    const kind = options.bytes === undefined ? 'application/json' : 'application/octet-stream'
    const type: Record<string, string> = sent === null ? {} : { 'content-type': kind }
    const headers = { authorization: `Bearer ${secret}`, ...type, ...options.headers }
    const response = await send(path, { method, headers, body: sent })
    const bytes = new Uint8Array(await response.arrayBuffer())
    const read = new TextDecoder().decode(bytes)
    if (response.status >= 400) throw new CommandFailure(sayRefusal(read, response.status))
    const isJson = (response.headers.get('content-type') ?? '').includes('json') && read !== ''
    const body = (isJson ? JSON.parse(read) : undefined) as Body
    return { status: response.status, headers: response.headers, text: read, bytes, body }
  }
}

interface Problem {
  detail: string
  errors?: { pointer?: string; field?: string; message: string }[]
}

function sayRefusal(text: string, status: number): string {
  try {
    const { detail, errors } = JSON.parse(text) as Problem
    const lines = (errors ?? []).map((error) => `  ${error.pointer ?? error.field ?? ''}: ${error.message}`)
    // It may quote what stands in a file.
    return withoutControls([detail, ...lines].join('\n'))
  } catch {
    return `The server answered ${status}.`
  }
}
