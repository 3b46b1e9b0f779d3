// The command line: what it prints, what it saves and how it fails, against data of its own.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandLine } from '../../tests/command-line.ts'
import { templateFile, temporaryFolder } from '../../tests/test-store.ts'
import { type RunningServer, startServer } from '../server/main.ts'
import { saveServerFile } from '../server/serving/server-file.ts'
import { startOf, thisProcess } from '../store/engine/process-identity.ts'
import { commandNames } from './command-list.ts'

const { dataDir, nowhere, run, withoutData } = commandLine()

describe('help', () => {
  test('lists every command, and each has a usage line and an example', async () => {
    const list = await run('--help')
    for (const name of commandNames) {
      expect(list.out).toContain(`  ${name}`)
      const help = await run(`${name} --help`)
      expect([help.code, help.err]).toEqual([0, ''])
      expect(help.out).toContain(`Usage: skillmap ${name}`)
      expect(help.out).toMatch(/Examples:\n {2}\S/)
    }
  })

  test.each([
    ['focsu', 'Did you mean “focus”?'],
    ['juggle', 'skillmap --help'],
    ['focus --too ST', 'Did you mean “--to”?'],
    ['role', 'Usage: skillmap role <role>'],
    ['role a b', 'Usage: skillmap role <role>'],
    ['start --port http', '--port takes a number'],
    ['assess --count many', '--count takes a whole number'],
    ['export --format pdf', '--format takes json or markdown'],
  ])('“skillmap %s” is not understood: exit code 2 and a hint', async (line, hint) => {
    const ran = await run(line, withoutData)
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain(hint)
  })
})

