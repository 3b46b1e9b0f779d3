// Faults in the files of skills: each is told with its line.
import { test } from 'vitest'
import { type Case, DOUGH, expectTold, HEAD, replaced } from './broken-folder.ts'

const cases: Case[] = [
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
      ...replaced(
        'skills/oven-work.md',
        'group: baking',
        'group: baking\nprerequisites:\n  - hygiene\n  - dough-making',
      ),
    },
    told: [
      'skills/oven-work.md:6 The prerequisites go round in a circle: dough-making → oven-work → dough-making.',
    ],
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
    told: [
      /:1 "dough-making" describes some levels|^skills\/dough-making\.md:8 "dough-making" describes level 4; the scale has levels 1 to 3/,
    ],
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
    files: {
      [DOUGH]: `${HEAD}\n${Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')}`,
    },
    told: [`${DOUGH}:4 The skill has no definition.`, /:20 The line is indented or nested far too deep/],
  },
  {
    name: 'twenty thousand stars',
    files: { [DOUGH]: `${HEAD}\n${'*a_ '.repeat(20_000)}` },
    told: [
      `${DOUGH}:4 The skill has no definition.`,
      `${DOUGH}:8 There is far more markup here than words need.`,
    ],
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
    name: 'something to read with a comment that is not known, empty, or there twice',
    files: {
      [DOUGH]: `${HEAD}\n## Level 1\n\n### Read\n\n- Bread\n  - Takes from it: Weigh.\n- Rye\n  - Take from it:\n- Rolls\n  - Take from it: Fold.\n  - Take from it: Rest.\n-\n`,
    },
    told: [
      `${DOUGH}:1 "dough-making" describes some levels but not 2, 3.`,
      `${DOUGH}:13 Below something to read, an entry begins with "Take from it:".`,
      `${DOUGH}:15 Nothing is said to take from it.`,
      `${DOUGH}:18 What to take from it stands twice.`,
      `${DOUGH}:19 The entry has no words.`,
    ],
  },
  {
    name: 'a confusion without an id, and one with an unknown id',
    files: {
      [DOUGH]: `${HEAD}\n## Often confused with\n\n- Oven work is hotter.\n- \`oven-wrok\` It is hotter.\n`,
    },
    told: [
      `${DOUGH}:10 The entry does not begin with the id of the other skill.`,
      `${DOUGH}:11 There is no skill "oven-wrok" to confuse it with.`,
    ],
  },
  {
    name: 'a file name that is no id',
    files: { 'skills/Cake Making.md': HEAD },
    told: [
      'skills/Cake Making.md:- "Cake Making" is not an id, and the file\'s name is the id of the skill.',
    ],
  },
  {
    name: 'weeks out of order and beyond the scale',
    files: replaced(
      DOUGH,
      'group: baking',
      'group: baking\nweeks:\n  - { up_to: 2, low: 9, high: 3 }\n  - { up_to: 1, low: 1, high: 2 }\n  - { up_to: 5, low: 1, high: 2 }',
    ),
    told: [
      `${DOUGH}:5 9 to 3 weeks begins above its end.`,
      `${DOUGH}:6 Weeks up to level 1 come after weeks up to level 2.`,
      `${DOUGH}:7 The scale ends at level 3; these weeks reach level 5.`,
    ],
  },
]

test.each(cases)('$name is told with its line', expectTold)
