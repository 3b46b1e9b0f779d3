// Check-ins and reminders in the database: the owner's alone, one for each week, and nothing is put on words nobody can read.
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../../tests/test-store.ts'
import { ordinaryViewer, type Viewer } from '../../core/access/viewer.ts'
import type { CheckIn } from '../../core/check-in/check-in.ts'
import { FIRST_CHOICES } from '../../core/reminder/reminder.ts'
import { listEverything } from '../own-data/export.ts'
import { saveImported } from '../own-data/import.ts'
import { savePerson } from '../people.ts'
import { listCheckInRevisions, listCheckIns, saveCheckIn, saveCheckInWithdrawn } from './check-ins.ts'
import { findReminder, findReminderTokenHash, saveReminder, saveReminderTokenHash } from './reminders.ts'

const WEEK = '2026-11-23'

describe('Check-ins in the database', () => {
  let store: TestStore
  let viewer: Viewer
  beforeEach(async () => {
    store = await openTestStore()
    viewer = await store.personalViewer()
  }, 60_000)
  afterEach(() => store.dispose())

  const said = (inTheWay: string): Omit<CheckIn, 'version'> => ({
    week: WEEK,
    revisionId: randomUUID(),
    inTheWay,
    ownAnswers: { load: 'heavy', energy: 2 },
    checkedInAt: '2026-11-26T10:00:00.000Z',
  })
  const save = (checkIn: Omit<CheckIn, 'version'>, before: string | null = null) =>
    store.withViewer(viewer, (tx) => saveCheckIn(tx, checkIn, before))
  const list = (by = viewer) => store.withViewer(by, (tx) => listCheckIns(tx, viewer.personId ?? ''))

  test('are seen by nobody but their owner, whoever asks for them', async () => {
    await save(said('On-call'))
    const colleague = ordinaryViewer(viewer.orgId, randomUUID())
    await store.withViewer(colleague, (tx) =>
      savePerson(tx, { id: colleague.personId ?? '', displayName: null }),
    )
    expect((await list()).checkIns).toHaveLength(1)
    expect(await list(colleague)).toEqual({ checkIns: [], unreadable: [] })
  })

  test('keep every wording, and a withdrawn week has none', async () => {
    const [first, second] = [said('On-call'), said('On-call, twice')]
    await save(first)
    await save(second, first.revisionId)
    const withdrawal = { week: WEEK, revisionId: randomUUID(), withdrawnAt: '2026-11-27T10:00:00.000Z' }
    const gone = await store.withViewer(viewer, (tx) =>
      saveCheckInWithdrawn(tx, withdrawal, second.revisionId),
    )
    expect(gone.ok).toBe(true)
    const { revisions } = await store.withViewer(viewer, (tx) =>
      listCheckInRevisions(tx, viewer.personId ?? ''),
    )
    expect(
      revisions.map(({ version, inTheWay, ownAnswers, withdrawn }) => ({
        version,
        inTheWay,
        load: ownAnswers?.load ?? null,
        withdrawn,
      })),
    ).toEqual([
      { version: 1, inTheWay: 'On-call', load: 'heavy', withdrawn: false },
      { version: 2, inTheWay: 'On-call, twice', load: 'heavy', withdrawn: false },
      { version: 3, inTheWay: '', load: null, withdrawn: true },
    ])
    expect((await list()).checkIns).toEqual([])
  })

  test('of which the key is missing are told as such, and neither saved over nor imported over', async () => {
    const first = said('On-call')
    await save(first)
    const exported = await store.withViewer(viewer, listEverything)
    rmSync(store.keyFile.file)
    expect(await list()).toEqual({
      checkIns: [],
      unreadable: [{ week: WEEK, revisionId: first.revisionId, why: 'key-missing' }],
    })
    expect(await save(said('Another thing'))).toMatchObject({
      ok: false,
      failure: { kind: 'stale', current: null },
    })
    const later = { ...exported, checkIns: [{ ...said('x'), version: 2, withdrawn: false, replaces: null }] }
    const imported = await store.withViewer(viewer, (tx) =>
      saveImported(tx, JSON.parse(JSON.stringify(later))),
    )
    expect(imported).toMatchObject({ ok: true, value: { added: { checkIns: 0 }, kept: { checkIns: 1 } } })
    const after = await store.withViewer(viewer, listEverything)
    expect(after?.records.check_in_revision).toHaveLength(1)
  })
})

describe('Reminders in the database', () => {
  test('keep a hash that comes and goes without touching what is wished', async () => {
    const store = await openTestStore()
    try {
      const viewer = await store.personalViewer()
      const first = { choices: FIRST_CHOICES, revisionId: randomUUID() }
      const own = <Value>(work: Parameters<typeof store.withViewer<Value>>[1]) =>
        store.withViewer(viewer, work)
      await own((tx) => saveReminderTokenHash(tx, null, first))
      expect(await own(findReminder)).toBeNull()
      await own((tx) => saveReminderTokenHash(tx, 'a'.repeat(64), first))
      const wished = { choices: { ...FIRST_CHOICES, plan: false }, revisionId: randomUUID() }
      expect(await own((tx) => saveReminder(tx, wished, first.revisionId))).toMatchObject({ ok: true })
      expect(await own(findReminderTokenHash)).toBe('a'.repeat(64))
      expect(
        await own((tx) => saveReminder(tx, { ...wished, revisionId: randomUUID() }, null)),
      ).toMatchObject({
        ok: false,
        failure: { kind: 'stale' },
      })
      await own((tx) => saveReminderTokenHash(tx, null, first))
      expect(await own(findReminder)).toMatchObject({ hasLink: false, choices: { plan: false } })
    } finally {
      await store.dispose()
    }
  })
})
