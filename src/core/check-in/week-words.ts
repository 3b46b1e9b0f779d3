// How the answers of a check-in read.

import type { CheckInContent, Load } from './check-in.ts'

export const LOADS: readonly Load[] = ['light', 'right', 'heavy']

/** "The hours felt heavy. Energy left for learning: 3 of 10." Empty where neither was answered. */
export function answersSentence({ ownAnswers }: Pick<CheckInContent, 'ownAnswers'>): string {
  const { load = null, energy = null } = ownAnswers ?? {}
  return [
    ...(load === null ? [] : [`The hours felt ${load}.`]),
    ...(energy === null ? [] : [`Energy left for learning: ${energy} of 10.`]),
  ].join(' ')
}
