// Grids of people and skills become ratings, and ratings become the same grid again.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFramework } from '../../src/core/framework/check-framework.ts'
import { matchRatings, writeGridCsv, writePeopleGrid } from '../../src/core/importing/people-grid.ts'
import { writeRatingsGrid } from '../../src/core/importing/ratings-grid.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { readFiles, SMALL } from '../frameworks/read-files.ts'
import { frameworkOf, textSource } from './import-source-of.ts'

test('people in rows, with roles, days and raters beside the skills', () => {
  const reading = readImport([
    textSource(
      'ladder.md',
      'Name,Role,Rated on,Rated by,TypeScript,System design\nAda Lovelace,Engineer,31.03.2026,Grace Hopper,3,2+\nAlan Turing,Engineer,soon,,n/a,x y\n',
    ),
  ])
  expect(reading.kind).toBe('people-grid')
  expect(reading.framework).toBeNull()
  expect(reading.problems).toEqual([])
  expect(reading.ratings).toEqual([
    {
      person: 'Ada Lovelace',
      skill: 'TypeScript',
      level: 3,
      ratedOn: '2026-03-31',
      ratedBy: 'Grace Hopper',
      place: { path: 'ladder.md', line: 2, cell: 'E2' },
    },
    {
      person: 'Ada Lovelace',
      skill: 'System design',
      level: 2,
      approaching: true,
      ratedOn: '2026-03-31',
      ratedBy: 'Grace Hopper',
      place: { path: 'ladder.md', line: 2, cell: 'F2' },
    },
  ])
  expect(reading.losses.map(({ place, what }) => [place.line, what])).toEqual([
    [2, 'The roles of 2 people, such as "Engineer"'],
    [3, 'x y'],
  ])
})

test('people across the top, and people beside a ladder in the same file', () => {
  const turned = readImport([textSource('a', 'Skill,Ada Lovelace,Alan Turing\nTesting,3,1\nDesign,2,4\n')])
  expect(turned.kind).toBe('people-grid')
  expect(turned.ratings.map(({ person, skill, level }) => `${person} ${skill} ${level}`)).toContain(
    'Alan Turing Design 4',
  )
  const both = readImport([
    {
      kind: 'table',
      path: 'a.xlsx',
      sheet: 'Ladder',
      rows: [
        ['Skill', 'Engineer', 'Senior Engineer'],
        ['Testing', '1', '2'],
      ],
    },
    {
      kind: 'table',
      path: 'a.xlsx',
      sheet: 'Team',
      rows: [
        ['Employee', 'Testing'],
        ['ada@example.org', '2'],
      ],
    },
  ])
  expect(frameworkOf(both).roles).toHaveLength(2)
  expect(both.ratings).toHaveLength(1)
})

const person = fc.constantFrom(
  'Ada Lovelace',
  "Conan O'Brien",
  'Jürgen Müller',
  '=cmd()',
  '@sum',
  'ada@example.org',
  'Lovelace, Ada',
)
const skill = fc.constantFrom('Testing', 'System design', 'C++', '+Plus', 'Giving, taking "feedback"')
const rating = fc.record(
  {
    person,
    skill,
    level: fc.integer({ min: 0, max: 5 }),
    approaching: fc.constant(true as const),
    ratedOn: fc.constantFrom('2026-01-31', '2025-12-01'),
    ratedBy: person,
  },
  { requiredKeys: ['person', 'skill', 'level'] },
)
const ratings = fc.uniqueArray(rating, {
  minLength: 1,
  maxLength: 12,
  selector: (one) => JSON.stringify({ ...one, level: 0, approaching: undefined }),
})

test('a grid that was written is read back to the same ratings, as text and as a sheet', () => {
  fc.assert(
    fc.property(ratings, (own) => {
      const known = (
        list: {
          person: string
          skill: string
          level: number
          approaching?: true
          ratedOn?: string
          ratedBy?: string
        }[],
      ) =>
        list

          .map(({ person, skill, level, approaching, ratedOn = '', ratedBy = '' }) =>
            [person, ratedOn, ratedBy, skill, level, approaching ?? ''].join(' · '),
          )
          .sort()
      const text = readImport([textSource('a', writeGridCsv(writePeopleGrid(own)))])
      expect(known(text.ratings)).toEqual(known(own))
      const sheet = readImport([{ kind: 'table', path: 'a.xlsx', rows: writePeopleGrid(own) }])
      expect(known(sheet.ratings)).toEqual(known(own))
      for (const cell of writePeopleGrid(own).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

test('a grid that was exported says what for and when, and is read back to the same ratings', () => {
  const { framework } = checkFramework(readFiles(SMALL))
  if (framework === null) throw new Error('The framework has errors.')
  const [first, second] = framework.skills
  const said = (skill: string, level: number, more: object = {}) => ({
    ...{ skill, level, approaching: false, reason: null, behaviours: [], confidence: null, observedOn: null },
    ...{ note: 'Kept here.', assessmentId: '1', revisionId: '2', version: 1 },
    ratedAt: '2026-03-31T00:00:00.000Z',
    ...more,
  })
  const rows = writeRatingsGrid({
    framework,
    me: { id: 'me', name: 'Ida' },
    subjects: [
      {
        id: 'ada',
        name: '=Ada',
        ratings: [
          said(first?.id ?? '', 2, { approaching: true, rater: { id: 'me', kind: 'manager', name: null } }),
          said(second?.id ?? '', 1, { rater: { id: 'me', kind: 'manager', name: null } }),
        ],
      },
      { id: 'rosa', name: 'Rosa', ratings: [said(first?.id ?? '', 3)] },
    ],
    networks: [['rosa'], ['ada']],
    purpose: 'development',
    exportedOn: '2026-11-26',
  })
  expect(rows[1]?.at(-1)).toMatch(/^Exported for development on 2026-11-26. Group 2 of 2: no shared rater/)
  expect(rows.at(-1)?.at(-1)).toMatch(/Group 1 of 2/)
  for (const source of [
    textSource('a', writeGridCsv(rows)),
    { kind: 'table' as const, path: 'a.xlsx', rows },
  ]) {
    const read = readImport([source]).ratings.map(({ place: _, ...rating }) => rating)
    expect(read).toEqual([
      {
        person: '=Ada',
        skill: first?.name,
        level: 2,
        approaching: true,
        ratedOn: '2026-03-31',
        ratedBy: 'Ida',
      },
      { person: '=Ada', skill: second?.name, level: 1, ratedOn: '2026-03-31', ratedBy: 'Ida' },
      { person: 'Rosa', skill: first?.name, level: 3, ratedOn: '2026-03-31', ratedBy: 'Rosa' },
    ])
  }
})

test('ratings find the skills of a framework by name, and what it does not have is told', () => {
  const { framework } = checkFramework(readFiles(SMALL))
  if (framework === null) throw new Error('The framework has errors.')
  const [first] = framework.skills
  const place = { path: 'a', line: 2 }
  const own = (skill: string, level: number) => ({ person: 'Ada', skill, level, place })
  const { ratings: matched, losses } = matchRatings(
    [own(first?.name.toUpperCase() ?? '', 1), own('Nothing of it', 1), own(first?.id ?? '', 9)],
    framework,
  )
  expect(matched.map(({ skillId }) => skillId)).toEqual([first?.id])
  expect(losses.map(({ why }) => why)).toEqual([
    expect.stringContaining('no such skill'),
    expect.stringContaining('ends at 3'),
  ])
})
