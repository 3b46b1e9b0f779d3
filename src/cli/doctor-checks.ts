// The checks of skillmap doctor, one after the other; each says what it found and how to mend it.
import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { counted } from '../core/planning/plain-words.ts'
import { dataFolder, type Places, placesIn } from '../store/engine/data-folder.ts'
import { DATA_FORMAT } from '../store/engine/data-format.ts'
import { FREE_SPACE_FLOOR } from '../store/engine/free-space.ts'
import { WrongUseError } from '../store/personal.ts'
import { keyFileIn } from '../store/private-text/key-file.ts'
import { type Connection, connect, findServer } from './connect.ts'

export interface Finding {
  state: 'ok' | 'warning' | 'problem'
  what: string
  said: string
  mend?: string
}

type Env = Record<string, string | undefined>

const MEGABYTE = 1024 * 1024
const GIGABYTE = 1024 * MEGABYTE
/** Below this much free space a warning, below the store's own floor a problem. */
const COMFORTABLE_BYTES = 500 * MEGABYTE
const RESTORE = 'The folder backups of the data folder holds earlier states: skillmap restore <name>.'
const OLD_BACKUP_MS = 7 * 24 * 60 * 60 * 1000

export async function* findings(env: Env): AsyncGenerator<Finding> {
  yield checkNode()
  yield await checkBuild()
  yield await checkFramework()
  const places = placesIn(dataFolder(env))
  if ((env.DATABASE_URL ?? '') !== '') {
    const { checkTeamDatabase } = await import('./check-team-database.ts')
    yield { state: 'ok', what: 'Database', said: 'a Postgres server (DATABASE_URL)' }
    const found = await checkTeamDatabase(env, places)
    yield* found.findings
    if (!found.isPersonal) {
      if (existsSync(places.root)) yield checkFolder(places)
      yield* checkKey(env, places)
      return yield await checkServer(env)
    }
  }
  if (!existsSync(places.root)) {
    yield { state: 'ok', what: 'Data folder', said: `${places.root} is made at the first start` }
    return
  }
  yield checkFolder(places)
  yield* checkKey(env, places)
  yield checkSpace(places)
  yield checkFormat(places)
  yield await checkServer(env)
  yield* checkDatabase(env)
}

function checkNode(): Finding {
  const what = 'Node'
  const said = process.versions.node
  const [major = 0, minor = 0] = said.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return { state: 'ok', what, said }
  return {
    state: 'problem',
    what,
    said,
    mend: 'Install Node 20.19 or newer (24 is a good choice): https://nodejs.org',
  }
}

async function checkBuild(): Promise<Finding> {
  const what = 'Build'
  const script = new URL('../../scripts/build.mjs', import.meta.url)
  if (
    !existsSync(fileURLToPath(new URL('../../src', import.meta.url))) ||
    !existsSync(fileURLToPath(script))
  ) {
    return { state: 'ok', what, said: 'as it was published' }
  }
  const { staleParts } = (await import(script.href)) as { staleParts: () => { name: string }[] }
  const stale = staleParts().map((part) => part.name)
  if (stale.length === 0) return { state: 'ok', what, said: 'fresh' }
  return {
    state: 'warning',
    what,
    said: `older than its source (${stale.join(', ')})`,
    mend: 'Run: npm start',
  }
}

async function checkFramework(): Promise<Finding> {
  const what = 'Framework'
  const { problemsIn } = await import('./commands/lint.ts')
  const problems = problemsIn(fileURLToPath(new URL('../../frameworks/skillmap', import.meta.url)))
  const errors = problems.filter((problem) => problem.severity === 'error')
  if (errors.length === 0) return { state: 'ok', what, said: `no error, warnings: ${problems.length}` }
  const mend = 'Run: skillmap lint frameworks/skillmap'
  return {
    state: 'problem',
    what,
    said: `${counted(errors.length, 'error')}, such as: ${errors[0]?.message}`,
    mend,
  }
}

