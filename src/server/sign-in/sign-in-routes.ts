// Signing in: which ways there are, by passkey, and the way to the provider.
import { z } from '@hono/zod-openapi'
import { parse } from 'hono/utils/cookie'
import { ownPath } from '../../core/account/own-path.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse } from '../errors.ts'
import { plainText } from '../wire.ts'
import { beginAttempt, type Purpose, takeAttempt } from './attempts.ts'
import { checkPasskey, passkeyAttempt } from './check-passkey.ts'
import { hashSecret } from './launch-links.ts'
import { letIn, viewerNow } from './let-in.ts'
import { answerSchema, askPasskey, questionSchema } from './passkey-wire.ts'
import {
  callbackAddress,
  countFailure,
  refusalByLimits,
  refusalToBegin,
  type SignInDesk,
  waysIn,
} from './sign-in-desk.ts'
import { teamCookieName } from './team-sessions.ts'

const OPEN = 'For getting in, so it needs no session.'
export const NOT_BEGUN =
  'This was not begun in this browser, was answered already, or took longer than ten minutes. Begin again.'
/** One sentence for every reason, so that nobody learns which passkeys there are. */
export const NO_SUCH_PASSKEY =
  'This passkey does not open this Skillmap. Another one may, or a new invitation from whoever looks after the list of people.'

export const waysSchema = z
  .strictObject({ passkeys: z.boolean(), provider: z.string().nullable() })
  .openapi('WaysIn', { description: 'Which ways in are on; the provider by its name.' })
export const goToSchema = z
  .strictObject({ url: z.url() })
  .openapi('GoTo', { description: 'Where to send the browser.' })
export const providerRefusals = ['unavailable', 'conflict', 'too-many'] as const

export function addSignInRoutes(routes: Routes, desk: SignInDesk): void {
  addWays(routes, desk)
  addQuestion(routes, desk)
  addAnswer(routes, desk)
  addGoToProvider(routes, desk)
}

function addWays(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'get',
      path: '/api/sign-in',
      tag: 'Signing in',
      summary: 'Which ways in there are',
      description: `${OPEN} Says nothing of anybody.`,
      access: 'open',
      answers: {
        200: {
          description: 'The ways in.',
          schema: waysSchema.extend({ help: z.string().nullable() }).openapi('SignInWays'),
        },
      },
      refusals: [],
    },
    async () => succeed({ status: 200, body: { ...waysIn(desk), help: desk.settings.help } }),
  )
}

function addQuestion(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/sign-in/passkey-question',
      tag: 'Signing in',
      summary: 'Ask for a passkey',
      description: `${OPEN} Whichever passkey the person chooses may answer; the cookie binds it to this browser.`,
      access: 'open',
      body: z.strictObject({}),
      answers: { 200: { description: 'The question.', schema: questionSchema } },
      refusals: ['conflict', 'too-many'],
    },
    async ({ services, address }) => {
      const refused = (await refusalToBegin(services, address)) ?? refusalOfPasskeys(desk)
      if (refused !== null) return fail(refused)
      return askedOf(services, desk, { kind: 'sign-in' }, [])
    },
  )
}

/** A question to a passkey, bound to this browser. */
export async function askedOf(
  services: Services,
  desk: SignInDesk,
  purpose: Purpose,
  allowed: Parameters<typeof askPasskey>[1],
): Promise<Outcome> {
  const body = askPasskey(desk.origin, allowed)
  const begunAt = services.now().toISOString()
  const attempt = { by: 'passkey', purpose, to: '/', begunAt, challenge: body.challenge } as const
  const cookie = await beginAttempt(services, desk.origin, attempt)
  return succeed({ status: 200, body, headers: { 'set-cookie': cookie } })
}

export function refusalOfPasskeys({ settings }: SignInDesk): Refusal | null {
  return settings.passkeys ? null : refuse('conflict', 'Passkeys are not used here.')
}

