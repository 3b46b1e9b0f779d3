// Broken and hostile folders: each fault is told with its file, its line and a way to mend it, and nothing throws.
import { describe, expect, test } from 'vitest'
import { checkFramework } from '../../src/core/framework/check-framework.ts'
import type { FolderFile } from '../../src/core/framework/framework-files.ts'
import { readFiles, SMALL } from './read-files.ts'

const small = readFiles(SMALL)

function textOf(path: string): string {
  const file = small.find((candidate) => candidate.path === path)
  if (file === undefined) throw new Error(`There is no ${path}.`)
  return file.text
}

/** The small framework with some files replaced (null: taken away) or added. */
function folder(changes: Record<string, string | null>): FolderFile[] {
  const kept = small.filter((file) => !(file.path in changes))
  const changed = Object.entries(changes).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]))
  return [...kept, ...changed]
}

function replaced(path: string, from: string, to: string): Record<string, string> {
  const text = textOf(path)
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}.`)
  return { [path]: text.replace(from, to) }
}

function appended(path: string, text: string): Record<string, string> {
  return { [path]: textOf(path) + text }
}

/** `file:line message`, errors and warnings alike. */
function told(files: FolderFile[]): string[] {
  const { problems } = checkFramework(files)
  for (const problem of problems) {
    expect(problem.mend, problem.message).toMatch(/^["*\p{Lu}].*[.?]$|:/su)
    expect(problem.message).toMatch(/[.]$/)
  }
  return problems.map(({ file, line, message }) => `${file}:${line ?? '-'} ${message}`)
}

const HEAD = '---\nname: Dough\ngroup: baking\n---\n\nMaking dough.\n'
const DOUGH = 'skills/dough-making.md'

interface Case {
  name: string
  files: Record<string, string | null>
  /** All problems, in order. */
  told: (string | RegExp)[]
}

function expectTold({ files, told: expected }: Case): void {
  const found = told(folder(files))
  expect(found).toEqual(expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))))
}

const yaml: Case[] = [
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
    told: ['framework.yaml:16 *a stands for something that contains it.', /^framework\.yaml:16 Entry 1 of "sources" is empty/],
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
      ...'cdefghij'.split('').map((letter, index) => new RegExp(`^moves\\.yaml:${index + 3} "${letter}" is not known`)),
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

const shape: Case[] = [
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
    told: [/^moves\.yaml:2 "kind" must be one of up, cross, .*; it is "upp" \(in moves › apprentice → baker\)\.$/],
  },
  {
    name: 'a value left out behind its colon',
    files: appended('framework.yaml', 'honesty:\n'),
    told: ['framework.yaml:16 "honesty" is empty.'],
  },
  {
    name: 'an id with capitals',
    files: replaced('framework.yaml', '{ id: shop, name', '{ id: The Shop, name'),
    told: [/^framework\.yaml:12 "id" is not an id: "The Shop"/, /^skills\/ordering\.md:3 There is no group "shop"/, /^skills\/serving-customers\.md:3 There is no group "shop"/],
  },
  {
    name: 'a rule that nobody knows',
    files: appended('framework.yaml', 'invariants:\n  - { rule: never-fall, roles: [baker, master-baker] }\n'),
    told: [/^framework\.yaml:17 "rule" must be one of .*never-falls.*; it is "never-fall"/],
  },
  {
    name: 'a colour without quotes',
    files: replaced('framework.yaml', '{ id: shop, name: The shop }', '{ id: shop, name: The shop, colour: { light: red, dark: "#ffffff" } }'),
    told: [/^framework\.yaml:12 "light" is not a colour: "red" \(in groups › shop › colour\)/],
  },
  {
    name: 'a week of one part only',
    files: replaced('roles.yaml', 'name: Apprentice, path', 'name: Apprentice, week: { baking: "much" }, path'),
    told: ['roles.yaml:2 "baking" must be a number; it is "much" (in roles › apprentice › week).'],
  },
]

const csv: Case[] = [
  {
    name: 'a role that does not exist',
    files: replaced('expectations.csv', 'baker,oven-work,2', 'bakr,oven-work,2'),
    told: ['expectations.csv:6 There is no role "bakr".'],
  },
  {
    name: 'a skill that does not exist, in several rows',
    files: { 'expectations.csv': textOf('expectations.csv').replaceAll('oven-work', 'oven-wrok') },
    told: ['expectations.csv:3 There is no skill "oven-wrok" (in 3 rows, of which this is the first).', 'skills/oven-work.md:1 No role expects "oven-work".'],
  },
  {
    name: 'a level above the scale',
    files: replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,4'),
    told: ['expectations.csv:7 Level 4 is above the top level 3 of the scale.'],
  },
  {
    name: 'a level that is no number',
    files: replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,two'),
    told: ['expectations.csv:7 "level" must be a number; it is "two".'],
  },
  {
    name: 'half a level',
    files: replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,2.5'),
    told: ['expectations.csv:7 "level" must be a whole number; it is 2.5.'],
  },
  {
    name: 'a row that stands twice',
    files: appended('expectations.csv', 'baker,hygiene,3\n'),
    told: ['expectations.csv:20 "hygiene" for "baker" was already given in line 7.'],
  },
  {
    name: 'a weight without a level and a level without a weight',
    files: { 'expectations.csv': 'role,skill,level,weight\nbaker,hygiene,0,2\nbaker,oven-work,2,0\n' },
    told: [
      'expectations.csv:2 Level 0 has weight 2.',
      'expectations.csv:3 Level 2 has weight 0.',
      /^roles\.yaml:2 "apprentice" expects nothing/,
      /^roles\.yaml:4/,
      /^roles\.yaml:5/,
      /^roles\.yaml:6/,
      /^skills\/dough-making\.md:1 No role expects/,
      /^skills\/ordering/,
      /^skills\/serving-customers/,
    ],
  },
  {
    name: 'a weight of 4',
    files: replaced('expectations.csv', 'role,skill,level\n', 'role,skill,level,weight\nbaker,ordering,1,4\n'),
    told: ['expectations.csv:2 "weight" must be one of 0, 1, 2, 3; it is 4.'],
  },
  {
    name: 'no header',
    files: { 'expectations.csv': 'baker,hygiene,2\n' },
    told: [
      /^expectations\.csv:1 The column "baker" is not known/,
      /^expectations\.csv:1 The column "hygiene" is not known/,
      /^expectations\.csv:1 The column "2" is not known/,
      'expectations.csv:1 The first line does not name the columns role, skill, level.',
      ...[2, 3, 4, 5, 6].map((line) => new RegExp(`^roles\\.yaml:${line} .* expects nothing`)),
      ...['dough', 'hygiene', 'ordering', 'oven', 'serving'].map((id) => new RegExp(`^skills/${id}.* No role expects`)),
    ],
  },
  {
    name: 'a quote that is never closed',
    files: replaced('expectations.csv', 'baker,hygiene,2', '"baker,hygiene,2'),
    told: ['expectations.csv:7 A quote is opened and never closed.'],
  },
  {
    name: 'too many values in a row',
    files: replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,2,2,2'),
    told: ['expectations.csv:7 The row has 5 values for 3 columns.'],
  },
]

const skills: Case[] = [
  {
    name: 'no front matter',
    files: { [DOUGH]: '# Dough\n' },
    told: [`${DOUGH}:1 The file does not begin with a line "---".`],
  },
  {
    name: 'front matter that is not closed',
    files: { [DOUGH]: '---\nname: Dough\n' },
    told: [`${DOUGH}:1 The block between the two lines "---" is not closed.`],
  },
  {
    name: 'a group that does not exist',
    files: replaced(DOUGH, 'group: baking', 'group: bakin'),
    told: [`${DOUGH}:3 There is no group "bakin" (in "dough-making").`],
  },
  {
    name: 'prerequisites in a circle',
    files: {
      ...replaced(DOUGH, 'group: baking', 'group: baking\nprerequisites: [oven-work]'),
      ...replaced('skills/oven-work.md', 'group: baking', 'group: baking\nprerequisites:\n  - hygiene\n  - dough-making'),
    },
    told: ['skills/oven-work.md:6 The prerequisites go round in a circle: dough-making → oven-work → dough-making.'],
  },
  {
    name: 'a skill that comes before itself',
    files: replaced(DOUGH, 'group: baking', 'group: baking\nprerequisites: [dough-making]'),
    told: [`${DOUGH}:4 The prerequisites go round in a circle: dough-making → dough-making.`],
  },
  {
    name: 'a prerequisite that does not exist',
    files: replaced(DOUGH, 'group: baking', 'group: baking\nprerequisites: [hygene]'),
    told: [`${DOUGH}:4 There is no skill "hygene" (in the prerequisites of "dough-making").`],
  },
  {
    name: 'an id that stands twice, one without any, and one that is none',
    files: {
      [DOUGH]: `${HEAD}\n## Level 1\n\n### A colleague can see\n\n- [kneads] Kneads.\n- [kneads] Kneads well.\n- Weighs the salt.\n- [Not OK] Waits.\n`,
    },
    told: [
      `${DOUGH}:1 "dough-making" describes some levels but not 2, 3.`,
      `${DOUGH}:13 The id [kneads] is used twice in "dough-making".`,
      `${DOUGH}:14 The entry has no id.`,
      `${DOUGH}:15 "Not OK" is not an id.`,
    ],
  },
  {
    name: 'a level that the scale does not have',
    files: { [DOUGH]: `${HEAD}\n## Level 4\n` },
    told: [/:1 "dough-making" describes some levels|^skills\/dough-making\.md:8 "dough-making" describes level 4; the scale has levels 1 to 3/],
  },
  {
    name: 'a level that stands twice',
    files: { [DOUGH]: `${HEAD}\n## Level 1\n\n## Level 2\n\n## Level 3\n\n## Level 1\n` },
    told: [`${DOUGH}:14 The section "Level 1" stands twice.`],
  },
  {
    name: 'headings that nobody knows',
    files: { [DOUGH]: `${HEAD}\n# Dough\n\n## What persons say\n\n## Level 1\n\n### A colleague sees\n` },
    told: [
      /:1 "dough-making" describes some levels/,
      `${DOUGH}:8 Headings here begin with ## or ###, not #.`,
      `${DOUGH}:10 The section "What persons say" is not known.`,
      `${DOUGH}:14 "A colleague sees" is not a part of a level.`,
    ],
  },
  {
    name: 'HTML, code and a table',
    files: { [DOUGH]: `${HEAD}\n<script>alert(1)</script>\n\n    code\n\n> quoted <b>words</b>\n` },
    told: [8, 10, 12].map((line) => `${DOUGH}:${line} Only headings, paragraphs and lists are read here.`),
  },
  {
    name: 'HTML inside a sentence',
    files: { [DOUGH]: HEAD.replace('dough.', '<img src=x onerror=alert(1)> dough.') },
    told: [`${DOUGH}:6 Pictures, footnotes and HTML are not read here.`],
  },
  {
    name: 'a list nested two hundred deep',
    files: { [DOUGH]: `${HEAD}\n${Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')}` },
    told: [`${DOUGH}:4 The skill has no definition.`, /:20 The line is indented or nested far too deep/],
  },
  {
    name: 'twenty thousand stars',
    files: { [DOUGH]: `${HEAD}\n${'*a_ '.repeat(20_000)}` },
    told: [`${DOUGH}:4 The skill has no definition.`, `${DOUGH}:8 There is far more markup here than words need.`],
  },
  {
    name: 'no definition',
    files: { [DOUGH]: '---\nname: Dough\ngroup: baking\n---\n' },
    told: [`${DOUGH}:4 The skill has no definition.`],
  },
  {
    name: 'a phrase with an unknown comment',
    files: { [DOUGH]: `${HEAD}\n## What people say\n\n- "It is flat."\n  - Mostly meant: Wait longer.\n` },
    told: [`${DOUGH}:11 Below a phrase, an entry begins with "Mostly means:" or "Ask back:".`],
  },
  {
    name: 'a confusion without an id, and one with an unknown id',
    files: { [DOUGH]: `${HEAD}\n## Often confused with\n\n- Oven work is hotter.\n- \`oven-wrok\` It is hotter.\n` },
    told: [
      `${DOUGH}:10 The entry does not begin with the id of the other skill.`,
      `${DOUGH}:11 There is no skill "oven-wrok" to confuse it with.`,
    ],
  },
  {
    name: 'a file name that is no id',
    files: { 'skills/Cake Making.md': HEAD },
    told: ['skills/Cake Making.md:- "Cake Making" is not an id, and the file\'s name is the id of the skill.'],
  },
  {
    name: 'weeks out of order and beyond the scale',
    files: replaced(DOUGH, 'group: baking', 'group: baking\nweeks:\n  - { up_to: 2, low: 9, high: 3 }\n  - { up_to: 1, low: 1, high: 2 }\n  - { up_to: 5, low: 1, high: 2 }'),
    told: [
      `${DOUGH}:5 9 to 3 weeks begins above its end.`,
      `${DOUGH}:6 Weeks up to level 1 come after weeks up to level 2.`,
      `${DOUGH}:7 The scale ends at level 3; these weeks reach level 5.`,
    ],
  },
]

