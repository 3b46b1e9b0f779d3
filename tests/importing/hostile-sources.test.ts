// Whatever somebody brings by mistake or on purpose ends in words, never in a fault or a long wait.
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/framework/canonical-json.ts'
import { lintFramework } from '../../src/core/framework/lint-framework.ts'
import type { ImportSource } from '../../src/core/importing/import-source.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { frameworkOf, textSource } from './import-source-of.ts'

const table = (rows: string[][]): ImportSource => ({ kind: 'table', path: 'a.xlsx', sheet: 'S', rows })

test('names that every object answers to are names like any other', () => {
  const reading = readImport([
    textSource(
      'a',
      'Skill,Engineer,Senior Engineer\n__proto__,1,2\nconstructor,2,3\ntoString,1,1\nhasOwnProperty,1,2\n',
    ),
  ])
  const framework = frameworkOf(reading)
  expect(framework.skills.map(({ name }) => name)).toEqual([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ])
  expect(lintFramework(framework).filter(({ severity }) => severity === 'error')).toEqual([])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  const roles = readImport([textSource('a', 'Role,Skill,Level\n__proto__,Design,1\nconstructor,Design,2\n')])
  expect(Object.keys(frameworkOf(roles).expectations)).toEqual(['proto', 'the-constructor'])
})

test('formulas stay words', () => {
  const framework = frameworkOf(
    readImport([
      textSource('a', 'Skill,Engineer,Senior Engineer\n"=HYPERLINK(""http://x"")",1,2\n@SUM(A1),1,2\n'),
    ]),
  )
  expect(framework.skills.map(({ name }) => name)).toEqual(['=HYPERLINK("http://x")', '@SUM(A1)'])
})

test.each<[string, ImportSource[], RegExp]>([
  [
    '100,000 columns',
    [table([Array.from({ length: 100_000 }, (_, i) => `c${i}`), ['1']])],
    /100000 columns; at most 1,000/,
  ],
  [
    'more than 200,000 cells',
    [table(Array.from({ length: 3000 }, () => Array.from({ length: 100 }, () => '1')))],
    /at most 200,000/,
  ],
  ['more than 200,000 cells in text', [textSource('a', 'a,b,c\n'.repeat(70_000))], /cells; at most 200,000/],
  [
    'more than 1,000 files',
    Array.from({ length: 1001 }, (_, i) => textSource(`${i}`, '')),
    /1001 files or sheets; at most 1,000/,
  ],
  ['nothing', [], /nothing to read/],
  ['an empty file', [textSource('a', '')], /Looked for/],
  ['an empty sheet', [table([])], /Looked for/],
  [
    'prose',
    [textSource('a.yaml', 'Dear all, we have a framework, and it is good.\n\nBest, Ada')],
    /Looked for/,
  ],
  [
    'a program as text',
    [textSource('a.csv', '\u0000\u0001ELF\u0002,\u0003\n,,,')],
    /characters that no text has/,
  ],
  ['JSON of something else', [textSource('a.json', '{"a": [1, 2, {"b": "c"}]}')], /Looked for/],
])('%s is refused with words', (_, sources, message) => {
  const reading = readImport(sources)
  expect(reading.framework).toBeNull()
  expect(reading.problems.map((problem) => problem.message).join('\n')).toMatch(message)
  for (const { mend } of reading.problems) expect(mend).not.toBe('')
})

test('more roles, skills or statements than a framework takes are refused with their number', () => {
  const skills = [
    'Skill,Engineer,Senior Engineer',
    ...Array.from({ length: 501 }, (_, i) => `Thing ${i},1,2`),
  ].join('\n')
  expect(readImport([textSource('a', skills)]).problems[0]?.message).toMatch(/501 skills; at most 500/)
  const roles = [
    'Role,Skill,Level',
    ...Array.from({ length: 301 }, (_, i) => `Role number ${i},Design,1`),
  ].join('\n')
  expect(readImport([textSource('a', roles)]).problems[0]?.message).toMatch(/301 roles; at most 300/)
  const statements = [
    'Role,Skill,Text',
    ...Array.from({ length: 20_001 }, (_, i) => `Engineer,Design,Does thing ${i}`),
  ].join('\n')
  expect(readImport([textSource('a', statements)]).problems[0]?.message).toMatch(
    /20001 statements; at most 20,000/,
  )
})

test('a cell that is too long is cut, and how much is missing is told', () => {
  const reading = readImport([
    textSource(
      'a',
      `Skill,Level 1,Level 2\nDesign,${'long '.repeat(1200)},Short and to the point\nTesting,Runs the tests,Writes tests\n`,
    ),
  ])
  expect(reading.losses).toEqual([
    {
      place: { path: 'a', line: 2, cell: 'B2' },
      what: '999 characters at the end of the cell',
      why: 'A cell may hold 5000 characters.',
    },
  ])
})

test.each<[string, string]>([
  [
    'unclosed HTML',
    '<table><tr><td>Skill<td>Engineer<td>Senior Engineer<tr><td>Design<td>1<td>2<tr><td>Testing<td>2',
  ],
  ['HTML nested a hundred thousand deep', `<div>${'<div>'.repeat(100_000)}Engineer`],
  ['tables in tables', '<table><tr><td>'.repeat(2000)],
  [
    'cells that claim to cover everything',
    `<table>${'<tr><td colspan="9999" rowspan="65000">x'.repeat(500)}</table>`,
  ],
  [
    'script in HTML',
    '<table><tr><td><script>alert(1)</script>Skill<td>Engineer<td>Senior Engineer<tr><td>Design<img onerror=x><td>1<td>2</table>',
  ],
  [
    'lists in lists in Markdown',
    `# Engineer\n${Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}- x`).join('\n')}`,
  ],
  ['brackets without end in Markdown', `# Engineer\n- ${'['.repeat(60_000)}`],
  ['JSON nested a hundred thousand deep', '['.repeat(100_000)],
  [
    'JSON that ends nested deep',
    `{"skillmap":"framework","version":1,"framework":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  ],
  ['YAML that repeats itself', `levels: &a [x]\nthemes: [${'*a, '.repeat(1000)}*a]\ncompetencies: *a\n`],
  [
    'a quote that is never closed',
    `Skill,Engineer,Senior Engineer\n"Design,1,2\n${'Testing,1,2\n'.repeat(1000)}`,
  ],
  [
    'a literal that is never closed',
    `export const tracks = {${'"a": {'.repeat(20_000)} displayName milestones`,
  ],
  ['half characters', 'Skill,Engineer,Senior Engineer\n\ud800Design,1,2\n'],
])('%s does no harm', (_, text) => {
  const reading = readImport([textSource('a', text)])
  expect(reading.framework !== null || reading.problems.length > 0).toBe(true)
  expect(canonicalJson(reading)).not.toContain('<script')
  if (reading.framework !== null)
    expect(lintFramework(reading.framework).filter(({ severity }) => severity === 'error')).toEqual([])
})
