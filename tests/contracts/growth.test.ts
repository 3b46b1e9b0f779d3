// What the API promises about plans, progress and forecasts: kept, told why, and never rewritten.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ForecastRecord } from '../../src/core/forecast/forecast-record.ts'
import type { Honesty } from '../../src/core/forecast/honesty.ts'
import type { KeptForecast, MadeForecasts } from '../../src/core/forecast/kept-forecast.ts'
import type { Framework } from '../../src/core/framework/framework.ts'
import type { PlanChoices, PlanRevision, PlanSummary } from '../../src/core/plan/kept-plan.ts'
import type { PlanState } from '../../src/core/plan/plan-state.ts'
import { addWeeks } from '../../src/core/plan/quarter-calendar.ts'
import type { ProgressEntry, ProgressState } from '../../src/core/progress/progress.ts'
import { saveForecastOutcomes, saveForecasts } from '../../src/store/forecast/forecasts.ts'
import { saveFrameworkVersion } from '../../src/store/framework/framework-versions.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer
/** A framework of its own for each test, so that none finds what another one kept. */
let frameworkDigest = ''

beforeAll(async () => {
  server = await openTestServer()
})

beforeEach(async () => {
  server.clock.now = new Date('2026-11-23T10:00:00.000Z')
  const framework = { ...server.current.framework, id: `map-${randomUUID()}` }
  frameworkDigest = await server.store.withViewer(await server.store.personalViewer(), (tx) =>
    saveFrameworkVersion(tx, framework),
  )
})

afterAll(async () => {
  await server.dispose()
})

const choices = (change: Partial<PlanChoices> = {}) => ({
  fromRole: 'senior-engineer',
  destinations: [{ role: 'staff-engineer', share: 1 }],
  hoursPerWeek: [3],
  quarters: 8,
  ...change,
})

const seen = (revisionId: string | null): Record<string, string> =>
  revisionId === null ? { 'if-none-match': '*' } : { 'if-match': `"${revisionId}"` }

function makePlan(before: string | null, change: Partial<PlanChoices> = {}, more: object = {}) {
  const body = { revisionId: randomUUID(), frameworkDigest, choices: choices(change), ...more }
  return server.call<PlanRevision>('PUT', '/api/plan', { headers: seen(before), body })
}

function report(
  step: { week: string; skill: string; level: number },
  content: object,
  before: string | null = null,
) {
  const body = { revisionId: randomUUID(), frameworkDigest, ...content }
  const path = `/api/progress/${step.week}/${step.skill}/${step.level}`
  return server.call<ProgressEntry>('PUT', path, { headers: seen(before), body })
}

const state = async () => (await server.call<PlanState>('GET', `/api/plan?framework=${frameworkDigest}`)).body

const rate = async (skill: string, level: number) => {
  const headers = { 'idempotency-key': randomUUID() }
  const body = { frameworkDigest, role: 'senior-engineer' }
  const { id } = (await server.call<{ id: string }>('POST', '/api/assessments', { headers, body })).body
  return server.rate(id, skill, level)
}

const later = (days: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + days * 86_400_000)
}

