// Finds where a sentence may turn from one thing to another ("great designs, but nobody hears of them").

import type { Sentence } from './split-sentences.ts'

/** A word that turns, wherever it stands: what follows is set against what came before. */
const TURNS =
  /[,;–—]?\s+-?\s*(?:but|although|(?<!\bas\s)though|however|whereas|except that|even though|yet)\s+/giu
/** Where one thing may end and another begin. */
const JOINTS = /,\s+(?:and|only|so|or|while|which|who|then)\s+(?:then\s+)?|;\s+|\s+[–—-]\s+|,\s+/giu
/** Fewer words than these mostly tell nothing by themselves. */
const FEWEST_WORDS = 3

/** Two sides as they stand in the text, each with its place. */
export type Sides = [Sentence, Sentence]

/** The places at which a sentence turns for certain, by a word such as "but". */
export function turningSides(sentence: Sentence, fewestWords = FEWEST_WORDS): Sides[] {
  return sidesAt(sentence, TURNS, fewestWords)
}

/** The places at which it may go on to something else: commas, "and", semicolons, dashes. */
export function jointSides(sentence: Sentence): Sides[] {
  return sidesAt(sentence, JOINTS, FEWEST_WORDS)
}

function sidesAt({ text, start }: Sentence, places: RegExp, fewest: number): Sides[] {
  return [...text.matchAll(places)].flatMap((match): Sides[] => {
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + match[0].length)
    if (wordsIn(before) < fewest || wordsIn(after) < fewest) return []
    return [
      [
        { text: before, start },
        { text: after, start: start + match.index + match[0].length },
      ],
    ]
  })
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)?.length ?? 0
}
