// What keeps other people and foreign pages out of a server on this computer, over a real socket.
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { templateFile, temporaryFolder } from '../../../tests/test-store.ts'
import { type RunningServer, startServer } from '../main.ts'
import { settingsFrom } from '../server-settings.ts'

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

const dataDir = temporaryFolder()
let server: RunningServer

async function start(port = 0): Promise<RunningServer> {
  return startServer({ dataDir, port, templateFile: await templateFile(), webRoot: null, checkAnswers: true })
}

beforeAll(async () => {
  server = await start()
})

afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Unlike fetch it sends any Host and Origin, as an attacker's browser would. */
function send(
  path: string,
  method = 'GET',
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = new URL(path, server.url)
    const sent = httpRequest(url, { method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function cookieOf(answer: Answer): string {
  const given = answer.headers['set-cookie']
  return (Array.isArray(given) ? (given[0] ?? '') : '').split(';')[0] ?? ''
}

async function freshLink(): Promise<string> {
  const { secret } = JSON.parse(readFileSync(join(dataDir, 'run', 'server.json'), 'utf8')) as {
    secret: string
  }
  const answer = await send('/api/launch-links', 'POST', { authorization: `Bearer ${secret}` })
  const { url } = JSON.parse(answer.text) as { url: string }
  return url.slice(server.url.length)
}

async function getIn(): Promise<string> {
  return cookieOf(await send(await freshLink()))
}

const host = () => new URL(server.url).host

describe('getting in', () => {
  test('the printed link works once and sets a cookie that scripts and other sites cannot use', async () => {
    const path = server.launchUrl.slice(server.url.length)
    const answer = await send(path)
    expect([answer.status, answer.headers.location]).toEqual([303, '/'])
    expect(String(answer.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Max-Age=/)
    const again = await send(path)
    expect(again.status).toBe(401)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.text).toContain('npx skillmap open')
  })

  test('a used link leads to the map in the browser that used it', async () => {
    const path = await freshLink()
    const cookie = cookieOf(await send(path))
    expect((await send(path, 'GET', { cookie })).status).toBe(303)
  })

  test('a look ahead at a link does not use it up', async () => {
    const path = await freshLink()
    expect((await send(path, 'HEAD')).status).toBe(204)
    expect((await send(path)).status).toBe(303)
  })

  test('the cookie opens the API, and nothing else does', async () => {
    const cookie = await getIn()
    expect((await send('/api/me', 'GET', { cookie })).status).toBe(200)
    const name = cookie.split('=')[0]
    for (const headers of [
      {},
      { cookie: `${name}=guess` },
      { authorization: 'Bearer guess' },
      { cookie: 'a=b' },
    ]) {
      const answer = await send('/api/me', 'GET', headers as Record<string, string>)
      expect([answer.status, answer.headers['content-type']]).toEqual([
        401,
        'application/problem+json; charset=utf-8',
      ])
    }
  })

  test('a page without a session says how to get in', async () => {
    const answer = await send('/')
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('npx skillmap open')
    expect(answer.headers['content-security-policy']).not.toContain('unsafe-inline')
  })
})

describe('a foreign page', () => {
  const change = JSON.stringify({ confirm: 'erase everything' })

  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    {},
  ])('that sends a change with %j is refused, even with the cookie', async (headers) => {
    const cookie = await getIn()
    const sent = { ...headers, cookie, 'content-type': 'application/json' }
    const answer = await send('/api/erase', 'POST', sent, change)
    expect(answer.status).toBe(403)
    expect(JSON.parse(answer.text)).toMatchObject({ type: '/api-docs#other-site' })
  })

  test('cannot read data either, and is given no permission to try', async () => {
    const cookie = await getIn()
    const answer = await send('/api/me', 'GET', { cookie, origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
    const preflight = await send('/api/me', 'OPTIONS', {
      origin: 'https://evil.example',
      'access-control-request-method': 'PUT',
    })
    expect(preflight.status).toBe(403)
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('may link to the map', async () => {
    const cookie = await getIn()
    const answer = await send('/api-docs', 'GET', { cookie, 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(200)
  })

  test('our own page sends changes as before', async () => {
    const cookie = await getIn()
    const headers = {
      cookie,
      origin: server.url,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': 'own-page',
    }
    const answer = await send(
      '/api/assessments',
      'POST',
      { ...headers, 'content-type': 'application/json' },
      '{}',
    )
    expect(answer.status).toBe(422)
  })
})

describe('another name for this computer', () => {
  test.each([
    'evil.example',
    'localhost',
    '127.0.0.1',
    '127.0.0.1:1',
    '0.0.0.0:4747',
    'localhost.evil.example',
  ])('such as %s is refused with 421, so that rebinding a name reads nothing', async (name) => {
    const cookie = await getIn()
    const answer = await send('/api/me', 'GET', { cookie, host: name })
    expect(answer.status).toBe(421)
    expect(answer.text).not.toContain('dataPlace')
  })

  test('localhost with the right port is this computer', async () => {
    const port = host().split(':')[1]
    expect((await send('/api/health', 'GET', { host: `localhost:${port}` })).status).toBe(200)
    expect((await send('/api/health', 'GET', { host: `[::1]:${port}` })).status).toBe(200)
  })
})

describe('starting and stopping', () => {
  test('run/server.json says where the server is, to its owner only', () => {
    const file = join(dataDir, 'run', 'server.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ address: server.url, pid: process.pid })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('a second server on the same data is refused and told who holds it', async () => {
    await expect(start()).rejects.toThrow(server.url)
    expect(existsSync(join(dataDir, 'run', 'server.json'))).toBe(true)
  })

  test('a session lasts through a restart, and the old secret does not', async () => {
    const cookie = await getIn()
    const file = join(dataDir, 'run', 'server.json')
    const { secret } = JSON.parse(readFileSync(file, 'utf8')) as { secret: string }
    const port = Number(host().split(':')[1])
    await server.stop()
    expect(existsSync(file)).toBe(false)
    server = await start(port)
    expect((await send('/api/me', 'GET', { cookie })).status).toBe(200)
    expect((await send('/api/me', 'GET', { authorization: `Bearer ${secret}` })).status).toBe(401)
  })

  test('a taken port is said to be taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const folder = temporaryFolder()
    await expect(startServer({ dataDir: folder, port, webRoot: null })).rejects.toThrow(
      `Port ${port} is taken`,
    )
    other.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('it refuses to listen to the network', () => {
    expect(() => settingsFrom({ SKILLMAP_HOST: '0.0.0.0' })).toThrow('on this computer only')
    expect(settingsFrom({ SKILLMAP_DATA: '/data', SKILLMAP_PORT: '5000' })).toEqual({
      dataDir: '/data',
      port: 5000,
    })
    expect(() => settingsFrom({ SKILLMAP_PORT: 'http' })).toThrow('SKILLMAP_PORT')
  })
})
