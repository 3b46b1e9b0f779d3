// By how much a forecast moved since the last one, in a sentence.

import { addWeeks } from '../plan/quarter-calendar.ts'
import { capitalise, counted } from '../planning/plain-words.ts'
import { monthAfter } from './calendar-words.ts'
import type { MilestoneKind } from './forecast.ts'
import { NO_DATE_BEYOND } from './forecast-words.ts'

const NAMES: Record<MilestoneKind, string> = {
  'next-level': 'the next level',
  'ready-to-try': 'ready to try',
  'must-haves': 'having met all must-haves',
}

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
  if (was === null) return `${name} has a date again: ${is === null ? '' : inWords(is)}.`
  if (is === null) return `${name} moved from ${inWords(was)} to beyond three years.`
  const days = (Date.parse(is) - Date.parse(was)) / 86_400_000
  if (Math.abs(days) < 7) return null
  const [from, to] = [inWords(was), inWords(is)]
  if (from !== to) return `${name} moved from ${from} to ${to}.`
  const weeks = counted(Math.round(Math.abs(days) / 7), 'week')
  return `${name} moved about ${weeks} ${days > 0 ? 'later' : 'earlier'}, still in ${to}.`
}

function dateOf({ madeOn, p80 }: Said): string | null {
  return p80 === null || p80 > NO_DATE_BEYOND ? null : addWeeks(madeOn, Math.round(p80 * 7) / 7)
}

/** "June 2028": a day would say more than is known. */
function inWords(day: string): string {
  return monthAfter(day, 0)
}
