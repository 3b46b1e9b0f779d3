// Several frameworks: choosing the one in use, going back, making one's own, and removing it.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Assessment, Rating } from '../../src/core/assessment/assessment.ts'
import type { Framework } from '../../src/core/framework/framework.ts'
import type { Target } from '../../src/core/target/target.ts'
import type { ListedFramework } from '../../src/server/framework/framework-list.ts'
import { keepFramework } from '../../src/server/open-services.ts'
import {
  filesHashOf,
  findFrameworkFiles,
  stageFrameworkFolder,
} from '../../src/store/framework/framework-folders.ts'
import { expectProblem, namesOf, UNKNOWN } from './expect-problem.ts'
import { openTestServer, type TestServer } from './test-server.ts'

interface Label {
  id: string
  digest: string
  name: string
}
interface Me {
  framework: Label
  target: Target | null
  openAssessment: Assessment | null
  levels: Rating[]
}
interface FrameworkList {
  inUse: Label & { revisionId: string | null }
  frameworks: ListedFramework[]
}

let server: TestServer

beforeEach(async () => {
  server = await openTestServer()
})

afterEach(async () => {
  await server.dispose()
})

const list = async () => (await server.call<FrameworkList>('GET', '/api/frameworks')).body
const me = async () => (await server.call<Me>('GET', '/api/me')).body

const makeMine = (id: string, key = `make-${id}`) =>
  server.call<Label>('POST', '/api/own-frameworks', {
    headers: { 'idempotency-key': key },
    body: { digest: server.current.digest, id, name: 'Our ladder' },
  })

async function use(digest: string) {
  const { inUse } = await list()
  const headers: Record<string, string> =
    inUse.revisionId === null ? { 'if-none-match': '*' } : { 'if-match': `"${inUse.revisionId}"` }
  return server.call<Label>('PUT', '/api/framework-in-use', {
    headers,
    body: { digest, revisionId: randomUUID() },
  })
}

const aim = (frameworkDigest: string, role: string, headers: Record<string, string>) =>
  server.call<Target>('PUT', '/api/target', {
    headers,
    body: { frameworkDigest, role, destinations: ['stay'], revisionId: randomUUID() },
  })

