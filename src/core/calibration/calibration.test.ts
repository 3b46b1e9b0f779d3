// What a closed round of calibration says: how alike skills are read, and to each reader how their scale lies.
import { expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { findSkill } from '../framework/look-up.ts'
import { builtInCases } from './built-in-cases.ts'
import { resultFor } from './calibration.ts'
import { closeRound, ownScales, type Reader } from './close-round.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'

test('agrees with the value published for the example of Krippendorff (2011): four observers, twelve units, 0.849', () => {
  const rows = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ]
  const units = Array.from({ length: 12 }, (_, unit) =>
    rows.flatMap((row) => (row[unit] === null || row[unit] === undefined ? [] : [row[unit]])),
  )
  expect(krippendorffAlpha(units)).toBeCloseTo(0.849, 3)
  expect(
    krippendorffAlpha([
      [3, 3],
      [3, 3, 3],
    ]),
  ).toBeNull()
})

const CASES = ['a', 'b', 'c', 'd', 'e', 'f']
const reader = (personId: string, levels: number[], skill = 'delegation'): Reader => ({
  personId,
  readings: levels.map((level, index) => ({ caseId: CASES[index] ?? '', skill, level })),
})

test('fewer than three readers: nothing is said, not even how many there were', () => {
  expect(closeRound([reader('Max', [2, 3]), reader('Nia', [3, 3])])).toEqual({ readers: 0, skills: [] })
  const three = [reader('Max', [2, 3]), reader('Nia', [3, 3]), reader('Ada', [1], 'coaching')]
  expect(closeRound(three)).toEqual({ readers: 3, skills: [] })
})

test('names the two levels between which a skill is read differently', () => {
  const { skills } = closeRound([
    reader('Max', [2, 3, 4]),
    reader('Nia', [3, 3, 4]),
    reader('Ada', [2, 3, 4]),
  ])
  expect(skills).toEqual([
    {
      skill: 'delegation',
      alpha: expect.any(Number),
      same: 7 / 9,
      split: { below: 2, above: 3, share: 2 / 9 },
      fewest: 3,
    },
  ])
})

test('tells a strict reader so, and only where at least three others read the same cases', () => {
  const others = ['Nia', 'Ada', 'Fay'].map((name) => reader(name, [3, 4, 3, 4, 3, 4]))
  const all = [reader('Max', [2, 3, 2, 3, 2, 3]), ...others]
  const scales = new Map(ownScales(all, 'round').map(({ personId, scale }) => [personId, scale]))
  expect(scales.get('Max')).toMatchObject({ difference: -1, others: 3 })
  expect(scales.get('Nia')?.difference).toBe(0.5)
  expect(ownScales(all.slice(0, 3), 'round')).toEqual([])
  expect(
    ownScales([reader('Max', [2, 3]), ...others.map((one) => one)], 'round').map((one) => one.personId),
  ).not.toContain('Max')
})

test('a skill of which no case was read by three is left out, however many read it', () => {
  const apart = ['Max', 'Nia', 'Ada'].map((personId, place) => ({
    personId,
    readings: [
      { caseId: 'a', skill: 'delegation', level: 3 },
      { caseId: CASES[place + 1] ?? '', skill: 'coaching', level: 2 },
    ],
  }))
  expect(closeRound(apart).skills.map(({ skill }) => skill)).toEqual(['delegation'])
})

test('an owner who read the cases too needs three others before anything is shown', () => {
  const result = { readers: 3, skills: [] }
  expect(resultFor(result, true)).toEqual({ readers: 0, skills: [] })
  expect(resultFor(result, false)).toEqual(result)
  expect(resultFor({ readers: 4, skills: [] }, true).readers).toBe(4)
})

test('an owner who read the cases too is told of a skill only where three others read each of its cases', () => {
  const both = (personId: string) => [
    ...reader(personId, [3, 4], 'coaching').readings,
    ...reader(personId, [2]).readings,
  ]
  const result = closeRound([
    ...['Max', 'Nia', 'Ada'].map((personId) => ({ personId, readings: both(personId) })),
    reader('Fay', [3, 4], 'coaching'),
  ])
  const told = (isReader: boolean) => resultFor(result, isReader).skills
  expect(told(false).map(({ skill }) => skill)).toEqual(['coaching', 'delegation'])
  expect(told(true).map(({ skill }) => skill)).toEqual(['coaching'])
  expect(Object.keys(told(false)[0] ?? {})).toEqual(['skill', 'alpha', 'same', 'split'])
})

test('the cases that come with the framework are read for skills that it has, none of them private', () => {
  const framework = loadFramework(BUILT_IN)
  const cases = builtInCases(framework.id)
  expect(cases.length).toBeGreaterThanOrEqual(8)
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  for (const { skills, id } of cases)
    for (const skill of skills)
      expect([id, skill, findSkill(framework, skill)?.private ?? false]).toEqual([id, skill, false])
  expect(builtInCases('other')).toEqual([])
  for (const { skills } of cases)
    for (const skill of skills) expect(findSkill(framework, skill)).toBeDefined()
})
