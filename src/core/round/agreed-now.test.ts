// Which of several signed versions holds for a skill.

import { expect, test } from 'vitest'
import { agreedNow } from './agreed-now.ts'
import type { AgreedLevel } from './agreement.ts'

const shown = (skill: string, level: number): AgreedLevel => ({ skill, level, proof: '', by: null })
const wanted = (skill: string, level: number): AgreedLevel => ({
  skill,
  level,
  proof: 'Seen',
  by: '2027-03-31',
})
const version = (number: number, items: AgreedLevel[], isSigned = true) => ({
  version: number,
  items,
  signedAt: isSigned ? `2026-0${number}-15T09:00:00.000Z` : null,
})
const levels = (...versions: ReturnType<typeof version>[]) =>
  Object.fromEntries([...agreedNow(versions)].map(([skill, { level }]) => [skill, level]))

test('What a later version leaves out stays as it was agreed', () => {
  const first = version(1, [shown('writing', 3), shown('design', 2)])
  expect(levels(first, version(2, [shown('design', 3)]))).toEqual({ writing: 3, design: 3 })
  expect(agreedNow([first]).get('writing')).toEqual({ level: 3, on: '2026-01-15' })
})

test('The order in which versions arrive changes nothing, and what is not signed says nothing', () => {
  const [first, second] = [version(1, [shown('design', 2)]), version(2, [shown('design', 4)])]
  expect(levels(second, first)).toEqual({ design: 4 })
  expect(levels(first, version(2, [shown('design', 4)], false))).toEqual({ design: 2 })
})

test('A level that is still to be shown leaves what was shown before it', () => {
  expect(levels(version(1, [shown('design', 2)]), version(2, [wanted('design', 3)]))).toEqual({ design: 2 })
  expect(levels(version(1, [wanted('design', 3)]))).toEqual({})
})

test('Asked to be shown again at the same level or below, it takes back what was agreed', () => {
  expect(levels(version(1, [shown('design', 4)]), version(2, [wanted('design', 3)]))).toEqual({})
  expect(levels(version(1, [shown('design', 3)]), version(2, [wanted('design', 3)]))).toEqual({})
})
