// Signing in at a provider: who gets in, and every way in which an answer is not to be believed.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { visitor } from '../../src/core/access/viewer.ts'
import { beginTeamSession } from '../../src/server/sign-in/team-sessions.ts'
import { findAccountOf, saveAccount } from '../../src/store/sign-in/accounts.ts'
import { type ForgingProvider, startForgingProvider } from '../forging-provider.ts'
import type { PersonName } from '../organisation.ts'
import { ORIGIN, openTeamServer, type TeamServer } from './team-server.ts'

let provider: ForgingProvider
let server: TeamServer
let clock: { now: Date }

beforeAll(async () => {
  provider = await startForgingProvider(() => clock.now)
  const { issuer, clientId, secret } = provider
  server = await openTeamServer({
    passkeys: false,
    help: null,
    provider: { issuer, clientId, secret, name: 'Hello Sign-in' },
  })
  clock = server.clock
  await bind('Max', 'max-1')
  await bind('Lea', 'lea-1')
})
afterAll(async () => {
  await server.dispose()
  await provider.stop()
})
beforeEach(() => {
  // More failures than anybody has within ten minutes.
  clock.now = new Date(clock.now.getTime() + 11 * 60_000)
  provider.next.forgery = {}
})

async function bind(who: PersonName, subject: string): Promise<void> {
  const { orgId, idOf } = server.organisation
  await server.store.withViewer(visitor(orgId), (tx) =>
    saveAccount(tx, { personId: idOf[who], issuer: provider.issuer, subject }),
  )
}

interface Begun {
  url: URL
  cookie: string
}

/** Begins in a browser; `cookie` is what that browser then holds. */
async function begin(body: object = {}, path = '/api/sign-in/provider', cookie = ''): Promise<Begun> {
  const headers = { origin: ORIGIN, cookie }
  const answer = await server.raw<{ url: string }>('POST', path, { headers, body })
  expect(answer.status).toBe(200)
  const url = new URL(answer.body.url)
  provider.next.nonce = url.searchParams.get('nonce') ?? ''
  const attempt = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { url, cookie: [cookie, attempt].filter(Boolean).join('; ') }
}

interface Came {
  location: string
  session: string | null
}

async function comeBack({ url, cookie }: Begun, change: Record<string, string> = {}): Promise<Came> {
  const query = new URLSearchParams({ code: 'a-code', state: url.searchParams.get('state') ?? '', ...change })
  const answer = await server.app.fetch(
    new Request(`${ORIGIN}/sign-in/callback?${query}`, { headers: { cookie, 'user-agent': 'Test' } }),
  )
  expect(answer.status).toBe(303)
  const set = answer.headers.getSetCookie().find((one) => /^__Host-skillmap=\S/.test(one))
  return { location: answer.headers.get('location') ?? '', session: set?.split(';')[0] ?? null }
}

async function signIn(subject: string, body: object = {}): Promise<Came> {
  provider.next.subject = subject
  return comeBack(await begin(body))
}

const nameIn = async (cookie: string | null) =>
  (await server.raw<{ displayName?: string }>('GET', '/api/session', { headers: { cookie: cookie ?? '' } }))
    .body.displayName

