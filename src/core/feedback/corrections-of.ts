// What earlier records teach the reading of the next sentence: what each was about, by the person's own word.

import type { Correction } from '../decode/weigh-corrections.ts'
import type { ListedFeedback } from './skills-here.ts'

/**
 * A record about skills that the framework at hand does not have teaches nothing; what was put aside teaches that such
 * sentences are about no skill.
 */
export function correctionsOf(records: readonly ListedFeedback[]): Correction[] {
  return records.flatMap(({ text, here, judgement }) =>
    here.length === 0 && judgement !== 'dismissed' ? [] : [{ text, skills: here }],
  )
}
