// What a round says about the framework, and from how many answers on it says anything.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { type AnswerToRead, frameworkQuality } from './framework-quality.ts'

const framework = loadFramework(BUILT_IN)
const skill = framework.skills.find(({ id }) => id === 'delegation') ?? framework.skills[0]
if (skill === undefined) throw new Error('The framework has skills.')
const first = skill.anchors[0]?.behaviours ?? []

function answers(subjects: number, raters: number): AnswerToRead[] {
  return Array.from({ length: subjects * raters }, (_, at) => ({
    subject: `s${Math.floor(at / raters)}`,
    rater: `r${at % raters}`,
    skill: skill?.id ?? '',
    level: 2 + (at % 2),
    behaviours: at === 0 ? [first[0]?.id ?? ''] : [first[1]?.id ?? ''],
  }))
}

describe('the quality of a framework', () => {
  test('is told from five people and five raters on', () => {
    expect(frameworkQuality(framework, answers(4, 6))).toEqual([])
    expect(frameworkQuality(framework, answers(6, 4))).toEqual([])
    expect(frameworkQuality(framework, answers(5, 5))).toHaveLength(1)
  })

  test('counts nothing that fewer than three said about somebody', () => {
    const apart = (subject: string, levels: number[]): AnswerToRead[] =>
      levels.map((level, at) => ({
        ...{ subject, rater: `r${at}`, skill: skill?.id ?? '', level },
        behaviours: level === 5 ? [first[0]?.id ?? ''] : [first[1]?.id ?? ''],
      }))
    // One person with many raters, and four with one each: a figure of these would be about the one.
    const one = apart('s0', [1, 5, 1, 5, 1, 5])
    const few = ['s1', 's2', 's3', 's4'].flatMap((subject) => apart(subject, [3]))
    expect(frameworkQuality(framework, [...one, ...few])).toEqual([])
    // What two said of somebody beside five whom enough rated changes nothing.
    const enough = answers(5, 5)
    expect(frameworkQuality(framework, [...enough, ...apart('s9', [1, 5])])).toEqual(
      frameworkQuality(framework, enough),
    )
  })

  test('says how far two raters of the same person are apart, and which criteria nobody uses', () => {
    const [found] = frameworkQuality(framework, answers(5, 6))
    // Half said 2 and half 3: a variance of .3 within six answers, √(2 × .3) between two.
    expect(found?.disagreement).toBe(0.8)
    expect(found?.hardlyUsed).toContain(first[0]?.id)
    expect(found?.hardlyUsed).not.toContain(first[1]?.id)
  })
})
