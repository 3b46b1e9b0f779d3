// Reading the figures of a cell.

import { describe, expect, test } from 'vitest'
import { meanLevel, missingPeople, shortSkills, trendOf } from './read-figures.ts'
import type { CellFigures } from './release.ts'

const figures = (counts: number[], expected: number[]): CellFigures => ({
  people: counts.reduce((sum, count) => sum + count, 0),
  counts,
  expected,
  repeated: 0,
})

describe('the figures of a cell', () => {
  test('have a middle and a change', () => {
    const now = figures([0, 0, 2, 4], [0, 0, 0, 6])
    expect(meanLevel(now)).toBeCloseTo(2.667, 3)
    expect(trendOf(now, figures([0, 0, 4, 2], [0, 0, 0, 6]))).toBeCloseTo(0.333, 3)
    expect(trendOf(now, undefined)).toBeNull()
  })

  test('miss as many people as would stay short even if roles were exchanged', () => {
    expect(missingPeople(figures([0, 0, 3, 3], [0, 0, 3, 3]))).toBe(0)
    expect(missingPeople(figures([0, 0, 5, 1], [0, 0, 3, 3]))).toBe(2)
    // Many at the top do not make up for those at the bottom more than once.
    expect(missingPeople(figures([4, 0, 0, 3], [0, 0, 5, 2]))).toBe(4)
  })

  test('name the skills in short supply, the scarcest first', () => {
    const cell = {
      team: null,
      path: null,
      role: null,
      skills: {
        enough: figures([0, 0, 6], [0, 3, 3]),
        some: figures([0, 5, 1], [0, 0, 6]),
        few: figures([6, 0, 0], [0, 0, 6]),
      },
    }
    expect(shortSkills(cell).map(({ skill, missing }) => [skill, missing])).toEqual([
      ['few', 6],
      ['some', 5],
    ])
  })
})
