// Evidence: what somebody did, written down, changed, taken back, and found again.
import { z } from '@hono/zod-openapi'
import type { Evidence } from '../../core/evidence/evidence.ts'
import type { EvidencePage } from '../../core/evidence/evidence-page.ts'
import { type Block, readMarkdownText } from '../../core/evidence/read-markdown-text.ts'
import { writeEvidence } from '../../core/evidence/write-evidence.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  findEvidence,
  type SaveEvidenceFailure,
  saveEvidence,
  saveEvidenceWithdrawn,
} from '../../store/evidence/evidence.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { keptIdReader } from '../person/kept-id.ts'
import { PRECONDITION_WORDS, readExpected, tagOf } from '../preconditions.ts'
import { answerWithdrawal, refusalOfRevision, replyWithRevision } from '../saved-revision.ts'
import { uuid } from '../wire.ts'
import { evidenceCommandSchema, evidencePageSchema, evidenceQuery, evidenceSchema } from './evidence-wire.ts'

const ONE = z.strictObject({
  id: uuid.openapi({ description: 'Chosen by the writer; all revisions of an entry share it.' }),
})
const NOTHING_HERE = refuse('not-found', 'There is no such entry in your journal.')

export function addEvidenceRoutes(routes: Routes): void {
  addList(routes)
  addRead(routes)
  addWrite(routes)
  addWithdraw(routes)
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/evidence',
      tag: 'Your evidence',
      summary: 'What you did, as you wrote it down',
      description:
        'Your entries, newest first, found by words, skill, person and time. The words lie encrypted in the database and are opened for your own requests only.',
      access: { noun: 'evidence', action: 'see' },
      query: evidenceQuery,
      answers: { 200: { description: 'A page of entries.', schema: evidencePageSchema } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { index, unreadable } = await services.journals.read(tx)
        const { limit, skip, text, skill, person, from, until } = query
        const asked = { text, skill, person, from, until }
        const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
        const byDay = index.find(given)
        const found = query.order === 'day' ? byDay : byDay.toSorted(writtenLast)
        const end = Number(skip) + Number(limit)
        const entries = found.slice(Number(skip), end)
        const body: EvidencePage = {
          entries,
          total: found.length,
          next: end < found.length ? end : null,
          unreadable,
          named: index.named(),
          blocks: query.blocks === undefined ? {} : blocksOf(entries),
        }
        return succeed({ status: 200, body })
      }),
  )
}

const writtenLast = (a: Evidence, b: Evidence) => (a.writtenAt < b.writtenAt ? 1 : -1)

/** An entry never changes once it is read: another wording is another entry. */
const readOnce = new WeakMap<Evidence, Block[]>()

function blocksOf(entries: readonly Evidence[]): EvidencePage['blocks'] {
  return Object.fromEntries(
    entries.map((entry) => {
      const blocks = readOnce.get(entry) ?? readMarkdownText(entry.text)
      readOnce.set(entry, blocks)
      return [entry.id, blocks]
    }),
  )
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/evidence/{id}',
      tag: 'Your evidence',
      summary: 'One entry',
      description: 'ETag holds its revision, for changing it.',
      access: { noun: 'evidence', action: 'see' },
      params: ONE,
      answers: { 200: { description: 'The entry.', schema: evidenceSchema } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const entry = await findEvidence(tx, params.id)
        return entry === null ? fail(NOTHING_HERE) : succeed(replyWith(200, entry))
      }),
  )
}

function addWrite(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/evidence/{id}',
      tag: 'Your evidence',
      summary: 'Write an entry, or change it',
      description:
        'Send `If-None-Match: *` the first time, and `If-Match` with the revision you have seen to change it. An entry that was taken back is written anew with `If-None-Match: *`.',
      access: { noun: 'evidence', action: 'write' },
      params: ONE,
      body: evidenceCommandSchema,
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'The entry, changed. ETag holds its revision.', schema: evidenceSchema },
        201: { description: 'The entry, for the first time.', schema: evidenceSchema },
      },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const framework = await services.frameworks.findIn(tx, body.frameworkDigest)
        if (framework === null)
          return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
        const keptId = await keptIdReader(tx, services)
        const strange = body.credit.findIndex(({ personId }) => keptId(personId) === undefined)
        if (strange !== -1)
          return fail(refuseField(`credit/${strange}/personId`, 'You keep nobody with this id.'))
        const credit = body.credit.map((one) => ({ ...one, personId: keptId(one.personId) ?? null }))
        const entry = writeEvidence(framework, { ...body, ...params, credit }, tx.now)
        if (!entry.ok) return fail(refuseField(entry.failure.path, entry.failure.message))
        const saved = await saveEvidence(tx, entry.value, expected.value)
        if (!saved.ok) return fail(refusalOfSave(saved.failure))
        return succeed(replyWithRevision(saved.value))
      })
    },
  )
}

function addWithdraw(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/evidence/{id}',
      tag: 'Your evidence',
      summary: 'Take an entry back',
      description: 'Adds a revision without words; the earlier ones stay in your history.',
      access: { noun: 'evidence', action: 'withdraw' },
      params: ONE,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Taken back.', schema: null } },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    (asked) => answerWithdrawal(asked, saveEvidenceWithdrawn, refusalOfSave),
  )
}

function replyWith(status: number, entry: Evidence) {
  return { status, body: entry, headers: { etag: tagOf(entry.revisionId) } }
}

function refusalOfSave(failure: SaveEvidenceFailure): Refusal {
  return refusalOfRevision(failure, {
    none: 'There is no such entry, or it cannot be read.',
    changed: 'This entry was changed meanwhile.',
  })
}
