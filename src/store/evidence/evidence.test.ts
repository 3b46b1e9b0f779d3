// Evidence in the database: nothing is overwritten, nobody else sees it, and its words lie there sealed.

import { randomUUID } from 'node:crypto'
import { renameSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tinyFramework } from '../../../tests/store-of-one.ts'
import { openTestStore, type TestStore } from '../../../tests/test-store.ts'
import { ordinaryViewer, type Viewer } from '../../core/access/viewer.ts'
import type { Evidence } from '../../core/evidence/evidence.ts'
import type { PersonalExport } from '../../core/export/personal-export.ts'
import { renderMarkdown } from '../../core/export/render-markdown.ts'
import { dumpDatabase } from '../dump.ts'
import { saveFrameworkVersion } from '../framework/framework-versions.ts'
import { listEverything } from '../own-data/export.ts'
import { saveImported } from '../own-data/import.ts'
import { savePerson } from '../people.ts'
import {
  findEvidence,
  listEvidence,
  listEvidenceRevisions,
  saveEvidence,
  saveEvidenceWithdrawn,
} from './evidence.ts'

describe('Evidence', () => {
  let store: TestStore
  let viewer: Viewer
  let other: Viewer
  let digest: string
  const personId = () => viewer.personId as string

  beforeAll(async () => {
    store = await openTestStore()
    viewer = await store.personalViewer()
    digest = await store.withViewer(viewer, (tx) => saveFrameworkVersion(tx, tinyFramework))
    other = ordinaryViewer(viewer.orgId, randomUUID())
    await store.withViewer(other, (tx) => savePerson(tx, { id: other.personId as string, displayName: null }))
  }, 60_000)
  afterAll(() => store.dispose())

  function anEntry(change: Partial<Evidence> = {}): Omit<Evidence, 'version'> {
    return {
      id: randomUUID(),
      revisionId: randomUUID(),
      frameworkDigest: digest,
      happenedOn: '2026-11-20',
      text: 'Wrote the runbook that ended the nightly calls.',
      links: ['https://example.org/runbook'],
      credit: [{ name: 'Ada', personId: null }],
      skills: [{ skill: 'writing', level: 3, behaviours: [], note: 'Others use it without me.' }],
      template: 'prevention',
      source: { kind: 'captured', origin: 'git:4711' },
      writtenAt: '2026-11-20T10:00:00.000Z',
      ...change,
    }
  }
  const save = (entry: Omit<Evidence, 'version'>, expected: string | null = null) =>
    store.withViewer(viewer, (tx) => saveEvidence(tx, entry, expected))
  const find = (id: string) => store.withViewer(viewer, (tx) => findEvidence(tx, id))

  test('comes back as it was written, and its words are nowhere in the database', async () => {
    const entry = anEntry()
    expect(await save(entry)).toEqual({ ok: true, value: { ...entry, version: 1 } })
    expect(await find(entry.id)).toEqual({ ...entry, version: 1 })
    const lines: string[] = []
    await store.database.alone((session) => dumpDatabase(session, 'now', (line) => void lines.push(line)))
    expect(lines.some((line) => line.includes(entry.id))).toBe(true)
    expect(lines.filter((line) => /runbook|Ada|git:4711|without me/.test(line))).toEqual([])
  })

  test('is changed and taken back without losing what was written, and can be written again', async () => {
    const first = anEntry()
    const second = { ...first, revisionId: randomUUID(), text: 'Wrote it, with Ada.' }
    await save(first)
    expect(await save(second, first.revisionId)).toMatchObject({ ok: true, value: { version: 2 } })
    const withdrawal = { id: first.id, revisionId: randomUUID(), withdrawnAt: '2026-11-21T10:00:00.000Z' }
    const withdraw = () =>
      store.withViewer(viewer, (tx) => saveEvidenceWithdrawn(tx, withdrawal, second.revisionId))
    expect([await withdraw(), await withdraw()]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ])
    expect(await find(first.id)).toBeNull()
    const third = { ...second, revisionId: randomUUID() }
    expect(await save(third)).toMatchObject({ ok: true, value: { version: 4, text: second.text } })
    const { revisions } = await store.withViewer(viewer, (tx) => listEvidenceRevisions(tx, personId()))
    const own = revisions.filter(({ id }) => id === first.id)
    expect(own.map(({ text, withdrawn, replaces }) => [text, withdrawn, replaces])).toEqual([
      [first.text, false, null],
      [second.text, false, first.revisionId],
      ['', true, second.revisionId],
      [second.text, false, withdrawal.revisionId],
    ])
  })

  test('of two changes at once one is kept, and the other writer is told', async () => {
    const first = anEntry()
    await save(first)
    const both = await Promise.all(
      ['a', 'b'].map((text) => save({ ...first, revisionId: randomUUID(), text }, first.revisionId)),
    )
    const kept = both.find((one) => one.ok)
    expect(both.find((one) => !one.ok)).toEqual({
      ok: false,
      failure: { kind: 'stale', current: kept?.ok ? kept.value : null },
    })
  })

  test('sent twice is saved once, and a revision id with other words is refused', async () => {
    const entry = anEntry()
    const first = await save(entry)
    expect(await save(entry)).toEqual(first)
    expect(await save({ ...entry, text: 'other' })).toEqual({
      ok: false,
      failure: { kind: 'revision-taken' },
    })
  })

  test('is listed with the newest day first', async () => {
    const days = ['2020-01-03', '2020-01-01', '2020-01-02']
    for (const happenedOn of days) await save(anEntry({ happenedOn }))
    const { entries } = await store.withViewer(viewer, (tx) => listEvidence(tx, personId()))
    const listed = entries.map(({ happenedOn }) => happenedOn).filter((one) => days.includes(one))
    expect(listed).toEqual(['2020-01-03', '2020-01-02', '2020-01-01'])
  })

  test('is not seen by anybody else, not even with its id', async () => {
    const entry = anEntry()
    await save(entry)
    await store.withViewer(other, async (tx) => {
      expect(await findEvidence(tx, entry.id)).toBeNull()
      expect(await listEvidence(tx, personId())).toEqual({ entries: [], unreadable: [] })
    })
  })

  test('without its key is listed by its day, is neither changed nor lost, and goes out as it is stored', async () => {
    const entry = anEntry()
    await save(entry)
    const { file } = store.keyFile
    renameSync(file, `${file}.away`)
    try {
      const { entries, unreadable } = await store.withViewer(viewer, (tx) => listEvidence(tx, personId()))
      expect(entries).toEqual([])
      expect(unreadable).toContainEqual({
        id: entry.id,
        revisionId: entry.revisionId,
        happenedOn: entry.happenedOn,
        why: 'key-missing',
      })
      expect(await save(anEntry({ id: entry.id }))).toEqual({
        ok: false,
        failure: { kind: 'stale', current: null },
      })
      const everything = (await store.withViewer(viewer, listEverything)) as PersonalExport
      expect(everything.evidence).toEqual([])
      const stored = everything.records.evidence_revision?.map((row) => row.revision_id)
      expect(stored).toContain(entry.revisionId)
    } finally {
      renameSync(`${file}.away`, file)
    }
    expect(await find(entry.id)).toEqual({ ...entry, version: 1 })
  })

  test('goes elsewhere with an export, in words, and is sealed anew there', async () => {
    const entry = anEntry({ text: 'Hard to forget.', credit: [{ name: 'Bo', personId: randomUUID() }] })
    await save(entry)
    const everything = (await store.withViewer(viewer, listEverything)) as PersonalExport
    expect(renderMarkdown(everything)).toContain('Hard to forget.')
    const elsewhere = await openTestStore()
    try {
      const there = await elsewhere.personalViewer()
      const carry = () =>
        elsewhere.withViewer(there, (tx) => saveImported(tx, JSON.parse(JSON.stringify(everything))))
      const count = everything.evidence?.length ?? 0
      expect(await carry()).toMatchObject({ ok: true, value: { added: { evidence: count } } })
      expect(await carry()).toMatchObject({
        ok: true,
        value: { added: { evidence: 0 }, kept: { evidence: count } },
      })
      // Bo is not kept there, so the name stays and the id does not.
      expect(await elsewhere.withViewer(there, (tx) => findEvidence(tx, entry.id))).toEqual({
        ...entry,
        version: 1,
        credit: [{ name: 'Bo', personId: null }],
      })
    } finally {
      await elsewhere.dispose()
    }
  })
})