describe('without any data', () => {
  test('focus names what is worth most on the way, with the reason', async () => {
    const ran = await run('focus --from senior-engineer --to staff-engineer', withoutData)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('Written communication')
    expect(ran.out).toContain('Practise in this order')
    expect(existsSync(nowhere)).toBe(false)
  })

  test('plan orders quarters with reasons and says when half of people would be there', async () => {
    const ran = await run('plan --from senior-engineer --to staff-engineer --prove', withoutData)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('A plan from senior engineer towards staff engineer')
    expect(ran.out).toMatch(/Before visibility of work/)
    expect(ran.out).toContain('This week')
    expect(ran.out).toContain('Half of people like this would')
    expect(ran.out).toContain('What would change this')
    expect(ran.out).toMatch(/Proven: |No proof/)
    expect(ran.out).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('plan as JSON keeps pins and leaves out what was left out, for two roles', async () => {
    const line = 'plan --from SE --to ST,engineering-manager --pin software-craft --without delegation --json'
    const ran = await run(line, withoutData)
    const { plan, forecasts, readiness } = JSON.parse(ran.out)
    expect(plan.steps[0].skill).toBe('software-craft')
    expect(JSON.stringify(plan.steps)).not.toContain('delegation')
    expect([forecasts.length, readiness.length]).toEqual([2, 2])
    const none = await run('plan --from SE --to ST --hours 0', withoutData)
    expect(none.out).toContain('No hours are given')
  })

  test('focus as JSON holds the parts of each score', async () => {
    const ran = await run('focus --from SE --to ST --all --json', withoutData)
    const { items } = JSON.parse(ran.out) as { items: { score: number; weight: number; gap: number }[] }
    expect(items.length).toBeGreaterThan(5)
    expect(items[0]?.score).toBeGreaterThanOrEqual(items.at(-1)?.score ?? 0)
  })

  test.each(['role staff-engineer', 'skill system-design', 'move SE EM', 'compare SE EM', 'search visible'])(
    '“skillmap %s” answers in words and in JSON',
    async (line) => {
      const words = await run(line, withoutData)
      expect([words.code, words.err]).toEqual([0, ''])
      expect(words.out.length).toBeGreaterThan(200)
      const json = await run(`${line} --json`, withoutData)
      expect(() => JSON.parse(json.out) as unknown).not.toThrow()
      expect(existsSync(nowhere)).toBe(false)
    },
  )

  test.each([
    ['role staf-engineer', 'Did you mean “staff-engineer”?'],
    ['skill mentorin', 'Did you mean “mentoring”?'],
    ['compare SE engineering', 'engineering-manager'],
    ['focus --from SE', '--to'],
    ['plan --from SE --to ST --hours 900', 'numbers from 0 to 60'],
    ['plan --from SE --to ST --pin delegatoin', 'Did you mean “delegation”?'],
    ['skill mentoring --level 9', 'has no level 9'],
    ['search zzzzqqqq', 'Nothing was found'],
  ])('“skillmap %s” fails with exit code 1 and says what was meant', async (line, hint) => {
    const ran = await run(line, withoutData)
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.err).toContain(hint)
  })

  test('tables keep to the width of the terminal, and colours are only for who wants them', async () => {
    const narrow = await run('focus --from SE --to ST', { ...withoutData, width: 70 })
    expect(Math.max(...narrow.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(70)
    expect(narrow.out).not.toContain('\u001b')
    const coloured = await run('focus --from SE --to ST', { ...withoutData, colour: true })
    expect(coloured.out).toContain('\u001b[1m')
  })
})

describe('diff', () => {
  const folder = join(dataDir, 'next-version')
  const edit = (path: string, change: (text: string) => string) => {
    const text = readFileSync(join(folder, path), 'utf8')
    writeFileSync(join(folder, path), change(text))
  }

  beforeAll(() => {
    cpSync('tests/frameworks/small', folder, { recursive: true })
    edit('expectations.csv', (text) => text.replace(/,1(,|$)/m, ',2$1'))
  })

  test('says what changed between two folders, without any data', async () => {
    const ran = await run(['diff', 'tests/frameworks/small', folder], { ...withoutData, width: 200 })
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('One expectation rose, in one role.')
    expect(ran.out).toMatch(
      /What roles ask for\n {2}- .+ asks for more .+: level 1, .+ before, level 2, .+ now\./,
    )
    expect((await run(['diff', folder, folder], withoutData)).out).toContain('Nothing changed.')
  })

  test('says the same as JSON, each change with its sentence', async () => {
    const ran = await run(['diff', folder, 'tests/frameworks/small', '--json'], withoutData)
    expect(JSON.parse(ran.out)).toMatchObject({
      summary: ['One expectation fell, in one role.'],
      changes: [{ kind: 'expectation-lowered', sentence: expect.stringContaining('asks for less') }],
    })
  })

  test('compares files of every kind that an import reads, and says what could not be read', async () => {
    const file = (as: string) => join(dataDir, `small.${as}`)
    for (const as of ['xlsx', 'json', 'csv']) {
      const written = await run(
        ['export-framework', 'tests/frameworks/small', '--as', as, '--out', file(as)],
        withoutData,
      )
      expect(written.code, written.err).toBe(0)
    }
    for (const as of ['xlsx', 'json']) {
      const same = await run(['diff', 'tests/frameworks/small', file(as)], withoutData)
      expect([same.code, same.out.includes('Nothing changed.')], as).toEqual([0, true])
    }
    const changed = await run(['diff', file('xlsx'), folder], withoutData)
    expect(changed.out).toContain('One expectation rose, in one role.')
    writeFileSync(file('csv'), readFileSync(file('csv'), 'utf8').replace(',3,Teaching,', ',many,Teaching,'))
    const partly = await run(['diff', 'tests/frameworks/small', file('csv')], { ...withoutData, width: 200 })
    expect(partly.out).toContain(`One part of ${file('csv')} could not be read`)
  })

  test('compares with what is stored, and says so where nothing is meant', async () => {
    const ran = await run('diff skillmap frameworks/skillmap')
    expect([ran.code, ran.out.includes('Nothing changed.')]).toEqual([0, true])
    const wrong = await run(['diff', 'skillmap', 'nowhere'])
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('nowhere')])
    const noFramework = await run(['diff', 'package.json', 'skillmap'])
    expect([noFramework.code, noFramework.err]).toEqual([1, expect.stringContaining('holds no framework')])
  })
})

describe('with data of one’s own, and no server', () => {
  test('assess asks, saves each answer and goes on where it stopped', async () => {
    const typed = ['y', 'n', '?', 'q']
    const first = await run('assess --role SE --to ST --count 3', { typed })
    expect([first.code, first.err]).toEqual([0, ''])
    expect(first.out).toContain('1 of 3: Problem framing')
    expect(first.out).toContain('Saved: level 2')
    expect(first.out).toContain('One letter, please')
    expect(first.out).toContain('Saved 1 of 3.')
    const second = await run('assess --to ST --count 3 --json', { typed: ['s'] })
    // The questions stand beside the results, which a program reads.
    expect(second.err).toContain('1 of 3')
    expect(JSON.parse(second.out)).toMatchObject([{ skill: 'written-communication', reason: 'cannot-tell' }])
  })

  test('start refuses to listen to the network, and says why', async () => {
    const ran = await run('start', { env: { SKILLMAP_HOST: '0.0.0.0' } })
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/^Skillmap answers on this computer only/)
  })

  test('open says that nothing runs, and how to start', async () => {
    const ran = await run('open')
    expect([ran.code, ran.err]).toEqual([1, 'Skillmap is not running. Start it with: skillmap start\n'])
  })

  test('doctor finds everything in order, and says what is not', async () => {
    const ran = await run('doctor')
    expect([ran.code, ran.err]).toEqual([0, ''])
    for (const what of ['Node', 'Build', 'Framework', 'Data folder', 'Free space', 'Database', 'Backups']) {
      expect(ran.out).toContain(`${what}: `)
    }
    const newer = temporaryFolder()
    writeFileSync(join(newer, 'format.json'), '{"skillmapDataFormat": 99, "engine": "postgres-18"}')
    const broken = await run('doctor', { env: { SKILLMAP_DATA: newer } })
    expect(broken.code).toBe(1)
    expect(broken.out).toContain('PROBLEM  Data format: 99')
    rmSync(newer, { recursive: true, force: true })
  })
})

