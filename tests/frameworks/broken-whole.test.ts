// What does not fit together in a framework: each is told with its line.
import { expect, test } from 'vitest'
import { checkFramework } from '../../src/core/framework/check-framework.ts'
import { processorTime } from '../processor-time.ts'
import { appended, type Case, expectTold, folder, replaced, small, textOf, told } from './broken-folder.ts'

const cases: Case[] = [
  { name: 'a missing file', files: { 'moves.yaml': null }, told: ['moves.yaml:- The file is missing.'] },
  {
    name: 'a file with the wrong ending',
    files: { 'moves.yaml': null, 'moves.yml': textOf('moves.yaml') },
    told: ['moves.yaml:- The file is missing.', 'moves.yml:- The file is not read.'],
  },
  {
    name: 'a gap in the scale',
    files: replaced('framework.yaml', 'level: 2', 'level: 4'),
    told: ['framework.yaml:8 The scale has level 4 where level 2 is expected.'],
  },
  {
    name: 'a move to itself, a move that stands twice, and a move to nowhere',
    files: appended(
      'moves.yaml',
      '  - { from: baker, to: baker, kind: up }\n  - { from: baker, to: master-baker, kind: up }\n  - { from: baker, to: bakker, kind: up }\n',
    ),
    told: [
      'moves.yaml:8 A move leads from "baker" back to itself.',
      'moves.yaml:9 The move baker → master-baker stands twice.',
      'moves.yaml:10 There is no role "bakker", to which a move leads.',
    ],
  },
  {
    name: 'a role that stands twice, with the same code',
    files: appended(
      'roles.yaml',
      '  - { id: baker, name: Second baker, code: BA, path: bakehouse }\n  - { id: helper, name: Helper, code: BA, path: counter }\n',
    ),
    told: [
      /^roles\.yaml:7 The role "baker" stands twice/,
      /^roles\.yaml:8 Two roles have the code "BA"/,
      /^roles\.yaml:8 "helper" expects nothing/,
    ],
  },
  {
    name: 'must-haves: too many, unknown, and not expected',
    files: replaced(
      'roles.yaml',
      'name: Baker, path: bakehouse',
      'name: Baker, path: bakehouse, must_haves: [dough-making, oven-work, hygiene, serving-customers, ordering, cakes]',
    ),
    told: [
      'roles.yaml:3 "baker" has 6 must-haves; at most 5 are possible.',
      'roles.yaml:3 "ordering" is a must-have of "baker", which does not expect it.',
      'roles.yaml:3 There is no skill "cakes" (in the must-haves of "baker").',
    ],
  },
  {
    name: 'a week that does not sum to 100',
    files: {
      ...appended('framework.yaml', 'week:\n  - { id: oven, name: Oven }\n'),
      ...replaced(
        'roles.yaml',
        'name: Baker, path: bakehouse',
        'name: Baker, path: bakehouse, week: { oven: 90, sleep: 5 }',
      ),
    },
    told: [
      'roles.yaml:3 There is no part of the week "sleep" (in "baker").',
      'roles.yaml:3 The week of "baker" sums to 95 percent.',
    ],
  },
  {
    name: 'a picture without a role, and with one that does not exist',
    files: appended(
      'framework.yaml',
      'layout:\n  width: 800\n  height: 600\n  gutter: 0\n  stations:\n    - { role: apprentice, x: 100, y: 500, label: below }\n    - { role: baker, x: 100, y: 900, label: right }\n    - { role: master-baker, x: 100, y: 300, label: right }\n    - { role: shop-manager, x: 300, y: 300, label: right }\n    - { role: butcher, x: 300, y: 300, label: right }\n  lines:\n    - path: bakehouse\n      legs: [[apprentice, baker], [baker, sales-assistant]]\n      start-diagonal: [[baker, apprentice]]\n',
    ),
    told: [
      'framework.yaml:20 "sales-assistant" has no station on the map.',
      'framework.yaml:22 The station of "baker" lies outside the picture.',
      'framework.yaml:25 There is no role "butcher", which has a station.',
      'framework.yaml:28 There is no station "sales-assistant" for this line.',
      'framework.yaml:29 baker → apprentice is not one of the legs.',
    ],
  },
  {
    name: 'a framework that breaks its own rules',
    files: appended(
      'framework.yaml',
      'invariants:\n  - { rule: critical-count, min: 1, max: 2 }\n  - { rule: never-falls, roles: [baker, apprentice], skills: [oven-work] }\n  - { rule: never-rises, roles: [apprentice, baker], groups: [baking], except_groups: [shop] }\n  - { rule: prerequisite-slack, from: 2, slack: 0 }\n  - { rule: critical-implies-level, weight: 2, level: 2 }\n',
    ),
    told: [
      /^expectations\.csv:2 "dough-making" has weight 2 for "apprentice" but level 1/,
      /^expectations\.csv:3 "oven-work" falls from 2 to 1 between "baker" and "apprentice"/,
      /^expectations\.csv:3 "oven-work" has weight 2/,
      /^expectations\.csv:5 "dough-making" rises from 1 to 2/,
      /^expectations\.csv:6 "oven-work" rises/,
      /^expectations\.csv:8/,
      /^expectations\.csv:12/,
      /^expectations\.csv:19/,
      ...[2, 3, 4, 5, 6].map(
        (line) =>
          new RegExp(`^roles\\.yaml:${line} .* has 0 critical skills; this framework asks for 1 to 2`),
      ),
    ],
  },
  {
    name: 'an order of skills that names what is not there',
    files: replaced(
      'framework.yaml',
      'name: Baking }',
      'name: Baking, skills: [oven-work, ordering, cakes, oven-work] }',
    ),
    told: [
      'framework.yaml:11 "ordering" belongs to the group "shop", not to "baking".',
      'framework.yaml:11 There is no skill "cakes", which the group "baking" puts in order.',
      'framework.yaml:11 "oven-work" stands twice in the order of "baking".',
    ],
  },
]

