// What was being written in comes back to whoever wrote it, and to nobody else in the same browser.
import { expect, test } from 'vitest'
import type { DraftStore } from '../data/drafts.ts'
import { keptDraft } from './work-draft.ts'

const holding = (kept: Record<string, string>): DraftStore => ({
  write: () => undefined,
  remove: () => undefined,
  list: (prefix) =>
    Object.entries(kept).flatMap(([key, text]) => (key.startsWith(prefix) ? [{ key, text }] : [])),
})

test('a draft is its writer’s alone', () => {
  const drafts = holding({ 'skillmap.draft.work.max': '{"title":"On-call rota"}' })
  expect(keptDraft('max', drafts)?.title).toBe('On-call rota')
  expect(keptDraft('ma', drafts)).toBeNull()
  expect(keptDraft('', drafts)).toBeNull()
})

test('a draft that cannot be read is none', () => {
  expect(keptDraft('max', holding({ 'skillmap.draft.work.max': '{"title":' }))).toBeNull()
})