describe('frameworks', () => {
  test('begin with the built-in one in use, without anybody having chosen it', async () => {
    expect(await list()).toMatchObject({
      inUse: { id: 'skillmap', digest: server.current.digest, revisionId: null },
      frameworks: [{ id: 'skillmap', kind: 'built-in', folder: null, versions: [{ source: 'built-in' }] }],
    })
  })

  test('are made one’s own as a copy in a folder, and the original stays', async () => {
    const made = await makeMine('our-ladder')
    expect(made.status, made.text).toBe(201)
    const whole = await server.call<Framework>('GET', `/api/frameworks/${made.body.digest}`)
    expect(whole.body).toEqual({ ...server.current.framework, id: 'our-ladder', name: 'Our ladder' })
    const listed = (await list()).frameworks
    expect(listed.map(({ id, kind, folder }) => [id, kind, folder?.state])).toEqual([
      ['skillmap', 'built-in', undefined],
      ['our-ladder', 'own', 'published'],
    ])
    const again = await makeMine('our-ladder')
    expect([again.status, again.body.digest]).toEqual([201, made.body.digest])
    const other = await makeMine('our-ladder', 'another-request')
    expect(namesOf(expectProblem(other, 422, 'invalid'))).toEqual(['#/id'])
  })

  test('of one’s own have an id that no other has and every file system takes', async () => {
    for (const id of ['skillmap', 'Our Ladder', '../up', 'con', 'x'.repeat(80)])
      expect(namesOf(expectProblem(await makeMine(id), 422, 'invalid')), id).toEqual(['#/id'])
    expect((await list()).frameworks).toHaveLength(1)
  })

  test('changed on the disk are not used until they are published', async () => {
    const made = await makeMine('our-ladder')
    const file = join(server.store.places.frameworks, 'our-ladder', 'framework.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('name: Our ladder', 'name: Our other ladder'))
    const own = (await list()).frameworks.find((one) => one.id === 'our-ladder')
    expect(own?.folder?.state).toBe('changed')
    expect(own?.versions.map((version) => version.digest)).toEqual([made.body.digest])
    const publish = (key: string) =>
      server.call<Label>('POST', '/api/own-frameworks/our-ladder/publications', {
        headers: { 'idempotency-key': key },
        body: { effectiveFrom: '2027-01-01', note: 'A better name.', approvers: ['Ada'] },
      })
    const published = await publish('publish')
    expect([published.status, published.body.name]).toEqual([201, 'Our other ladder'])
    const after = (await list()).frameworks.find((one) => one.id === 'our-ladder')
    expect(after?.folder?.state).toBe('published')
    expect(after?.versions.find((version) => version.digest === published.body.digest)).toMatchObject({
      effectiveFrom: '2027-01-01',
      note: 'A better name.',
      approvers: ['Ada'],
      source: 'edited',
    })
    expect((await me()).framework.digest).toBe(server.current.digest)
    writeFileSync(file, 'name: [unclosed')
    const problem = expectProblem(await publish('broken'), 422, 'invalid')
    expect(namesOf(problem)[0]).toMatch(/^framework\.yaml/)
  })
})

describe('another framework in use', () => {
  test('hides nothing for good: ratings and targets stay with theirs and are there on the way back', async () => {
    const first = server.current.digest
    const open = await server.openAssessment()
    await server.rate(open.id, 'mentoring', 3)
    const target = await aim(first, 'senior-engineer', { 'if-none-match': '*' })
    const mine = (await makeMine('our-ladder')).body.digest
    expect((await me()).framework.digest).toBe(first)

    expect((await use(mine)).status).toBe(200)
    expect(await me()).toMatchObject({
      framework: { id: 'our-ladder', digest: mine },
      target: null,
      openAssessment: null,
      levels: [],
    })
    const there = await aim(mine, 'tech-lead', { 'if-none-match': '*' })
    expect(there.status, there.text).toBe(200)
    expect((await me()).target).toEqual(there.body)

    await use(first)
    const back = await me()
    expect(back.target).toEqual(target.body)
    expect(back.openAssessment?.id).toBe(open.id)
    expect(back.levels).toMatchObject([{ skill: 'mentoring', level: 3 }])
    const onward = await aim(first, 'tech-lead', { 'if-match': `"${target.body.revisionId}"` })
    expect([onward.status, onward.body.version]).toEqual([200, 3])
    expect((await server.call<Me>('GET', `/api/me?framework=${mine}`)).body.target).toEqual(there.body)
  })

  test('is chosen once by two windows: the second one is told, and a retry of one’s own succeeds', async () => {
    const mine = (await makeMine('our-ladder')).body.digest
    const choice = { digest: mine, revisionId: randomUUID() }
    const first = { headers: { 'if-none-match': '*' }, body: choice }
    expect((await server.call('PUT', '/api/framework-in-use', first)).status).toBe(200)
    expect((await server.call('PUT', '/api/framework-in-use', first)).status).toBe(200)
    const late = { ...first, body: { digest: server.current.digest, revisionId: randomUUID() } }
    const refused = expectProblem(await server.call('PUT', '/api/framework-in-use', late), 412, 'stale')
    expect(refused.current).toMatchObject(choice)
    expectProblem(await server.call('PUT', '/api/framework-in-use', { body: choice }), 428, 'no-precondition')
  })

  test('must be one that there is', async () => {
    const nothing = 'f'.repeat(64)
    expect(namesOf(expectProblem(await use(nothing), 422, 'invalid'))).toEqual(['#/digest'])
    expectProblem(await server.call('GET', `/api/me?framework=${nothing}`), 422, 'invalid')
  })

  test('is in the export, with its content, and in use again where that is imported', async () => {
    const mine = (await makeMine('our-ladder')).body.digest
    await use(mine)
    const { body } = await server.call('GET', '/api/export')
    expect(body).toMatchObject({ frameworkInUse: mine, frameworks: [{ digest: mine }] })
    const elsewhere = await openTestServer()
    try {
      const headers = { 'idempotency-key': 'import' }
      expect((await elsewhere.call('POST', '/api/import', { headers, body })).status).toBe(200)
      expect((await elsewhere.call<Me>('GET', '/api/me')).body.framework.digest).toBe(mine)
      const { frameworks } = (await elsewhere.call<FrameworkList>('GET', '/api/frameworks')).body
      expect(frameworks.map((one) => [one.id, one.kind])).toContainEqual(['our-ladder', 'kept'])
    } finally {
      await elsewhere.dispose()
    }
  })
})

describe('a framework of one’s own', () => {
  const remove = (id: string) => server.call('DELETE', `/api/own-frameworks/${id}`)

  test('goes, folder and all, when nothing refers to it', async () => {
    const mine = (await makeMine('our-ladder')).body.digest
    expect((await remove('our-ladder')).status).toBe(204)
    expect((await list()).frameworks.map((one) => one.id)).toEqual(['skillmap'])
    expect(existsSync(join(server.store.places.frameworks, 'our-ladder'))).toBe(false)
    expectProblem(await remove('our-ladder'), 404, 'not-found')
    expectProblem(await remove(UNKNOWN), 404, 'not-found')
    expectProblem(await server.call('GET', `/api/frameworks/${mine}`), 404, 'not-found')
  })

  test('stays while it is in use, and while something refers to it', async () => {
    const mine = (await makeMine('our-ladder')).body.digest
    await use(mine)
    expectProblem(await remove('our-ladder'), 409, 'conflict')
    await aim(mine, 'tech-lead', { 'if-none-match': '*' })
    await use(server.current.digest)
    expectProblem(await remove('our-ladder'), 409, 'conflict')
    expect((await list()).frameworks.find((one) => one.id === 'our-ladder')?.versions).toHaveLength(1)
    expect(existsSync(join(server.store.places.frameworks, 'our-ladder', 'framework.yaml'))).toBe(true)
    expectProblem(await remove('skillmap'), 409, 'conflict')
  })

  test('is whole after a crash at any step of writing it', async () => {
    const { places } = server.store
    await makeMine('our-ladder')
    const published = findFrameworkFiles(places, 'our-ladder') ?? []
    const restart = () => keepFramework(server.store, server.current, null)
    // Before the commit: the database knows nothing of it.
    stageFrameworkFolder(places, 'our-ladder', [{ path: 'framework.yaml', text: 'name: Half' }])
    await restart()
    expect(filesHashOf(findFrameworkFiles(places, 'our-ladder') ?? [])).toBe(filesHashOf(published))
    // After the commit, before the new folder was put in place, with the old one out of the way already.
    renameSync(join(places.frameworks, 'our-ladder'), join(places.frameworks, '.before-our-ladder'))
    stageFrameworkFolder(places, 'our-ladder', published)
    await restart()
    expect(filesHashOf(findFrameworkFiles(places, 'our-ladder') ?? [])).toBe(filesHashOf(published))
    expect(existsSync(join(places.frameworks, '.next-our-ladder'))).toBe(false)
  })
})
