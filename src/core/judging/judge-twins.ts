// Judges whether two behaviours, or two practices, say nearly the same.
import type { Finding } from './finding.ts'
import { type ComparedSentences, type JudgingContext, judgedSentence } from './judging-context.ts'
import { type NearestTwin, nearestEarlierTwins, nearestTwins } from './nearest-twins.ts'
import type { Sentence, SentencePart } from './sentence.ts'

/**
 * Cosine from which two sentences are told apart by few words only. Of 30 behaviours of the built-in framework, each
 * said again in other words, the most freely reworded reached 0.59; of the 207,690 pairs of its own behaviours the
 * nearest reached 0.51 (0.54 of its practices), and those are different things. See docs/decisions/0020.
 */
const ALIKE = 0.55
/** From here on only a word or two differ: nobody who looked at such pairs called them different. */
const ALMOST_EQUAL = 0.8

export function judgeTwins(context: JudgingContext): void {
  for (const part of Object.values(context.parts)) {
    for (const [sentence, { index, similarity }] of twinsIn(part, context.onlySkill)) {
      const other = part.sentences[index]
      if (other !== undefined) report(sentence, other, similarity, context)
    }
  }
}

/** Of all sentences the earlier twins; of one skill's sentences those anywhere. */
function twinsIn(
  { sentences, terms, weights }: ComparedSentences,
  onlySkill: string | undefined,
): [Sentence, NearestTwin][] {
  const all = [...sentences.keys()]
  const asked =
    onlySkill === undefined ? all : all.filter((index) => sentences[index]?.skill.id === onlySkill)
  const twins =
    onlySkill === undefined
      ? nearestEarlierTwins(terms, weights, ALIKE)
      : nearestTwins(asked, terms, weights, ALIKE)
  return asked.flatMap((index, at) => {
    const [sentence, twin] = [sentences[index], twins[at]]
    return sentence === undefined || twin === undefined ? [] : [[sentence, twin]]
  })
}

function report(sentence: Sentence, other: Sentence, similarity: number, context: JudgingContext): void {
  const percent = Math.floor(similarity * 100)
  const said = percent === 100 ? 'says the same' : `says nearly the same (${percent} % alike)`
  const finding: Omit<Finding, 'file' | 'line' | 'at'> = {
    kind: 'near-duplicate',
    severity: similarity >= ALMOST_EQUAL ? 'warning' : 'advice',
    text: sentence.statement.text,
    message: `This ${sentence.part} ${said} as one at ${placeInWords(sentence, other)}.`,
    mend: mendOf(sentence, other),
    twin: context.twin(judgedSentence(other), other.statement.text),
  }
  context.report(finding, judgedSentence(sentence))
}

function placeInWords(sentence: Sentence, other: Sentence): string {
  if (sentence.skill.id !== other.skill.id) return `level ${other.level} of "${other.skill.name}"`
  return sentence.level === other.level ? 'the same level' : `level ${other.level}`
}

const MENDS: Record<'skill' | 'level' | SentencePart, string> = {
  skill: 'Keep it in the skill where it belongs, or say in each what only this skill adds.',
  level: 'Say what is different at the higher level: other people, a larger scope, or what comes of it.',
  behaviour: 'Keep one of the two, or say what the other adds.',
  practice: 'Keep one of the two, or say what the other adds.',
}

function mendOf(sentence: Sentence, other: Sentence): string {
  if (sentence.skill.id !== other.skill.id) return MENDS.skill
  return sentence.level === other.level ? MENDS[sentence.part] : MENDS.level
}
