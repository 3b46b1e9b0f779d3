// How well a decoder reads labelled sentences: first, first three, macro F1, refusals, praise, and honest sureness.

import type { LabelledSentence, Wording } from './labelled-sentence.ts'
import { polarityOf } from './read-sentence.ts'

/** What a decoder said of one sentence. Skills with the nearest first, their confidence between 0 and 1. */
export interface DecoderSays {
  skills: readonly { id: string; confidence: number }[]
  refused: boolean
  /** How likely it is praise rather than criticism, 0 to 1. */
  praise: number
}

export interface DecoderScore {
  sentences: number
  /** Shares between 0 and 1, over sentences about one skill. A refused sentence counts as not found. */
  first: number
  firstThree: number
  macroF1: number
  /** Over sentences about two skills: how many of the two are among the first three. */
  bothOfMixed: number
  /** Sentences about no skill or too vague that were refused, and sentences about a skill that were. */
  refused: number
  falselyRefused: number
  /**
   * Praise told from criticism, over sentences about one skill: each decided, at even; each decided as the program does
   * it, to which what the words do not tell is criticism; of those that are told; how many are.
   */
  polarity: number
  polarityAsUsed: number
  polarityOfTold: number
  polarityTold: number
  /** Of praise, how much is told to be criticism; of criticism, how much to be praise. */
  praiseMissed: number
  criticismMissed: number
  /** Mean difference between confidence and share right, weighted over ten bins (expected calibration error). */
  calibration: number
  byKind: Partial<Record<Wording, { sentences: number; first: number; firstThree: number }>>
}

export function scoreDecoder(
  sentences: readonly LabelledSentence[],
  said: readonly DecoderSays[],
): DecoderScore {
  const rows = sentences.map((sentence, index) => ({ sentence, says: said[index] as DecoderSays }))
  const single = rows.filter(({ sentence }) => sentence.skills.length === 1)
  const mixed = rows.filter(({ sentence }) => sentence.skills.length > 1)
  const noSkill = rows.filter(({ sentence }) => sentence.skills.length === 0)
  const share = (of: readonly Row[], holds: (row: Row) => boolean) =>
    of.length === 0 ? Number.NaN : of.filter(holds).length / of.length
  const kinds = [...new Set(single.map(({ sentence }) => sentence.kind))]
  return {
    sentences: rows.length,
    first: share(single, (row) => isAmong(row, 1)),
    firstThree: share(single, (row) => isAmong(row, 3)),
    macroF1: macroF1(single),
    bothOfMixed:
      mixed.reduce((sum, { sentence, says }) => {
        const three = says.skills.slice(0, 3).map(({ id }) => id)
        return sum + sentence.skills.filter((skill) => three.includes(skill)).length / sentence.skills.length
      }, 0) / mixed.length,
    refused: share(noSkill, ({ says }) => says.refused),
    falselyRefused: share(single, ({ says }) => says.refused),
    ...scorePolarity(single),
    calibration: calibrationError(single),
    byKind: Object.fromEntries(
      kinds.map((kind) => {
        const of = single.filter(({ sentence }) => sentence.kind === kind)
        const figures = {
          sentences: of.length,
          first: share(of, (row) => isAmong(row, 1)),
          firstThree: share(of, (row) => isAmong(row, 3)),
        }
        return [kind, figures]
      }),
    ),
  }
}

function scorePolarity(rows: readonly Row[]) {
  const isPraise = ({ sentence }: Row) => sentence.polarity[0] === 'strength'
  const toldAs = ({ says }: Row) => polarityOf(says.praise)
  const share = (of: readonly Row[], holds: (row: Row) => boolean) => of.filter(holds).length / of.length
  const told = rows.filter((row) => toldAs(row) !== 'none')
  return {
    polarity: share(rows, (row) => row.says.praise > 0.5 === isPraise(row)),
    polarityAsUsed: share(rows, (row) => (toldAs(row) === 'strength') === isPraise(row)),
    polarityOfTold: share(told, (row) => toldAs(row) === row.sentence.polarity[0]),
    polarityTold: told.length / rows.length,
    praiseMissed: share(rows.filter(isPraise), (row) => toldAs(row) === 'gap'),
    criticismMissed: share(
      rows.filter((row) => !isPraise(row)),
      (row) => toldAs(row) === 'strength',
    ),
  }
}

interface Row {
  sentence: LabelledSentence
  says: DecoderSays
}

function isAmong({ sentence, says }: Row, first: number): boolean {
  return !says.refused && says.skills.slice(0, first).some(({ id }) => id === sentence.skills[0])
}

function macroF1(rows: readonly Row[]): number {
  const skills = [...new Set(rows.map(({ sentence }) => sentence.skills[0] as string))]
  const saidOf = ({ says }: Row) => (says.refused ? undefined : says.skills[0]?.id)
  const sum = skills.reduce((total, skill) => {
    const right = rows.filter((row) => row.sentence.skills[0] === skill && saidOf(row) === skill).length
    const told = rows.filter((row) => saidOf(row) === skill).length
    const there = rows.filter((row) => row.sentence.skills[0] === skill).length
    return total + (2 * right) / Math.max(1, told + there)
  }, 0)
  return sum / skills.length
}

const BINS = 10

function calibrationError(rows: readonly Row[]): number {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, sure: 0, right: 0 }))
  for (const { sentence, says } of rows) {
    const best = says.skills[0]
    if (best === undefined) continue
    const bin = bins[Math.min(BINS - 1, Math.floor(best.confidence * BINS))] as (typeof bins)[number]
    bin.count += 1
    bin.sure += best.confidence
    bin.right += best.id === sentence.skills[0] ? 1 : 0
  }
  const counted = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / Math.max(1, counted)
}
