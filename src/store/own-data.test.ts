// What belongs to a person: they get all of it, can take it elsewhere, and can make it disappear.

import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ratingOf, type Settled, settlePerson } from '../../tests/store-of-one.ts'
import { openTestStore, type TestStore } from '../../tests/test-store.ts'
import { NOTHING_SAID } from '../core/check-in/check-in.ts'
import { NO_FEEDBACK } from '../core/composing/feedback-draft.ts'
import { NO_CONVERSATION } from '../core/conversation/conversation.ts'
import { NO_WORDS } from '../core/evidence/evidence.ts'
import type { PersonalExport } from '../core/export/personal-export.ts'
import { renderMarkdown } from '../core/export/render-markdown.ts'
import { NOTHING_TOLD } from '../core/feedback/feedback.ts'
import type { PacketContent } from '../core/packet/packet.ts'
import { NOTHING_SHARED } from '../core/share/share.ts'
import { firstBrokenLink, listAudit } from './audit.ts'
import { saveBackup } from './backups.ts'
import { listColumnTags, listTablesInOrder } from './column-tags.ts'
import { dumpDatabase } from './dump.ts'
import { removeEverything } from './erase.ts'
import { listEverything } from './export.ts'
import { saveImported } from './import.ts'
import { savePerson } from './people.ts'
import { textSealer } from './private-text.ts'
import { saveRating } from './ratings.ts'
import { sessionIn } from './sql-session.ts'

const CANARY = 'canary-4711'
/** The draft that the planted files and comments belong to. */
const DRAFT = randomUUID()
/** The forecast that the planted outcome belongs to. */
const FORECAST = randomUUID()
/** Values that the tables demand, where any text would not do. */
const DEMANDED: Record<string, string> = {
  'assessment.rater_kind': 'self',
  'rating_revision.reason': 'not-seen',
  'rating_revision.confidence': 'low',
  'job.state': 'waiting',
  'progress_revision.level': '3',
  'progress_revision.hours': '2.5',
  'forecast.milestone': 'must-haves',
}
const FIXED = new Set([
  'audience',
  'framework_digest',
  'before_digest',
  'after_digest',
  'digest',
  'base_hash',
  // A hash of the quantiles beside it, which go out themselves.
  'numbers',
])

/** The packet that the planted version belongs to. */
const PACKET = randomUUID()
const NO_PACKET: PacketContent = {
  purpose: 'review',
  role: 'senior-engineer',
  held: null,
  from: '2026-01-01',
  until: '2026-11-01',
  title: '',
  summary: '',
  sections: [],
  answers: [],
}

