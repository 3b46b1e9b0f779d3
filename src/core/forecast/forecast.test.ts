// Forecasts: what they promise, what they refuse to say, and how they are scored.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anySituation } from '../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { normalDraws, seededRandom } from '../measurement/seeded-random.ts'
import { makePlan } from '../plan/make-plan.ts'
import type { PlanRequest } from '../plan/plan-request.ts'
import { estimatesFrom } from '../planning/estimates.ts'
import { levelsAtExpectation } from '../planning/levels.ts'
import { type ForecastRequest, forecast, type MilestoneKind } from './forecast.ts'
import { inSpan, milestoneWords } from './forecast-words.ts'
import { personalPace } from './pace.ts'
import { crps, probabilityTransform, recalibration, scoreForecasts } from './score-forecasts.ts'

const framework = loadFramework(BUILT_IN)
const senior = estimatesFrom(framework, levelsAtExpectation(framework, 'senior-engineer'))

function forecastRequest(change: Partial<ForecastRequest> = {}): ForecastRequest {
  const request: PlanRequest = {
    framework,
    estimates: senior,
    fromRole: 'senior-engineer',
    destinations: [{ role: 'staff-engineer' }],
    quarters: 8,
    hoursPerWeek: 3,
  }
  const made = makePlan(request, { quick: true })
  if (!made.ok) throw new Error(made.failure.join(' '))
  const { steps, later, waiting } = made.value.plan
  return {
    framework,
    estimates: senior,
    toRole: 'staff-engineer',
    steps: [...steps, ...later],
    waiting,
    hoursPerWeek: 3,
    draws: 400,
    ...change,
  }
}

const byKind = (request: ForecastRequest) =>
  new Map(forecast(request).milestones.map((milestone) => [milestone.kind, milestone]))

