// The worlds in which the engine is tried: one that is as it believes, and several that are not.

import { defaultPopulationFor, type Population, type Spreads } from './population.ts'
import type { Misfit, SimulatedDesign } from './simulate-ratings.ts'

export interface SimulationCase {
  name: string
  design: SimulatedDesign
  world: Population
  misfit: Misfit
  /** Bounds for the share of 80 % ranges that hold. */
  coverage: [number, number]
  /** How far the error must be below that of the mean of all ratings, as a share; null: no promise. */
  gain: number | null
}

const DESIGN: SimulatedDesign = {
  people: 40,
  teamSize: 5,
  peers: 3,
  crossing: 0.5,
  skills: 40,
  domains: 8,
  missing: 0.15,
  mean: 2.5,
}

function worldWith(spreads: Partial<Spreads>): Population {
  const world = defaultPopulationFor(5)
  return { ...world, spreads: { ...world.spreads, ...spreads } }
}

const WRONG_BOUNDS = [-0.15, 0.1, 0.2, -0.1, 0.15]

export const SIMULATION_CASES: SimulationCase[] = [
  {
    name: 'the model is right',
    design: DESIGN,
    world: worldWith({}),
    misfit: {},
    coverage: [0.78, 0.82],
    gain: 0.18,
  },
  {
    name: 'impressions differ less than believed',
    design: DESIGN,
    world: worldWith({ halo: 0.45 }),
    misfit: {},
    coverage: [0.72, 0.9],
    gain: 0.18,
  },
  {
    name: 'wrong bounds between levels, and raters who use the scale differently',
    design: DESIGN,
    world: worldWith({ halo: 0.45 }),
    misfit: { thresholds: WRONG_BOUNDS, unequalUse: 0.2 },
    coverage: [0.72, 0.9],
    gain: 0.18,
  },
  {
    name: 'a team of five alone',
    design: { ...DESIGN, people: 5, crossing: 0 },
    world: worldWith({ halo: 0.45 }),
    misfit: {},
    coverage: [0.72, 0.9],
    gain: null,
  },
  {
    name: 'everybody near the bottom of the scale',
    design: { ...DESIGN, mean: 1 },
    world: worldWith({}),
    misfit: {},
    coverage: [0.76, 0.84],
    gain: 0.18,
  },
]
