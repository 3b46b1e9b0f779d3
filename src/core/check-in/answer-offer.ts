// What becomes of an offer to lighten a plan that was not taken: quiet for four weeks, or for good.

import { addWeeks } from '../plan/quarter-calendar.ts'
import type { LighterAnswers, LighterReason } from './lighter-plan.ts'

/** `ask-again` takes an earlier answer back. */
export type LighterAnswer = 'not-now' | 'never' | 'ask-again'

const QUIET_WEEKS = 4

/** `today` as 2026-11-26. */
export function answerOffer(
  known: LighterAnswers,
  reason: LighterReason,
  answer: LighterAnswer,
  today: string,
): LighterAnswers {
  const { [reason]: _, ...others } = known
  if (answer === 'ask-again') return others
  return { ...others, [reason]: { until: answer === 'never' ? null : addWeeks(today, QUIET_WEEKS) } }
}
