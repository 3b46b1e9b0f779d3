// Closes a confidential round: turns its ratings into numbers that lead back to no rater.

import { fail, type Result, succeed } from '../result.ts'
import { fitPerson, posteriorDetail, skillPosterior } from './fit-person.ts'
import { type PersonInput, type RatedLevel, readPersonInput } from './person-input.ts'
import { newWorkingRow, ratingIntervals, workRating } from './rating-code.ts'
import { FEWEST_CONFIDENTIAL_RATERS, type SealedContribution } from './sealed-contribution.ts'

export interface RoundToSeal extends Omit<PersonInput, 'sealed' | 'audience'> {
  /** Everything known with a name: self, manager, named people. It places the confidential answers on the scale. */
  ratings: PersonInput['ratings']
  confidential: PersonInput['ratings']
  /** Earlier rounds of the same person. */
  sealed: readonly SealedContribution[]
  /** ISO timestamp of the close. */
  closedOn: string
}

export type SealFailure = { kind: 'too-few-raters'; answered: number; needed: number }

/**
 * The contribution of one subject: for each skill that at least three rated, a value and its own variance, and one
 * variance that all values share. Values and variances are chosen so that a level measured with the contribution
 * has the same mean as with the ratings, and an uncertainty of their average that is the same too; what is given up
 * is which rater leaned which way. Skills that fewer rated are left out, and with fewer raters there is none.
 */
export function sealRound(round: RoundToSeal): Result<SealedContribution, SealFailure> {
  const confidential = round.confidential.map((rating) => ({ ...rating, ratedAt: round.closedOn }))
  const kept = keepAnsweredByEnough(confidential)
  const answered = new Set(kept.map((rating) => rating.rater?.id)).size
  if (answered < FEWEST_CONFIDENTIAL_RATERS) {
    return fail({ kind: 'too-few-raters', answered, needed: FEWEST_CONFIDENTIAL_RATERS })
  }
  return succeed({ closedOn: round.closedOn, raters: answered, ...summarise(round, kept) })
}

/** Skills that three raters gave a level. */
export function keepAnsweredByEnough(ratings: PersonInput['ratings']): RatedLevel[] {
  const raters = new Map<string, Set<string>>()
  for (const rating of ratings) {
    if (rating.level === null || !rating.rater) continue
    const known = raters.get(rating.skill) ?? new Set()
    raters.set(rating.skill, known.add(rating.rater.id))
  }
  return ratings.filter(
    (rating) => rating.level !== null && (raters.get(rating.skill)?.size ?? 0) >= FEWEST_CONFIDENTIAL_RATERS,
  )
}

/** One confidential rating at the place where everything known puts it: a number with a weight. */
interface Site {
  skill: number
  rater: number
  weight: number
  /** Weight × (number − the rater's known leniency). */
  pull: number
}

function summarise(round: RoundToSeal, confidential: PersonInput['ratings']) {
  const isConfidential = new Set(confidential)
  const input = readPersonInput({ ...round, ratings: [...round.ratings, ...confidential] })
  const fit = fitPerson(input.rows, input.priors, ratingIntervals(round.population.topLevel))
  const detail = posteriorDetail(fit)
  const working = newWorkingRow()
  const intervals = ratingIntervals(round.population.topLevel)
  const sites = fit.rows.flatMap((row, n): Site[] => {
    const rating = input.given[fit.order[n] as number]
    if (!rating || !isConfidential.has(rating)) return []
    workRating(intervals, row.code, row.sd, fit.eta[n] as number, working)
    const weight = Math.max(working.weight, 1e-9)
    const known = input.priors.raters[row.rater]?.mean ?? 0
    return [
      {
        skill: row.skill,
        rater: row.rater,
        weight,
        pull: weight * ((fit.eta[n] as number) - known) + working.slope,
      },
    ]
  })
  const skills = [...new Set(sites.map((site) => site.skill))].sort((a, b) => a - b)
  const levels = skills.map((k) => skillPosterior(fit, input.priors, k, detail).mean)
  const { weights, score, sharedVariance } = collect(
    sites,
    skills,
    levels,
    (r) => input.priors.raters[r]?.variance ?? 1,
  )
  const all = score.reduce((sum, value) => sum + value, 0)
  const values = skills.map((k, i) => ({
    skill: input.skills[k] as string,
    // x = L + M⁻¹ (b − M L) with M⁻¹ = diag(1/W) + V 11': the pull at the level L stays what it was.
    value: (levels[i] as number) + (score[i] as number) / (weights[i] as number) + sharedVariance * all,
    variance: 1 / (weights[i] as number),
  }))
  return { values, sharedVariance }
}

/**
 * With each rater's leniency and halo taken out (variance T): by skill the weights W, and the score b − M L of the
 * levels. The shared variance V is that for which the weight of a common shift, Σ_r W_r ÷ (1 + W_r T_r), is kept.
 */
function collect(
  sites: readonly Site[],
  skills: readonly number[],
  levels: readonly number[],
  varianceOf: (rater: number) => number,
) {
  const place = new Map(skills.map((k, i) => [k, i]))
  const weights = new Float64Array(skills.length)
  const score = new Float64Array(skills.length)
  let [kept, total] = [0, 0]
  for (const rater of new Set(sites.map((site) => site.rater))) {
    const own = sites.filter((site) => site.rater === rater)
    const sum = own.reduce((w, site) => w + site.weight, 0)
    const leftOf = (site: Site) => site.pull - site.weight * (levels[place.get(site.skill) ?? 0] as number)
    const lean = own.reduce((s, site) => s + leftOf(site), 0) / (sum + 1 / varianceOf(rater))
    for (const site of own) {
      const i = place.get(site.skill) as number
      weights[i] = (weights[i] as number) + site.weight
      score[i] = (score[i] as number) + leftOf(site) - site.weight * lean
    }
    kept += sum / (1 + sum * varianceOf(rater))
    total += sum
  }
  return { weights, score, sharedVariance: Math.max(0, 1 / kept - 1 / total) }
}
