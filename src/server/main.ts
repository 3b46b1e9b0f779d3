// Starts the server: the only file that listens.
import type { Server } from 'node:http'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { thisProcess } from '../store/engine/process-identity.ts'
import { makeFirstKeyFile } from '../store/private-text/make-first-key-file.ts'
import { createApp, type SkillmapApp } from './app.ts'
import type { Services, Watched } from './app-env.ts'
import { startCaring } from './care-for-data.ts'
import { demoDoor } from './demo/demo-door.ts'
import { type DemoSeed, seedDemo } from './demo/seed-demo.ts'
import { openServices } from './open-services.ts'
import { launchUrl, personalDoor } from './personal-door.ts'
import {
  type Env,
  LOOPBACK,
  type ServerSettings,
  StartFailure,
  settingsFrom,
  type TeamSettings,
} from './server-settings.ts'
import { loopbackHosts } from './serving/loopback-guards.ts'
import { removeServerFile, saveServerFile } from './serving/server-file.ts'
import { type Connection, whereFrom } from './serving/where-from.ts'
import { createLaunchLinks, newSecret } from './sign-in/launch-links.ts'
import { teamDoor } from './team-door.ts'
import { packageVersion } from './version.ts'

const DEFAULT_PORT = 4747
/** How many ports after the default one are tried when it is taken. */
const PORTS_TO_TRY = 20
const ANYWHERE = '0.0.0.0'
/** What running requests get to finish when the server stops. */
const GRACE_MS = 5000

export interface RunningServer {
  /** Such as `http://127.0.0.1:4747`. */
  url: string
  /** Personal use: lets one browser in, once, within ten minutes. A team's people sign in. */
  launchUrl: string
  /** Finishes running requests, closes the database, removes run/server.json. */
  stop(): Promise<void>
}

/** Listens first, so that a taken port is known at once; requests wait while the database opens. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const log = settings.log ?? (() => undefined)
  const now = settings.now ?? (() => new Date())
  const secret = newSecret()
  const launchLinks = createLaunchLinks()
  let app: SkillmapApp
  const server = createAdaptorServer({
    fetch: (request: Request, env: Connection) =>
      app.fetch(request, { address: whereFrom(request, env, settings.team?.trustedProxies ?? 0) }),
    overrideGlobalObjects: false,
  }) as Server
  const first = settings.port ?? DEFAULT_PORT
  const host = settings.team?.host ?? LOOPBACK
  const tries = settings.port === undefined && settings.team === undefined ? PORTS_TO_TRY : 1
  const port = await listen(server, { first, tries, host })
  const frameworkRoot = settings.frameworkRoot ?? builtInFolder()
  const clock = { demo: null as Date | null }
  const opening = openServices({
    ...settings,
    ...(settings.demo === undefined ? {} : { team: {} }),
    frameworkRoot,
    now: () => clock.demo ?? now(),
  })
  const address = `http://${host === ANYWHERE ? LOOPBACK : host}:${port}`
  const watched = settings.team === undefined ? null : await watch()
  const seeded =
    settings.demo === undefined ? null : seedDemoIn(opening, clock, now(), settings.demo.progress)
  const door =
    seeded !== null
      ? demoDoor({ services: opening, seed: seeded, origin: address, secret })
      : settings.team === undefined
        ? personalDoor({
            services: opening,
            hosts: () => loopbackHosts(port),
            port: () => port,
            secret,
            launchLinks,
            now,
          })
        : teamDoor({ services: opening, ...teamDoorSettings(settings.team), secret, log })
  app = createApp({
    services: opening,
    version: packageVersion(),
    door,
    now,
    ...(watched === null ? {} : { watched }),
    address: () => settings.team?.origin ?? address,
    webRoot: settings.webRoot === undefined ? builtWeb() : settings.webRoot,
    log,
    checkAnswers: settings.checkAnswers === true,
  })
  const services = await opening.catch((error: unknown) => {
    server.close()
    server.closeAllConnections()
    throw error
  })
  await seeded
  if (settings.team !== undefined) await makeKeyFile(services, server)
  const figures = watched === null ? null : await serveFigures(watched, services, settings.team)
  services.store.setAddress(address)
  saveServerFile(settings.dataDir, {
    address,
    secret,
    isTeam: settings.team !== undefined,
    ...thisProcess(),
  })
  const caretaker = startCaring(services, log)
  return {
    url: address,
    launchUrl: launchUrl(port, launchLinks.issue(now())),
    stop: once(async () => {
      if (watched !== null) watched.readiness.isStopping = true
      await stopListening(server)
      figures?.close()
      removeServerFile(settings.dataDir, secret)
      await caretaker.stop()
      await services.store.close()
    }),
  }
}

/** Throws StartFailure where its place cannot be written. */
async function makeKeyFile({ store }: Services, server: Server): Promise<void> {
  try {
    await makeFirstKeyFile(store)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    server.close()
    server.closeAllConnections()
    await store.close()
    throw new StartFailure(
      `The key file ${store.keyFile.file} cannot be made (${code}). Let the account of the server write into its folder, or name another place with SKILLMAP_KEY_FILE.`,
    )
  }
}

