// `npm test`: every check that CI runs, the cheap ones first and side by side, with one line of totals at the end.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, isInstalled, projectRoot, requireNode, stepPrinter } from './bootstrap.mjs'
import { runLanes, runNode } from './lanes.mjs'
import { countRun, failuresOf, filesToTryAgain, withSecondTry } from './second-try.mjs'
import { writeProofs } from './write-proofs.mjs'

const release = process.argv.includes('--release')
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const reports = join(projectRoot, '.cache', 'reports')
const bin = (path) => join(projectRoot, 'node_modules', path)
const proofs = join(reports, 'proofs.jsonl')
const totals = { passed: 0, failed: 0 }
const failures = []
const secondTries = []
/** Whether property tests draw other cases each time. */
const areCasesDrawn = release || process.env.SKILLMAP_SEED === 'random'

function run(arguments_, { live, environment = {} }) {
  const volume = { SKILLMAP_VOLUME: release ? 'release' : 'ci' }
  const ofRelease = release ? { SKILLMAP_PROOFS: proofs, SKILLMAP_SEED: 'random' } : {}
  return runNode(arguments_, { live, environment: { ...volume, ...ofRelease, ...environment } })
}

function count(name, passed) {
  totals[passed ? 'passed' : 'failed'] += 1
  if (!passed) failures.push(name)
  return passed
}

/** One command, counted as one check. */
const check = (name, arguments_) => async (how) => {
  const { code, output } = await run(arguments_, how)
  return { passed: count(name, code === 0), output }
}

/**
 * A run of Vitest, counted test by test. Files in which something failed are run once more by themselves: what passes
 * then has passed, and is named before the totals.
 */
async function tests(name, { projects, files = [], options = [] }, how) {
  const first = await vitest(name, projects, [...options, ...files], how)
  if (first.report === null)
    return { passed: count(`${name}: the run ended without a report`, false), output: first.output }
  const again = filesToTryAgain(first.report, { root: projectRoot, areCasesDrawn })
  if (again.length === 0) return { passed: judge(name, first.report, first.code), output: first.output }
  const second = await vitest(`${name} again`, projects, [...options, ...again], how)
  const output = `${first.output}\n${second.output}`
  if (second.report === null) return { passed: judge(name, first.report, first.code), output }
  const passed = judge(name, withSecondTry(first.report, second.report), second.code)
  if (passed) secondTries.push(...failuresOf(name, first.report))
  return { passed, output }
}

async function vitest(name, projects, arguments_, how) {
  const path = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`)
  const unhandled = path.replace(/json$/, 'unhandled')
  for (const file of [path, unhandled]) rmSync(file, { force: true })
  const where = [...projects.flatMap((project) => ['--project', project]), ...arguments_]
  const counts = `--reporter=${join(projectRoot, 'scripts', 'unhandled-errors.mjs')}`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`, counts]
  const environment = { ...how.environment, SKILLMAP_UNHANDLED_ERRORS: unhandled }
  const { code, output } = await run([bin('vitest/vitest.mjs'), 'run', ...where, ...reporters], {
    ...how,
    environment,
  })
  if (!existsSync(path) || !existsSync(unhandled)) return { code, output, report: null }
  const unhandledErrors = Number(readFileSync(unhandled, 'utf8'))
  return { code, output, report: { ...JSON.parse(readFileSync(path, 'utf8')), unhandledErrors } }
}

function judge(name, report, code) {
  const run = countRun(name, report, code)
  totals.passed += run.passed
  totals.failed += run.failed
  failures.push(...run.failures)
  return run.failed === 0
}

/** The suites of the store that hold for any Postgres: all but those of the embedded engine itself. */
const storeSuites = () =>
  readdirSync(join(projectRoot, 'src', 'store'), { recursive: true })
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith('engine'))
    .map((file) => `src/store/${file.replaceAll('\\', '/')}`)