describe('a plan', () => {
  test('is kept with the levels it was made from, and says why it is there', async () => {
    expect((await state()).kept).toBeNull()
    const first = await makePlan(null)
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ version: 1, startsOn: '2026-11-23', frozen: [], repeats: null })
    expect(first.body.why).toEqual(['This is your first plan.'])
    expect(first.body.plan.quarters[0]?.areas.length).toBeGreaterThan(0)
    const after = await state()
    expect(after.kept).toEqual(first.body)
    const finishing = first.body.plan.steps.filter(({ quarter }) => quarter === 1)
    expect(after.frozen).toEqual(finishing.map(({ skill, level }) => ({ skill, level })))
  })
  test('made anew says what was wished and what came of it', async () => {
    const first = (await makePlan(null)).body
    const second = await makePlan(first.revisionId, { hoursPerWeek: [5], pins: ['delegation'] })
    expect(second.status).toBe(200)
    expect(second.body.why).toContain('Hours went from 3 to 5 a week.')
    expect(second.body.why).toContain('You put delegation first.')
    const third = await makePlan(second.body.revisionId, { hoursPerWeek: [5], pins: ['delegation'] })
    expect(third.body.why).toEqual(['The plan was made again; nothing changed.'])
  })

  test('leaves the current quarter as it is, unless the person opens it', async () => {
    const first = (await makePlan(null)).body
    const areas = ({ plan }: PlanRevision) =>
      plan.steps.filter(({ quarter }) => quarter === 1).map(({ skill }) => skill)
    later(10)
    const kept = (await makePlan(first.revisionId, { pins: ['speaking'] })).body
    expect(areas(kept)).toEqual(areas(first))
    expect(kept.startsOn).toBe(first.startsOn)
    const opened = (await makePlan(kept.revisionId, { pins: ['speaking'] }, { keepQuarter: false })).body
    expect(areas(opened)).toContain('speaking')
    expect(opened.frozen).toEqual([])
  })

  test('moves on with the calendar: after thirteen weeks another quarter is the current one', async () => {
    await makePlan(null, { hoursPerWeek: [2, 4, 6] })
    later(13 * 7 + 3)
    const { choices: next, startsOn, frozen } = await state()
    expect(startsOn).toBe('2027-02-22')
    expect(next?.hoursPerWeek).toEqual([4, 6])
    expect(frozen).toEqual([])
  })

  test('can be taken back: the new revision equals the earlier one, and the history has all of them', async () => {
    const first = (await makePlan(null)).body
    const second = (await makePlan(first.revisionId, { hoursPerWeek: [9] })).body
    const body = { revisionId: randomUUID(), to: first.revisionId }
    const back = await server.call<PlanRevision>('PUT', '/api/plan/back', {
      headers: seen(second.revisionId),
      body,
    })
    expect(back.status).toBe(200)
    const { revisionId: _, version, madeAt: __, why, repeats, ...same } = back.body
    expect([version, why, repeats]).toEqual([
      3,
      ['You went back to the plan of 23 November 2026.'],
      first.revisionId,
    ])
    expect(first).toMatchObject(same)
    const { body: history } = await server.call<{ revisions: PlanSummary[] }>(
      'GET',
      `/api/plan/revisions?framework=${frameworkDigest}`,
    )
    expect(history.revisions.map((one) => one.version)).toEqual([1, 2, 3])
    const path = `/api/plan/revisions/${second.revisionId}`
    expect((await server.call<PlanRevision>('GET', path)).body).toEqual(second)
  })

  test('changed in two windows loses nothing: the second window is shown the first one’s plan', async () => {
    const first = (await makePlan(null)).body
    const winner = (await makePlan(first.revisionId, { hoursPerWeek: [4] })).body
    const loser = await makePlan(first.revisionId, { hoursPerWeek: [5] })
    expect(expectProblem(loser, 412, 'stale').current).toEqual(winner)
    expectProblem(await makePlan(null), 412, 'stale')
  })

  test('survives a lost answer: sending the same revision again succeeds', async () => {
    const body = { revisionId: randomUUID(), frameworkDigest, choices: choices() }
    const call = { headers: seen(null), body }
    const first = await server.call('PUT', '/api/plan', call)
    later(1)
    expect((await server.call('PUT', '/api/plan', call)).body).toEqual(first.body)
    const other = { ...call, body: { ...body, choices: choices({ hoursPerWeek: [7] }) } }
    expect(namesOf(expectProblem(await server.call('PUT', '/api/plan', other), 422, 'invalid'))).toEqual([
      '#/revisionId',
    ])
  })

  test.each<[object, string]>([
    [{ fromRole: 'astronaut' }, '#/choices'],
    [{ destinations: [] }, '#/choices/destinations'],
    [{ destinations: [{ role: 'astronaut' }] }, '#/choices'],
    [{ destinations: [{ role: 'staff-engineer', share: 0 }] }, '#/choices'],
    [{ destinations: [{ role: 'staff-engineer' }, { role: 'staff-engineer' }] }, '#/choices'],
    [{ hoursPerWeek: [] }, '#/choices/hoursPerWeek'],
    [{ hoursPerWeek: [-1] }, '#/choices/hoursPerWeek/0'],
    [{ hoursPerWeek: [null] }, '#/choices/hoursPerWeek/0'],
    [{ quarters: 0 }, '#/choices/quarters'],
    [{ quarters: 41 }, '#/choices/quarters'],
    [{ pins: ['juggling'] }, '#/choices'],
    [{ pins: ['delegation'], without: ['delegation'] }, '#/choices'],
    [{ opportunities: { delegation: 0 } }, '#/choices/opportunities/delegation'],
    [{ luck: 1 }, '#/choices/luck'],
  ])('with the choices %j is refused, and the field is named', async (change, pointer) => {
    const answer = await makePlan(null, change as Partial<PlanChoices>)
    expect(namesOf(expectProblem(answer, 422, 'invalid'))).toEqual([pointer])
    expect((await state()).kept).toBeNull()
  })

  test('that is not there, or not the person’s, is not found', async () => {
    expectProblem(await server.call('GET', `/api/plan/revisions/${UNKNOWN}`), 404, 'not-found')
    const first = (await makePlan(null)).body
    const body = { revisionId: randomUUID(), to: UNKNOWN }
    const back = await server.call('PUT', '/api/plan/back', { headers: seen(first.revisionId), body })
    expectProblem(back, 404, 'not-found')
  })

  test('begins with what is known: the role, the destination in focus, three hours a week', async () => {
    expect((await state()).choices).toBeNull()
    const target = { role: 'senior-engineer', destinations: ['stay'], frameworkDigest }
    const body = { ...target, revisionId: randomUUID() }
    await server.call('PUT', '/api/target', { headers: seen(null), body })
    expect((await state()).choices).toMatchObject({
      fromRole: 'senior-engineer',
      destinations: [{ role: 'senior-engineer', share: 1 }],
      hoursPerWeek: [3],
    })
  })

  test('on the next version of a framework begins with what was wished on the one before, as far as it goes', async () => {
    const wishes = { hoursPerWeek: [5], pins: ['delegation', 'speaking'] }
    const { body: earlier } = await makePlan(null, wishes)
    const { body: old } = await server.call<Framework>('GET', `/api/frameworks/${frameworkDigest}`)
    const skills = old.skills.filter(({ id }) => id !== 'speaking')
    frameworkDigest = await server.store.withViewer(await server.store.personalViewer(), (tx) =>
      saveFrameworkVersion(tx, { ...old, version: 'next', skills }),
    )
    const target = { role: 'staff-engineer', destinations: ['stay'], frameworkDigest }
    const body = { ...target, revisionId: randomUUID() }
    await server.call('PUT', '/api/target', { headers: seen(null), body })
    const next = await state()
    expect(next.kept).toBeNull()
    expect(next.choices).toEqual({ ...earlier.choices, fromRole: 'staff-engineer', pins: ['delegation'] })
  })

  test('notices a level that was reached since, and says so', async () => {
    const first = (await makePlan(null)).body
    const area = first.plan.quarters[0]?.areas[0]
    later(20)
    await rate(area?.skill ?? '', (area?.level ?? 0) + 1)
    expect((await state()).since.join(' ')).toMatch(/ reached \d\./)
    const second = (await makePlan(first.revisionId)).body
    expect(second.why.join(' ')).toMatch(/ reached \d\./)
    expect(second.frozen).not.toContainEqual({ skill: area?.skill, level: area?.level })
  })
})

