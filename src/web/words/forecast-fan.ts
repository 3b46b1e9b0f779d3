// The words of a forecast: people like this, half of them, four in five of them.
import type { MilestoneKind } from '../../core/forecast/forecast.ts'
import { percent } from './kind.ts'

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "April 2027". */
function monthOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? day : month.format(date)
}

const milestone: Record<MilestoneKind, string> = {
  'next-level': 'Next level of the first skill',
  'ready-to-try': 'Ready to try',
  'must-haves': 'All must-haves met',
}

export const forecastWords = {
  milestone,
  label: (role: string) => `When skills for ${role} may be there`,
  help: 'Each dot is one of twenty people like this. Dark dots: the first half of them. Grey dots: as far as four in five. Empty dots: the others. The band below holds eight in ten of them.',
  byDates: (half: string, most: string) => `half by ${monthOf(half)}, four in five by ${monthOf(most)}`,
  halfAlready: (most: string) => `half already, four in five by ${monthOf(most)}`,
  alreadyShort: 'already',
  already: 'there already for four in five',
  farForMost: 'more than three years for most',
  farForSome: 'more than three years for some: no date',
  later: 'later',
  covered: 'What the role asks, covered',
  coveredAt: (when: string, { p10, p50, p90 }: { p10: number; p50: number; p90: number }) =>
    `${when} ${percent(p50)}, likely ${percent(p10)} to ${percent(p90)}`,
  table: 'The same as a table',
  tableMilestone: 'Milestone',
  half: 'Half',
  most: 'Four in five',
  weeks: (count: number) => (count === 0 ? 'already' : count === 1 ? '1 week' : `${count} weeks`),
  beyond: 'more than three years',
  now: 'Now',
  quarters: (count: number) => (count === 1 ? 'After 1 quarter' : `After ${count} quarters`),
  tableLikely: 'Likely range',
  honest:
    'When skills may be there, from what a framework and a few figures know. Whether there is a seat, and who decides, is not in it.',
} as const
