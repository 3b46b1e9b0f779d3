// One's own account: the browsers in which one is signed in, the ways in, and what happened to them.
import { z } from '@hono/zod-openapi'
import { ACCOUNT_EVENTS } from '../../core/account/account.ts'
import { fail, succeed } from '../../core/result.ts'
import { listMembers } from '../../store/organisation/members.ts'
import { listAccountEvents, saveAccountEvent } from '../../store/sign-in/account-events.ts'
import { listAccounts } from '../../store/sign-in/accounts.ts'
import { findOpenInvitation } from '../../store/sign-in/invitations.ts'
import { listPasskeys } from '../../store/sign-in/passkeys.ts'
import { listSessions, removeOtherSessions, removeSession } from '../../store/sign-in/sessions.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { moment, uuid } from '../wire.ts'
import { type SignInDesk, waysIn } from './sign-in-desk.ts'
import { waysSchema } from './sign-in-routes.ts'
import { teamCookie } from './team-sessions.ts'

const used = { createdAt: moment, lastUsedAt: moment.nullable() }
const by = z.string().nullable().openapi({
  description:
    'The name of whoever did it; null for yourself, for the terminal of the server and for a directory.',
})
const accountSchema = z
  .strictObject({
    displayName: z.string(),
    ways: waysSchema,
    sessions: z.array(
      z.strictObject({
        id: uuid,
        browser: z.string(),
        createdAt: moment,
        lastSeenAt: moment,
        isThis: z.boolean(),
      }),
    ),
    passkeys: z.array(z.strictObject({ id: uuid, name: z.string(), ...used })),
    identities: z.array(
      z.strictObject({
        id: uuid,
        provider: z.string().nullable().openapi({ description: 'Its name; null for one of earlier days.' }),
        issuer: z.string(),
        subject: z.string(),
        ...used,
      }),
    ),
    openInvitation: z.strictObject({ invitedAt: moment, expiresAt: moment, by }).nullable().openapi({
      description: 'A link that would let somebody in as you: whoever looks after the list made it.',
    }),
    events: z.array(z.strictObject({ kind: z.enum(ACCOUNT_EVENTS), at: moment, by })),
  })
  .openapi('Account')

export function addAccountRoutes(routes: Routes, desk: SignInDesk): void {
  addRead(routes, desk)
  addEndSession(routes)
  addEndOthers(routes)
  addSignOut(routes, desk)
}

function addRead(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'get',
      path: '/api/account',
      tag: 'Your account',
      summary: 'Where you are signed in, and how you get in',
      description: 'Only you read this. Nobody else sees when you were there.',
      access: { noun: 'account', action: 'see' },
      answers: { 200: { description: 'Your account.', schema: accountSchema } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn, session }) => {
      const body = await services.store.withViewer(signedIn.viewer, async (tx) => {
        const { sayName, mine } = await namesIn(tx, signedIn.personId)
        const open = await findOpenInvitation(tx)
        return {
          displayName: mine,
          ways: waysIn(desk),
          sessions: (await listSessions(tx)).flatMap(({ id, browser, createdAt, lastSeenAt }) =>
            id === null
              ? []
              : [{ id, browser: browser ?? '', createdAt, lastSeenAt, isThis: id === session?.id }],
          ),
          passkeys: (await listPasskeys(tx)).map(({ id, name, createdAt, lastUsedAt }) => ({
            ...{ id, name, createdAt, lastUsedAt },
          })),
          identities: (await listAccounts(tx)).map(({ id, issuer, subject, createdAt, lastUsedAt }) => ({
            ...{ id, issuer, subject, createdAt, lastUsedAt },
            provider: desk.settings.provider?.issuer === issuer ? desk.settings.provider.name : null,
          })),
          openInvitation:
            open === null
              ? null
              : { invitedAt: open.invitedAt, expiresAt: open.expiresAt, by: sayName(open.invitedBy) },
          events: (await listAccountEvents(tx)).map(({ kind, at, byId }) => ({
            ...{ kind, at },
            by: sayName(byId),
          })),
        }
      })
      return succeed({ status: 200, body })
    },
  )
}

async function namesIn(tx: ViewerTransaction, personId: string) {
  const names = new Map((await listMembers(tx)).map(({ id, displayName }) => [id, displayName]))
  const sayName = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return { sayName, mine: names.get(personId) ?? '' }
}

function addEndSession(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/account/sessions/{id}',
      tag: 'Your account',
      summary: 'End the session of one browser',
      description: 'It is refused from its next request on.',
      access: { noun: 'session', action: 'end' },
      params: z.strictObject({ id: uuid }),
      answers: { 204: { description: 'Ended.', schema: null } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        if (!(await removeSession(tx, params.id)))
          return fail(refuse('not-found', 'You have no session of this id.'))
        await saveAccountEvent(tx, signedIn.personId, 'sessions-ended')
        return succeed({ status: 204 })
      }),
  )
}

function addEndOthers(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/account/sessions',
      tag: 'Your account',
      summary: 'End the sessions of all your other browsers',
      description: 'This one stays.',
      access: { noun: 'session', action: 'end' },
      answers: {
        200: { description: 'How many ended.', schema: z.strictObject({ ended: z.int() }) },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn, session }) => {
      const ended = await services.store.withViewer(signedIn.viewer, async (tx) => {
        const count = await removeOtherSessions(tx, session?.id ?? '')
        if (count > 0) await saveAccountEvent(tx, signedIn.personId, 'sessions-ended')
        return count
      })
      return succeed({ status: 200, body: { ended } })
    },
  )
}

function addSignOut(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/sign-out',
      tag: 'Your account',
      summary: 'Sign out here',
      description:
        'Ends this session. The address is where the session at the provider itself can be ended, if it offers that.',
      access: { noun: 'session', action: 'end' },
      answers: {
        200: {
          description: 'Signed out.',
          schema: z.strictObject({ providerUrl: z.url().nullable() }).openapi('SignedOut'),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn, session }) => {
      if (session !== null)
        await services.store.withViewer(signedIn.viewer, (tx) => removeSession(tx, session.id))
      const providerUrl = (await desk.provider?.endSessionUrl(`${desk.origin}/signed-out`)) ?? null
      const headers = { 'set-cookie': teamCookie(desk.origin, '', 0) }
      return succeed({ status: 200, body: { providerUrl }, headers })
    },
  )
}
