// The climb of every move of the built-in framework, and how a climb is told in words.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { climbBetween, climbInWords, mixInWords } from './climb.ts'
import { wholePercent } from './plain-words.ts'

const framework = loadFramework(BUILT_IN)

/** From, to, climb in points, hard share in percent (null where there is nothing to climb). */
const MOVES: [string, string, number, number | null][] = [
  ['senior-engineer', 'tech-lead', 56, 18],
  ['senior-engineer', 'staff-engineer', 102, 28],
  ['senior-engineer', 'staff-specialist', 56, 39],
  ['senior-engineer', 'engineering-manager', 82, 13],
  ['senior-engineer', 'product-manager', 90, 19],
  ['senior-engineer', 'technical-program-manager', 73, 18],
  ['senior-engineer', 'solutions-architect', 68, 18],
  ['senior-engineer', 'developer-advocate', 73, 10],
  ['senior-engineer', 'independent-consultant', 94, 26],
  ['senior-engineer', 'technical-founder', 145, 16],
  ['tech-lead', 'staff-engineer', 47, 38],
  ['tech-lead', 'tech-lead-manager', 14, 7],
  ['tech-lead', 'engineering-manager', 22, 23],
  ['tech-lead', 'technical-program-manager', 34, 26],
  ['tech-lead', 'senior-engineer', 0, null],
  ['tech-lead-manager', 'engineering-manager', 4, 75],
  ['tech-lead-manager', 'staff-engineer', 40, 45],
  ['staff-engineer', 'principal-engineer', 68, 31],
  ['staff-engineer', 'software-architect', 21, 57],
  ['staff-engineer', 'staff-specialist', 8, 38],
  ['staff-engineer', 'engineering-manager', 17, 6],
  ['staff-engineer', 'independent-consultant', 30, 10],
  ['staff-specialist', 'principal-engineer', 111, 29],
  ['staff-specialist', 'developer-advocate', 34, 9],
  ['staff-specialist', 'independent-consultant', 45, 20],
  ['software-architect', 'principal-engineer', 62, 26],
  ['software-architect', 'solutions-architect', 21, 10],
  ['software-architect', 'staff-engineer', 17, 41],
  ['principal-engineer', 'distinguished-engineer', 23, 13],
  ['principal-engineer', 'engineering-director', 37, 24],
  ['principal-engineer', 'cto', 38, 8],
  ['principal-engineer', 'fractional-cto', 22, 0],
  ['distinguished-engineer', 'cto', 24, 12],
  ['distinguished-engineer', 'fractional-cto', 17, 0],
  ['engineering-manager', 'senior-engineering-manager', 65, 15],
  ['engineering-manager', 'staff-engineer', 51, 57],
  ['engineering-manager', 'senior-engineer', 13, 100],
  ['engineering-manager', 'product-manager', 37, 22],
  ['engineering-manager', 'technical-program-manager', 28, 21],
  ['engineering-manager', 'technical-founder', 83, 23],
  ['senior-engineering-manager', 'engineering-director', 29, 28],
  ['senior-engineering-manager', 'staff-engineer', 31, 84],
  ['senior-engineering-manager', 'engineering-manager', 0, null],
  ['engineering-director', 'vp-engineering', 38, 24],
  ['engineering-director', 'principal-engineer', 51, 78],
  ['engineering-director', 'fractional-cto', 33, 55],
  ['vp-engineering', 'cto', 21, 81],
  ['vp-engineering', 'engineering-director', 1, 100],
  ['vp-engineering', 'fractional-cto', 25, 68],
  ['cto', 'technical-founder', 5, 40],
  ['cto', 'fractional-cto', 8, 12],
  ['cto', 'principal-engineer', 23, 74],
  ['product-manager', 'senior-engineer', 31, 100],
  ['product-manager', 'technical-founder', 87, 32],
  ['product-manager', 'engineering-manager', 43, 35],
  ['technical-program-manager', 'engineering-manager', 38, 13],
  ['technical-program-manager', 'product-manager', 31, 29],
  ['solutions-architect', 'product-manager', 42, 26],
  ['solutions-architect', 'software-architect', 62, 44],
  ['solutions-architect', 'independent-consultant', 30, 50],
  ['developer-advocate', 'product-manager', 51, 31],
  ['developer-advocate', 'staff-specialist', 40, 72],
  ['independent-consultant', 'staff-engineer', 39, 15],
  ['independent-consultant', 'fractional-cto', 85, 20],
  ['independent-consultant', 'technical-founder', 74, 11],
  ['fractional-cto', 'cto', 38, 16],
  ['fractional-cto', 'vp-engineering', 64, 25],
  ['technical-founder', 'cto', 57, 32],
  ['technical-founder', 'engineering-manager', 12, 17],
]

