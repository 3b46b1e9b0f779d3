// The brief of a conversation: what happened since the last one, where somebody stands, and questions to ask back.

import type { Readiness } from './standing.ts'

/**
 * `evidence`: an entry of one's journal. `practice`: hours and steps. `feedback`: what one was told. `rating`: what was
 * noted about the other. `draft`: feedback that one is writing for the other. `shared`: what the other handed over.
 */
export type BriefKind = 'evidence' | 'practice' | 'feedback' | 'rating' | 'draft' | 'shared'

/** A file in which a record was handed over: who has it, and since when. */
export interface HandedOver {
  to: string
  on: string
}

/** A record that can be put on the page. */
export interface BriefLine {
  /** Such as `evidence/<id>`. */
  key: string
  kind: BriefKind
  /** The day it happened or was said. */
  on: string
  /** Plain text on one line. */
  text: string
  /** Skills, people and levels, in words; empty where there are none. */
  detail: string
  /** Who can read it besides its owner; the earliest file for each of them. */
  readers: HandedOver[]
}

/** A question that asks back about something that was missed. */
export interface AskBack {
  /** The key of the line that it asks about. */
  about: string
  skill: string
  text: string
}

export interface ConversationBrief {
  /** The latest first. */
  lines: BriefLine[]
  /** Null where it is not known: no role was said, or nothing was rated. */
  standing: Readiness | null
  asks: AskBack[]
}

/** The latest day first; of one day in the order of their keys, so that a page never shuffles. */
export function latestLineFirst(a: BriefLine, b: BriefLine): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** In the order of the page. */
export const BRIEF_KINDS: readonly BriefKind[] = [
  'evidence',
  'shared',
  'practice',
  'feedback',
  'rating',
  'draft',
]

/** What is on the page, in the order of the lines. A record that is gone since leaves no trace. */
export function chosenLines(lines: readonly BriefLine[], chosen: readonly string[]): BriefLine[] {
  const keys = new Set(chosen)
  return lines.filter(({ key }) => keys.has(key))
}
