// The engine against R: variance components, likelihoods and single effects of lme4 and ordinal, on data of our own and on published data where they lie beside the project.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CrossedData } from '../../src/core/measurement/crossed-data.ts'
import { type CrossedGaussianFit, fitCrossedGaussian } from '../../src/core/measurement/crossed-gaussian.ts'
import {
  type CrossedOrdinalFit,
  fitCrossedOrdinal,
  type OrdinalOptions,
} from '../../src/core/measurement/crossed-ordinal.ts'
import { factorOf, numbersOf, readTable, type Table } from './read-table.ts'

const own = join(import.meta.dirname, 'data')
const published = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'ratings')

interface OwnFit {
  name: string
  data: string
  kind: 'gaussian' | 'ordinal'
  method: 'REML' | 'ML'
  link: OrdinalOptions['link']
  threshold: OrdinalOptions['thresholds']
  random: string[]
  fixed: string[]
  variances: Record<string, number>
  coefficients: number[]
  errors: number[]
  criterion: number
  thresholds: number[]
  logLikelihood: number
  modes: Record<string, Record<string, [number, number]>>
}

const results = JSON.parse(readFileSync(join(own, 'results.json'), 'utf8')) as { fits: OwnFit[] }

function dataOf(table: Table, random: readonly string[], fixed: readonly string[]): CrossedData {
  return {
    random: random.map((name) => factorOf(table, name)),
    fixed: fixed.map((name) => factorOf(table, name)),
  }
}

function gaussian(data: CrossedData, response: Float64Array, method?: 'REML' | 'ML'): CrossedGaussianFit {
  const fit = fitCrossedGaussian(data, response, method)
  if (!fit.ok) throw new Error(fit.failure.kind)
  expect(fit.value.stoppedEarly).toBe(false)
  return fit.value
}

function ordinal(data: CrossedData, answers: Int32Array, options: OrdinalOptions): CrossedOrdinalFit {
  const fit = fitCrossedOrdinal(data, answers, options)
  if (!fit.ok) throw new Error(fit.failure.kind)
  expect(fit.value.stoppedEarly).toBe(false)
  return fit.value
}

/** The passing mark for variances: within 0.1 %, or 1e-5. */
function expectVariance(found: number | undefined, reference: number): void {
  expect(Math.abs((found ?? Number.NaN) - reference)).toBeLessThanOrEqual(Math.max(1e-3 * reference, 1e-5))
}

const within = (found: number, reference: number, mark: number) =>
  expect(Math.abs(found - reference)).toBeLessThanOrEqual(mark)

/** Answers numbered from 0, as clmm numbers the levels that occur. */
function answersOf(table: Table, name: string): Int32Array {
  const factor = factorOf(table, name)
  return factor.index
}

describe('normal ratings, crossed', () => {
  const fits = results.fits.filter((fit) => fit.kind === 'gaussian')

  test.each(fits.map((fit) => [fit.name, fit] as const))('%s: as lme4 finds it', (_, reference) => {
    const table = readTable(join(own, reference.data))
    const data = dataOf(table, reference.random, reference.fixed)
    const fit = gaussian(data, numbersOf(table, 'y'), reference.method)
    within(fit.criterion, reference.criterion, 0.01)
    for (const [f, name] of reference.random.entries()) {
      expectVariance(fit.variances[f], reference.variances[name] ?? Number.NaN)
      for (const [at, level] of (data.random[f]?.levels ?? []).entries()) {
        const [mean, sd] = reference.modes[name]?.[level] ?? [Number.NaN, Number.NaN]
        within(fit.modes[f]?.mean[at] ?? Number.NaN, mean, 1e-3)
        within(fit.modes[f]?.sd[at] ?? Number.NaN, sd, 1e-3)
      }
    }
    expectVariance(fit.variances[reference.random.length], reference.variances.Residual ?? Number.NaN)
    for (const [i, estimate] of reference.coefficients.entries()) {
      within(fit.fixed[i]?.estimate ?? Number.NaN, estimate, 1e-3)
      within(fit.fixed[i]?.standardError ?? Number.NaN, reference.errors[i] ?? Number.NaN, 1e-3)
    }
  })

  test('the order of the rows does not matter', () => {
    const table = readTable(join(own, 'sparse.csv'))
    const turned = { ...table, column: (name: string) => table.column(name).toReversed() }
    const [a, b] = [table, turned].map((one) =>
      gaussian(dataOf(one, ['person', 'rater'], []), numbersOf(one, 'y')),
    )
    within(a?.criterion ?? 0, b?.criterion ?? 1, 1e-8)
    within(a?.variances[0] ?? 0, b?.variances[0] ?? 1, 1e-6)
  })
})

