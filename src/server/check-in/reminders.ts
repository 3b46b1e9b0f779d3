// Reminders: what is wished for, the calendar as a file, and the secret address from which a calendar program fetches it.
import { z } from '@hono/zod-openapi'
import {
  CLOCK_TIME,
  FIRST_CHOICES,
  type Reminder,
  type ReminderChoices,
} from '../../core/reminder/reminder.ts'
import { reminderEvents } from '../../core/reminder/reminder-events.ts'
import { fail, succeed } from '../../core/result.ts'
import { askState } from '../../core/round/round.ts'
import {
  findReminder,
  type ReminderStale,
  saveReminder,
  saveReminderTokenHash,
} from '../../store/check-in/reminders.ts'
import { findLongView } from '../../store/plan/long-views.ts'
import { findPlan } from '../../store/plan/plans.ts'
import { listAsks } from '../../store/round/asks.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { AppDeps, Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { REMINDERS_PATH } from '../personal-door.ts'
import { PRECONDITION_WORDS, readExpected, tagOf } from '../preconditions.ts'
import { hashSecret, newSecret } from '../sign-in/launch-links.ts'
import { moment, uuid } from '../wire.ts'

const choicesSchema = z.strictObject({
  week: z
    .strictObject({
      weekday: z
        .number()
        .int('A weekday is a whole number.')
        .min(1, 'Monday is 1.')
        .max(7, 'Sunday is 7.')
        .openapi({ description: '1 is Monday.' }),
      time: z
        .string()
        .regex(CLOCK_TIME, 'This must be a time such as 15:00.')
        .openapi({ description: 'On the clock of wherever you are.' }),
    })
    .nullable()
    .openapi({ description: 'A look back on the week; null: none.' }),
  plan: z.boolean().openapi({ description: 'When a new quarter of your plan begins.' }),
  longView: z.boolean().openapi({ description: 'Once a year, whether your long view is still true.' }),
  asked: z
    .boolean()
    .exactOptional()
    .openapi({ description: 'In a team: on the last day of what a colleague asked. Missing: yes.' }),
}) satisfies z.ZodType<ReminderChoices>

const reminderSchema = z
  .strictObject({
    choices: choicesSchema,
    hasLink: z.boolean().openapi({ description: 'Whoever knows the address may fetch the calendar.' }),
    revisionId: uuid,
    changedAt: moment,
  })
  .openapi('Reminder') satisfies z.ZodType<Reminder>

export function addReminderRoutes(routes: Routes, deps: AppDeps): void {
  addRead(routes)
  addChange(routes)
  addLink(routes, deps)
  addRevoke(routes)
  addCalendar(routes, deps)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/reminders',
      tag: 'Your weeks',
      summary: 'What you want to be reminded of',
      description: 'Null where you never said. Nothing reminds you but your own calendar program.',
      access: { noun: 'reminder', action: 'see' },
      answers: {
        200: {
          description: 'It, or null.',
          schema: z.strictObject({ reminder: reminderSchema.nullable() }),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const reminder = await services.store.withViewer(signedIn.viewer, findReminder)
      return succeed({ status: 200, body: { reminder } })
    },
  )
}

function addChange(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/reminders',
      tag: 'Your weeks',
      summary: 'Say what you want to be reminded of',
      description: 'A calendar that is subscribed to follows at its next visit.',
      access: { noun: 'reminder', action: 'change' },
      body: z.strictObject({
        revisionId: uuid.openapi({ description: 'Chosen by the writer; the same one again is a retry.' }),
        choices: choicesSchema,
      }),
      headers: PRECONDITION_WORDS,
      answers: { 200: { description: 'It, as saved; ETag holds its revision.', schema: reminderSchema } },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const saved = await saveReminder(tx, body, expected.value)
        if (!saved.ok) return fail(refusalOf(saved.failure))
        return succeed({ status: 200, body: saved.value, headers: { etag: tagOf(saved.value.revisionId) } })
      })
    },
  )
}

