// Everybody in one fit: how strict raters are and how high skills stand is learned from all, each person apart.

import type { Framework } from '../framework/framework.ts'
import { populationOf, populationWithout } from './leave-out.ts'
import { type PeopleColumns, peopleColumns, type RatedPerson } from './people-columns.ts'
import { defaultPopulation, leniencyOf, type Population } from './population.ts'
import { fitPopulation, type PopulationFit } from './population-fit.ts'

/** Several people, measured together. Read it by `populationFor`, `networksOf` and `ratingHabit`. */
export interface Together extends PeopleColumns {
  fit: PopulationFit
  /** Fits differ where the framework does: not to be used with another one. */
  framework: Framework
}

/**
 * More shared unknowns (raters and skills) than this are known one by one: what they know jointly would take a
 * second and more, and moves coverage by less than 3 points.
 */
const MOST_JOINT = 600

/**
 * Null where nothing can be learned from one person about another: fewer than two people have ratings that count.
 * `population` is what is known about people in general, the engine's defaults unless told; `population.raters` is what
 * is known of raters from elsewhere, and must not rest on any of these ratings.
 */
export function measureTogether(
  framework: Framework,
  people: readonly RatedPerson[],
  population: Population = defaultPopulation(framework),
): Together | null {
  const read = peopleColumns(framework, people)
  if (read.people.length < 2) return null
  const known = read.raters.some((rater) => Object.hasOwn(population.raters, rater))
  const fit = fitPopulation(read.columns, population, {
    mostDense: MOST_JOINT,
    ...(known ? { leniency: read.raters.map((rater) => leniencyOf(population, rater)) } : {}),
  })
  if (!fit.ok) throw new Error(`Ratings that were read do not fit together: ${fit.failure.kind}.`)
  return { ...read, framework, fit: fit.value }
}

/** What this person is measured against: known from everybody else. Anybody who is not among them is a stranger. */
export function populationFor({ fit, people, skills, raters }: Together, person: string): Population {
  const place = people.indexOf(person)
  return place < 0 ? populationOf(fit, { skills, raters }) : populationWithout(fit, place, { skills, raters })
}
