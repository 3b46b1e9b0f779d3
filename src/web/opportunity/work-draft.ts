// A piece of work that is being written in, kept in this browser until it is on the list.
import type { OpportunityContent } from '../../core/opportunity/opportunity.ts'
import { browserDrafts, DRAFT_PREFIX, type DraftStore } from '../data/drafts.ts'

const KEY = `${DRAFT_PREFIX}work`

export function keptDraft(personId: string, drafts: DraftStore = browserDrafts): OpportunityContent | null {
  const key = `${KEY}.${personId}`
  // Listed by how keys begin: only the very key is this person's.
  const kept = drafts.list(key).find((one) => one.key === key)
  try {
    return kept === undefined ? null : (JSON.parse(kept.text) as OpportunityContent)
  } catch {
    return null
  }
}

export function keepDraft(personId: string, content: OpportunityContent): void {
  browserDrafts.write(`${KEY}.${personId}`, JSON.stringify(content))
}

export function dropDraft(personId: string): void {
  browserDrafts.remove(`${KEY}.${personId}`)
}
