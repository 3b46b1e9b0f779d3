// People whom somebody keeps are theirs alone, travel with their export, and stay away once they are removed.

import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ratingOf, type Settled, settlePerson } from '../../../tests/store-of-one.ts'
import { openTestStore, type TestStore } from '../../../tests/test-store.ts'
import { ordinaryViewer } from '../../core/access/viewer.ts'
import type { RaterKind } from '../../core/assessment/assessment.ts'
import { noteAssessment } from '../../core/assessment/note-assessment.ts'
import type { PersonalExport } from '../../core/export/personal-export.ts'
import { renderMarkdown } from '../../core/export/render-markdown.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { findAssessment, saveAssessment, saveIdleAssessmentsClosed } from '../assessment/assessments.ts'
import { saveRating } from '../assessment/ratings.ts'
import { listRatingsAbout } from '../assessment/ratings-about.ts'
import { countRatedPeople, listRatingsOfPeople } from '../assessment/ratings-of-people.ts'
import { restoreBackup, saveBackup } from '../own-data/backups.ts'
import { listErasedPeople, saveErasedPerson } from '../own-data/erased-people.ts'
import { listToEraseAgain } from '../own-data/erasures.ts'
import { listEverything } from '../own-data/export.ts'
import { finishErasing } from '../own-data/finish-erasing.ts'
import { saveImported } from '../own-data/import.ts'
import { listPeople, savePerson } from '../people.ts'
import { inTransaction } from '../sql-session.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { findKeptPerson, listKeptPeople, removeKeptPerson, saveKeptPerson } from './kept-people.ts'

