// Reads what somebody was told, sentence by sentence: which skill is behind it, how sure, and which words said so.

import type { Framework } from '../framework/framework.ts'
import { type SentenceVector, sentenceVector } from './compare-sentences.ts'
import type { DecoderModel } from './decoder-model.ts'
import { type FeedbackReader, feedbackReader } from './feedback-reader.ts'
import { type FittingPhrase, findPhrase } from './find-phrase.ts'
import type { Polarity } from './labelled-sentence.ts'
import type { SkillLink } from './link-skills.ts'
import {
  type MatchedWord,
  matchedWords,
  polarityOf,
  readSentence,
  refusal,
  type SentenceReading,
} from './read-sentence.ts'
import { findSides, type LikelySkill, sidePolarities } from './read-sides.ts'
import { shareOut } from './share-out.ts'
import { type Sentence, splitSentences } from './split-sentences.ts'
import { isOwnLanguage, isSmallWord } from './tell-language.ts'
import { type Correction, correctionShare } from './weigh-corrections.ts'

/**
 * `skill`: about one or more skills. `vague`: feedback that nobody could place; ask for an example. `none`: about no
 * skill. `other-language`: not in the decoder's language, so not judged.
 */
export type FeedbackKind = 'skill' | 'vague' | 'none' | 'other-language'

/** What a sentence, or one side of it, says. Places are UTF-16 units in the whole text. */
export interface FeedbackReading {
  text: string
  start: number
  end: number
  kind: FeedbackKind
  /** Praise or criticism; `none` where the words do not tell, where it is about no skill, or was not read. */
  polarity: Polarity
  /** The likeliest first, five at most; also where the kind is `vague` or `none`, and then unlikely. */
  skills: LikelySkill[]
  /** Words that spoke for the likeliest skill, the strongest first; `weight` is above 0 and compares within a reading. */
  matched: MatchedWord[]
  /** What people say and mostly mean by it, where the framework has a phrase that says the same. */
  phrase: FittingPhrase | null
  /** True where an earlier correction of this person had the larger say. */
  corrected: boolean
}

export interface FeedbackItem extends FeedbackReading {
  /** Both sides of a sentence that says two things ("great designs, but …"); empty where it says one. */
  clauses: FeedbackReading[]
}

const MOST_SKILLS = 5
const MOST_WORDS = 6
/** A word that says less than this share of the strongest is not worth a mark. */
const LEAST_OF_STRONGEST = 0.15
/** A phrase is shown of skills that are so likely. */
const WORTH_A_PHRASE = 0.2
/** A correction has the larger say from this share on. */
const LARGER_SAY = 0.5

/**
 * Every sentence of a text, read on its own, in order. Deterministic; a page takes a few milliseconds. `links` say what
 * stands behind the skills of an imported framework; by themselves they are made by `linkSkills`.
 */
export function readFeedback(
  model: DecoderModel,
  framework: Framework,
  text: string,
  corrections: readonly Correction[] = [],
  links?: readonly SkillLink[],
): FeedbackItem[] {
  const reader = feedbackReader(model, framework, corrections, links)
  return splitSentences(text, model.head.language).map((sentence) => {
    const reading = read(reader, sentence)
    return { ...readingOf(reading), clauses: clausesOf(reader, sentence, reading) }
  })
}

/** A text of some sentences read as one, for those who ask what the whole of it is about. */
export function readWhole(
  model: DecoderModel,
  framework: Framework,
  text: string,
  links?: readonly SkillLink[],
): FeedbackReading {
  return readingOf(read(feedbackReader(model, framework, [], links), { text, start: 0 }))
}

/** A reading before its words are looked for: most sides of sentences are read and not shown. */
interface OpenReading extends Omit<FeedbackReading, 'matched'> {
  praise: number
  findWords: () => MatchedWord[]
}

function readingOf({ praise: _, findWords, ...reading }: OpenReading): FeedbackReading {
  return { ...reading, matched: findWords() }
}

