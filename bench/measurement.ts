// The measurement engine: how long it takes, how much memory, how near it comes, and beside R where R is installed.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as Person from '../src/core/measurement/measure-person.js'
import type { RatedLevel } from '../src/core/measurement/measure-person.js'
import type * as Together from '../src/core/measurement/measure-together.js'
import type { RatedPerson } from '../src/core/measurement/people-columns.js'
import type * as Defaults from '../src/core/measurement/population.js'
import type * as Fit from '../src/core/measurement/population-fit.js'
import type { RatingColumns } from '../src/core/measurement/rating-columns.js'
import type * as Score from '../src/core/measurement/score-simulation.js'
import type * as Randomness from '../src/core/measurement/seeded-random.js'
import type * as Simulate from '../src/core/measurement/simulate-ratings.js'
import type * as Cases from '../src/core/measurement/simulation-cases.js'
import type * as BuiltIn from '../src/server/built-in-framework.js'
import { fitTable } from './crossed-table.ts'
import type { Figure } from './figure.ts'
import { freshFolder, projectRoot } from './running-server.ts'

const built = (name: string) => new URL(`../core/measurement/${name}.js`, import.meta.url).href
const { defaultPopulationFor } = (await import(built('population'))) as typeof Defaults
const { fitPopulation } = (await import(built('population-fit'))) as typeof Fit
const { addScores, scoreSimulation, summarise } = (await import(built('score-simulation'))) as typeof Score
const { seededRandom } = (await import(built('seeded-random'))) as typeof Randomness
const { simulateRatings } = (await import(built('simulate-ratings'))) as typeof Simulate
const { measurePerson } = (await import(built('measure-person'))) as typeof Person
const { measureTogether, populationFor } = (await import(built('measure-together'))) as typeof Together
const { readBuiltInFramework } = (await import(
  new URL('../server/built-in-framework.js', import.meta.url).href
)) as typeof BuiltIn
const { SIMULATION_CASES } = (await import(built('simulation-cases'))) as typeof Cases

interface LargeRun {
  people: number
  ratings: number
  seconds: number
  processorSeconds: number
  megabytes: number
  iterations: number
  passes: number
  stoppedEarly: boolean
}

function refit(people: number, skills: number): LargeRun {
  const run = spawnSync(
    process.execPath,
    [join(projectRoot, 'build', 'bench', 'large-fit.js'), String(people), String(skills)],
    { encoding: 'utf8' },
  )
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as LargeRun
}

function refits(): Figure[] {
  const team = refit(500, 40)
  const sizes = [refit(1000, 10), refit(10_000, 10), refit(100_000, 10)]
  const large = sizes.at(-1) ?? team
  const steps = sizes
    .map((run) => `${(run.ratings / 1e6).toFixed(2)} M: ${run.seconds.toFixed(2)} s`)
    .join(', ')
  const early = large.stoppedEarly ? '; stopped early' : ''
  return [
    { name: '500 people, 100,000 ratings: refit', value: team.seconds, unit: 's', target: 1 },
    {
      name: '100,000 people, 5 million ratings: refit',
      value: large.seconds,
      unit: 's',
      target: 20,
      note: `${large.iterations} iterations, ${large.passes} passes of conjugate gradients${early}; ${large.processorSeconds.toFixed(1)} s of processor time`,
    },
    {
      name: '… memory of the process at its highest',
      value: large.megabytes,
      unit: 'MB',
      target: 400,
      note: 'Node itself and the simulation included',
    },
    {
      name: '… growth from 50,000 ratings to 5 million, log-log slope',
      value: slope(sizes),
      unit: '',
      target: 1.1,
      note: `${steps}; below 0.9 would be suspect too`,
    },
  ]
}

/** Least squares of log seconds on log ratings. */
function slope(runs: readonly LargeRun[]): number {
  const x = runs.map((run) => Math.log(run.ratings))
  const y = runs.map((run) => Math.log(run.seconds))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const top = x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? my) - my), 0)
  return top / x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
}

const R_SCRIPT = `suppressMessages(library(lme4)); data(InstEval)
write.csv(InstEval, commandArgs(TRUE)[1], row.names = FALSE, quote = FALSE)
t <- system.time(m <- lmer(y ~ service + (1 | s) + (1 | d) + (1 | dept), InstEval))
v <- as.data.frame(VarCorr(m))
cat(format(c(t[["elapsed"]], REMLcrit(m), v$vcov, fixef(m)), digits = 15, trim = TRUE))`

