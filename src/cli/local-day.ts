// The day and the week that it is where somebody types a command.
import { mondayOf } from '../core/plan/quarter-calendar.ts'
import { type Given, textOption, UsageFailure } from './command.ts'

/** ISO date of the time zone of this machine; without `time`, today. */
export function localDay(time = new Date()): string {
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** The day that an option names; null where it is not given. */
export function dayAsked(given: Given, option: string): string | null {
  const day = textOption(given, option)
  if (day === undefined) return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new UsageFailure(`--${option} takes a day such as ${localDay()}, not “${day}”.`)
  return day
}

/** The Monday of the week that `--week` names by any of its days, or else of this week. */
export function weekAsked(given: Given): string {
  return mondayOf(dayAsked(given, 'week') ?? localDay())
}
