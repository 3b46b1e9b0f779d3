// Reads a table of crossed ratings and fits it, for `npm run fit` and for the figures.
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type * as Data from '../src/core/measurement/crossed-data.js'
import type * as Gaussian from '../src/core/measurement/crossed-gaussian.js'
import type * as Ordinal from '../src/core/measurement/crossed-ordinal.js'

const built = (name: string) => new URL(`../core/measurement/${name}.js`, import.meta.url).href
const { crossedFactor } = (await import(built('crossed-data'))) as typeof Data
const { fitCrossedGaussian } = (await import(built('crossed-gaussian'))) as typeof Gaussian
const { fitCrossedOrdinal } = (await import(built('crossed-ordinal'))) as typeof Ordinal

export interface FitQuestion {
  file: string
  response: string
  /** Factors; `a:b` is every pair of levels that occurs. */
  crossed: string[]
  fixed: string[]
  method: 'REML' | 'ML'
  /** Null for normal responses. */
  ordinal: Ordinal.OrdinalOptions | null
}

export interface FitAnswer {
  rows: number
  /** Rows without a response or a level. */
  dropped: number
  levels: Record<string, number>
  method: string
  variances: Record<string, number>
  fixed: { name: string; estimate: number; standardError: number | null }[]
  /** REML criterion or deviance (−2 log-likelihood); of ordered responses the deviance by Laplace. */
  criterion: number
  logLikelihood: number | null
  thresholds?: Record<string, number>
  spacing?: number
  /** By factor and level: conditional mode and its SD. */
  modes: Record<string, Record<string, [number, number]>>
  iterations: number
  stoppedEarly: boolean
  /** Fitting alone, and reading the table. */
  seconds: number
  secondsToRead: number
}

/** More categories than this in a fixed effect are most likely a number, which this tool does not take. */
const MOST_CATEGORIES = 200

export class FitRefusal extends Error {}

export function fitTable(question: FitQuestion): FitAnswer {
  const begun = performance.now()
  const { columns, dropped } = readColumns(question)
  const factor = (name: string) =>
    crossedFactor(
      name,
      name.split(':').map((part) => columns.get(part) ?? []),
    )
  const data = { random: question.crossed.map(factor), fixed: question.fixed.map(factor) }
  const wide = data.fixed.find((one) => one.levels.length > MOST_CATEGORIES)
  if (wide)
    throw new FitRefusal(
      `${wide.name} has ${wide.levels.length} different values; fixed effects are categories.`,
    )
  const response = columns.get(question.response) ?? []
  const secondsToRead = (performance.now() - begun) / 1000
  const levels = Object.fromEntries(
    [...data.random, ...data.fixed].map((one) => [one.name, one.levels.length]),
  )
  const shared = { rows: response.length, dropped, levels, secondsToRead }
  return question.ordinal
    ? { ...shared, ...fitAnswers(question, question.ordinal, data, response) }
    : { ...shared, ...fitNumbers(question, data, response) }
}

function readColumns(question: FitQuestion): { columns: Map<string, string[]>; dropped: number } {
  const parsed = Papa.parse<Record<string, string>>(readFileSync(question.file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const names = new Set([
    question.response,
    ...question.fixed,
    ...question.crossed.flatMap((name) => name.split(':')),
  ])
  const present = parsed.meta.fields ?? []
  const absent = [...names].filter((name) => !present.includes(name))
  if (absent.length > 0) {
    throw new FitRefusal(
      `${question.file} has no column ${absent.join(', ')}. It has: ${present.join(', ')}.`,
    )
  }
  const isThere = (value: string | undefined) => value !== undefined && value !== '' && value !== 'NA'
  const complete = parsed.data.filter((row) => [...names].every((name) => isThere(row[name])))
  const columns = new Map([...names].map((name) => [name, complete.map((row) => row[name] ?? '')]))
  return { columns, dropped: parsed.data.length - complete.length }
}

function modesOf(
  data: Data.CrossedData,
  modes: { mean: Float64Array; sd: Float64Array }[],
): FitAnswer['modes'] {
  return Object.fromEntries(
    data.random.map((factor, f) => [
      factor.name,
      Object.fromEntries(
        factor.levels.map((level, i) => [level, [modes[f]?.mean[i] ?? 0, modes[f]?.sd[i] ?? 0]]),
      ),
    ]),
  )
}

function fitNumbers(question: FitQuestion, data: Data.CrossedData, response: readonly string[]) {
  const begun = performance.now()
  const result = fitCrossedGaussian(data, Float64Array.from(response, Number), question.method)
  if (!result.ok) throw new FitRefusal(sayFailure(result.failure))
  const seconds = (performance.now() - begun) / 1000
  const { variances, fixed, criterion, iterations, stoppedEarly } = result.value
  const names = [...question.crossed, 'Residual']
  return {
    method: question.method,
    variances: Object.fromEntries(names.map((name, f) => [name, variances[f] ?? 0])),
    fixed,
    criterion,
    logLikelihood: question.method === 'ML' ? -criterion / 2 : null,
    modes: modesOf(data, result.value.modes),
    iterations,
    stoppedEarly,
    seconds,
  }
}

function fitAnswers(
  question: FitQuestion,
  options: Ordinal.OrdinalOptions,
  data: Data.CrossedData,
  response: readonly string[],
) {
  const answers = crossedFactor(question.response, [response])
  const begun = performance.now()
  const result = fitCrossedOrdinal(data, answers.index, options)
  if (!result.ok) throw new FitRefusal(sayFailure(result.failure))
  const seconds = (performance.now() - begun) / 1000
  const { thresholds, spacing, variances, fixed, logLikelihood, iterations, stoppedEarly } = result.value
  const between = (_: number, j: number) => `${answers.levels[j]}|${answers.levels[j + 1]}`
  return {
    method: `Laplace, ${options.link}, ${options.thresholds} thresholds`,
    variances: Object.fromEntries(question.crossed.map((name, f) => [name, variances[f] ?? 0])),
    fixed,
    criterion: -2 * logLikelihood,
    logLikelihood,
    thresholds: Object.fromEntries(Array.from(thresholds, (value, j) => [between(value, j), value])),
    ...(spacing === null ? {} : { spacing }),
    modes: modesOf(data, result.value.modes),
    iterations,
    stoppedEarly,
    seconds,
  }
}

function sayFailure(failure: Gaussian.CrossedFailure): string {
  switch (failure.kind) {
    case 'no-rows':
      return 'There are no complete rows, or no factors.'
    case 'not-a-number':
      return `The response of complete row ${failure.row + 1} is not a number.`
    case 'no-variation':
      return 'All responses are equal, so that there is nothing to explain.'
    case 'too-many-shared':
      return `${failure.count} levels would have to be solved together; ${failure.most} are the most.`
    case 'overlapping-fixed-effects':
      return 'Fixed effects say the same thing, so that they cannot be told apart.'
  }
}
