// How well the marks fit sentences that people marked: for each rule what was found, missed and found wrongly.

import { checkFeedback, type KnownPhrase } from './check-feedback.ts'
import { type FeedbackAim, type FeedbackParts, NO_PARTS } from './feedback-parts.ts'
import { checkLanguage } from './language-checks.ts'
import type { MarkRule } from './mark-rules.ts'

/** One sentence with the rules that should mark words in it, or a whole draft with what it lacks. */
export type MarkedExample =
  | { id: string; aim: FeedbackAim; text: string; rules: MarkRule[] }
  | { id: string; aim: FeedbackAim; parts: FeedbackParts; missing: MarkRule[] }

export interface RuleScore {
  found: number
  missed: number
  wrong: number
}

export interface MarkScore {
  examples: number
  byRule: Map<MarkRule, RuleScore>
  /** Of all marks that were made, the share that should be there. */
  precision: number
  /** Of all marks that should be there, the share that was made. */
  recall: number
}

export function readMarkedExamples(jsonLines: string): MarkedExample[] {
  return jsonLines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as MarkedExample)
}

/** With the phrases of a framework, as a person meets the marks. A rule counts once for an example, however many words it marks there. */
export function scoreMarks(examples: readonly MarkedExample[], phrases: readonly KnownPhrase[]): MarkScore {
  const byRule = new Map<MarkRule, RuleScore>()
  const count = (rule: MarkRule, what: keyof RuleScore) => {
    const score = byRule.get(rule) ?? { found: 0, missed: 0, wrong: 0 }
    byRule.set(rule, { ...score, [what]: score[what] + 1 })
  }
  for (const example of examples) {
    const made = rulesMade(example, phrases)
    const wanted = new Set('text' in example ? example.rules : example.missing)
    for (const rule of wanted) count(rule, made.has(rule) ? 'found' : 'missed')
    for (const rule of made) if (!wanted.has(rule)) count(rule, 'wrong')
  }
  const sum = (what: keyof RuleScore) => [...byRule.values()].reduce((all, one) => all + one[what], 0)
  const found = sum('found')
  return {
    examples: examples.length,
    byRule,
    precision: found / Math.max(1, found + sum('wrong')),
    recall: found / Math.max(1, found + sum('missed')),
  }
}

function rulesMade(example: MarkedExample, phrases: readonly KnownPhrase[]): Set<MarkRule> {
  const isSentence = 'text' in example
  const parts = isSentence ? { ...NO_PARTS, behaviour: example.text } : example.parts
  const marks = checkFeedback(parts, { aim: example.aim, english: true, phrases, checkLanguage })
  return new Set(marks.filter(({ words }) => (words !== '') === isSentence).map(({ rule }) => rule))
}