function addLink(routes: Routes, deps: AppDeps): void {
  routes.add(
    {
      method: 'post',
      path: '/api/reminders/link',
      tag: 'Your weeks',
      summary: 'Make the address for your calendar program, or a new one in its place',
      description:
        'In personal use it can be reached from this computer only, so the calendar program must run here too; of a team’s server, from wherever that is reached, without signing in. An earlier address stops working. It is shown this once; only a hash of it is kept.',
      access: { noun: 'reminder', action: 'change' },
      answers: {
        201: {
          description: 'The address.',
          schema: z.strictObject({ url: z.url() }).openapi('ReminderLink'),
        },
      },
      refusals: ['no-session', 'conflict'],
    },
    async ({ services, signedIn }) => {
      if (deps.address() === null)
        return fail(refuse('conflict', 'The address needs a running Skillmap: npm start.'))
      // Whose it is comes first, so that a team's server can look it up.
      const secret = `${signedIn.personId}.${newSecret()}`
      await services.store.withViewer(signedIn.viewer, (tx) =>
        saveReminderTokenHash(tx, hashSecret(secret), {
          choices: FIRST_CHOICES,
          revisionId: services.newId(),
        }),
      )
      const url = `${deps.address()}${REMINDERS_PATH}?token=${secret}`
      return succeed({ status: 201, body: { url } })
    },
  )
}

function addRevoke(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/reminders/link',
      tag: 'Your weeks',
      summary: 'Stop the address for your calendar program',
      description: 'It answers nobody from now on. What you want to be reminded of stays.',
      access: { noun: 'reminder', action: 'change' },
      answers: { 204: { description: 'Stopped.', schema: null } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      await services.store.withViewer(signedIn.viewer, (tx) =>
        saveReminderTokenHash(tx, null, { choices: FIRST_CHOICES, revisionId: services.newId() }),
      )
      return succeed({ status: 204 })
    },
  )
}

function addCalendar(routes: Routes, deps: AppDeps): void {
  routes.add(
    {
      method: 'get',
      path: REMINDERS_PATH,
      tag: 'Your weeks',
      summary: 'Your reminders as a calendar',
      description:
        'iCalendar: with a session a file to download, with the secret address for a calendar program. No word in it is about what you wrote or want.',
      access: { noun: 'reminder', action: 'see' },
      query: z.strictObject({
        token: z.string().max(100).optional().openapi({ description: 'The secret of the address.' }),
      }),
      answers: {
        200: { description: 'The calendar.', schema: z.string(), otherTypes: ['text/calendar'] },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, (tx) =>
        calendarOf(tx, services, { personId: signedIn.personId, address: deps.address() }),
      )
      const headers = {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="skillmap-reminders.ics"',
      }
      return succeed({ status: 200, body, headers })
    },
  )
}

async function calendarOf(
  tx: ViewerTransaction,
  services: Services,
  { personId, address }: { personId: string; address: string | null },
): Promise<string> {
  const { digest } = await frameworkInUse(tx, services, personId)
  const { choices, changedAt } = (await findReminder(tx)) ?? { choices: FIRST_CHOICES, changedAt: tx.now }
  const events = reminderEvents(choices, {
    from: changedAt.slice(0, 10),
    planStartsOn: (await findPlan(tx, personId, digest))?.startsOn ?? null,
    longViewReviewedAt: (await findLongView(tx, personId))?.reviewedAt ?? null,
    asked: (await listAsks(tx)).filter((ask) => askState(ask, tx.now.slice(0, 10)) === 'open'),
  })
  // Loaded late: it brings a library that no other route needs.
  const { writeCalendar } = await import('./write-calendar.ts')
  return writeCalendar(events, { personId, changedAt, address })
}

function refusalOf({ current }: ReminderStale): Refusal {
  const detail =
    current === null ? 'You have not said yet what to be reminded of.' : 'It was changed meanwhile.'
  return { ...refuse('stale', detail), current }
}
