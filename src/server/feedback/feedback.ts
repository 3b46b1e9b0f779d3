// Feedback: what somebody was told, kept sentence by sentence, corrected and taken back.
import { z } from '@hono/zod-openapi'
import type { CountedRating, Feedback } from '../../core/feedback/feedback.ts'
import { recordFeedback } from '../../core/feedback/record-feedback.ts'
import { listedFeedback } from '../../core/feedback/skills-here.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import {
  findFeedback,
  listFeedback,
  type SaveFeedbackFailure,
  saveFeedback,
  saveFeedbackWithdrawn,
} from '../../store/feedback/feedback.ts'
import { findKeptPerson } from '../../store/person/kept-people.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { keptIdReader } from '../person/kept-id.ts'
import { PRECONDITION_WORDS, readExpected, readSeen } from '../preconditions.ts'
import { refusalOfRevision, replyWithRevision } from '../saved-revision.ts'
import { uuid } from '../wire.ts'
import { noteCountedRating, takeCountedBack, withStandingRatings } from './counted-rating.ts'
import {
  type FeedbackList,
  feedbackCommandSchema,
  feedbackListSchema,
  feedbackSchema,
} from './feedback-wire.ts'

const ONE = z.strictObject({
  id: uuid.openapi({ description: 'Chosen by the writer; all revisions of a record share it.' }),
})

export function addFeedbackRoutes(routes: Routes): void {
  addList(routes)
  addRecord(routes)
  addWithdraw(routes)
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/feedback',
      tag: 'What you were told',
      summary: 'What you were told, as you kept it',
      description:
        'Every record, the newest day first. The words lie encrypted in the database and are opened for your own requests only.',
      access: { noun: 'feedback', action: 'see' },
      answers: { 200: { description: 'All records.', schema: feedbackListSchema } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { records, unreadable } = await listFeedback(tx, signedIn.personId)
        const standing = await withStandingRatings(tx, records)
        const inUse = await frameworkInUse(tx, services, signedIn.personId)
        const listed: FeedbackList['records'] = []
        for (const record of standing) {
          const own = await services.frameworks.findIn(tx, record.frameworkDigest)
          if (own === null) throw new Error('A record names a framework version that is not there.')
          listed.push(listedFeedback(record, own, inUse.framework))
        }
        const body: FeedbackList = { records: listed, unreadable }
        return succeed({ status: 200, body })
      }),
  )
}

function addRecord(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/feedback/{id}',
      tag: 'What you were told',
      summary: 'Keep a sentence that you were told, or correct it',
      description:
        'Send `If-None-Match: *` the first time, and `If-Match` with the revision you have seen to change it. A record that was taken back is kept again with `If-None-Match: *`.',
      access: { noun: 'feedback', action: 'record' },
      params: ONE,
      body: feedbackCommandSchema,
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'The record, changed. ETag holds its revision.', schema: feedbackSchema },
        201: { description: 'The record, for the first time.', schema: feedbackSchema },
      },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const framework = await services.frameworks.findIn(tx, body.frameworkDigest)
        if (framework === null)
          return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
        const keptId = await keptIdReader(tx, services)
        const saidBy = keptId(body.saidBy)
        if (saidBy === undefined) return fail(refuseField('saidBy', 'You keep nobody with this id.'))
        // Of somebody who was removed no new rating is noted; the one that there is stands.
        const countsAs = body.saidBy === saidBy ? body.countsAs : null
        const record = recordFeedback(framework, { ...body, ...params, saidBy, countsAs }, tx.now)
        if (!record.ok) return fail(refuseField(record.failure.path, record.failure.message))
        const counted = await countedFor(tx, services, {
          ...{ record: record.value, framework, level: body.countsAs, expected: expected.value, keptId },
        })
        if (!counted.ok) return counted
        const saved = await saveFeedback(tx, { ...record.value, counted: counted.value }, expected.value)
        if (!saved.ok) return fail(refusalOfSave(saved.failure))
        return succeed(replyWithRevision(saved.value))
      })
    },
  )
}

interface Asked {
  record: Omit<Feedback, 'version' | 'counted'>
  framework: Framework
  level: number | null
  expected: string | null
  keptId: (id: string | null) => string | null | undefined
}

/** The rating that the record is to have: the one that it has where nothing about it changes, a new one, or none. */
async function countedFor(
  tx: ViewerTransaction,
  services: Services,
  { record, framework, level, expected, keptId }: Asked,
): Promise<Result<CountedRating | null, Refusal>> {
  const rater = record.saidBy === null ? null : await findKeptPerson(tx, record.saidBy)
  const earlier = await findFeedback(tx, record.id)
  const holds = earlier?.revisionId ?? null
  // Sent again, or out of date: the store says so, and no rating is touched before it does.
  if (holds === record.revisionId) return succeed(earlier?.counted ?? null)
  if (holds !== expected) return succeed(null)
  const [known] = earlier === null ? [] : await withStandingRatings(tx, [earlier])
  const rated = known && { ...known, saidBy: keptId(known.saidBy) ?? null }
  if (rated?.counted != null && level !== null && isSameRating(rated, record, level))
    return succeed(rated.counted)
  if (known !== undefined) await takeCountedBack(tx, services, known)
  if (level === null || rater === null) return succeed(null)
  return noteCountedRating(tx, services, { record, framework, rater, level })
}

function isSameRating(earlier: Feedback, record: Asked['record'], level: number): boolean {
  return (
    earlier.counted?.level === level &&
    earlier.skills[0] === record.skills[0] &&
    earlier.saidBy === record.saidBy &&
    earlier.saidOn === record.saidOn &&
    earlier.frameworkDigest === record.frameworkDigest
  )
}

function addWithdraw(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/feedback/{id}',
      tag: 'What you were told',
      summary: 'Take a record back',
      description:
        'Adds a revision without words, and takes back the rating that came of it; the earlier ones stay in your history.',
      access: { noun: 'feedback', action: 'withdraw' },
      params: ONE,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Taken back.', schema: null } },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ params, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const earlier = await findFeedback(tx, params.id)
        const withdrawal = { ...params, revisionId: services.newId(), withdrawnAt: tx.now }
        const done = await saveFeedbackWithdrawn(tx, withdrawal, seen.value)
        if (!done.ok) return fail(refusalOfSave(done.failure))
        if (earlier?.revisionId === seen.value) await takeCountedBack(tx, services, earlier)
        return succeed({ status: 204 })
      })
    },
  )
}

function refusalOfSave(failure: SaveFeedbackFailure): Refusal {
  return refusalOfRevision(failure, {
    none: 'There is no such record, or it cannot be read.',
    changed: 'This record was changed meanwhile.',
  })
}
