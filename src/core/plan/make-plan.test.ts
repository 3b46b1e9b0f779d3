// Plans: what always holds, in every framework and for every wish.
import fc from 'fast-check'
import highsModule from 'highs'
import { describe, expect, test } from 'vitest'
import { anySituation } from '../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import type { Framework, Skill } from '../framework/framework.ts'
import { estimatesFrom } from '../planning/estimates.ts'
import { focus } from '../planning/focus.ts'
import { levelsAtExpectation } from '../planning/levels.ts'
import { type MadePlan, makePlan } from './make-plan.ts'
import type { PlanRequest } from './plan-request.ts'
import { proofModel, proofOf } from './proof-model.ts'
import { closureOf } from './ratio-order.ts'

const framework = loadFramework(BUILT_IN)
// The package describes its CommonJS build; what is imported is the other one, whose default is the loader itself.
const highs = highsModule as unknown as typeof highsModule.default

function requestFor(from: string, to: string, change: Partial<PlanRequest> = {}): PlanRequest {
  return {
    framework,
    estimates: estimatesFrom(framework, levelsAtExpectation(framework, from)),
    fromRole: from,
    destinations: [{ role: to }],
    quarters: 8,
    hoursPerWeek: 3,
    ...change,
  }
}

function made(request: PlanRequest, quick = false): MadePlan {
  const result = makePlan(request, { quick })
  if (!result.ok) throw new Error(result.failure.join(' '))
  return result.value
}

/** Wishes of all kinds over any framework. */
const anyRequest = fc
  .record({
    situation: anySituation(),
    quarters: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(1 / 13)),
    hours: fc.oneof(
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }),
    ),
    focusLimit: fc.integer({ min: 1, max: 3 }),
    heavyWeeks: fc.integer({ min: 0, max: 5 }),
    wishes: fc.array(fc.nat(), { maxLength: 6 }),
    seed: fc.integer(),
  })
  .map(({ situation, quarters, hours, focusLimit, heavyWeeks, wishes, seed }): PlanRequest => {
    const { framework: any, from, to, levels } = situation
    const skills = any.skills.map((skill) => skill.id)
    const some = [...new Set(wishes.map((wish) => skills[wish % skills.length] ?? ''))]
    const third = Math.floor(some.length / 3)
    return {
      framework: any,
      estimates: estimatesFrom(any, levels),
      fromRole: from,
      destinations: [{ role: to }, { role: from, share: 0.5 }],
      quarters,
      hoursPerWeek: hours,
      focusLimit,
      heavyWeeks,
      pins: some.slice(0, third),
      without: some.slice(third, 2 * third),
      order: some,
      opportunities: Object.fromEntries(some.slice(2 * third).map((skill) => [skill, 2])),
      seed,
    }
  })

const always = (check: (request: PlanRequest, plan: MadePlan) => void, numRuns = 150) =>
  fc.assert(
    fc.property(anyRequest, (request) => check(request, made(request, true))),
    { numRuns },
  )

