// Proves that undoing the last report gives back what stood there before it, whatever that was.
import { expect, test } from 'vitest'
import type { ProgressRevision } from './progress.ts'
import { undoOfLastReport } from './undo-report.ts'

const first: ProgressRevision = {
  revisionId: 'a',
  version: 1,
  frameworkDigest: 'digest',
  week: '2026-11-23',
  skill: 'kneading',
  level: 2,
  hours: 2,
  practices: ['stretch'],
  done: false,
  note: 'Rye',
  reportedAt: '2026-11-24T09:00:00.000Z',
  withdrawn: false,
  replaces: null,
}
const corrected = {
  ...first,
  revisionId: 'b',
  version: 2,
  replaces: 'a',
  hours: 5,
  reportedAt: '2026-11-24T10:00:00.000Z',
}
const withdrawn = {
  ...corrected,
  revisionId: 'c',
  version: 3,
  replaces: 'b',
  withdrawn: true,
  reportedAt: '2026-11-24T11:00:00.000Z',
}

test('the first report of a week is taken back', () => {
  expect(undoOfLastReport([first])).toMatchObject({ content: null, current: 'a' })
})

test('a correction gives back what it corrected, with note and practices', () => {
  const content = { hours: 2, practices: ['stretch'], done: false, note: 'Rye' }
  expect(undoOfLastReport([first, corrected])).toMatchObject({ content, current: 'b' })
})

test('a report that was taken back comes back', () => {
  expect(undoOfLastReport([withdrawn, first, corrected])).toMatchObject({
    key: { week: '2026-11-23', skill: 'kneading', level: 2 },
    content: { hours: 5 },
    current: null,
  })
})

test('where nothing was reported there is nothing to undo', () => {
  expect(undoOfLastReport([])).toBeNull()
})
