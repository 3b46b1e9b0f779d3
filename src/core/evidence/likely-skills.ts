// The skills that a text of one's own is about, from what the reader of feedback made of its sentences.

import type { FeedbackReading } from '../decode/read-feedback.ts'

export type SentenceRead = Pick<FeedbackReading, 'kind' | 'skills'>

/** Less likely than this in every sentence is not counted, but for the first. */
const LIKELY_ENOUGH = 0.08

/** By skill id, the likeliest first, between 0 and 1; empty where no sentence is about a skill. `least` is a chance, too. */
export function likelySkills(
  sentences: readonly SentenceRead[],
  least: number = LIKELY_ENOUGH,
): Map<string, number> {
  const likely = new Map<string, number>()
  for (const { kind, skills } of sentences)
    if (kind === 'skill')
      for (const { skill, confidence } of skills)
        likely.set(skill, Math.max(confidence, likely.get(skill) ?? 0))
  return new Map(
    [...likely].sort(([, a], [, b]) => b - a).filter(([, confidence], at) => at === 0 || confidence >= least),
  )
}