describe('every plan', () => {
  test('keeps within the hours and the focus of each quarter', () => {
    always((_, { plan, problem }) => {
      problem.available.forEach((available, quarter) => {
        const done = plan.steps.filter((step) => step.quarter <= quarter + 1)
        expect(done.reduce((sum, step) => sum + step.hours, 0)).toBeLessThanOrEqual(available + 1e-6)
        const limit = problem.limit[quarter] ?? 0
        expect(done.filter((step) => step.quarter === quarter + 1).length).toBeLessThanOrEqual(limit)
        expect(plan.quarters[quarter]?.areas.length).toBeLessThanOrEqual(limit)
      })
    })
  })

  test('puts what a skill builds on into an earlier quarter, or says why it does without', () => {
    always((request, { plan }) => {
      const quarterOf = (skill: string, level: number) =>
        plan.steps.find((step) => step.skill === skill && step.level === level)?.quarter
      for (const step of plan.steps) {
        const skill = request.framework.skills.find((one) => one.id === step.skill)
        for (const id of skill?.prerequisites ?? []) {
          const needed = plan.steps
            .filter((other) => other.skill === id && other.level <= step.level)
            .map((other) => other.level)
          const waived = plan.waived.some((one) => one.skill === step.skill && one.without === id)
          if (waived || id === step.skill) continue
          for (const level of needed) expect(quarterOf(id, level)).toBeLessThan(step.quarter)
        }
      }
    })
  })

  test('never holds what was left out, and raises a skill level by level', () => {
    always((request, { plan }) => {
      for (const area of plan.quarters.flatMap((quarter) => quarter.areas)) {
        expect(request.without).not.toContain(area.skill)
      }
      const reached = new Map<string, number>()
      for (const step of plan.steps) {
        const before = reached.get(step.skill)
        if (before !== undefined) expect(step.level).toBe(before + 1)
        reached.set(step.skill, step.level)
      }
    })
  })

  test('holds what was pinned wherever hours and quarters suffice for it and what it needs', () => {
    always((_, { plan, problem }) => {
      const pinned = problem.first[0]
      if (pinned === undefined) return
      const needed = closureOf(problem, pinned).map((index) => problem.steps[index])
      const hours = needed.reduce((sum, step) => sum + (step?.hours ?? 0), 0)
      const quarters = problem.available.length
      // An opportunity comes in the second quarter, and each need may take a quarter.
      const early = problem.available[Math.max(0, quarters - needed.length - 1)] ?? 0
      if (needed.length + 1 >= quarters || hours > early) return
      const { skill, level } = problem.steps[pinned] ?? { skill: '', level: 0 }
      expect(plan.steps.some((step) => step.skill === skill && step.level === level)).toBe(true)
    })
  })

  test('gives sentences and numbers, never NaN, and a reason for each growth area', () => {
    always((_, { plan }) => {
      expect(JSON.stringify(plan)).not.toMatch(/NaN|undefined|Infinity/)
      expect(Number.isFinite(plan.worth)).toBe(true)
      for (const area of plan.quarters.flatMap((quarter) => quarter.areas)) {
        expect(area.why).toMatch(/\.$/)
        expect(area.practices.length).toBeGreaterThan(0)
        expect(area.evidence.length).toBeGreaterThan(0)
      }
      if (plan.steps.length === 0) {
        expect([...plan.notes, ...plan.later, ...plan.waiting].length).toBeGreaterThan(0)
      }
    })
  })

  test('is the same for the same seed, and annealing never makes it worse', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const [once, again] = [made(request), made(request)]
        expect(again.plan).toEqual(once.plan)
        expect(once.plan.worth).toBeGreaterThanOrEqual(made(request, true).plan.worth - 1e-9)
      }),
      { numRuns: 10 },
    )
  })

  test('is worth no less with more hours, to within the hundredth that is promised', () => {
    for (const move of framework.moves.slice(0, 12)) {
      const worth = (hoursPerWeek: number) =>
        made(requestFor(move.from, move.to, { hoursPerWeek })).plan.worth
      expect(worth(4)).toBeGreaterThanOrEqual(worth(3) * 0.99)
    }
  })
})

describe('wishes', () => {
  test('a pinned skill is in the first quarter, and the sentence says that it was pinned', () => {
    const { plan } = made(requestFor('senior-engineer', 'staff-engineer', { pins: ['software-craft'] }))
    const area = plan.quarters[0]?.areas.find((one) => one.skill === 'software-craft')
    // Its step is longer than a quarter, so that it is under way first.
    expect(area?.why).toBe('You pinned it.')
  })

  test('a skill that was left out is missed in a sentence where others build on it', () => {
    const { plan } = made(
      requestFor('senior-engineer', 'engineering-manager', { without: ['giving-feedback'] }),
    )
    expect(plan.waived.map((one) => one.sentence)).toContain(
      'You left giving feedback out, though delegation builds on it: it may go slower than the plan says.',
    )
  })

  test('an order that was dragged holds, unless one skill builds on the other', () => {
    const order = ['visibility-of-work', 'written-communication']
    const { plan } = made(requestFor('senior-engineer', 'staff-engineer', { order }))
    expect(plan.notes.join(' ')).toContain('Written communication stays before visibility of work')
    const free = made(
      requestFor('senior-engineer', 'staff-engineer', { order: ['technical-strategy', 'active-listening'] }),
    ).plan
    const quarterOf = (skill: string) => free.steps.find((step) => step.skill === skill)?.quarter ?? 99
    expect(quarterOf('technical-strategy')).toBeLessThanOrEqual(quarterOf('active-listening'))
  })

  test('the current quarter stays as it is when a plan is made anew', () => {
    const frozen = [{ skill: 'technical-strategy', level: 2 }]
    const { plan } = made(
      requestFor('senior-engineer', 'staff-engineer', { frozen, without: ['problem-framing'] }),
    )
    expect(plan.steps.filter((step) => step.quarter === 1)).toMatchObject(frozen)
  })

  test('heavy weeks halve the hours and leave one skill', () => {
    const { plan } = made(requestFor('senior-engineer', 'staff-engineer', { heavyWeeks: 2 }))
    expect(plan.quarters[0]?.hours).toBe(19.5)
    expect(plan.quarters[0]?.areas.length).toBe(1)
    expect(made(requestFor('senior-engineer', 'staff-engineer', { heavyWeeks: 4 })).plan.notes[0]).toContain(
      'Pausing the plan',
    )
  })

  test('what only a role gives waits, until an opportunity is named', () => {
    const waits = made(requestFor('senior-engineer', 'engineering-manager')).plan
    expect(waits.waiting.map((one) => one.skill)).toEqual(['performance-management'])
    expect(waits.steps.some((step) => step.skill === 'performance-management')).toBe(false)
    const opportunities = { 'performance-management': 3 }
    const { plan } = made(requestFor('senior-engineer', 'engineering-manager', { opportunities }))
    const first = plan.steps.find((step) => step.skill === 'performance-management')
    expect(first?.quarter).toBeGreaterThanOrEqual(3)
  })

  test('practice that carries over makes a later step shorter', () => {
    const transfers = [{ from: 'written-communication', to: 'visibility-of-work', saves: 0.5 }]
    const with_ = made(requestFor('senior-engineer', 'staff-engineer', { transfers })).plan
    expect(with_.worth).toBeGreaterThanOrEqual(
      made(requestFor('senior-engineer', 'staff-engineer')).plan.worth,
    )
  })
})