describe('A person who is kept', () => {
  let store: TestStore
  let settled: Settled
  beforeEach(async () => {
    store = await openTestStore()
    settled = await settlePerson(store)
  })
  afterEach(() => store.dispose())

  const asMe = <Value>(work: (tx: ViewerTransaction) => Promise<Value>) =>
    store.withViewer(settled.viewer, work)

  async function keep(displayName: string): Promise<KeptPerson> {
    const person = {
      id: randomUUID(),
      displayName,
      relation: 'peer' as const,
      role: 'senior',
      revisionId: randomUUID(),
    }
    return asMe((tx) => saveKeptPerson(tx, person))
  }

  async function note(subjectId: string, raterId: string | null, raterKind: RaterKind, level: number) {
    const command = {
      subjectId,
      raterId,
      raterKind,
      ratedOn: '2026-03-31',
      frameworkDigest: settled.digest,
      role: '',
    }
    const ids = { id: randomUUID() as string, keeperId: settled.personId, now: '2026-11-23T00:00:00.000Z' }
    const noted = noteAssessment(command, ids)
    if (!noted.ok) throw new Error(noted.failure.message)
    await asMe((tx) => saveAssessment(tx, noted.value, raterId))
    const rating = { ...ratingOf(ids.id, 'writing', level), ratedAt: noted.value.openedAt }
    await asMe((tx) => saveRating(tx, rating, null))
    return ids.id
  }

  test('is seen by nobody else of the organisation, and is not on its list of names', async () => {
    const kept = await keep('Ada')
    const other = ordinaryViewer(settled.viewer.orgId, randomUUID())
    const keeper = { ...other, adminOf: ['people' as const] }
    await store.withViewer(other, (tx) => savePerson(tx, { id: other.personId as string, displayName: 'Bo' }))
    expect(await store.withViewer(other, (tx) => findKeptPerson(tx, kept.id))).toBeNull()
    const names = await store.withViewer(keeper, listPeople)
    expect(names.map((one) => one.displayName)).not.toContain('Ada')
    // Also with every filter of the program removed.
    const rows = await store.withViewer(other, (tx) =>
      tx.db.selectFrom('person').select('display_name').execute(),
    )
    expect(rows.map((row) => row.display_name)).not.toContain('Ada')
    expect(await asMe((tx) => findKeptPerson(tx, kept.id))).toEqual(kept)
  })

  test('is kept together with what they said, which stays open however long nothing happens', async () => {
    const ada = await keep('Ada')
    const said = await note(settled.personId, ada.id, 'peer', 4)
    await asMe((tx) => saveIdleAssessmentsClosed(tx, '2030-01-01T00:00:00.000Z'))
    expect((await asMe((tx) => findAssessment(tx, said)))?.closedAt).toBeNull()
    expect((await asMe((tx) => findAssessment(tx, settled.assessmentId)))?.closedAt).not.toBeNull()
    const ratings = await asMe((tx) => listRatingsAbout(tx, settled.personId, settled.digest))
    expect(ratings.map(({ level, rater }) => [level, rater?.name])).toEqual([
      [4, 'Ada'],
      [3, undefined],
    ])
  })

  test('goes with everything that is exported, and is the same elsewhere', async () => {
    const ada = await keep('Ada *A*')
    const report = await keep('Rosa')
    await note(settled.personId, ada.id, 'peer', 4)
    await note(report.id, settled.personId, 'manager', 2)
    await note(report.id, null, 'peer', 1)
    const everybody = await asMe((tx) => listRatingsOfPeople(tx, settled.digest))
    expect(everybody.map(({ id }) => id)).toEqual(expect.arrayContaining([settled.personId, report.id]))
    for (const { id, ratings } of everybody) {
      const about = await asMe((tx) => listRatingsAbout(tx, id, settled.digest))
      const measured = about.map(({ skill, level, approaching, ratedAt, confidence, rater }) => ({
        ...{ skill, level, approaching, ratedAt, confidence },
        ...(rater === undefined ? {} : { rater: { id: rater.id, kind: rater.kind } }),
      }))
      expect(ratings).toHaveLength(measured.length)
      expect(ratings).toEqual(expect.arrayContaining(measured))
    }
    expect(await asMe((tx) => countRatedPeople(tx, settled.digest))).toBe(everybody.length)
    const before = (await asMe(listEverything)) as PersonalExport
    expect(renderMarkdown(before)).toContain('## What Ada \\*A\\* said about you on 2026-03-31')
    expect(renderMarkdown(before)).toContain('## What somebody said about Rosa on 2026-03-31')
    const other = await openTestStore()
    try {
      const viewer = await other.personalViewer()
      for (const people of [2, 0]) {
        const imported = await other.withViewer(viewer, (tx) => saveImported(tx, before))
        expect(imported).toMatchObject({ ok: true, value: { added: { people } } })
      }
      const after = (await other.withViewer(viewer, listEverything)) as PersonalExport
      expect(after.people).toEqual(before.people)
      const moved = (id: string | null | undefined) => (id === settled.personId ? viewer.personId : id)
      expect(after.noted).toEqual(
        before.noted?.map(({ ownerId, ...one }) => ({
          ...one,
          subjectId: moved(one.subjectId),
          raterId: moved(one.raterId),
          ...(ownerId === undefined ? {} : { ownerId: moved(ownerId) }),
        })),
      )
    } finally {
      await other.dispose()
    }
  })

  test('who was removed is not in the database, and no backup brings them back', async () => {
    const ada = await keep('canary-ada')
    const report = await keep('canary-rosa')
    await note(report.id, settled.personId, 'manager', 2)
    const said = await note(settled.personId, ada.id, 'peer', 4)
    const backup = await saveBackup(store)
    for (const { id } of [ada, report]) expect(await asMe((tx) => removeKeptPerson(tx, store, id))).toBe(true)
    const isGone = async () => {
      const everything = (await asMe(listEverything)) as PersonalExport
      expect(JSON.stringify(everything)).not.toContain('canary')
      expect(everything.noted?.map(({ id, raterId, ratings }) => [id, raterId, ratings[0]?.level])).toEqual([
        [said, null, 4],
      ])
    }
    await isGone()
    expect((await restoreBackup(store, backup.name)).ok).toBe(true)
    await isGone()
  })

  test('who was removed and is gone is not removed again at every start', async () => {
    const ada = await keep('Ada')
    const toErase = () =>
      store.database.alone((session) => inTransaction(session, () => listToEraseAgain(session, store.places)))
    saveErasedPerson(store.places, {
      ...{ orgId: settled.viewer.orgId, keeperId: settled.personId },
      ...{ personId: ada.id, erasedAt: '2026-11-23T00:00:00.000Z' },
    })
    // As after a crash between the note and the deed.
    expect((await toErase()).map(({ personId }) => personId)).toEqual([ada.id])
    await finishErasing(store)
    expect(await asMe(listKeptPeople)).toEqual([])
    expect(await toErase()).toEqual([])
  })

  test('who was removed by mistake is kept again from an export, under another id', async () => {
    const ada = await keep('Ada')
    await note(settled.personId, ada.id, 'peer', 4)
    const before = (await asMe(listEverything)) as PersonalExport
    await asMe((tx) => removeKeptPerson(tx, store, ada.id))
    const erased = new Set(listErasedPeople(store.places).map((one) => one.personId))
    for (const _ of [1, 2]) await asMe((tx) => saveImported(tx, before, erased))
    const people = await asMe(listKeptPeople)
    expect(people.map((one) => one.displayName)).toEqual(['Ada'])
    expect(people[0]?.id).not.toBe(ada.id)
  })
})
