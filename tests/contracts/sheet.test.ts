// The sheet that says who sees what: no table, no column and no view is left out of it, and everybody reads it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { or, owner } from '../../src/core/access/rule.ts'
import { sayRule } from '../../src/core/access/say-rule.ts'
import { missingWords, type Sheet } from '../../src/core/organisation/sheet.ts'
import { SHEET_NOUNS } from '../../src/core/organisation/sheet-nouns.ts'
import { VIEW_WORDS } from '../../src/core/organisation/view-words.ts'
import { VIEWS } from '../../src/core/organisation/views.ts'
import { listColumnTags } from '../../src/store/column-tags.ts'
import { openTeamServer, type TeamServer } from './team-server.ts'

let server: TeamServer
beforeAll(async () => {
  server = await openTeamServer()
})
afterAll(() => server.dispose())

const read = async () => (await server.as<Sheet>('Bea', 'GET', '/api/organisation/sheet')).body

describe('The sheet', () => {
  test('has words for every table, every purpose of a column and every view', async () => {
    const tags = await server.store.database.alone(listColumnTags)
    expect(missingWords(tags)).toEqual([])
    expect(
      missingWords([
        ...tags,
        { table: 'shoe', column: 'size', owner: null, subject: null, purpose: 'fun', retention: 'org' },
      ]),
    ).toEqual(['the table shoe', 'the purpose fun'])
    const told = SHEET_NOUNS.flatMap(({ tables }) => tables)
    expect(new Set(told).size).toBe(told.length)
    for (const view of VIEWS) for (const words of Object.values(VIEW_WORDS[view])) expect(words).not.toBe('')
  })

  test('names every stored column but that of the organisation itself', async () => {
    const tags = await server.store.database.alone(listColumnTags)
    const { sections } = await read()
    const named = sections.flatMap(({ columns }) => columns.map(({ name }) => name))
    expect(named.sort()).toEqual(
      tags
        .filter(({ column }) => column !== 'org_id')
        .map(({ table, column }) => `${table}.${column}`)
        .sort(),
    )
  })

  test('says the rules by which the program decides', async () => {
    const { sections } = await read()
    const held = sections.find(({ title }) => title.startsWith('The role that the organisation'))
    expect(held?.who).toContainEqual({
      may: 'see',
      words: 'the person whose it is; their manager of today; administrators of people',
    })
    const evidence = sections.find(({ title }) => title === 'Evidence')
    expect(evidence).toMatchObject({
      who: [{ may: 'see', words: 'the person whose it is' }, {}, {}],
      keeps: ['until the person is erased'],
    })
    expect(sayRule(or(owner, { kind: 'and', rules: [] }))).toBe('the person whose it is; nobody')
  })

  test('says which views are on and what for, without letting anybody’s words become markup', async () => {
    expect((await read()).views.every(({ on }) => on === null)).toBe(true)
    const body = { purpose: 'To see <b>where</b> help is needed\n# not a heading' }
    await server.as('Ada', 'PUT', '/api/views/team-map', { body })
    expect((await read()).views[0]?.on).toMatchObject({ since: '2026-11-23' })
    const page = await server.as('Bea', 'GET', '/api/organisation/sheet?format=markdown')
    expect(page.headers.get('content-type')).toContain('text/markdown')
    expect(page.text).toContain('On since 2026-11-23. Purpose: To see \\<b\\>where')
    expect(page.text).not.toMatch(/^# not|<b>/m)
  })

  test('is there for the terminal of the server, and for no visitor', async () => {
    const page = await server.operator('GET', '/api/operator/sheet?format=markdown')
    expect([page.status, page.text.startsWith('# Who sees what')]).toEqual([200, true])
    expect((await server.raw('GET', '/api/organisation/sheet')).status).toBe(401)
  })
})