/** InstEval ships with lme4: 73,421 ratings of 1,128 lecturers by 2,972 students, 14 departments, service yes or no. */
function besideR(): Figure {
  const name = '73,421 crossed ratings (InstEval), REML'
  const folder = freshFolder()
  try {
    const file = join(folder.path, 'insteval.csv')
    const script = join(folder.path, 'insteval.R')
    writeFileSync(script, R_SCRIPT)
    const run = spawnSync('Rscript', [script, file], { encoding: 'utf8' })
    if (run.status !== 0) {
      return { name, value: null, unit: 's', target: 6.5, note: 'needs R with lme4, which has the data' }
    }
    const [seconds = 0, criterion = 0, ...reference] = run.stdout.trim().split(/\s+/).map(Number)
    const fit = fitTable({
      file,
      response: 'y',
      crossed: ['s', 'd', 'dept'],
      fixed: ['service'],
      method: 'REML',
      ordinal: null,
    })
    const found = [...Object.values(fit.variances), ...fit.fixed.map((one) => one.estimate)]
    const worst = Math.max(...found.map((value, i) => Math.abs(value / (reference[i] ?? Number.NaN) - 1)))
    const note = `lme4 ${seconds.toFixed(1)} s; largest relative difference ${worst.toExponential(1)}, criterion ${(fit.criterion - criterion).toFixed(4)} from R's`
    return { name, value: fit.seconds, unit: 's', target: Math.round(50 * seconds) / 100, note }
  } finally {
    folder.remove()
  }
}

/** Person-and-skill pairs for each world. */
const PAIRS = 120_000

function simulations(): Figure[] {
  return SIMULATION_CASES.flatMap(({ name, design, world, misfit, coverage, gain }): Figure[] => {
    const runs = Math.ceil(PAIRS / (design.people * design.skills))
    const scores = Array.from({ length: runs }, (_, run) => {
      const { columns, truth } = simulateRatings(design, world, seededRandom(5000 + run), misfit)
      const fit = fitPopulation(columns, defaultPopulationFor(5))
      if (!fit.ok) throw new Error(fit.failure.kind)
      return scoreSimulation(columns, truth, fit.value)
    })
    const total = summarise(addScores(scores))
    const note = `${runs} organisations; error ${total.rmse.toFixed(3)}, mean of all ratings ${total.rmseOfMean.toFixed(3)}`
    return [
      {
        name: `80 % ranges that miss, ${name}`,
        value: 100 * (1 - total.coverage),
        unit: '%',
        target: Math.round(100 * (1 - coverage[0])),
        note: `at least ${Math.round(100 * (1 - coverage[1]))} % should; ${note}`,
      },
      ...(gain === null
        ? []
        : [
            {
              name: '… error as a share of that of the mean of all ratings',
              value: (100 * total.rmse) / total.rmseOfMean,
              unit: '%',
              target: Math.round(100 * (1 - gain)),
            },
          ]),
    ]
  })
}

/** From what the store gives to the level of one person, as a page asks for it after a rating was changed. */
async function together(): Promise<Figure> {
  const framework = (await readBuiltInFramework(join(projectRoot, 'frameworks', 'skillmap'))).framework
  const skills = framework.skills.filter((skill) => !skill.private).map((skill) => skill.id)
  const design = {
    people: 500,
    teamSize: 8,
    peers: 3,
    crossing: 0.3,
    skills: 40,
    domains: 8,
    missing: 0,
    mean: 2.5,
  }
  const people = ratedPeople(
    simulateRatings(design, defaultPopulationFor(5), seededRandom(1)).columns,
    skills,
  )
  const now = '2026-11-26T09:00:00.000Z'
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    const all = measureTogether(framework, people)
    const [one] = people
    if (all === null || one === undefined) throw new Error('Nobody was measured together.')
    measurePerson({
      framework,
      ratings: one.ratings,
      sealed: [],
      population: populationFor(all, one.id),
      now,
    })
    return performance.now() - begun
  })
  return {
    name: '500 people, 100,000 ratings: read, fitted together, one person measured',
    value: (times.toSorted((a, b) => a - b)[2] ?? 0) / 1000,
    unit: 's',
    target: 1,
  }
}

function ratedPeople(columns: RatingColumns, skills: readonly string[]): RatedPerson[] {
  const people = Array.from({ length: columns.people }, (_, p) => ({
    id: `p${p}`,
    ratings: [] as RatedLevel[],
  }))
  for (let row = 0; row < columns.person.length; row += 1) {
    const code = columns.code[row] ?? 0
    const kind = columns.kind[row] === 0 ? 'self' : columns.kind[row] === 1 ? 'manager' : 'peer'
    people[columns.person[row] ?? 0]?.ratings.push({
      skill: skills[columns.skill[row] ?? 0] ?? '',
      level: Math.floor(code / 2),
      approaching: code % 2 === 1,
      ratedAt: '2026-09-30T00:00:00.000Z',
      ...(kind === 'self' ? {} : { rater: { id: `p${columns.rater[row]}`, kind } }),
    })
  }
  return people
}

export async function measureEngine(): Promise<Figure[]> {
  return [...refits(), await together(), besideR(), ...simulations()]
}
