// A site takes its place whole, and nothing of the person's is lost.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../tests/recording-terminal.ts'
import { temporaryFolder } from '../../tests/test-store.ts'
import { SITE_MARKER, writeSite } from './write-site.ts'

const root = temporaryFolder()
const here = (name: string) => join(root, name)
const framework = { id: 'bakery', name: 'Bakery', version: '1', digest: 'f'.repeat(64) }
const page = (text: string) => [{ path: 'index.html', text }]
const write = (out: string, files = page('one')) => writeSite(here(out), files, here('built'), framework)
const read = (file: string) => readFileSync(here(file), 'utf8')

beforeAll(() => {
  mkdirSync(here('built'))
  writeFileSync(here('built/site.css'), 'body{}')
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('writing a site', () => {
  test('makes the folder, with pages, assets and a mark that says whose it is', () => {
    write('made/deep')
    expect(read('made/deep/index.html')).toBe('one')
    expect(read('made/deep/assets/site.css')).toBe('body{}')
    expect(JSON.parse(read(`made/deep/${SITE_MARKER}`))).toMatchObject({ skillmap: 'site', framework })
    expect(readdirSync(here('made'))).toEqual(['deep'])
  })

  test('replaces its own site, leaves no page of the one before, and keeps what the person added', () => {
    write('again', [...page('one'), { path: 'roles/gone.html', text: 'gone' }])
    mkdirSync(here('again/.git'))
    writeFileSync(here('again/.git/HEAD'), 'ref')
    writeFileSync(here('again/CNAME'), 'careers.example.org')
    write('again', page('two'))
    expect(read('again/index.html')).toBe('two')
    expect(existsSync(here('again/roles'))).toBe(false)
    expect([read('again/CNAME'), read('again/.git/HEAD')]).toEqual(['careers.example.org', 'ref'])
    expect(readdirSync(root).filter((name) => name.startsWith('.again'))).toEqual([])
  })

  test('does not touch a folder that it did not write, nor a file', () => {
    mkdirSync(here('mine'))
    writeFileSync(here('mine/index.html'), 'mine')
    expect(() => write('mine')).toThrow('Skillmap did not write it')
    expect(read('mine/index.html')).toBe('mine')
    writeFileSync(here('file'), 'mine')
    expect(() => write('file')).toThrow('is a file')
    expect(read('file')).toBe('mine')
  })

  test('leaves the old site as it was when the new one cannot be finished', () => {
    write('kept')
    const impossible = [...page('two'), { path: 'index.html/inside.html', text: 'never' }]
    expect(() => write('kept', impossible)).toThrow('was not written')
    expect(read('kept/index.html')).toBe('one')
    expect(readdirSync(root).filter((name) => name.startsWith('.kept'))).toEqual([])
  })
})

describe('skillmap publish', () => {
  test('asks for a folder and a whole address before it does anything', async () => {
    const run = (...words: string[]) => runCommand(['publish', ...words], { SKILLMAP_DATA: here('data') })
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('--out is missing') })
    for (const address of ['careers', 'ftp://example.org/', 'https://example.org/?a=b']) {
      const ran = await run('--out', here('never'), '--base-url', address)
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('--base-url takes')])
    }
    const foreign = await run('--out', here('mine'))
    expect([foreign.code, foreign.err]).toEqual([1, expect.stringContaining('Skillmap did not write it')])
    expect(existsSync(here('data'))).toBe(false)
  })
})
