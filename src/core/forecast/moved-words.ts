// By how much a forecast moved since the last one, in a sentence.

import { addWeeks } from '../plan/quarter-calendar.ts'
import { capitalise } from '../planning/plain-words.ts'
import type { MilestoneKind } from './forecast.ts'
import { NO_DATE_BEYOND } from './forecast-words.ts'

const NAMES: Record<MilestoneKind, string> = {
  'next-level': 'the next level',
  'ready-to-try': 'ready to try',
  'must-haves': 'having met all must-haves',
}
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

interface Said {
  /** The day from which weeks count. */
  madeOn: string
  /** Weeks, said with four in five; null or beyond three years: no date was given. */
  p80: number | null
}

/**
 * "Ready to try moved from June 2028 to September 2028." Null where nothing moved by a week or more. Both dates are
 * those said with four in five.
 */
export function movedSentence(kind: MilestoneKind, before: Said, now: Said): string | null {
  const [was, is] = [dateOf(before), dateOf(now)]
  if (was === null && is === null) return null
  const name = capitalise(NAMES[kind])
  if (was === null) return `${name} has a date again: ${is === null ? '' : inWords(is, false)}.`
  if (is === null) return `${name} moved from ${inWords(was, false)} to beyond three years.`
  const days = (Date.parse(is) - Date.parse(was)) / 86_400_000
  if (Math.abs(days) < 7) return null
  const isNear = inWords(was, false) === inWords(is, false)
  return `${name} moved from ${inWords(was, isNear)} to ${inWords(is, isNear)}.`
}

function dateOf({ madeOn, p80 }: Said): string | null {
  return p80 === null || p80 > NO_DATE_BEYOND ? null : addWeeks(madeOn, Math.round(p80))
}

/** "June 2028", or "12 June 2028" where the month alone would not tell two days apart. */
function inWords(day: string, withDay: boolean): string {
  const [year, month, number] = day.split('-').map(Number)
  const text = `${MONTHS[(month ?? 1) - 1] ?? ''} ${year}`
  return withDay ? `${number} ${text}` : text
}
