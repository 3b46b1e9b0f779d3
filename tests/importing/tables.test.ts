// Tables in the shapes that people have, and what the person can correct about how they are understood.
import { describe, expect, test } from 'vitest'
import type { ImportSource, TableMapping } from '../../src/core/importing/import-source.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { frameworkOf, levelsOf, statementsOf, textSource } from './import-source-of.ts'

const sheet = (
  name: string,
  rows: string[][],
  more: Partial<Extract<ImportSource, { kind: 'table' }>> = {},
): ImportSource => ({
  kind: 'table',
  path: 'ladder.xlsx',
  sheet: name,
  rows,
  ...more,
})

test('a grid of skills and roles with levels, separated by semicolons and with a byte order mark', () => {
  const reading = readImport([
    textSource(
      'a.html',
      '\ufeffSkill;Engineer;Senior Engineer\r\nSystem design;1;3\r\n"Code; review";2;4\r\nTotal;3;7\r\n',
    ),
  ])
  const framework = frameworkOf(reading)
  expect(reading.kind).toBe('tables')
  expect(levelsOf(framework, 'Senior Engineer')).toEqual({ 'System design': 3, 'Code; review': 4 })
  expect(reading.losses).toEqual([
    {
      place: { path: 'a.html', line: 4, cell: 'A4' },
      what: 'The row Total · 3 · 7',
      why: 'It sums up other rows.',
    },
  ])
})

test('a long table with paths, weights, levels in words and several sentences in a cell', () => {
  const reading = readImport([
    textSource(
      'a',
      'Track,Role,Skill,Level,Expectation,Importance\nBackend,Engineer,APIs,Basic,Uses APIs,high\n,Senior Engineer,APIs,Advanced,"Designs APIs\n- versions them",must\n,,Mentoring,Basic,Helps,urgent\nWeb,Web Engineer,CSS,Intermediate,Styles,medium\n',
    ),
  ])
  const framework = frameworkOf(reading)
  expect(framework.scale.map(({ name }) => name)).toEqual([
    'Not expected',
    'Basic',
    'Intermediate',
    'Advanced',
  ])
  expect(framework.roles.map(({ name, path }) => `${path}: ${name}`)).toEqual([
    'backend: Engineer',
    'backend: Senior Engineer',
    'web: Web Engineer',
  ])
  expect(levelsOf(framework, 'Senior Engineer')).toEqual({ APIs: 3, Mentoring: 1 })
  expect(framework.expectations['senior-engineer']?.apis?.weight).toBe(3)
  expect(statementsOf(framework, 'APIs')[3]).toEqual(['Designs APIs', 'versions them'])
  expect(reading.losses.map(({ place, what }) => [place.line, what])).toEqual([[5, 'The weight "urgent"']])
})

test('merged headings are paths, and a merged column names groups', () => {
  const rows = [
    ['Our ladder'],
    ['', '', 'Individual', '', 'Management', ''],
    ['Area', 'Skill', 'Engineer', 'Staff Engineer', 'Engineering Manager', 'Director'],
    ['Craft', 'Testing', 'Writes tests', 'Shapes how we test', 'Asks for tests', 'Pays for tests'],
    ['', 'Design', 'Reads designs', 'Designs', 'Reviews designs', ''],
    ['People', 'Hiring', '', 'Interviews', 'Hires', 'Plans hiring'],
  ]
  const merges = [
    { top: 1, left: 2, bottom: 1, right: 3 },
    { top: 1, left: 4, bottom: 1, right: 5 },
    { top: 3, left: 0, bottom: 4, right: 0 },
  ]
  const reading = readImport([sheet('Sheet1', rows, { merges })])
  const framework = frameworkOf(reading)
  expect(framework.name).toBe('Our ladder')
  expect(framework.paths.map(({ name }) => name)).toEqual(['Individual', 'Management'])
  expect(framework.groups.map(({ name }) => name)).toEqual(['Craft', 'People'])
  expect(framework.skills.map(({ name, group }) => `${group}: ${name}`)).toEqual([
    'craft: Testing',
    'craft: Design',
    'people: Hiring',
  ])
  // The director says nothing about design, so what the manager does still holds.
  expect(levelsOf(framework, 'Director').Design).toBe(levelsOf(framework, 'Engineering Manager').Design)
  expect(reading.losses).toEqual([])
})

