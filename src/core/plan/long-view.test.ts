// When a kept route is the same, when it is another one, and when it is to be looked at again.
import { expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { isReviewDue, keepLongView, type LongView } from './long-view.ts'

const framework = loadFramework(BUILT_IN)
const command = {
  frameworkDigest: 'a',
  from: 'senior-engineer',
  ways: [
    [
      { role: 'tech-lead', years: 3 },
      { role: 'stay', years: null },
    ],
  ],
  startYear: 2027,
  revisionId: 'first',
}
const kept = (known: LongView | null, now: string, more = {}) => {
  const outcome = keepLongView(framework, { ...command, ...more }, known, now)
  return outcome.ok ? outcome.value : null
}

test('keeping the same again says that it is still true, and it has been kept since the first time', () => {
  const first = kept(null, '2026-11-26T10:00:00.000Z')
  const again = kept(first, '2027-12-01T10:00:00.000Z', { revisionId: 'second' })
  expect(again).toMatchObject({ keptAt: '2026-11-26T10:00:00.000Z', reviewedAt: '2027-12-01T10:00:00.000Z' })
  const other = kept(again, '2028-01-01T10:00:00.000Z', { startYear: 2028 })
  expect(other?.keptAt).toBe('2028-01-01T10:00:00.000Z')
})

test('a role that the framework does not have is refused by its place', () => {
  const ways = [
    [
      { role: 'tech-lead', years: null },
      { role: 'wizard', years: null },
    ],
  ]
  expect(keepLongView(framework, { ...command, ways }, null, '2026-11-26T10:00:00.000Z')).toEqual({
    ok: false,
    failure: { field: 'ways/0/1/role', message: 'No role is called wizard.' },
  })
})

test('it is asked about a year after it was last said to be true, and not before', () => {
  const view = { reviewedAt: '2026-11-26T10:00:00.000Z' }
  expect(isReviewDue(view, '2027-11-26T09:59:59.000Z')).toBe(false)
  expect(isReviewDue(view, '2027-11-26T10:00:00.000Z')).toBe(true)
})
