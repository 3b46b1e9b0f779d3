// What a manager was about to say to somebody, kept in this browser until they clear it: one text for each of their people.
import { browserDrafts, DRAFT_PREFIX, type DraftStore } from '../data/drafts.ts'

/** Who was about to say it, and to whom. A browser may have several users, and somebody another manager. */
export interface About {
  writerId: string
  personId: string
}

const PREFIX = `${DRAFT_PREFIX}prepare.`
const keyOf = ({ writerId, personId }: About) => `${PREFIX}${writerId}.${personId}`

/** Empty where nothing was written. What says nothing of its writer goes: nobody could read or clear it. */
export function readPrepared(about: About, drafts: DraftStore = browserDrafts): string {
  const key = keyOf(about)
  for (const one of drafts.list(PREFIX))
    if (!one.key.slice(PREFIX.length).includes('.')) drafts.remove(one.key)
  return drafts.list(key).find((one) => one.key === key)?.text ?? ''
}

export function keepPrepared(about: About, text: string): void {
  if (text.trim() === '') browserDrafts.remove(keyOf(about))
  else browserDrafts.write(keyOf(about), text)
}
