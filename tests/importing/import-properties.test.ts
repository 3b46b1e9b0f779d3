// Rules that hold for every import: grids come back, reading is the same twice, nothing throws, results pass lint.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/framework/canonical-json.ts'
import { lintFramework } from '../../src/core/framework/lint-framework.ts'
import { hasErrors } from '../../src/core/framework/problem.ts'
import { frameworkJson } from '../../src/core/importing/framework-json.ts'
import type { ColumnMeaning, ImportReading, ImportSource } from '../../src/core/importing/import-source.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { sample } from './import-source-of.ts'

const ROLES = [
  'Engineer',
  'Senior Engineer',
  'Staff Engineer',
  'Principal Engineer',
  'Engineering Manager',
  'Director',
]
const SKILLS = [
  'System design',
  'Code review',
  'Giving feedback',
  'Hiring, and onboarding',
  'C++ & "Rust"',
  'Qualität',
  'Prioritisation; planning',
  'On-call | incidents',
]

interface Grid {
  roles: string[]
  skills: string[]
  /** By skill, then role; null where nothing is expected. */
  levels: (number | null)[][]
  turned: boolean
}

const grid: fc.Arbitrary<Grid> = fc
  .record({
    roles: fc.subarray(ROLES, { minLength: 2 }),
    skills: fc.subarray(SKILLS, { minLength: 2 }),
    turned: fc.boolean(),
  })
  .chain(({ roles, skills, turned }) =>
    fc.record({
      roles: fc.constant(roles),
      skills: fc.constant(skills),
      turned: fc.constant(turned),
      levels: fc.array(
        fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }), {
          minLength: roles.length,
          maxLength: roles.length,
        }),
        { minLength: skills.length, maxLength: skills.length },
      ),
    }),
  )
  // A grid needs a level in each column, or nobody can tell that it is one.
  .filter(
    ({ levels, roles }) =>
      roles.every((_, role) => levels.some((row) => row[role] !== null)) &&
      levels.every((row) => row.some((level) => level !== null)),
  )

