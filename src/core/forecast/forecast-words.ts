// What a forecast says, in frequencies: half of people like this, four in five of them.

import { counted, numberWord } from '../planning/plain-words.ts'
import type { Milestone, MilestoneKind } from './forecast.ts'

/** Beyond this no date is shown, in weeks: three years. */
export const NO_DATE_BEYOND = 156
const WEEKS_PER_MONTH = 365.25 / 12 / 7
const DAY = 86_400_000

const REACHING: Record<MilestoneKind, string> = {
  'next-level': 'reach the next level of the first skill',
  'ready-to-try': 'be ready to try',
  'must-haves': 'have met all must-haves',
}

/** Of those who are there. */
const THERE: Record<MilestoneKind, string> = {
  'next-level': 'already hold the next level of the first skill',
  'ready-to-try': 'are ready to try already',
  'must-haves': 'have met all must-haves already',
}

export interface MilestoneWords {
  kind: MilestoneKind
  /** "Half of people like this would be ready to try in about five months, four in five in about nine." */
  sentence: string
  /** Days such as 2027-04-12; null where the span is too long for a date, or nothing is left to do. */
  dateHalf: string | null
  dateMost: string | null
}

/** `today` as 2026-11-25. `faster`: the same milestone with more hours, where that is known. */
export function milestoneWords(
  milestone: Milestone,
  today: string,
  faster: { hours: number; p80: number } | null = null,
): MilestoneWords {
  const { kind, p50, p80 } = milestone
  if (p80 > NO_DATE_BEYOND) {
    const sentence = `${tooFar(kind, p50)} No date is given for that. ${shorten(faster)}`
    return { kind, sentence, dateHalf: null, dateMost: null }
  }
  if (p80 === 0) {
    return {
      kind,
      sentence: `Four in five people like this ${THERE[kind]}.`,
      dateHalf: null,
      dateMost: null,
    }
  }
  return {
    kind,
    sentence: `${halfOf(kind, p50)}, four in five ${inSpan(p80)}.`,
    dateHalf: p50 === 0 ? null : dateAfter(today, p50),
    dateMost: dateAfter(today, p80),
  }
}

/** "Half of people like this would be ready to try in about five months." */
function halfOf(kind: MilestoneKind, p50: number): string {
  return p50 === 0
    ? `Half of people like this ${THERE[kind]}`
    : `Half of people like this would ${REACHING[kind]} ${inSpan(p50)}`
}

function tooFar(kind: MilestoneKind, p50: number): string {
  return p50 <= NO_DATE_BEYOND
    ? `${halfOf(kind, p50)}, but for four in five it takes more than three years.`
    : `For most people like this it takes more than three years to ${REACHING[kind]}.`
}

function shorten(faster: { hours: number; p80: number } | null): string {
  const general =
    'What would shorten it: more hours, fewer skills at a time, or a role on the way that asks part of it every day.'
  if (faster === null || faster.p80 > NO_DATE_BEYOND) return general
  return `What would shorten it: with ${counted(faster.hours, 'hour')} a week four in five would be there ${inSpan(faster.p80)}; so would a role on the way that asks part of it every day.`
}

/** "in about five weeks", "in about nine months", "in about two years". */
export function inSpan(weeks: number): string {
  if (weeks < 1.5) return 'within about a week'
  if (weeks < 9) return `in about ${counted(Math.round(weeks), 'week')}`
  const months = Math.round(weeks / WEEKS_PER_MONTH)
  if (months < 23) return `in about ${counted(months, 'month')}`
  const halves = Math.round(months / 6)
  const years = numberWord(Math.floor(halves / 2))
  return halves % 2 === 0 ? `in about ${years} years` : `in about ${years} and a half years`
}

function dateAfter(today: string, weeks: number): string | null {
  const start = Date.parse(`${today.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(start)) return null
  return new Date(start + Math.round(weeks * 7) * DAY).toISOString().slice(0, 10)
}
