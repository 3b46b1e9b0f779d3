// What the environment may say about signing in, and what is said when it may not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { settingsFrom } from '../server-settings.ts'
import { whereFrom } from '../serving/where-from.ts'
import { signInFrom, trustedProxiesFrom } from './sign-in-settings.ts'

const ORIGIN = 'https://skillmap.example.com'
const OIDC = { SKILLMAP_OIDC_ISSUER: 'https://login.example.com', SKILLMAP_OIDC_CLIENT_ID: 'skillmap' }
const folder = mkdtempSync(join(tmpdir(), 'skillmap-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('The issuer whose subjects a directory names', () => {
  const issuerOf = (SKILLMAP_SCIM_ISSUER: string) =>
    settingsFrom(
      { ...OIDC, SKILLMAP_ORIGIN: ORIGIN, SKILLMAP_SCIM_SUBJECT: 'externalId', SKILLMAP_SCIM_ISSUER },
      true,
    ).team?.scimAccounts?.issuer

  test('is written as that of signing in, where it is the same one: otherwise nobody would be found', () => {
    expect(issuerOf('https://login.example.com')).toBe('https://login.example.com')
    expect(issuerOf('https://other.example.com/')).toBe('https://other.example.com/')
    expect(() => issuerOf('https://login.example.com/')).toThrow('write both exactly')
  })
})

describe('Signing in', () => {
  test('is by passkeys where nothing is said, and by the provider alone where one is named', () => {
    expect(signInFrom({}, ORIGIN)).toEqual({ passkeys: true, provider: null, help: null })
    const secretFile = file('secret', 'shh\n')
    expect(
      signInFrom({ ...OIDC, SKILLMAP_OIDC_SECRET_FILE: secretFile, SKILLMAP_OIDC_NAME: 'Hello' }, ORIGIN),
    ).toEqual({
      passkeys: false,
      provider: { issuer: 'https://login.example.com', clientId: 'skillmap', secret: 'shh', name: 'Hello' },
      help: null,
    })
    expect(signInFrom({ ...OIDC, SKILLMAP_PASSKEYS: 'on' }, ORIGIN).passkeys).toBe(true)
  })

  test.each([
    [{ SKILLMAP_OIDC_CLIENT_ID: 'x' }, ORIGIN, 'SKILLMAP_OIDC_ISSUER is not'],
    [{ SKILLMAP_OIDC_ISSUER: 'https://login.example.com' }, ORIGIN, 'needs SKILLMAP_OIDC_CLIENT_ID'],
    [{ ...OIDC, SKILLMAP_OIDC_ISSUER: 'http://login.example.com' }, ORIGIN, 'must begin with https://'],
    [{ ...OIDC, SKILLMAP_OIDC_ISSUER: 'login' }, ORIGIN, 'is the address of the provider'],
    [{ ...OIDC, SKILLMAP_OIDC_SECRET: 'shh' }, ORIGIN, 'SKILLMAP_OIDC_SECRET_FILE'],
    [{ ...OIDC, SKILLMAP_OIDC_SECRET_FILE: '/nowhere/at/all' }, ORIGIN, 'cannot be read (ENOENT)'],
    [{ ...OIDC, SKILLMAP_PASSKEYS: 'yes' }, ORIGIN, 'SKILLMAP_PASSKEYS is on or off'],
    [{ SKILLMAP_PASSKEYS: 'off' }, ORIGIN, 'Nobody could get in'],
    [{ SKILLMAP_PASSKEYS: 'on' }, 'http://127.0.0.1:4747', 'http://localhost'],
  ])('is refused with what mends it: %o', (env, origin, message) => {
    expect(() => signInFrom(env, origin)).toThrow(message)
  })

  test('is refused where the file of the secret is empty', () => {
    const env = { ...OIDC, SKILLMAP_OIDC_SECRET_FILE: file('empty', '\n') }
    expect(() => signInFrom(env, ORIGIN)).toThrow('is empty')
  })

  test('takes a provider without HTTPS on this computer alone', () => {
    const env = { ...OIDC, SKILLMAP_OIDC_ISSUER: 'http://localhost:9000' }
    expect(signInFrom(env, ORIGIN).provider?.name).toBe('localhost')
  })
})

describe('Where a request comes from', () => {
  const from = (remoteAddress: string, forwarded: string | null, proxies: number) =>
    whereFrom(
      new Request(ORIGIN, forwarded === null ? {} : { headers: { 'x-forwarded-for': forwarded } }),
      { incoming: { socket: { remoteAddress } } },
      proxies,
    )

  test('is the connection, whatever a header says, until proxies are trusted', () => {
    expect(from('192.0.2.1', '203.0.113.9', 0)).toBe('192.0.2.1')
    expect(from('::ffff:192.0.2.1', null, 0)).toBe('192.0.2.1')
  })

  test('is what the last trusted proxy was asked from; what comes before it anybody may write', () => {
    expect(from('127.0.0.1', '198.51.100.7, 203.0.113.9', 1)).toBe('203.0.113.9')
    expect(from('127.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9')
    expect(from('127.0.0.1', null, 1)).toBe('127.0.0.1')
  })

  test('is the whole network of one subscriber in version 6', () => {
    expect(from('2001:db8:1:2:3:4:5:6', null, 0)).toBe(from('2001:db8:1:2:aaaa::1', null, 0))
  })

  test('counts proxies', () => {
    expect(trustedProxiesFrom({})).toBe(0)
    expect(trustedProxiesFrom({ SKILLMAP_TRUST_PROXY: '1' })).toBe(1)
    expect(() => trustedProxiesFrom({ SKILLMAP_TRUST_PROXY: 'yes' })).toThrow(
      'SKILLMAP_TRUST_PROXY is the number',
    )
  })
})