describe('where a program reads the results', () => {
  test('seed says in JSON what it wrote, and how far it was beside it', async () => {
    const folder = temporaryFolder()
    const ran = await run('seed --people 3 --json', { env: { SKILLMAP_DATA: folder } })
    rmSync(folder, { recursive: true, force: true })
    expect([ran.code, JSON.parse(ran.out)]).toEqual([0, { orgId: expect.any(String), people: 3 }])
    expect(ran.err).toContain('3 of 3 people')
  })
})

describe('after a server was killed', () => {
  let asked: string[]
  let stranger: Server
  let folder: string

  beforeAll(async () => {
    asked = []
    stranger = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.end('{"status":"ok"}')
    })
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
    folder = temporaryFolder()
    const child = spawn(process.execPath, ['-e', ''])
    const identity = { ...thisProcess(), pid: child.pid ?? 0, processStart: startOf(child.pid ?? 0) }
    await new Promise((resolve) => child.on('exit', resolve))
    const address = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`
    saveServerFile(folder, { address, secret: 'not for others', isTeam: false, ...identity })
  })

  afterAll(() => {
    stranger.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('whoever listens at its address since is not asked, and nothing is sent there', async () => {
    const env = { SKILLMAP_DATA: folder, SKILLMAP_TEMPLATE: await templateFile() }
    expect((await run(['log', 'For me alone', '--json'], { env })).code).toBe(0)
    expect(asked).toEqual([])
    expect((await run('log --list', { env })).out).toContain('For me alone')
  })
})

describe('while a server holds the data', () => {
  let server: RunningServer

  beforeAll(async () => {
    server = await startServer({ dataDir, port: 0, webRoot: null, templateFile: await templateFile() })
  })

  afterAll(async () => {
    await server.stop()
  })

  test('open and start give a fresh link that lets a browser in', async () => {
    const { url } = JSON.parse((await run('open --json')).out) as { url: string }
    expect(url.startsWith(`${server.url}/launch?token=`)).toBe(true)
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303)
    expect((await run('start')).out).toContain('is running already')
    expect((await run('doctor')).out).toContain(`running at ${server.url}`)
  })

  test('focus uses what was said, and what is said again', async () => {
    const again = await run('assess --skill problem-framing', { typed: ['b', 'n', 'y'] })
    expect(again.out).toContain('Saved: level 1')
    const ran = await run('focus --to ST --json')
    const { from, items } = JSON.parse(ran.out) as { from: string; items: { skill: string; now: number }[] }
    expect(from).toBe('senior-engineer')
    expect(items.find((item) => item.skill === 'problem-framing')).toMatchObject({ now: 1, assumed: false })
  })

  test('export writes a file that only its owner reads, never over another, and import takes it back', async () => {
    const file = join(dataDir, 'mine.json')
    expect((await run(['export', '--out', file])).code).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const again = await run(['export', '--out', file])
    expect([again.code, again.err]).toEqual([1, `${file} was not written: it exists already.\n`])
    const taken = await run(['import', file, '--json'])
    expect(JSON.parse(taken.out)).toMatchObject({ added: { assessments: 0 }, kept: { assessments: 1 } })
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -100))
    const broken = await run(['import', file])
    expect(broken.code).toBe(1)
    expect(broken.err).toContain('Reading stopped')
    expect((await run('export --format markdown')).out).toContain('### Problem framing')
  })

  test('backups are taken, listed and put back after a word of confirmation', {
    timeout: 180_000,
  }, async () => {
    const { name } = JSON.parse((await run('backup --json')).out) as { name: string }
    expect((await run('backup --list')).out).toContain(name)
    const refused = await run(`restore ${name}`, { typed: ['yes'] })
    expect([refused.code, refused.err]).toEqual([1, 'Nothing was done.\n'])
    expect((await run(`restore ${name} --confirm restore`)).out).toBe(`Restored: ${name}\n`)
    expect((await run('restore nothing --confirm restore')).err).toContain('no backup')
  })

  test('erase needs its words, and leaves nothing', async () => {
    const refused = await run('erase', { typed: ['yes'] })
    expect([refused.code, refused.err]).toEqual([1, 'Nothing was done.\n'])
    const done = await run(['erase', '--confirm', 'erase everything'])
    expect(done.out).toMatch(/assessment +1\n/)
    expect((await run('focus --to ST')).err).toContain('Your role is not known yet')
  })
})

describe('where the data are a team’s', () => {
  test('doctor finds them in order, with the server and without, and offers no backup', async () => {
    const folder = temporaryFolder()
    const env = { SKILLMAP_DATA: folder }
    const team = { origin: 'http://localhost:1' }
    const server = await startServer({
      dataDir: folder,
      port: 0,
      webRoot: null,
      templateFile: await templateFile(),
      team,
    })
    const running = await run('doctor', { env })
    await server.stop()
    const stopped = await run('doctor', { env })
    rmSync(folder, { recursive: true, force: true })
    expect([running.code, running.out]).toEqual([
      0,
      expect.stringContaining('Database: answers; it holds a team'),
    ])
    expect([stopped.code, stopped.out]).toEqual([0, expect.stringContaining('skillmap serve --team')])
    expect(running.out + stopped.out).not.toContain('restore')
  })
})