describe('ratings', () => {
  test('where nothing is rated one sentence asks for it, and where something is, what to get rated is named', () => {
    const request = requestFor('senior-engineer', 'staff-engineer')
    expect(made(request).plan.getRated).toEqual([])
    expect(made(request).plan.notes.join(' ')).toContain('Every level is assumed from your current role')
    const rated = { ...request.estimates, 'system-design': { mean: 3.4, sd: 0.5, assumed: false } }
    const { getRated } = made({ ...request, estimates: rated }).plan
    expect(getRated.map(({ skill }) => skill)).toContain('system-design')
    for (const { chance } of getRated) expect(chance >= 0.25 && chance <= 0.75).toBe(true)
  })
})

describe('focus and plan', () => {
  test('never contradict each other without a sentence, for any move of the framework', () => {
    for (const move of framework.moves) {
      const { plan } = made(requestFor(move.from, move.to), true)
      const inFirst = plan.quarters[0]?.areas.map((area) => area.skill) ?? []
      const levels = levelsAtExpectation(framework, move.from)
      const first = focus(framework, levels, move.to, { fromRole: move.from })[0]
      const agrees = first === undefined || inFirst.includes(first.skill)
      expect(plan.besideFocus.length).toBe(agrees ? 0 : 1)
      for (const sentence of plan.besideFocus)
        expect(sentence).toMatch(/ is worth most on the way to .*, but /)
    }
  })
})

