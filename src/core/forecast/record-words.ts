// How forecasts did, in plain sentences.

import { capitalise, counted, numberAlone, numberWord, oneDecimal } from '../planning/plain-words.ts'
import { ENOUGH_OUTCOMES, type ForecastRecord } from './forecast-record.ts'
import type { ForecastScore } from './score-forecasts.ts'

/** What "by this date" with four in five scores where it is honest: .8 × .2² + .2 × .8². */
const HONEST_BRIER = 0.16

/** One sentence while there is too little to tell; then where outcomes fell, the dates, and people in general. */
export function recordWords({ resolved, score, beside }: ForecastRecord): string[] {
  if (score === null)
    return [
      `Too few to tell yet: the outcome of ${counted(resolved, 'forecast')} is known; from ${numberWord(ENOUGH_OUTCOMES)} on, this says how they did.`,
    ]
  return [
    coverageWords(score),
    dateWords(score),
    ...pitWords(score),
    ...(beside === null ? [] : [besideWords(beside)]),
  ]
}

const times = (share: number, count: number) => Math.round(share * count)

function coverageWords({ count, within50, within80 }: ForecastScore): string {
  return `Of ${numberWord(count)} forecasts, ${numberAlone(times(within50, count))} came true within the middle half of what was said, where ${numberWord(times(0.5, count))} would be expected, and ${numberAlone(times(within80, count))} within the middle four in five, where ${numberWord(times(0.8, count))} would be.`
}

function dateWords({ count, metP80, brier }: ForecastScore): string {
  const held = times(metP80, count)
  return `${capitalise(numberAlone(held))} ${held < 2 ? 'was' : 'were'} there by the date said with four in five; ${numberWord(times(0.8, count))} would be expected. The Brier score of these dates is ${brier.toFixed(2)}; honest ones come to ${HONEST_BRIER}, and 0 would be perfect.`
}

/** Beyond two standard deviations of chance. */
function pitWords({ count, pit }: ForecastScore): string[] {
  const early = pit.slice(0, 5).reduce((sum, one) => sum + one, 0)
  const outside = (pit[0] ?? 0) + (pit[9] ?? 0)
  const byHalves = 2 * Math.sqrt(count * 0.25)
  const byEnds = 2 * Math.sqrt(count * 0.16)
  const lean =
    Math.abs(early - count / 2) <= byHalves
      ? 'Things came about as often earlier as later than the middle of what was said.'
      : `Things came more often ${early > count / 2 ? 'earlier' : 'later'} than was said: ${numberWord(Math.max(early, count - early))} times of ${numberWord(count)}.`
  if (outside > count / 5 + byEnds)
    return [lean, 'More lay at the ends than chance would put there: the ranges were too narrow.']
  if (outside < count / 5 - byEnds)
    return [
      lean,
      'Fewer lay at the ends than chance would put there: the ranges were wider than they had to be.',
    ]
  return [lean]
}

function besideWords({ count, own, reference }: NonNullable<ForecastRecord['beside']>): string {
  const said = `Over ${numberWord(count)} forecasts the error (CRPS) is ${oneDecimal(own)} weeks; at the pace of people in general it would have been ${oneDecimal(reference)}.`
  if (oneDecimal(own) === oneDecimal(reference))
    return `${said} What was known of your own pace changed little.`
  return own < reference
    ? `${said} What was known of your own pace made them better.`
    : `${said} What was known of your own pace made them worse.`
}
