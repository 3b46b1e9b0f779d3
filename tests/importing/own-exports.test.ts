// The long table and the document that Skillmap writes are read back to what they hold, and say what they never held.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Framework } from '../../src/core/framework/framework.ts'
import { lintFramework } from '../../src/core/framework/lint-framework.ts'
import { hasErrors } from '../../src/core/framework/problem.ts'
import { writeMarkdownDocument } from '../../src/core/framework-export/write-document.ts'
import { writeLongCsv } from '../../src/core/framework-export/write-long-csv.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { anyWrittenFramework } from '../frameworks/any-written-framework.ts'
import { loadFramework } from '../frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../frameworks/read-files.ts'
import { frameworkOf, textSource } from './import-source-of.ts'

const FRAMEWORKS: [string, Framework][] = [
  ['the built-in framework', loadFramework(BUILT_IN)],
  ['the small framework', loadFramework(SMALL)],
]

/** What roles ask for, by the names of roles and skills, which a document keeps where it keeps no ids. */
function matrixByName({ roles, skills, expectations }: Framework): Record<string, unknown> {
  return Object.fromEntries(
    roles.flatMap((role) =>
      skills.flatMap((skill) => {
        const own = expectations[role.id]?.[skill.id]
        return own === undefined ? [] : [[`${role.name} · ${skill.name}`, own]]
      }),
    ),
  )
}

function expectSound(framework: Framework): void {
  expect(lintFramework(framework).filter(({ severity }) => severity === 'error')).toEqual([])
}

describe('The long table', () => {
  const read = (framework: Framework) => readImport([textSource('anything', writeLongCsv(framework))])
  const isAskedFor = (framework: Framework, skill: string) =>
    Object.values(framework.expectations).some((own) => own[skill] !== undefined)

  test.each(FRAMEWORKS)('gives roles, skills, levels, weights and words of %s', (_, framework) => {
    const reading = read(framework)
    const back = frameworkOf(reading)
    expect([reading.kind, reading.losses]).toEqual(['skillmap-table', []])
    expect(back.expectations).toEqual(framework.expectations)
    const about = ({ roles }: Framework) => roles.map(({ id, name, path, band }) => [id, name, path, band])
    expect(about(back)).toEqual(about(framework))
    const named = ({ skills }: Framework) =>
      skills.map(({ id, name, kind, group }) => [id, name, kind, group].join(' · ')).sort()
    expect(named(back)).toEqual(named(framework))
    expect(back.bands).toEqual(framework.bands)
    for (const skill of back.skills)
      for (const { level, behaviours } of skill.anchors) {
        const own = framework.skills
          .find(({ id }) => id === skill.id)
          ?.anchors.find((one) => one.level === level)
        expect(behaviours.map(({ text }) => text)).toEqual(own?.behaviours.map(({ text }) => text))
      }
    expectSound(back)
  })

  test('gives what every role asks for, in any framework, and says what it never held', () => {
    fc.assert(
      fc.property(anyWrittenFramework(), (framework) => {
        const asked = framework.skills.some(({ id }) => isAskedFor(framework, id))
        fc.pre(asked)
        const reading = read(framework)
        const back = frameworkOf(reading)
        // A framework with words of its own for hard and soft says so of each kind that is left out.
        const others = reading.losses.filter(({ what }) => !what.startsWith('The kind '))
        expect(others).toEqual([])
        expect(reading.why).toContain('were never in it')
        const filled = Object.entries(framework.expectations).filter(([, own]) => Object.keys(own).length > 0)
        expect(back.expectations).toEqual(Object.fromEntries(filled))
        expectSound(back)
      }),
      { numRuns: 40 },
    )
  })

  test('takes what somebody changed in it: a level, a new row without ids, a row that was struck', () => {
    const [, small] = FRAMEWORKS[1] ?? ['', loadFramework(SMALL)]
    const lines = writeLongCsv(small).split('\r\n')
    const at = (role: string, skill: string) =>
      lines.findIndex((line) => line.includes(`,${role},`) && line.includes(`,${skill},`))
    const [hygiene, ordering] = [at('baker', 'hygiene'), at('shop-manager', 'ordering')]
    lines[hygiene] = lines[hygiene]?.replace(',2,Alone,', ',3,Teaching,') ?? ''
    lines.splice(ordering, 1)
    lines.splice(2, 0, 'Bakehouse,,,,Baker,,Baking,,Tasting,,,9,,2,,')
    lines.splice(2, 0, 'Bakehouse,,,,Baker,,Baking,,Tasting,,,1,,,,Tastes every batch.')
    const reading = readImport([textSource('anything', lines.join('\r\n'))])
    const back = frameworkOf(reading)
    expect(back.expectations.baker?.hygiene?.level).toBe(3)
    expect(back.expectations['shop-manager']?.ordering).toBeUndefined()
    expect(back.expectations.baker?.tasting).toEqual({ level: 1, weight: 2 })
    expect(reading.losses.map(({ what, why }) => [what, why])).toEqual([
      ['Level 9 in Tasting for Baker', 'It stands twice; the first one is kept.'],
    ])
  })
})

