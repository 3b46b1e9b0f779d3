// How much people and raters differ, learned from the ratings at hand where there are enough of them.

import { estimateSpreads, FEWEST_PEOPLE } from './estimate-spreads.ts'
import type { RatedPerson } from './people-columns.ts'
import type { Population } from './population.ts'
import { fitPopulation } from './population-fit.ts'
import type { RatingColumns } from './rating-columns.ts'
import { seededRandom } from './seeded-random.ts'

/** Learning begins anew each time the number of ratings has grown by so much. */
const STEP = 1.1

/**
 * The earliest ratings, nine in ten of them or more, so that each new rating does not ask for learning anew; nobody
 * where there are fewer than 200 people, for whom the engine's defaults are better.
 */
export function ratingsToLearnFrom(people: readonly RatedPerson[]): RatedPerson[] {
  if (people.length < FEWEST_PEOPLE) return []
  const days = people.flatMap(({ ratings }) => ratings.map(({ ratedAt }) => ratedAt)).sort()
  const count = Math.floor(STEP ** Math.floor(Math.log(days.length) / Math.log(STEP)))
  const last = days[Math.max(0, count - 1)] ?? ''
  const kept = people.map((one) => ({
    ...one,
    ratings: one.ratings.filter(({ ratedAt }) => ratedAt <= last),
  }))
  return kept.filter(({ ratings }) => ratings.length > 0)
}

/**
 * Null for fewer than 200 people, or where the columns are wrong. With a hundred thousand ratings it takes from five
 * seconds to a minute; the same ratings give the same answer.
 */
export function learnPopulation(columns: RatingColumns, population: Population): Population | null {
  const fit = columns.people < FEWEST_PEOPLE ? null : fitPopulation(columns, population)
  if (fit === null || !fit.ok) return null
  const learned = estimateSpreads(fit.value, seededRandom(1))
  return learned.estimated ? learned.population : null
}
