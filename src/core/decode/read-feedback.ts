// Reads what somebody was told, sentence by sentence: which skill is behind it, how sure, and which words said so.

import type { Framework } from '../framework/framework.ts'
import { sentenceVector } from './compare-sentences.ts'
import type { DecoderModel } from './decoder-model.ts'
import { type FittingPhrase, findPhrase, type KnownPhrase, knownPhrases } from './find-phrase.ts'
import type { Polarity } from './labelled-sentence.ts'
import { linkSkills, type SkillLink } from './link-skills.ts'
import { type MatchedWord, matchedWords, readSentence, refusal } from './read-sentence.ts'
import { shareOut, type Takers, takersOf } from './share-out.ts'
import { splitClauses } from './split-clauses.ts'
import { type Sentence, splitSentences } from './split-sentences.ts'
import { isOwnLanguage } from './tell-language.ts'
import {
  type Correction,
  correctionShare,
  type KnownCorrection,
  knownCorrections,
} from './weigh-corrections.ts'

/**
 * `skill`: about one or more skills. `vague`: feedback that nobody could place; ask for an example. `none`: about no
 * skill. `other-language`: not in the decoder's language, so not judged.
 */
export type FeedbackKind = 'skill' | 'vague' | 'none' | 'other-language'

export interface LikelySkill {
  /** Skill id of the framework that was given. */
  skill: string
  /** How likely, 0 to 1; of sentences that are told to be 0.7 likely, about 7 of 10 are about that skill. */
  confidence: number
}

/** What a sentence, or one side of it, says. Places are UTF-16 units in the whole text. */
export interface FeedbackReading {
  text: string
  start: number
  end: number
  kind: FeedbackKind
  /** Praise or criticism, whatever the kind; `none` where it is about no skill or was not read. */
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
  /** Both sides of a sentence that turns ("great designs, but …"); empty where it does not turn. */
  clauses: FeedbackReading[]
}

const MOST_SKILLS = 5
const MOST_WORDS = 6
/** A correction has the larger say from this share on. */
const LARGER_SAY = 0.5

interface Reader {
  model: DecoderModel
  framework: Framework
  takers: Takers
  phrases: KnownPhrase[]
  corrections: KnownCorrection[]
}

/**
 * Every sentence of a text, read on its own, in order. Deterministic; a page takes a few milliseconds. `links` say what
 * stands behind the skills of an imported framework; by themselves they are made by `linkSkills`.
 */
export function readFeedback(
  model: DecoderModel,
  framework: Framework,
  text: string,
  corrections: readonly Correction[] = [],
  links: readonly SkillLink[] = linksOf(model, framework),
): FeedbackItem[] {
  const reader: Reader = {
    model,
    framework,
    takers: takersOf(model, links),
    phrases: phrasesOf(model, framework),
    corrections: knownCorrections(model, corrections),
  }
  return splitSentences(text, model.head.language).map((sentence) => {
    const clauses = splitClauses(sentence)
    return {
      ...readOne(reader, sentence),
      clauses: clauses.length > 1 ? clauses.map((clause) => readOne(reader, clause)) : [],
    }
  })
}

function readOne(reader: Reader, { text, start }: Sentence): FeedbackReading {
  const { model, framework } = reader
  const { features, shares, polarity } = readSentence(model, text)
  const place = { text, start, end: start + text.length }
  if (!isOwnLanguage(model, text, features)) return { ...place, ...NOT_READ }
  const vector = sentenceVector(model, features)
  const { none, vague } = refusal(model, shares)
  const corrected = correctionShare(reader.corrections, vector)
  const kept = 1 - corrected.taken
  const likely = shareOut(framework, reader.takers, shares, none + vague, text)
  for (const [skill, share] of likely) likely.set(skill, kept * share)
  let asNone = corrected.taken
  for (const [skill, share] of corrected.skills) {
    likely.set(skill, (likely.get(skill) ?? 0) + corrected.taken * share)
    asNone -= corrected.taken * share
  }
  const refused = kept * (none + vague) + asNone > model.head.refuseFrom
  const kind = refused ? (kept * none + asNone >= kept * vague ? 'none' : 'vague') : 'skill'
  const skills = [...likely]
    .map(([skill, confidence]) => ({ skill, confidence }))
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_SKILLS)
  const nearest = strongestClass(reader.takers, shares, skills[0]?.skill)
  return {
    ...place,
    kind,
    polarity: kind === 'none' ? 'none' : polarity,
    skills,
    matched: nearest < 0 ? [] : placedIn(start, matchedWords(model, features, nearest).slice(0, MOST_WORDS)),
    phrase: findPhrase(
      reader.phrases,
      vector,
      skills.slice(0, 3).map(({ skill }) => skill),
    ),
    corrected: corrected.taken >= LARGER_SAY,
  }
}

const NOT_READ = {
  kind: 'other-language',
  polarity: 'none',
  skills: [],
  matched: [],
  phrase: null,
  corrected: false,
} satisfies Partial<FeedbackReading>

/** The class of the model that gave the skill most; −1 where the skill came from its words or a correction alone. */
function strongestClass(takers: Takers, shares: Float64Array, skill: string | undefined): number {
  let strongest = -1
  let most = 0
  for (const [known, ofKnown] of takers.entries()) {
    const part = ofKnown.find((taker) => taker.skill === skill)?.part ?? 0
    const given = part * (shares[known] as number)
    if (given > most) [strongest, most] = [known, given]
  }
  return strongest
}

function placedIn(start: number, words: MatchedWord[]): MatchedWord[] {
  return words.map((word) => ({ ...word, start: start + word.start, end: start + word.end }))
}

/** A framework never changes once read, so what is made of it is made once and goes when it goes. */
const links = new WeakMap<Framework, { model: DecoderModel; links: SkillLink[] }>()
const phrases = new WeakMap<Framework, { model: DecoderModel; phrases: KnownPhrase[] }>()

function linksOf(model: DecoderModel, framework: Framework): SkillLink[] {
  const known = links.get(framework)
  if (known?.model === model) return known.links
  const made = linkSkills(model, framework)
  links.set(framework, { model, links: made })
  return made
}

function phrasesOf(model: DecoderModel, framework: Framework): KnownPhrase[] {
  const known = phrases.get(framework)
  if (known?.model === model) return known.phrases
  const made = knownPhrases(model, framework)
  phrases.set(framework, { model, phrases: made })
  return made
}
