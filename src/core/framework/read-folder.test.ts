// What becomes of a folder: every part of the format arrives, and every gap is filled and told.
import { describe, expect, test } from 'vitest'
import { readFiles, SMALL } from '../../../tests/frameworks/read-files.ts'
import type { FolderFile } from './framework-files.ts'
import { lintFramework } from './lint-framework.ts'
import { readFrameworkFolder } from './read-folder.ts'
import { placeOf } from './source-map.ts'

const files = readFiles(SMALL)

function withFiles(changes: Record<string, string>): FolderFile[] {
  const kept = files.filter((file) => !(file.path in changes))
  return [...kept, ...Object.entries(changes).map(([path, text]) => ({ path, text }))]
}

const OVEN = `---
name: Oven work
group: baking
kind: hard
prerequisites: [hygiene]
weeks:
  - { up_to: 2, low: 2, high: 4 }
  - { up_to: 3, low: 10, high: 20 }
observability: { peers: 3, manager: 1, reports: 0 }
access: gated
private: true
first-when-below: 1
safeguard: >-
  The oven is hot.
---

Bringing bread out at the right
moment.

It takes *years* to learn.

## Why it matters

Nobody buys **burnt** bread.

## What people say

- "It was in too long."
  - Mostly means: You were \`elsewhere\`.
  - Ask back: Which batch?
- Let it stand.

## Often confused with

- \`dough-making\`: what happens before the oven.

## Level 1

### A colleague can see

- [opens-carefully] Opens the door
  carefully.

### To reach the next level

- [watch-colour] Watch the colour, not the clock.

### Read

- Hamelman, [Bread](https://example.org/bread)
  - Take from it: Weigh the water
    as you weigh the flour: by the gram.
- Robertson, Tartine Bread

### Anti-pattern

- [peeking] Peeks all the time.

## Level 2

### A colleague can see

- [turns] Turns the loaves.

## Level 3

### To stay here

- [teach-someone] Teach someone.
`

describe('a skill with everything in it', () => {
  const { framework, problems, sources } = readFrameworkFolder(withFiles({ 'skills/oven-work.md': OVEN }))
  const skill = framework?.skills.find((candidate) => candidate.id === 'oven-work')

  test('is read without problems', () => {
    expect(problems).toEqual([])
    expect(framework && lintFramework(framework, sources)).toEqual([])
  })

  test('keeps its front matter', () => {
    expect(skill).toMatchObject({
      name: 'Oven work',
      kind: 'hard',
      group: 'baking',
      prerequisites: ['hygiene'],
      weeks: [
        { upTo: 2, low: 2, high: 4 },
        { upTo: 3, low: 10, high: 20 },
      ],
      observability: { peers: 3, manager: 1, reports: 0 },
      access: 'gated',
      private: true,
      firstWhenBelow: 1,
      safeguard: 'The oven is hot.',
    })
  })

  test('keeps its words without their markup', () => {
    expect(skill).toMatchObject({
      definition: 'Bringing bread out at the right moment.\n\nIt takes years to learn.',
      whyItMatters: 'Nobody buys burnt bread.',
      phrases: [
        { text: 'It was in too long.', means: 'You were elsewhere.', ask: 'Which batch?' },
        { text: 'Let it stand.' },
      ],
      confusedWith: [{ skill: 'dough-making', difference: 'what happens before the oven.' }],
    })
  })

  test('keeps its levels with the ids of their sentences', () => {
    expect(skill?.anchors).toEqual([
      {
        level: 1,
        behaviours: [{ id: 'opens-carefully', text: 'Opens the door carefully.' }],
        practices: [{ id: 'watch-colour', text: 'Watch the colour, not the clock.' }],
        reading: [
          {
            source: 'Hamelman, Bread (https://example.org/bread)',
            take: 'Weigh the water as you weigh the flour: by the gram.',
          },
          { source: 'Robertson, Tartine Bread' },
        ],
        antiPattern: { id: 'peeking', text: 'Peeks all the time.' },
      },
      { level: 2, behaviours: [{ id: 'turns', text: 'Turns the loaves.' }], practices: [], reading: [] },
      { level: 3, behaviours: [], practices: [{ id: 'teach-someone', text: 'Teach someone.' }], reading: [] },
    ])
  })

  test('can be pointed at, line by line', () => {
    const file = 'skills/oven-work.md'
    expect(placeOf(sources, '/skills/oven-work/weeks/1')).toEqual({ file, line: 8 })
    expect(placeOf(sources, '/skills/oven-work/statements/turns')).toEqual({ file, line: 63 })
    expect(placeOf(sources, '/skills/oven-work/anchors/3')).toEqual({ file, line: 65 })
    expect(placeOf(sources, '/expectations/baker/oven-work')).toEqual({ file: 'expectations.csv', line: 6 })
    expect(placeOf(sources, '/roles/baker/week')).toEqual({ file: 'roles.yaml', line: 3 })
    expect(placeOf(sources, '/roles/nobody')).toEqual({ file: 'roles.yaml', line: 1 })
  })
})

