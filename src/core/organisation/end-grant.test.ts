// Somebody can always keep the list of people: the last who may is not taken away.
import { describe, expect, test } from 'vitest'
import { problemOfEndingGrant, problemOfLeaving } from './end-grant.ts'
import type { Leave } from './people-list.ts'

const there = { leftOn: null, closedAt: null }
const ada = { id: '1', personId: 'Ada', scope: 'people' as const }
const bea = { id: '2', personId: 'Bea', scope: 'people' as const }
const views = { id: '3', personId: 'Cem', scope: 'views' as const }
const leaves = new Map<string, Leave>([
  ['Ada', there],
  ['Bea', there],
  ['Cem', there],
])

describe('The last administrator of people', () => {
  test('keeps that grant, and does not leave', () => {
    expect(problemOfEndingGrant(ada, [ada, views], leaves)).toContain('last administrator of people')
    expect(problemOfLeaving('Ada', [ada, views], leaves)).toContain('last administrator of people')
  })

  test('is not somebody who has another beside them', () => {
    expect(problemOfEndingGrant(ada, [ada, bea], leaves)).toBeNull()
    expect(problemOfLeaving('Ada', [ada, bea], leaves)).toBeNull()
    expect(problemOfEndingGrant(views, [ada, views], leaves)).toBeNull()
    expect(problemOfLeaving('Cem', [ada, views], leaves)).toBeNull()
  })

  test('is not helped by somebody who has left, or is about to', () => {
    for (const gone of [
      { leftOn: '2026-01-31', closedAt: null },
      { leftOn: '2027-01-31', closedAt: null },
      { leftOn: '2026-11-23', closedAt: '2026-11-23T10:00:00.000Z' },
    ])
      expect(
        problemOfEndingGrant(ada, [ada, bea], new Map<string, Leave>([...leaves, ['Bea', gone]])),
      ).not.toBeNull()
  })
})
