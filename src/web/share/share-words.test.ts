// The few words of a share come back after a lost tab, and go once the file is made.
import { expect, test } from 'vitest'
import { DRAFT_PREFIX, type DraftStore, eraseDrafts } from '../data/drafts.ts'
import { shareWordsIn } from './share-words.ts'

function memory(): DraftStore & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    write: (key, text) => void kept.set(key, text),
    remove: (key) => void kept.delete(key),
    list: (prefix) =>
      [...kept].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => ({ key, text })),
  }
}

test('words and whom they are for come back as they were typed, and erasing finds them', () => {
  const drafts = memory()
  const words = { from: 'Ada', to: 'Mona', words: 'Before our talk.\nOnly what I ticked.' }
  shareWordsIn(drafts).write(words)
  expect(shareWordsIn(drafts).read()).toEqual(words)
  eraseDrafts(drafts)
  expect(shareWordsIn(drafts).read()).toBeNull()
})

test('nothing waits where nothing was typed, where it was taken out again, or once the file is made', () => {
  const drafts = memory()
  const share = shareWordsIn(drafts)
  expect(share.read()).toBeNull()
  share.write({ from: 'Ada', to: 'Mona', words: '' })
  share.write({ from: 'Ada', to: ' ', words: '' })
  expect(drafts.kept.size).toBe(0)
  share.write({ from: 'Ada', to: 'Mona', words: '' })
  share.remove()
  expect(share.read()).toBeNull()
})

test('what cannot be read is no draft', () => {
  const drafts = memory()
  for (const text of ['{', 'null', '{"from":1}', '[]']) {
    drafts.write(`${DRAFT_PREFIX}share`, text)
    expect(shareWordsIn(drafts).read()).toBeNull()
  }
})