describe('progress', () => {
  const step = { week: '2026-11-23', skill: 'mentoring', level: 4 }
  const list = async () =>
    (await server.call<ProgressState>('GET', `/api/progress?framework=${frameworkDigest}`)).body

  test('is reported, corrected and taken back', async () => {
    const first = await report(step, { hours: 2, note: 'Two pairing sessions.' })
    expect([first.status, first.body.version]).toEqual([201, 1])
    const second = await report(step, { hours: 2.5 }, first.body.revisionId)
    expect([second.status, second.body.version, second.body.hours]).toEqual([200, 2, 2.5])
    expect((await list()).entries).toEqual([second.body])
    const path = `/api/progress/${step.week}/${step.skill}/${step.level}?framework=${frameworkDigest}`
    const headers = seen(second.body.revisionId)
    expect((await server.call('DELETE', path, { headers })).status).toBe(204)
    expect((await server.call('DELETE', path, { headers })).status).toBe(204)
    expect((await list()).entries).toEqual([])
    expect((await report(step, { hours: 1 })).body).toMatchObject({ version: 4, hours: 1 })
  })

  test('changed in two windows loses nothing', async () => {
    const first = (await report(step, { hours: 2 })).body
    const winner = (await report(step, { hours: 3 }, first.revisionId)).body
    expect(expectProblem(await report(step, { hours: 4 }, first.revisionId), 412, 'stale').current).toEqual(
      winner,
    )
  })

  test('tells apart what the person says is done and what a rating shows', async () => {
    const other = { ...step, skill: 'speaking', level: 3 }
    await report(step, { hours: 12, done: true })
    await report(other, { hours: 9, done: true })
    const before = await list()
    expect(before.steps).toMatchObject([
      { skill: 'mentoring', state: 'said-done', spent: 12 },
      { skill: 'speaking', state: 'said-done', spent: 9 },
    ])
    expect(before.pace.evidence.finished).toEqual([])
    later(8)
    await rate('mentoring', 1)
    await rate('speaking', 5)
    const after = await list()
    expect(after.steps.map(({ state }) => state)).toEqual(['under-way', 'finished'])
    expect(after.pace.evidence.finished).toEqual([{ estimated: expect.any(Number), spent: 9 }])
  })

  test.each<[object, object, number, string]>([
    [{ skill: 'juggling' }, {}, 404, 'not-found'],
    [{ level: 9 }, {}, 404, 'not-found'],
    [{ week: '2026-11-24' }, {}, 422, 'invalid'],
    [{ week: '2026-11-30' }, {}, 422, 'invalid'],
    [{ week: '2026-02-30' }, {}, 404, 'not-found'],
    [{ level: 0 }, {}, 404, 'not-found'],
    [{}, { hours: -1 }, 422, 'invalid'],
    [{}, { hours: 169 }, 422, 'invalid'],
    [{}, { hours: 'two' }, 422, 'invalid'],
    [{}, { note: 'one\ntwo' }, 422, 'invalid'],
    [{}, { practices: ['sings'] }, 422, 'invalid'],
  ])('of %j with %j is refused', async (place, content, status, kind) => {
    expectProblem(await report({ ...step, ...place }, { hours: 1, ...content }), status, kind)
    expect((await list()).entries).toEqual([])
  })
})