function clausesOf(reader: FeedbackReader, sentence: Sentence, whole: OpenReading): FeedbackReading[] {
  if (whole.kind !== 'skill') return []
  const readings = new Map<string, OpenReading>()
  const readOnce = (side: Sentence) => {
    const key = `${side.start} ${side.text.length}`
    const reading = readings.get(key) ?? read(reader, side)
    readings.set(key, reading)
    return reading
  }
  const sides = findSides(
    sentence,
    (side) => {
      const { kind, skills, praise } = readOnce(side)
      const [best] = skills
      return {
        skill: kind === 'skill' ? (best?.skill ?? null) : null,
        confidence: best?.confidence ?? 0,
        praise,
      }
    },
    whole.skills,
  )
  if (sides === null) return []
  const [first, second] = [readOnce(sides[0]), readOnce(sides[1])]
  const [ofFirst, ofSecond] = sidePolarities(first.praise, second.praise)
  return [
    { ...readingOf(first), polarity: ofFirst },
    { ...readingOf(second), polarity: ofSecond },
  ]
}

function read(reader: FeedbackReader, sentence: Sentence): OpenReading {
  const { model, takers, phrases } = reader
  const { text, start } = sentence
  const reading = readSentence(model, text)
  const place = { text, start, end: start + text.length }
  if (!isOwnLanguage(model, text, reading.features)) return { ...place, ...NOT_READ }
  const vector = sentenceVector(model, reading.features)
  const { kind, likely, corrected } = weigh(reader, text, reading, vector)
  const skills = [...likely]
    .map(([skill, confidence]) => ({ skill, confidence }))
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_SKILLS)
  const nearest = strongestClass(takers, reading.shares, skills[0]?.skill)
  const findWords = () =>
    (nearest < 0 ? [] : tellingWords(matchedWords(model, reading.features, nearest))).map((word) => ({
      ...word,
      start: start + word.start,
      end: start + word.end,
    }))
  const named = skills.filter(({ confidence }) => confidence >= WORTH_A_PHRASE).map(({ skill }) => skill)
  const phrase = findPhrase(phrases, vector, named)
  return {
    ...place,
    // What the framework has a phrase for can be placed, however vague it sounds.
    kind: kind === 'vague' && phrase !== null ? 'skill' : kind,
    polarity: kind === 'none' ? 'none' : toldPolarity(reading.praise, phrase !== null),
    praise: reading.praise,
    skills,
    findWords,
    phrase,
    corrected,
  }
}

/** The phrases of a framework are what people say in criticism. */
function toldPolarity(praise: number, isPhrase: boolean): Polarity {
  const polarity = polarityOf(praise)
  return polarity === 'none' && isPhrase ? 'gap' : polarity
}

/** The strongest words, without those that stand in every sentence, unless there is nothing else. */
function tellingWords(words: MatchedWord[]): MatchedWord[] {
  const least = (words[0]?.weight ?? 0) * LEAST_OF_STRONGEST
  const strong = words.filter(({ weight }) => weight >= least)
  const telling = strong.filter(({ text }) => !isSmallWord(text))
  return (telling.length > 0 ? telling : strong).slice(0, MOST_WORDS)
}

const NOT_READ = {
  kind: 'other-language',
  polarity: 'none',
  praise: 0.5,
  skills: [],
  findWords: () => [],
  phrase: null,
  corrected: false,
} satisfies Partial<OpenReading>

/** The model's chances in the skills of the framework, moved by what the person corrected earlier. */
function weigh(
  { model, framework, takers, corrections }: FeedbackReader,
  text: string,
  { shares }: SentenceReading,
  vector: SentenceVector,
): { kind: FeedbackKind; likely: Map<string, number>; corrected: boolean } {
  const { none, vague } = refusal(model, shares)
  const { taken, skills: right } = correctionShare(corrections, vector)
  const kept = 1 - taken
  const likely = shareOut(framework, takers, shares, none + vague, text)
  for (const [skill, share] of likely) likely.set(skill, kept * share)
  let asNone = taken
  for (const [skill, share] of right) {
    likely.set(skill, (likely.get(skill) ?? 0) + taken * share)
    asNone -= taken * share
  }
  const isRefused = kept * (none + vague) + asNone > model.head.refuseFrom
  const isNone = kept * none + asNone >= kept * vague
  return { kind: isRefused ? (isNone ? 'none' : 'vague') : 'skill', likely, corrected: taken >= LARGER_SAY }
}

/** The class of the model that gave the skill most; −1 where the skill came from its words or a correction alone. */
function strongestClass(
  takers: FeedbackReader['takers'],
  shares: Float64Array,
  skill: string | undefined,
): number {
  let strongest = -1
  let most = 0
  for (const [known, ofKnown] of takers.entries()) {
    const part = ofKnown.find((taker) => taker.skill === skill)?.part ?? 0
    const given = part * (shares[known] as number)
    if (given > most) [strongest, most] = [known, given]
  }
  return strongest
}
