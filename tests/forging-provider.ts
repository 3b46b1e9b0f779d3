// A provider on this computer that hands out whatever tokens a test wants, right and wrong ones.
import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Claims = Record<string, unknown>

/** How the next token is wrong; nothing: it is right. */
export interface Forgery {
  claims?: Claims
  /** `none` and `HS256` need no key of the provider. */
  alg?: 'none' | 'HS256'
  /** Signed by a key that the provider does not publish, under the name of one that it does. */
  byStranger?: boolean
}

export interface ForgingProvider {
  issuer: string
  clientId: string
  secret: string
  /** What the next token says: whose it is, and how it is wrong. */
  next: { subject: string; nonce: string; now: () => Date; forgery: Forgery }
  rotateKeys(): void
  /** Bodies that the token endpoint was sent. */
  asked: URLSearchParams[]
  stop(): Promise<void>
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function startForgingProvider(now: () => Date): Promise<ForgingProvider> {
  const newKey = () => ({ ...generateKeyPairSync('rsa', { modulusLength: 2048 }), kid: randomUUID() })
  let key = newKey()
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += String(piece)
    const answer = answerTo(request.url ?? '', body)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider: ForgingProvider = {
    issuer,
    clientId: 'skillmap',
    secret: 'a secret of this test',
    next: { subject: 'nobody', nonce: '', now, forgery: {} },
    rotateKeys: () => {
      key = newKey()
    },
    asked: [],
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
  const answerTo = (path: string, body: string) => {
    if (path.startsWith('/.well-known/'))
      return {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        end_session_endpoint: `${issuer}/end`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      }
    if (path === '/keys')
      return {
        keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: key.kid, use: 'sig', alg: 'RS256' }],
      }
    provider.asked.push(new URLSearchParams(body))
    return { access_token: 'unused', token_type: 'bearer', id_token: token() }
  }
  const token = () => {
    const { subject, nonce, forgery } = provider.next
    const seconds = Math.floor(provider.next.now().getTime() / 1000)
    const claims = {
      iss: issuer,
      aud: provider.clientId,
      sub: subject,
      nonce,
      iat: seconds,
      exp: seconds + 300,
      auth_time: seconds,
      email: 'ada@hello.test',
      ...forgery.claims,
    }
    const alg = forgery.alg ?? 'RS256'
    const signed = `${part({ alg, kid: key.kid, typ: 'JWT' })}.${part(claims)}`
    return `${signed}.${signature(signed, alg, forgery.byStranger === true ? stranger : key.privateKey)}`
  }
  const signature = (signed: string, alg: string, by: KeyObject) => {
    if (alg === 'none') return ''
    if (alg === 'HS256') return createHmac('sha256', provider.secret).update(signed).digest('base64url')
    return sign('sha256', Buffer.from(signed), by).toString('base64url')
  }
  return provider
}
