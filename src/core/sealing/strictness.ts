// How strict a rater is, as a closed confidential round keeps it: two coarse numbers that later rounds begin from.

import type { Framework } from '../framework/framework.ts'
import { topLevel } from '../framework/look-up.ts'
import {
  defaultPopulation,
  defaultPopulationFor,
  type Estimate,
  type Population,
} from '../measurement/population.ts'

/**
 * A round teaches about a rater only where they answered about so many people (each of whom enough others answered
 * about): from fewer, the two numbers beside what is known of the people would tell what this rater said.
 */
const FEWEST_PEOPLE_RATED = 3

/**
 * Chance is added to the mean, as much as one and a half levels more or less in what was said about one person would
 * move it: whoever knows all other answers then tells a level from the next right two times in three at most, where
 * guessing is right one time in two.
 */
const CHANCE_ABOUT_ONE = 1.5
/** Levels, on a scale from 0 to 5: more digits would say nothing. */
const STEP_OF_MEAN = 0.1
/** A mean further out is kept as this. */
const FURTHEST_MEAN = 1
/**
 * What the answers about one person say of a rater's leniency, in levels²: the impression of that person (.55²), the
 * noise of some answers, and how well the others know the person. Measured .5 to .7 with four skills and more, .9 to
 * 1.1 with one; taken as it is at worst, because the exact figure depends on what was answered.
 */
const VARIANCE_OF_ONE = { severalSkills: 0.7, fewSkills: 1.1 }
const SEVERAL_SKILLS = 4

/**
 * What one round says of a rater's leniency, as one observation with its variance. What was known before is taken out
 * of it, so that rounds can be put together. Above 0 is lenient; in levels of the framework's scale.
 */
export type StrictnessEvidence = Estimate

/** What is kept of one rater of one round, without any subject. */
export interface Strictness {
  rater: string
  /** Null where they answered about too few people. */
  evidence: StrictnessEvidence | null
  /** Whether the rater may be told: at least two others rated the same people. */
  told: boolean
}

/** A source of independent numbers with mean 0 and variance 1, normally distributed. */
export type Draw = () => number

export interface RatedInRound {
  /** About how many people the rater gave answers that count. */
  people: number
  /** In how many skills the round counts for anybody. */
  skills: number
  topLevel: number
}

/**
 * What turned one estimate of a rater into the other, with chance added: the variance follows from how many people were
 * rated alone, to the next of 3, 6, 12 and so on below; the mean is the one that with this variance leads from `before`
 * to `after`. Null for fewer than three people, and a number is drawn all the same.
 */
export function evidenceBetween(
  before: Estimate,
  after: Estimate,
  { people, skills, topLevel: top }: RatedInRound,
  draw: Draw,
): StrictnessEvidence | null {
  const drawn = draw()
  if (people < FEWEST_PEOPLE_RATED) return null
  const counted = FEWEST_PEOPLE_RATED * 2 ** Math.floor(Math.log2(people / FEWEST_PEOPLE_RATED))
  const { severalSkills, fewSkills } = VARIANCE_OF_ONE
  const inLevels = top / 5
  const said = ((skills < SEVERAL_SKILLS ? fewSkills : severalSkills) / counted) * inLevels ** 2
  const chance = (CHANCE_ABOUT_ONE / counted) * inLevels
  const exact = before.mean + ((after.mean - before.mean) * (before.variance + said)) / before.variance
  const step = STEP_OF_MEAN * inLevels
  const steps = Math.round((exact + chance * drawn) / step)
  const most = Math.round(FURTHEST_MEAN / STEP_OF_MEAN)
  // To three decimals, so that the numbers are as short as they look; adding 0 makes −0 what it is for everybody else.
  return {
    mean: Number((Math.max(-most, Math.min(most, steps)) * step).toFixed(3)) + 0,
    variance: Number((said + chance ** 2).toFixed(3)),
  }
}

/** A stranger of whom all these rounds have said something. */
export function leniencyAfter(top: number, rounds: readonly StrictnessEvidence[]): Estimate {
  const { spreads } = defaultPopulationFor(top)
  const precision = rounds.reduce((sum, { variance }) => sum + 1 / variance, 1 / spreads.leniency ** 2)
  const pull = rounds.reduce((sum, { mean, variance }) => sum + mean / variance, 0)
  return { mean: pull / precision, variance: 1 / precision }
}

/** People in general, with what earlier rounds said of these raters. */
export function populationAfter(
  framework: Framework,
  known: ReadonlyMap<string, readonly StrictnessEvidence[]>,
): Population {
  const raters = [...known].filter(([, rounds]) => rounds.length > 0)
  const top = topLevel(framework)
  return {
    ...defaultPopulation(framework),
    raters: Object.fromEntries(raters.map(([rater, rounds]) => [rater, leniencyAfter(top, rounds)])),
  }
}
