// Passkeys: joining and signing in with one, and every answer of a device that must not count.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { careOnce } from '../../src/server/care-for-data.ts'
import { verifyAnsweredPasskey, verifyMadePasskey } from '../../src/server/sign-in/verify-passkey.ts'
import { restoreBackup, saveBackup } from '../../src/store/own-data/backups.ts'
import type { PersonName } from '../organisation.ts'
import { type PasskeyDevice, passkeyDevice, statementOf } from '../passkey-device.ts'
import { ORIGIN, openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
/** Each browser has its cookies. */
interface TestBrowser {
  cookies: Map<string, string>
  call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Body }>
}

beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())
beforeEach(() => {
  server.clock.now = new Date(server.clock.now.getTime() + 11 * 60_000)
})

function newBrowser(): TestBrowser {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async call<Body>(method: string, path: string, body?: unknown) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { origin: ORIGIN, cookie, 'user-agent': 'Test' }
      const answer = await server.raw<Body>(
        method,
        path,
        body === undefined ? { headers } : { headers, body },
      )
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
        if (/max-age=0/i.test(set)) cookies.delete(name)
        else cookies.set(name, value)
      }
      return { status: answer.status, body: answer.body }
    },
  }
}

async function tokenOf(displayName: string): Promise<string> {
  const made = await server.operator<{ url: string }>('POST', '/api/operator/invitations', {
    body: { displayName, admin: false },
  })
  return new URL(made.body.url).searchParams.get('token') ?? ''
}

/** Somebody joins with a new device. */
async function joinAs(displayName: PersonName): Promise<{ browser: TestBrowser; device: PasskeyDevice }> {
  const browser = newBrowser()
  const device = passkeyDevice(ORIGIN)
  const asked = await browser.call<{ challenge: string }>('POST', '/api/join/passkey-question', {
    token: await tokenOf(displayName),
  })
  const made = device.make(asked.body.challenge)
  const joined = await browser.call('POST', '/api/join/passkey', { name: 'Laptop', made })
  expect(joined.status).toBe(204)
  return { browser, device }
}

const question = (browser: TestBrowser, path = '/api/sign-in/passkey-question') =>
  browser.call<{ challenge: string }>('POST', path, {})
const nameIn = async (browser: TestBrowser) =>
  (await browser.call<{ displayName?: string }>('GET', '/api/session')).body.displayName

