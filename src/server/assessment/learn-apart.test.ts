// Spreads that are learned in a thread of their own are those that would be learned here.
import { expect, test } from 'vitest'
import { learnPopulation } from '../../core/measurement/learn-population.ts'
import { defaultPopulationFor } from '../../core/measurement/population.ts'
import { seededRandom } from '../../core/measurement/seeded-random.ts'
import { simulateRatings } from '../../core/measurement/simulate-ratings.ts'
import { learnApart } from './learn-apart.ts'

const population = defaultPopulationFor(5)
const design = { teamSize: 8, peers: 2, crossing: 0.5, skills: 5, domains: 2, missing: 0, mean: 2.5 }

test('a thread learns the same from the same ratings, and nothing from fewer than two hundred people', async () => {
  const { columns } = simulateRatings({ ...design, people: 200 }, population, seededRandom(1))
  const here = learnPopulation(columns, population)
  expect(here?.spreads.person).not.toBe(population.spreads.person)
  expect(await learnApart(columns, population)).toEqual(here)
  const few = simulateRatings({ ...design, people: 199 }, population, seededRandom(1)).columns
  expect(await learnApart(few, population)).toBeNull()
})
