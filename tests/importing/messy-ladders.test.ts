// Ladders as companies really keep them: notes, sums, merged headings, ticks, ranges, umlauts, words for levels.
import { expect, test } from 'vitest'
import type { Framework } from '../../src/core/framework/framework.ts'
import { lintFramework } from '../../src/core/framework/lint-framework.ts'
import { legendIn } from '../../src/core/importing/legend.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { frameworkOf, levelsOf, sample, statementsOf } from './import-source-of.ts'

const scaleOf = ({ scale }: Framework) => scale.slice(1).map(({ name }) => name)
const groupsOf = ({ groups }: Framework) => groups.map(({ name }) => name)
const told = (reading: ReturnType<typeof readImport>) =>
  reading.losses.map(({ place, what, why }) => [place.cell ?? place.line, what, why])

function soundFramework(reading: ReturnType<typeof readImport>): Framework {
  const framework = frameworkOf(reading)
  expect(lintFramework(framework).filter(({ severity }) => severity === 'error')).toEqual([])
  return framework
}

test('a German matrix with words for levels, a title, a note above, remarks and a sum', () => {
  const reading = readImport([sample('kompetenzmatrix.csv', 'a')])
  const framework = soundFramework(reading)
  expect(framework.name).toBe('Kompetenzmatrix Entwicklung (Stand März 2026)')
  expect(scaleOf(framework)).toEqual(['Grundkenntnisse', 'Anwender', 'Fortgeschritten', 'Experte'])
  expect(groupsOf(framework)).toEqual(['Technik', 'Zusammenarbeit'])
  expect(framework.skills.map(({ id }) => id)).toContain('qualitatssicherung')
  expect(levelsOf(framework, 'Lead Entwickler:in')).toEqual({
    Softwareentwurf: 4,
    Qualitätssicherung: 3,
    'Betrieb & Überwachung': 3,
    Kommunikation: 4,
    'Führung ohne Weisungsbefugnis': 4,
    'Einarbeitung neuer Kolleg:innen': 3,
  })
  expect(levelsOf(framework, 'Entwickler:in')['Führung ohne Weisungsbefugnis']).toBeUndefined()
  expect(told(reading)).toEqual([
    [2, 'Rückfragen an People & Culture', 'It stands above the headings of the table.'],
    ['G4', 'The column "Bemerkungen" with 2 values', 'It is not taken for anything that a framework has.'],
    ['A11', 'The row Summe · 12 · 18 · 22', 'It sums up other rows.'],
  ])
})

test('a page of a wiki with merged headings, groups as rows, lists in cells, and words around the table', () => {
  const reading = readImport([sample('wiki-ladder.txt', 'a')])
  const framework = soundFramework(reading)
  expect(framework.paths.map(({ name }) => name)).toEqual(['Individual contributor', 'Management'])
  expect(groupsOf(framework)).toEqual(['Craft', 'People'])
  expect(statementsOf(framework, 'Design')[1]).toEqual(['Follows existing designs', 'Asks when unclear'])
  expect(levelsOf(framework, 'M4 Engineering Manager')).toMatchObject({ Mentoring: 3, Hiring: 3 })
  expect(told(reading)).toEqual([
    [2, '5 paragraphs and list entries', 'The framework was read from the tables.'],
  ])
})

test('a table in Markdown with bold groups, ranges, a sum, and a legend that names the levels', () => {
  const reading = readImport([sample('ladder.md', 'a')])
  const framework = soundFramework(reading)
  expect(scaleOf(framework)).toEqual(['learning', 'working', 'strong', 'leading'])
  expect(groupsOf(framework)).toEqual(['Technical', 'Impact'])
  expect(levelsOf(framework, 'Senior Engineer (L3)')).toMatchObject({
    Coding: 3,
    Communication: 2,
    Mentoring: 1,
  })
  expect(levelsOf(framework, 'Junior Engineer (L1)')['System design']).toBeUndefined()
  expect(told(reading).map(([, what]) => what)).toEqual([
    '2 paragraphs and list entries',
    '"-4" of "3-4"',
    '"-2" of "1-2"',
    '"+" of "2+"',
    'The row Total · 4 · 10 · 15 · 18',
  ])
})

test('ticks below headings of levels, below headings of roles', () => {
  const reading = readImport([sample('ticks.csv', 'a')])
  const framework = soundFramework(reading)
  expect(reading.losses).toEqual([])
  expect(scaleOf(framework)).toEqual(['Basic', 'Good', 'Expert'])
  expect(levelsOf(framework, 'Engineer')).toEqual({ APIs: 1, Databases: 1, 'On-call': 1 })
  expect(levelsOf(framework, 'Staff Engineer')).toEqual({
    APIs: 3,
    Databases: 2,
    'On-call': 2,
    Observability: 2,
    Mentoring: 3,
  })
})