describe('ordered ratings, crossed', () => {
  const fits = results.fits.filter((fit) => fit.kind === 'ordinal')

  test.each(fits.map((fit) => [fit.name, fit] as const))('%s: as ordinal finds it', (_, reference) => {
    const table = readTable(join(own, reference.data))
    const data = dataOf(table, reference.random, reference.fixed)
    const options = { link: reference.link, thresholds: reference.threshold }
    const fit = ordinal(data, answersOf(table, 'level'), options)
    within(fit.logLikelihood, reference.logLikelihood, 0.01)
    for (const [i, estimate] of reference.coefficients.entries()) {
      within(fit.fixed[i]?.estimate ?? Number.NaN, estimate, 5e-3)
    }
    const [first = 0, spacing = 0] = reference.thresholds
    for (const [j, threshold] of fit.thresholds.entries()) {
      const wanted = reference.threshold === 'flexible' ? reference.thresholds[j] : first + j * spacing
      within(threshold, wanted ?? Number.NaN, 5e-3)
    }
    for (const [f, name] of reference.random.entries()) {
      within(
        fit.variances[f] ?? Number.NaN,
        reference.variances[name] ?? Number.NaN,
        5e-3 * Math.max(1, reference.variances[name] ?? 1),
      )
    }
  })

  test('with bounds at half-levels, noise in levels is one over the spacing', () => {
    // The data were drawn with noise .7, people .8 and raters .4.
    const table = readTable(join(own, 'ordinal.csv'))
    const fit = ordinal(dataOf(table, ['person', 'rater'], ['when']), answersOf(table, 'level'), {
      link: 'probit',
      thresholds: 'equidistant',
    })
    const noise = 1 / (fit.spacing ?? Number.NaN)
    within(noise, 0.7, 0.1)
    within(Math.sqrt(fit.variances[0] ?? 0) * noise, 0.8, 0.2)
    within(Math.sqrt(fit.variances[1] ?? 0) * noise, 0.4, 0.15)
  })
})

describe('a factor without any effect', () => {
  test('gets the variance 0, and the residual all there is', () => {
    const index = Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3)
    const factor = { name: 'group', levels: ['a', 'b', 'c', 'd'], index }
    const fit = gaussian({ random: [factor], fixed: [] }, Float64Array.of(1, 2, 2, 1, 1, 2, 2, 1))
    expect(fit.variances[0]).toBe(0)
    expect(fit.variances[1]).toBeCloseTo(2 / 7, 6)
    expect(fit.modes[0]?.mean.every((mean) => Math.abs(mean) < 1e-6)).toBe(true)
  })
})

describe('data that cannot be fitted', () => {
  const one = { name: 'a', levels: ['x', 'y'], index: Int32Array.of(0, 1, 0, 1) }

  test('are refused with a reason', () => {
    const kind = (result: ReturnType<typeof fitCrossedGaussian>) =>
      result.ok ? 'fitted' : result.failure.kind
    expect(kind(fitCrossedGaussian({ random: [], fixed: [] }, new Float64Array(0)))).toBe('no-rows')
    expect(kind(fitCrossedGaussian({ random: [one], fixed: [] }, Float64Array.of(1, 1, 1, 1)))).toBe(
      'no-variation',
    )
    expect(kind(fitCrossedGaussian({ random: [one], fixed: [] }, Float64Array.of(1, Number.NaN, 1, 2)))).toBe(
      'not-a-number',
    )
    const twice = { ...one, name: 'b' }
    const other = { name: 'c', levels: ['p', 'q'], index: Int32Array.of(0, 0, 1, 1) }
    expect(
      kind(fitCrossedGaussian({ random: [other], fixed: [one, twice] }, Float64Array.of(1, 2, 3, 5))),
    ).toBe('overlapping-fixed-effects')
  })
})

