// What a manager was about to say to somebody, kept in this browser until they clear it: one text for each of their people.
import { browserDrafts, DRAFT_PREFIX } from '../data/drafts.ts'

/** Who was about to say it, and to whom. A browser may have several users, and somebody another manager. */
export interface About {
  writerId: string
  personId: string
}

const keyOf = ({ writerId, personId }: About) => `${DRAFT_PREFIX}prepare.${writerId}.${personId}`

/** Empty where nothing was written. */
export function readPrepared(about: About): string {
  const key = keyOf(about)
  return browserDrafts.list(key).find((one) => one.key === key)?.text ?? ''
}

export function keepPrepared(about: About, text: string): void {
  if (text.trim() === '') browserDrafts.remove(keyOf(about))
  else browserDrafts.write(keyOf(about), text)
}