describe('forecasts', () => {
  const make = (plan: PlanRevision) =>
    server.call<MadeForecasts>('POST', '/api/forecasts', { body: { planRevisionId: plan.revisionId } })
  const list = async () =>
    (
      await server.call<{ forecasts: KeptForecast[]; honesty: Honesty }>(
        'GET',
        `/api/forecasts?framework=${frameworkDigest}`,
      )
    ).body

  test('are kept once for a plan and a day, however often they are looked at', async () => {
    const plan = (await makePlan(null)).body
    const made = (await make(plan)).body
    expect(made.forecasts).toHaveLength(1)
    expect(made.forecasts[0]?.milestones.map(({ kind }) => kind)).toEqual([
      'next-level',
      'ready-to-try',
      'must-haves',
    ])
    expect((await make(plan)).body.forecasts).toEqual(made.forecasts)
    const { forecasts } = await list()
    expect(forecasts).toHaveLength(3)
    expect(forecasts[0]).toMatchObject({
      planRevisionId: plan.revisionId,
      madeOn: '2026-11-23',
      outcome: null,
    })
    later(1)
    await make(plan)
    expect((await list()).forecasts).toHaveLength(6)
  })

  test('move with what was practised, and say by how much', async () => {
    const plan = (await makePlan(null)).body
    await make(plan)
    const first = plan.plan.steps[0]
    later(7)
    await report({ week: '2026-11-23', skill: first?.skill ?? '', level: first?.level ?? 0 }, { hours: 0 })
    later(7)
    await report({ week: '2026-11-30', skill: first?.skill ?? '', level: first?.level ?? 0 }, { hours: 0.5 })
    later(7)
    const { moved } = (await make(plan)).body
    expect(moved.length).toBeGreaterThan(0)
    expect(moved[0]).toMatch(/ moved from .+ to .+\.$/)
  })

  test('are held against what came: a level that ratings show is the outcome', async () => {
    const plan = (await makePlan(null)).body
    await make(plan)
    const first = plan.plan.steps[0]
    later(21)
    await rate(first?.skill ?? '', (first?.level ?? 0) + 1)
    await make(plan)
    const { forecasts, honesty } = await list()
    const resolved = forecasts.find((one) => one.milestone === 'next-level' && one.madeOn === '2026-11-23')
    expect(resolved?.outcome?.reachedOn).toBe('2026-12-14')
    expect(honesty).toMatchObject({ resolved: 1, score: null })
    expect(honesty.sentence).toMatch(/^Too few to tell yet/)
  })

  test('are scored from ten known outcomes on, beside what people in general would have been told', async () => {
    const record = async () => {
      const path = `/api/forecast-record?framework=${frameworkDigest}`
      return (await server.call<ForecastRecord>('GET', path)).body
    }
    expect(await record()).toEqual({ resolved: 0, score: null, beside: null })
    const plan = (await makePlan(null)).body
    const skills = server.current.framework.skills.slice(0, 12)
    const kept = skills.map(({ id: skill }, index) => ({
      ...{ id: randomUUID(), planRevisionId: plan.revisionId, frameworkDigest, role: 'staff-engineer' },
      ...{ milestone: 'next-level' as const, skill, level: 3, horizonWeeks: 156 },
      ...{ madeOn: '2026-11-23', madeAt: '2026-11-23T10:00:00.000Z' },
      quantiles: Array.from({ length: 99 }, (_, at) => (at + 1) / 5 + index),
    }))
    await server.store.withViewer(await server.store.personalViewer(), async (tx) => {
      await saveForecasts(tx, kept)
      const outcomes = kept.map(({ id }, index) => ({
        ...{ forecastId: id, resolvedAt: '2027-06-01T10:00:00.000Z' },
        reachedOn: index === 11 ? null : addWeeks('2026-11-23', index + 1),
      }))
      await saveForecastOutcomes(tx, outcomes)
    })
    const { resolved, score, beside } = await record()
    expect(resolved).toBe(12)
    expect(score?.pit.reduce((sum, count) => sum + count, 0)).toBe(12)
    expect(beside).toMatchObject({ count: 12 })
    expect(beside?.own).toBe(score?.crps)
    expect(beside?.reference).toBeGreaterThan(0)
  })

  test('of a plan that does not hold any more, or is not there, are refused', async () => {
    const plan = (await makePlan(null)).body
    await makePlan(plan.revisionId, { hoursPerWeek: [4] })
    expectProblem(await make(plan), 409, 'conflict')
    expectProblem(await make({ ...plan, revisionId: UNKNOWN }), 404, 'not-found')
  })
})