function checkFolder(places: Places): Finding {
  const what = 'Data folder'
  try {
    accessSync(places.root, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    const mend = `Make it yours: chown -R "$(id -un)" "${places.root}", or choose another one with SKILLMAP_DATA.`
    return { state: 'problem', what, said: `${places.root} cannot be read and written by you`, mend }
  }
  const open = statSync(places.root).mode & 0o077
  if (open !== 0 && process.platform !== 'win32') {
    return {
      state: 'warning',
      what,
      said: `others may look into ${places.root}`,
      mend: `Run: chmod 700 "${places.root}"`,
    }
  }
  return { state: 'ok', what, said: places.root }
}

/** The key of what somebody wrote; nothing is said where there is none yet. */
function* checkKey(env: Env, places: Places): Generator<Finding> {
  const what = 'Key file'
  const { file, read } = keyFileIn(places, env.SKILLMAP_KEY_FILE)
  const key = read()
  if (key === 'missing') return
  const mode = statSync(file).mode & 0o077
  if (key === 'damaged') {
    const mend =
      'Put a whole one in its place, or move it away and put in the recovery sheet: skillmap key restore'
    yield { state: 'problem', what, said: `${file} is damaged`, mend }
  } else if (mode !== 0 && process.platform !== 'win32') {
    yield { state: 'warning', what, said: `others may read ${file}`, mend: `Run: chmod 600 "${file}"` }
  } else yield { state: 'ok', what, said: file }
}

function checkSpace(places: Places): Finding {
  const what = 'Free space'
  const { bavail, bsize } = statfsSync(places.root)
  const free = bavail * bsize
  const said = free > GIGABYTE ? `${Math.round(free / GIGABYTE)} GB` : `${Math.round(free / MEGABYTE)} MB`
  if (free >= COMFORTABLE_BYTES) return { state: 'ok', what, said }
  const mend = `Free some space where ${places.root} lies; below ${FREE_SPACE_FLOOR / MEGABYTE} MB nothing is saved.`
  return { state: free < FREE_SPACE_FLOOR ? 'problem' : 'warning', what, said, mend }
}

function checkFormat(places: Places): Finding {
  const what = 'Data format'
  if (!existsSync(places.format)) return { state: 'ok', what, said: 'not written yet' }
  try {
    const { skillmapDataFormat } = JSON.parse(readFileSync(places.format, 'utf8')) as {
      skillmapDataFormat: number
    }
    if (skillmapDataFormat <= DATA_FORMAT) return { state: 'ok', what, said: String(skillmapDataFormat) }
    const mend = 'Use the newer version, or choose another folder with SKILLMAP_DATA.'
    return { state: 'problem', what, said: `${skillmapDataFormat}, written by a newer Skillmap`, mend }
  } catch {
    return {
      state: 'problem',
      what,
      said: `${places.format} cannot be read`,
      mend: 'Restore it from a copy of the folder.',
    }
  }
}

async function checkServer(env: Env): Promise<Finding> {
  const server = await findServer(env)
  const said = server === null ? 'not running' : `running at ${server.address}, process ${server.pid}`
  return { state: 'ok', what: 'Server', said }
}

interface Backup {
  name: string
  takenAt: string
}

/** Opens the database, or asks the server that has it open. */
async function* checkDatabase(env: Env): AsyncGenerator<Finding> {
  const what = 'Database'
  const isTeamsServer = (await findServer(env))?.isTeam === true
  let connection: Connection
  try {
    connection = await connect(env)
  } catch (error) {
    yield openingFailed(error)
    return
  }
  try {
    if (isTeamsServer) {
      await connection.call('GET', '/api/ready')
      yield { state: 'ok', what, said: 'answers; it holds a team, whose people alone read it' }
      return
    }
    const { body: assessments } = await connection.call<unknown[]>('GET', '/api/assessments')
    yield { state: 'ok', what, said: `opens; assessments: ${assessments.length}` }
    const { body: backups } = await connection.call<Backup[]>('GET', '/api/backups')
    yield backupFinding(backups, assessments.length > 0)
  } catch (error) {
    yield { state: 'problem', what, said: error instanceof Error ? error.message : String(error) }
  } finally {
    await connection.close()
  }
}

/** The store's own failures say what to do, and a team's data is no failure. */
function openingFailed(error: unknown): Finding {
  const what = 'Database'
  if (error instanceof WrongUseError)
    return { state: 'ok', what, said: 'opens; it holds a team. To start it: skillmap serve --team' }
  const said = error instanceof Error ? error.message : String(error)
  const speaks = error instanceof Error && 'code' in error
  return speaks ? { state: 'problem', what, said } : { state: 'problem', what, said, mend: RESTORE }
}

function backupFinding(backups: readonly Backup[], hasData: boolean): Finding {
  const what = 'Backups'
  const newest = backups[0]
  const mend = 'Run: skillmap backup'
  if (newest === undefined) {
    return hasData
      ? { state: 'warning', what, said: 'none yet', mend }
      : { state: 'ok', what, said: 'none needed yet' }
  }
  const said = `${backups.length}, each checked by restoring it; the newest from ${newest.takenAt.slice(0, 10)}`
  const isOld = hasData && Date.now() - Date.parse(newest.takenAt) > OLD_BACKUP_MS
  return isOld ? { state: 'warning', what, said, mend } : { state: 'ok', what, said }
}
