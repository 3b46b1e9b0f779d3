// What a manager was about to say to somebody, kept in this browser until they clear it: one text for each person.
import { browserDrafts, DRAFT_PREFIX } from '../data/drafts.ts'

const keyOf = (personId: string) => `${DRAFT_PREFIX}prepare.${personId}`

/** Empty where nothing was written. */
export function readPrepared(personId: string): string {
  const key = keyOf(personId)
  return browserDrafts.list(key).find((one) => one.key === key)?.text ?? ''
}

export function keepPrepared(personId: string, text: string): void {
  if (text.trim() === '') browserDrafts.remove(keyOf(personId))
  else browserDrafts.write(keyOf(personId), text)
}
