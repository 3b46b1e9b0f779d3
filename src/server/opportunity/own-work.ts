// What a person reads of themselves: what their manager wrote down of them, the work they are shown, and what they are given.
import { z } from '@hono/zod-openapi'
import { quarterOf } from '../../core/opportunity/quarter.ts'
import { holdsOn } from '../../core/organisation/member.ts'
import { fail, succeed } from '../../core/result.ts'
import { listAgreedGrowth, saveNoteOnAgreed } from '../../store/opportunity/agreed-growth.ts'
import { listWorkParts, saveAnswerToPart } from '../../store/opportunity/work-parts.ts'
import { listManagement } from '../../store/organisation/management.ts'
import { listMembers } from '../../store/organisation/members.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { refusalOfView } from '../organisation/view-switches.ts'
import { plainText, uuid } from '../wire.ts'
import { agreedSchema, partSchema } from './opportunity-wire.ts'

const ONE = z.strictObject({ id: uuid })
const remark = z.strictObject({ note: plainText(2000) })
const NOTHING = refuse('not-found', 'Nothing of yours has this id.')

export function addOwnWorkRoutes(routes: Routes): void {
  addReadOwn(routes)
  addWish(routes)
  addRemarks(routes)
}

function addReadOwn(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/opportunities/mine',
      tag: 'Opportunities',
      summary: 'What your manager wrote down of you, and the work you are shown and given',
      description:
        'You read it also while the planning of work is off here: what is kept of you does not hide from you.',
      access: { noun: 'ownWork', action: 'see' },
      answers: {
        200: {
          description: 'All of it.',
          schema: z.strictObject({
            agreed: agreedSchema.nullable(),
            parts: z.array(partSchema),
            names: z.record(z.string(), z.string()).openapi({ description: 'Of those who wrote it, by id.' }),
          }),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const { personId, viewer } = signedIn
      const body = await services.store.withViewer(viewer, async (tx) => {
        const today = tx.now.slice(0, 10)
        const line = (await listManagement(tx, { personIds: [personId] })).findLast((one) =>
          holdsOn(one, today),
        )
        const all = await listWorkParts(tx, [personId])
        // What somebody's former manager showed them is no longer on offer.
        const parts = all.filter(
          ({ stage, managerId, work }) =>
            stage === 'given' || (managerId === line?.managerId && work.quarter >= quarterOf(today)),
        )
        const agreed = (await listAgreedGrowth(tx, [personId])).at(-1) ?? null
        const ids = [
          ...parts.map(({ managerId }) => managerId),
          ...(agreed === null ? [] : [agreed.managerId]),
        ]
        const members = await listMembers(tx, { ids: [...new Set(ids)] })
        return { agreed, parts, names: Object.fromEntries(members.map((one) => [one.id, one.displayName])) }
      })
      return succeed({ status: 200, body })
    },
  )
}

function addWish(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/opportunities/mine/parts/{id}/wish',
      tag: 'Opportunities',
      summary: 'Say that you would like this work, or no longer',
      description: 'Your manager sees it beside the work. Not saying it is never counted against you.',
      access: { noun: 'ownWork', action: 'change' },
      params: ONE,
      body: z.strictObject({ wished: z.boolean() }),
      answers: { 204: { description: 'Said.', schema: null } },
      refusals: ['no-session', 'not-found', 'invalid', 'conflict'],
    },
    async ({ params, body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'opportunities')
        if (off !== null) return fail(off)
        const done = await saveAnswerToPart(tx, params.id, { wished: body.wished })
        return done ? succeed({ status: 204 }) : fail(NOTHING)
      }),
  )
}

function addRemarks(routes: Routes): void {
  for (const [path, what, save] of [
    ['/api/opportunities/mine/parts/{id}/note', 'a piece of work you were given', 'part'],
    ['/api/opportunities/mine/agreed/{id}/note', 'what was written down of you', 'agreed'],
  ] as const) {
    routes.add(
      {
        method: 'put',
        path,
        tag: 'Opportunities',
        summary: `Say what you think of ${what}`,
        description: 'It stands beside it wherever it is read: a correction, a doubt, or a word more.',
        access: { noun: 'ownWork', action: 'change' },
        params: ONE,
        body: remark,
        answers: { 204: { description: 'It stands there.', schema: null } },
        refusals: ['no-session', 'not-found', 'invalid'],
      },
      async ({ params, body, services, signedIn }) =>
        services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
          const done =
            save === 'part'
              ? await saveAnswerToPart(tx, params.id, { note: body.note })
              : await saveNoteOnAgreed(tx, params.id, body.note)
          return done ? succeed({ status: 204 }) : fail(NOTHING)
        }),
    )
  }
}
