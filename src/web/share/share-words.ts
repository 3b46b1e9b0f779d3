// Whom a share is for and the few words in it, in this browser until the file is made: a lost tab loses nothing that was typed.
import { browserDrafts, DRAFT_PREFIX, type DraftStore } from '../data/drafts.ts'

export interface ShareWords {
  from: string
  to: string
  words: string
}

const KEY = `${DRAFT_PREFIX}share`

export function shareWordsIn(drafts: DraftStore) {
  return {
    /** Null where nothing waits. What another version of the program left behind counts as nothing. */
    read(): ShareWords | null {
      const text = drafts.list(KEY).find(({ key }) => key === KEY)?.text
      if (text === undefined) return null
      try {
        const { from, to, words } = JSON.parse(text) as Record<string, unknown>
        return typeof from === 'string' && typeof to === 'string' && typeof words === 'string'
          ? { from, to, words }
          : null
      } catch {
        return null
      }
    },
    /** A name alone is no draft: it is filled in by itself. */
    write({ from, to, words }: ShareWords): void {
      if (to.trim() === '' && words.trim() === '') drafts.remove(KEY)
      else drafts.write(KEY, JSON.stringify({ from, to, words }))
    },
    remove(): void {
      drafts.remove(KEY)
    },
  }
}

export const shareWordsKept = shareWordsIn(browserDrafts)
