// Faults in the YAML itself, hostile ones among them: each is told with its line.
import { test } from 'vitest'
import { appended, type Case, expectTold, replaced } from './broken-folder.ts'

const cases: Case[] = [
  {
    name: 'a file that was cut off',
    files: { 'roles.yaml': 'roles:\n  - { id: baker, name: "Bak' },
    told: ['roles.yaml:2 The file ends in the middle of something.'],
  },
  {
    name: 'tabs',
    files: replaced('framework.yaml', '  - { level: 1, name: Helping }', '\t- { level: 1, name: Helping }'),
    told: [/^framework\.yaml:7 A tab is used to indent/],
  },
  {
    name: 'a key that stands twice',
    files: appended('framework.yaml', 'name: Another\n'),
    told: ['framework.yaml:16 The same key stands twice in one place.'],
  },
  {
    name: 'two colons in a line',
    files: replaced('framework.yaml', 'name: The corner bakery', 'name: The corner: a bakery'),
    told: [/^framework\.yaml:3 There are two colons/],
  },
  {
    name: 'a tag of its own',
    files: replaced('framework.yaml', 'name: The corner bakery', 'name: !!js/function The corner'),
    told: [/^framework\.yaml:3 The tag .* is not used here\.$/],
  },
  {
    name: 'an alias to nothing',
    files: replaced('framework.yaml', 'The corner bakery', '*nothing'),
    told: ['framework.yaml:3 *nothing does not stand for anything.', 'framework.yaml:3 "name" is empty.'],
  },
  {
    name: 'an alias to what contains it',
    files: appended('framework.yaml', 'sources: &a [*a]\n'),
    told: [
      'framework.yaml:16 *a stands for something that contains it.',
      /^framework\.yaml:16 Entry 1 of "sources" is empty/,
    ],
  },
  {
    name: 'a bomb of aliases',
    files: {
      'moves.yaml': `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
        .split('')
        .map((letter, index) => {
          const before = `*${'abcdefghij'[index]}`
          return `${letter}: &${letter} [${Array(9).fill(before).join(', ')}]\n`
        })
        .join('')}`,
    },
    told: [
      /^moves\.yaml:1 "moves" is missing/,
      /^moves\.yaml:1 "a" is not known/,
      'moves.yaml:2 The file uses *names for repeated values more than 20 times.',
      /^moves\.yaml:2 "b" is not known/,
      ...'cdefghij'
        .split('')
        .map((letter, index) => new RegExp(`^moves\\.yaml:${index + 3} "${letter}" is not known`)),
    ],
  },
  {
    name: 'keys that JavaScript keeps for itself',
    files: appended('framework.yaml', '__proto__: { polluted: true }\nconstructor: { prototype: 1 }\n'),
    told: ['framework.yaml:16 "__proto__" cannot be a key.', 'framework.yaml:17 "constructor" is not known.'],
  },
  {
    name: 'fifty thousand open brackets',
    files: { 'roles.yaml': '['.repeat(50_000) },
    told: [/^roles\.yaml:1 Brackets or indentation are nested far too deep/],
  },
  {
    name: 'an empty file',
    files: { 'roles.yaml': '' },
    told: ['roles.yaml:1 The file is empty.'],
  },
  {
    name: 'only a comment',
    files: { 'roles.yaml': '# to do\n' },
    told: ['roles.yaml:1 The file is empty.'],
  },
  {
    name: 'a list where keys are expected',
    files: { 'roles.yaml': '- id: baker\n' },
    told: ['roles.yaml:1 The file must be a group of keys; it is a list.'],
  },
  {
    name: 'control characters',
    files: replaced('framework.yaml', 'The corner', '"The \\0 corner"'),
    told: [/^framework\.yaml:3/],
  },
  {
    name: 'a raw control character',
    files: replaced('framework.yaml', 'The corner', 'The \u0000 corner'),
    told: ['framework.yaml:3 The text holds characters that cannot be shown.'],
  },
]

test.each(cases)('$name is told with its line', expectTold)