function rowsOf({ roles, skills, levels, turned }: Grid): string[][] {
  const cell = (skill: number, role: number) => String(levels[skill]?.[role] ?? '')
  if (turned)
    return [
      ['Role', ...skills],
      ...roles.map((name, role) => [name, ...skills.map((_, skill) => cell(skill, role))]),
    ]
  return [
    ['Skill', ...roles],
    ...skills.map((name, skill) => [name, ...roles.map((_, role) => cell(skill, role))]),
  ]
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const escaped = (cell: string) => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const WRITERS: [string, (rows: string[][]) => ImportSource][] = [
  ['commas', (rows) => text(rows.map((row) => row.map(quoted).join(',')).join('\r\n'))],
  ['semicolons', (rows) => text(`\ufeff${rows.map((row) => row.map(quoted).join(';')).join('\n')}`)],
  [
    'tabs',
    (rows) =>
      text(
        rows
          .map((row) => row.map((cell) => (cell.startsWith('"') ? quoted(cell) : cell)).join('\t'))
          .join('\n'),
      ),
  ],
  [
    'HTML',
    (rows) =>
      text(
        `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
      ),
  ],
  ['Markdown', (rows) => text(markdownOf(rows))],
  ['a sheet', (rows) => ({ kind: 'table', path: 'x', sheet: 'Sheet 1', rows })],
]

function markdownOf([head = [], ...body]: string[][]): string {
  const line = (row: string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}

function text(content: string): ImportSource {
  return { kind: 'text', path: 'misleading.json', text: content }
}

/** Level by the names of skill and role, in any order. */
function levelsIn({ framework }: ImportReading): Record<string, number> {
  const found: Record<string, number> = {}
  for (const role of framework?.roles ?? []) {
    for (const skill of framework?.skills ?? []) {
      const level = framework?.expectations[role.id]?.[skill.id]?.level
      if (level !== undefined) found[`${skill.name} · ${role.name}`] = level
    }
  }
  return found
}

test.each(WRITERS)('any grid of roles and skills is read back from %s to the same levels', (_, write) => {
  fc.assert(
    fc.property(grid, (own) => {
      const reading = readImport([write(rowsOf(own))])
      const wanted: Record<string, number> = {}
      for (const [skill, row] of own.levels.entries())
        for (const [role, level] of row.entries())
          if (level !== null) wanted[`${own.skills[skill]} · ${own.roles[role]}`] = level
      expect(levelsIn(reading)).toEqual(wanted)
      expect(reading.losses).toEqual([])
      expect(reading.framework === null || hasErrors(lintFramework(reading.framework))).toBe(false)
    }),
    { numRuns: 40 },
  )
})

const sentence = fc
  .tuple(
    fc.constantFrom('Writes', 'Designs', 'Reviews', 'Explains', 'Leads'),
    fc.integer({ min: 1, max: 10_000 }),
  )
  .map(([verb, number]) => `${verb} something of size ${number} with the people around`)
const sentences = fc.array(fc.array(sentence, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 })

test.each(WRITERS)('every sentence of a grid read from %s is a statement of its skill', (_, write) => {
  fc.assert(
    fc.property(sentences, (cells) => {
      const names = SKILLS.slice(0, cells.length)
      const reading = readImport([
        write([['', ...ROLES.slice(0, 3)], ...names.map((name, row) => [name, ...(cells[row] ?? [])])]),
      ])
      expect(reading.losses).toEqual([])
      for (const [row, name] of names.entries()) {
        const anchors = reading.framework?.skills.find((skill) => skill.name === name)?.anchors ?? []
        const told = anchors.flatMap(({ behaviours }) => behaviours.map((behaviour) => behaviour.text))
        for (const words of cells[row] ?? []) expect(told.some((own) => own.endsWith(words))).toBe(true)
      }
    }),
    { numRuns: 20 },
  )
})

const row = fc.record({
  role: fc.constantFrom('', 'Engineer', 'Senior Engineer'),
  skill: fc.constantFrom('', 'Design', 'Testing'),
  level: fc.constantFrom('', '0', '1', '2', 'soon', '2-3', 'Expert'),
  hasText: fc.boolean(),
  weight: fc.constantFrom('', '0', '2', 'lots'),
})

test('of a list every sentence, and every level that is none, is in the framework or among the losses', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (list) => {
      const own = list.map(({ hasText, ...cells }, index) => ({
        ...cells,
        text: hasText ? `Does the thing number ${index}` : '',
      }))
      const lines = own.map(({ role, skill, level, text, weight }) =>
        [role, skill, level, text, weight].join(';'),
      )
      const { framework, losses, problems } = readImport([
        text(['Role;Skill;Level;Expectation;Weight', ...lines].join('\n')),
      ])
      if (framework === null) {
        expect(problems).not.toEqual([])
        return
      }
      const told = JSON.stringify([framework.skills, framework.scale])
      for (const [index, { text: words, level }] of own.entries()) {
        const lostHere = losses.filter(({ place }) => place.line === index + 2)
        if (words !== '' && !told.includes(words)) expect(lostHere.length, words).toBeGreaterThan(0)
        if (level === 'soon' && !told.includes('soon')) expect(lostHere.length, level).toBeGreaterThan(0)
      }
    }),
    { numRuns: 400 },
  )
})

const PIECES = [
  '# ',
  '## ',
  '- ',
  '* ',
  '1. ',
  '**',
  '|',
  '---',
  '\n',
  '\n',
  '\t',
  ',',
  ';',
  '"',
  '<table>',
  '<tr>',
  '<td>',
  '</td>',
  '<li>',
  '<',
  '{',
  '}',
  '[',
  ']',
  ': ',
  '=1+1',
  '__proto__',
  'constructor',
  'Engineer',
  'Senior Engineer',
  'Level 1',
  'Level 2',
  'Skill',
  'Role',
  'Level',
  'Person',
  'Ada Lovelace',
  '3',
  '0',
  'x',
  'Expert',
  'Writes code and tests it every day',
  'competencies:',
  'levels:',
  'themes:',
  'name: a',
  'roles:',
  '  - id: a',
  '\u0000',
  '\ud800',
  'ü',
  '日本',
  '"tracks": {',
  '"milestones": [',
  'displayName',
]
const noise = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''))
const cell = fc.constantFrom(...PIECES, '', '', '1', '2', 'Mentoring', 'Total')
const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 })
const span = fc.integer({ min: -1, max: 9 })
const merges = fc.array(fc.record({ top: span, left: span, bottom: span, right: span }), { maxLength: 3 })
const anySource: fc.Arbitrary<ImportSource> = fc.oneof(
  fc.oneof(noise, fc.string({ unit: 'binary', maxLength: 200 })).map(text),
  fc.record({ kind: fc.constant('table' as const), path: fc.constant('a.xlsx'), sheet: cell, rows, merges }),
)

test('nothing throws, whatever the sources hold, and what comes out has no errors and is the same again', () => {
  fc.assert(
    fc.property(fc.array(anySource, { maxLength: 3 }), (sources) => {
      const reading = readImport(sources)
      const again = readImport(structuredClone(sources))
      expect(canonicalJson(again)).toBe(canonicalJson(reading))
      if (reading.framework !== null) expect(frameworkJson.safeParse(reading.framework).error).toBeUndefined()
      if (reading.framework !== null)
        expect(lintFramework(reading.framework).filter(({ severity }) => severity === 'error')).toEqual([])
      else expect(reading.ratings.length + reading.problems.length).toBeGreaterThan(0)
    }),
    { numRuns: 1500 },
  )
})

const files = ['job-family.yml', 'tracks.txt', 'axes.md', 'positions.md']
const cuts = fc.array(
  fc.record({ at: fc.nat(3000), length: fc.nat(60), instead: fc.constantFrom('', '', ...PIECES) }),
  { maxLength: 6 },
)

test('nothing throws where a known format is cut or torn anywhere', () => {
  fc.assert(
    fc.property(fc.subarray(files, { minLength: 1 }), cuts, (chosen, own) => {
      const sources = chosen.map((file) => torn(sample(file, file), own))
      const { framework, problems } = readImport(sources)
      if (framework === null) expect(problems).not.toEqual([])
      else expect(lintFramework(framework).filter(({ severity }) => severity === 'error')).toEqual([])
    }),
    { numRuns: 400 },
  )
})

function torn(source: ImportSource, cuts: { at: number; length: number; instead: string }[]): ImportSource {
  if (source.kind === 'table') return source
  let content = source.text
  for (const { at, length, instead } of cuts)
    content = content.slice(0, at) + instead + content.slice(at + length)
  return { ...source, text: content }
}

const meaning = fc.constantFrom<ColumnMeaning>(
  'path',
  'role',
  'group',
  'skill',
  'level',
  'text',
  'definition',
  'weight',
  'person',
  'date',
  'rater',
  'band',
  'purpose',
  'levelName',
  'value',
  'ignored',
)
const anyGuess = fc.record({
  path: fc.constant('a.xlsx'),
  number: fc.constantFrom(0, 0, 0, 7),
  title: cell,
  use: fc.boolean(),
  headingRows: fc.integer({ min: -1, max: 4 }),
  columns: fc.array(
    fc.record({
      column: fc.integer({ min: -1, max: 8 }),
      heading: cell,
      samples: fc.constant<string[]>([]),
      meaning,
      confidence: fc.constant(1),
    }),
    { maxLength: 7 },
  ),
  across: fc.constantFrom('role' as const, 'skill' as const, 'level' as const, 'person' as const, null),
  above: fc.constantFrom('path' as const, 'group' as const, 'role' as const, null),
  cells: fc.constantFrom('level' as const, 'text' as const, 'weight' as const, null),
  titleIs: fc.constantFrom('path' as const, 'role' as const, 'group' as const, 'skill' as const, null),
  confidence: fc.constant(1),
  why: fc.constant(''),
})
const anyMapping = fc.record({
  tables: fc.array(anyGuess, { maxLength: 3 }),
  levelWords: fc.array(cell, { maxLength: 30 }),
})

test('nothing throws whatever mapping is passed back, and what comes out has no errors', () => {
  fc.assert(
    fc.property(rows, anyMapping, (own, mapping) => {
      const { framework } = readImport([{ kind: 'table', path: 'a.xlsx', rows: own }], { mapping })
      if (framework === null) return
      expect(frameworkJson.safeParse(framework).error).toBeUndefined()
      expect(lintFramework(framework).filter(({ severity }) => severity === 'error')).toEqual([])
    }),
    { numRuns: 1500 },
  )
})
