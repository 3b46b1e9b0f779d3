// skillmap export-framework: what it writes, and what it refuses to write over.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readFiles, SMALL } from '../../tests/frameworks/read-files.ts'
import { runCommand } from '../../tests/recording-terminal.ts'
import { temporaryFolder } from '../../tests/test-store.ts'
import { canonicalJson } from '../core/framework/canonical-json.ts'
import { readFrameworkFolder } from '../core/framework/read-folder.ts'

const folder = temporaryFolder()
const here = (name: string) => join(folder, name)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...words: string[]) =>
  runCommand(['export-framework', ...words], { SKILLMAP_DATA: here('data') })

describe('export-framework', () => {
  test('writes a framework’s folder into a folder, and it is the same framework', async () => {
    expect(await run(SMALL, '--out', here('copy'))).toMatchObject({ code: 0 })
    expect(canonicalJson(readFrameworkFolder(readFiles(here('copy'))).framework)).toBe(
      canonicalJson(readFrameworkFolder(readFiles(SMALL)).framework),
    )
  })

  test('writes a workbook of the built-in framework without touching anybody’s data', async () => {
    expect(await run('--as', 'xlsx', '--out', here('skillmap.xlsx'))).toMatchObject({ code: 0 })
    expect(readFileSync(here('skillmap.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(existsSync(here('data'))).toBe(false)
  })

  test('shows text in the terminal', async () => {
    const csv = await run(SMALL, '--as', 'csv')
    expect(csv.out).toContain(
      'Bakehouse,bakehouse,,,Apprentice,apprentice,Baking,baking,Dough making,dough-making',
    )
  })

  test('writes over nothing, and says why', async () => {
    mkdirSync(here('full'))
    writeFileSync(here('full/notes.txt'), 'mine')
    writeFileSync(here('taken.json'), 'mine')
    const full = await run(SMALL, '--out', here('full'))
    expect([full.code, full.err]).toEqual([1, expect.stringContaining('it is not empty')])
    const taken = await run(SMALL, '--as', 'json', '--out', here('taken.json'))
    expect([taken.code, taken.err]).toEqual([1, expect.stringContaining('it exists already')])
    expect(readFileSync(here('taken.json'), 'utf8')).toBe('mine')
  })

  test('asks for a place where the terminal cannot show it, and for a form that there is', async () => {
    expect(await run(SMALL, '--as', 'xlsx')).toMatchObject({ code: 2, err: expect.stringContaining('--out') })
    expect(await run(SMALL, '--as', 'pdf')).toMatchObject({
      code: 2,
      err: expect.stringContaining('markdown'),
    })
  })

  test('says what keeps a folder from being a framework', async () => {
    const { code, err } = await run(here('full'), '--as', 'json')
    expect([code, err]).toEqual([1, expect.stringContaining('The file is missing.')])
  })
})
