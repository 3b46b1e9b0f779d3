// The reminders as events of a calendar: no word of them is about what the person wrote or wants.

import { addWeeks, mondayOf, WEEKS_PER_QUARTER } from '../plan/quarter-calendar.ts'
import type { ReminderChoices } from './reminder.ts'

export interface ReminderEvent {
  kind: 'week' | 'plan' | 'long-view' | 'asked'
  /** Tells several of one kind apart. */
  id?: string
  title: string
  text: string
  /** The page that it is about. */
  page: string
  /** Without a time zone, so that it is the same hour wherever the person is: `2026-11-27T15:00:00`. */
  starts: string
  minutes: number
  /** Null: once. */
  repeats: { unit: 'week' | 'year'; every: number } | null
}

export interface ReminderDates {
  /** The first look back is on or after this day. */
  from: string
  /** The Monday on which the first quarter of the plan began; null without a plan. */
  planStartsOn: string | null
  /** When the long view was last said to be true, an ISO time; null without one. */
  longViewReviewedAt: string | null
  /** What colleagues asked and is still open, with its last day. */
  asked?: readonly { id: string; dueOn: string }[]
}

const MORNING = '10:00'

/** What there is nothing to look at for is left out. */
export function reminderEvents(choices: ReminderChoices, dates: ReminderDates): ReminderEvent[] {
  const time = choices.week?.time ?? MORNING
  const { planStartsOn, longViewReviewedAt } = dates
  return [
    ...(choices.week === null ? [] : [weekEvent(choices.week, dates.from)]),
    ...(choices.plan && planStartsOn !== null ? [planEvent(planStartsOn, time)] : []),
    ...(choices.longView && longViewReviewedAt !== null ? [longViewEvent(longViewReviewedAt, time)] : []),
    ...(choices.asked === false ? [] : (dates.asked ?? []).map((one) => askedEvent(one, time))),
  ]
}

function weekEvent({ weekday, time }: { weekday: number; time: string }, from: string): ReminderEvent {
  const inWeek = (monday: string) => dayAfter(monday, weekday - 1)
  const monday = mondayOf(from)
  const first = inWeek(monday) < from ? inWeek(addWeeks(monday, 1)) : inWeek(monday)
  return {
    kind: 'week',
    title: 'Skillmap: the week, in two minutes',
    text: 'Every question may be skipped, and so may the week.',
    page: '/week',
    starts: at(first, time),
    minutes: 5,
    repeats: { unit: 'week', every: 1 },
  }
}

function planEvent(startsOn: string, time: string): ReminderEvent {
  return {
    kind: 'plan',
    title: 'Skillmap: a new quarter',
    text: 'A look at what the quarter before brought, and at the next one.',
    page: '/plan',
    starts: at(addWeeks(startsOn, WEEKS_PER_QUARTER), time),
    minutes: 30,
    repeats: { unit: 'week', every: WEEKS_PER_QUARTER },
  }
}

function longViewEvent(reviewedAt: string, time: string): ReminderEvent {
  const due = new Date(reviewedAt)
  due.setUTCFullYear(due.getUTCFullYear() + 1)
  return {
    kind: 'long-view',
    title: 'Skillmap: the years ahead',
    text: 'Is it still true? Once a year is enough.',
    page: '/ahead',
    starts: at(due.toISOString().slice(0, 10), time),
    minutes: 15,
    repeats: { unit: 'year', every: 1 },
  }
}

/** Neither who asked nor about whom: others may see the calendar. */
function askedEvent({ id, dueOn }: { id: string; dueOn: string }, time: string): ReminderEvent {
  return {
    ...{ kind: 'asked', id, title: 'Skillmap: something you were asked', page: `/asked/${id}` },
    text: 'About five minutes. It may be declined without a reason.',
    starts: at(dueOn, time),
    minutes: 5,
    repeats: null,
  }
}

function at(day: string, time: string): string {
  return `${day}T${time}:00`
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
