// How well people are measured in a simulated organisation, where the true levels are known.

import type { Framework } from '../framework/framework.ts'
import { populationWithout } from './leave-out.ts'
import { measurePerson, type RatedLevel } from './measure-person.ts'
import { HALF_WIDTH_80 } from './normal.ts'
import type { Population } from './population.ts'
import type { PopulationFit } from './population-fit.ts'
import { MANAGER, type RatingColumns, SELF } from './rating-columns.ts'

export interface SimulationScore {
  /** Person-and-skill pairs that were measured. */
  measured: number
  /** Sums over them, so that several runs can be added. */
  squaredError: number
  squaredErrorOfMean: number
  error: number
  covered: number
}

const ON = '2026-01-01T00:00:00Z'

/** Measures everybody by the way that pages use: the fit without the person, then the person alone. */
export function scoreSimulation(
  columns: RatingColumns,
  truth: Float64Array,
  fit: PopulationFit,
): SimulationScore {
  const skills = columns.domainOf.length
  const names = {
    skills: Array.from({ length: skills }, (_, k) => `skill-${k}`),
    raters: Array.from({ length: columns.raters }, (_, r) => `rater-${r}`),
  }
  const framework = simulatedFramework(columns.topLevel, columns.domainOf)
  const score: SimulationScore = { measured: 0, squaredError: 0, squaredErrorOfMean: 0, error: 0, covered: 0 }
  for (const [p, rows] of rowsByPerson(columns).entries()) {
    if (rows.length === 0) continue
    const population: Population = populationWithout(fit, p, names)
    const ratings = rows.map((row) => ratingOf(columns, row, names.skills))
    const { levels } = measurePerson({ framework, ratings, sealed: [], population, now: ON })
    for (const [skill, { latent }] of levels) {
      const k = names.skills.indexOf(skill)
      const true_ = truth[p * skills + k] as number
      const said = rows
        .filter((row) => columns.skill[row] === k)
        .map((row) => (columns.code[row] as number) / 2)
      const mean = said.reduce((sum, level) => sum + level, 0) / said.length
      score.measured += 1
      score.squaredError += (latent.mean - true_) ** 2
      score.squaredErrorOfMean += (mean - true_) ** 2
      score.error += latent.mean - true_
      if (Math.abs(latent.mean - true_) <= HALF_WIDTH_80 * latent.sd) score.covered += 1
    }
  }
  return score
}

function rowsByPerson(columns: RatingColumns): number[][] {
  const rows: number[][] = Array.from({ length: columns.people }, () => [])
  for (let row = 0; row < columns.person.length; row += 1) rows[columns.person[row] as number]?.push(row)
  return rows
}

function ratingOf(columns: RatingColumns, row: number, skills: readonly string[]): RatedLevel {
  const code = columns.code[row] as number
  const kind = columns.kind[row] === SELF ? 'self' : columns.kind[row] === MANAGER ? 'manager' : 'peer'
  return {
    skill: skills[columns.skill[row] as number] as string,
    level: Math.floor(code / 2),
    approaching: code % 2 === 1,
    ratedAt: ON,
    rater: { id: `rater-${columns.rater[row]}`, kind },
  }
}

/** A framework of simulated skills, `skill-0` onwards, in groups that nobody has heard of. */
export function simulatedFramework(topLevel: number, domainOf: ArrayLike<number>): Framework {
  const domains = Math.max(...Array.from(domainOf)) + 1
  const words = { name: '', about: '' }
  return {
    id: 'simulated',
    name: 'Simulated',
    version: '1',
    language: 'en',
    practiceHoursPerWeek: 1,
    scale: Array.from({ length: topLevel + 1 }, (_, level) => ({ level, name: `${level}` })),
    groups: Array.from({ length: domains }, (_, d) => ({
      id: `domain-${d}`,
      name: '',
      short: '',
      colour: { light: '', dark: '' },
    })),
    kinds: { hard: words, soft: words },
    paths: [],
    bands: [],
    weekParts: [],
    companies: [],
    equivalences: [],
    invariants: [],
    layout: { width: 0, height: 0, gutter: 0, bands: [], stations: [], lines: [], computed: true },
    moveKinds: { up: words, cross: words, swing: words, side: words, out: words, back: words },
    stay: { changes: '', hard: '' },
    roles: [],
    moves: [],
    skills: Array.from(domainOf, (domain, k) => ({
      id: `skill-${k}`,
      name: `skill-${k}`,
      kind: 'unknown',
      group: `domain-${domain}`,
      definition: '',
      confusedWith: [],
      phrases: [],
      prerequisites: [],
      weeks: [],
      access: 'open',
      private: false,
      anchors: [],
    })),
    expectations: {},
    sources: [],
    assumptions: [],
  }
}

/** Four runs and more are one score. */
export function addScores(scores: readonly SimulationScore[]): SimulationScore {
  const total: SimulationScore = { measured: 0, squaredError: 0, squaredErrorOfMean: 0, error: 0, covered: 0 }
  for (const score of scores) {
    for (const key of Object.keys(total) as (keyof SimulationScore)[]) total[key] += score[key]
  }
  return total
}

/** Root mean squared errors in levels, of the engine and of the mean of all ratings, and the share of ranges that held. */
export function summarise(score: SimulationScore) {
  return {
    rmse: Math.sqrt(score.squaredError / score.measured),
    rmseOfMean: Math.sqrt(score.squaredErrorOfMean / score.measured),
    bias: score.error / score.measured,
    coverage: score.covered / score.measured,
  }
}
