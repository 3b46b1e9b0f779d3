// Whatever was rated, wished for or drawn up as a framework: plan, forecast and levels answer sensibly, in finite numbers.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MadeForecasts } from '../../src/core/forecast/kept-forecast.ts'
import type { Framework } from '../../src/core/framework/framework.ts'
import type { PlanChoices, PlanRevision } from '../../src/core/plan/kept-plan.ts'
import { saveFrameworkVersion } from '../../src/store/framework/framework-versions.ts'
import { openTestServer, type TestServer } from './test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})

afterAll(async () => {
  await server.dispose()
})

interface Case {
  change?: (framework: Framework) => Framework
  /** What is said about each skill: by oneself, and by others under their names. */
  said?: { own?: (skill: number) => number; others?: Record<string, (skill: number) => number> }
  choices?: Partial<PlanChoices>
}

/** The framework as given, under an id of its own, so that no case finds what another one kept. */
async function keepFramework(change: Case['change']): Promise<{ framework: Framework; digest: string }> {
  const built = { ...server.current.framework, id: `map-${randomUUID()}` }
  const framework = change?.(built) ?? built
  const viewer = await server.store.personalViewer()
  const digest = await server.store.withViewer(viewer, (tx) => saveFrameworkVersion(tx, framework))
  return { framework, digest }
}

async function say(digest: string, skills: string[], { own, others = {} }: NonNullable<Case['said']>) {
  const open = async (path: string, body: object) => {
    const headers = { 'idempotency-key': randomUUID() }
    return (await server.call<{ id: string }>('POST', path, { headers, body })).body.id
  }
  const rate = async (assessment: string, level: (skill: number) => number) => {
    for (const [index, skill] of skills.entries()) {
      const answer = await server.rate(assessment, skill, level(index))
      expect(answer.status, answer.text).toBe(201)
    }
  }
  const role = 'senior-engineer'
  if (own !== undefined) await rate(await open('/api/assessments', { frameworkDigest: digest, role }), own)
  for (const [displayName, level] of Object.entries(others)) {
    const rater = await open('/api/people', { displayName })
    const note = { frameworkDigest: digest, rater, raterKind: 'peer', ratedOn: '2026-11-20' }
    await rate(await open('/api/people/me/assessments', note), level)
  }
}

/** Nothing in an answer that is no number, and no sentence about one. */
function expectSane(text: string): void {
  expect(text).not.toMatch(/NaN|Infinity|undefined/)
}

async function growWith({ change, said, choices }: Case) {
  const { framework, digest } = await keepFramework(change)
  const skills = framework.skills.filter((skill) => !skill.private).slice(0, 12)
  if (said !== undefined)
    await say(
      digest,
      skills.map(({ id }) => id),
      said,
    )
  const body = {
    revisionId: randomUUID(),
    frameworkDigest: digest,
    choices: {
      fromRole: 'senior-engineer',
      destinations: [{ role: 'staff-engineer' }],
      hoursPerWeek: [3],
      quarters: 8,
      ...choices,
    },
  }
  const plan = await server.call<PlanRevision>('PUT', '/api/plan', {
    headers: { 'if-none-match': '*' },
    body,
  })
  expect(plan.status, plan.text).toBe(201)
  const asked = { body: { planRevisionId: plan.body.revisionId } }
  const forecasts = await server.call<MadeForecasts>('POST', '/api/forecasts', asked)
  expect(forecasts.status, forecasts.text).toBe(200)
  const levels = await server.call('GET', `/api/levels?framework=${digest}`)
  const state = await server.call('GET', `/api/plan?framework=${digest}`)
  expect([levels.status, state.status]).toEqual([200, 200])
  for (const { text } of [plan, forecasts, levels, state]) expectSane(text)
  return { plan: plan.body, forecasts: forecasts.body }
}

const onScale =
  (top: number) =>
  (framework: Framework): Framework => ({
    ...framework,
    scale: Array.from({ length: top + 1 }, (_, level) => ({ level, name: `Level ${level}` })),
    expectations: Object.fromEntries(
      Object.entries(framework.expectations).map(([role, asked]) => [
        role,
        Object.fromEntries(
          Object.entries(asked).map(([skill, one]) => [
            skill,
            { ...one, level: one.level === 0 ? 0 : Math.max(1, Math.round((one.level * top) / 5)) },
          ]),
        ),
      ]),
    ),
  })

const inACircle = (framework: Framework): Framework => ({
  ...framework,
  skills: framework.skills.map((skill, index, all) => ({
    ...skill,
    prerequisites: [all[(index + 1) % all.length]?.id ?? ''],
  })),
})

describe('plan, forecast and levels answer in finite numbers with', () => {
  test.each<[string, Case]>([
    ['nothing rated', {}],
    ['ratings that are all equal', { said: { own: () => 3 } }],
    ['ratings that are all zero', { said: { own: () => 0 } }],
    ['a rater who always gives the top', { said: { own: () => 2, others: { Ada: () => 5 } } }],
    [
      'raters who contradict each other',
      { said: { own: (skill) => skill % 6, others: { Bo: () => 0, Cy: () => 5 } } },
    ],
    ['a horizon of one week', { choices: { quarters: 1 / 13 } }],
    ['a horizon of ten years', { choices: { quarters: 40 } }],
    ['a scale of three levels', { change: onScale(3), said: { own: () => 3 } }],
    ['a scale of twelve levels', { change: onScale(12), said: { own: () => 12 } }],
    ['skills that all build on each other in a circle', { change: inACircle }],
    ['ten roles at once', { choices: { destinations: [] } }],
  ])('%s', async (name, given) => {
    const roles = server.current.framework.roles.slice(0, 10).map(({ id }) => ({ role: id, share: 1 }))
    const isMany = name === 'ten roles at once'
    const { forecasts } = await growWith(isMany ? { choices: { destinations: roles } } : given)
    expect(forecasts.forecasts).toHaveLength(isMany ? roles.length : 1)
  })

  test('no hours: the plan says so, and no date is given', async () => {
    const { plan, forecasts } = await growWith({ choices: { hoursPerWeek: [0] } })
    expect(plan.plan.notes.join(' ')).toContain('No hours are given')
    expect(forecasts.forecasts[0]?.words.every(({ dateMost }) => dateMost === null)).toBe(true)
  })
})
