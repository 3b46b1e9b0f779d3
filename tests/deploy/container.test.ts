// The container file, without a builder of containers: what it copies is there, and what it starts runs from nothing else.
// How it was really built is told in docs/team-server.md.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../test-store.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const lines = readFileSync(join(root, 'deploy', 'Containerfile'), 'utf8')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const [build = [], image = []] = ((): string[][] => {
  const last = lines.findLastIndex((line) => line.startsWith('FROM '))
  return [lines.slice(0, last), lines.slice(last)]
})()
const wordsOf = (line: string) => line.split(/\s+/).slice(1)
/** What the image is made of, relative to the folder of the program. */
const copied = image
  .filter((line) => line.startsWith('COPY --from=build'))
  .map((line) => (wordsOf(line)[1] ?? '').replace('/app/', ''))
const listIn = (instruction: string) => {
  const line = image.find((one) => one.startsWith(instruction)) ?? ''
  return JSON.parse(line.slice(line.indexOf('['))) as string[]
}

describe('The container file', () => {
  test('copies nothing into its build that is not there, and nothing that was built or installed outside', () => {
    const sources = build
      .filter((line) => line.startsWith('COPY '))
      .flatMap((line) => wordsOf(line).slice(0, -1))
    expect(sources.length).toBeGreaterThan(2)
    for (const source of sources) expect([source, existsSync(join(root, source))]).toEqual([source, true])
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')
    for (const made of ['node_modules', 'build', '.git', '.cache']) expect(ignored).toContain(made)
  })

  test('installs and builds by scripts that are there, each copied before it is asked', async () => {
    const asked = [...build.join('\n').matchAll(/import\('\/app\/([^']+)'\)\)\.(\w+)\(\)/g)]
    expect(asked.map(([, , name]) => name)).toEqual(['installPackages', 'ensureBuilt'])
    for (const [, script = '', name] of asked)
      expect(Object.keys(await import(join(root, script)))).toContain(name)
    const [install = ''] = asked.map(([, script]) => script)
    const before = build.slice(
      0,
      build.findIndex((line) => line.includes('installPackages')),
    )
    // npm reads its settings there: without them it would run what packages want to run when they are installed.
    for (const needed of [install, 'package.json', 'package-lock.json', '.npmrc'])
      expect([needed, before.some((line) => line.startsWith('COPY ') && line.includes(needed))]).toEqual([
        needed,
        true,
      ])
  })

  test('starts twice from one base, with a Node that the program runs on unless told otherwise', () => {
    expect(build[1]).toMatch(/^FROM \$\{BASE\} AS build$/)
    expect(image[0]).toMatch(/^FROM \$\{BASE\}$/)
    const node = Number(/^ARG BASE=node:(\d+)/.exec(build[0] ?? '')?.[1])
    expect(node).toBeGreaterThanOrEqual(20)
  })

  test('runs as somebody who is not root, with a place for data that is theirs', () => {
    // By number: whoever refuses to run root can tell without looking into the image.
    expect(image).toContain('USER 1000:1000')
    const data = image.find((line) => line.startsWith('VOLUME'))?.split(' ')[1] ?? ''
    expect(image.find((line) => line.startsWith('RUN'))).toContain(`chown 1000:1000 ${data}`)
    expect(image.find((line) => line.startsWith('ENV'))).toContain(`SKILLMAP_DATA=${data}`)
  })
})

/** Hard links where the disk knows them: the folder is large. */
function link(from: string, to: string): void {
  if (statSync(from).isDirectory()) {
    mkdirSync(to, { recursive: true })
    for (const name of readdirSync(from)) link(join(from, name), join(to, name))
    return
  }
  try {
    linkSync(from, to)
  } catch {
    cpSync(from, to)
  }
}

/** What `npm prune --omit=dev` leaves, by the lock. */
function linkProductionPackages(to: string): void {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>
  }
  for (const [path, { dev, devOptional }] of Object.entries(lock.packages)) {
    if (path === '' || dev === true || devOptional === true || !existsSync(join(root, path))) continue
    // A package within another one comes with it, unless that one is for development.
    if (existsSync(join(to, path))) continue
    mkdirSync(dirname(join(to, path)), { recursive: true })
    link(join(root, path), join(to, path))
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('What would be in the container', () => {
  const app = join(root, '.cache', `container-${process.pid}`)
  const data = temporaryFolder()
  const own = temporaryFolder()
  let server: ChildProcess
  let port = 0
  let said = ''

  beforeAll(async () => {
    port = await freePort()
    for (const path of copied)
      if (path === 'node_modules') linkProductionPackages(app)
      else link(join(root, path), join(app, path))
    const [program = '', ...words] = listIn('CMD')
    server = spawn(program === 'node' ? process.execPath : program, words, {
      cwd: app,
      stdio: ['ignore', 'pipe', 'pipe'],
      // The names that the container file sets; the address is this machine's own.
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        SKILLMAP_DATA: data,
        SKILLMAP_PORT: String(port),
        SKILLMAP_ORIGIN: `http://localhost:${port}`,
      },
    })
    for (const stream of [server.stdout, server.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk
      })
  })
  afterAll(() => {
    server.kill('SIGKILL')
    rmSync(app, { recursive: true, force: true })
    for (const folder of [data, own]) rmSync(folder, { recursive: true, force: true })
  })

  /** As the container's own check of health does it. */
  const isHealthy = async () => {
    const [program = '', ...words] = listIn('HEALTHCHECK')
    const check = spawn(program === 'node' ? process.execPath : program, words, {
      cwd: app,
      stdio: 'ignore',
      env: { PATH: process.env.PATH ?? '', SKILLMAP_PORT: String(port) },
    })
    return (await once(check, 'exit'))[0] === 0
  }

  test('starts from the files of the image alone, and its check of health says so', async () => {
    for (let tries = 0; tries < 600 && server.exitCode === null && !(await isHealthy()); tries += 1)
      await sleep(200)
    // What it said is shown where it ended.
    expect(server.exitCode === null ? '' : said).toBe('')
    expect(await isHealthy()).toBe(true)
    const page = await fetch(`http://localhost:${port}/sign-in`)
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ])
  })

  /** A command of somebody in the container, with data of its own; nobody types, but for `typed`. */
  const command = async (words: string[], typed = '') => {
    const child = spawn(process.execPath, ['bin/skillmap.mjs', ...words], {
      cwd: app,
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', SKILLMAP_DATA: own },
    })
    child.stdin.end(typed)
    const read = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (read.out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (read.err += text))
    const [code] = await once(child, 'close')
    return { code, ...read }
  }

  test('reads feedback with what lies in the image', async () => {
    const ran = await command(['decode', 'You explained the design clearly to everybody.', '--json'])
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(JSON.parse(ran.out)).toBeTruthy()
  })

  test('asks beside the results where a program reads them', async () => {
    const ran = await command(['erase', '--json'], 'erase everything\n')
    expect(ran.code).toBe(0)
    expect(ran.err).toContain('To go on, type: erase everything')
    expect(JSON.parse(ran.out)).toHaveProperty('erased')
  })

  test('ends in order when the container is stopped', async () => {
    const signal = image.find((line) => line.startsWith('STOPSIGNAL'))?.split(' ')[1] as NodeJS.Signals
    expect(server.exitCode).toBeNull()
    const ended = once(server, 'exit')
    server.kill(signal)
    expect((await ended)[0]).toBe(0)
  })
})
