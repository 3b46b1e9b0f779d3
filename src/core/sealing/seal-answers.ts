// Closes a confidential round about several people: what it leaves of each of them, and of each rater's strictness.

import type { Framework } from '../framework/framework.ts'
import { populationOf } from '../measurement/leave-out.ts'
import type { RatedLevel } from '../measurement/measure-person.ts'
import { measureTogether, populationFor, type Together } from '../measurement/measure-together.ts'
import type { RatedPerson } from '../measurement/people-columns.ts'
import { leniencyOf, type Population } from '../measurement/population.ts'
import { ratingHabit } from '../measurement/rating-habit.ts'
import { keepAnsweredByEnough, sealRound } from '../measurement/seal-round.ts'
import type { SealedContribution } from '../measurement/sealed-contribution.ts'
import {
  type Draw,
  evidenceBetween,
  populationAfter,
  type Strictness,
  type StrictnessEvidence,
} from './strictness.ts'
import { FEWEST_RATERS } from './thresholds.ts'

export interface AnswersToSeal {
  framework: Framework
  /** Whom the round is about, with everything known of them under a name and what earlier rounds left. */
  people: readonly RatedPerson[]
  /** By subject: what was said in confidence, by whom. */
  confidential: ReadonlyMap<string, readonly RatedLevel[]>
  /** Everybody who was to rate: each gets an entry, so that having one says nothing. */
  raters: readonly string[]
  /** By rater: what earlier confidential rounds for the same purpose said of how strict they are. */
  known: ReadonlyMap<string, readonly StrictnessEvidence[]>
  /** ISO timestamp of the close. */
  closedOn: string
  /** Chance, for what is kept of raters. */
  draw: Draw
}

export interface SealedRound {
  contributions: { subject: string; contribution: SealedContribution }[]
  /** People about whom too few answered. How many did is not kept. */
  tooFew: string[]
  strictness: Strictness[]
}

/**
 * One fit of everything that may count, named and confidential, made while it is still known who said what. Each
 * subject is then sealed against what is known of the raters without that subject. What fewer than three said about a
 * skill enters nothing, not even what is learned about raters. What earlier rounds said of raters is where it begins.
 * Everything is in the order of ids.
 */
export function sealAnswers(answers: AnswersToSeal): SealedRound {
  const { framework, closedOn } = answers
  const before = populationAfter(framework, answers.known)
  const counted = new Map(
    [...answers.confidential].map(([subject, given]) => [subject, countedOf(given, closedOn)]),
  )
  const people = answers.people.map((person) => ({
    ...person,
    ratings: [...person.ratings, ...(counted.get(person.id) ?? [])],
  }))
  const together = measureTogether(framework, people, before)
  const sealed: SealedRound = { contributions: [], tooFew: [], strictness: [] }
  for (const subject of [...answers.confidential.keys()].sort()) {
    const known = answers.people.find((person) => person.id === subject)
    const result = sealRound({
      framework,
      population: together === null ? before : populationFor(together, subject),
      ratings: known?.ratings ?? [],
      confidential: counted.get(subject) ?? [],
      sealed: known?.sealed ?? [],
      closedOn,
    })
    // That enough answered is all that stays of how many did: beside the list of those asked, a number would say who.
    if (result.ok) sealed.contributions.push({ subject, contribution: blunted(result.value) })
    else sealed.tooFew.push(subject)
  }
  sealed.strictness = strictnessOf(answers, before, together, counted)
  return sealed
}

/**
 * Values to a twentieth of a level and variances to two digits: at full precision they would be a fingerprint, and
 * whoever tries out all possible answers would find the ones that fit. How many answered is not kept either.
 */
function blunted({ closedOn, values, sharedVariance }: SealedContribution): SealedContribution {
  return {
    closedOn,
    raters: FEWEST_RATERS,
    values: values.map(({ skill, value, variance }) => ({
      skill,
      value: Math.round(value * 20) / 20,
      variance: Number(variance.toPrecision(2)),
    })),
    sharedVariance: Number(sharedVariance.toPrecision(2)),
  }
}

/** The time of each answer is that of the close: when somebody answered says who they are. */
function countedOf(given: readonly RatedLevel[], closedOn: string): RatedLevel[] {
  return keepAnsweredByEnough(given.map((rating) => ({ ...rating, ratedAt: closedOn })))
}

/**
 * What the confidential answers alone say of each rater: the fit with them against the fit without them, so that what
 * is known under a name, and stays known, does not count again in the next round.
 */
function strictnessOf(
  { framework, people, raters, draw }: AnswersToSeal,
  before: Population,
  together: Together | null,
  counted: ReadonlyMap<string, readonly RatedLevel[]>,
): Strictness[] {
  const after = knownOf(together, before)
  const without = knownOf(measureTogether(framework, people, before), before)
  const given = [...counted.values()]
  const skills = new Set(given.flat().map(({ skill }) => skill)).size
  return [...new Set(raters)].sort().map((rater): Strictness => {
    const rated = given.filter((about) => about.some((one) => one.rater?.id === rater)).length
    const habit = together === null ? null : ratingHabit(together, rater)
    const about = { people: rated, skills, topLevel: before.topLevel }
    const evidence = evidenceBetween(leniencyOf(without, rater), leniencyOf(after, rater), about, draw)
    return { rater, evidence, told: evidence !== null && habit !== null && habit.difference !== null }
  })
}

/** Raters whom the fit does not know are as they were known before. */
function knownOf(together: Together | null, before: Population): Population {
  if (together === null) return before
  const { raters } = populationOf(together.fit, together)
  return { ...before, raters: { ...before.raters, ...raters } }
}
