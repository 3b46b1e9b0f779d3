// OpenID Connect with one provider: authorization code, PKCE, state and nonce; its keys are read anew when they change.
import * as oauth from 'oauth4webapi'
import type { Identity } from '../../core/account/account.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import type { ProviderAttempt } from './attempts.ts'
import { isLoopback, type ProviderSettings } from './sign-in-settings.ts'

/** What a provider may take for one answer, in milliseconds. */
const PATIENCE_MS = 10_000
/** How far its clock may be from ours, in seconds. */
const CLOCKS_APART_S = 60
/** What it says of itself is asked for again after this long. */
const DESCRIPTION_KEPT_MS = 60 * 60 * 1000

/** Why an answer of the provider lets nobody in. */
export type ProviderProblem =
  /** The person said no, or the provider does not let them. */
  | 'denied'
  /** The answer does not belong to what this browser began. */
  | 'not-begun'
  /** The provider did not answer, or in a way that is not to be believed. */
  | 'provider'
  /** It did not ask anew who the person is. */
  | 'not-fresh'

export interface Provider {
  settings: ProviderSettings
  /** Where to send the browser, with what has to be kept until it comes back. */
  begin(asked: {
    redirectUri: string
    isProof: boolean
  }): Promise<Result<Pick<ProviderAttempt, 'state' | 'nonce' | 'verifier'> & { url: string }, string>>
  /** Who somebody is, by what their browser came back with. The detail is for the log. */
  finish(
    answer: URLSearchParams,
    attempt: ProviderAttempt,
    how: { redirectUri: string; now: Date },
  ): Promise<Result<Identity, { problem: ProviderProblem; detail: string }>>
  /** Where a person ends the session at the provider itself; null where it offers that nowhere. */
  endSessionUrl(returnTo: string): Promise<string | null>
}

export function openIdProvider(settings: ProviderSettings): Provider {
  const describe = describer(settings)
  const requests = () => ({ signal: AbortSignal.timeout(PATIENCE_MS), ...insecureOnLoopback(settings) })
  return {
    settings,
    async begin({ redirectUri, isProof }) {
      const server = await describe()
      if (!server.ok) return server
      if (server.value.authorization_endpoint === undefined)
        return fail('It names no authorization endpoint.')
      const state = oauth.generateRandomState()
      const nonce = oauth.generateRandomNonce()
      const verifier = oauth.generateRandomCodeVerifier()
      const url = new URL(server.value.authorization_endpoint)
      const asked = {
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid',
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(isProof ? { prompt: 'login', max_age: '0' } : {}),
      }
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
      return succeed({ state, nonce, verifier, url: url.href })
    },
    async finish(answer, attempt, { redirectUri, now }) {
      const server = await describe()
      if (!server.ok) return fail({ problem: 'provider', detail: server.failure })
      try {
        const client = clientAt(settings, now)
        const checked = oauth.validateAuthResponse(server.value, client, answer, attempt.state)
        const response = await oauth.authorizationCodeGrantRequest(
          server.value,
          client,
          authentication(settings, server.value),
          checked,
          redirectUri,
          attempt.verifier,
          requests(),
        )
        const tokens = await oauth.processAuthorizationCodeResponse(server.value, client, response, {
          expectedNonce: attempt.nonce,
          requireIdToken: true,
        })
        await checkSignature(server.value, response, requests)
        return whoIs(oauth.getValidatedIdTokenClaims(tokens), attempt)
      } catch (error) {
        return fail(explain(error))
      }
    },
    async endSessionUrl(returnTo) {
      const server = await describe()
      if (!server.ok || server.value.end_session_endpoint === undefined) return null
      const url = new URL(server.value.end_session_endpoint)
      url.searchParams.set('client_id', settings.clientId)
      url.searchParams.set('post_logout_redirect_uri', returnTo)
      return url.href
    },
  }
}

function insecureOnLoopback({ issuer }: ProviderSettings): { [oauth.allowInsecureRequests]?: true } {
  const url = new URL(issuer)
  return url.protocol === 'http:' && isLoopback(url) ? { [oauth.allowInsecureRequests]: true } : {}
}

/** Asks the provider about itself, and remembers the answer for an hour. */
function describer(settings: ProviderSettings): () => Promise<Result<oauth.AuthorizationServer, string>> {
  let known: { server: oauth.AuthorizationServer; until: number } | null = null
  return async () => {
    if (known !== null && performance.now() < known.until) return succeed(known.server)
    try {
      const issuer = new URL(settings.issuer)
      const response = await oauth.discoveryRequest(issuer, {
        algorithm: 'oidc',
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...insecureOnLoopback(settings),
      })
      const server = await oauth.processDiscoveryResponse(issuer, response)
      // The library takes both spellings for one; identities are kept and compared as the provider writes them.
      if (server.issuer !== settings.issuer)
        return fail(`It names itself ${server.issuer}: write SKILLMAP_OIDC_ISSUER exactly so.`)
      known = { server, until: performance.now() + DESCRIPTION_KEPT_MS }
      return succeed(server)
    } catch (error) {
      return fail(sayError(error))
    }
  }
}

/** The library reads the clock of the machine; tests have another one. */
function clientAt(settings: ProviderSettings, now: Date): oauth.Client {
  return {
    client_id: settings.clientId,
    [oauth.clockTolerance]: CLOCKS_APART_S,
    [oauth.clockSkew]: Math.round((now.getTime() - Date.now()) / 1000),
  }
}

function authentication({ secret }: ProviderSettings, server: oauth.AuthorizationServer): oauth.ClientAuth {
  if (secret === null) return oauth.None()
  const offered = server.token_endpoint_auth_methods_supported
  const byPost = offered !== undefined && !offered.includes('client_secret_basic')
  return byPost ? oauth.ClientSecretPost(secret) : oauth.ClientSecretBasic(secret)
}

/** A key that is not among those we know may be new: then they are read once more. */
async function checkSignature(
  server: oauth.AuthorizationServer,
  response: Response,
  requests: () => { signal: AbortSignal },
): Promise<void> {
  try {
    await oauth.validateApplicationLevelSignature(server, response, requests())
  } catch (error) {
    if (!(error instanceof oauth.OperationProcessingError) || error.code !== oauth.KEY_SELECTION) throw error
    // Keys are remembered by this very object; a copy of it has none.
    await oauth.validateApplicationLevelSignature({ ...server }, response, requests())
  }
}

function whoIs(
  claims: oauth.IDToken | undefined,
  attempt: ProviderAttempt,
): Result<Identity, { problem: ProviderProblem; detail: string }> {
  if (claims === undefined) return fail({ problem: 'provider', detail: 'No ID token came.' })
  if (attempt.purpose.kind === 'prove') {
    const begun = Date.parse(attempt.begunAt) / 1000
    if (typeof claims.auth_time !== 'number' || claims.auth_time < begun - CLOCKS_APART_S)
      return fail({ problem: 'not-fresh', detail: 'The provider did not ask anew who it is.' })
  }
  return succeed({ issuer: claims.iss, subject: claims.sub })
}

function explain(error: unknown): { problem: ProviderProblem; detail: string } {
  const detail = sayError(error)
  if (error instanceof oauth.AuthorizationResponseError)
    return { problem: error.error === 'access_denied' ? 'denied' : 'provider', detail }
  if (error instanceof oauth.OperationProcessingError && /state/.test(error.message))
    return { problem: 'not-begun', detail }
  return { problem: 'provider', detail }
}

/** Never what a token or an answer held. */
function sayError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? ` (${String(error.code)})` : ''
  return `${error.name}: ${error.message}${code}`.slice(0, 300)
}
