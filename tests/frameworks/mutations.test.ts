// Whatever happens to the files of a framework, reading them never throws and every problem points into a file.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/framework/canonical-json.ts'
import { checkFramework } from '../../src/core/framework/check-framework.ts'
import type { FolderFile } from '../../src/core/framework/framework-files.ts'
import { judgeFramework } from '../../src/core/judging/judge-framework.ts'
import { searchPhrases } from '../../src/core/search/search-phrases.ts'
import { BUILT_IN, readFiles, SMALL } from './read-files.ts'

const small = readFiles(SMALL)
const rich = readFiles(BUILT_IN).filter((file) => file.path === 'skills/delegation.md')
const files = [...small, ...rich]

interface Mutation {
  file: number
  at: number
  length: number
  text: string
}

/** A release is tested with a hundred times as many. */
const VOLUME = process.env.SKILLMAP_VOLUME === 'release' ? 100 : 1

const SNIPPETS = [
  '',
  ' ',
  '\n',
  '\t',
  '\r\n',
  '"',
  "'",
  ':',
  ': ',
  '- ',
  '#',
  '## ',
  '### ',
  '---\n',
  '[',
  ']',
  '{',
  '}',
  ',',
  '*a',
  '&a ',
  '!!x ',
  '<<: *a',
  '|',
  '>',
  '`',
  '\\',
  '\u0000',
  '\ufeff',
  '\ud800',
  '💥',
  '__proto__: 1\n',
  'constructor',
  'toString',
  '0',
  '-1',
  '1e999',
  '.nan',
  'null',
  'true',
  '~',
  '9'.repeat(400),
  '{ id: x }',
  '[x] ',
  '<b>',
  '](',
]

const mutation: fc.Arbitrary<Mutation> = fc.record({
  file: fc.nat(files.length - 1),
  at: fc.nat(4000),
  length: fc.nat(40),
  text: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 12, unit: 'binary' })),
})

function mutated(mutations: Mutation[]): FolderFile[] {
  const changed = files.map((file) => ({ ...file }))
  for (const { file, at, length, text } of mutations) {
    const target = changed[file]
    if (target === undefined) continue
    const start = at % (target.text.length + 1)
    target.text = target.text.slice(0, start) + text + target.text.slice(start + length)
  }
  return changed
}

function expectSoundProblems(folder: FolderFile[]): void {
  const { framework, problems } = checkFramework(folder)
  for (const { file, line, message, mend } of problems) {
    expect(message.length).toBeGreaterThan(5)
    expect(mend.length).toBeGreaterThan(5)
    if (line === null) continue
    const text = folder.find((candidate) => candidate.path === file)?.text ?? ''
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line, `${file}: ${message}`).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length)
  }
  if (framework === null) return
  expect(canonicalJson(framework)).toBe(canonicalJson(JSON.parse(JSON.stringify(framework))))
  searchPhrases(framework, 'bottleneck')
  judgeFramework(framework)
}

test(
  'files with any damage are read without throwing, and every problem points to a line that exists',
  () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        expectSoundProblems(mutated(mutations))
      }),
      { numRuns: 60 * VOLUME },
    )
  },
  60_000 * VOLUME,
)

test(
  'files of anything at all are read without throwing',
  () => {
    const name = fc.constantFrom(
      'framework.yaml',
      'roles.yaml',
      'moves.yaml',
      'expectations.csv',
      'skills/a.md',
      'skills/a.de.md',
      'x',
    )
    const file = fc.record({
      path: fc.oneof(name, fc.string()),
      text: fc.string({ maxLength: 200, unit: 'binary' }),
    })
    fc.assert(
      fc.property(fc.array(file, { maxLength: 8 }), (folder) => {
        checkFramework(folder)
      }),
      { numRuns: 100 * VOLUME },
    )
  },
  60_000 * VOLUME,
)

test('files given in any order make the same framework', () => {
  const expected = canonicalJson(checkFramework(small).framework)
  fc.assert(
    fc.property(fc.shuffledSubarray(small, { minLength: small.length }), (shuffled) => {
      expect(canonicalJson(checkFramework(shuffled).framework)).toBe(expected)
    }),
    { numRuns: 10 },
  )
})
