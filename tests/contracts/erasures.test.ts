// Erasing somebody who has left over HTTP: who may, what goes, what the proof says, and that an older database does not bring them back.
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '../../src/core/access/viewer.ts'
import type { ErasureProof } from '../../src/core/audit/erasure-proof.ts'
import { canonicalJson } from '../../src/core/framework/canonical-json.ts'
import { dumpDatabase } from '../../src/store/dump.ts'
import { listErasedPeople } from '../../src/store/own-data/erased-people.ts'
import {
  listToEraseAgain,
  noteErasuresOfOthers,
  savePersonErasedAgain,
} from '../../src/store/own-data/erasures.ts'
import { inTransaction } from '../../src/store/sql-session.ts'
import type { PersonName } from '../organisation.ts'
import { expectProblem } from './expect-problem.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

interface Erasure {
  id: string
  erasedBy: string | null
  proof: ErasureProof
  hash: string
}
interface Searched {
  columnsSearched: number
  remaining: { table: string; column: string; rows: number | null; why: string }[]
  isInChain: boolean
}

let server: TeamServer
const idOf = (name: PersonName) => server.organisation.idOf[name]
const address = (name: PersonName) => `/api/organisation/people/${idOf(name)}/erasure`
const once = () => ({ 'idempotency-key': randomUUID() })
const erase = (name: PersonName, confirm: string, who: PersonName = 'Ada') =>
  server.as<Erasure>(who, 'POST', address(name), { body: { confirm } })

/** Eli rates himself, is asked about Bea and answers, asks Cem, and writes a journal; his manager gives him work. */
async function liveBefore(): Promise<void> {
  const opened = await server.as<{ id: string }>('Eli', 'POST', '/api/assessments', {
    body: { frameworkDigest: server.current.digest, role: 'senior-engineer' },
    headers: once(),
  })
  const rating = { revisionId: randomUUID(), level: 3, note: 'canary-of-eli' }
  await server.as('Eli', 'PUT', `/api/assessments/${opened.body.id}/ratings/mentoring`, {
    body: rating,
    headers: { 'if-none-match': '*' },
  })
  const ask = {
    subject: 'me',
    skills: ['system-design'],
    purpose: 'development',
    note: '',
    dueOn: '2026-12-04',
  }
  await server.as('Bea', 'POST', '/api/asks', { body: { ...ask, raters: [idOf('Eli')] }, headers: once() })
  await server.as('Eli', 'POST', '/api/asks', { body: { ...ask, raters: [idOf('Cem')] }, headers: once() })
  const asked = await server.as<{ id: string }[]>('Eli', 'GET', '/api/asked')
  await server.as('Eli', 'POST', `/api/asked/${asked.body[0]?.id}/begin`, { body: {}, headers: once() })
}

async function leave(name: PersonName): Promise<void> {
  const path = `/api/organisation/people/${idOf(name)}`
  const { revisionId } = (await server.as<{ revisionId: string }>('Ada', 'GET', path)).body
  const left = await server.as('Ada', 'POST', `${path}/changes`, {
    headers: { 'if-match': `"${revisionId}"` },
    body: { kind: 'leave', lastDay: '2026-11-20', atOnce: true },
  })
  expect(left.status).toBe(200)
}

async function everythingKept(): Promise<string> {
  const lines: string[] = []
  await server.store.database.alone((session) =>
    dumpDatabase(session, 'now', (line) => void lines.push(line)),
  )
  return lines.join('\n')
}

beforeAll(async () => {
  server = await openTeamServer()
  await liveBefore()
})
afterAll(() => server.dispose())

