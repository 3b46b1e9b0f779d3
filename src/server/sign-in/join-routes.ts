// Joining by the link of an invitation: who is invited, and the first passkey. Looking at the link does not use it up.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../../core/result.ts'
import { findMember } from '../../store/organisation/members.ts'
import { findOrg } from '../../store/organisation/team-org.ts'
import { listPasskeys, savePasskey } from '../../store/sign-in/passkeys.ts'
import type { Services } from '../app-env.ts'
import type { Routes } from '../define-route.ts'
import { type Refusal, refuse } from '../errors.ts'
import { moment, plainText } from '../wire.ts'
import { beginAttempt, takeAttempt } from './attempts.ts'
import { passkeyAttempt } from './check-passkey.ts'
import { hashSecret } from './launch-links.ts'
import { invitedBy, join, letIn } from './let-in.ts'
import { askForMaking, madeSchema, makingSchema, passkeyName } from './passkey-wire.ts'
import { countFailure, refusalByLimits, refusalToBegin, type SignInDesk, waysIn } from './sign-in-desk.ts'
import { NOT_BEGUN, refusalOfPasskeys, sessionSecretIn, waysSchema } from './sign-in-routes.ts'
import { verifyMadePasskey } from './verify-passkey.ts'

const OPEN = 'For getting in, so it needs no session: the secret of the link stands for one.'
const token = plainText(200).openapi({ description: 'The secret in the link of the invitation.' })
const GONE =
  'This link was used already, was replaced by a newer one, or is older than seven days. Whoever looks after the list of people can send you another.'
const NOT_MADE = 'The passkey that came back cannot be used here. Try again, or with another device.'

export function addJoinRoutes(routes: Routes, desk: SignInDesk): void {
  addLook(routes, desk)
  addMaking(routes, desk)
  addMade(routes, desk)
}

function addLook(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/join',
      tag: 'Signing in',
      summary: 'See who an invitation is for',
      description: `${OPEN} Does not use it up.`,
      access: 'open',
      body: z.strictObject({ token }),
      answers: {
        200: {
          description: 'Who is invited to what.',
          schema: z
            .strictObject({
              displayName: z.string(),
              organisation: z.string().nullable(),
              expiresAt: moment,
              ways: waysSchema,
            })
            .openapi('Invited'),
        },
      },
      refusals: ['not-found', 'too-many', 'invalid'],
    },
    async ({ body, services, address }) => {
      const invited = await lookAt(services, body.token, address)
      if ('refused' in invited) return fail(invited.refused)
      const { displayName, organisation, expiresAt } = invited
      return succeed({ status: 200, body: { displayName, organisation, expiresAt, ways: waysIn(desk) } })
    },
  )
}

/** Whom the link invites, in words; a wrong one is counted. */
async function lookAt(services: Services, secret: string, address: string) {
  const refused = await refusalByLimits(services, { address })
  if (refused !== null) return { refused }
  const invited = await invitedBy(services, hashSecret(secret))
  const personId = invited?.viewer.personId ?? null
  if (invited === null || personId === null) {
    await countFailure(services, { address })
    return { refused: refuse('not-found', GONE) }
  }
  return services.store.withViewer(invited.viewer, async (tx) => ({
    personId,
    displayName: (await findMember(tx, personId))?.displayName ?? '',
    organisation: (await findOrg(tx))?.name ?? null,
    expiresAt: invited.expiresAt,
    passkeys: await listPasskeys(tx),
  }))
}

function addMaking(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/join/passkey-question',
      tag: 'Signing in',
      summary: 'Begin making the first passkey',
      description: `${OPEN} Does not use it up either.`,
      access: 'open',
      body: z.strictObject({ token }),
      answers: { 200: { description: 'What the device is asked.', schema: makingSchema } },
      refusals: ['not-found', 'conflict', 'too-many', 'invalid'],
    },
    async ({ body, services, address }) => {
      const refused = (await refusalToBegin(services, address)) ?? refusalOfPasskeys(desk)
      if (refused !== null) return fail(refused)
      const invited = await lookAt(services, body.token, address)
      if ('refused' in invited) return fail(invited.refused)
      const making = askForMaking(desk.origin, invited, invited.passkeys)
      const cookie = await beginAttempt(services, desk.origin, {
        by: 'passkey',
        purpose: { kind: 'join', invitation: hashSecret(body.token) },
        to: '/',
        begunAt: services.now().toISOString(),
        challenge: making.challenge,
      })
      return succeed({ status: 200, body: making, headers: { 'set-cookie': cookie } })
    },
  )
}

function addMade(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/join/passkey',
      tag: 'Signing in',
      summary: 'Join with a passkey',
      description: `${OPEN} Uses the invitation up, keeps the passkey and signs in: all of it or nothing.`,
      access: 'open',
      body: z.strictObject({ name: passkeyName, made: madeSchema }),
      answers: { 204: { description: 'Joined and signed in.', schema: null } },
      refusals: ['not-found', 'conflict', 'too-many', 'invalid'],
    },
    async ({ body, services, address, header }) => {
      const limited = (await refusalByLimits(services, { address })) ?? refusalOfPasskeys(desk)
      if (limited !== null) return fail(limited)
      const cookies = header('cookie')
      const attempt = passkeyAttempt(await takeAttempt(services, desk.origin, cookies), 'join')
      if (attempt?.purpose.kind !== 'join') return fail(refuse('conflict', NOT_BEGUN))
      const expected = { challenge: attempt.challenge, origin: desk.origin }
      const checked = await verifyMadePasskey(body.made, expected)
      if (!checked.ok) {
        await countFailure(services, { address })
        desk.log(`a passkey was refused: ${checked.failure}`)
        return fail(refuse('conflict', NOT_MADE))
      }
      const passkey = { ...checked.value, id: services.newId(), name: body.name }
      const joined = await join(services, attempt.purpose.invitation, 'passkey-added', async (tx) =>
        (await savePasskey(tx, { ...passkey, transports: body.made.transports })) ? 'added' : 'taken',
      )
      if (!joined.ok) return fail(refusalToJoin(joined.failure))
      const earlier = sessionSecretIn(cookies, desk.origin)
      const coming = { personId: joined.value.personId, browser: header('user-agent'), earlier }
      return succeed({ status: 204, headers: { 'set-cookie': await letIn(services, desk.origin, coming) } })
    },
  )
}

function refusalToJoin(why: 'invitation' | 'taken'): Refusal {
  return why === 'invitation' ? refuse('not-found', GONE) : refuse('conflict', NOT_MADE)
}
