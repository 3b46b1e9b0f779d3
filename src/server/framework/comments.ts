// Comments on a draft: on a skill, on one of its levels, or on what a role expects of it.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../../core/result.ts'
import { LONGEST_COMMENT } from '../../core/revision/draft.ts'
import { saveComment, saveCommentResolved } from '../../store/framework/comments.ts'
import { saveDraftOpen } from '../../store/framework/drafts.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { plainText, slug, uuid } from '../wire.ts'
import { commentSchema, ONE_FRAMEWORK } from './draft-wire.ts'
import { loadDraft, NO_FOLDER } from './drafts.ts'

const commandSchema = z.strictObject({
  skill: slug,
  level: z.number().int().min(0).max(100).nullable().default(null),
  role: slug.nullable().default(null),
  content: plainText(LONGEST_COMMENT).refine((text) => text.trim() !== '', 'A comment needs words.'),
})

export function addCommentRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/own-frameworks/{id}/draft/comments',
      tag: 'Drafts',
      summary: 'Comment on a draft',
      description:
        'On a skill; with `level`, on that level of it; with `role`, on what that role expects of it.',
      access: { noun: 'comment', action: 'write' },
      params: ONE_FRAMEWORK,
      body: commandSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The comment.', schema: commentSchema } },
      refusals: ['not-found', 'invalid', 'bad-header', 'key-reused'],
    },
    async ({ params, body, header, services, signedIn }) => {
      if (body.level !== null && body.role !== null)
        return fail(refuseField('role', 'A comment is about a level or about a role, not both.'))
      const operation = `POST /api/own-frameworks/${params.id}/draft/comments`
      return onceOnly({ header, services, viewer: signedIn.viewer }, operation, body, async (tx) => {
        if ((await loadDraft(tx, services, params.id)) === null) return fail(NO_FOLDER)
        const draft = await saveDraftOpen(tx, params.id)
        const saved = await saveComment(tx, { id: services.newId(), draftId: draft.id, ...body })
        return succeed({ status: 201, body: saved })
      })
    },
  )
  routes.add(
    {
      method: 'put',
      path: '/api/comments/{id}/resolved',
      tag: 'Drafts',
      summary: 'Mark a comment as dealt with, or as open again',
      description: 'The comment itself never changes.',
      access: { noun: 'comment', action: 'resolve' },
      params: z.strictObject({ id: uuid }),
      body: z.strictObject({ resolved: z.boolean() }),
      answers: { 200: { description: 'The comment.', schema: commentSchema } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const comment = await saveCommentResolved(tx, params.id, body.resolved)
        return comment === null
          ? fail(refuse('not-found', 'No comment of yours has this id.'))
          : succeed({ status: 200, body: comment })
      }),
  )
}