test('several sheets are several paths, and sheets of one ladder with other skills are groups', () => {
  const head = ['Skill', 'Engineer', 'Senior Engineer']
  const paths = frameworkOf(
    readImport([sheet('Backend', [head, ['APIs', '1', '2']]), sheet('Mobile', [head, ['Swift', '2', '3']])]),
  )
  expect(paths.paths.map(({ name }) => name)).toEqual(['Backend', 'Mobile'])
  expect(paths.roles.map(({ id }) => id)).toEqual([
    'backend-engineer',
    'backend-senior-engineer',
    'mobile-engineer',
    'mobile-senior-engineer',
  ])
  const groups = frameworkOf(
    readImport([
      sheet('Technical skills', [head, ['APIs', '1', '2']]),
      sheet('Soft skills', [head, ['Empathy', '2', '3']]),
    ]),
  )
  expect(groups.groups.map(({ name }) => name)).toEqual(['Technical skills', 'Soft skills'])
  expect(groups.roles).toHaveLength(2)
})

test('a grid of skills and levels with sentences, beside a grid of roles and levels', () => {
  const framework = frameworkOf(
    readImport([
      textSource(
        'a',
        '<h2>Levels</h2><table><tr><th>Competency</th><th>Level 1: Novice</th><th>Level 2</th></tr><tr><td colspan=3>Craft</td></tr><tr><td>Testing</td><td><ul><li>Writes tests</li><li>Runs them</li></ul></td><td>Designs tests</td></tr><tr><td>Design</td><td>Reads<br>designs',
      ),
      textSource('b', 'Skill,Engineer,Senior Engineer\nTesting,1,2\nDesign,,1\n'),
    ]),
  )
  expect(levelsOf(framework, 'Senior Engineer')).toEqual({ Testing: 2, Design: 1 })
  expect(statementsOf(framework, 'Testing')).toEqual({
    1: ['Writes tests', 'Runs them'],
    2: ['Designs tests'],
  })
  expect(framework.scale[1]?.name).toBe('Novice')
  expect(framework.skills.map(({ group }) => group)).toEqual(['craft', 'craft'])
})

test('levels are read from dots, stars, fractions, words with numbers and ranges, and what a range says more is told', () => {
  const reading = readImport([
    textSource(
      'a',
      'Skill,Engineer,Senior Engineer\nA b,●●○,3/5\nC d,★★☆☆,L2\nE f,Expert (4),2-3\nG h,n/a,-\nI j,soon,1\n',
    ),
  ])
  const framework = frameworkOf(reading)
  expect(levelsOf(framework, 'Engineer')).toEqual({ 'A b': 2, 'C d': 2, 'E f': 4 })
  expect(levelsOf(framework, 'Senior Engineer')).toEqual({ 'A b': 3, 'C d': 2, 'E f': 2, 'I j': 1 })
  expect(reading.losses.map(({ place, what }) => [place.cell, what])).toEqual([
    ['C4', '"-3" of "2-3"'],
    ['B6', 'soon'],
  ])
})

test('a column that is not needed is told once, with its place and how much is in it', () => {
  const reading = readImport([
    sheet('S', [
      ['Skill', 'Engineer', 'Senior Engineer', 'Comments'],
      ['Testing', '1', '2', 'ask Ada'],
      ['Design', '1', '3', ''],
    ]),
  ])
  expect(reading.losses).toEqual([
    {
      place: { path: 'ladder.xlsx', sheet: 'S', line: 1, cell: 'D1' },
      what: 'The column "Comments" with 1 value',
      why: 'It is not taken for anything that a framework has.',
    },
  ])
})