test('a list with the grade of the role and the expected level in columns of their own', () => {
  const reading = readImport([sample('expectations-list.csv', 'a')])
  const framework = soundFramework(reading)
  expect(framework.roles.map(({ name, band }) => [name, band])).toEqual([
    ['Software Engineer', 3],
    ['Senior Software Engineer', 4],
    ['Staff Engineer', 5],
    ['Product Manager', 4],
  ])
  expect(scaleOf(framework)).toEqual(['Learning', 'Practising', 'Leading', 'Shaping'])
  expect(levelsOf(framework, 'Senior Software Engineer')).toEqual({ 'Problem solving': 3, Communication: 2 })
  expect(statementsOf(framework, 'Problem solving')[3]).toEqual([
    'Breaks down ambiguous problems',
    'Unblocks others',
  ])
  expect(told(reading).map(([, what]) => what)).toEqual(['The column "Notes" with 1 value'])
})

test('a workbook with codes for roles, an empty column, a footnote, a sheet of definitions and one of changes', () => {
  const sheet = (name: string, rows: string[][]) => ({ kind: 'table' as const, path: 'a', sheet: name, rows })
  const reading = readImport([
    sheet('Matrix 2026', [
      ['ACME Engineering – Skill Matrix'],
      ['Please do not edit without talking to HR!'],
      [],
      ['', '', 'Individual contributors', '', '', '', 'Leads', ''],
      ['Category', 'Skill', 'L3', 'L4', 'L5', '', 'TL4', 'EM5'],
      ['Technical', 'Architecture', '1', '2', '4', '', '3', '2'],
      ['', 'Code quality', '2', '3', '3-4', '', '3', '2'],
      ['', 'Security', '', '1', '2', '', '2', '1'],
      [],
      ['Delivery', 'Planning', '1', '2', '3', '', '4', '4'],
      ['Sum', '', '4', '8', '12', '', '12', '9'],
      [],
      ['* 1 = basic, 2 = solid, 3 = strong, 4 = expert'],
      ['* Reviewed every January'],
    ]),
    sheet('Skills explained', [
      ['Skill', 'Description'],
      ['Architecture', 'Cuts systems into parts that teams can own'],
      ['Code quality', 'Leaves code others like to change'],
    ]),
    sheet('Changelog', [
      ['2026-01-03', 'added Security'],
      ['2025-11-20', 'first version'],
    ]),
  ])
  const framework = soundFramework(reading)
  expect(framework.name).toBe('ACME Engineering – Skill Matrix')
  expect(scaleOf(framework)).toEqual(['basic', 'solid', 'strong', 'expert'])
  expect(framework.paths.map(({ name }) => name)).toEqual(['Individual contributors', 'Leads'])
  expect(framework.roles.map(({ name, band }) => [name, band])).toEqual([
    ['L3', 3],
    ['L4', 4],
    ['L5', 5],
    ['TL4', 4],
    ['EM5', 5],
  ])
  expect(groupsOf(framework)).toEqual(['Technical', 'Delivery'])
  expect(framework.skills.find(({ name }) => name === 'Architecture')?.definition).toContain('teams can own')
  expect(told(reading)).toEqual([
    [1, 'The table "Changelog" with 4 cells', 'Its rows are dates: it tells what was changed when.'],
    [2, 'Please do not edit without talking to HR!', 'It stands above the headings of the table.'],
    ['E7', '"-4" of "3-4"', 'Levels are whole numbers; 3 is taken.'],
    ['A11', 'The row Sum · 4 · 8 · 12 · 12 · 9', 'It sums up other rows.'],
    [14, '* Reviewed every January', 'It is a note below the table.'],
  ])
})

test.each([
  ['1 = learning, 2 = working, 3 = strong', ['learning', 'working', 'strong']],
  ['Legende: 0: keine Erfahrung; 1: Grundlagen; 2: sicher', ['keine Erfahrung', 'Grundlagen', 'sicher']],
  ['1 – Novice | 2 – Practitioner | 3 – Expert', ['Novice', 'Practitioner', 'Expert']],
  ['Meets 1-2 times a year, 3 to 4 at most', undefined],
  ['1 = yes, 2 = no', undefined],
  ['2 = a, 1 = b, 3 = c', undefined],
])('a legend is three levels or more in their order: %s', (words, names) => {
  const legend = legendIn(words)
  expect(legend === undefined ? undefined : [...legend.values()]).toEqual(names)
})
