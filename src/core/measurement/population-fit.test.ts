// A whole organisation at once: the two ways of solving agree, order is no matter, and bad columns are refused.

import { describe, expect, test } from 'vitest'
import { estimateSpreads, FEWEST_PEOPLE } from './estimate-spreads.ts'
import { populationOf, populationWithout } from './leave-out.ts'
import { defaultPopulationFor, type Population } from './population.ts'
import { type FitOptions, fitPopulation, type PopulationFit } from './population-fit.ts'
import { raterFits } from './rater-fit.ts'
import { connectedNetworks, MANAGER, OTHER, type RatingColumns, SEALED, SELF } from './rating-columns.ts'
import { scoreSimulation, summarise } from './score-simulation.ts'
import { seededRandom } from './seeded-random.ts'
import { type SimulatedDesign, simulateRatings } from './simulate-ratings.ts'

const population = defaultPopulationFor(5)
const design: SimulatedDesign = {
  people: 30,
  teamSize: 6,
  peers: 3,
  crossing: 0.5,
  skills: 12,
  domains: 3,
  missing: 0.1,
  mean: 2.5,
}

function fitted(
  columns: RatingColumns,
  model: Population = population,
  options: FitOptions = {},
): PopulationFit {
  const fit = fitPopulation(columns, model, options)
  if (!fit.ok) throw new Error(fit.failure.kind)
  return fit.value
}

const simulated = (seed: number, more: Partial<SimulatedDesign> = {}, world = population) =>
  simulateRatings({ ...design, ...more }, world, seededRandom(seed))

const names = (columns: RatingColumns) => ({
  skills: Array.from({ length: columns.domainOf.length }, (_, k) => `skill-${k}`),
  raters: Array.from({ length: columns.raters }, (_, r) => `rater-${r}`),
})

function reordered(columns: RatingColumns, order: readonly number[]): RatingColumns {
  return {
    ...columns,
    person: Int32Array.from(order, (row) => columns.person[row] as number),
    skill: Uint16Array.from(order, (row) => columns.skill[row] as number),
    rater: Int32Array.from(order, (row) => columns.rater[row] as number),
    kind: Uint8Array.from(order, (row) => columns.kind[row] as number),
    code: Uint8Array.from(order, (row) => columns.code[row] as number),
    evidence: Uint8Array.from(order, (row) => columns.evidence[row] as number),
  }
}

function busiestRater(columns: RatingColumns): number {
  const counts = new Int32Array(columns.raters)
  for (const rater of columns.rater) if (rater >= 0) counts[rater] = (counts[rater] as number) + 1
  return counts.indexOf(Math.max(...counts))
}

/** By hand: rows of [person, skill, rater, kind, level]. */
function byHand(people: number, raters: number, rows: readonly (readonly number[])[]): RatingColumns {
  const column = (i: number) => rows.map((row) => row[i] as number)
  return {
    people,
    raters,
    topLevel: 5,
    domainOf: Int32Array.of(0, 0, 1),
    waveDays: Float64Array.of(0),
    person: Int32Array.from(column(0)),
    skill: Uint16Array.from(column(1)),
    rater: Int32Array.from(column(2)),
    kind: Uint8Array.from(column(3)),
    code: Uint8Array.from(column(4), (level) => 2 * level),
    evidence: new Uint8Array(rows.length),
  }
}

const close = (a: ArrayLike<number>, b: ArrayLike<number>, digits: number) => {
  expect(a.length).toBe(b.length)
  for (let i = 0; i < a.length; i += 1) expect(a[i]).toBeCloseTo(b[i] as number, digits)
}

