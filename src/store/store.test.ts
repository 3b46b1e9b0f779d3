// The store as a whole: what is saved is found, what is stale is refused, and history stays.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStore } from '../../tests/test-store.ts'
import type { Viewer } from '../core/access/viewer.ts'
import type { Framework } from '../core/framework/framework.ts'
import {
  findAssessment,
  listAssessments,
  saveAssessment,
  saveAssessmentClosed,
} from './assessment/assessments.ts'
import { listRatingRevisions, saveRating, saveRatingWithdrawn } from './assessment/ratings.ts'
import { listAudit } from './audit/audit.ts'
import { firstBrokenLink } from './audit/audit-chain.ts'
import {
  findFramework,
  findStoredFramework,
  listFrameworkVersions,
  saveFrameworkVersion,
} from './framework/framework-versions.ts'
import { findPerson, savePerson } from './people.ts'
import { findTarget, saveTarget } from './plan/targets.ts'

const framework = { id: 'tiny', name: 'Tiny', version: '1' } as unknown as Framework

describe('A store', () => {
  let store: Awaited<ReturnType<typeof openTestStore>>
  let viewer: Viewer
  beforeAll(async () => {
    store = await openTestStore()
    viewer = await store.personalViewer()
  })
  afterAll(() => store.dispose())

  async function anAssessment(): Promise<{ id: string; digest: string }> {
    const id = randomUUID()
    return store.withViewer(viewer, async (tx) => {
      const digest = await saveFrameworkVersion(tx, framework)
      await saveAssessment(tx, {
        id,
        subjectId: viewer.personId as string,
        raterKind: 'self',
        frameworkDigest: digest,
        role: 'senior',
        openedAt: tx.now,
        lastActivityAt: tx.now,
        closedAt: null,
      })
      return { id, digest }
    })
  }

  function aRating(assessmentId: string, level: number, revisionId = randomUUID()) {
    return {
      assessmentId,
      skill: 'writing',
      revisionId,
      ratedAt: new Date().toISOString(),
      level,
      reason: null,
      approaching: false,
      behaviours: ['decides-alone'],
      confidence: 'high' as const,
      observedOn: '2026-11-01',
      note: 'As seen in the review.',
    }
  }

  test('has one person after the first start, and the same one at the next call', async () => {
    const again = await store.personalViewer()
    expect(again.personId).toBe(viewer.personId)
    await store.withViewer(viewer, (tx) =>
      savePerson(tx, { id: viewer.personId as string, displayName: 'Ada' }),
    )
    expect(await store.withViewer(viewer, (tx) => findPerson(tx, viewer.personId as string))).toEqual({
      id: viewer.personId,
      displayName: 'Ada',
    })
  })

  test('keeps a framework version whole, once, under the digest of its content', async () => {
    const digest = await store.withViewer(viewer, (tx) => saveFrameworkVersion(tx, framework))
    expect(await store.withViewer(viewer, (tx) => saveFrameworkVersion(tx, framework))).toBe(digest)
    expect(await store.withViewer(viewer, (tx) => findFramework(tx, digest))).toEqual(framework)
    expect(await store.withViewer(viewer, listFrameworkVersions)).toHaveLength(1)
  })

  test('shows a framework of an earlier release as today, and gives it away as it was stored', async () => {
    const level = { level: 1, behaviours: [], practices: [] }
    const withReading = (reading: unknown[]) =>
      ({
        ...framework,
        skills: [{ id: 'writing', anchors: [{ ...level, reading }] }],
      }) as unknown as Framework
    const old = withReading(['Zinsser, On Writing Well'])
    const digest = await store.withViewer(viewer, (tx) => saveFrameworkVersion(tx, old))
    expect(await store.withViewer(viewer, (tx) => findFramework(tx, digest))).toEqual(
      withReading([{ source: 'Zinsser, On Writing Well' }]),
    )
    expect(await store.withViewer(viewer, (tx) => findStoredFramework(tx, digest))).toEqual(old)
  })

  test('finds a rating as it was saved', async () => {
    const { id } = await anAssessment()
    const rating = aRating(id, 3)
    const saved = await store.withViewer(viewer, (tx) => saveRating(tx, rating, null))
    expect(saved).toEqual({ ok: true, value: { ...rating, version: 1 } })
    const assessment = await store.withViewer(viewer, (tx) => findAssessment(tx, id))
    expect(assessment?.ratings).toEqual([{ ...rating, version: 1 }])
    expect(
      (await store.withViewer(viewer, (tx) => listAssessments(tx, viewer.personId as string)))[0]?.id,
    ).toBe(id)
  })

  test('refuses a stale save and shows what the other window saved', async () => {
    const { id } = await anAssessment()
    const first = aRating(id, 2)
    const second = aRating(id, 4)
    await store.withViewer(viewer, (tx) => saveRating(tx, first, null))
    await store.withViewer(viewer, (tx) => saveRating(tx, second, first.revisionId))
    const late = await store.withViewer(viewer, (tx) => saveRating(tx, aRating(id, 1), first.revisionId))
    expect(late).toEqual({ ok: false, failure: { kind: 'stale', current: { ...second, version: 2 } } })
  })

  test('lets the same write be repeated when its answer was lost', async () => {
    const { id } = await anAssessment()
    const rating = aRating(id, 2)
    await store.withViewer(viewer, (tx) => saveRating(tx, rating, null))
    const again = await store.withViewer(viewer, (tx) => saveRating(tx, rating, null))
    expect(again).toEqual({ ok: true, value: { ...rating, version: 1 } })
    const other = await store.withViewer(viewer, (tx) => saveRating(tx, { ...rating, level: 5 }, null))
    expect(other).toEqual({ ok: false, failure: { kind: 'revision-taken' } })
  })

  test('takes a rating back by adding to its history, and lets it be given anew', async () => {
    const { id } = await anAssessment()
    const rating = aRating(id, 2)
    await store.withViewer(viewer, (tx) => saveRating(tx, rating, null))
    const withdrawal = {
      assessmentId: id,
      skill: 'writing',
      revisionId: randomUUID(),
      withdrawnAt: rating.ratedAt,
    }
    const withdraw = () =>
      store.withViewer(viewer, (tx) => saveRatingWithdrawn(tx, withdrawal, rating.revisionId))
    expect((await withdraw()).ok).toBe(true)
    expect((await withdraw()).ok).toBe(true)
    expect((await store.withViewer(viewer, (tx) => findAssessment(tx, id)))?.ratings).toEqual([])
    const anew = aRating(id, 3)
    expect(await store.withViewer(viewer, (tx) => saveRating(tx, anew, null))).toEqual({
      ok: true,
      value: { ...anew, version: 3 },
    })
    const history = await store.withViewer(viewer, (tx) => listRatingRevisions(tx, id, 'writing'))
    expect(history.map((revision) => [revision.version, revision.withdrawn])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
  })

  test('changes nothing in a closed assessment', async () => {
    const { id } = await anAssessment()
    await store.withViewer(viewer, (tx) => saveAssessmentClosed(tx, id, tx.now))
    const saved = await store.withViewer(viewer, (tx) => saveRating(tx, aRating(id, 2), null))
    expect(saved).toEqual({ ok: false, failure: { kind: 'closed' } })
  })

  test('saves a target by versions', async () => {
    const { digest } = await anAssessment()
    const target = {
      frameworkDigest: digest,
      role: 'senior',
      destinations: ['staff', 'stay'],
      revisionId: randomUUID(),
      updatedAt: new Date().toISOString(),
    }
    const save = (revisionId: string, expected: string | null) =>
      store.withViewer(viewer, (tx) => saveTarget(tx, { ...target, revisionId }, expected))
    expect(await save(target.revisionId, null)).toEqual({ ok: true, value: { ...target, version: 1 } })
    expect((await save(target.revisionId, null)).ok).toBe(true)
    expect(await save(randomUUID(), null)).toMatchObject({ ok: false, failure: { kind: 'stale' } })
    expect((await save(randomUUID(), target.revisionId)).ok).toBe(true)
    expect(await store.withViewer(viewer, (tx) => findTarget(tx, viewer.personId as string))).toMatchObject({
      version: 2,
    })
  })

  test('lets one of many who save at once win, and shows the others what it was', async () => {
    const { id } = await anAssessment()
    const rounds = 10
    const clients = 8
    let expected: string | null = null
    for (let round = 0; round < rounds; round++) {
      const saves = Array.from({ length: clients }, (_, level) => {
        const rating = aRating(id, level)
        return store.withViewer(viewer, (tx) => saveRating(tx, rating, expected))
      })
      const results = await Promise.all(saves)
      const winners = results.flatMap((result) => (result.ok ? [result.value] : []))
      expect(winners).toHaveLength(1)
      for (const result of results)
        if (!result.ok) expect(result.failure).toEqual({ kind: 'stale', current: winners[0] })
      expected = (winners[0] as { revisionId: string }).revisionId
    }
    const history = await store.withViewer(viewer, (tx) => listRatingRevisions(tx, id, 'writing'))
    expect(history.map((revision) => revision.version)).toEqual(
      Array.from({ length: rounds }, (_, n) => n + 1),
    )
    expect(firstBrokenLink(await store.withViewer(viewer, listAudit))).toBeNull()
  })
})