describe('bad input gets a sentence', () => {
  test.each([
    [{ destinations: [] }, 'at least one role'],
    [{ destinations: [{ role: 'king' }] }, 'No role is called “king”.'],
    [{ quarters: 0 }, 'at most 40 quarters'],
    [{ quarters: 41 }, 'at most 40 quarters'],
    [{ quarters: Number.NaN }, 'at most 40 quarters'],
    [{ hoursPerWeek: -1 }, 'Hours a week'],
    [{ hoursPerWeek: [] }, 'Hours a week'],
    [{ hoursPerWeek: Number.NaN }, 'Hours a week'],
    [{ focusLimit: 0 }, 'At least one growth area'],
    [{ pins: ['juggling'] }, 'No skill is called “juggling”.'],
    [{ pins: ['delegation'], without: ['delegation'] }, 'both in the plan and out of it'],
  ])('%j', (change, words) => {
    const result = makePlan(requestFor('senior-engineer', 'staff-engineer', change))
    expect(result.ok ? '' : result.failure.join(' ')).toContain(words)
  })

  test('no hours, a week, and ten years all give a plan or a reason', () => {
    const none = made(requestFor('senior-engineer', 'staff-engineer', { hoursPerWeek: 0 })).plan
    expect(none.notes.join(' ')).toContain('No hours are given')
    const week = made(requestFor('senior-engineer', 'staff-engineer', { quarters: 1 / 13 })).plan
    expect(week.quarters[0]?.areas[0]?.state).toBe('under-way')
    expect(week.notes.join(' ')).toContain('The shortest step takes about')
    const years = made(requestFor('senior-engineer', 'staff-engineer', { quarters: 40 })).plan
    expect(years.later).toEqual([])
  })

  test('skills that build on each other in a circle are planned, and the circle is named', () => {
    const [one, two] = framework.skills.filter((skill) =>
      ['written-communication', 'visibility-of-work'].includes(skill.id),
    ) as [Skill, Skill]
    const circle: Framework = {
      ...framework,
      skills: framework.skills.map((skill) =>
        skill.id === one.id || skill.id === two.id
          ? { ...skill, prerequisites: [skill.id === one.id ? two.id : one.id, skill.id] }
          : skill,
      ),
    }
    const { plan } = made({ ...requestFor('senior-engineer', 'staff-engineer'), framework: circle })
    expect(plan.waived.some((waiver) => waiver.sentence.includes('build on each other'))).toBe(true)
    expect(plan.steps.some((step) => step.skill === two.id)).toBe(true)
  })

  test('a framework of three levels without weeks, prerequisites and critical skills works', () => {
    const small = loadFramework(SMALL)
    const estimates = estimatesFrom(small, levelsAtExpectation(small, 'baker'))
    const request = requestFor('baker', 'master-baker', { framework: small, estimates })
    const { plan } = made(request)
    expect(plan.quarters[0]?.areas[0]?.assumedHours).toBe(true)
    const outside = { ordering: { mean: 99, sd: 0, assumed: false } }
    expect(
      made({ ...request, estimates: outside }).plan.steps.some((step) => step.skill === 'ordering'),
    ).toBe(false)
  })
})

test('a scale of twelve levels plans and explains as one of five does', () => {
  const scale = Array.from({ length: 13 }, (_, level) => ({ level, name: `Level ${level}` }))
  const expectations = Object.fromEntries(
    Object.entries(framework.expectations).map(([role, asked]) => [
      role,
      Object.fromEntries(
        Object.entries(asked).map(([skill, { level, weight }]) => [skill, { level: 2 * level, weight }]),
      ),
    ]),
  )
  const long: Framework = { ...framework, scale, expectations }
  const estimates = estimatesFrom(long, levelsAtExpectation(long, 'senior-engineer'))
  const { plan } = made({ ...requestFor('senior-engineer', 'staff-engineer'), framework: long, estimates })
  expect(estimates.delegation?.sd).toBeCloseTo(0.8 * (12 / 5))
  expect([...plan.steps, ...plan.later].some((step) => step.level > 5)).toBe(true)
  expect(JSON.stringify(plan)).not.toMatch(/NaN|undefined/)
})

describe('the proof', () => {
  test('bounds the plan from above, and plans of single moves are within a hundredth of it', async () => {
    const solver = await highs()
    for (const [from, to] of [
      ['senior-engineer', 'staff-engineer'],
      ['senior-engineer', 'engineering-manager'],
      ['engineering-manager', 'staff-engineer'],
    ] as const) {
      const { plan, problem } = made(requestFor(from, to, { quarters: 4 }))
      const solved = solver.solve(proofModel(problem), { mip_rel_gap: 0.001 })
      expect(solved.Status).toBe('Optimal')
      const { bound, below } = proofOf(problem, plan.worth, { objective: solved.ObjectiveValue, gap: 0.001 })
      expect(plan.worth).toBeLessThanOrEqual(bound + 1e-6)
      expect(below).toBeLessThan(0.01)
    }
  })

  test('knows wishes, savings and what is put first', async () => {
    const solver = await highs()
    const { plan, problem } = made(
      requestFor('senior-engineer', 'staff-engineer', {
        quarters: 4,
        order: ['technical-strategy', 'active-listening'],
        transfers: [
          { from: 'written-communication', to: 'visibility-of-work', saves: 0.5 },
          { from: 'active-listening', to: 'visibility-of-work', saves: 0.3 },
        ],
      }),
    )
    const solved = solver.solve(proofModel(problem), { mip_rel_gap: 0 })
    const { below } = proofOf(problem, plan.worth, { objective: solved.ObjectiveValue, gap: 0 })
    expect(plan.worth).toBeLessThanOrEqual(
      proofOf(problem, 0, { objective: solved.ObjectiveValue, gap: 0 }).bound + 1e-6,
    )
    expect(below).toBeLessThan(0.01)
  })
})