test.each(cases)('$name is told with its line', expectTold)

test('a byte order mark and Windows line ends change nothing', () => {
  const windows = small.map(({ path, text }) => ({ path, text: `\ufeff${text.replaceAll('\n', '\r\n')}` }))
  expect(checkFramework(windows)).toEqual(checkFramework(small))
})

test('line numbers hold with Windows line ends', () => {
  const files = folder(replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,4'))
  const windows = files.map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }))
  expect(told(windows)).toEqual(['expectations.csv:7 Level 4 is above the top level 3 of the scale.'])
})

test('ten thousand wrong rows are read quickly, and told in part', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => `baker-${index},hygiene,2`)
  let problems: ReturnType<typeof checkFramework>['problems'] = []
  const took = processorTime(() => {
    problems = checkFramework(folder(appended('expectations.csv', rows.join('\n')))).problems
  })
  expect(took).toBeLessThan(5000)
  expect(problems.length).toBeLessThanOrEqual(201)
  expect(problems[0]?.line).toBe(20)
  expect(problems.some((problem) => /9800 more problems/.test(problem.message))).toBe(true)
})

test('a file of more than 2 MB and a folder of more than 2,000 files are refused', () => {
  expect(told(folder({ 'moves.yaml': `moves: [] #${'x'.repeat(2 * 1024 * 1024)}` }))).toEqual([
    'moves.yaml:- The file is larger than 2 MB.',
  ])
  const many = Array.from({ length: 2001 }, (_, index) => ({ path: `skills/s${index}.md`, text: '' }))
  expect(told(many)).toEqual(['.:- The folder has 2001 files; at most 2000 are read.'])
})

test('an empty folder tells which files are missing', () => {
  expect(told([])).toEqual(
    ['expectations.csv', 'framework.yaml', 'moves.yaml', 'roles.yaml'].map(
      (file) => `${file}:- The file is missing.`,
    ),
  )
})

test('a problem in one file does not hide the problems of the others', () => {
  const found = told(
    folder({
      ...replaced('framework.yaml', 'version: "3"', 'version: 3'),
      ...replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,x'),
    }),
  )
  expect(found).toHaveLength(2)
})

test('no framework with errors is handed on', () => {
  expect(checkFramework(folder({ 'roles.yaml': null })).framework).toBeNull()
  expect(
    checkFramework(folder(replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,4'))).framework,
  ).toBeNull()
  expect(checkFramework(small).framework).not.toBeNull()
})