describe('The document', () => {
  const read = (framework: Framework) =>
    readImport([textSource('anything', writeMarkdownDocument(framework))])

  test.each(FRAMEWORKS)('gives the words of %s back', (_, framework) => {
    const reading = read(framework)
    const back = frameworkOf(reading)
    expect([reading.kind, reading.losses]).toEqual(['skillmap-document', []])
    const { name, version, licence, description, honesty, countingRule, sources, bands } = framework
    expect(back).toMatchObject(
      JSON.parse(
        JSON.stringify({ name, version, licence, description, honesty, countingRule, sources, bands }),
      ),
    )
    expect(matrixByName(back)).toEqual(matrixByName(framework))
    expect(back.weekParts.map((part) => part.name)).toEqual(framework.weekParts.map((part) => part.name))
    const nameOf = (own: Framework, id: string) => own.roles.find((role) => role.id === id)?.name
    const moves = (own: Framework) =>
      own.roles.flatMap(({ id }) =>
        own.moves
          .filter((move) => move.from === id)
          .map(({ from, to, kind, changes, hard, trial }) => [
            nameOf(own, from),
            nameOf(own, to),
            kind,
            changes,
            hard,
            trial,
          ]),
      )
    expect(moves(back)).toEqual(moves(framework))
    const words = (own: Framework) =>
      own.skills.map(
        ({ name: title, definition, whyItMatters, kind, prerequisites, phrases, safeguard, anchors }) => ({
          ...{ title, definition, whyItMatters, kind, phrases, safeguard },
          buildsOn: prerequisites.map((id) => own.skills.find((skill) => skill.id === id)?.name),
          levels: anchors.map(({ level, behaviours, practices, antiPattern }) => ({
            level,
            behaviours: behaviours.map(({ text }) => text),
            practices: practices.map(({ text }) => text),
            antiPattern: antiPattern?.text,
          })),
        }),
      )
    expect(words(back)).toEqual(words(framework))
    expectSound(back)
  })

  test('gives what every role asks for, whatever its words are, as long as no two are called the same', () => {
    let compared = 0
    fc.assert(
      fc.property(anyWrittenFramework(), (framework) => {
        const numbered: Framework = {
          ...framework,
          moveKinds: loadFramework(SMALL).moveKinds,
          kinds: loadFramework(SMALL).kinds,
          roles: framework.roles.map(({ mustHaves: _, ...role }, index) => ({
            ...role,
            name: `${role.name} ${index}a`,
          })),
          skills: framework.skills.map((skill, index) => ({ ...skill, name: `${index}b ${skill.name}` })),
        }
        fc.pre(!hasErrors(lintFramework(numbered)))
        const reading = read(numbered)
        expect(reading.losses).toEqual([])
        expect(matrixByName(frameworkOf(reading))).toEqual(matrixByName(numbered))
        expect(frameworkOf(reading).moves).toHaveLength(numbered.moves.length)
        compared++
      }),
      { numRuns: 40 },
    )
    expect(compared).toBe(40)
  })
})

describe('A framework with words of its own for hard and soft', () => {
  const [, builtIn] = FRAMEWORKS[0] ?? []
  if (builtIn === undefined) throw new Error('There is no built-in framework.')
  const own = structuredClone(builtIn)
  own.kinds.hard.name = 'Fachlich'
  own.kinds.soft.name = 'Persönlich'

  test('keeps what a skill builds on, its look-alikes and its safeguard in the document, and loses only the kind', () => {
    const reading = readImport([textSource('anything', writeMarkdownDocument(own))])
    const back = frameworkOf(reading)
    const told = ({ skills }: Framework) =>
      skills
        .map(({ name, safeguard, prerequisites, confusedWith }) => [
          name,
          safeguard,
          prerequisites.length,
          confusedWith.length,
        ])
        .toSorted()
    expect(told(back)).toEqual(told(own))
    expect(reading.losses.map(({ what }) => what)).toEqual(
      own.skills.map(({ name, kind }) => `"Kind: ${own.kinds[kind as 'hard' | 'soft'].name}" of ${name}`),
    )
  })

  test('says of each skill in the long table that its kind is left out', () => {
    const reading = readImport([textSource('anything', writeLongCsv(own))])
    const skills = frameworkOf(reading).skills.length
    expect(reading.losses).toHaveLength(skills)
    expect(reading.losses[0]?.what).toMatch(/^The kind "(Fachlich|Persönlich)" of /)
  })
})
