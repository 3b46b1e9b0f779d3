// What a reading of feedback is shown as: one part for each sentence, two for a sentence that turns.

import type { FeedbackItem, FeedbackReading } from '../decode/read-feedback.ts'

/**
 * `strength`, `gap` and `either`, whose words do not tell which, are about a skill; `vague` asks for an example; `none` and
 * `other-language` ask for nothing.
 */
export type ToldGroup = 'strength' | 'gap' | 'either' | 'vague' | 'none' | 'other-language'

/** A sentence that turns is shown as its two sides where both say something of their own; otherwise as a whole. */
export function toldParts(items: readonly FeedbackItem[]): FeedbackReading[] {
  return items.flatMap(({ clauses, ...whole }) => {
    const said = clauses.filter(({ kind }) => kind === 'skill')
    const differ = new Set(said.map(({ polarity, skills }) => `${polarity} ${skills[0]?.skill ?? ''}`))
    return said.length === clauses.length && differ.size > 1 ? clauses : [whole]
  })
}

export function toldGroup({ kind, polarity }: Pick<FeedbackReading, 'kind' | 'polarity'>): ToldGroup {
  if (kind !== 'skill') return kind
  return polarity === 'none' ? 'either' : polarity
}

/** Longer texts are read piece by piece, so that the first sentences show while the rest is read. In UTF-16 units. */
const PIECE = 20_000

export interface TextPiece {
  text: string
  /** Where it begins in the whole text. */
  start: number
}

/** Cut where a line or a sentence ends, so that no sentence is torn; only without either in the middle. */
export function textPieces(text: string, size = PIECE): TextPiece[] {
  const pieces: TextPiece[] = []
  let start = 0
  while (start < text.length) {
    const end = start + size >= text.length ? text.length : endOfPiece(text, start, start + size)
    pieces.push({ text: text.slice(start, end), start })
    start = end
  }
  return pieces
}

function endOfPiece(text: string, start: number, most: number): number {
  const line = text.lastIndexOf('\n', most - 1)
  if (line > start) return line + 1
  const stop = text.lastIndexOf('. ', most - 2)
  if (stop > start) return stop + 2
  // Never between the two halves of one character.
  return isLowHalf(text.charCodeAt(most)) ? most - 1 : most
}

function isLowHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