describe('a framework that leaves out everything optional', () => {
  const { framework, problems } = readFrameworkFolder(files)

  test('is complete all the same', () => {
    expect(problems).toEqual([])
    expect(framework).toMatchObject({
      language: 'en',
      practiceHoursPerWeek: 1,
      bands: [],
      weekParts: [],
      groups: [{ short: 'Baking' }, { short: 'The shop' }],
      paths: [{ pattern: 'solid' }, { pattern: 'dash' }],
      layout: { computed: true },
    })
    expect(framework?.roles.map((role) => role.code)).toEqual(['AP', 'BA', 'MB', 'SA', 'SM'])
    expect(framework?.roles.map((role) => role.preset)).toEqual([true, false, false, false, false])
    expect(framework?.expectations.baker?.hygiene).toEqual({ level: 2, weight: 2 })
    expect(framework?.skills[0]).toMatchObject({
      kind: 'unknown',
      access: 'open',
      prerequisites: [],
      weeks: [],
      anchors: [],
    })
  })

  test('tells everything that was assumed', () => {
    const told = framework?.assumptions.map(({ where, field, assumed }) => `${where} · ${field} · ${assumed}`)
    expect(told).toEqual(
      expect.arrayContaining([
        'framework.yaml · language · en',
        'framework.yaml · practice_hours_per_week · 1',
        'framework.yaml · layout · one column for each path, computed',
        'framework.yaml · paths / counter / pattern · dash',
        'roles.yaml · preset · apprentice',
        'expectations.csv · weight · 2, important (18 rows)',
        'skills/hygiene.md · kind · unknown',
        'skills/hygiene.md · access · open',
        'skills/hygiene.md · prerequisites · none',
      ]),
    )
  })

  test('has its skills in the order of the expectations', () => {
    const ids = framework?.skills.map((skill) => skill.id)
    expect(ids).toEqual(['dough-making', 'oven-work', 'hygiene', 'serving-customers', 'ordering'])
  })
})

test('a group may put its skills in order; the others follow', () => {
  const text = (files.find((file) => file.path === 'framework.yaml')?.text ?? '').replace(
    'name: Baking }',
    'name: Baking, skills: [hygiene, oven-work] }',
  )
  const { framework } = readFrameworkFolder(withFiles({ 'framework.yaml': text }))
  expect(framework?.skills.slice(0, 3).map((skill) => skill.id)).toEqual([
    'hygiene',
    'oven-work',
    'dough-making',
  ])
})

describe('translations', () => {
  const german = '---\nname: Ofenarbeit\n---\n\nBrot im rechten Augenblick herausholen.\n'

  test('are kept out of the framework, and missing ones are told once for a language', () => {
    const { framework, problems } = readFrameworkFolder(withFiles({ 'skills/oven-work.de.md': german }))
    expect(framework?.skills).toHaveLength(5)
    expect(problems.map(({ severity, file, message }) => `${severity} ${file} ${message}`)).toEqual([
      'warning skills 4 skills have no translation into "de": dough-making, hygiene, ordering, serving-customers.',
    ])
  })

  test('have the ids of their originals', () => {
    const translated = `${german}\n## Level 1\n\n### A colleague can see\n\n- [oeffnet] Öffnet vorsichtig.\n`
    const { problems } = readFrameworkFolder(
      withFiles({
        'skills/oven-work.md': OVEN,
        'skills/oven-work.de.md': translated,
        'skills/cakes.de.md': german,
      }),
    )
    expect(problems.map(({ severity, file, line }) => `${severity} ${file} ${line}`)).toEqual([
      'warning skills null',
      'error skills/cakes.de.md null',
      'warning skills/oven-work.de.md null',
      'error skills/oven-work.de.md 11',
    ])
  })

  test('say nothing that the original says', () => {
    const { problems } = readFrameworkFolder(
      withFiles({ 'skills/oven-work.de.md': german.replace('---\n\n', 'group: baking\n---\n\n') }),
    )
    expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toContain(
      'skills/oven-work.de.md:3 "group" is not known.',
    )
  })
})

test('lint without the places still names the file', () => {
  const { framework } = readFrameworkFolder(files)
  if (framework === null) throw new Error('The framework cannot be read.')
  const broken = { ...framework, moves: [{ from: 'baker', to: 'baker', kind: 'up' as const }] }
  expect(lintFramework(broken)).toMatchObject([{ file: 'moves.yaml', line: null, severity: 'error' }])
})
