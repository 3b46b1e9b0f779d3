// How one rater of several people rates, for that rater's own eyes: strict or generous, and whether it fits.

import { solveDense } from './dense-cholesky.ts'
import type { Together } from './measure-together.ts'
import { HALF_WIDTH_80 } from './normal.ts'
import type { PopulationFit } from './population-fit.ts'
import { FEWEST_FOR_FIT, raterFits } from './rater-fit.ts'
import { MANAGER, type RatingColumns, SEALED, SELF } from './rating-columns.ts'

export interface RatingHabit {
  /** Ratings of other people that count, and how many people they are about. */
  ratings: number
  people: number
  /** Of these people, how many somebody else rated under a name, and how many others did. */
  sharedPeople: number
  otherRaters: number
  /**
   * By how many levels these ratings lie above those of the others (below where negative), with a likely range that
   * is right four times out of five. Null where too little is shared to tell, or where it would tell about one other.
   */
  difference: { levels: number; low: number; high: number } | null
  /** Whether ratings scatter more than the engine can explain; null below thirty ratings, or with nobody to compare. */
  odd: boolean | null
}

/** With one other rater, how one compares would say as much about them. */
const FEWEST_OTHERS = 2

/** Null where `rater` has rated fewer than two people: one person says nothing about a habit. */
export function ratingHabit({ columns, raters, fit }: Together, rater: string): RatingHabit | null {
  const me = raters.indexOf(rater)
  const own = rowsOf(columns, (row) => columns.rater[row] === me)
  const people = new Set(own.map((row) => columns.person[row] as number))
  if (me < 0 || people.size < 2) return null
  const others = rowsOf(columns, (row) => columns.rater[row] !== me && people.has(columns.person[row] ?? -1))
  const shared = new Set(others.map((row) => columns.person[row]))
  const otherRaters = [...new Set(others.map((row) => columns.rater[row] as number))]
  const isTold = otherRaters.length >= FEWEST_OTHERS
  const about = {
    ratings: own.length,
    people: people.size,
    sharedPeople: shared.size,
    otherRaters: otherRaters.length,
  }
  if (!isTold) return { ...about, difference: null, odd: null }
  const compared = own.filter((row) => shared.has(columns.person[row]))
  const difference = differenceOf(fit, contrast(columns, fit, { me, compared, others, otherRaters }))
  const [found] = raterFits(fit, me)
  return { ...about, difference, odd: found && found.ratings >= FEWEST_FOR_FIT ? found.flagged : null }
}

/** Rows of ratings by somebody else, under a name. */
function rowsOf({ kind }: RatingColumns, isWanted: (row: number) => boolean): number[] {
  const rows: number[] = []
  for (let row = 0; row < kind.length; row += 1) {
    if (kind[row] !== SELF && kind[row] !== SEALED && isWanted(row)) rows.push(row)
  }
  return rows
}

/** One's own lean less the mean lean of the others; what managers have in common counts as far as they rate as such. */
function contrast(
  { kind }: RatingColumns,
  { arranged, x }: PopulationFit,
  given: {
    me: number
    compared: readonly number[]
    others: readonly number[]
    otherRaters: readonly number[]
  },
): Float64Array {
  const share = (rows: readonly number[]) => rows.filter((row) => kind[row] === MANAGER).length / rows.length
  const weights = new Float64Array(x.shared.length)
  weights[given.me] = 1
  for (const other of given.otherRaters) weights[other] = -1 / given.otherRaters.length
  weights[arranged.managerBias] = share(given.compared) - share(given.others)
  return weights
}

function differenceOf(fit: PopulationFit, weights: Float64Array): RatingHabit['difference'] {
  fit.settle()
  const { factor, diagonal, population, arranged, leniency } = fit
  const spread = weights.slice()
  if (factor) solveDense(factor, weights.length, spread)
  else for (let i = 0; i < spread.length; i += 1) spread[i] = (spread[i] as number) / (diagonal[i] as number)
  const known = (weights[arranged.managerBias] as number) * population.managerBias.mean
  const lean = (i: number) => (fit.x.shared[i] as number) + (leniency?.[i]?.mean ?? 0)
  const levels = weights.reduce((sum, weight, i) => sum + weight * lean(i), known)
  const half = HALF_WIDTH_80 * Math.sqrt(weights.reduce((sum, w, i) => sum + w * (spread[i] as number), 0))
  return { levels, low: levels - half, high: levels + half }
}
