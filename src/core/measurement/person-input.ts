// Turns one person's ratings and sealed rounds into rows: what counts, what is left out, and why.

import type { RaterKind, RatingConfidence } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import type { PersonPriors, PersonRow } from './person-rows.ts'
import {
  type Estimate,
  type EvidenceQuality,
  leniencyOf,
  type Population,
  skillEstimate,
} from './population.ts'
import { ratingCode } from './rating-code.ts'
import type { SealedContribution } from './sealed-contribution.ts'

/** One answer about one skill. A `Rating` of an assessment is one too: without a rater it is the person's own. */
export interface RatedLevel {
  skill: string
  /** Null is no row, never 0. */
  level: number | null
  approaching: boolean
  /** ISO timestamp; the latest answer of a rater about a skill within a quarter counts. */
  ratedAt: string
  confidence?: RatingConfidence | null
  rater?: { id: string; kind: RaterKind }
  /** How well the rater could see it; "saw little" where absent and the confidence is low. */
  evidence?: EvidenceQuality
}

export type LeftOut = 'unknown-skill' | 'private-skill' | 'not-on-the-scale' | 'no-date' | 'not-a-number'

export interface PersonInput {
  framework: Framework
  ratings: readonly RatedLevel[]
  sealed: readonly SealedContribution[]
  population: Population
  /** Whose eyes the result is for: others' numbers hold nothing of private skills. The person's own unless told. */
  audience?: 'owner' | 'others'
  /** Skills in the person's plan: they wander faster. */
  practised?: ReadonlySet<string>
}

export interface RaterOfPerson {
  id: string
  /** A sealed round counts as one rater of a kind of its own. */
  kind: RaterKind | 'sealed'
}

export interface PersonRows {
  rows: PersonRow[]
  /** Skill ids by the rows' index. */
  skills: string[]
  raters: RaterOfPerson[]
  /** The rating behind each row; null for a sealed value. */
  given: (RatedLevel | null)[]
  priors: PersonPriors
  leftOut: { skill: string; why: LeftOut }[]
}

const DAY = 86_400_000

/** Days since 1970; NaN where the text is no time. */
export function dayOf(iso: string): number {
  return Date.parse(iso) / DAY
}

/** The same for many, of which most were given at the same moment. */
function dayReader(): (iso: string) => number {
  let last = ''
  let day = Number.NaN
  return (iso) => {
    if (iso !== last) {
      last = iso
      day = dayOf(iso)
    }
    return day
  }
}

export function readPersonInput(input: PersonInput): PersonRows {
  const { framework } = input
  const skillIndex = new Map(framework.skills.map((skill, k) => [skill.id, k]))
  const leftOut: PersonRows['leftOut'] = []
  const raters = new Map<string, { index: number; rater: RaterOfPerson; prior: Estimate }>()
  const rows: PersonRow[] = []
  const given: (RatedLevel | null)[] = []
  const why = (skill: string, isOther: boolean): LeftOut | null => {
    const found = framework.skills[skillIndex.get(skill) ?? -1]
    if (!found) return 'unknown-skill'
    return found.private && (isOther || input.audience === 'others') ? 'private-skill' : null
  }
  const readDay = dayReader()
  for (const rating of latestRatings(input.ratings, readDay)) {
    if (rating.level === null) continue
    const day = readDay(rating.ratedAt)
    const code = ratingCode(rating.level, rating.approaching, input.population.topLevel)
    const refused = why(rating.skill, (rating.rater?.kind ?? 'self') !== 'self') ?? refuseRating(code, day)
    if (refused) {
      leftOut.push({ skill: rating.skill, why: refused })
      continue
    }
    const rater = raterFor(raters, rating.rater, input.population)
    const skill = skillIndex.get(rating.skill) as number
    const sd = input.population.spreads.noise * input.population.evidence[evidenceOf(rating)]
    rows.push({ skill, rater: rater.index, day, code, sd, value: 0 })
    given.push(rating)
  }
  for (const [number, round] of sortedRounds(input.sealed).entries()) {
    addRound(round, number, { raters, rows, given, leftOut, skillIndex, why })
  }
  return {
    rows,
    given,
    skills: framework.skills.map((skill) => skill.id),
    raters: [...raters.values()].map((one) => one.rater),
    priors: priorsFor(
      input,
      [...raters.values()].map((one) => one.prior),
    ),
    leftOut,
  }
}

function refuseRating(code: number, day: number): LeftOut | null {
  if (code < 0) return 'not-on-the-scale'
  return Number.isFinite(day) ? null : 'no-date'
}

/** Told, or taken from how sure the rater was. */
export function evidenceOf(rating: RatedLevel): EvidenceQuality {
  return rating.evidence ?? (rating.confidence === 'low' ? 'saw-little' : 'usual')
}

const QUARTER = 91.3125

/**
 * One answer for each rater, skill and quarter: asking somebody twice in a month is not asking two people. Sorted,
 * so that the order in which ratings arrive changes nothing, not even the last digit.
 */
