// Measures one person: a level with a likely range for each skill that anybody rated, and what it rests on.

import {
  covarianceWith,
  fitPerson,
  type PersonFit,
  posteriorDetail,
  type SkillPosterior,
  skillPosterior,
} from './fit-person.ts'
import { type Narrowing, narrowingFor } from './narrowing.ts'
import { HALF_WIDTH_80 } from './normal.ts'
import { dayOf, type PersonInput, type PersonRows, type RatedLevel, readPersonInput } from './person-input.ts'
import type { PersonRow } from './person-rows.ts'
import { ratingIntervals } from './rating-code.ts'

export type { RatedLevel } from './person-input.ts'

export interface MeasureRequest extends PersonInput {
  /** ISO timestamp; the levels are those of this moment, and what was said long ago has faded. */
  now: string
  /** A rater who may see how strict they are themselves: `countsAs` of their ratings only. */
  strictnessFor?: string
}

/** Confidential peers are one bar, however many they were. "Usual" is what holds for people in general. */
export type Source = 'self' | 'manager' | 'named' | 'confidential' | 'usual'

export interface SourceWeight {
  source: Source
  /** Share of the level that rests on it; all of a skill's shares sum to 1. */
  weight: number
  /** The part of `weight` that comes from ratings of this skill itself rather than of the others. */
  ofThisSkill: number
  /** Single ratings of this skill; empty for confidential peers and for what is usual. */
  ratings: RatingWeight[]
}

export interface RatingWeight {
  raterId: string
  level: number
  approaching: boolean
  weight: number
  /** What the level counts as after the rater's own habit: of one's own ratings, and as told by `strictnessFor`. */
  countsAs?: number
}

export interface MeasuredLevel {
  skill: string
  /** Between 0 and the top of the scale. */
  level: number
  /** The likely range: right four times out of five. */
  low: number
  high: number
  /** The same before it is cut to the scale: a normal distribution, for forecasts. */
  latent: { mean: number; sd: number }
  sources: SourceWeight[]
  /** How many more raters of which kind would narrow the range to what. */
  narrowing: Narrowing[]
}

export interface MeasuredPerson {
  /** By skill id, for the skills that somebody rated; of all others nothing is known. */
  levels: Map<string, MeasuredLevel>
  /** Levels of several skills are uncertain together: means and covariance (row by row) of the latent levels. */
  joint: { skills: string[]; mean: Float64Array; covariance: Float64Array }
  leftOut: PersonRows['leftOut']
  /** True where the calculation was ended by its limit; what it gives is close but not exact. */
  stoppedEarly: boolean
}

/**
 * Ratings of known raters, sealed confidential rounds, or a self-rating alone, against a fixed population. Ratings
 * that cannot count (a skill of another framework, a level outside the scale) are left out and listed.
 */
export function measurePerson(request: MeasureRequest): MeasuredPerson {
  const input = readPersonInput(request)
  const rated = [...new Set(input.rows.map((row) => row.skill))].sort((a, b) => a - b)
  const intervals = ratingIntervals(request.population.topLevel)
  const fit = fitPerson(input.rows, input.priors, intervals)
  const today = dayOf(request.now)
  const sourceOfRow = sourcesOfRows(fit, input)
  const detail = posteriorDetail(fit)
  const levels = new Map<string, MeasuredLevel>()
  const joint = {
    skills: rated.map((k) => input.skills[k] as string),
    mean: new Float64Array(rated.length),
    covariance: new Float64Array(rated.length ** 2),
  }
  for (const [at, k] of rated.entries()) {
    const posterior = skillPosterior(fit, input.priors, k, detail)
    const elapsed = Math.max(0, today - (fit.latestDay[k] as number))
    const drift = Number.isFinite(elapsed) ? elapsed * (input.priors.driftPerDay[k] as number) : 0
    joint.mean[at] = posterior.mean
    for (const [j, other] of rated.entries()) {
      joint.covariance[at * rated.length + j] = covarianceWith(fit, input.priors, detail, other)
    }
    joint.covariance[at * rated.length + at] = posterior.variance + drift
    const measured = describe(request, input, fit, posterior, posterior.variance + drift, {
      ...sourceOfRow,
      pulls: detail.pulls,
    })
    levels.set(measured.skill, measured)
  }
  return { levels, joint, leftOut: input.leftOut, stoppedEarly: fit.stoppedEarly }
}

