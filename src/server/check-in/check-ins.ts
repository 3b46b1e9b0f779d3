// Check-ins: what a person says of a week to themselves, corrected, taken back.
import { z } from '@hono/zod-openapi'
import { checkInWeek } from '../../core/check-in/check-in-week.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  listCheckIns,
  type SaveCheckInFailure,
  saveCheckIn,
  saveCheckInWithdrawn,
} from '../../store/check-in/check-ins.ts'
import { PERSONAL_ORG_ID } from '../../store/personal.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { PRECONDITION_WORDS, readExpected } from '../preconditions.ts'
import { answerWithdrawal, refusalOfRevision, replyWithRevision } from '../saved-revision.ts'
import { day } from '../wire.ts'
import { checkInCommandSchema, checkInSchema, unreadableCheckInSchema } from './check-in-wire.ts'

const ONE = z.strictObject({ week: day.openapi({ description: 'The Monday of the week.' }) })

export function addCheckInRoutes(routes: Routes): void {
  addRead(routes)
  addWrite(routes)
  addWithdraw(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/check-ins',
      tag: 'Your weeks',
      summary: 'What you said of your weeks',
      description:
        'The latest week first. The words lie encrypted in the database and are opened for your own requests only. Nobody else sees them, nobody counts them, and a week without one means nothing.',
      access: { noun: 'checkIn', action: 'see' },
      answers: {
        200: {
          description: 'Your weeks.',
          schema: z.strictObject({
            checkIns: z.array(checkInSchema),
            unreadable: z
              .array(unreadableCheckInSchema)
              .openapi({ description: 'Weeks whose words cannot be opened; a recovery sheet may help.' }),
          }),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { checkIns, unreadable } = await listCheckIns(tx, signedIn.personId)
        return succeed({ status: 200, body: { checkIns, unreadable } })
      }),
  )
}

function addWrite(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/check-ins/{week}',
      tag: 'Your weeks',
      summary: 'Say something of a week, or correct it',
      description:
        'Send `If-None-Match: *` the first time, and `If-Match` with the revision you have seen to correct it. Hours and finished steps are progress, and reported there.',
      access: { noun: 'checkIn', action: 'write' },
      params: ONE,
      body: checkInCommandSchema,
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'It, corrected. ETag holds its revision.', schema: checkInSchema },
        201: { description: 'The first of this week.', schema: checkInSchema },
      },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const isShared = signedIn.viewer.orgId !== PERSONAL_ORG_ID
        const checkIn = checkInWeek({ ...body, ...params }, tx.now, isShared)
        if (!checkIn.ok) {
          const { field, message } = checkIn.failure
          return fail(
            field === 'week' ? refuse('invalid', message, [{ field, message }]) : refuseField(field, message),
          )
        }
        const saved = await saveCheckIn(tx, checkIn.value, expected.value)
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
      path: '/api/check-ins/{week}',
      tag: 'Your weeks',
      summary: 'Take back what you said of a week',
      description: 'Adds a revision without words; the earlier ones stay in your history.',
      access: { noun: 'checkIn', action: 'withdraw' },
      params: ONE,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Taken back.', schema: null } },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    (asked) => answerWithdrawal(asked, saveCheckInWithdrawn, refusalOfSave),
  )
}

function refusalOfSave(failure: SaveCheckInFailure): Refusal {
  return refusalOfRevision(failure, {
    none: 'Nothing is said of this week, or it cannot be read.',
    changed: 'This week was changed meanwhile.',
  })
}
