// A store with one person in it who has rated, aimed and changed their mind: something worth keeping.

import { randomUUID } from 'node:crypto'
import type { Viewer } from '../src/core/access/viewer.ts'
import type { Framework } from '../src/core/framework/framework.ts'
import { saveAssessment } from '../src/store/assessment/assessments.ts'
import { saveRating, saveRatingWithdrawn } from '../src/store/assessment/ratings.ts'
import { saveFrameworkVersion } from '../src/store/framework/framework-versions.ts'
import type { Store } from '../src/store/open.ts'
import { saveTarget } from '../src/store/plan/targets.ts'

export const tinyFramework = {
  id: 'tiny',
  name: 'Tiny',
  version: '1',
  skills: [{ id: 'writing', name: 'Writing' }],
  roles: [{ id: 'senior', name: 'Senior' }],
} as unknown as Framework

export interface Settled {
  viewer: Viewer
  personId: string
  assessmentId: string
  digest: string
}

/** Opens an assessment with a rating that was changed, one that was taken back, and two targets. */
export async function settlePerson(store: Store, note = 'As seen in the review.'): Promise<Settled> {
  const viewer = await store.personalViewer()
  const personId = viewer.personId as string
  const assessmentId = randomUUID()
  const digest = await store.withViewer(viewer, async (tx) => {
    const made = await saveFrameworkVersion(tx, tinyFramework)
    const times = { openedAt: tx.now, lastActivityAt: tx.now, closedAt: null }
    await saveAssessment(tx, {
      id: assessmentId,
      subjectId: personId,
      raterKind: 'self',
      frameworkDigest: made,
      role: 'senior',
      ...times,
    })
    return made
  })
  const first = ratingOf(assessmentId, 'writing', 2, note)
  await store.withViewer(viewer, (tx) => saveRating(tx, first, null))
  await store.withViewer(viewer, (tx) =>
    saveRating(tx, ratingOf(assessmentId, 'writing', 3, note), first.revisionId),
  )
  const mistaken = ratingOf(assessmentId, 'reviewing', 5, note)
  await store.withViewer(viewer, (tx) => saveRating(tx, mistaken, null))
  await store.withViewer(viewer, (tx) =>
    saveRatingWithdrawn(
      tx,
      { assessmentId, skill: 'reviewing', revisionId: randomUUID(), withdrawnAt: tx.now },
      mistaken.revisionId,
    ),
  )
  await saveTargets(store, viewer, digest)
  return { viewer, personId, assessmentId, digest }
}

async function saveTargets(store: Store, viewer: Viewer, frameworkDigest: string): Promise<void> {
  const about = { frameworkDigest, role: 'senior', updatedAt: new Date().toISOString() }
  const first = { ...about, destinations: ['staff'], revisionId: randomUUID() }
  await store.withViewer(viewer, (tx) => saveTarget(tx, first, null))
  const second = { ...about, destinations: ['staff', 'stay'], revisionId: randomUUID() }
  await store.withViewer(viewer, (tx) => saveTarget(tx, second, first.revisionId))
}

/** A rating ready to be saved. */
export function ratingOf(assessmentId: string, skill: string, level: number, note = '') {
  return {
    assessmentId,
    skill,
    revisionId: randomUUID() as string,
    ratedAt: new Date().toISOString(),
    level,
    reason: null,
    approaching: false,
    behaviours: ['decides-alone'],
    confidence: 'high' as const,
    observedOn: '2026-11-01',
    note,
  }
}
