// GET /sign-in/callback: a browser comes back from the provider. It goes on to a page of ours, in or with the reason why not.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { visitor } from '../../core/access/viewer.ts'
import type { Identity } from '../../core/account/account.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { saveAccountEvent } from '../../store/sign-in/account-events.ts'
import { findAccountOf, saveAccount, saveAccountUsed } from '../../store/sign-in/accounts.ts'
import type { AppEnv, Services } from '../app-env.ts'
import { endAttemptCookie, orgOf, type ProviderAttempt, takeAttempt } from './attempts.ts'
import { join, letIn, viewerNow } from './let-in.ts'
import type { ProviderProblem } from './provider.ts'
import { callbackAddress, countFailure, refusalByLimits, type SignInDesk } from './sign-in-desk.ts'
import { sessionSecretIn } from './sign-in-routes.ts'
import { findTeamSession, renewTeamSession, type TeamSession } from './team-sessions.ts'

/** Why somebody is not in; the page of signing in has words for each. */
type SignInProblem = ProviderProblem | 'unknown' | 'invitation' | 'taken' | 'too-many' | 'other-person'

type Came = Result<{ cookie: string | null; to: string }, SignInProblem>

export function addProviderAnswer(app: OpenAPIHono<AppEnv>, desk: SignInDesk): void {
  app.get('/sign-in/callback', async (c) => {
    // A look ahead must not use an answer up.
    if (c.req.method !== 'GET') return new Response(null, { status: 204 })
    const services = await c.get('services')
    const came = await comeBack(c, desk, services)
    const headers = new Headers({ 'cache-control': 'no-store' })
    headers.append('set-cookie', endAttemptCookie(desk.origin))
    if (came.ok && came.value.cookie !== null) headers.append('set-cookie', came.value.cookie)
    headers.set('location', came.ok ? came.value.to : `/sign-in?problem=${came.failure}`)
    return new Response(null, { status: 303, headers })
  })
}

async function comeBack(c: Context<AppEnv>, desk: SignInDesk, services: Services): Promise<Came> {
  const { address } = c.env
  if ((await refusalByLimits(services, { address })) !== null) return fail('too-many')
  const attempt = await takeAttempt(services, desk.origin, c.req.header('cookie'))
  if (attempt?.by !== 'provider' || desk.provider === null) return fail('not-begun')
  const answer = new URL(c.req.url).searchParams
  const how = { redirectUri: callbackAddress(desk), now: services.now() }
  const proved = await desk.provider.finish(answer, attempt, how)
  if (!proved.ok) {
    const { problem, detail } = proved.failure
    desk.log(`sign-in at the provider refused: ${detail}`)
    await countFailure(services, { address })
    return fail(problem)
  }
  const account = `${proved.value.issuer} ${proved.value.subject}`
  if ((await refusalByLimits(services, { account })) !== null) return fail('too-many')
  const came = await act(c, desk, services, { attempt, identity: proved.value })
  if (!came.ok) await countFailure(services, { address, account })
  return came
}

interface Proved {
  attempt: ProviderAttempt
  identity: Identity
}

async function act(c: Context<AppEnv>, desk: SignInDesk, services: Services, proved: Proved): Promise<Came> {
  const { purpose, to } = proved.attempt
  if (purpose.kind === 'sign-in') return signIn(c, desk, services, proved)
  if (purpose.kind === 'join') return joinBy(c, desk, services, { ...proved, invitation: purpose.invitation })
  // What somebody began while signed in is for the session in which they began it.
  const here = await findTeamSession(c, services, desk.origin)
  if (here?.session.id !== purpose.sessionId || here.signedIn.personId !== purpose.personId)
    return fail('not-begun')
  return purpose.kind === 'add'
    ? addIdentity(services, here, proved.identity, to)
    : prove(desk, services, here, proved)
}

async function signIn(
  c: Context<AppEnv>,
  desk: SignInDesk,
  services: Services,
  { attempt, identity }: Proved,
): Promise<Came> {
  const account = await ownerOf(services, identity)
  const viewer = account === null ? null : await viewerNow(services, account.personId)
  if (account === null || viewer === null) return fail('unknown')
  await services.store.withViewer(viewer, (tx) => saveAccountUsed(tx, account.id))
  return succeed({ cookie: await sessionFor(c, desk, services, account.personId), to: attempt.to })
}

function ownerOf(services: Services, identity: Identity) {
  return services.store.withViewer(visitor(orgOf(services)), (tx) => findAccountOf(tx, identity))
}

async function joinBy(
  c: Context<AppEnv>,
  desk: SignInDesk,
  services: Services,
  { attempt, identity, invitation }: Proved & { invitation: string },
): Promise<Came> {
  const joined = await join(services, invitation, 'identity-added', (tx, personId) =>
    saveAccount(tx, { ...identity, personId }),
  )
  if (!joined.ok) return joined
  return succeed({ cookie: await sessionFor(c, desk, services, joined.value.personId), to: attempt.to })
}

function sessionFor(c: Context<AppEnv>, desk: SignInDesk, services: Services, personId: string) {
  const earlier = sessionSecretIn(c.req.header('cookie'), desk.origin)
  return letIn(services, desk.origin, { personId, browser: c.req.header('user-agent'), earlier })
}

async function addIdentity(
  services: Services,
  { signedIn }: TeamSession,
  identity: Identity,
  to: string,
): Promise<Came> {
  const { viewer, personId } = signedIn
  return services.store.withViewer(viewer, async (tx): Promise<Came> => {
    const bound = await saveAccount(tx, { ...identity, personId })
    if (bound === 'taken') return fail('taken')
    if (bound === 'added') await saveAccountEvent(tx, personId, 'identity-added')
    return succeed({ cookie: null, to })
  })
}

async function prove(desk: SignInDesk, services: Services, here: TeamSession, proved: Proved): Promise<Came> {
  const account = await ownerOf(services, proved.identity)
  if (account?.personId !== here.signedIn.personId) return fail('other-person')
  const cookie = await renewTeamSession(services, desk.origin, here)
  return cookie === null ? fail('not-begun') : succeed({ cookie, to: '/sign-in?done=proved' })
}