describe('all of it', () => {
  interface Exported {
    plans: PlanRevision[]
    progress: ProgressEntry[]
    forecasts: KeptForecast[]
  }

  test('goes into the export, comes back after an erase, and is never doubled', async () => {
    const plan = (await makePlan(null)).body
    const report1 = (await report({ week: '2026-11-23', skill: 'speaking', level: 3 }, { hours: 2 })).body
    await report({ ...report1 }, { hours: 3 }, report1.revisionId)
    await server.call('POST', '/api/forecasts', { body: { planRevisionId: plan.revisionId } })
    const exported = async () => (await server.call<Exported>('GET', '/api/export')).body
    const before = await exported()
    expect(before.plans.at(-1)?.frameworkDigest).toBeDefined()
    expect(before.progress.filter((one) => one.frameworkDigest === frameworkDigest)).toHaveLength(2)
    const erased = await server.call('POST', '/api/erase', { body: { confirm: 'erase everything' } })
    expect(erased.status).toBeLessThan(300)
    expect((await exported()).plans).toEqual([])
    const bring = () => {
      const headers = { 'idempotency-key': randomUUID() }
      return server.call<{ added: Record<string, number> }>('POST', '/api/import', { headers, body: before })
    }
    const brought = await bring()
    expect(brought.status, brought.text).toBe(200)
    expect([brought.status, brought.body.added.plans]).toEqual([200, before.plans.length])
    const after = await exported()
    expect(after.plans).toEqual(before.plans)
    expect(after.progress).toEqual(before.progress)
    expect(after.forecasts).toEqual(before.forecasts)
    expect((await bring()).body.added).toMatchObject({ plans: 0, reports: 0, forecasts: 0 })
  })

  test('that an import brings is held against its framework: every problem names its place', async () => {
    const plan = (await makePlan(null)).body
    const { body } = await server.call<Exported>('GET', '/api/export')
    const wrong = structuredClone(body)
    const own = wrong.plans.findIndex((one) => one.revisionId === plan.revisionId)
    Object.assign(wrong.plans[own]?.choices ?? {}, { fromRole: 'astronaut' })
    Object.assign(wrong.plans[own] ?? {}, { version: 7 })
    const headers = { 'idempotency-key': randomUUID() }
    const answer = await server.call('POST', '/api/import', { headers, body: wrong })
    expect(namesOf(expectProblem(answer, 422, 'invalid'))).toEqual([`#/plans/${own}/version`])
    Object.assign(wrong.plans[own] ?? {}, { version: 1 })
    const again = await server.call('POST', '/api/import', { headers, body: wrong })
    expect(namesOf(expectProblem(again, 422, 'invalid'))).toEqual([`#/plans/${own}`])
  })
})
