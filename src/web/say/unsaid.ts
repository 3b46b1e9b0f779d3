// What is being written on the page of feedback, kept in this browser until it is kept as a draft or cleared.
import { type FeedbackDraftContent, NO_FEEDBACK } from '../../core/composing/feedback-draft.ts'
import { isEmpty } from '../../core/composing/feedback-parts.ts'
import { DRAFT_PREFIX, type DraftStore } from '../data/drafts.ts'

/** What is on the page, and the draft that it changes; null where it is new. */
export interface Unsaid {
  content: FeedbackDraftContent
  base: { id: string; revisionId: string } | null
}

const PREFIX = `${DRAFT_PREFIX}say.`

/** This window's own words, or else those that another window left last, which move here. Null where there are none. */
export function takeUpUnsaid(drafts: DraftStore, windowId: string): Unsaid | null {
  const found = drafts.list(PREFIX).flatMap(({ key, text }) => {
    const read = readUnsaid(text)
    if (read === null) drafts.remove(key)
    return read === null ? [] : [{ key, ...read }]
  })
  const own = PREFIX + windowId
  const taken = found.find(({ key }) => key === own) ?? found.toSorted((a, b) => b.at - a.at)[0]
  if (taken === undefined) return null
  if (taken.key !== own) drafts.remove(taken.key)
  return { content: taken.content, base: taken.base }
}

/** Null, or nothing written, removes it. `at` in milliseconds, for telling which is the latest. */
export function keepUnsaid(drafts: DraftStore, windowId: string, unsaid: Unsaid | null, at: number): void {
  if (unsaid === null || isEmpty(unsaid.content.parts)) drafts.remove(PREFIX + windowId)
  else drafts.write(PREFIX + windowId, JSON.stringify({ ...unsaid, at }))
}

/** Null for what an older program wrote, or another hand. */
function readUnsaid(text: string): (Unsaid & { at: number }) | null {
  try {
    const { content, base, at } = JSON.parse(text) as Partial<Unsaid & { at: number }>
    const parts = content?.parts
    const isWhole =
      parts !== undefined &&
      [parts.situation, parts.behaviour, parts.impact, parts.nextStep].every(
        (part) => typeof part === 'string',
      ) &&
      typeof at === 'number'
    return isWhole ? { content: { ...NO_FEEDBACK, ...content }, base: base ?? null, at } : null
  } catch {
    return null
  }
}