test('a mapping that the person corrected is what counts', () => {
  const source = textSource('a.csv', 'Thing,Alpha,Beta,Gamma\nNord,1,2,1\nSued,2,3,\nWest,3,1,2\n')
  const guessed = readImport([source])
  const mapping = structuredClone(guessed.mapping) as TableMapping
  const [table] = mapping.tables
  if (table === undefined) throw new Error('There is no guess.')
  expect(table.confidence).toBeLessThan(0.7)
  // The person says that rows are roles, columns are skills, and the last column is nothing.
  table.across = 'skill'
  table.columns = table.columns.map((column) => ({
    ...column,
    meaning: column.column === 0 ? 'role' : column.column === 3 ? 'ignored' : 'value',
  }))
  const reading = readImport([source], { mapping, name: 'Compass' })
  const framework = frameworkOf(reading)
  expect(framework.name).toBe('Compass')
  expect(levelsOf(framework, 'Sued')).toEqual({ Alpha: 2, Beta: 3 })
  expect(reading.sure).toBe(1)
  expect(reading.mapping).toEqual(mapping)
  expect(reading.losses.map(({ place }) => place.cell)).toEqual(['D1'])
})

test('the order of words for levels can be corrected', () => {
  const source = textSource(
    'a.csv',
    'Skill,Engineer,Senior Engineer,Staff Engineer\nA b,Kennt,Kann,Lehrt\nC d,Kann,Lehrt,Lehrt\nE f,Kennt,Kann,Kann\nG h,Kennt,Kennt,Kann\n',
  )
  const guessed = readImport([source])
  expect(guessed.mapping?.levelWords).toEqual(['Kennt', 'Kann', 'Lehrt'])
  const mapping = { tables: guessed.mapping?.tables ?? [], levelWords: ['Lehrt', 'Kann', 'Kennt'] }
  expect(levelsOf(frameworkOf(readImport([source], { mapping })), 'Engineer')).toEqual({
    'A b': 3,
    'C d': 2,
    'E f': 3,
    'G h': 3,
  })
})

test('a ladder that is written from the top down is turned round', () => {
  const framework = frameworkOf(
    readImport([textSource('a', 'Skill,Staff Engineer,Senior Engineer,Engineer\nA b,3,2,1\nC d,3,2,1\n')]),
  )
  expect(framework.roles.map(({ name, band }) => [name, band])).toEqual([
    ['Engineer', 1],
    ['Senior Engineer', 2],
    ['Staff Engineer', 3],
  ])
})

test('what stands twice with different levels is told, and the first one is kept', () => {
  const reading = readImport([
    textSource('a', 'Role,Skill,Level\nEngineer,Design,1\nSenior Engineer,Design,2\nEngineer,Design,3\n'),
  ])
  expect(levelsOf(frameworkOf(reading), 'Engineer')).toEqual({ Design: 1 })
  expect(reading.losses.map(({ place, what }) => [place.line, what])).toEqual([
    [4, 'Level 3 in Design for Engineer'],
  ])
})

test('lists of roles and of levels, and a table of weights, stand beside the grid', () => {
  const reading = readImport([
    sheet('Levels', [
      ['Skill', 'Engineer', 'Staff Engineer'],
      ['Design', '1', '3'],
      ['Testing', '2', '2'],
    ]),
    sheet('Weights', [
      ['Skill', 'Engineer', 'Staff Engineer'],
      ['Design', '1', '3'],
      ['Testing', '3', ''],
    ]),
    sheet('Roles', [
      ['Role', 'Path', 'Grade', 'Description'],
      ['Engineer', 'Individual', 'L3', 'Builds.'],
      ['Staff Engineer', 'Individual', 'L5', 'Leads by example.'],
    ]),
    sheet('Scale', [
      ['Level', 'Name', 'Description'],
      ['0', 'None', ''],
      ['1', 'Emerging', 'With help'],
      ['2', 'Working', 'Alone'],
      ['3', 'Leading', 'For others'],
    ]),
  ])
  const framework = frameworkOf(reading)
  expect(reading.losses).toEqual([])
  expect(framework.scale.map(({ name, tell }) => [name, tell])).toEqual([
    ['None', undefined],
    ['Emerging', 'With help'],
    ['Working', 'Alone'],
    ['Leading', 'For others'],
  ])
  expect(framework.roles.map(({ band, purpose }) => [band, purpose])).toEqual([
    [3, 'Builds.'],
    [5, 'Leads by example.'],
  ])
  expect(framework.bands.map(({ name }) => name)).toEqual(['L3', 'L5'])
  expect(framework.expectations['staff-engineer']).toEqual({
    design: { level: 3, weight: 3 },
    testing: { level: 2, weight: 2 },
  })
  expect(framework.skills).toHaveLength(2)
})

