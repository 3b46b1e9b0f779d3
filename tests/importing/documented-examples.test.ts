// Every example in the page about bringing a framework is read as the page says.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintFramework } from '../../src/core/framework/lint-framework.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { textSource } from './import-source-of.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/bring-your-framework.md'), 'utf8')
const EXAMPLES = [...PAGE.matchAll(/^```([a-z-]+)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', text = '']): [string, string] => [kind, text],
)

test('there is an example of each kind', () => {
  expect(new Set(EXAMPLES.map(([kind]) => kind))).toEqual(
    new Set([
      'tables',
      'people-grid',
      'pages',
      'financial-times',
      'snowflake',
      'engineering-ladders',
      'json',
    ]),
  )
})

test.each(EXAMPLES.filter(([kind]) => kind !== 'json'))(
  'an example of %s is read without loss',
  (kind, text) => {
    const reading = readImport([textSource('example', text)])
    expect(reading.kind).toBe(kind)
    expect(reading.losses).toEqual([])
    expect(reading.problems).toEqual([])
    if (kind === 'people-grid') expect(reading.ratings).toHaveLength(4)
    else
      expect(
        lintFramework(reading.framework ?? ({} as never)).filter(({ severity }) => severity === 'error'),
      ).toEqual([])
  },
)