describe('the shared fit', () => {
  test('is the same by one large factor and by conjugate gradients', () => {
    const { columns } = simulated(1)
    const exact = fitted(columns, population, { atRest: 1e-6 })
    const iterated = fitted(columns, population, { atRest: 1e-4, mostDense: 0 })
    close(exact.x.shared, iterated.x.shared, 2)
    close(exact.x.absorbed, iterated.x.absorbed, 2)
    expect(exact.progress.stoppedEarly).toBe(false)
    expect(iterated.progress.passes).toBeGreaterThan(0)
  })

  test('does not depend on the order of the rows', () => {
    const { columns } = simulated(2)
    const random = seededRandom(3)
    const order = Array.from(columns.person, (_, row) => ({ row, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row)
    close(fitted(columns).x.shared, fitted(reordered(columns, order)).x.shared, 5)
  })

  test('gives people other numbers and the results move with them', () => {
    const { columns } = simulated(4)
    const moved = (p: number) => (p < 0 ? p : (p + 7) % design.people)
    const permuted = { ...columns, person: columns.person.map(moved), rater: columns.rater.map(moved) }
    const [a, b] = [fitted(columns), fitted(permuted)]
    for (let p = 0; p < design.people; p += 1) {
      expect(b.x.shared[moved(p)]).toBeCloseTo(a.x.shared[p] as number, 4)
      const at = (fit: PopulationFit, person: number) =>
        fit.x.dense[fit.arranged.system.denseStart[person] as number]
      expect(at(b, moved(p))).toBeCloseTo(at(a, p) as number, 4)
    }
  })

  test('finds who is strict where people share raters', () => {
    const { columns } = simulated(5, { crossing: 1, people: 60, skills: 20 })
    const strict = busiestRater(columns)
    const code = columns.code.map((value, row) =>
      columns.rater[row] === strict ? Math.max(0, value - 2) : value,
    )
    const [before, after] = [fitted(columns), fitted({ ...columns, code })]
    expect((before.x.shared[strict] as number) - (after.x.shared[strict] as number)).toBeGreaterThan(0.3)
  })

  test('says so when a limit ends it', () => {
    const { columns } = simulated(6)
    expect(fitted(columns, population, { mostIterations: 1 }).progress.stoppedEarly).toBe(true)
  })

  test('takes states of several times, sealed rounds and evidence into account', () => {
    const { columns } = simulated(7)
    const rows = columns.person.length
    const kind = columns.kind.slice()
    const sealedRows = Array.from(kind.keys()).filter(
      (row) => kind[row] === OTHER && columns.person[row] === 3,
    )
    const rater = columns.rater.slice()
    const value = new Float64Array(rows)
    for (const row of sealedRows) {
      kind[row] = SEALED
      rater[row] = 0
      value[row] = (columns.code[row] as number) / 2
    }
    const fit = fitted({
      ...columns,
      kind,
      rater,
      waveDays: Float64Array.of(0, 365),
      wave: Uint16Array.from({ length: rows }, (_, row) => row % 2),
      evidence: Uint8Array.from({ length: rows }, (_, row) => row % 3),
      sealed: { value, variance: new Float64Array(rows).fill(0.2), shared: Float64Array.of(0.15) },
    })
    expect(fit.progress.stoppedEarly).toBe(false)
    expect(fit.x.shared.every(Number.isFinite)).toBe(true)
    expect(fit.x.absorbed.every(Number.isFinite)).toBe(true)
  })
})

describe('what is known without one person', () => {
  test('leaves their own ratings out: raters are less well known than with them', () => {
    const { columns } = simulated(8)
    const fit = fitted(columns)
    const [all, without] = [populationOf(fit, names(columns)), populationWithout(fit, 4, names(columns))]
    const raters = Object.keys(without.raters)
    expect(raters.length).toBeGreaterThan(2)
    for (const rater of raters) {
      expect(without.raters[rater]?.variance).toBeGreaterThan(all.raters[rater]?.variance ?? Number.NaN)
    }
  })

  test('is what a fit without them finds', () => {
    const { columns } = simulated(9)
    const order = Array.from(columns.person.keys()).filter((row) => columns.person[row] !== 4)
    const really = populationOf(fitted(reordered(columns, order)), names(columns))
    const told = populationWithout(fitted(columns), 4, names(columns))
    for (const [rater, { mean, variance }] of Object.entries(told.raters)) {
      // Weights of the others' ratings move a little when the person goes, hence not to all digits.
      expect(mean).toBeCloseTo(really.raters[rater]?.mean ?? Number.NaN, 1)
      expect(Math.sqrt(variance)).toBeCloseTo(Math.sqrt(really.raters[rater]?.variance ?? Number.NaN), 2)
    }
    expect(told.selfBias.mean).toBeCloseTo(really.selfBias.mean, 2)
  })

  test('serves nearly as well where the organisation is too large for the exact way', () => {
    const { columns, truth } = simulated(10, { people: 60 })
    const [exact, iterated] = [fitted(columns), fitted(columns, population, { mostDense: 0 })].map((fit) =>
      summarise(scoreSimulation(columns, truth, fit)),
    )
    expect(Math.abs((exact?.rmse ?? 0) - (iterated?.rmse ?? 1))).toBeLessThan(0.01)
    expect(Math.abs((exact?.coverage ?? 0) - (iterated?.coverage ?? 1))).toBeLessThan(0.03)
  })
})

describe('who is comparable with whom', () => {
  test('is told by shared raters; self-ratings and sealed rounds join nobody', () => {
    const columns = byHand(5, 4, [
      [0, 0, 0, OTHER, 3],
      [1, 0, 0, OTHER, 3],
      [2, 0, 1, MANAGER, 3],
      [3, 0, -1, SELF, 3],
      [4, 0, 1, OTHER, 2],
    ])
    expect([...connectedNetworks(columns)]).toEqual([0, 0, 1, 2, 1])
  })
})

describe('raters who do not fit', () => {
  test('are found when they rate at random, and nobody else is', () => {
    const { columns } = simulated(11, { people: 40, skills: 20, crossing: 1 })
    const random = seededRandom(12)
    const wild = busiestRater(columns)
    const code = columns.code.map((value, row) =>
      columns.rater[row] === wild && columns.kind[row] !== SELF ? 2 * Math.floor(6 * random()) : value,
    )
    const fits = raterFits(fitted({ ...columns, code }))
    expect(fits.filter((one) => one.flagged).map((one) => one.rater)).toEqual([wild])
    const others = fits.filter((one) => one.rater !== wild && one.ratings >= 30)
    const mean = others.reduce((sum, one) => sum + one.misfit, 0) / others.length
    expect(mean).toBeGreaterThan(0.85)
    expect(mean).toBeLessThan(1.15)
  })
})

describe('spreads', () => {
  const world: Population = {
    ...population,
    spreads: { person: 0.6, domain: 0.2, skill: 0.5, leniency: 0.25, halo: 0.4, selfHalo: 0.6, noise: 0.7 },
  }

  test('are learnt from two hundred people', () => {
    const { columns } = simulated(13, { people: 240, skills: 15 }, world)
    const outcome = estimateSpreads(fitted(columns), seededRandom(1))
    expect(outcome).toMatchObject({ estimated: true, stoppedEarly: false })
    for (const [name, spread] of Object.entries(world.spreads)) {
      const found = outcome.population.spreads[name as keyof typeof world.spreads]
      const before = population.spreads[name as keyof typeof world.spreads]
      // Nearer to the truth than a third of the way, or within a tenth of it.
      expect(Math.abs(found - spread)).toBeLessThan(Math.max(0.35 * Math.abs(before - spread), 0.1 * spread))
    }
  })

  test('stay as they are where there are fewer', () => {
    const { columns } = simulated(14, { people: FEWEST_PEOPLE - 1, skills: 3 })
    const outcome = estimateSpreads(fitted(columns), seededRandom(1))
    expect(outcome).toMatchObject({ estimated: false, population })
  })
})

describe('whatever comes in', () => {
  test('columns that cannot be are refused with the row', () => {
    const failure = (columns: RatingColumns) => {
      const result = fitPopulation(columns, population)
      return result.ok ? null : result.failure
    }
    expect(failure(byHand(1, 1, []))).toEqual({ kind: 'no-ratings' })
    expect(failure(byHand(1, 1, [[0, 0, 0, OTHER, 6]]))).toEqual({ kind: 'level-outside-scale', row: 0 })
    expect(failure(byHand(1, 1, [[1, 0, 0, OTHER, 3]]))).toMatchObject({ column: 'person' })
    expect(failure(byHand(1, 1, [[0, 9, 0, OTHER, 3]]))).toMatchObject({ column: 'skill' })
    expect(failure(byHand(1, 1, [[0, 0, 4, OTHER, 3]]))).toMatchObject({ column: 'rater' })
    expect(failure(byHand(1, 1, [[0, 0, 0, SEALED, 3]]))).toMatchObject({ column: 'kind' })
  })

  test('one rating, equal ratings, zeros, and a rater who gives everybody the top', () => {
    const everybody = (level: (p: number, k: number, r: number) => number) =>
      byHand(
        8,
        8,
        Array.from({ length: 8 * 3 * 3 }, (_, i) => {
          const [p, k, r] = [Math.floor(i / 9), i % 3, Math.floor((i % 9) / 3)]
          return [p, k, r === 0 ? -1 : (p + r) % 8, r === 0 ? SELF : OTHER, level(p, k, (p + r) % 8)]
        }),
      )
    const tried: RatingColumns[] = [
      byHand(3, 1, [[1, 0, 0, OTHER, 3]]),
      everybody(() => 3),
      everybody(() => 0),
      everybody(() => 5),
      everybody((_, __, rater) => (rater === 2 ? 5 : 2)),
      everybody((p, _, rater) => ((p + rater) % 2) * 5),
    ]
    for (const columns of tried) {
      for (const mostDense of [1500, 0]) {
        const fit = fitted(columns, population, { mostDense })
        expect(fit.progress.stoppedEarly).toBe(false)
        expect([...fit.x.shared, ...fit.x.dense, ...fit.x.absorbed].every(Number.isFinite)).toBe(true)
        const known = populationWithout(fit, 1, names(columns))
        expect(
          Object.values(known.raters).every(({ mean, variance }) => Number.isFinite(mean) && variance > 0),
        ).toBe(true)
      }
    }
  })

  test('two thousand raters of one person among others', () => {
    const rows = Array.from({ length: 2000 }, (_, r) => [0, r % 3, r, OTHER, 2 + (r % 3)])
    const columns = byHand(2, 2000, [...rows, [1, 0, 5, OTHER, 3]])
    const fit = fitted(columns)
    expect(fit.progress.stoppedEarly).toBe(false)
    const known = populationWithout(fit, 0, names(columns))
    expect(Object.keys(known.raters)).toHaveLength(2000)
  })
})