describe('Signing in at the provider', () => {
  test('asks with PKCE, state and nonce, in a cookie that only this browser has', async () => {
    const answer = await server.raw<{ url: string }>('POST', '/api/sign-in/provider', {
      headers: { origin: ORIGIN },
      body: {},
    })
    const asked = new URL(answer.body.url).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)?.length).toBeGreaterThan(40)
    expect(asked.get('redirect_uri')).toBe(`${ORIGIN}/sign-in/callback`)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-skillmap-attempt=\S{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/,
    )
  })

  test('lets in whoever the identity is bound to, where they wanted to go, with a session of its own', async () => {
    const came = await signIn('max-1', { to: '/plan?x=1' })
    expect(came.location).toBe('/plan?x=1')
    expect(await nameIn(came.session)).toBe('Max')
    expect(provider.asked.at(-1)?.get('code_verifier')?.length).toBeGreaterThan(40)
  })

  test.each([
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '/sign-in/callback?code=x',
    'javascript:1',
    '/\t/evil',
  ])('goes to no other place than our own: %s', async (to) => {
    expect((await signIn('max-1', { to })).location).toBe('/')
  })

  test('takes the keys that the provider has now', async () => {
    expect((await signIn('max-1')).session).not.toBeNull()
    provider.rotateKeys()
    expect((await signIn('max-1')).session).not.toBeNull()
  })

  test('says to somebody who is not on the list that they are not, and makes nothing', async () => {
    expect(await signIn('stranger')).toEqual({ location: '/sign-in?problem=unknown', session: null })
    const { orgId } = server.organisation
    const identity = { issuer: provider.issuer, subject: 'stranger' }
    expect(await server.store.withViewer(visitor(orgId), (tx) => findAccountOf(tx, identity))).toBeNull()
  })

  test('never looks at an e-mail address: another subject with the same one is somebody else', async () => {
    provider.next.forgery = {
      claims: { email: 'max@hello.test', email_verified: true, preferred_username: 'max-1' },
    }
    expect((await signIn('max-2')).location).toBe('/sign-in?problem=unknown')
  })

  test('lets nobody in who has left', async () => {
    expect((await signIn('lea-1')).location).toBe('/sign-in?problem=unknown')
  })
})

