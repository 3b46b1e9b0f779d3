// Starts the server: the only file that reads the environment and listens.
import type { Server } from 'node:http'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { dataFolder } from '../store/data-folder.ts'
import { createApp, type SkillmapApp } from './app.ts'
import { startCaring } from './care-for-data.ts'
import { createLaunchLinks, newSecret } from './launch-links.ts'
import { loopbackHosts } from './loopback-guards.ts'
import { openServices } from './open-services.ts'
import { removeServerFile, saveServerFile } from './server-file.ts'
import { launchUrl } from './session.ts'
import { packageVersion } from './version.ts'

const DEFAULT_PORT = 4747
/** How many ports after the default one are tried when it is taken. */
const PORTS_TO_TRY = 20
const LOOPBACK = '127.0.0.1'
/** What running requests get to finish when the server stops. */
const GRACE_MS = 5000

export interface ServerSettings {
  dataDir: string
  databaseUrl?: string
  /** A fixed port; 0 takes any free one; absent takes the default one or the next that is free. */
  port?: number
  webRoot?: string | null
  frameworkRoot?: string
  /** An empty database made before, for tests. */
  templateFile?: string
  /** The file with the key of private text, where it is not in the data folder. */
  keyFile?: string
  now?: () => Date
  log?: (line: string) => void
  checkAnswers?: boolean
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:4747`. */
  url: string
  /** Lets one browser in, once, within ten minutes. */
  launchUrl: string
  /** Finishes running requests, closes the database, removes run/server.json. */
  stop(): Promise<void>
}

/** Something about the machine or its settings keeps the server from starting; the message says what helps. */
class StartFailure extends Error {
  readonly code = 'cannot-start'
}

/** Listens first, so that a taken port is known at once; requests wait while the database opens. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const log = settings.log ?? (() => undefined)
  const now = settings.now ?? (() => new Date())
  const secret = newSecret()
  const launchLinks = createLaunchLinks()
  let app: SkillmapApp
  const server = createAdaptorServer({
    fetch: (request: Request) => app.fetch(request),
    overrideGlobalObjects: false,
  }) as Server
  const first = settings.port ?? DEFAULT_PORT
  const port = await listen(server, first, settings.port === undefined ? PORTS_TO_TRY : 1)
  const frameworkRoot = settings.frameworkRoot ?? builtInFolder()
  const opening = openServices({ ...settings, frameworkRoot, now })
  app = createApp({
    services: opening,
    version: packageVersion(),
    hosts: () => loopbackHosts(port),
    port: () => port,
    secret,
    launchLinks,
    now,
    webRoot: settings.webRoot === undefined ? builtWeb() : settings.webRoot,
    log,
    checkAnswers: settings.checkAnswers === true,
  })
  const services = await opening.catch((error: unknown) => {
    server.close()
    server.closeAllConnections()
    throw error
  })
  const address = `http://${LOOPBACK}:${port}`
  services.store.setAddress(address)
  saveServerFile(settings.dataDir, { address, pid: process.pid, secret })
  const caretaker = startCaring(services, log)
  return {
    url: address,
    launchUrl: launchUrl(port, launchLinks.issue(now())),
    stop: once(async () => {
      await stopListening(server)
      removeServerFile(settings.dataDir, secret)
      await caretaker.stop()
      await services.store.close()
    }),
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work()
    return running
  }
}

/** The port that was bound, on the loopback address and nowhere else. */
async function listen(server: Server, first: number, tries: number): Promise<number> {
  for (let port = first; port < first + tries; port += 1) {
    const bound = await new Promise<number | null>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error)
      server.once('error', failed)
      server.listen(port, LOOPBACK, () => {
        server.off('error', failed)
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : port)
      })
    })
    if (bound !== null) return bound
  }
  const wanted = tries === 1 ? `Port ${first} is` : `The ports ${first} to ${first + tries - 1} are`
  throw new StartFailure(`${wanted} taken by another program. Choose another one with SKILLMAP_PORT.`)
}

async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(impatient)
}

function builtInFolder(): string {
  return fileURLToPath(new URL('../../frameworks/skillmap', import.meta.url))
}

function builtWeb(): string {
  return fileURLToPath(new URL('../../build/web', import.meta.url))
}

/** What the environment says. Throws, in words, on what it may not say. */
export function settingsFrom(env: Record<string, string | undefined>): ServerSettings {
  const host = env.SKILLMAP_HOST ?? LOOPBACK
  if (host !== LOOPBACK && host !== 'localhost') {
    throw new StartFailure(
      `Skillmap answers on this computer only (${LOOPBACK}), not on ${host}: it has no login that would protect your data from a network. Remove SKILLMAP_HOST.`,
    )
  }
  const settings: ServerSettings = { dataDir: dataFolder(env) }
  const port = env.SKILLMAP_PORT
  if (port !== undefined && port !== '') {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      throw new StartFailure(`SKILLMAP_PORT is not a port: ${port}`)
    settings.port = Number(port)
  }
  const databaseUrl = env.DATABASE_URL
  if (databaseUrl !== undefined && databaseUrl !== '') settings.databaseUrl = databaseUrl
  const keyFile = env.SKILLMAP_KEY_FILE
  if (keyFile !== undefined && keyFile !== '') settings.keyFile = keyFile
  return settings
}

/** Runs until it is told to stop; prints where to go and opens nothing by itself. */
export async function runServer(
  env: Record<string, string | undefined>,
  overrides: Partial<ServerSettings> = {},
): Promise<void> {
  const log = (line: string) => process.stderr.write(`${line}\n`)
  const server = await startServer({ log, ...settingsFrom(env), ...overrides })
  process.stdout.write(
    `\nSkillmap is running at ${server.url}\n\nOpen this link in your browser. It works once, within ten minutes:\n\n  ${server.launchUrl}\n\nFor another one: npx skillmap open. To stop: Ctrl+C.\n`,
  )
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await server.stop()
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  runServer(process.env).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  })
}