const whole: Case[] = [
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
    files: appended('moves.yaml', '  - { from: baker, to: baker, kind: up }\n  - { from: baker, to: master-baker, kind: up }\n  - { from: baker, to: bakker, kind: up }\n'),
    told: [
      'moves.yaml:8 A move leads from "baker" back to itself.',
      'moves.yaml:9 The move baker → master-baker stands twice.',
      'moves.yaml:10 There is no role "bakker", to which a move leads.',
    ],
  },
  {
    name: 'a role that stands twice, with the same code',
    files: appended('roles.yaml', '  - { id: baker, name: Second baker, code: BA, path: bakehouse }\n  - { id: helper, name: Helper, code: BA, path: counter }\n'),
    told: [/^roles\.yaml:7 The role "baker" stands twice/, /^roles\.yaml:8 Two roles have the code "BA"/, /^roles\.yaml:8 "helper" expects nothing/],
  },
  {
    name: 'must-haves: too many, unknown, and not expected',
    files: replaced('roles.yaml', 'name: Baker, path: bakehouse', 'name: Baker, path: bakehouse, must_haves: [dough-making, oven-work, hygiene, serving-customers, ordering, cakes]'),
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
      ...replaced('roles.yaml', 'name: Baker, path: bakehouse', 'name: Baker, path: bakehouse, week: { oven: 90, sleep: 5 }'),
    },
    told: ['roles.yaml:3 There is no part of the week "sleep" (in "baker").', 'roles.yaml:3 The week of "baker" sums to 95 percent.'],
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
      ...[2, 3, 4, 5, 6].map((line) => new RegExp(`^roles\\.yaml:${line} .* has 0 critical skills; this framework asks for 1 to 2`)),
    ],
  },
  {
    name: 'an order of skills that names what is not there',
    files: replaced('framework.yaml', 'name: Baking }', 'name: Baking, skills: [oven-work, ordering, cakes, oven-work] }'),
    told: [
      'framework.yaml:11 "ordering" belongs to the group "shop", not to "baking".',
      'framework.yaml:11 There is no skill "cakes", which the group "baking" puts in order.',
      'framework.yaml:11 "oven-work" stands twice in the order of "baking".',
    ],
  },
]

