// In simulated organisations, where the truth is known: likely ranges hold as often as they say, and levels are nearer than the mean of all ratings.
import { describe, expect, test } from 'vitest'
import { defaultPopulationFor } from '../../src/core/measurement/population.ts'
import { fitPopulation } from '../../src/core/measurement/population-fit.ts'
import { addScores, scoreSimulation, summarise } from '../../src/core/measurement/score-simulation.ts'
import { seededRandom } from '../../src/core/measurement/seeded-random.ts'
import { simulateRatings } from '../../src/core/measurement/simulate-ratings.ts'
import { SIMULATION_CASES, type SimulationCase } from '../../src/core/measurement/simulation-cases.ts'

/** Some thousands of person-and-skill pairs with fixed seeds; `npm run bench` tries ten times as many. */
const PAIRS = 12_000

function runCase({ design, world, misfit }: SimulationCase) {
  const runs = Math.ceil(PAIRS / (design.people * design.skills))
  return summarise(
    addScores(
      Array.from({ length: runs }, (_, run) => {
        const { columns, truth } = simulateRatings(design, world, seededRandom(1000 + run), misfit)
        const fit = fitPopulation(columns, defaultPopulationFor(5))
        if (!fit.ok) throw new Error(fit.failure.kind)
        return scoreSimulation(columns, truth, fit.value)
      }),
    ),
  )
}

describe('measured against the truth', () => {
  test.each(SIMULATION_CASES.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { rmse, rmseOfMean, coverage, bias } = runCase(one)
    const [low, high] = one.coverage
    expect(coverage).toBeGreaterThanOrEqual(low)
    expect(coverage).toBeLessThanOrEqual(high)
    expect(Math.abs(bias)).toBeLessThan(0.1)
    expect(rmse).toBeLessThan((1 - (one.gain ?? 0)) * rmseOfMean)
  })
})