describe('a forecast', () => {
  test('tells three milestones, half before four in five, the same for the same seed', () => {
    const { milestones, fan } = forecast(forecastRequest())
    expect(milestones.map(({ kind }) => kind)).toEqual(['next-level', 'ready-to-try', 'must-haves'])
    for (const { p50, p80 } of milestones) expect(p50).toBeLessThanOrEqual(p80)
    expect(fan.every(({ p10, p50, p90 }) => p10 <= p50 && p50 <= p90)).toBe(true)
    expect(forecast(forecastRequest())).toEqual({ milestones, fan, learnedFrom: 0 })
  })

  test('never comes later with more hours, draw by draw, in any framework', () => {
    fc.assert(
      fc.property(
        anySituation(),
        fc.integer({ min: 0, max: 9 }),
        ({ framework: any, levels, from, to }, h) => {
          const estimates = estimatesFrom(any, levels)
          const made = makePlan(
            {
              framework: any,
              estimates,
              fromRole: from,
              destinations: [{ role: to }],
              quarters: 6,
              hoursPerWeek: 3,
            },
            { quick: true },
          )
          if (!made.ok) throw new Error(made.failure.join(' '))
          const steps = [...made.value.plan.steps, ...made.value.plan.later]
          const at = (hoursPerWeek: number) =>
            forecast({ framework: any, estimates, toRole: to, steps, hoursPerWeek, draws: 25 }).milestones
          const [less, more] = [at(h), at(h + 1)]
          less.forEach((milestone, index) => {
            milestone.weeks.forEach((weeks, place) => {
              expect(more[index]?.weeks[place]).toBeLessThanOrEqual(weeks + 1e-9)
            })
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  test('without hours gives no date, and says what would shorten it', () => {
    const milestone = byKind(forecastRequest({ hoursPerWeek: 0 })).get('must-haves')
    expect(milestone?.p80).toBe(Number.POSITIVE_INFINITY)
    const words = milestone ? milestoneWords(milestone, '2026-11-25') : null
    expect(words?.dateMost).toBeNull()
    expect(words?.sentence).toContain('What would shorten it')
  })

  test('moves later when steps took twice as long, and when one under way has taken much already', () => {
    const prior = byKind(forecastRequest()).get('must-haves')?.p50 ?? 0
    const twice = { estimated: 12, spent: 24 }
    const slow = byKind(forecastRequest({ evidence: { finished: [twice, twice] } })).get('must-haves')
    const stuck = byKind(forecastRequest({ evidence: { underWay: [twice] } })).get('must-haves')
    expect(slow?.p50).toBeGreaterThan(prior)
    expect(stuck?.p50).toBeGreaterThan(prior)
  })

  test('takes off what is spent on the first step', () => {
    const fresh = byKind(forecastRequest()).get('next-level')?.p50 ?? 0
    expect(byKind(forecastRequest({ spentOnFirst: 6 })).get('next-level')?.p50).toBeLessThan(fresh)
  })
})

describe('the pace', () => {
  test('stays at the prior without evidence and comes close to the truth with much', () => {
    const random = seededRandom(3)
    const meanOf = (pace: ReturnType<typeof personalPace>) =>
      Array.from({ length: 4000 }, () => pace.drawEffort(random)).reduce((sum, one) => sum + one, 0) / 4000
    expect(meanOf(personalPace())).toBeCloseTo(0, 1)
    const finished = Array.from({ length: 40 }, () => ({ estimated: 10, spent: 20 }))
    expect(meanOf(personalPace({ finished }))).toBeCloseTo(Math.log(2), 1)
    const weeks = Array.from({ length: 60 }, () => ({ planned: 3, delivered: 1.5 }))
    expect(personalPace({ weeks }).delivery.mean).toBeCloseTo(Math.log(0.5) + 0.125, 1)
  })

  test('survives records without sense and weeks without practice', () => {
    const pace = personalPace({
      finished: [{ estimated: 0, spent: 5 }],
      underWay: [{ estimated: 1, spent: 1e9 }],
      weeks: [{ planned: 3, delivered: 0 }],
    })
    expect(Number.isFinite(pace.drawEffort(seededRandom(1)))).toBe(true)
    expect(Number.isFinite(pace.delivery.mean)).toBe(true)
  })
})

describe('words', () => {
  test('speak of half and four in five, in spans a person uses', () => {
    const words = milestoneWords({ kind: 'ready-to-try', weeks: [], p50: 21, p80: 39 }, '2026-11-25')
    expect(words.sentence).toBe(
      'Half of people like this would be ready to try in about five months, four in five in about nine months.',
    )
    expect(words.dateHalf).toBe('2027-04-21')
    expect([0.5, 5, 30, 110, 130].map(inSpan)).toEqual([
      'within about a week',
      'in about five weeks',
      'in about seven months',
      'in about two years',
      'in about two and a half years',
    ])
  })

  test('speak of those who are there already as being there', () => {
    const sentence = (kind: MilestoneKind, p50: number, p80: number) =>
      milestoneWords({ kind, weeks: [], p50, p80 }, '2026-11-25').sentence
    expect(sentence('ready-to-try', 0, 9)).toBe(
      'Half of people like this are ready to try already, four in five in about two months.',
    )
    expect(sentence('next-level', 0, 0)).toBe(
      'Four in five people like this already hold the next level of the first skill.',
    )
    expect(sentence('must-haves', 0, 200)).toContain(
      'Half of people like this have met all must-haves already, but for four in five',
    )
  })

  test('give no date beyond three years', () => {
    const words = milestoneWords({ kind: 'must-haves', weeks: [], p50: 140, p80: 170 }, '2026-11-25', {
      hours: 5,
      p80: 120,
    })
    expect(words).toMatchObject({ dateHalf: null, dateMost: null })
    expect(words.sentence).toContain('with five hours a week four in five would be there')
  })
})

describe('scores', () => {
  const random = seededRandom(11)
  const normal = normalDraws(random)
  const draws = (mean: number) =>
    Array.from({ length: 200 }, () => mean + 5 * normal()).toSorted((a, b) => a - b)

  test('the ranked probability score of one point is the distance, and of a normal what is known', () => {
    expect(crps([10], 13, 520)).toBe(3)
    const wide = Array.from({ length: 20000 }, () => normal()).toSorted((a, b) => a - b)
    // CRPS of the standard normal at its mean: √(2/π) − 1/√π (Gneiting and Raftery 2007).
    expect(crps(wide, 0, 520)).toBeCloseTo(Math.sqrt(2 / Math.PI) - 1 / Math.sqrt(Math.PI), 2)
  })

  test('honest forecasts cover what they say, and are left nearly as they are', () => {
    const resolved = Array.from({ length: 1000 }, () => ({ weeks: draws(50), actual: 50 + 5 * normal() }))
    const score = scoreForecasts(resolved, 520)
    expect(score?.within80).toBeCloseTo(0.8, 1)
    expect(score?.within50).toBeCloseTo(0.5, 1)
    expect(score?.metP80).toBeCloseTo(0.8, 1)
    const mend = recalibration(resolved.map((one) => probabilityTransform(one.weeks, one.actual)))
    expect(mend?.(0.8)).toBeCloseTo(0.8, 1)
  })

  test('forecasts that are too early are mended after a hundred outcomes, not before', () => {
    const transforms = Array.from({ length: 200 }, () => probabilityTransform(draws(50), 53 + 5 * normal()))
    expect(recalibration(transforms.slice(0, 99))).toBeNull()
    const mend = recalibration(transforms)
    expect(mend?.(0.8)).toBeGreaterThan(0.87)
    const asked = [0, 0.1, 0.5, 0.9, 1].map((p) => mend?.(p) ?? -1)
    expect(asked).toEqual(asked.toSorted((a, b) => a - b))
    expect(scoreForecasts([], 520)).toBeNull()
  })
})
