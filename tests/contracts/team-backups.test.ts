// Putting a backup of a team back over HTTP: it opens no door that was closed since.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { restoreBackup, saveBackup } from '../../src/store/own-data/backups.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

const TOKENS = '/api/organisation/directory-tokens'
const directory = (token: string) =>
  server.raw('GET', '/scim/v2/Users', { headers: { authorization: `Bearer ${token}` } })
const calendar = async (url: string) =>
  (await server.raw('GET', url.slice(url.indexOf('/api/')), { headers: {} })).status

/** Whoever is signed in after a restore signs in anew. */
const later = () => {
  server.clock.now = new Date(server.clock.now.getTime() + 11 * 60_000)
}

async function putBack(name: string): Promise<void> {
  expect(await restoreBackup(server.store, name)).toEqual({ ok: true, value: null })
  later()
}

describe('A backup of a team that is put back', () => {
  test('does not open the list again for a directory whose token was ended, and says when it ended', async () => {
    const body = { label: 'Our directory' }
    const made = await server.as<{ secret: string; token: { id: string } }>('Ada', 'POST', TOKENS, { body })
    const { secret, token } = made.body
    const { name } = await saveBackup(server.store)
    expect((await directory(secret)).status).toBe(200)
    expect((await server.as('Ada', 'DELETE', `${TOKENS}/${token.id}`)).status).toBe(204)
    await putBack(name)
    expect((await directory(secret)).status).toBe(401)
    const listed = await server.as<{ id: string; endedAt: string | null }[]>('Ada', 'GET', TOKENS)
    expect(listed.body.map(({ id, endedAt }) => [id, endedAt !== null])).toEqual([[token.id, true]])
  })

  test('does not open an address of reminders again that was given up, and leaves the others', async () => {
    const link = async (who: 'Bea' | 'Cem') =>
      (await server.as<{ url: string }>(who, 'POST', '/api/reminders/link')).body.url
    const given = await link('Bea')
    const kept = await link('Cem')
    const { name } = await saveBackup(server.store)
    expect((await server.as('Bea', 'DELETE', '/api/reminders/link')).status).toBe(204)
    await putBack(name)
    expect(await calendar(given)).toBe(401)
    expect(await calendar(kept)).toBe(200)
    const { body } = await server.as<{ reminder: { hasLink: boolean } }>('Bea', 'GET', '/api/reminders')
    expect(body.reminder.hasLink).toBe(false)
  })
})
