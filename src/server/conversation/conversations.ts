// Conversations: what somebody brings to a talk and what was agreed, kept, changed, taken back; and the page of each.
import { z } from '@hono/zod-openapi'
import type { ConversationBrief } from '../../core/conversation/brief.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { conversationContentSchema, conversationFields } from '../../core/conversation/conversation-schema.ts'
import { writeConversation } from '../../core/conversation/write-conversation.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  findConversation,
  listConversations,
  type SaveConversationFailure,
  saveConversation,
  saveConversationWithdrawn,
} from '../../store/conversation/conversations.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { keptIdReader } from '../person/kept-id.ts'
import { PRECONDITION_WORDS, readExpected } from '../preconditions.ts'
import { answerWithdrawal, refusalOfRevision, replyWithRevision } from '../saved-revision.ts'
import { day, digest, fromCore, moment, uuid } from '../wire.ts'
import { loadConversationBrief } from './conversation-brief.ts'

const ONE = z.strictObject({
  id: uuid.openapi({ description: 'Chosen by the writer; all revisions of a conversation share it.' }),
})

const conversationSchema = z
  .strictObject({
    ...conversationFields,
    id: uuid,
    revisionId: uuid,
    version: z.number().int().min(1),
    frameworkDigest: digest,
    writtenAt: moment,
  })
  .openapi('Conversation') satisfies z.ZodType<Conversation>

const commandSchema = z.strictObject({
  revisionId: uuid.openapi({
    description: 'Chosen by the writer. Sending the same one again is a retry and changes nothing.',
  }),
  frameworkDigest: digest,
  content: fromCore(conversationContentSchema).openapi('ConversationContent'),
})

const briefSchema = z
  .strictObject({
    lines: z.array(
      z.strictObject({
        key: z.string(),
        kind: z.enum(['evidence', 'practice', 'feedback', 'rating', 'draft', 'shared']),
        on: day,
        text: z.string(),
        detail: z.string(),
        readers: z.array(z.strictObject({ to: z.string(), on: day })),
      }),
    ),
    standing: z
      .strictObject({
        role: z.string(),
        words: z.string(),
        levels: z.array(
          z.strictObject({
            skill: z.string(),
            name: z.string(),
            level: z.number(),
            low: z.number(),
            high: z.number(),
            asked: z.number(),
          }),
        ),
      })
      .nullable(),
    asks: z.array(z.strictObject({ about: z.string(), skill: z.string(), text: z.string() })),
  })
  .openapi('ConversationBrief') satisfies z.ZodType<ConversationBrief>

export function addConversationRoutes(routes: Routes): void {
  addList(routes)
  addBrief(routes)
  addWrite(routes)
  addWithdraw(routes)
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/conversations',
      tag: 'Talks',
      summary: 'Your talks',
      description: 'The latest day first. Nobody else sees them, not the person whom a talk is with either.',
      access: { noun: 'conversation', action: 'see' },
      answers: {
        200: {
          description: 'Talks, and how many cannot be opened because their key is missing.',
          schema: z.strictObject({
            conversations: z.array(conversationSchema),
            unreadable: z.number().int().min(0),
          }),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { conversations, unreadable } = await listConversations(tx, signedIn.personId)
        return succeed({ status: 200, body: { conversations, unreadable: unreadable.length } })
      }),
  )
}

function addBrief(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/conversations/{id}/brief',
      tag: 'Talks',
      summary: 'What can go on the page of a talk',
      description:
        'Records since the last talk, levels with likely ranges, and questions to ask back. Which of them are on the page, the conversation says; check-ins and private skills are never among them.',
      access: { noun: 'conversation', action: 'see' },
      params: ONE,
      answers: {
        200: { description: 'The conversation, and what can go on its page.', schema: stateSchema },
      },
      refusals: ['no-session', 'invalid', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const conversation = await findConversation(tx, params.id)
        if (conversation === null)
          return fail(refuse('not-found', 'There is no such talk, or it cannot be read.'))
        const brief = await loadConversationBrief(tx, services, signedIn.personId, conversation)
        return succeed({ status: 200, body: { conversation, brief } })
      }),
  )
}

const stateSchema = z.strictObject({ conversation: conversationSchema, brief: briefSchema })

function addWrite(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/conversations/{id}',
      tag: 'Talks',
      summary: 'Keep a talk, or change it',
      description:
        'Send `If-None-Match: *` the first time, and `If-Match` with the revision you have seen to change it. One that was taken back is written anew with `If-None-Match: *`.',
      access: { noun: 'conversation', action: 'write' },
      params: ONE,
      body: commandSchema,
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'The talk, changed. ETag holds its revision.', schema: conversationSchema },
        201: { description: 'The talk, for the first time.', schema: conversationSchema },
      },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { content, frameworkDigest, revisionId } = body
        const framework = await services.frameworks.findIn(tx, frameworkDigest)
        if (framework === null)
          return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
        const personId = (await keptIdReader(tx, services))(content.personId)
        if (personId === undefined)
          return fail(refuseField('content/personId', 'You keep nobody with this id.'))
        const command = { ...content, ...params, personId, frameworkDigest, revisionId }
        const written = writeConversation(framework, command, tx.now)
        if (!written.ok) return fail(refuseField(`content/${written.failure.path}`, written.failure.message))
        const saved = await saveConversation(tx, written.value, expected.value)
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
      path: '/api/conversations/{id}',
      tag: 'Talks',
      summary: 'Take a talk back',
      description: 'Adds a revision without words; the earlier ones stay in your history.',
      access: { noun: 'conversation', action: 'withdraw' },
      params: ONE,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Gone from your talks.', schema: null } },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    (asked) => answerWithdrawal(asked, saveConversationWithdrawn, refusalOfSave),
  )
}

function refusalOfSave(failure: SaveConversationFailure): Refusal {
  return refusalOfRevision(failure, {
    none: 'There is no such talk, or it cannot be read.',
    changed: 'This talk was changed meanwhile.',
  })
}
