// Versions that earlier releases stored: shown as today's, never changed, whatever an import left in them.
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { Framework } from './framework.ts'
import { currentShape } from './stored-framework.ts'

const framework = loadFramework(BUILT_IN)

function asStored(skills: unknown): Framework {
  return { ...framework, skills } as unknown as Framework
}

describe('a framework version from before one could say what to take from something to read', () => {
  const old = asStored(
    framework.skills.map((skill) => ({
      ...skill,
      anchors: skill.anchors.map((anchor) => ({
        ...anchor,
        reading: anchor.reading.map((one) => one.source),
      })),
    })),
  )

  test('shows the same sources, without anything to take from them', () => {
    const sources = (one: Framework) =>
      one.skills.flatMap((skill) => skill.anchors.flatMap((anchor) => anchor.reading.map((r) => r.source)))
    expect(sources(currentShape(old))).toEqual(sources(framework))
  })

  test('stays as it is itself, for its digest belongs to the old shape', () => {
    const before = JSON.stringify(old)
    currentShape(old)
    expect(JSON.stringify(old)).toBe(before)
  })
})

test('a framework version of today comes back untouched', () => {
  expect(currentShape(framework)).toBe(framework)
})

test.each([
  ['no list of skills', 'none'],
  ['a skill that is nothing', [null]],
  ['a skill without levels', [{ id: 'writing' }]],
  ['a level that is nothing', [{ anchors: [null] }]],
  ['a level without anything to read', [{ anchors: [{ level: 1 }] }]],
])('a version that an import left with %s is passed on as it is', (_, skills) => {
  const stored = asStored(skills)
  expect(currentShape(stored)).toBe(stored)
})
