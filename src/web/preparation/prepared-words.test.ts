// What a manager was about to say stays with whoever wrote it, and what belongs to nobody goes.
import { expect, test } from 'vitest'
import type { DraftStore } from '../data/drafts.ts'
import { readPrepared } from './prepared-words.ts'

test('A text that does not say whose it is goes when the page is opened; those of others stay theirs', () => {
  const kept = new Map([
    ['skillmap.draft.prepare.bea', 'Whose?'],
    ['skillmap.draft.prepare.max.bea', 'Thank you for the plan.'],
    ['skillmap.draft.prepare.nia.bea', 'Something else.'],
  ])
  const drafts: DraftStore = {
    write: (key, text) => void kept.set(key, text),
    remove: (key) => void kept.delete(key),
    list: (prefix) => [...kept].flatMap(([key, text]) => (key.startsWith(prefix) ? [{ key, text }] : [])),
  }
  expect(readPrepared({ writerId: 'max', personId: 'bea' }, drafts)).toBe('Thank you for the plan.')
  expect([...kept.keys()]).toEqual(['skillmap.draft.prepare.max.bea', 'skillmap.draft.prepare.nia.bea'])
})