describe('Joining with a passkey', () => {
  test('lets the invited person in, once', async () => {
    const browser = newBrowser()
    const token = await tokenOf('Fay')
    const device = passkeyDevice(ORIGIN)
    const made = async (who: TestBrowser, by: PasskeyDevice) => {
      const asked = await who.call<{ challenge: string }>('POST', '/api/join/passkey-question', { token })
      if (asked.status !== 200) return asked.status
      return (
        await who.call('POST', '/api/join/passkey', { name: 'Laptop', made: by.make(asked.body.challenge) })
      ).status
    }
    expect(await made(browser, device)).toBe(204)
    expect(await nameIn(browser)).toBe('Fay')
    expect(await made(newBrowser(), passkeyDevice(ORIGIN))).toBe(404)
  })

  test.each([
    ['another site', { origin: 'https://evil.test' }],
    ['another domain', { domain: 'evil.test' }],
    ['another ceremony', { type: 'webauthn.get' }],
    ['a device that checked nobody', { flags: 0x41 }],
    ['a device that nobody touched', { flags: 0x44 }],
    ['no passkey in it', { flags: 0x05 }],
    ['a page in a frame of another site', { crossOrigin: true }],
    ['a page with another site around it', { topOrigin: 'https://evil.test' }],
    ['a device that holds another id', { id: 'AAAA' }],
    ['a device that says something of itself for no form', { statement: statementOf('none', 'a10101') }],
    ['a device that says what no map is', { statement: statementOf('packed', '01') }],
  ])('refuses what comes from %s, and the invitation stays', async (_, lies) => {
    const browser = newBrowser()
    const token = await tokenOf('Gus')
    const asked = await browser.call<{ challenge: string }>('POST', '/api/join/passkey-question', { token })
    const made = passkeyDevice(ORIGIN).make(asked.body.challenge, lies)
    expect((await browser.call('POST', '/api/join/passkey', { name: 'x', made })).status).toBe(409)
    expect(await nameIn(browser)).toBeUndefined()
    expect((await browser.call('POST', '/api/join', { token })).status).toBe(200)
  })

  test.each(['packed', 'fido-u2f', 'android-key', 'android-safetynet', 'apple', 'tpm'])(
    'refuses a certificate of the form %s unread: nobody asked for one',
    async (form) => {
      const browser = newBrowser()
      const token = await tokenOf('Gus')
      const asked = await browser.call<{ challenge: string }>('POST', '/api/join/passkey-question', { token })
      // A list with one certificate in it.
      const statement = statementOf(form, 'a163783563814100')
      const made = passkeyDevice(ORIGIN).make(asked.body.challenge, { statement })
      expect((await browser.call('POST', '/api/join/passkey', { name: 'x', made })).status).toBe(409)
      expect(server.logged.slice(-2).join()).toMatch(/a certificate that nobody asked for/)
    },
  )

  test('takes a device that vouches for itself with the new key', async () => {
    const browser = newBrowser()
    const token = await tokenOf('Gus')
    const asked = await browser.call<{ challenge: string }>('POST', '/api/join/passkey-question', { token })
    const made = passkeyDevice(ORIGIN).make(asked.body.challenge, { vouches: true })
    expect((await browser.call('POST', '/api/join/passkey', { name: 'x', made })).status).toBe(204)
  })

  test('refuses another question, another browser, and a passkey that somebody else has', async () => {
    const { device } = await joinAs('Dia')
    const browser = newBrowser()
    const token = await tokenOf('Gus')
    const ask = async () =>
      (await browser.call<{ challenge: string }>('POST', '/api/join/passkey-question', { token })).body
        .challenge
    const send = async (who: TestBrowser, made: unknown) =>
      (await who.call('POST', '/api/join/passkey', { name: 'x', made })).status
    await ask()
    expect(await send(browser, passkeyDevice(ORIGIN).make('another'))).toBe(409)
    expect(await send(newBrowser(), passkeyDevice(ORIGIN).make(await ask()))).toBe(409)
    expect(await send(browser, device.make(await ask()))).toBe(409)
    expect(await send(browser, passkeyDevice(ORIGIN).make(await ask()))).toBe(204)
  })
})

