// Values and keys that do not belong: each is told with its line.
import { test } from 'vitest'
import { appended, type Case, expectTold, replaced } from './broken-folder.ts'

const cases: Case[] = [
  {
    name: 'a misspelt key',
    files: replaced('roles.yaml', 'id: baker, name', 'id: baker, nmae'),
    told: [
      'roles.yaml:3 "name" is missing (in roles › baker).',
      'roles.yaml:3 "nmae" is not known (in roles › baker).',
    ],
  },
  {
    name: 'a number where text is expected',
    files: replaced('framework.yaml', 'version: "3"', 'version: 3.0'),
    told: ['framework.yaml:4 "version" must be text; it is 3.'],
  },
  {
    name: 'a kind of move that does not exist',
    files: replaced('moves.yaml', 'to: baker, kind: up', 'to: baker, kind: upp'),
    told: [
      /^moves\.yaml:2 "kind" must be one of up, cross, .*; it is "upp" \(in moves › apprentice → baker\)\.$/,
    ],
  },
  {
    name: 'a value left out behind its colon',
    files: appended('framework.yaml', 'honesty:\n'),
    told: ['framework.yaml:16 "honesty" is empty.'],
  },
  {
    name: 'an id with capitals',
    files: replaced('framework.yaml', '{ id: shop, name', '{ id: The Shop, name'),
    told: [
      /^framework\.yaml:12 "id" is not an id: "The Shop"/,
      /^skills\/ordering\.md:3 There is no group "shop"/,
      /^skills\/serving-customers\.md:3 There is no group "shop"/,
    ],
  },
  {
    name: 'a rule that nobody knows',
    files: appended(
      'framework.yaml',
      'invariants:\n  - { rule: never-fall, roles: [baker, master-baker] }\n',
    ),
    told: [/^framework\.yaml:17 "rule" must be one of .*never-falls.*; it is "never-fall"/],
  },
  {
    name: 'a colour without quotes',
    files: replaced(
      'framework.yaml',
      '{ id: shop, name: The shop }',
      '{ id: shop, name: The shop, colour: { light: red, dark: "#ffffff" } }',
    ),
    told: [/^framework\.yaml:12 "light" is not a colour: "red" \(in groups › shop › colour\)/],
  },
  {
    name: 'a week of one part only',
    files: replaced(
      'roles.yaml',
      'name: Apprentice, path',
      'name: Apprentice, week: { baking: "much" }, path',
    ),
    told: ['roles.yaml:2 "baking" must be a number; it is "much" (in roles › apprentice › week).'],
  },
]

test.each(cases)('$name is told with its line', expectTold)
