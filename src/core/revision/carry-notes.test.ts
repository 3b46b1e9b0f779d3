// Proves which notes of what people said come along to another version.
import { expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { Assessment, Rating } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import { carriedNotes } from './carry-notes.ts'
import { diffFrameworks } from './diff-frameworks.ts'

const before = loadFramework(BUILT_IN)

function rating(skill: string, level: number): Rating {
  return {
    assessmentId: 'note',
    skill,
    revisionId: `revision-of-${skill}`,
    version: 1,
    ratedAt: '2026-09-30T00:00:00.000Z',
    level,
    reason: null,
    approaching: false,
    behaviours: [],
    confidence: null,
    observedOn: null,
    note: '',
  }
}

const note: Assessment = {
  id: 'note',
  subjectId: 'ada',
  ownerId: 'me',
  raterKind: 'peer',
  frameworkDigest: 'old',
  role: 'senior-engineer',
  openedAt: '2026-09-30T00:00:00.000Z',
  lastActivityAt: '2026-09-30T00:00:00.000Z',
  closedAt: null,
  ratings: [rating('delegation', 3), rating('mentoring', 2), rating('coaching', 2)],
}

function carried(change: (copy: Framework) => void) {
  const after = structuredClone(before)
  change(after)
  return carriedNotes({ before, after, diff: diffFrameworks(before, after) }, [note])
}

test('only what nothing speaks against comes along: reworded, gone and private skills stay behind', () => {
  const [one] = carried((copy) => {
    const level = copy.skills.find(({ id }) => id === 'delegation')?.anchors.find((one) => one.level === 3)
    if (level?.behaviours[0]) level.behaviours[0].text = 'Hands over whole budgets and defends them.'
    const coaching = copy.skills.find(({ id }) => id === 'coaching')
    if (coaching) coaching.private = true
  })
  expect(one?.carried).toMatchObject([
    { skill: 'mentoring', carriedFrom: 'revision-of-mentoring', content: { level: 2 } },
  ])
  expect(one?.role).toBe('senior-engineer')
})

test('a note of which nothing comes along is not there, and a role that is gone is not known', () => {
  const kept = new Set(['delegation', 'mentoring', 'coaching'])
  expect(carried((copy) => (copy.skills = copy.skills.filter(({ id }) => !kept.has(id))))).toEqual([])
  const [one] = carried((copy) => {
    copy.roles = copy.roles.filter(({ id }) => id !== 'senior-engineer')
  })
  expect(one?.role).toBe('')
})