/** What is sealed in a column, with a mark among its words. */
const SEALED_WORDS: Record<string, (mark: string) => unknown> = {
  'evidence_revision.sealed': (mark) => ({ ...NO_WORDS, text: mark }),
  'feedback_revision.sealed': (mark) => ({ ...NOTHING_TOLD, text: mark }),
  'share_revision.sealed': (mark) => ({ content: { ...NOTHING_SHARED, to: mark }, endedOn: null }),
  'received_share_revision.sealed': (mark) => ({
    file: { ...NOTHING_SHARED, schema: 'skillmap-share', schemaVersion: 1, id: randomUUID(), from: mark },
  }),
  'feedback_draft_revision.sealed': (mark) => ({ ...NO_FEEDBACK, recipient: mark }),
  'conversation_revision.sealed': (mark) => ({ ...NO_CONVERSATION, oneThing: mark }),
  'check_in_revision.sealed': (mark) => ({ ...NOTHING_SAID, inTheWay: mark }),
  'packet.sealed': (mark) => ({ ...NO_PACKET, summary: mark }),
  'packet_version.sealed': (mark) => ({ ...NO_PACKET, summary: mark }),
}

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

  /** Puts a mark of its own into each personal text column; returns the marks, by column. */
  async function plantCanaries(): Promise<Map<string, { mark: string; isSecret: boolean }>> {
    const tags = await store.database.alone(listColumnTags)
    const personal = tags.filter((tag) => tag.retention === 'person' || tag.retention === 'expires')
    const order = await store.database.alone(listTablesInOrder)
    const planted = new Map<string, { mark: string; isSecret: boolean }>()
    await store.withViewer(settled.viewer, async (tx) => {
      await savePerson(tx, { id: settled.personId, displayName: `${CANARY}-person-display_name` })
      planted.set('person.display_name', { mark: `${CANARY}-person-display_name`, isSecret: false })
      const session = sessionIn(tx)
      const seal = await textSealer(tx)
      for (const table of order.filter((one) => personal.some((tag) => tag.table === one))) {
        if (table === 'person' || table === 'target' || table === 'assessment_rater') continue
        const own = tags.filter((tag) => tag.table === table)
        const values = own.map((tag): [string, unknown] => {
          const column = `${table}.${tag.column}`
          const isText = tag.type === 'text' || tag.type === 'jsonb'
          if (isText && !FIXED.has(tag.column) && DEMANDED[column] === undefined && tag.retention !== 'org') {
            const mark = `${CANARY}-${table}-${tag.column}`
            planted.set(column, { mark, isSecret: tag.purpose === 'secret' })
            return [tag.column, tag.type === 'jsonb' ? JSON.stringify([mark]) : mark]
          }
          return [tag.column, valueFor(column, tag.column, tag.type)]
        })
        const [, rowId] =
          values.find(([name]) => name === 'revision_id') ?? values.find(([name]) => name === 'id') ?? []
        for (const sealed of own.filter((tag) => tag.purpose === 'sealed-text')) {
          const column = `${table}.${sealed.column}`
          const words = SEALED_WORDS[column]?.(planted.get(column)?.mark ?? '')
          const value = seal({ table, rowId: String(rowId) }, words)
          values.splice(own.indexOf(sealed), 1, [sealed.column, value])
        }
        const names = values.map(([name]) => `"${name}"`).join(', ')
        const places = values.map((_, n) => `$${n + 1}`).join(', ')
        await session.query(
          `INSERT INTO "${table}" (${names}) VALUES (${places})`,
          values.map(([, value]) => value),
        )
      }
    })
    return planted
  }

  function valueFor(column: string, name: string, type: string): unknown {
    if (DEMANDED[column] !== undefined) return DEMANDED[column]
    if (name === 'org_id') return settled.viewer.orgId
    if (name === 'owner_id' || name === 'subject_id') return settled.personId
    if (name === 'assessment_id') return settled.assessmentId
    if (name.endsWith('digest') || name === 'base_hash') return settled.digest
    if (column === 'forecast.id' || name === 'forecast_id') return FORECAST
    if (column === 'packet.id' || name === 'packet_id') return PACKET
    if (column === 'draft.id' || name === 'draft_id') return DRAFT
    if (name === 'audience') return 'owner'
    if (name === 'level') return null
    if (type === 'uuid') return randomUUID()
    if (type === 'integer') return 77
    if (type === 'boolean') return false
    if (type === 'date') return '2026-11-01'
    return '2026-11-01T00:00:00.000Z'
  }

  test('goes into the export, whichever column it is in', async () => {
    const planted = await plantCanaries()
    expect(planted.size).toBeGreaterThan(15)
    const text = JSON.stringify(await exported())
    for (const [column, { mark, isSecret }] of planted)
      expect({ column, found: text.includes(mark) }).toEqual({ column, found: !isSecret })
  })

  test('is nowhere after an erase: not in the database, not in its files, not in a backup', async () => {
    await plantCanaries()
    await saveBackup(store)
    const { erased, backupsRemoved } = await removeEverything(store, settled.viewer)
    expect(backupsRemoved).toBe(1)
    expect(erased).toMatchObject({
      person: 1,
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
