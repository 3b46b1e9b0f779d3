// What is written down when somebody was erased: what went, what was searched afterwards, and what still names the id.

/** Rows in which the id of an erased person still stands. */
export interface RemainingMention {
  table: string
  column: string
  /** Null in the record, where the number would tell how much somebody did. */
  rows: number | null
  why: MentionReason
}

/**
 * `record`: the audit chain and this proof; `organisation`: who did something for the organisation; `others`: what belongs
 * to somebody else and names the id; `unexpected`: nobody meant it to stay.
 */
export type MentionReason = 'record' | 'organisation' | 'others' | 'unexpected'

/** No name, no word, and no count from which anybody could tell what somebody kept for themselves. */
export interface ErasureProof {
  format: 'skillmap-erasure'
  version: 1
  id: string
  personId: string
  /** Null: the person themselves. */
  erasedBy: string | null
  /** ISO time. */
  erasedAt: string
  /** Rows that were removed, of all tables together. */
  rowsRemoved: number
  /** Tables that hold rows of people; every one of them was gone through. */
  tablesCleared: number
  /** Columns of all tables that were searched for the id afterwards. */
  columnsSearched: number
  remaining: RemainingMention[]
}

/** What nobody meant to stay; empty where the erase is complete. */
export function unexpectedIn(remaining: readonly RemainingMention[]): RemainingMention[] {
  return remaining.filter(({ why }) => why === 'unexpected')
}

export const MENTION_WORDS: Record<MentionReason, string> = {
  record: 'the record: ids without names, so that it can still be checked',
  organisation: 'who did something for the organisation, by an id whose name is gone',
  others: 'what belongs to somebody else, where an id stands whose name is gone',
  unexpected: 'not meant to stay',
}
