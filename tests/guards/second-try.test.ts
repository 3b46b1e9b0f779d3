// A file that failed is run once more before the verdict, and nothing else is ever forgiven.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  countRun,
  failuresOf,
  filesToTryAgain,
  type RunReport,
  withSecondTry,
} from '../../scripts/second-try.mjs'

const ROOT = '/project'
const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** Files by path, each with the states of its tests. */
function reportOf(files: Record<string, string[]>): RunReport {
  return {
    unhandledErrors: 0,
    testResults: Object.entries(files).map(([path, states]) => ({
      name: `${ROOT}/${path}`,
      status: states.includes('failed') ? 'failed' : 'passed',
      message: '',
      assertionResults: states.map((status, index) => ({
        fullName: `${path} ${index + 1}`,
        status,
        failureMessages: status === 'failed' ? ['Expected 1\nbut got 2'] : [],
      })),
    })),
  }
}

/** A file that broke before any of its tests ran. */
function broken(path: string): RunReport {
  return {
    unhandledErrors: 0,
    testResults: [
      { name: `${ROOT}/${path}`, status: 'failed', message: 'no such module\nat 1', assertionResults: [] },
    ],
  }
}

const again = (report: RunReport, areCasesDrawn = false) =>
  filesToTryAgain(report, { root: ROOT, areCasesDrawn })

describe('a second try', () => {
  it('is for the files in which something failed, and no others', () => {
    expect(again(reportOf({ 'a.test.ts': ['passed'], 'b.test.ts': ['passed', 'failed'] }))).toEqual([
      'b.test.ts',
    ])
    expect(again(reportOf({ 'a.test.ts': ['passed'] }))).toEqual([])
    expect(again(broken('c.test.ts'))).toEqual(['c.test.ts'])
  })

  it('is not made where the second time other cases would be drawn', () => {
    expect(again(reportOf({ 'a.test.ts': ['failed'] }), true)).toEqual([])
  })

  it('is not made where an error was caught by nobody, which Vitest itself counts', () => {
    const report = reportOf({ 'a.test.ts': ['failed'] })
    expect(again({ ...report, unhandledErrors: 1 })).toEqual([])
    const root = mkdtempSync(join(tmpdir(), 'skillmap-unhandled-'))
    const counted = join(root, 'counted')
    writeFileSync(
      join(root, 'a.test.mjs'),
      `test('fails', async () => {
  Promise.reject(new Error('nobody catches this'))
  await new Promise((done) => setTimeout(done, 20))
  expect(1).toBe(2)
})
`,
    )
    const vitest = join(PROJECT, 'node_modules', 'vitest', 'vitest.mjs')
    const reporter = `--reporter=${join(PROJECT, 'scripts', 'unhandled-errors.mjs')}`
    const environment = { ...process.env, SKILLMAP_UNHANDLED_ERRORS: counted }
    spawnSync(process.execPath, [vitest, 'run', '--globals', '--root', root, reporter], { env: environment })
    const found = readFileSync(counted, 'utf8')
    rmSync(root, { recursive: true })
    expect(found).toBe('1')
  })

  it('is not made where so much fails that it is no accident', () => {
    const files = (count: number) =>
      reportOf(
        Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.test.ts`, ['failed']])),
      )
    expect(again(files(5))).toHaveLength(5)
    expect(again(files(6))).toEqual([])
  })

  it('counts in place of the first for its own files, and the others keep their verdict', () => {
    const first = reportOf({ 'a.test.ts': ['passed', 'passed'], 'b.test.ts': ['failed', 'passed'] })
    const mended = withSecondTry(first, reportOf({ 'b.test.ts': ['passed', 'passed'] }))
    expect(countRun('journeys', mended, 0)).toEqual({ passed: 4, failed: 0, failures: [] })
    const failedTwice = withSecondTry(first, reportOf({ 'b.test.ts': ['failed', 'passed'] }))
    expect(countRun('journeys', failedTwice, 1)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('that does not run what failed leaves the failure where it was', () => {
    const first = reportOf({ 'a.test.ts': ['passed'], 'b.test.ts': ['failed'] })
    const run = countRun('journeys', withSecondTry(first, reportOf({ 'c.test.ts': ['passed'] })), 0)
    expect(run).toMatchObject({ passed: 2, failed: 1 })
  })
})

describe('the count of a run', () => {
  it('names what failed with the first line of what it said', () => {
    expect(failuresOf('rooms', reportOf({ 'a.test.ts': ['passed', 'failed'] }))).toEqual([
      'rooms: a.test.ts 2\n        Expected 1',
    ])
    expect(failuresOf('rooms', broken('c.test.ts'))).toEqual(['rooms: no such module'])
  })

  it('takes a test that did not run for failed', () => {
    expect(countRun('rooms', reportOf({ 'a.test.ts': ['passed', 'skipped', 'todo'] }), 0)).toMatchObject({
      passed: 1,
      failed: 2,
    })
  })

  it('takes a run without tests for failed, and one that ended badly though every test passed', () => {
    expect(countRun('rooms', reportOf({}), 0).failed).toBe(1)
    expect(countRun('rooms', reportOf({ 'a.test.ts': ['passed'] }), 1).failed).toBe(1)
  })
})
