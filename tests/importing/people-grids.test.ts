// Grids of people and skills become ratings, and ratings become the same grid again.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFramework } from '../../src/core/framework/check-framework.ts'
import { matchRatings, writePeopleCsv, writePeopleGrid } from '../../src/core/importing/people-grid.ts'
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
      ratedOn: '2026-03-31',
      ratedBy: 'Grace Hopper',
      place: { path: 'ladder.md', line: 2, cell: 'F2' },
    },
  ])
  expect(reading.losses.map(({ place, what }) => [place.line, what])).toEqual([
    [2, '"+" of "2+"'],
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
    ratedOn: fc.constantFrom('2026-01-31', '2025-12-01'),
    ratedBy: person,
  },
  { requiredKeys: ['person', 'skill', 'level'] },
)
const ratings = fc.uniqueArray(rating, {
  minLength: 1,
  maxLength: 12,
  selector: (one) => JSON.stringify({ ...one, level: 0 }),
})

test('a grid that was written is read back to the same ratings, as text and as a sheet', () => {
  fc.assert(
    fc.property(ratings, (own) => {
      const known = (
        list: { person: string; skill: string; level: number; ratedOn?: string; ratedBy?: string }[],
      ) =>
        list
          .map(({ person, skill, level, ratedOn = '', ratedBy = '' }) =>
            [person, ratedOn, ratedBy, skill, level].join(' · '),
          )
          .sort()
      const text = readImport([textSource('a', writePeopleCsv(own))])
      expect(known(text.ratings)).toEqual(known(own))
      const sheet = readImport([{ kind: 'table', path: 'a.xlsx', rows: writePeopleGrid(own) }])
      expect(known(sheet.ratings)).toEqual(known(own))
      for (const cell of writePeopleGrid(own).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
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