test('the same skills under several titles belong to roles of those titles', () => {
  const page =
    '## Baker\n| Skill | Level |\n|---|---|\n| Dough | 1, Helping |\n| Hygiene | 1 |\n## Master baker\n| Skill | Level |\n|---|---|\n| Dough | 3 |\n| Hygiene | 2 |\n'
  const framework = frameworkOf(readImport([textSource('a', page)]))
  expect(levelsOf(framework, 'Baker')).toEqual({ Dough: 1, Hygiene: 1 })
  expect(levelsOf(framework, 'Master baker')).toEqual({ Dough: 3, Hygiene: 2 })
})

describe('Several tables in one sheet', () => {
  const STACKED = [
    ['Our ladder, edition 2026'],
    ['Individual contributors'],
    ['Skill', 'Engineer', 'Senior Engineer'],
    ['Design', '1', '2'],
    ['Testing', '2', '3'],
    [],
    ['Managers'],
    ['Skill', 'Engineering Manager', 'Director'],
    ['Design', '2', '2'],
    ['Hiring', '3', '4-5'],
    [],
    [],
    ['Level', 'Name', 'Description'],
    ['1', 'Emerging', 'With help'],
    ['2', 'Working', 'Alone'],
    ['3', 'Leading', 'For others'],
    ['4', 'Shaping', 'For all'],
  ]

  test('are read as several, each with its own headings, and places count from the first cell of the sheet', () => {
    const reading = readImport([sheet('Ladder', STACKED)])
    const framework = frameworkOf(reading)
    expect(levelsOf(framework, 'Senior Engineer')).toEqual({ Design: 2, Testing: 3 })
    expect(levelsOf(framework, 'Director')).toEqual({ Design: 2, Hiring: 4 })
    expect(framework.paths.map(({ name }) => name)).toEqual(['Individual contributors', 'Managers'])
    expect(framework.scale.map(({ name }) => name)).toEqual([
      'Not expected',
      'Emerging',
      'Working',
      'Leading',
      'Shaping',
    ])
    expect(reading.losses.map(({ place, what }) => [place.cell, what])).toEqual([
      [undefined, 'Our ladder, edition 2026'],
      ['C10', '"-5" of "4-5"'],
    ])
    expect(reading.mapping?.tables.map(({ number }) => number)).toEqual([0, 1, 2])
  })

  test('are read as several in comma-separated text, where a spreadsheet wrote empty lines as commas', () => {
    const text = STACKED.map((row) => [0, 1, 2].map((column) => row[column] ?? '').join(',')).join('\n')
    expect(levelsOf(frameworkOf(readImport([textSource('a', text)])), 'Director')).toEqual({
      Design: 2,
      Hiring: 4,
    })
  })

  test('are read as several where they stand beside each other', () => {
    const reading = readImport([
      sheet('Ladder', [
        ['Skill', 'Engineer', 'Senior Engineer', '', 'Level', 'Name'],
        ['Design', '1', '2', '', '1', 'Emerging'],
        ['Testing', '2', '3', '', '2', 'Working'],
        ['Hiring', '', '1', '', '3', 'Leading'],
      ]),
    ])
    const framework = frameworkOf(reading)
    expect(reading.losses).toEqual([])
    expect(levelsOf(framework, 'Senior Engineer')).toEqual({ Design: 2, Testing: 3, Hiring: 1 })
    expect(framework.scale.map(({ name }) => name)).toEqual([
      'Not expected',
      'Emerging',
      'Working',
      'Leading',
    ])
  })

  test('are one table where an empty row only sets a group of skills apart, or an empty column some roles', () => {
    const reading = readImport([
      sheet('Ladder', [
        ['Skill', 'Engineer', 'Senior Engineer', '', 'Engineering Manager'],
        ['Craft'],
        ['Design', '1', '2', '', '2'],
        [],
        ['People'],
        ['Hiring', '', '1', '', '3'],
        ['Domain', '2', '3', '', '3'],
      ]),
    ])
    const framework = frameworkOf(reading)
    expect(reading.mapping?.tables).toHaveLength(1)
    expect(framework.groups.map(({ name }) => name)).toEqual(['Craft', 'People'])
    expect(levelsOf(framework, 'Engineering Manager')).toEqual({ Design: 2, Hiring: 3, Domain: 3 })
  })
})
