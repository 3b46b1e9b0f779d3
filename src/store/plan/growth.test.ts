// Plans, progress and forecasts in the database: nothing is overwritten, nobody else sees them, erase takes all of it.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../../tests/test-store.ts'
import { ordinaryViewer, type Viewer } from '../../core/access/viewer.ts'
import type { KeptForecast } from '../../core/forecast/kept-forecast.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { PlanRevision } from '../../core/plan/kept-plan.ts'
import type { ProgressEntry } from '../../core/progress/progress.ts'
import { listForecasts, saveForecastOutcomes, saveForecasts } from '../forecast/forecasts.ts'
import { saveFrameworkVersion } from '../framework/framework-versions.ts'
import { savePerson } from '../people.ts'
import { findPlan, listPlanRevisions, savePlan } from './plans.ts'
import { listProgress, listProgressRevisions, saveProgress, saveProgressWithdrawn } from './progress.ts'

describe('What somebody grows in', () => {
  let store: TestStore
  let viewer: Viewer
  let other: Viewer
  let framework: { id: string; digest: string }
  const personId = () => viewer.personId as string

  beforeAll(async () => {
    store = await openTestStore()
    viewer = await store.personalViewer()
    other = ordinaryViewer(viewer.orgId, randomUUID())
    await store.withViewer(other, (tx) => savePerson(tx, { id: other.personId as string, displayName: null }))
  }, 60_000)
  beforeEach(async () => {
    const id = `tiny-${randomUUID()}`
    const tiny = { id, name: 'Tiny', version: '1' } as unknown as Framework
    framework = { id, digest: await store.withViewer(viewer, (tx) => saveFrameworkVersion(tx, tiny)) }
  })
  afterAll(() => store.dispose())

  function aPlan(hours: number, revisionId: string = randomUUID()): Omit<PlanRevision, 'version'> {
    return {
      revisionId,
      frameworkDigest: framework.digest,
      madeAt: '2026-11-23T10:00:00.000Z',
      startsOn: '2026-11-23',
      choices: {
        fromRole: 'senior',
        destinations: [{ role: 'staff', share: 1 }],
        hoursPerWeek: [hours],
        quarters: 8,
        focusLimit: 3,
        heavyWeeks: 0,
        pins: [],
        without: [],
        order: [],
        opportunities: {},
        seed: 1,
      },
      frozen: [],
      estimates: { writing: { mean: 2.25, sd: 0.55, assumed: false } },
      plan: {
        quarters: [],
        steps: [],
        later: [],
        waiting: [],
        waitingSentences: [],
        getRated: [],
        waived: [],
        besideFocus: [],
        notes: [],
        worth: 1.5,
      },
      why: ['This is your first plan.'],
      repeats: null,
    }
  }

  function aReport(hours: number): Omit<ProgressEntry, 'version'> {
    return {
      revisionId: randomUUID(),
      frameworkDigest: framework.digest,
      week: '2026-11-23',
      skill: 'writing',
      level: 3,
      hours,
      practices: ['daily-page'],
      done: false,
      note: 'A page a day.',
      reportedAt: '2026-11-27T10:00:00.000Z',
    }
  }

  function aForecast(madeOn: string, last: number | null = 99): Omit<KeptForecast, 'outcome'> {
    return {
      id: randomUUID(),
      planRevisionId: '00000000-0000-4000-8000-000000000001',
      frameworkDigest: framework.digest,
      role: 'staff',
      milestone: 'next-level',
      skill: 'writing',
      level: 3,
      madeOn,
      madeAt: `${madeOn}T10:00:00.000Z`,
      quantiles: [...Array.from({ length: 98 }, (_, index) => index + 0.25), last],
      horizonWeeks: 156,
    }
  }

  const place = () => ({ frameworkId: framework.id, week: '2026-11-23', skill: 'writing', level: 3 })

  test('a plan comes back as it was saved, and its history has every revision', async () => {
    const first = aPlan(3)
    const second = aPlan(5)
    await store.withViewer(viewer, (tx) => savePlan(tx, first, null))
    const saved = await store.withViewer(viewer, (tx) => savePlan(tx, second, first.revisionId))
    expect(saved).toEqual({ ok: true, value: { ...second, version: 2 } })
    await store.withViewer(viewer, async (tx) => {
      expect(await findPlan(tx, personId(), framework.digest)).toEqual({ ...second, version: 2 })
      expect(await listPlanRevisions(tx, personId(), framework.digest)).toEqual([
        { ...first, version: 1 },
        { ...second, version: 2 },
      ])
    })
  })

  test('of two plans made at once one is kept, and the other writer is told', async () => {
    const first = aPlan(3)
    await store.withViewer(viewer, (tx) => savePlan(tx, first, null))
    const both = await Promise.all(
      [4, 5].map((hours) => store.withViewer(viewer, (tx) => savePlan(tx, aPlan(hours), first.revisionId))),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    const kept = both.find((one) => one.ok)
    expect(both.find((one) => !one.ok)).toEqual({
      ok: false,
      failure: { kind: 'stale', current: kept?.ok ? kept.value : null },
    })
  })

  test('a plan sent twice is saved once, and a revision id with other wishes is refused', async () => {
    const plan = aPlan(3)
    const first = await store.withViewer(viewer, (tx) => savePlan(tx, plan, null))
    expect(await store.withViewer(viewer, (tx) => savePlan(tx, plan, null))).toEqual(first)
    const taken = await store.withViewer(viewer, (tx) => savePlan(tx, aPlan(9, plan.revisionId), null))
    expect(taken).toEqual({ ok: false, failure: { kind: 'revision-taken' } })
  })

  test('a report is corrected and taken back without losing what was said', async () => {
    const first = aReport(2)
    const second = aReport(3.5)
    await store.withViewer(viewer, (tx) => saveProgress(tx, framework.id, first, null))
    await store.withViewer(viewer, (tx) => saveProgress(tx, framework.id, second, first.revisionId))
    const list = () => store.withViewer(viewer, (tx) => listProgress(tx, personId(), framework.id))
    expect(await list()).toEqual([{ ...second, version: 2 }])
    const withdrawal = { revisionId: randomUUID(), withdrawnAt: '2026-11-28T10:00:00.000Z' }
    const withdraw = () =>
      store.withViewer(viewer, (tx) => saveProgressWithdrawn(tx, place(), withdrawal, second.revisionId))
    expect(await withdraw()).toEqual({ ok: true, value: null })
    expect(await withdraw()).toEqual({ ok: true, value: null })
    expect(await list()).toEqual([])
    const history = await store.withViewer(viewer, (tx) => listProgressRevisions(tx, personId()))
    const own = history.filter((one) => one.frameworkId === framework.id)
    expect(own.map(({ hours, withdrawn }) => [hours, withdrawn])).toEqual([
      [2, false],
      [3.5, false],
      [0, true],
    ])
  })

  test('a forecast is kept once for the same numbers, plan and day', async () => {
    const save = (forecasts: Omit<KeptForecast, 'outcome'>[]) =>
      store.withViewer(viewer, (tx) => saveForecasts(tx, forecasts))
    const one = aForecast('2026-11-23', null)
    expect(await save([one])).toBe(1)
    expect(await save([{ ...one, id: randomUUID() }])).toBe(0)
    expect(await save([aForecast('2026-11-24', null), aForecast('2026-11-23', 120)])).toBe(2)
    const kept = await store.withViewer(viewer, (tx) => listForecasts(tx, personId(), framework.digest))
    expect(kept).toHaveLength(3)
    expect(kept.find(({ id }) => id === one.id)).toEqual({ ...one, outcome: null })
  })

  test('what became of a forecast is said once', async () => {
    const one = aForecast('2026-11-23')
    await store.withViewer(viewer, async (tx) => {
      await saveForecasts(tx, [one])
      const resolved = { forecastId: one.id, resolvedAt: '2027-02-01T10:00:00.000Z' }
      await saveForecastOutcomes(tx, [{ ...resolved, reachedOn: '2027-01-31' }])
      await saveForecastOutcomes(tx, [{ ...resolved, reachedOn: null }])
    })
    const [kept] = await store.withViewer(viewer, (tx) => listForecasts(tx, personId(), framework.digest))
    expect(kept?.outcome).toEqual({ reachedOn: '2027-01-31', resolvedAt: '2027-02-01T10:00:00.000Z' })
  })

  test('nobody else sees any of it, not even with the owner’s id', async () => {
    await store.withViewer(viewer, async (tx) => {
      await savePlan(tx, aPlan(3), null)
      await saveProgress(tx, framework.id, aReport(2), null)
      await saveForecasts(tx, [aForecast('2026-11-23')])
    })
    await store.withViewer(other, async (tx) => {
      expect(await findPlan(tx, personId(), framework.digest)).toBeNull()
      expect(await listProgress(tx, personId(), framework.id)).toEqual([])
      expect(await listForecasts(tx, personId(), null)).toEqual([])
    })
  })
})