function addAnswer(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/sign-in/passkey',
      tag: 'Signing in',
      summary: 'Sign in with a passkey',
      description: `${OPEN} The answer counts once, in the browser that was asked. The session’s secret is in the cookie.`,
      access: 'open',
      body: answerSchema,
      answers: { 204: { description: 'Signed in.', schema: null } },
      refusals: ['conflict', 'not-allowed', 'too-many', 'invalid'],
    },
    async ({ body, services, address, header }) => {
      const refused =
        (await refusalByLimits(services, { address, account: body.id })) ?? refusalOfPasskeys(desk)
      if (refused !== null) return fail(refused)
      const cookies = header('cookie')
      const attempt = passkeyAttempt(await takeAttempt(services, desk.origin, cookies), 'sign-in')
      if (attempt === null) return fail(refuse('conflict', NOT_BEGUN))
      const checked = await checkPasskey(services, desk.origin, body, attempt)
      const personId = checked.ok ? checked.value.personId : null
      if (personId === null || (await viewerNow(services, personId)) === null) {
        await countFailure(services, { address, account: body.id })
        desk.log(`sign-in by passkey refused: ${checked.ok ? 'has left' : checked.failure}`)
        return fail(refuse('not-allowed', NO_SUCH_PASSKEY))
      }
      const earlier = sessionSecretIn(cookies, desk.origin)
      const cookie = await letIn(services, desk.origin, { personId, browser: header('user-agent'), earlier })
      return succeed({ status: 204, headers: { 'set-cookie': cookie } })
    },
  )
}

export function sessionSecretIn(cookies: string | undefined, origin: string): string | undefined {
  return parse(cookies ?? '')[teamCookieName(origin)]
}

function addGoToProvider(routes: Routes, desk: SignInDesk): void {
  routes.add(
    {
      method: 'post',
      path: '/api/sign-in/provider',
      tag: 'Signing in',
      summary: 'Begin signing in at the provider',
      description: `${OPEN} With the secret of an invitation the identity is bound to the invited person. Where to go afterwards is a path of Skillmap; anything else is taken for its first page.`,
      access: 'open',
      body: z.strictObject({ to: plainText(2000).optional(), invitation: plainText(200).optional() }),
      answers: { 200: { description: 'Where to send the browser.', schema: goToSchema } },
      refusals: [...providerRefusals, 'invalid'],
    },
    async ({ body, services, address }) => {
      const refused = await refusalToBegin(services, address)
      if (refused !== null) return fail(refused)
      const purpose: Purpose =
        body.invitation === undefined
          ? { kind: 'sign-in' }
          : { kind: 'join', invitation: hashSecret(body.invitation) }
      return goToProvider(services, desk, purpose, ownPath(body.to))
    },
  )
}

/** Begins at the provider; the cookie binds its answer to this browser. */
export async function goToProvider(
  services: Services,
  desk: SignInDesk,
  purpose: Purpose,
  to: string,
): Promise<Outcome> {
  const begun = await beginAtProvider(desk, purpose)
  if (!begun.ok) return begun
  const { url, ...secrets } = begun.value
  const begunAt = services.now().toISOString()
  const attempt = { by: 'provider', purpose, to, begunAt, ...secrets } as const
  const cookie = await beginAttempt(services, desk.origin, attempt)
  return succeed({ status: 200, body: { url }, headers: { 'set-cookie': cookie } })
}

async function beginAtProvider(
  desk: SignInDesk,
  purpose: Purpose,
): Promise<Result<{ url: string; state: string; nonce: string; verifier: string }, Refusal>> {
  const { provider } = desk
  if (provider === null) return fail(refuse('conflict', 'There is no provider to sign in with here.'))
  const redirectUri = callbackAddress(desk)
  const begun = await provider.begin({ redirectUri, isProof: purpose.kind === 'prove' })
  if (begun.ok) return begun
  desk.log(`the provider ${provider.settings.issuer} cannot be used: ${begun.failure}`)
  return fail(
    refuse(
      'unavailable',
      `${provider.settings.name} does not answer as it should. Try again in a few minutes.`,
    ),
  )
}
