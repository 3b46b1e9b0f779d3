// The line of a week that is not kept yet, in this browser: a lost tab loses nothing. The two private answers stay out.
import { browserDrafts, DRAFT_PREFIX } from '../data/drafts.ts'

const keyOf = (monday: string) => `${DRAFT_PREFIX}week.${monday}`

export const weekLine = {
  /** Null where nothing waits. */
  read(monday: string): string | null {
    return browserDrafts.list(keyOf(monday))[0]?.text ?? null
  },
  /** What says the same as what is kept already waits for nothing. */
  write(monday: string, text: string, kept: string): void {
    if (text === kept) browserDrafts.remove(keyOf(monday))
    else browserDrafts.write(keyOf(monday), text)
  },
  remove(monday: string): void {
    browserDrafts.remove(keyOf(monday))
  },
}