describe('Signing in with a passkey', () => {
  test('gives the browser a session with a secret of its own, and ends the one it had', async () => {
    const { browser, device } = await joinAs('Bea')
    const before = new Map(browser.cookies)
    // Somebody put a session of theirs into the browser of another.
    const fixed = newBrowser()
    fixed.cookies.set('__Host-skillmap', before.get('__Host-skillmap') ?? '')
    const asked = await question(fixed)
    expect(
      (await fixed.call('POST', '/api/sign-in/passkey', device.answer(asked.body.challenge))).status,
    ).toBe(204)
    expect(fixed.cookies.get('__Host-skillmap')).not.toBe(before.get('__Host-skillmap'))
    expect(await nameIn(fixed)).toBe('Bea')
    expect(await nameIn(browser)).toBeUndefined()
  })

  test('takes each answer once, and none that was for another browser', async () => {
    const { device } = await joinAs('Cem')
    const browser = newBrowser()
    const asked = await question(browser)
    const cookies = new Map(browser.cookies)
    const answer = device.answer(asked.body.challenge)
    expect((await newBrowser().call('POST', '/api/sign-in/passkey', answer)).status).toBe(409)
    expect((await browser.call('POST', '/api/sign-in/passkey', answer)).status).toBe(204)
    const again = newBrowser()
    for (const [name, value] of cookies) again.cookies.set(name, value)
    expect((await again.call('POST', '/api/sign-in/passkey', answer)).status).toBe(409)
  })

  test('refuses a device that counts backwards: a copy of the key is about', async () => {
    const { device } = await joinAs('Eli')
    const signIn = async (counter: number) => {
      const browser = newBrowser()
      const asked = await question(browser)
      return (
        await browser.call('POST', '/api/sign-in/passkey', device.answer(asked.body.challenge, { counter }))
      ).status
    }
    expect([await signIn(5), await signIn(5), await signIn(4), await signIn(0), await signIn(6)]).toEqual([
      204, 403, 403, 403, 204,
    ])
  })

  test('says the same of an unknown passkey and of a wrong answer', async () => {
    const { device } = await joinAs('Nia')
    const detail = async (answer: (challenge: string) => object) => {
      const browser = newBrowser()
      const asked = await question(browser)
      const refused = await browser.call<{ detail: string }>(
        'POST',
        '/api/sign-in/passkey',
        answer(asked.body.challenge),
      )
      expect(refused.status).toBe(403)
      return refused.body.detail
    }
    const unknown = await detail((challenge) => passkeyDevice(ORIGIN).answer(challenge))
    const wrong = await detail((challenge) => ({ ...device.answer(challenge), signature: 'AAAA' }))
    const foreign = await detail((challenge) => ({
      ...device.answer(challenge),
      userHandle: Buffer.from(server.organisation.idOf.Ada).toString('base64url'),
    }))
    expect([wrong, foreign]).toEqual([unknown, unknown])
  })

  test('is refused for a while after ten failures of one passkey', async () => {
    const { device } = await joinAs('Hal')
    const statuses: number[] = []
    for (let time = 0; time < 11; time += 1) {
      const browser = newBrowser()
      const asked = await question(browser)
      const answer = { ...device.answer(asked.body.challenge), signature: 'AAAA' }
      statuses.push((await browser.call('POST', '/api/sign-in/passkey', answer)).status)
    }
    expect(statuses).toEqual([...Array(10).fill(403), 429])
  })
})

describe('An answer of a passkey', () => {
  test('counts where no bit of it was changed, the person was checked and the count grew, and nowhere else', async () => {
    const device = passkeyDevice(ORIGIN)
    const challenge = randomBytes(32).toString('base64url')
    const expected = { challenge, origin: ORIGIN }
    let taken = 0
    const changed = fc.record({
      part: fc.constantFrom('clientData', 'authenticatorData', 'signature', 'none'),
      at: fc.nat(),
      bit: fc.integer({ min: 0, max: 7 }),
      counter: fc.nat(9),
      known: fc.nat(9),
      flags: fc.constantFrom(0x05, 0x01, 0x04, 0x00, 0x1d, 0x15),
    })
    await fc.assert(
      fc.asyncProperty(changed, async ({ part, at, bit, counter, known, flags }) => {
        const answer = device.answer(challenge, { counter, flags })
        if (part === 'clientData' || part === 'authenticatorData' || part === 'signature') {
          const bytes = Buffer.from(answer[part], 'base64url')
          const place = at % bytes.length
          bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
          answer[part] = bytes.toString('base64url')
        }
        const passkey = { credentialId: device.id, publicKey: device.publicKey, counter: known }
        const { ok } = await verifyAnsweredPasskey(answer, passkey, expected)
        if (ok) taken += 1
        // 0x15 says that the passkey is kept elsewhere too and that it cannot be.
        const checkedSomebody = flags === 0x05 || flags === 0x1d
        const grew = counter > known || (counter === 0 && known === 0)
        expect(ok).toBe(part === 'none' && checkedSomebody && grew)
      }),
      { numRuns: 300 },
    )
    expect(taken).toBeGreaterThan(0)
  })

  test('counts with the key that was kept when it was made, and with no other', async () => {
    const device = passkeyDevice(ORIGIN)
    const expected = { challenge: randomBytes(32).toString('base64url'), origin: ORIGIN }
    const made = await verifyMadePasskey(device.make(expected.challenge), expected)
    expect(made).toEqual({
      ok: true,
      value: { credentialId: device.id, publicKey: device.publicKey, counter: 0 },
    })
    const verifyWith = async (publicKey: string) => {
      const passkey = { credentialId: device.id, publicKey, counter: 0 }
      return (await verifyAnsweredPasskey(device.answer(expected.challenge), passkey, expected)).ok
    }
    expect(await verifyWith(device.publicKey)).toBe(true)
    expect(await verifyWith(passkeyDevice(ORIGIN).publicKey)).toBe(false)
    expect(await verifyWith('AAAA')).toBe(false)
  })

  test.each([
    ['a page in a frame of another site', { crossOrigin: true }],
    ['a page with another site around it', { crossOrigin: true, topOrigin: 'https://evil.test' }],
    ['a page that names another site around it', { topOrigin: 'https://evil.test' }],
    ['another site', { origin: 'https://evil.test' }],
    ['another domain', { domain: 'evil.test' }],
    ['another ceremony', { type: 'webauthn.create' }],
  ])('does not count where it comes from %s', async (_, lies) => {
    const device = passkeyDevice(ORIGIN)
    const expected = { challenge: randomBytes(32).toString('base64url'), origin: ORIGIN }
    const passkey = { credentialId: device.id, publicKey: device.publicKey, counter: 0 }
    const answer = device.answer(expected.challenge, lies)
    expect((await verifyAnsweredPasskey(answer, passkey, expected)).ok).toBe(false)
  })
})

