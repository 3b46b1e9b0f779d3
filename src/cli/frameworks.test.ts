// Several frameworks on the command line: bringing one, using it, looking at another, going back.
import { existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ran, runCommand } from '../../tests/recording-terminal.ts'
import { templateFile, temporaryFolder } from '../../tests/test-store.ts'

const folder = temporaryFolder()
const dataDir = join(folder, 'data')
const env: Record<string, string> = { SKILLMAP_DATA: dataDir }
const ladder = join(folder, 'ladder.csv')

const run = (line: string): Promise<Ran> => runCommand(line.split(' '), env)

beforeAll(async () => {
  env.SKILLMAP_TEMPLATE = await templateFile()
  writeFileSync(
    ladder,
    'Area,Skill,Engineer,Senior Engineer\nCraft,Testing,2,3\nPeople,Mentoring,1,3\nPeople,Hiring,0,2\n',
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a framework that was never brought', () => {
  test('is looked at in its folder, and no data is made for that', async () => {
    const small = '--framework tests/frameworks/small'
    for (const line of ['role baker', 'skill hygiene', 'compare apprentice baker', 'move apprentice baker']) {
      const ran = await run(`${line} ${small}`)
      expect([ran.code, ran.err], line).toEqual([0, ''])
    }
    const focus = await run(`focus --from apprentice --to master-baker ${small}`)
    expect([focus.code, focus.err]).toEqual([0, ''])
    expect(existsSync(dataDir)).toBe(false)
  })

  test('is spoken of in whole sentences: one skill', async () => {
    const compared = (await run('compare apprentice baker --framework tests/frameworks/small')).out
    expect(compared).toMatch(/\n\nOne skill is asked of both at the same level\.\n$/)
  })

  test('has no ratings: it must be brought first', async () => {
    const ran = await run('assess --framework tests/frameworks/small')
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('skillmap import tests/frameworks/small')
  })
})

describe('a framework that is brought', () => {
  test('is shown and not kept before somebody says so', async () => {
    const ran = await run(`import ${ladder}`)
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('Understood: 1 path, 2 roles, 2 groups, 3 skills')
    const words = ran.out.replaceAll(/\s+/g, ' ')
    expect(words).toContain('Each row names a skill; the headings name roles; the cells hold levels.')
    expect(ran.err).toContain('Nothing was kept.')
  })

  test('is read as a corrected mapping says', async () => {
    const { reading } = JSON.parse((await run(`import ${ladder} --json`)).out) as {
      reading: { mapping: { tables: { columns: { column: number; meaning: string }[] }[] } }
    }
    for (const column of reading.mapping.tables[0]?.columns ?? [])
      if (column.column === 0) column.meaning = 'ignored'
    const file = join(folder, 'mapping.json')
    writeFileSync(file, JSON.stringify(reading.mapping))
    const corrected = await run(`import ${ladder} --mapping ${file}`)
    expect(corrected.out).toContain('1 group')
  })

  test('is in use then, for every command, until another one is', async () => {
    const kept = await run(`import ${ladder} --yes --name Ours --id ours`)
    expect([kept.code, kept.err]).toEqual([0, ''])
    expect(kept.out).toContain('Kept as Ours (ours), and in use now.')
    expect((await run('role senior-engineer')).out).toContain('Mentoring')
    expect((await run('role senior-engineer --framework skillmap')).out).toContain('Mentoring')
    expect((await run('skill system-design')).err).toContain('No skill is called')
    expect((await run('move senior-engineer engineer')).out).toMatch(/it describes none\s+at all\./)
    const list = await run('frameworks')
    expect(list.out).toMatch(/Ours \(ours\), yours\n {2}\*/)
    const back = await run('use skillmap')
    expect(back.out).toContain('Your map is drawn from Skillmap')
    expect(back.out).toMatch(/stays there: skillmap\s+use [0-9a-f]{8}\s+brings it back/)
    expect((await run('skill system-design')).code).toBe(0)
    expect((await run('use ours --json')).code).toBe(0)
    expect((await run('use nobodys')).err).toContain('There are: ')
  })

  test('may be a folder', async () => {
    const ran = await run('import tests/frameworks/small --yes --no-use --json')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(JSON.parse(ran.out)).toMatchObject({ name: 'The corner bakery' })
  })
})

describe('what cannot be brought', () => {
  test('is said to be too large before it is read', async () => {
    const large = join(folder, 'large.csv')
    writeFileSync(large, 'a,b\n')
    truncateSync(large, 200 * 1024 * 1024)
    const ran = await run(`import ${large}`)
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/holds 200 MB; at most \d+ MB are read/)
  })

  test('is said to be missing, empty, or half an export', async () => {
    expect((await run(`import ${join(folder, 'nothing.csv')}`)).err).toContain('is not there')
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    expect((await run(`import ${empty}`)).err).toContain('holds no files')
    const half = join(folder, 'half.json')
    writeFileSync(half, '{"schema":"skillmap-personal-export","schemaVer')
    expect((await run(`import ${half}`)).err).toContain('damaged or was only half written')
  })
})