function latestRatings(ratings: readonly RatedLevel[], readDay: (iso: string) => number): RatedLevel[] {
  const latest = new Map<string, RatedLevel>()
  for (const rating of ratings) {
    const quarter = Math.floor(readDay(rating.ratedAt) / QUARTER)
    // Ids hold no line breaks, and if one did, two ratings would count as one at worst.
    const key = `${rating.rater?.kind ?? 'self'}\n${rating.rater?.id ?? ''}\n${rating.skill}\n${quarter}`
    const known = latest.get(key)
    if (!known || isLater(rating, known)) latest.set(key, rating)
  }
  return [...latest].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, rating]) => rating)
}

/** Of two answers of one moment the higher counts, so that the order of arrival decides nothing. */
function isLater(a: RatedLevel, b: RatedLevel): boolean {
  const differences = [
    dayOf(a.ratedAt) - dayOf(b.ratedAt),
    (a.level ?? -1) - (b.level ?? -1),
    Number(a.approaching) - Number(b.approaching),
    Number(evidenceOf(a) !== 'saw-little') - Number(evidenceOf(b) !== 'saw-little'),
    Number(evidenceOf(a) === 'linked') - Number(evidenceOf(b) === 'linked'),
  ]
  return (differences.find((difference) => difference !== 0) ?? 0) > 0
}

function raterFor(
  raters: Map<string, { index: number; rater: RaterOfPerson; prior: Estimate }>,
  rater: RatedLevel['rater'],
  population: Population,
) {
  const kind = rater?.kind ?? 'self'
  // However their ratings are marked, there is only one self.
  const key = kind === 'self' ? 'self' : `${kind}:${rater?.id ?? ''}`
  const known = raters.get(key)
  if (known) return known
  const { spreads, selfBias, managerBias } = population
  const prior =
    kind === 'self'
      ? { mean: selfBias.mean, variance: selfBias.variance + spreads.selfHalo ** 2 }
      : addEstimates(
          leniencyOf(population, rater?.id ?? ''),
          { mean: 0, variance: spreads.halo ** 2 },
          kind === 'manager' ? managerBias : { mean: 0, variance: 0 },
        )
  const made = { index: raters.size, rater: { id: rater?.id ?? '', kind }, prior }
  raters.set(key, made)
  return made
}

function addEstimates(...parts: Estimate[]): Estimate {
  return {
    mean: parts.reduce((sum, part) => sum + part.mean, 0),
    variance: parts.reduce((sum, part) => sum + part.variance, 0),
  }
}

function sortedRounds(sealed: readonly SealedContribution[]): SealedContribution[] {
  const text = sealed.map((round): [string, SealedContribution] => [JSON.stringify(round), round])
  return text.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, round]) => round)
}

interface RoundTarget {
  raters: Map<string, { index: number; rater: RaterOfPerson; prior: Estimate }>
  rows: PersonRow[]
  given: (RatedLevel | null)[]
  leftOut: PersonRows['leftOut']
  skillIndex: Map<string, number>
  why: (skill: string, isOther: boolean) => LeftOut | null
}

function addRound(round: SealedContribution, number: number, target: RoundTarget): void {
  const day = dayOf(round.closedOn)
  const index = target.raters.size
  const variance = Math.max(round.sharedVariance, 1e-9)
  let used = false
  for (const { skill, value, variance: own } of round.values) {
    const isSound = Number.isFinite(value) && own > 0 && Number.isFinite(own) && Number.isFinite(variance)
    const refused: LeftOut | null =
      target.why(skill, true) ?? (isSound ? (Number.isFinite(day) ? null : 'no-date') : 'not-a-number')
    if (refused) {
      target.leftOut.push({ skill, why: refused })
      continue
    }
    used = true
    target.rows.push({
      skill: target.skillIndex.get(skill) as number,
      rater: index,
      day,
      code: -1,
      sd: Math.sqrt(own),
      value,
    })
    target.given.push(null)
  }
  if (used) {
    const rater: RaterOfPerson = { id: `round-${number}`, kind: 'sealed' }
    target.raters.set(`sealed:${number}`, { index, rater, prior: { mean: 0, variance } })
  }
}

function priorsFor(input: PersonInput, raters: Estimate[]): PersonPriors {
  const { framework, population } = input
  const { spreads, drift, common } = population
  const groups = new Map(framework.groups.map((group, d) => [group.id, d]))
  return {
    person: { mean: common.mean, variance: common.variance + spreads.person ** 2 },
    domainVariance: spreads.domain ** 2,
    domainOf: Int32Array.from(framework.skills, (skill) => groups.get(skill.group) ?? 0),
    domains: Math.max(1, framework.groups.length),
    skills: framework.skills.map((skill) =>
      addEstimates(skillEstimate(population, skill.id), { mean: 0, variance: spreads.skill ** 2 }),
    ),
    driftPerDay: Float64Array.from(
      framework.skills,
      (skill) => (input.practised?.has(skill.id) ? drift.practised : drift.idle) / 365.25,
    ),
    raters,
  }
}
