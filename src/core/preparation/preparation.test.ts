// What is due in a talk: what the newest agreement that both signed looks forward to.
import { expect, test } from 'vitest'
import type { Agreement } from '../round/agreement.ts'
import { dueProofs } from './preparation.ts'

const agreement = (version: number, signedAt: string | null, items: Agreement['items']): Agreement => ({
  id: `agreement ${version}`,
  subjectId: 'bea',
  managerId: 'max',
  version,
  frameworkDigest: 'd',
  purpose: 'development',
  items,
  proposedBy: 'max',
  proposedAt: '2026-01-01T00:00:00Z',
  signedAt,
})
const item = (skill: string, by: string | null) => ({ skill, level: 3, proof: 'A talk to two teams', by })

test('What is due comes from the newest agreement that both signed, the earliest first', () => {
  const due = dueProofs([
    agreement(1, '2026-01-02T00:00:00Z', [item('mentoring', '2026-02-01')]),
    agreement(2, '2026-03-02T00:00:00Z', [
      item('writing', '2026-12-01'),
      item('mentoring', '2026-11-01'),
      item('testing', null),
    ]),
    agreement(3, null, [item('writing', '2026-06-01')]),
  ])
  expect(due.map(({ skill, by }) => [skill, by])).toEqual([
    ['mentoring', '2026-11-01'],
    ['writing', '2026-12-01'],
  ])
})

test('Nothing is due where nothing was signed', () => {
  expect(dueProofs([agreement(1, null, [item('writing', '2026-06-01')])])).toEqual([])
})