describe('the 69 moves', () => {
  test('are all in the table', () => {
    const inTable = MOVES.map(([from, to]) => `${from} ${to}`).toSorted()
    expect(inTable).toEqual(framework.moves.map((move) => `${move.from} ${move.to}`).toSorted())
    expect(MOVES).toHaveLength(69)
  })

  test.each(MOVES)('%s to %s climbs %i points, %s percent of them hard', (from, to, points, hardPercent) => {
    const result = climbBetween(framework, from, to)
    expect(result.points).toBe(points)
    expect(result.hardShare === null ? null : wholePercent(result.hardShare)).toBe(hardPercent)
    expect(result.hard + result.soft + result.unknown).toBe(points)
    expect(result.gaps.reduce((sum, line) => sum + line.points, 0)).toBe(points)
  })
})

const gaps = (weight: 1 | 2 | 3, ...sizes: number[]) => sizes.map((gap) => ({ weight, gap }))

describe('a climb in words', () => {
  test.each([
    ['nothing open', [], 'no gap: everything expected is met'],
    ['one critical gap', gaps(3, 1), 'one critical gap of one level'],
    ['one wide critical gap', gaps(3, 4), 'one critical gap of four levels'],
    ['two narrow ones', gaps(3, 1, 1), 'two critical gaps, both one level'],
    ['two wide ones', gaps(3, 2, 2), 'two critical gaps, both two levels'],
    ['several narrow ones', gaps(3, 1, 1, 1), 'three critical gaps, all one level'],
    ['several equal ones', gaps(3, 2, 2, 2), 'three critical gaps, all two levels'],
    ['wide ones of unlike width', gaps(3, 2, 3, 4), 'three critical gaps, all two levels or more'],
    ['one wide among many', gaps(3, 1, 1, 3), 'three critical gaps, one of them three levels'],
    ['many', gaps(3, 2, 2, 2, 2, 2, 1, 1), 'seven critical gaps, five of them two levels'],
    ['mixed', gaps(3, 3, 2, 2, 2, 1, 1), 'six critical gaps, four of them two levels or more'],
    ['more than twelve', gaps(3, ...Array<number>(13).fill(1)), '13 critical gaps, all one level'],
    ['only important ones', gaps(2, 1, 2), 'no critical gap; two important gaps, one of them two levels'],
    ['only helpful ones', gaps(1, 1), 'no critical or important gap; one helpful one of one level'],
    ['surplus is no gap', gaps(3, -2, 0), 'no gap: everything expected is met'],
  ])('%s', (_, lines, words) => {
    expect(climbInWords(lines)).toBe(words)
  })

  test('senior to staff has seven critical gaps, five of them two levels, mostly soft', () => {
    const result = climbBetween(framework, 'senior-engineer', 'staff-engineer')
    expect(result.words).toBe('seven critical gaps, five of them two levels')
    expect(result.mix).toBe('mostly soft')
  })

  test('the mix of hard and soft is told in steps, and not at all where it is unknown', () => {
    expect([0, 0.39, 0.4, 0.6, 0.61, 1, null].map(mixInWords)).toEqual([
      'all soft',
      'mostly soft',
      'about half hard, half soft',
      'about half hard, half soft',
      'mostly hard',
      'all hard',
      '',
    ])
  })
})
