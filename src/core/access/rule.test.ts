// Rules grant what they name and nothing else.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessmentRules } from './assessment.ts'
import { ratingRules } from './rating.ts'
import {
  type AccessFacts,
  admin,
  and,
  evaluateRule,
  everyone,
  managerOf,
  nobody,
  or,
  owner,
  sealedRelease,
  subject,
} from './rule.ts'
import { targetRules } from './target.ts'
import { ordinaryViewer, type Viewer, visitor } from './viewer.ts'

const ada: AccessFacts = { orgId: 'acme', ownerId: 'ada', subjectId: 'ada', releasedAt: null }
const manager: Viewer = {
  ...ordinaryViewer('acme', 'max'),
  reports: [{ personId: 'ada', from: '2026-01-01', until: '2026-06-30' }],
}

describe('A rule', () => {
  test('lets people at what is theirs, and nobody else', () => {
    expect(evaluateRule(owner, ordinaryViewer('acme', 'ada'), ada)).toBe(true)
    expect(evaluateRule(owner, ordinaryViewer('acme', 'bob'), ada)).toBe(false)
    expect(evaluateRule(owner, visitor('acme'), { ...ada, ownerId: null })).toBe(false)
  })

  test('never reaches across organisations, not even for everyone', () => {
    expect(evaluateRule(everyone, ordinaryViewer('other', 'ada'), ada)).toBe(false)
    expect(evaluateRule(owner, ordinaryViewer('other', 'ada'), ada)).toBe(false)
  })

  test('knows a manager only on the days on which they were one', () => {
    expect(evaluateRule(managerOf('2026-06-30'), manager, ada)).toBe(true)
    expect(evaluateRule(managerOf('2026-07-01'), manager, ada)).toBe(false)
    expect(evaluateRule(managerOf('2026-01-01'), manager, { ...ada, subjectId: 'bob' })).toBe(false)
  })

  test('grants nothing when it names no condition', () => {
    expect(evaluateRule(and(), ordinaryViewer('acme', 'ada'), ada)).toBe(false)
    expect(evaluateRule(or(), ordinaryViewer('acme', 'ada'), ada)).toBe(false)
    expect(evaluateRule(nobody, ordinaryViewer('acme', 'ada'), ada)).toBe(false)
  })

  test('joins conditions by all or any', () => {
    const released = { ...ada, releasedAt: '2026-02-01T00:00:00Z' }
    const rule = and(subject, or(sealedRelease, admin('people')))
    expect(evaluateRule(rule, ordinaryViewer('acme', 'ada'), ada)).toBe(false)
    expect(evaluateRule(rule, ordinaryViewer('acme', 'ada'), released)).toBe(true)
  })

  test('opens ratings, targets and assessments to no manager and no administrator', () => {
    const grants = fc.record({
      orgId: fc.constant('acme'),
      personId: fc.constantFrom('max', 'bob'),
      adminOf: fc.subarray(['people', 'frameworks', 'backups'] as const).map((scopes) => [...scopes]),
      reports: fc.constant(manager.reports),
    })
    const rules = [
      ...Object.values(ratingRules),
      ...Object.values(targetRules),
      ...Object.values(assessmentRules),
    ]
    fc.assert(
      fc.property(grants, fc.constantFrom(...rules), (viewer, rule) => !evaluateRule(rule, viewer, ada)),
    )
  })
})
