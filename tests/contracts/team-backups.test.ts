// Putting a backup of a team back over HTTP: it opens no door that was closed since.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { restoreBackup, saveBackup } from '../../src/store/own-data/backups.ts'
import { listAccounts, removeAccount, saveAccount } from '../../src/store/sign-in/accounts.ts'
import type { ViewerTransaction } from '../../src/store/viewer-transaction.ts'
import type { PersonName } from '../organisation.ts'
import { personViewer } from '../person-viewer.ts'
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

const record = (who: PersonName) =>
  server.as<{ leftOn: string | null; closedAt: string | null; lines: object[] }>(
    'Ada',
    'GET',
    `/api/organisation/people/${server.organisation.idOf[who]}`,
  )

async function putBack(name: string): Promise<void> {
  expect((await restoreBackup(server.store, name)).ok).toBe(true)
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

  test('lets nobody in again who has left, by no way in that was removed, and to no administration that was ended', async () => {
    const { idOf, orgId } = server.organisation
    const gus = { issuer: 'https://id.example.com', subject: 'sub-gus' }
    const identity = (act: (tx: ViewerTransaction) => Promise<unknown>) =>
      personViewer(server.store, orgId, idOf.Gus).then((viewer) => server.store.withViewer(viewer, act))
    const accounts = () =>
      server.store.database.alone(
        async (session) => (await session.query('SELECT subject FROM account')).rows,
      )
    const give = async (who: PersonName, scope: string) =>
      server.as<{ id: string }>('Ada', 'POST', '/api/organisation/grants', {
        headers: { 'idempotency-key': randomUUID() },
        body: { personId: idOf[who], scope },
      })
    await identity((tx) => saveAccount(tx, { ...gus, personId: idOf.Gus }))
    const grant = await give('Cem', 'views')
    expect(grant.status, grant.text).toBe(201)
    const [older, newer] = [await saveBackup(server.store), await saveBackup(server.store)]
    await identity(async (tx) => removeAccount(tx, (await listAccounts(tx))[0]?.id ?? ''))
    const ended = await server.as('Ada', 'DELETE', `/api/organisation/grants/${grant.body.id}`)
    expect(ended.status, ended.text).toBe(204)
    const before = await record('Nia')
    const leaves = await server.as('Ada', 'POST', `/api/organisation/people/${idOf.Nia}/changes`, {
      headers: { 'if-match': before.headers.get('etag') ?? '' },
      body: { kind: 'leave', lastDay: server.clock.now.toISOString().slice(0, 10), atOnce: true },
    })
    expect(leaves.status, leaves.text).toBe(200)
    const [left, report] = [await record('Nia'), await record('Fay')]
    // The second one as well, though the record of the first says nothing of what was removed.
    for (const { name } of [newer, older]) {
      const body = { confirm: 'restore' }
      const restored = await server.as('Ada', 'POST', `/api/backups/${name}/restore`, { body })
      expect(restored.status, restored.text).toBe(200)
      later()
      expect(await accounts()).toEqual([])
      expect((await server.as('Nia', 'GET', '/api/session')).status).toBe(401)
      const { leftOn, closedAt, lines } = left.body
      expect((await record('Nia')).body).toMatchObject({ leftOn, closedAt, lines })
      expect((await record('Fay')).body.lines).toEqual(report.body.lines)
      const grants = await server.as<{ id: string; personId: string }[]>(
        'Ada',
        'GET',
        '/api/organisation/grants',
      )
      expect(grants.body.filter(({ personId }) => personId === idOf.Cem)).toEqual([])
    }
  })

  test('keeps what lets people in where the database it comes to knows of nothing that was closed', async () => {
    const { idOf } = server.organisation
    const viewer = await personViewer(server.store, server.organisation.orgId, idOf.Bea)
    const bea = { issuer: 'https://id.example.com', subject: 'sub-bea', personId: idOf.Bea }
    await server.store.withViewer(viewer, (tx) => saveAccount(tx, bea))
    const { name } = await saveBackup(server.store)
    // As after a loss: the rows are gone, and nobody has removed them.
    await server.store.database.alone((session) => session.query('DELETE FROM account'))
    await putBack(name)
    expect((await server.store.withViewer(viewer, listAccounts)).map(({ subject }) => subject)).toEqual([
      'sub-bea',
    ])
  })
})
