// What this browser keeps of one's own words until they are on disk: tagged, so that erasing finds all of it.

export const DRAFT_PREFIX = 'skillmap.draft.'

export interface DraftStore {
  write: (key: string, text: string) => void
  remove: (key: string) => void
  list: (prefix: string) => { key: string; text: string }[]
}

/** The browser's own storage; where it is switched off or full, drafts live as long as the page. */
export const browserDrafts: DraftStore = {
  write: (key, text) => quietly(() => localStorage.setItem(key, text), undefined),
  remove: (key) => quietly(() => localStorage.removeItem(key), undefined),
  list: (prefix) =>
    quietly(
      () =>
        Object.keys(localStorage)
          .filter((key) => key.startsWith(prefix))
          .map((key) => ({ key, text: localStorage.getItem(key) ?? '' })),
      [],
    ),
}

export function eraseDrafts(drafts: DraftStore = browserDrafts): void {
  for (const { key } of drafts.list(DRAFT_PREFIX)) drafts.remove(key)
}

function quietly<Value>(work: () => Value, otherwise: Value): Value {
  try {
    return work()
  } catch {
    return otherwise
  }
}