describe('An answer of the provider', () => {
  const wrong = async (problem: string) => {
    provider.next.subject = 'max-1'
    expect(await comeBack(await begin())).toEqual({ location: `/sign-in?problem=${problem}`, session: null })
  }

  test('counts once: the same code and state again are refused', async () => {
    provider.next.subject = 'max-1'
    const begun = await begin()
    expect((await comeBack(begun)).session).not.toBeNull()
    expect(await comeBack(begun)).toEqual({ location: '/sign-in?problem=not-begun', session: null })
  })

  test('counts in the browser that asked and in no other', async () => {
    provider.next.subject = 'max-1'
    const begun = await begin()
    for (const cookie of ['', (await begin()).cookie])
      expect(await comeBack({ ...begun, cookie })).toMatchObject({ session: null, location: /not-begun/ })
  })

  test('is not waited for longer than ten minutes', async () => {
    provider.next.subject = 'max-1'
    const begun = await begin()
    clock.now = new Date(clock.now.getTime() + 10 * 60_000 + 1000)
    expect((await comeBack(begun)).location).toBe('/sign-in?problem=not-begun')
  })

  test('must carry the state of this very question', async () => {
    provider.next.subject = 'max-1'
    expect((await comeBack(await begin(), { state: 'another' })).session).toBeNull()
    const { url, cookie } = await begin()
    url.searchParams.delete('state')
    expect((await comeBack({ url, cookie })).session).toBeNull()
  })

  test('that is a no is said to be one', async () => {
    const came = await comeBack(await begin(), { error: 'access_denied' })
    expect(came).toEqual({ location: '/sign-in?problem=denied', session: null })
  })

  test.each([
    ['of another issuer', { claims: { iss: 'https://evil.test' } }],
    ['for another program', { claims: { aud: 'somebody-else' } }],
    ['for several programs, by another', { claims: { aud: ['skillmap', 'b'], azp: 'b' } }],
    ['with another nonce', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['that has run out', { claims: { exp: 1_700_000_000 } }],
    ['of the future', { claims: { nbf: 4_000_000_000 } }],
    ['without a signature', { alg: 'none' as const }],
    ['signed with the client’s secret', { alg: 'HS256' as const }],
    ['signed by a stranger', { byStranger: true }],
  ])('with a token %s lets nobody in', async (_, forgery) => {
    provider.next.forgery = forgery
    await wrong('provider')
  })

  test('may come from a clock that is half a minute off', async () => {
    const seconds = Math.floor(clock.now.getTime() / 1000) + 11 * 60
    provider.next.subject = 'max-1'
    clock.now = new Date(clock.now.getTime() + 11 * 60_000)
    provider.next.forgery = { claims: { exp: seconds - 30, iat: seconds + 30 } }
    expect((await comeBack(await begin())).session).not.toBeNull()
  })

  test('tells nobody why in detail, and the log no token', async () => {
    provider.next.forgery = { byStranger: true }
    await wrong('provider')
    const said = server.logged.join('\n')
    expect(said).toContain('refused')
    expect(said).not.toContain('eyJ')
  })
})

describe('An invitation', () => {
  const inviteOf = async (who: PersonName) => {
    const ada = await server.as<{ url: string }>(
      'Ada',
      'POST',
      `/api/members/${server.organisation.idOf[who]}/invitations`,
      {
        body: {},
      },
    )
    return ada
  }
  const tokenOf = async (who: PersonName) => {
    const made = await inviteOf(who)
    expect(made.status).toBe(201)
    return new URL(made.body.url).searchParams.get('token') ?? ''
  }

  test('needs a fresh proof of who makes it', async () => {
    const { Ada, Cem } = server.organisation.idOf
    const set = await beginTeamSession(server.services, ORIGIN, { personId: Ada, browser: 'Test' })
    const headers = { origin: ORIGIN, cookie: set.split(';')[0] ?? '' }
    clock.now = new Date(clock.now.getTime() + 11 * 60_000)
    const refused = await server.raw('POST', `/api/members/${Cem}/invitations`, { headers, body: {} })
    expect([refused.status, (refused.body as { type?: string }).type]).toEqual([403, '/api-docs#needs-proof'])
    expect((await server.as('Max', 'POST', `/api/members/${Cem}/invitations`, { body: {} })).status).toBe(403)
  })

  test('binds the identity to the invited person, once', async () => {
    const token = await tokenOf('Bea')
    expect((await signIn('bea-1', { invitation: token })).location).toBe('/')
    expect(await nameIn((await signIn('bea-1')).session)).toBe('Bea')
    expect((await signIn('bea-2', { invitation: token })).location).toBe('/sign-in?problem=invitation')
  })

  test('gives nobody an identity that belongs to somebody else, and is not used up by trying', async () => {
    const token = await tokenOf('Cem')
    expect((await signIn('max-1', { invitation: token })).location).toBe('/sign-in?problem=taken')
    expect(await nameIn((await signIn('max-1')).session)).toBe('Max')
    expect(await nameIn((await signIn('cem-1', { invitation: token })).session)).toBe('Cem')
  })

  test('is looked at without being used up, by programs and by people', async () => {
    const token = await tokenOf('Dia')
    for (const method of ['HEAD', 'GET', 'GET']) await server.raw(method, `/join?token=${token}`)
    const looked = await server.raw('POST', '/api/join', { headers: { origin: ORIGIN }, body: { token } })
    expect(looked.body).toMatchObject({
      displayName: 'Dia',
      organisation: 'Hello Ltd',
      ways: { provider: 'Hello Sign-in' },
    })
    expect(await nameIn((await signIn('dia-1', { invitation: token })).session)).toBe('Dia')
  })

  test('ends when it is called off, when there is a newer one, and after seven days', async () => {
    const { idOf } = server.organisation
    const look = async (token: string) =>
      (await server.raw('POST', '/api/join', { headers: { origin: ORIGIN }, body: { token } })).status
    const first = await tokenOf('Eli')
    const second = await tokenOf('Eli')
    expect([await look(first), await look(second)]).toEqual([404, 200])
    expect((await server.as('Ada', 'DELETE', `/api/members/${idOf.Eli}/invitations`)).status).toBe(204)
    expect(await look(second)).toBe(404)
    const third = await tokenOf('Eli')
    clock.now = new Date(clock.now.getTime() + 7 * 86_400_000 + 1000)
    expect(await look(third)).toBe(404)
    expect((await signIn('eli-1', { invitation: third })).location).toBe('/sign-in?problem=invitation')
  })
})

describe('What was begun while signed in', () => {
  test('is answered in that session and in no other', async () => {
    const max = (await signIn('max-1')).session ?? ''
    const other = (await signIn('bea-1')).session ?? ''
    provider.next.subject = 'max-9'
    const begun = await begin({}, '/api/account/identities', max)
    const attempt = begun.cookie.split('; ')[1] ?? ''
    expect((await comeBack({ url: begun.url, cookie: `${other}; ${attempt}` })).location).toBe(
      '/sign-in?problem=not-begun',
    )
    expect((await signIn('max-9')).location).toBe('/sign-in?problem=unknown')
  })

  test('proves nothing where the provider did not ask anew, or knows somebody else', async () => {
    const max = (await signIn('max-1')).session ?? ''
    const provedBy = async (subject: string, claims: object) => {
      provider.next.subject = subject
      provider.next.forgery = { claims: { ...claims } }
      const begun = await begin({}, '/api/proof/provider', max)
      expect(begun.url.searchParams.get('prompt')).toBe('login')
      return comeBack(begun)
    }
    const before = Math.floor(clock.now.getTime() / 1000) - 3600
    expect((await provedBy('max-1', { auth_time: before })).location).toBe('/sign-in?problem=not-fresh')
    expect((await provedBy('max-1', { auth_time: undefined })).location).toBe('/sign-in?problem=not-fresh')
    expect((await provedBy('bea-1', {})).location).toBe('/sign-in?problem=other-person')
    const proved = await provedBy('max-1', {})
    expect(proved.location).toBe('/sign-in?done=proved')
    // The secret of before is worth nothing any more.
    expect(await nameIn(max)).toBeUndefined()
    expect(await nameIn(proved.session)).toBe('Max')
  })
})

describe('An identity that somebody has already', () => {
  test('is added no second time, and nothing is said to have happened', async () => {
    await bind('Hal', 'hal-1')
    const hal = (await signIn('hal-1')).session ?? ''
    const added = async () => {
      const headers = { cookie: hal }
      const { body } = await server.raw<{ events: { kind: string }[] }>('GET', '/api/account', { headers })
      return body.events.filter(({ kind }) => kind === 'identity-added').length
    }
    const add = async (subject: string) => {
      provider.next.subject = subject
      return (await comeBack(await begin({}, '/api/account/identities', hal))).location
    }
    expect([await add('hal-1'), await added()]).toEqual(['/account', 0])
    expect([await add('hal-2'), await added()]).toEqual(['/account', 1])
    expect([await add('hal-2'), await added()]).toEqual(['/account', 1])
  })
})

describe('A provider that writes its name another way than the setting does', () => {
  test('lets nobody in, and the log says how to write it: identities are kept under its own name', async () => {
    const { issuer, clientId, secret } = provider
    const other = await openTeamServer({
      passkeys: true,
      help: null,
      provider: { issuer: `${issuer}/`, clientId, secret, name: 'Hello Sign-in' },
    })
    try {
      const headers = { origin: ORIGIN }
      const asked = await other.raw('POST', '/api/sign-in/provider', { headers, body: {} })
      expect(asked.status).toBe(503)
      expect(other.logged.join('\n')).toContain(
        `It names itself ${issuer}: write SKILLMAP_OIDC_ISSUER exactly so.`,
      )
    } finally {
      await other.dispose()
    }
  })
})

describe('Two organisations', () => {
  test('know the same subject of the same provider as two people', async () => {
    const other = await openTeamServer()
    try {
      const { orgId, idOf } = other.organisation
      const identity = { issuer: provider.issuer, subject: 'max-1' }
      await other.store.withViewer(visitor(orgId), (tx) =>
        saveAccount(tx, { ...identity, personId: idOf.Nia }),
      )
      const found = await other.store.withViewer(visitor(orgId), (tx) => findAccountOf(tx, identity))
      expect(found?.personId).toBe(idOf.Nia)
      const elsewhere = visitor('00000000-0000-4000-8000-000000000009')
      expect(await other.store.withViewer(elsewhere, (tx) => findAccountOf(tx, identity))).toBeNull()
      expect(await nameIn((await signIn('max-1')).session)).toBe('Max')
    } finally {
      await other.dispose()
    }
  })
})

describe('Too many failures', () => {
  test('of one address are refused for a while, and say for how long', async () => {
    const early = await begin()
    for (let time = 0; time < 60; time += 1)
      expect((await signIn(`stranger-${time}`)).location).toBe('/sign-in?problem=unknown')
    expect((await comeBack(early)).location).toBe('/sign-in?problem=too-many')
    const refused = await server.raw('POST', '/api/sign-in/provider', {
      headers: { origin: ORIGIN },
      body: {},
    })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    clock.now = new Date(clock.now.getTime() + 11 * 60_000)
    expect((await signIn('max-1')).session).not.toBeNull()
  })
})
