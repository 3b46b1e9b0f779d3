// Proves that a promise of an earlier version is judged by its own words, with the levels that are known since.
import { expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { SMALL } from '../../../tests/frameworks/read-files.ts'
import type { Framework } from '../framework/framework.ts'
import type { Estimates } from '../planning/estimates.ts'
import { diffFrameworks } from './diff-frameworks.ts'
import { levelsCarriedBack, versionsBefore } from './levels-carried-back.ts'

const before = loadFramework(SMALL)
const [skill = { id: '' }, other = { id: '' }] = before.skills
const earlier: Estimates = {
  [skill.id]: { mean: 1, sd: 0.3, assumed: false },
  [other.id]: { mean: 2, sd: 0.8, assumed: true },
}
const later: Estimates = {
  [skill.id]: { mean: 3, sd: 0.3, assumed: false },
  [other.id]: { mean: 4, sd: 0.8, assumed: true },
}

function carriedBack(change: (copy: Framework) => void): Estimates {
  const after = structuredClone(before)
  change(after)
  return levelsCarriedBack({ before, after, diff: diffFrameworks(before, after) }, earlier, later)
}

test('what was rated since counts; what is only assumed there fulfils nothing', () => {
  const levels = carriedBack((copy) => {
    copy.version = 'next'
  })
  expect(levels[skill.id]?.mean).toBe(3)
  expect(levels[other.id]?.mean).toBe(2)
})

test('a skill that is gone, and a scale with other levels, leave the level that was known there', () => {
  const gone = carriedBack((copy) => {
    copy.skills = copy.skills.filter(({ id }) => id !== skill.id)
  })
  expect(gone[skill.id]?.mean).toBe(1)
  const longer = carriedBack((copy) => {
    const top = copy.scale.at(-1)
    if (top !== undefined) copy.scale.push({ ...top, level: top.level + 1, name: 'Beyond all of it' })
  })
  expect(longer[skill.id]?.mean).toBe(1)
})

test('versions are followed over several moves, undone ones and circles left out', () => {
  const move = (beforeDigest: string, afterDigest: string, undoneAt: string | null = null) => ({
    beforeDigest,
    afterDigest,
    undoneAt,
  })
  const moves = [move('a', 'b'), move('b', 'c'), move('c', 'b'), move('x', 'c', '2026-11-25T10:00:00.000Z')]
  expect(versionsBefore(moves, 'c')).toEqual(['b', 'a'])
  expect(versionsBefore(moves, 'a')).toEqual([])
})
