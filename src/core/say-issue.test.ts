// Proves that what a schema finds wrong is said in plain sentences.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sayIssue } from './say-issue.ts'

const schema = z.strictObject({
  level: z.int().min(0).max(5),
  skill: z.string().max(3),
  ratedAt: z.iso.datetime(),
  reason: z.enum(['not-seen', 'not-needed']),
  id: z.string().regex(/^a/, 'must begin with an a'),
})

function said(input: unknown): string[] {
  return schema.safeParse(input, { reportInput: true }).error?.issues.map(sayIssue) ?? []
}

test('every fault of a field is told without the words of the library', () => {
  const wrong = { level: 'three', skill: 'long', ratedAt: 'yesterday', reason: 'x', id: 'b', more: 1 }
  expect(said(wrong)).toEqual([
    'This should be a number.',
    'This should hold at most 3 characters.',
    'This should be a date and time, such as 2026-05-03T09:00:00Z.',
    'This should be one of: not-seen, not-needed.',
    'This must begin with an a.',
    'Skillmap does not know this field.',
  ])
})

test('a field that is not there is called missing', () => {
  expect(new Set(said({}))).toEqual(new Set(['This field is missing.']))
  expect(
    said({ level: 9, skill: 'a', ratedAt: '2026-05-03T09:00:00Z', reason: 'not-seen', id: 'a' }),
  ).toEqual(['This should be at most 5.'])
})
