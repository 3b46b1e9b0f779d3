// Judges which sentences are much harder to read than the framework's others.
import type { Statement } from '../framework/framework.ts'
import { type JudgingContext, judgedSentence } from './judging-context.ts'
import { wordsOf } from './sentence.ts'

/** Fewer sentences have no median worth comparing with. */
const FEWEST_SENTENCES = 20
/** Words; in a shorter sentence one long name decides the figure. */
const FEWEST_WORDS = 8
/**
 * Distance from the median in robust standard deviations beyond which a value is called an outlier: Iglewicz & Hoaglin,
 * "How to Detect and Handle Outliers" (1993). 1.4826 makes the median absolute deviation one standard deviation.
 */
const OUTLIER = 3.5
const MAD_TO_SD = 1.4826
/** Years of age; what somebody of seventeen reads easily need not be mended, however plain the rest is. */
const EASY_ENOUGH = 17
/** Years; in a framework whose sentences are all alike, less than this is no difference. */
const LEAST_DISTANCE = 5

export function judgeReading(context: JudgingContext): void {
  if (!context.english || context.sentences.length < FEWEST_SENTENCES) return
  const all = context.sentences.map((sentence) => ageOf(sentence.statement))
  const usual = median(all)
  const spread = MAD_TO_SD * median(all.map((age) => Math.abs(age - usual)))
  const limit = Math.max(usual + Math.max(OUTLIER * spread, LEAST_DISTANCE), EASY_ENOUGH)
  for (const sentence of context.asked) {
    const { text } = sentence.statement
    const age = ageOf(sentence.statement)
    if (age <= limit || wordsOf(text).length < FEWEST_WORDS) continue
    context.report(
      {
        kind: 'hard-to-read',
        severity: 'advice',
        text,
        message: `This ${sentence.part} has a reading age of ${Math.round(age)}; half of the framework's sentences are at ${Math.round(usual)} or below.`,
        mend: 'Use shorter words, say who does what, and make two sentences of it.',
      },
      judgedSentence(sentence),
    )
  }
}

/** Kept as long as the sentence: an editor asks again with every word that is typed. */
const ages = new WeakMap<Statement, number>()

function ageOf(statement: Statement): number {
  const age = ages.get(statement) ?? readingAge(statement.text)
  ages.set(statement, age)
  return age
}

/**
 * Years of age at which an English text is read without effort: the Automated Readability Index, which gives a US
 * school grade, plus 5. 4.71 × letters per word + 0.5 × words per sentence − 21.43: Smith & Senter, AMRL-TR-66-220
 * (1967). Letters and words can be counted exactly, syllables cannot. A rough figure for one sentence alone.
 */
export function readingAge(text: string): number {
  const words = wordsOf(text)
  if (words.length === 0) return 0
  const letters = words.join('').replace(/[^\p{L}\p{N}]/gu, '').length
  const sentences = Math.max(1, text.match(/[.!?](?=\s|$)/g)?.length ?? 0)
  return (4.71 * letters) / words.length + (0.5 * words.length) / sentences - 21.43 + 5
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}
