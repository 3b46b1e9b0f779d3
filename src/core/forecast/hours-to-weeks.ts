// From hours of practice to weeks of a calendar, with good and bad quarters.

import { type Pace, WEEK_SD } from './pace.ts'

const WEEKS = 13
/** Ten years: nothing is forecast beyond. */
const HORIZON_WEEKS = 520

/**
 * Thirteen independent log-normal weeks with mean 1 add up to nearly a log-normal quarter (Fenton and Wilkinson 1960:
 * same mean and variance): σ² = ln(1 + (e^{σw²} − 1) ÷ 13).
 */
const QUARTER_VARIANCE = Math.log(1 + (Math.exp(WEEK_SD ** 2) - 1) / WEEKS)
const QUARTER_SD = Math.sqrt(QUARTER_VARIANCE)

export interface CalendarDraw {
  /** Draws the person's delivery from the standard normal and begins a new life at week 0. */
  begin(normal: () => number): void
  /** The week in which so many hours in all are given; Infinity beyond the horizon. Hours must not fall. */
  weekOf(hours: number): number
}

/** `hoursPerWeek` by quarter; the last one goes on. */
export function calendarDraw(hoursPerWeek: readonly number[], pace: Pace): CalendarDraw {
  let normal: () => number = () => 0
  const life = { quarter: 0, given: 0, perWeek: 0, delivery: 1 }
  const open = (quarter: number) => {
    const planned = hoursPerWeek[Math.min(quarter, hoursPerWeek.length - 1)] ?? 0
    const luck = Math.exp(-QUARTER_VARIANCE / 2 + QUARTER_SD * normal())
    life.quarter = quarter
    life.perWeek = planned * life.delivery * luck
  }
  return {
    begin(fresh) {
      normal = fresh
      life.delivery = Math.exp(pace.delivery.mean + pace.delivery.sd * normal())
      life.given = 0
      open(0)
    },
    weekOf(hours) {
      while (hours > life.given + life.perWeek * WEEKS) {
        if ((life.quarter + 1) * WEEKS >= HORIZON_WEEKS) return Number.POSITIVE_INFINITY
        life.given += life.perWeek * WEEKS
        open(life.quarter + 1)
      }
      const within = life.perWeek > 0 ? (hours - life.given) / life.perWeek : 0
      return life.quarter * WEEKS + Math.max(0, within)
    },
  }
}
