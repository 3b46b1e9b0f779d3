// Each guard of the house is shown a violation and must refuse it: a guard that sleeps is worse than none.
import { describe, expect, it } from 'vitest'
import { compileRoom, lintFile, withPlanted } from './planted-project.ts'

const upwardImports = [
  { from: 'core', to: 'store' },
  { from: 'core', to: 'server' },
  { from: 'store', to: 'server' },
  { from: 'web', to: 'server' },
  { from: 'web', to: 'store' },
  { from: 'server', to: 'web' },
  { from: 'server', to: 'cli' },
  { from: 'web', to: 'site' },
  { from: 'site', to: 'server' },
  { from: 'site', to: 'store' },
]

describe('the compiler keeps the directions between rooms', () => {
  it.each(upwardImports)('refuses $from importing from $to', ({ from, to }) => {
    const planted = `import { ${to}Stone } from '../${to}/${to}-stone.ts'\nexport const stolen = ${to}Stone\n`
    const verdict = withPlanted({ [`src/${from}/planted.ts`]: planted }, (folder) =>
      compileRoom(folder, from),
    )
    expect(verdict.output).toMatch(/TS6307|TS6059/)
    expect(verdict.passed).toBe(false)
  })

  it('accepts the house as it is meant to be', () => {
    const planted = {
      'src/server/planted.ts':
        "import { storeStone } from '../store/store-stone.ts'\nexport const fine = storeStone\n",
    }
    const verdict = withPlanted(planted, (folder) => compileRoom(folder, 'cli'))
    expect(verdict.output).toBe('')
    expect(verdict.passed).toBe(true)
  })

  it.each([
    ['the page', 'export const title = document.title\n', /TS2584|TS2304/],
    ['the process', 'export const home = process.env.HOME\n', /TS2580|TS2591|TS2304/],
    [
      'the disk',
      "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
      /TS2307|TS2591|TS2580/,
    ],
  ])('refuses core touching %s', (_what, text, code) => {
    const verdict = withPlanted({ 'src/core/planted.ts': text }, (folder) => compileRoom(folder, 'core'))
    expect(verdict.output).toMatch(code)
    expect(verdict.passed).toBe(false)
  })
})

describe('the linter keeps what the compiler cannot see', () => {
  it.each([
    ['the time of day', 'src/core/planted.ts', 'export const now = Date.now()\n', /no clock/],
    ['a new date', 'src/core/planted.ts', 'export const now = new Date()\n', /no clock/],
    [
      'a random number',
      'src/core/planted.ts',
      'export const dice = Math.random()\n',
      /no clock and no randomness/,
    ],
    [
      'Node in core',
      'src/core/planted.ts',
      "import { join } from 'node:path'\nexport const j = join\n",
      /nothing of Node/,
    ],
    [
      'the server in the store',
      'src/store/planted.ts',
      "import { serverStone } from '../server/server-stone.ts'\nexport const s = serverStone\n",
      /core only/,
    ],
    [
      'schemas in the pages',
      'src/web/planted.ts',
      "import { z } from 'zod'\nexport const s = z.string()\n",
      /never schemas/,
    ],
    [
      'the disk in a site',
      'src/site/planted.ts',
      "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
      /cli writes them/,
    ],
    [
      'the router in a site',
      'src/site/planted.ts',
      "import { Link } from '@tanstack/react-router'\nexport const stolen = Link\n",
      /no router/,
    ],
    ['a default export', 'src/core/planted.ts', 'export default 1\n', /noDefaultExport/],
    ['any', 'src/core/planted.ts', 'export const a: any = 1\n', /noExplicitAny/],
    [
      'a skipped test',
      'src/core/planted.test.ts',
      "import { it } from 'vitest'\nit.skip('x', () => {})\n",
      /noSkippedTests/,
    ],
  ])('refuses %s', (_what, path, text, message) => {
    const verdict = withPlanted({ [path]: text }, (folder) => lintFile(folder, path))
    expect(verdict.output).toMatch(message)
    expect(verdict.passed).toBe(false)
  })

  it('refuses two files that import each other', () => {
    const planted = {
      'src/core/first.ts': "import { second } from './second.ts'\nexport const first = () => second\n",
      'src/core/second.ts': "import { first } from './first.ts'\nexport const second = () => first\n",
    }
    const verdict = withPlanted(planted, (folder) => lintFile(folder, 'src/core/first.ts'))
    expect(verdict.output).toMatch(/noImportCycles/)
    expect(verdict.passed).toBe(false)
  })

  it('lets a date be made from a given moment', () => {
    const planted = { 'src/core/planted.ts': 'export const day = (iso: string) => new Date(iso)\n' }
    const verdict = withPlanted(planted, (folder) => lintFile(folder, 'src/core/planted.ts'))
    expect(verdict.output).not.toMatch(/no clock/)
    expect(verdict.passed).toBe(true)
  })
})