describe.each([
  ['YAML', yaml],
  ['the shape of a file', shape],
  ['expectations', csv],
  ['skills', skills],
  ['the whole', whole],
])('%s:', (_, cases) => {
  test.each(cases)('$name is told with its line', expectTold)
})

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
  const started = performance.now()
  const { problems } = checkFramework(folder(appended('expectations.csv', rows.join('\n'))))
  expect(performance.now() - started).toBeLessThan(5000)
  expect(problems.length).toBeLessThanOrEqual(201)
  expect(problems[0]?.line).toBe(20)
  expect(problems.some((problem) => /9800 more problems/.test(problem.message))).toBe(true)
})

test('a file of more than 2 MB and a folder of more than 2,000 files are refused', () => {
  expect(told(folder({ 'moves.yaml': `moves: [] #${'x'.repeat(2 * 1024 * 1024)}` }))).toEqual(['moves.yaml:- The file is larger than 2 MB.'])
  const many = Array.from({ length: 2001 }, (_, index) => ({ path: `skills/s${index}.md`, text: '' }))
  expect(told(many)).toEqual(['.:- The folder has 2001 files; at most 2000 are read.'])
})

test('an empty folder tells which files are missing', () => {
  expect(told([])).toEqual(['expectations.csv', 'framework.yaml', 'moves.yaml', 'roles.yaml'].map((file) => `${file}:- The file is missing.`))
})

test('a problem in one file does not hide the problems of the others', () => {
  const found = told(folder({ ...replaced('framework.yaml', 'version: "3"', 'version: 3'), ...replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,x') }))
  expect(found).toHaveLength(2)
})

test('no framework with errors is handed on', () => {
  expect(checkFramework(folder({ 'roles.yaml': null })).framework).toBeNull()
  expect(checkFramework(folder(replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,4'))).framework).toBeNull()
  expect(checkFramework(small).framework).not.toBeNull()
})