/** The walk of a whole organisation, the one journey that is walked on both databases. */
const TEAM_WALK = 'tests/journeys/team-walk.test.ts'

async function onPostgres(how) {
  const { startPostgres } = await import('./postgres.mjs')
  const { findBrowser } = await import('./find-browser.mjs')
  const files = ['tests/contracts', 'tests/policy/probes', ...storeSuites(), TEAM_WALK, 'tests/postgres']
  const postgres = await startPostgres()
  try {
    return await tests(
      'API on Postgres',
      { projects: ['rooms', 'journeys', 'postgres'], files },
      {
        ...how,
        environment: { SKILLMAP_TEST_DATABASE_URL: postgres.url, CHROME_PATH: findBrowser() },
      },
    )
  } finally {
    await postgres.stop()
  }
}

async function journeys(how) {
  const { findBrowser } = await import('./find-browser.mjs')
  return tests(
    'journeys',
    { projects: ['journeys'] },
    {
      ...how,
      environment: { CHROME_PATH: findBrowser() },
    },
  )
}

const steps = {
  types: { title: 'Types', action: check('types', [bin('typescript/bin/tsc'), '-b']) },
  build: { title: 'Building', action: check('build', ['scripts/build.mjs']) },
  size: { title: 'Size of the first page', action: check('size', ['scripts/size.mjs']) },
  lint: {
    title: 'Lint and format',
    action: check('lint', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']),
  },
  unused: { title: 'Dead code and dependencies', action: check('unused', [bin('knip/bin/knip.js')]) },
  guards: {
    title: 'Guards, each with a planted violation',
    action: (how) => tests('guards', { projects: ['guards'], options: ['--maxWorkers=1'] }, how),
  },
  rooms: {
    title: 'Unit, property and API tests on the embedded database',
    action: (how) => tests('rooms', { projects: ['rooms'] }, how),
  },
  postgres: { title: 'API, store and an organisation’s walk on a real Postgres', action: onPostgres },
  journeys: { title: 'Journeys in a real browser', action: journeys },
}

/** One stage after the other; a stage of several lanes runs them side by side. Later stages use every processor. */
const stages = [
  [
    ['types', 'build', 'size'],
    ['lint', 'unused', 'guards'],
  ],
  [['rooms']],
  [['postgres']],
  [['journeys']],
]

/** A step that cannot even begin counts as failed, and says why. */
async function attempt({ title, action }, how) {
  try {
    return await action(how)
  } catch (error) {
    return { passed: count(title, false), output: error instanceof Error ? error.message : String(error) }
  }
}

async function runStage(stage, print) {
  const lanes = stage
    .map((ids) => ids.filter((id) => only.length === 0 || only.includes(id)).map((id) => steps[id]))
    .filter((lane) => lane.length > 0)
  const all = lanes.flat()
  if (all.length > 1) {
    const quietly = (step) => ({ title: step.title, run: (how) => attempt(step, how) })
    return runLanes(
      lanes.map((lane) => lane.map(quietly)),
      print,
    )
  }
  for (const step of all) {
    print(step.title)
    const { output } = await attempt(step, { live: true })
    if (output) console.error(output)
  }
}

requireNode()
const unknown = only.filter((id) => steps[id] === undefined)
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(', ')}. The parts: ${Object.keys(steps).join(' ')}`)
  process.exit(1)
}
const print = stepPrinter(1 + (only.length === 0 ? Object.keys(steps).length : new Set(only).size))
print(isInstalled() ? 'Packages are installed' : 'Installing the packages named in package-lock.json')
installPackages()
mkdirSync(reports, { recursive: true })
rmSync(proofs, { force: true })
for (const stage of stages) await runStage(stage, print)
if (release) writeProofs(proofs)
for (const failure of secondTries) console.error(`passed at the second try: ${failure}`)
for (const failure of failures) console.error(`failed: ${failure}`)
process.exitCode = totals.failed > 0 ? 1 : 0
console.log(`${totals.passed} passed, ${totals.failed} failed`)
