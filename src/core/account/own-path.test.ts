// Where signing in may lead, and how long a proof counts.
import { describe, expect, test } from 'vitest'
import { isProofFresh } from './fresh-proof.ts'
import { ownPath } from './own-path.ts'

describe('The way on after signing in', () => {
  test.each(['/', '/plan', '/skills/mentoring?x=1#part', '/compare/a/b', '/signing'])(
    'is a page of ours: %s',
    (path) => {
      expect(ownPath(path)).toBe(path)
    },
  )

  test.each([
    'https://evil.test',
    '//evil.test',
    '/\\evil.test',
    '\\/evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    ' /plan',
    'plan',
    'javascript:alert(1)',
    '/sign-in?problem=x',
    '/join?token=x',
    '/api/me',
    `/${'x'.repeat(1001)}`,
    '',
  ])('is the first page in place of %j', (path) => {
    expect(ownPath(path)).toBe('/')
  })
})

describe('A proof of who somebody is', () => {
  test('counts for ten minutes, and not from a clock that was set back', () => {
    const proved = '2026-11-26T10:00:00.000Z'
    expect(isProofFresh(proved, '2026-11-26T10:10:00.000Z')).toBe(true)
    expect(isProofFresh(proved, '2026-11-26T10:10:00.001Z')).toBe(false)
    expect(isProofFresh(proved, '2026-11-26T09:59:59.000Z')).toBe(false)
    expect(isProofFresh(null, proved)).toBe(false)
  })
})