describe('One’s own account', () => {
  interface Account {
    sessions: { id: string; isThis: boolean }[]
    passkeys: { id: string; name: string }[]
    events: { kind: string; by: string | null }[]
    openInvitation: { by: string | null } | null
  }
  const accountOf = async (browser: TestBrowser) => (await browser.call<Account>('GET', '/api/account')).body

  test('lists sessions, ends one of them at once, and all others', async () => {
    const { browser, device } = await joinAs('Max')
    const others = [newBrowser(), newBrowser(), newBrowser()]
    for (const other of others) {
      const asked = await question(other)
      await other.call('POST', '/api/sign-in/passkey', device.answer(asked.body.challenge))
    }
    const { sessions } = await accountOf(browser)
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1)
    const second = (await accountOf(others[0] as TestBrowser)).sessions.find(({ isThis }) => isThis)
    expect((await browser.call('DELETE', `/api/account/sessions/${second?.id}`)).status).toBe(204)
    expect(await nameIn(others[0] as TestBrowser)).toBeUndefined()
    expect(await nameIn(others[1] as TestBrowser)).toBe('Max')
    expect((await browser.call('DELETE', '/api/account/sessions')).body).toMatchObject({ ended: 2 })
    expect(await nameIn(others[1] as TestBrowser)).toBeUndefined()
    expect(await nameIn(browser)).toBe('Max')
  })

  test('lists no browser that was not there for a week: it is let in no more, and is forgotten', async () => {
    const idle = (await joinAs('Eli')).browser
    const rowsOf = async () =>
      server.store.database.alone(
        async (session) =>
          (await session.query('SELECT 1 FROM session WHERE owner_id = $1', [server.organisation.idOf.Eli]))
            .rows.length,
      )
    expect((await accountOf(idle)).sessions.map(({ isThis }) => isThis)).toContain(true)
    server.clock.now = new Date(server.clock.now.getTime() + 7 * 86_400_000 + 1000)
    const { browser } = await joinAs('Eli')
    expect(await nameIn(idle)).toBeUndefined()
    expect((await accountOf(browser)).sessions.map(({ isThis }) => isThis)).toEqual([true])
    expect(await rowsOf()).toBeGreaterThan(1)
    await careOnce(server.services)
    expect(await rowsOf()).toBe(1)
  })

  test('keeps one way in where two are removed at the same moment', async () => {
    for (let time = 0; time < 5; time += 1) {
      const { browser } = await joinAs('Gus')
      await joinAs('Gus')
      const [one, other, ...more] = (await accountOf(browser)).passkeys
      for (const { id } of more) await browser.call('DELETE', `/api/account/passkeys/${id}`)
      const removed = await Promise.all(
        [one, other].map((way) => browser.call('DELETE', `/api/account/passkeys/${way?.id}`)),
      )
      expect(removed.map(({ status }) => status).sort()).toEqual([204, 409])
      expect((await accountOf(browser)).passkeys).toHaveLength(1)
    }
  })

  test('is nobody else’s: sessions and passkeys of others are not there', async () => {
    const mine = await joinAs('Fay')
    const theirs = await joinAs('Bea')
    const { sessions, passkeys } = await accountOf(theirs.browser)
    expect((await mine.browser.call('DELETE', `/api/account/sessions/${sessions[0]?.id}`)).status).toBe(404)
    expect((await mine.browser.call('DELETE', `/api/account/passkeys/${passkeys[0]?.id}`)).status).toBe(404)
    expect(
      (await mine.browser.call('PUT', `/api/account/passkeys/${passkeys[0]?.id}`, { name: 'Mine' })).status,
    ).toBe(404)
    expect(await nameIn(theirs.browser)).toBe('Bea')
  })

  test('takes another way in only after a fresh proof, and keeps the last one', async () => {
    const { browser, device } = await joinAs('Dia')
    const first = (await accountOf(browser)).passkeys.at(-1)
    for (const { id } of (await accountOf(browser)).passkeys.slice(0, -1))
      await browser.call('DELETE', `/api/account/passkeys/${id}`)
    expect((await browser.call('DELETE', `/api/account/passkeys/${first?.id}`)).status).toBe(409)
    server.clock.now = new Date(server.clock.now.getTime() + 11 * 60_000)
    expect((await question(browser, '/api/account/passkey-question')).status).toBe(403)
    const before = browser.cookies.get('__Host-skillmap')
    const asked = await question(browser, '/api/proof/passkey-question')
    expect(
      (await browser.call('POST', '/api/proof/passkey', device.answer(asked.body.challenge))).status,
    ).toBe(204)
    expect(browser.cookies.get('__Host-skillmap')).not.toBe(before)
    const making = await question(browser, '/api/account/passkey-question')
    const made = passkeyDevice(ORIGIN).make(making.body.challenge)
    expect((await browser.call('POST', '/api/account/passkeys', { name: 'Phone', made })).status).toBe(201)
    expect((await browser.call('DELETE', `/api/account/passkeys/${first?.id}`)).status).toBe(204)
    expect((await accountOf(browser)).passkeys.map(({ name }) => name)).toEqual(['Phone'])
  })

  test('is not proved by the passkey of somebody else', async () => {
    const mine = await joinAs('Cem')
    const theirs = await joinAs('Eli')
    const asked = await question(mine.browser, '/api/proof/passkey-question')
    const refused = await mine.browser.call(
      'POST',
      '/api/proof/passkey',
      theirs.device.answer(asked.body.challenge),
    )
    expect(refused.status).toBe(403)
  })

  test('tells its owner of a link that somebody made, and nobody else', async () => {
    const { browser } = await joinAs('Gus')
    const ada = await joinAs('Ada')
    const made = await ada.browser.call(
      'POST',
      `/api/members/${server.organisation.idOf.Gus}/invitations`,
      {},
    )
    expect(made.status).toBe(201)
    const gus = await accountOf(browser)
    expect(gus.openInvitation).toMatchObject({ by: 'Ada' })
    expect(gus.events).toContainEqual(expect.objectContaining({ kind: 'invited', by: 'Ada' }))
    expect((await accountOf(ada.browser)).events.some(({ by }) => by === 'Ada')).toBe(false)
    const listed = await ada.browser.call<object[]>('GET', '/api/invitations')
    expect(JSON.stringify(listed.body)).not.toContain('token')
  })

  test('has sessions that no backup brings back', async () => {
    const { browser } = await joinAs('Hal')
    const { name } = await saveBackup(server.store)
    expect(await nameIn(browser)).toBe('Hal')
    expect((await restoreBackup(server.store, name)).ok).toBe(true)
    expect(await nameIn(browser)).toBeUndefined()
  })

  test('is left by signing out: the same cookie opens nothing any more', async () => {
    const { browser } = await joinAs('Nia')
    const kept = new Map(browser.cookies)
    expect((await browser.call('POST', '/api/sign-out', {})).body).toEqual({ providerUrl: null })
    const again = newBrowser()
    for (const [name, value] of kept) again.cookies.set(name, value)
    expect(await nameIn(again)).toBeUndefined()
  })
})