async function watch(): Promise<Watched> {
  const { createMetrics } = await import('./serving/metrics.ts')
  return { metrics: createMetrics(), readiness: { isStopping: false }, ticks: () => performance.now() }
}

/** The figures on their own port, where one is set. */
async function serveFigures(
  { metrics }: Watched,
  services: Services,
  team: TeamSettings | undefined,
): Promise<Server | null> {
  metrics.watch(services.store.database)
  if (team?.metricsPort === undefined) return null
  const { serveMetrics } = await import('./serving/metrics.ts')
  return serveMetrics(metrics, { host: team.host ?? LOOPBACK, port: team.metricsPort })
}

/** While two years are written, the services see the days that are written of. */
async function seedDemoIn(
  opening: Promise<Services>,
  clock: { demo: Date | null },
  today: Date,
  progress: (done: number, of: number) => void,
): Promise<DemoSeed> {
  const services = await opening
  const seed = await seedDemo(
    {
      services,
      setNow: (to) => {
        clock.demo = to
      },
      progress,
    },
    today,
  )
  clock.demo = null
  return seed
}

function teamDoorSettings({ origin, signIn }: TeamSettings) {
  return signIn === undefined ? { origin } : { origin, signIn }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work()
    return running
  }
}

/** The port that was bound, on that address and nowhere else: the loopback address unless a team's owner said otherwise. */
async function listen(
  server: Server,
  { first, tries, host }: { first: number; tries: number; host: string },
): Promise<number> {
  for (let port = first; port < first + tries; port += 1) {
    const bound = await new Promise<number | null>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error)
      server.once('error', failed)
      server.listen(port, host, () => {
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

/** A team's server: runs until it is told to stop. */
export async function runTeamServer(env: Env, overrides: Partial<ServerSettings> = {}): Promise<void> {
  const log = (line: string) => process.stderr.write(`${line}\n`)
  const settings = { log, ...settingsFrom(env, true), ...overrides }
  const server = await startServer(settings)
  process.stdout.write(
    `\nSkillmap for a team listens at ${server.url}; browsers reach it at ${settings.team?.origin}.\nThe first administrator gets in with: npx skillmap invite "Your Name" --admin\n`,
  )
  await toldToStop()
  await server.stop()
}

/** Resolves once somebody ends the program. */
export async function toldToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

/** Runs until it is told to stop; prints where to go and opens nothing by itself. */
export async function runServer(env: Env, overrides: Partial<ServerSettings> = {}): Promise<void> {
  const log = (line: string) => process.stderr.write(`${line}\n`)
  const server = await startServer({ log, ...settingsFrom(env), ...overrides })
  process.stdout.write(
    `\nSkillmap is running at ${server.url}\n\nOpen this link in your browser. It works once, within ten minutes:\n\n  ${server.launchUrl}\n\nFor another one: npx skillmap open. To stop: Ctrl+C.\n`,
  )
  await toldToStop()
  await server.stop()
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  runServer(process.env).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  })
}
