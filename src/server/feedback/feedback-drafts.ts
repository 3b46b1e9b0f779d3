// Drafts of feedback: what somebody is writing for somebody else, kept, changed, taken back.
import { z } from '@hono/zod-openapi'
import { LONGEST_PART } from '../../core/composing/check-feedback.ts'
import type { FeedbackDraft } from '../../core/composing/feedback-draft.ts'
import { LONGEST_RECIPIENT, writeFeedbackDraft } from '../../core/composing/write-feedback-draft.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  listFeedbackDrafts,
  type SaveFeedbackDraftFailure,
  saveFeedbackDraft,
  saveFeedbackDraftWithdrawn,
} from '../../store/feedback/feedback-drafts.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuseField } from '../errors.ts'
import { keptIdReader } from '../person/kept-id.ts'
import { PRECONDITION_WORDS, readExpected } from '../preconditions.ts'
import { answerWithdrawal, refusalOfRevision, replyWithRevision } from '../saved-revision.ts'
import { digest, moment, plainText, slug, uuid } from '../wire.ts'

const ONE = z.strictObject({
  id: uuid.openapi({ description: 'Chosen by the writer; all revisions of a draft share it.' }),
})
const part = plainText(LONGEST_PART)

const contentFields = {
  recipient: plainText(LONGEST_RECIPIENT).openapi({ description: 'Whom it is for, as you call them.' }),
  personId: uuid.nullable().openapi({ description: 'Somebody you keep.' }),
  role: slug.openapi({ description: 'The role whose expectations suggestions come from.' }),
  skill: slug.nullable(),
  aim: z.enum(['change', 'keep']).openapi({ description: 'Something should change, or go on.' }),
  parts: z.strictObject({ situation: part, behaviour: part, impact: part, nextStep: part }),
}

const draftSchema = z
  .strictObject({
    id: uuid,
    revisionId: uuid,
    version: z.number().int().min(1),
    frameworkDigest: digest,
    ...contentFields,
    writtenAt: moment,
  })
  .openapi('FeedbackDraft') satisfies z.ZodType<FeedbackDraft>

const commandSchema = z.strictObject({
  revisionId: uuid.openapi({
    description: 'Chosen by the writer. Sending the same one again is a retry and changes nothing.',
  }),
  frameworkDigest: digest,
  recipient: contentFields.recipient.default(''),
  personId: contentFields.personId.default(null),
  role: contentFields.role,
  skill: contentFields.skill.default(null),
  aim: contentFields.aim.default('change'),
  parts: contentFields.parts,
})

export function addFeedbackDraftRoutes(routes: Routes): void {
  addList(routes)
  addWrite(routes)
  addWithdraw(routes)
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/feedback-drafts',
      tag: 'Feedback you write',
      summary: 'What you are writing',
      description: 'The last written first. Nobody else sees it, not the person whom it is for either.',
      access: { noun: 'feedbackDraft', action: 'see' },
      answers: {
        200: {
          description: 'Drafts, and how many cannot be opened because their key is missing.',
          schema: z.strictObject({ drafts: z.array(draftSchema), unreadable: z.number().int().min(0) }),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { drafts, unreadable } = await listFeedbackDrafts(tx, signedIn.personId)
        return succeed({ status: 200, body: { drafts, unreadable: unreadable.length } })
      }),
  )
}

function addWrite(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/feedback-drafts/{id}',
      tag: 'Feedback you write',
      summary: 'Keep a draft, or change it',
      description:
        'Send `If-None-Match: *` the first time, and `If-Match` with the revision you have seen to change it. A draft that was taken back is written anew with `If-None-Match: *`.',
      access: { noun: 'feedbackDraft', action: 'write' },
      params: ONE,
      body: commandSchema,
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'The draft, changed. ETag holds its revision.', schema: draftSchema },
        201: { description: 'The draft, for the first time.', schema: draftSchema },
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
        const personId = (await keptIdReader(tx, services))(body.personId)
        if (personId === undefined) return fail(refuseField('personId', 'You keep nobody with this id.'))
        const draft = writeFeedbackDraft(framework, { ...body, ...params, personId }, tx.now)
        if (!draft.ok) return fail(refuseField(draft.failure.path, draft.failure.message))
        const saved = await saveFeedbackDraft(tx, draft.value, expected.value)
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
      path: '/api/feedback-drafts/{id}',
      tag: 'Feedback you write',
      summary: 'Let go of a draft',
      description: 'Adds a revision without words; the earlier ones stay in your history.',
      access: { noun: 'feedbackDraft', action: 'withdraw' },
      params: ONE,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Gone from your drafts.', schema: null } },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    (asked) => answerWithdrawal(asked, saveFeedbackDraftWithdrawn, refusalOfSave),
  )
}

function refusalOfSave(failure: SaveFeedbackDraftFailure): Refusal {
  return refusalOfRevision(failure, {
    none: 'There is no such draft, or it cannot be read.',
    changed: 'This draft was changed meanwhile.',
  })
}
