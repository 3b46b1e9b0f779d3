// A page of entries, as the journal shows them.

import type { Evidence, UnreadableEvidence } from './evidence.ts'
import type { NamedInEvidence } from './evidence-index.ts'
import type { Block } from './read-markdown-text.ts'

export interface EvidencePage {
  /** Newest first. */
  entries: Evidence[]
  /** How many entries answer to the question, on this page or another. */
  total: number
  /** Where the next page begins; null on the last. */
  next: number | null
  unreadable: UnreadableEvidence[]
  /** What all entries name, to choose from. */
  named: NamedInEvidence
  /** The words of each entry of this page, by its id, where they were asked for. */
  blocks: Record<string, Block[]>
}
