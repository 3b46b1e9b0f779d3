// What belongs to a person: they get all of it, can take it elsewhere, and can make it disappear.

import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CANARY, plantCanaries } from '../../tests/planted-person.ts'
import { ratingOf, type Settled, settlePerson } from '../../tests/store-of-one.ts'
import { openTestStore, type TestStore } from '../../tests/test-store.ts'
import type { PersonalExport } from '../core/export/personal-export.ts'
import { renderMarkdown } from '../core/export/render-markdown.ts'
import { saveRating } from './assessment/ratings.ts'
import { listAudit } from './audit/audit.ts'
import { firstBrokenLink } from './audit/audit-chain.ts'
import { dumpDatabase } from './dump.ts'
import { saveBackup } from './own-data/backups.ts'
import { removeEverything } from './own-data/erase.ts'
import { listEverything } from './own-data/export.ts'
import { saveImported } from './own-data/import.ts'

describe('What belongs to a person', () => {
  let store: TestStore
  let settled: Settled
  beforeEach(async () => {
    store = await openTestStore()
    settled = await settlePerson(store)
  })
  afterEach(() => store.dispose())

  const exported = async (): Promise<PersonalExport> =>
    (await store.withViewer(settled.viewer, listEverything)) as PersonalExport

  test('goes into the export, whichever column it is in', async () => {
    const planted = await plantCanaries(store, settled)
    expect(planted.size).toBeGreaterThan(15)
    const text = JSON.stringify(await exported())
    for (const [column, { mark, isSecret }] of planted)
      expect({ column, found: text.includes(mark) }).toEqual({ column, found: !isSecret })
  })

  test('is nowhere after an erase: not in the database, not in its files, not in a backup', async () => {
    await plantCanaries(store, settled)
    await saveBackup(store)
    const { erased, backupsRemoved } = await removeEverything(store, settled.viewer)
    expect(backupsRemoved).toBe(1)
    expect(erased).toMatchObject({
      person: 2,
      target: 1,
      target_revision: 3,
      assessment: 2,
      rating_revision: 5,
      session: 1,
    })
    const lines: string[] = []
    await store.database.alone((session) => dumpDatabase(session, 'now', (line) => void lines.push(line)))
    expect(lines.filter((line) => line.includes(CANARY))).toEqual([])
    // On a server the files are not ours to look into; see docs/who-sees-what.md.
    if (store.kind === 'embedded') {
      await store.database.alone((session) => session.run('CHECKPOINT'))
      expect(filesWith(store.places.root, CANARY)).toEqual([])
      expect(filesWith(store.places.root, 'As seen in the review')).toEqual([])
    }
  })

  function filesWith(folder: string, text: string): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile() && readFileSync(file).includes(text))
  }

  test('leaves after an erase an audit chain of ids and hashes that still holds', async () => {
    await removeEverything(store, settled.viewer)
    const next = await store.personalViewer()
    expect(next.personId).not.toBe(settled.personId)
    const chain = await store.withViewer(next, listAudit)
    expect(firstBrokenLink(chain)).toBeNull()
    expect(chain.some((row) => row.action === 'erase')).toBe(true)
  })

  test('can be imported elsewhere, and is then the same', async () => {
    const before = await exported()
    const other = await openTestStore()
    try {
      const viewer = await other.personalViewer()
      const imported = await other.withViewer(viewer, (tx) =>
        saveImported(tx, JSON.parse(JSON.stringify(before))),
      )
      expect(imported).toEqual({
        ok: true,
        value: {
          added: {
            frameworks: 1,
            targets: 2,
            assessments: 1,
            ratings: 4,
            people: 0,
            plans: 0,
            reports: 0,
            forecasts: 0,
            evidence: 0,
            feedback: 0,
            feedbackDrafts: 0,
            conversations: 0,
            shares: 0,
            checkIns: 0,
            packets: 0,
          },
          kept: {
            frameworks: 0,
            targets: 0,
            assessments: 0,
            ratings: 0,
            people: 0,
            plans: 0,
            reports: 0,
            forecasts: 0,
            evidence: 0,
            feedback: 0,
            feedbackDrafts: 0,
            conversations: 0,
            shares: 0,
            checkIns: 0,
            packets: 0,
          },
        },
      })
      const after = (await other.withViewer(viewer, listEverything)) as PersonalExport
      expect(after.targets).toEqual(before.targets)
      expect(after.frameworks).toEqual(before.frameworks)
      expect(after.assessments.map((one) => one.revisions)).toEqual(
        before.assessments.map((one) => one.revisions),
      )
      const again = await other.withViewer(viewer, (tx) => saveImported(tx, before))
      expect(again).toMatchObject({
        ok: true,
        value: {
          added: {
            frameworks: 0,
            targets: 0,
            assessments: 0,
            ratings: 0,
            people: 0,
            plans: 0,
            reports: 0,
            forecasts: 0,
            evidence: 0,
            feedback: 0,
            feedbackDrafts: 0,
            conversations: 0,
            shares: 0,
            checkIns: 0,
            packets: 0,
          },
        },
      })
    } finally {
      await other.dispose()
    }
  })

  test('comes back from its own export after an erase', async () => {
    const before = await exported()
    await removeEverything(store, settled.viewer)
    const viewer = await store.personalViewer()
    expect((await store.withViewer(viewer, (tx) => saveImported(tx, before))).ok).toBe(true)
    const after = (await store.withViewer(viewer, listEverything)) as PersonalExport
    expect(after.assessments[0]?.ratings).toEqual(before.assessments[0]?.ratings)
  })

  test('is never overwritten by an import: what is here stays, and histories only grow', async () => {
    const before = await exported()
    const current = before.assessments[0]?.ratings.find((rating) => rating.skill === 'writing')
    const later = ratingOf(settled.assessmentId, 'writing', 5)
    await store.withViewer(settled.viewer, (tx) => saveRating(tx, later, current?.revisionId ?? null))
    const imported = await store.withViewer(settled.viewer, (tx) => saveImported(tx, before))
    expect(imported).toMatchObject({ ok: true, value: { added: { ratings: 0 }, kept: { ratings: 4 } } })
    expect((await exported()).assessments[0]?.ratings[0]).toMatchObject({
      revisionId: later.revisionId,
      level: 5,
    })
  })

  test('is imported whole or not at all, and each problem names its place', async () => {
    const before = await exported()
    const wrong = structuredClone(before)
    const assessment = wrong.assessments[0] as (typeof wrong.assessments)[number]
    assessment.id = randomUUID()
    for (const revision of assessment.revisions)
      Object.assign(revision, { assessmentId: assessment.id, revisionId: randomUUID() })
    Object.assign(assessment.revisions[2] as object, { level: 1.5 })
    Object.assign(wrong.frameworks[0] as object, { digest: createHash('sha256').update('x').digest('hex') })
    const imported = await store.withViewer(settled.viewer, (tx) => saveImported(tx, wrong))
    expect(imported).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
    if (!imported.ok)
      expect(imported.failure.problems.map((problem) => problem.pointer)).toContain(
        '/assessments/0/revisions/2/level',
      )
    const taken = structuredClone(before)
    const moved = taken.assessments[0] as (typeof taken.assessments)[number]
    moved.id = randomUUID()
    for (const revision of moved.revisions) revision.assessmentId = moved.id
    expect(await store.withViewer(settled.viewer, (tx) => saveImported(tx, taken))).toMatchObject({
      ok: false,
      failure: { problems: [{ message: 'this id is in use for something else' }] },
    })
    expect((await exported()).assessments).toEqual(before.assessments)
  })

  test('can be read as a page, in which nobody’s text becomes markup', async () => {
    const hostile = ratingOf(
      settled.assessmentId,
      'mentoring',
      4,
      'See <script>alert(1)</script>\n# not a heading [x](javascript:1)',
    )
    await store.withViewer(settled.viewer, (tx) => saveRating(tx, hostile, null))
    const page = renderMarkdown(await exported())
    expect(page).toContain('### Writing')
    expect(page).toContain('level 3')
    expect(page).toContain('taken back')
    expect(page).toContain('Senior, towards staff, stay and deepen')
    expect(page).not.toMatch(/<script>|^# not|\[x\]\(/m)
  })
})
