// `npm test`: every check that CI runs, one after the other, with one line of totals at the end.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, isInstalled, projectRoot, requireNode, stepPrinter } from './bootstrap.mjs'
import { writeProofs } from './write-proofs.mjs'

const release = process.argv.includes('--release')
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const reports = join(projectRoot, '.cache', 'reports')
const bin = (path) => join(projectRoot, 'node_modules', path)
const proofs = join(reports, 'proofs.jsonl')
const totals = { passed: 0, failed: 0 }
const failures = []

function run(arguments_, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, arguments_, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        SKILLMAP_VOLUME: release ? 'release' : 'ci',
        ...(release ? { SKILLMAP_PROOFS: proofs, SKILLMAP_SEED: 'random' } : {}),
        ...environment,
      },
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function count(name, passed) {
  totals[passed ? 'passed' : 'failed'] += 1
  if (!passed) failures.push(name)
}

/** One command, counted as one check. */
async function check(name, arguments_) {
  count(name, (await run(arguments_)) === 0)
}

/** A run of Vitest, counted test by test. A skipped test, or a run without tests, counts as a failure. */
async function tests(name, arguments_, environment) {
  const report = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`)
  rmSync(report, { force: true })
  const code = await run(
    [
      bin('vitest/vitest.mjs'),
      'run',
      ...arguments_,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    environment,
  )
  if (!existsSync(report)) return count(`${name}: the run ended without a report`, false)
  const { testResults, ...counts } = JSON.parse(readFileSync(report, 'utf8'))
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = counts
  const skipped = numPendingTests + numTodoTests
  totals.passed += numPassedTests
  totals.failed += numFailedTests + skipped
  for (const { assertionResults } of testResults) {
    for (const one of assertionResults) if (one.status === 'failed') failures.push(sayFailure(name, one))
  }
  if (skipped > 0) failures.push(`${name}: ${skipped} skipped, and no test may be`)
  if (numPassedTests === 0 || (code !== 0 && numFailedTests === 0)) count(`${name}: exit code ${code}`, false)
}

/** Said again at the very end, where a reader of a long log looks first. */
function sayFailure(name, { fullName, failureMessages }) {
  return `${name}: ${fullName}\n        ${(failureMessages[0] ?? '').split('\n')[0]}`
}

async function build() {
  const { buildParts, staleParts } = await import('./build.mjs')
  buildParts(staleParts(), (what) => console.log(`      ${what}`))
  count('build', true)
}

/** The suites of the store that hold for any Postgres; locks and fsync are matters of the embedded one. */
const storeSuites = [
  'store',
  'access',
  'row-security',
  'catalogue',
  'own-data',
  'kept-people',
  'backups',
].map((suite) => `src/store/${suite}.test.ts`)

async function onPostgres() {
  const { startPostgres } = await import('./postgres.mjs')
  const postgres = await startPostgres()
  try {
    await tests('API on Postgres', ['--project', 'rooms', 'tests/contracts', ...storeSuites], {
      SKILLMAP_TEST_DATABASE_URL: postgres.url,
    })
  } finally {
    await postgres.stop()
  }
}

async function journeys() {
  const { findBrowser } = await import('./find-browser.mjs')
  await tests('journeys', ['--project', 'journeys'], { CHROME_PATH: findBrowser() })
}

const steps = [
  ['types', 'Types', () => check('types', [bin('typescript/bin/tsc'), '-b'])],
  [
    'lint',
    'Lint and format',
    () => check('lint', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']),
  ],
  ['unused', 'Dead code and dependencies', () => check('unused', [bin('knip/bin/knip.js')])],
  ['build', 'Building', build],
  ['size', 'Size of the first page', () => check('size', ['scripts/size.mjs'])],
  [
    'rooms',
    'Unit, property and API tests on the embedded database',
    () => tests('rooms', ['--project', 'rooms']),
  ],
  ['postgres', 'API and store tests on a real Postgres', onPostgres],
  ['guards', 'Guards, each with a planted violation', () => tests('guards', ['--project', 'guards'])],
  ['journeys', 'Journeys in a real browser', journeys],
]

requireNode()
const chosen = only.length > 0 ? steps.filter(([id]) => only.includes(id)) : steps
const print = stepPrinter(chosen.length + 1)
print(isInstalled() ? 'Packages are installed' : 'Installing the packages named in package-lock.json')
installPackages()
mkdirSync(reports, { recursive: true })
rmSync(proofs, { force: true })
for (const [, title, action] of chosen) {
  print(title)
  try {
    await action()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    count(title, false)
  }
}
if (release) writeProofs(proofs)
for (const failure of failures) console.error(`failed: ${failure}`)
process.exitCode = totals.failed > 0 ? 1 : 0
console.log(`${totals.passed} passed, ${totals.failed} failed`)