describe('Somebody who has left', () => {
  test('is erased by administrators of people alone', async () => {
    for (const who of ['Bea', 'Max', 'Nia'] as const) {
      expectProblem(await server.as(who, 'GET', address('Lea')), 403, 'not-allowed')
      expectProblem(await erase('Lea', 'Lea', who), 403, 'not-allowed')
      expectProblem(await server.as(who, 'GET', '/api/organisation/erasures'), 403, 'not-allowed')
    }
    const declared = server.app.declared.filter(
      ({ path, method }) => path.endsWith('/erasure') && method === 'post',
    )
    expect(declared.map(({ freshProof }) => freshProof)).toEqual([true])
  })

  test('is nobody who is still here, and not oneself', async () => {
    expectProblem(await erase('Bea', 'Bea'), 409, 'conflict')
    expectProblem(await erase('Ada', 'Ada'), 409, 'conflict')
    const nobody = `/api/organisation/people/${randomUUID()}/erasure`
    expectProblem(await server.as('Ada', 'GET', nobody), 404, 'not-found')
  })

  test('is shown first with the lines of the list that would go, and not how much they wrote', async () => {
    await leave('Eli')
    const { body } = await server.as<{ rows: Record<string, number> }>('Ada', 'GET', address('Eli'))
    expect(body).toMatchObject({ displayName: 'Eli', leftOn: '2026-11-20' })
    expect(Object.keys(body.rows).sort()).toEqual(
      ['admin_grant', 'held_role', 'management', 'member_change', 'team_member'].sort(),
    )
    expect(body.rows.team_member).toBe(1)
  })

  test('stays where the name is not typed as it is on the list', async () => {
    const refused = await erase('Eli', 'Elli')
    expectProblem(refused, 422, 'invalid')
    expect(refused.text).toContain('as it is on the list: Eli')
    expect(await everythingKept()).toContain('canary-of-eli')
  })

  test('is gone after it, with what they said of others and what others were asked of them', async () => {
    const done = await erase('Eli', 'Eli')
    expect(done.status).toBe(200)
    const { proof, erasedBy, hash } = done.body
    expect(erasedBy).toBe('Ada')
    expect(proof.rowsRemoved).toBeGreaterThan(8)
    expect(proof.remaining.filter(({ why }) => why === 'unexpected')).toEqual([])
    expect(hash).toBe(createHash('sha256').update(canonicalJson(proof)).digest('hex'))
    const kept = await everythingKept()
    expect(kept).not.toContain('canary-of-eli')
    expect(kept).not.toContain('"Eli"')
    expectProblem(await server.as('Ada', 'GET', `/api/organisation/people/${idOf('Eli')}`), 404, 'not-found')
    expectProblem(await erase('Eli', 'Eli'), 404, 'not-found')
  })

  test('leaves a proof that can be checked later: all tables are searched, and the chain holds its hash', async () => {
    const [erasure] = (await server.as<Erasure[]>('Ada', 'GET', '/api/organisation/erasures')).body
    const path = `/api/organisation/erasures/${erasure?.id}/check`
    const { body } = await server.as<Searched>('Ada', 'POST', path)
    expect(body.isInChain).toBe(true)
    expect(body.columnsSearched).toBeGreaterThan(100)
    expect(body.remaining.every(({ why }) => why !== 'unexpected')).toBe(true)
    // How many lines of the record somebody has would tell how much they did.
    expect(body.remaining.filter(({ table }) => table === 'audit').map(({ rows }) => rows)).not.toContain(
      expect.any(Number),
    )
    const record = await server.as<{ lines: { says: string }[] }>(
      'Ada',
      'GET',
      '/api/organisation/audit?kind=erasures',
    )
    expect(record.body.lines.map(({ says }) => says)).toContain(
      'erased somebody; the id stays, whose it was is not kept',
    )
  })

  test('is found by that search where something of them came back', async () => {
    const [erasure] = (await server.as<Erasure[]>('Ada', 'GET', '/api/organisation/erasures')).body
    const { orgId } = server.organisation
    const comeBack = (id: string) =>
      server.store.withViewer(visitor(orgId), (tx) =>
        tx.db
          .insertInto('person')
          .values({ org_id: orgId, id, display_name: 'Eli', audience: 'organisation' })
          .execute(),
      )
    await comeBack(idOf('Eli'))
    const path = `/api/organisation/erasures/${erasure?.id}/check`
    const { body } = await server.as<Searched>('Ada', 'POST', path)
    expect(body.remaining).toContainEqual({ table: 'person', column: 'id', rows: 1, why: 'unexpected' })
  })

  test('may have managed people: their lines of that time go, and the people stay', async () => {
    await leave('Max')
    expect((await erase('Max', 'Max')).status).toBe(200)
    const members = await server.as<{ displayName: string }[]>('Ada', 'GET', '/api/members?find=Cem')
    expect(members.text).toContain('Cem')
    const { body } = await server.as<{ brokenAt: number | null }>(
      'Ada',
      'POST',
      '/api/organisation/audit/check',
      {
        body: { after: 0 },
      },
    )
    expect(body.brokenAt).toBeNull()
  })
})

describe('An older state of the database', () => {
  test('does not bring an erased person back: whoever starts on it erases them again, with a proof', async () => {
    const { store, organisation } = server
    const { orgId } = organisation
    await erase('Lea', 'Lea')
    const lea = idOf('Lea')
    // As it was before: the person, and no note of the erase.
    await store.database.alone((session) =>
      inTransaction(session, async () => {
        await session.run('SET LOCAL ROLE skillmap_keeper')
        await session.query('DELETE FROM erasure WHERE person_id = $1', [lea])
        await session.query(
          `INSERT INTO person (org_id, id, display_name, audience) VALUES ($1, $2, 'Lea', 'organisation')`,
          [orgId, lea],
        )
      }),
    )
    const again = await store.database.alone((session) =>
      inTransaction(session, () => listToEraseAgain(session, store.places)),
    )
    expect(again.map(({ personId }) => personId)).toEqual([lea])
    for (let start = 0; start < 2; start += 1)
      await store.withViewer(visitor(orgId), (tx) =>
        savePersonErasedAgain(tx, store.places, { id: randomUUID(), personId: lea }),
      )
    const erasures = (await server.as<Erasure[]>('Ada', 'GET', '/api/organisation/erasures')).body
    expect(erasures.filter(({ proof }) => proof.personId === lea)).toHaveLength(1)
    expect(await everythingKept()).not.toContain('"Lea"')
  })

  test('is known to every process: each takes over what others erased', async () => {
    const other = { ...server.store.places, tombstones: `${server.store.places.root}/other.json` }
    await server.store.database.alone((session) =>
      inTransaction(session, () => noteErasuresOfOthers(session, other)),
    )
    expect(listErasedPeople(other).map(({ personId }) => personId)).toEqual(
      expect.arrayContaining([idOf('Eli'), idOf('Max'), idOf('Lea')]),
    )
  })
})

test('Somebody who erases themselves is given the proof too', async () => {
  const body = { confirm: 'erase everything' }
  const answer = await server.as<{ proof: ErasureProof; proofHash: string }>('Fay', 'POST', '/api/erase', {
    body,
  })
  expect(answer.body.proof).toMatchObject({ personId: idOf('Fay'), erasedBy: null })
  expect(answer.body.proof.remaining.filter(({ why }) => why === 'unexpected')).toEqual([])
  // The hash that the file of an administrator has as well.
  const { body: erasures } = await server.as<{ proof: ErasureProof; hash: string }[]>(
    'Ada',
    'GET',
    '/api/organisation/erasures',
  )
  expect(erasures.find(({ proof }) => proof.personId === idOf('Fay'))?.hash).toBe(answer.body.proofHash)
})