/** The published sets are GPL and not part of the project; where they lie beside it, the marks hold for them too. */
const checkPublished = () => {
  interface PublishedFit {
    name: string
    method: 'REML' | 'ML'
    varcomp: { group: string; variance: number }[]
    minus2loglik: number
    loglik: number
    thresholds: Record<string, number>
    beta: Record<string, number>
  }
  const fitsOf = (file: string) =>
    (JSON.parse(readFileSync(join(published, file), 'utf8')) as { fits: PublishedFit[] }).fits
  const varianceIn = (fit: PublishedFit, group: string) =>
    fit.varcomp.find((one) => one.group === group)?.variance ?? Number.NaN

  test('Penicillin, by REML and ML, to each plate and sample', () => {
    const table = readTable(join(published, 'penicillin.csv'))
    const data = dataOf(table, ['plate', 'sample'], [])
    for (const reference of fitsOf('penicillin_results.json')) {
      const fit = gaussian(data, numbersOf(table, 'diameter'), reference.method)
      within(fit.criterion, reference.minus2loglik, 0.01)
      for (const [f, name] of ['plate', 'sample', 'Residual'].entries()) {
        expectVariance(fit.variances[f], varianceIn(reference, name))
      }
      if (reference.method === 'REML') expectModes(data, fit, 'penicillin_blups_reml.csv')
    }
  })

  function expectModes(data: CrossedData, fit: CrossedGaussianFit, file: string): void {
    let compared = 0
    for (const row of readTable(join(published, file)).rows) {
      const f = data.random.findIndex((factor) => factor.name === row.group)
      const level = data.random[f]?.levels.indexOf(row.level ?? '') ?? -1
      if (f < 0 || level < 0) continue
      within(fit.modes[f]?.mean[level] ?? Number.NaN, Number(row.mean), 1e-3)
      within(fit.modes[f]?.sd[level] ?? Number.NaN, Number(row.sd), 1e-3)
      compared += 1
    }
    expect(compared).toBeGreaterThan(20)
  }

  test('ratings3, person × rater × criterion with the halo, to each person', () => {
    const table = readTable(join(published, 'ratings3_long.csv'))
    const names = ['person', 'rater', 'person:skill', 'person:rater', 'rater:skill']
    const data = dataOf(table, names, ['skill'])
    const fit = gaussian(data, numbersOf(table, 'y'))
    const reference = fitsOf('ratings3_results.json').find((one) => one.name === 'ratings3_full_reml')
    if (!reference) throw new Error('The reference is missing.')
    within(fit.criterion, reference.minus2loglik, 0.01)
    for (const [f, name] of [...names, 'Residual'].entries()) {
      expectVariance(fit.variances[f], varianceIn(reference, name))
    }
    expectModes(data, fit, 'ratings3_blups_reml.csv')
  })

  test('wine, by judges and bottles, with both links and both kinds of thresholds', () => {
    const table = readTable(join(published, 'wine.csv'))
    const answers = answersOf(table, 'rating')
    const cases: [string, OrdinalOptions, string[], string[]][] = [
      [
        'wine_clmm_logit_judge_laplace',
        { link: 'logit', thresholds: 'flexible' },
        ['judge'],
        ['temp', 'contact'],
      ],
      [
        'wine_clmm_probit_judge_laplace',
        { link: 'probit', thresholds: 'flexible' },
        ['judge'],
        ['temp', 'contact'],
      ],
      [
        'wine_clmm_probit_judge_bottle_laplace',
        { link: 'probit', thresholds: 'flexible' },
        ['judge', 'bottle'],
        ['temp', 'contact'],
      ],
      [
        'wine_clmm_probit_null_judge_bottle_laplace',
        { link: 'probit', thresholds: 'flexible' },
        ['judge', 'bottle'],
        [],
      ],
      [
        'wine_clmm_probit_equidistant_judge_laplace',
        { link: 'probit', thresholds: 'equidistant' },
        ['judge'],
        ['temp', 'contact'],
      ],
    ]
    for (const [name, options, random, fixed] of cases) {
      const reference = fitsOf('wine_results.json').find((one) => one.name === name)
      if (!reference) throw new Error(`${name} is missing.`)
      const fit = ordinal(dataOf(table, random, fixed), answers, options)
      within(fit.logLikelihood, reference.loglik, 0.01)
      const [first = 0, spacing = 0] = Object.values(reference.thresholds)
      for (const [j, threshold] of fit.thresholds.entries()) {
        const flexible = Object.values(reference.thresholds)[j]
        within(
          threshold,
          (options.thresholds === 'flexible' ? flexible : first + j * spacing) ?? Number.NaN,
          5e-3,
        )
      }
      for (const [i, estimate] of Object.values(reference.beta).entries()) {
        within(fit.fixed[i]?.estimate ?? Number.NaN, estimate, 5e-3)
      }
    }
  })
}

if (existsSync(published)) describe('published data', checkPublished)
