// Adding, naming and removing one's ways in. Whoever finds an open browser must not be able to make one for themselves.
import { z } from '@hono/zod-openapi'
import { MOST_PASSKEYS } from '../../core/account/account.ts'
import { fail, succeed } from '../../core/result.ts'
import { findMember } from '../../store/organisation/members.ts'
import { saveAccountEvent } from '../../store/sign-in/account-events.ts'
import { holdWaysIn, listAccounts, removeAccount } from '../../store/sign-in/accounts.ts'
import { listPasskeys, removePasskey, savePasskey, savePasskeyName } from '../../store/sign-in/passkeys.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { uuid } from '../wire.ts'
import { beginAttempt, takeAttempt } from './attempts.ts'
import { passkeyAttempt } from './check-passkey.ts'
import { askForMaking, madeSchema, makingSchema, passkeyName } from './passkey-wire.ts'
import { purposeHere } from './proof-routes.ts'
import { refusalToBegin, type SignInDesk } from './sign-in-desk.ts'
import { goToProvider, goToSchema, NOT_BEGUN, providerRefusals, refusalOfPasskeys } from './sign-in-routes.ts'
import { verifyMadePasskey } from './verify-passkey.ts'

const ONE = z.strictObject({ id: uuid })
const ONLY_WAY = 'This is your only way in. Add another one first.'
const NOT_YOURS = 'You have no way in of this id.'

export function addWayInRoutes(routes: Routes, desk: SignInDesk): void {
  addMaking(routes, desk)
  addMade(routes, desk)
  addName(routes)
  addRemovePasskey(routes, desk)
  addIdentity(routes, desk)
  addRemoveIdentity(routes, desk)
}

function addMaking(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/account/passkey-question',
      tag: 'Your account',
      summary: 'Begin making another passkey',
      description: 'On this device, or on another that the browser reaches.',
      access: { noun: 'passkey', action: 'add' },
      freshProof: true,
      body: z.strictObject({}),
      answers: { 200: { description: 'What the device is asked.', schema: makingSchema } },
      refusals: ['no-session', 'conflict', 'too-many'],
    },
    async ({ services, signedIn, session, address }) => {
      const refused = (await refusalToBegin(services, address)) ?? refusalOfPasskeys(desk)
      if (refused !== null) return fail(refused)
      const { personId, viewer } = signedIn
      const { passkeys, name } = await services.store.withViewer(viewer, async (tx) => ({
        passkeys: await listPasskeys(tx),
        name: (await findMember(tx, personId))?.displayName ?? '',
      }))
      if (passkeys.length >= MOST_PASSKEYS)
        return fail(refuse('conflict', `You have ${MOST_PASSKEYS} passkeys. Remove one that you do not use.`))
      const body = askForMaking(desk.origin, { personId, displayName: name }, passkeys)
      const cookie = await beginAttempt(services, desk.origin, {
        by: 'passkey',
        purpose: purposeHere('add', signedIn, session),
        to: '/',
        begunAt: services.now().toISOString(),
        challenge: body.challenge,
      })
      return succeed({ status: 200, body, headers: { 'set-cookie': cookie } })
    },
  )
}

function addMade(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/account/passkeys',
      tag: 'Your account',
      summary: 'Keep the passkey that was made',
      description: 'In the session that began it, once.',
      access: { noun: 'passkey', action: 'add' },
      freshProof: true,
      body: z.strictObject({ name: passkeyName, made: madeSchema }),
      answers: { 201: { description: 'Kept.', schema: z.strictObject({ id: uuid }) } },
      refusals: ['no-session', 'conflict', 'invalid'],
    },
    async ({ body, services, signedIn, session, header }) => {
      const attempt = passkeyAttempt(await takeAttempt(services, desk.origin, header('cookie')), 'add')
      if (attempt?.purpose.kind !== 'add' || attempt.purpose.sessionId !== session?.id)
        return fail(refuse('conflict', NOT_BEGUN))
      const checked = await verifyMadePasskey(body.made, {
        challenge: attempt.challenge,
        origin: desk.origin,
      })
      if (!checked.ok) {
        desk.log(`a passkey was refused: ${checked.failure}`)
        return fail(refuse('conflict', 'The passkey that came back cannot be used here. Try again.'))
      }
      const passkey = { ...checked.value, id: services.newId(), name: body.name }
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        if (!(await savePasskey(tx, { ...passkey, transports: body.made.transports })))
          return fail(refuse('conflict', 'This passkey is known here already.'))
        await saveAccountEvent(tx, signedIn.personId, 'passkey-added')
        return succeed({ status: 201, body: { id: passkey.id } })
      })
    },
  )
}

