// What every judgement needs: the framework, its sentences, their places, and a way to report.

import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import { placeOf, type SourceMap } from '../framework/source-map.ts'
import type { Finding, Twin } from './finding.ts'
import { isEnglish, type Sentence, type SentencePart, sentencesOf, termsOf } from './sentence.ts'
import { type Terms, type TermWeights, weighTerms } from './similarity.ts'

export interface JudgingContext {
  framework: Framework
  english: boolean
  /** Of every skill, in the framework's order. */
  sentences: readonly Sentence[]
  /** The same by part, with what they are compared by. */
  parts: Record<SentencePart, ComparedSentences>
  /** Those that findings are wanted about: all, or one skill's. */
  asked: readonly Sentence[]
  /** Only what concerns this skill is wanted; undefined: everything. */
  onlySkill: string | undefined
  report(finding: Omit<Finding, 'file' | 'line' | 'at'>, thing: Judged): void
  twin(thing: Judged, text: string): Twin
}

export interface ComparedSentences {
  sentences: readonly Sentence[]
  /** Of each sentence. */
  terms: readonly Terms[]
  weights: TermWeights
}

/** Something that can be pointed at: its name in acceptances, and its key in the source map. */
export interface Judged {
  at: string
  key: string
}

export function judgingContext(
  framework: Framework,
  sources: SourceMap,
  findings: Finding[],
  onlySkill?: string,
): JudgingContext {
  const sentences = framework.skills.flatMap(sentencesOf)
  const english = isEnglish(framework)
  const skill = onlySkill === undefined ? undefined : findSkill(framework, onlySkill)
  return {
    framework,
    english,
    sentences,
    parts: {
      behaviour: compared('behaviour', sentences, english),
      practice: compared('practice', sentences, english),
    },
    asked: onlySkill === undefined ? sentences : sentences.filter((sentence) => sentence.skill === skill),
    onlySkill,
    report: (finding, { at, key }) => void findings.push({ ...finding, ...placeOf(sources, key), at }),
    twin: ({ at, key }, text) => ({ ...placeOf(sources, key), at, text }),
  }
}

function compared(part: SentencePart, all: readonly Sentence[], english: boolean): ComparedSentences {
  const sentences = all.filter((sentence) => sentence.part === part)
  const terms = sentences.map(({ statement }) => termsOf(statement, english))
  return { sentences, terms, weights: weighTerms(terms) }
}

export function judgedSentence({ skill, statement }: Sentence): Judged {
  return { at: `${skill.id}/${statement.id}`, key: `/skills/${skill.id}/statements/${statement.id}` }
}

export function judgedLevel(skillId: string, level: number): Judged {
  return { at: `${skillId}/level-${level}`, key: `/skills/${skillId}/anchors/${level}` }
}

export function judgedSkill(skillId: string): Judged {
  return { at: skillId, key: `/skills/${skillId}` }
}
