// How well the dates that were given have held: one sentence, and figures once there are enough of them.

import { addWeeks } from '../plan/quarter-calendar.ts'
import { capitalise, numberAlone, numberWord } from '../planning/plain-words.ts'
import { ENOUGH_OUTCOMES, firstOfEach, resolvedOf } from './forecast-record.ts'
import type { KeptForecast } from './kept-forecast.ts'
import { JUDGED_WEEKS } from './kept-forecast.ts'
import { type ForecastScore, scoreForecasts } from './score-forecasts.ts'

export interface Honesty {
  /** Dates said with four in five that have passed, one for each milestone. */
  due: number
  /** How many of them held. */
  held: number
  /** Forecasts whose outcome is known, one for each milestone. */
  resolved: number
  /** Null while fewer than ten outcomes are known. */
  score: ForecastScore | null
  sentence: string
}

/** The 80th percentile among the 1st to the 99th. */
const FOUR_IN_FIVE = 79

/**
 * Only the first forecast of each milestone counts: a date that is repeated every day is one date. A date is judged
 * once it has passed, reached or not, so that quick successes do not come first.
 */
export function honestyOf(forecasts: readonly KeptForecast[], today: string): Honesty {
  const first = firstOfEach(forecasts)
  const due = first.filter((forecast) => isDue(forecast, today))
  const held = due.filter((forecast) => {
    const reached = forecast.outcome?.reachedOn ?? null
    return reached !== null && reached <= (dateSaid(forecast) ?? '')
  }).length
  const resolved = first.flatMap((forecast) => resolvedOf(forecast) ?? [])
  return {
    due: due.length,
    held,
    resolved: resolved.length,
    score: resolved.length < ENOUGH_OUTCOMES ? null : scoreForecasts(resolved, JUDGED_WEEKS),
    sentence: honestySentence(due.length, held),
  }
}

/** Null where no date was given, because it lay too far ahead. */
function dateSaid({ quantiles, madeOn, horizonWeeks }: KeptForecast): string | null {
  const weeks = quantiles[FOUR_IN_FIVE] ?? null
  return weeks === null || weeks > horizonWeeks ? null : addWeeks(madeOn, Math.ceil(weeks))
}

function isDue(forecast: KeptForecast, today: string): boolean {
  const date = dateSaid(forecast)
  return date !== null && date < today
}

function honestySentence(due: number, held: number): string {
  if (due < ENOUGH_OUTCOMES) {
    return `Too few to tell yet: of the dates given here, ${numberAlone(due)} ${hasOrHave(due)} passed; from ten on, this says how many held.`
  }
  const expected = Math.round(0.8 * due)
  return `${capitalise(numberAlone(held))} of ${numberWord(due)} dates given here with four in five ${hasOrHave(held)} held; about ${numberWord(expected)} would be expected.`
}

function hasOrHave(count: number): string {
  return count < 2 ? 'has' : 'have'
}