function addName(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/account/passkeys/{id}',
      tag: 'Your account',
      summary: 'Name a passkey',
      description: 'Such as “Laptop”: to tell yours apart.',
      access: { noun: 'passkey', action: 'name' },
      params: ONE,
      body: z.strictObject({ name: passkeyName }),
      answers: { 204: { description: 'Named.', schema: null } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, body, services, signedIn }) => {
      const named = await services.store.withViewer(signedIn.viewer, (tx) =>
        savePasskeyName(tx, params.id, body.name),
      )
      return named ? succeed({ status: 204 }) : fail(refuse('not-found', NOT_YOURS))
    },
  )
}

/** Whether there is another way in that is switched on. */
async function hasAnother(tx: ViewerTransaction, desk: SignInDesk, withoutId: string): Promise<boolean> {
  const passkeys = desk.settings.passkeys ? await listPasskeys(tx) : []
  const issuer = desk.settings.provider?.issuer
  const identities = (await listAccounts(tx)).filter((one) => one.issuer === issuer)
  return [...passkeys, ...identities].some(({ id }) => id !== withoutId)
}

function addRemovePasskey(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/account/passkeys/{id}',
      tag: 'Your account',
      summary: 'Remove a passkey',
      description: 'It opens nothing from now on. The last way in stays.',
      access: { noun: 'passkey', action: 'remove' },
      freshProof: true,
      params: ONE,
      answers: { 204: { description: 'Removed.', schema: null } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        await holdWaysIn(tx)
        if (!(await removePasskey(tx, params.id))) return fail(refuse('not-found', NOT_YOURS))
        if (!(await hasAnother(tx, desk, params.id))) return fail(refuse('conflict', ONLY_WAY))
        await saveAccountEvent(tx, signedIn.personId, 'passkey-removed')
        return succeed({ status: 204 })
      }),
  )
}

function addIdentity(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/account/identities',
      tag: 'Your account',
      summary: 'Begin adding the sign-in of your organisation',
      description: 'An identity that belongs to somebody else stays theirs.',
      access: { noun: 'account', action: 'add' },
      freshProof: true,
      body: z.strictObject({}),
      answers: { 200: { description: 'Where to send the browser.', schema: goToSchema } },
      refusals: ['no-session', ...providerRefusals],
    },
    async ({ services, signedIn, session, address }) => {
      const refused = await refusalToBegin(services, address)
      if (refused !== null) return fail(refused)
      return goToProvider(services, desk, purposeHere('add', signedIn, session), '/account')
    },
  )
}

function addRemoveIdentity(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/account/identities/{id}',
      tag: 'Your account',
      summary: 'Remove an identity at a provider',
      description: 'It lets nobody in as you from now on. The last way in stays.',
      access: { noun: 'account', action: 'remove' },
      freshProof: true,
      params: ONE,
      answers: { 204: { description: 'Removed.', schema: null } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        await holdWaysIn(tx)
        if (!(await removeAccount(tx, params.id))) return fail(refuse('not-found', NOT_YOURS))
        if (!(await hasAnother(tx, desk, params.id))) return fail(refuse('conflict', ONLY_WAY))
        await saveAccountEvent(tx, signedIn.personId, 'identity-removed')
        return succeed({ status: 204 })
      }),
  )
}
