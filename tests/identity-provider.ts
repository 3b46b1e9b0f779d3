// A real OpenID Connect provider on this computer, with a sign-in form of its own, whose keys can be changed at any time.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
// @ts-expect-error: the package comes without types; what is used of it is in oidc-provider-types.ts.
import { Provider as UntypedProvider } from 'oidc-provider'
import type { ProviderClass, ProviderConfiguration, RunningProvider } from './oidc-provider-types.ts'

const Provider = UntypedProvider as ProviderClass

export interface IdentityProvider {
  issuer: string
  clientId: string
  secret: string
  /** New keys in place of the old ones, as a provider does from time to time. */
  rotateKeys(): void
  stop(): Promise<void>
}

export async function startIdentityProvider(
  redirectUri: string,
  signedOutUri: string,
): Promise<IdentityProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const clientId = 'skillmap'
  const secret = randomUUID()
  const open = () => {
    const provider = new Provider(issuer, {
      ...settings(newKey()),
      clients: [
        {
          client_id: clientId,
          client_secret: secret,
          redirect_uris: [redirectUri],
          post_logout_redirect_uris: [signedOutUri],
          application_type: 'web',
        },
      ],
    })
    const serve = provider.callback()
    answer = (request, response) => {
      const uid = /^\/interaction\/([\w-]+)$/.exec(request.url ?? '')?.[1]
      const work = uid === undefined ? serve(request, response) : interact(provider, request, response)
      Promise.resolve(work).catch((error: unknown) => {
        response.statusCode = 500
        response.end(String(error))
      })
    }
  }
  open()
  return { issuer, clientId, secret, rotateKeys: open, stop: () => close(server) }
}

function newKey(): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomUUID() }
}

function settings(key: object): ProviderConfiguration {
  return {
    jwks: { keys: [key] },
    cookies: { keys: ['a key of this test'] },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    // Everything but signing in is granted, as a company does for its own programs.
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc
      if (client === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  }
}

/** A form that asks for a name, and takes anybody's word for it; “no” is said by the other button. */
async function interact(
  provider: RunningProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><title>Provider</title><h1>The provider</h1><form method="post">
<label>Name <input name="name" autofocus></label> <button name="go" value="yes">Go on</button>
<button name="go" value="no">Do not go on</button></form></html>`,
    )
    return
  }
  let body = ''
  for await (const part of request) body += String(part)
  const said = new URLSearchParams(body)
  const result =
    said.get('go') === 'no'
      ? { error: 'access_denied', error_description: 'They said no.' }
      : { login: { accountId: said.get('name') ?? '' } }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
