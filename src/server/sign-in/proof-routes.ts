// Proving anew who one is, before what is hard to undo: by passkey in the page, by the provider in another window.
import { z } from '@hono/zod-openapi'
import { isProofFresh } from '../../core/account/fresh-proof.ts'
import { fail, succeed } from '../../core/result.ts'
import { listAccounts } from '../../store/sign-in/accounts.ts'
import { listPasskeys } from '../../store/sign-in/passkeys.ts'
import type { BrowserSession, SignedIn } from '../app-env.ts'
import type { Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { type Purpose, takeAttempt } from './attempts.ts'
import { checkPasskey, passkeyAttempt } from './check-passkey.ts'
import { answerSchema, questionSchema } from './passkey-wire.ts'
import { countFailure, refusalByLimits, refusalToBegin, type SignInDesk, waysIn } from './sign-in-desk.ts'
import {
  askedOf,
  goToProvider,
  goToSchema,
  NO_SUCH_PASSKEY,
  NOT_BEGUN,
  providerRefusals,
  waysSchema,
} from './sign-in-routes.ts'
import { renewTeamSession } from './team-sessions.ts'

const ACCESS = { noun: 'session', action: 'prove' } as const

export function addProofRoutes(routes: Routes, desk: SignInDesk): void {
  addState(routes, desk)
  addQuestion(routes, desk)
  addAnswer(routes, desk)
  addProvider(routes, desk)
}

/** What is begun in a session is answered in it. */
export function purposeHere(
  kind: 'add' | 'prove',
  { personId }: SignedIn,
  session: BrowserSession | null,
): Extract<Purpose, { kind: 'add' | 'prove' }> {
  if (session === null) throw new Error('Only a browser signs in.')
  return { kind, sessionId: session.id, personId }
}

function addState(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'get',
      path: '/api/proof',
      tag: 'Signing in',
      summary: 'Whether you have proved recently who you are, and how you can',
      description: 'What is hard to undo in a team asks for it; a proof counts for ten minutes.',
      access: ACCESS,
      answers: {
        200: {
          description: 'The state, and the ways that you have.',
          schema: waysSchema.extend({ isFresh: z.boolean() }).openapi('Proof'),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn, session }) => {
      const has = await services.store.withViewer(signedIn.viewer, async (tx) => ({
        passkeys: (await listPasskeys(tx)).length > 0,
        identities: await listAccounts(tx),
      }))
      const ways = waysIn(desk)
      const issuer = desk.settings.provider?.issuer
      const isKnownThere = has.identities.some((one) => one.issuer === issuer)
      const body = {
        passkeys: ways.passkeys && has.passkeys,
        provider: isKnownThere ? ways.provider : null,
        isFresh: isProofFresh(session?.provedAt ?? null, services.now().toISOString()),
      }
      return succeed({ status: 200, body })
    },
  )
}

function addQuestion(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/proof/passkey-question',
      tag: 'Signing in',
      summary: 'Ask for one of your passkeys',
      description: 'To prove anew who you are, in this session.',
      access: ACCESS,
      body: z.strictObject({}),
      answers: { 200: { description: 'The question.', schema: questionSchema } },
      refusals: ['no-session', 'too-many'],
    },
    async ({ services, signedIn, session, address }) => {
      const refused = await refusalToBegin(services, address)
      if (refused !== null) return fail(refused)
      const passkeys = await services.store.withViewer(signedIn.viewer, listPasskeys)
      return askedOf(services, desk, purposeHere('prove', signedIn, session), passkeys)
    },
  )
}

function addAnswer(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/proof/passkey',
      tag: 'Signing in',
      summary: 'Prove with a passkey who you are',
      description: 'Counts once, in the session that asked, and gives the session another secret.',
      access: ACCESS,
      body: answerSchema,
      answers: { 204: { description: 'Proved.', schema: null } },
      refusals: ['no-session', 'conflict', 'not-allowed', 'too-many', 'invalid'],
    },
    async ({ body, services, signedIn, session, address, header }) => {
      const refused = await refusalByLimits(services, { address, account: signedIn.personId })
      if (refused !== null) return fail(refused)
      const attempt = passkeyAttempt(await takeAttempt(services, desk.origin, header('cookie')), 'prove')
      const here = purposeHere('prove', signedIn, session)
      if (
        session === null ||
        attempt?.purpose.kind !== 'prove' ||
        attempt.purpose.sessionId !== here.sessionId
      )
        return fail(refuse('conflict', NOT_BEGUN))
      const checked = await checkPasskey(services, desk.origin, body, attempt)
      if (!checked.ok || checked.value.personId !== signedIn.personId) {
        await countFailure(services, { address, account: signedIn.personId })
        desk.log(`a proof by passkey was refused: ${checked.ok ? 'another person' : checked.failure}`)
        return fail(refuse('not-allowed', NO_SUCH_PASSKEY))
      }
      const cookie = await renewTeamSession(services, desk.origin, { signedIn, session })
      if (cookie === null) return fail(refuse('conflict', NOT_BEGUN))
      return succeed({ status: 204, headers: { 'set-cookie': cookie } })
    },
  )
}

function addProvider(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/proof/provider',
      tag: 'Signing in',
      summary: 'Begin proving at the provider who you are',
      description: 'The provider asks anew, however recently you signed in there.',
      access: ACCESS,
      body: z.strictObject({}),
      answers: { 200: { description: 'Where to send the browser.', schema: goToSchema } },
      refusals: ['no-session', ...providerRefusals],
    },
    async ({ services, signedIn, session, address }) => {
      const refused = await refusalToBegin(services, address)
      if (refused !== null) return fail(refused)
      return goToProvider(services, desk, purposeHere('prove', signedIn, session), '/')
    },
  )
}