const ORDER: Source[] = ['self', 'manager', 'named', 'confidential', 'usual']

interface RowSources {
  /** By row of the fit: the place of its source in `ORDER`. */
  source: Uint8Array
  given: (RatedLevel | null)[]
  /** What each pulls at the level in hand. */
  pulls: Float64Array
}

/** The fit sorts rows; each finds its rating again. */
function sourcesOfRows(fit: PersonFit, input: PersonRows): Omit<RowSources, 'pulls'> {
  const source = Uint8Array.from(fit.rows, (row) => {
    const kind = input.raters[row.rater]?.kind ?? 'peer'
    if (kind === 'self' || kind === 'manager') return ORDER.indexOf(kind)
    return ORDER.indexOf(kind === 'sealed' ? 'confidential' : 'named')
  })
  return { source, given: fit.order.map((i) => input.given[i] ?? null) }
}

function describe(
  request: MeasureRequest,
  input: PersonRows,
  fit: PersonFit,
  posterior: SkillPosterior,
  variance: number,
  rowSources: RowSources,
): MeasuredLevel {
  const top = request.population.topLevel
  const sd = Math.sqrt(variance)
  const onScale = (value: number) => Math.min(top, Math.max(0, value))
  const skill = input.skills[posterior.skill] as string
  return {
    skill,
    level: onScale(posterior.mean),
    low: onScale(posterior.mean - HALF_WIDTH_80 * sd),
    high: onScale(posterior.mean + HALF_WIDTH_80 * sd),
    latent: { mean: posterior.mean, sd },
    sources: weighSources(request, input, fit, posterior, rowSources),
    narrowing: narrowingFor(request, skill, posterior.mean, variance, input.raters),
  }
}

function weighSources(
  request: MeasureRequest,
  input: PersonRows,
  fit: PersonFit,
  posterior: SkillPosterior,
  { source, given, pulls }: RowSources,
): SourceWeight[] {
  const sums = new Float64Array(ORDER.length)
  const ofThisSkill = new Float64Array(ORDER.length)
  const present = new Uint8Array(ORDER.length)
  const ratings: RatingWeight[][] = ORDER.map(() => [])
  for (let n = 0; n < source.length; n += 1) {
    const place = source[n] as number
    const pull = pulls[n] as number
    sums[place] = (sums[place] as number) + pull
    present[place] = 1
    const row = fit.rows[n] as PersonRow
    if (row.skill !== posterior.skill) continue
    ofThisSkill[place] = (ofThisSkill[place] as number) + pull
    const rating = given[n]
    if (rating)
      ratings[place]?.push(weighRating(request, rating, pull, input.priors.raters[row.rater]?.mean ?? 0))
  }
  const usual = ORDER.length - 1
  sums[usual] = 1 - sums.reduce((sum, weight) => sum + weight, 0)
  present[usual] = 1
  return ORDER.flatMap((name, place) => {
    if (present[place] !== 1) return []
    const [weight, own] = [sums[place] as number, ofThisSkill[place] as number]
    return { source: name, weight, ofThisSkill: own, ratings: ratings[place] ?? [] }
  })
}

/** A rater's strictness is for that rater's eyes; one's own habit is no secret, because it is everybody's. */
function weighRating(request: MeasureRequest, given: RatedLevel, pull: number, habit: number): RatingWeight {
  const raterId = given.rater?.id ?? ''
  const isSelf = (given.rater?.kind ?? 'self') === 'self'
  const level = given.level ?? 0
  const entry: RatingWeight = { raterId, level, approaching: given.approaching, weight: pull }
  const isTold = isSelf || (request.strictnessFor !== undefined && request.strictnessFor === raterId)
  return isTold ? { ...entry, countsAs: level + (given.approaching ? 0.5 : 0) - habit } : entry
}
