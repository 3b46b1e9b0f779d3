// Check-ins as a part of a personal export, with what was answered to offers, and the reminders that are wished for.

import { z } from 'zod'
import { type CheckInRevision, LONGEST_IN_THE_WAY, MOST_ENERGY } from '../check-in/check-in.ts'
import type { LighterAnswers } from '../check-in/lighter-plan.ts'
import { CLOCK_TIME, type ReminderChoices } from '../reminder/reminder.ts'
import { id, MOST, time } from './exported-assessment.ts'

/** Missing in exports from before there were any. */
export interface ExportedCheckIns {
  /** By week, then oldest first. What could not be opened is among the records, as it is stored. */
  checkIns: CheckInRevision[]
  lighterAnswers: LighterAnswers
  /** Null where none were wished for. The secret address of the calendar stays behind. */
  reminders: ReminderChoices | null
}

const day = z.iso.date()

const revision = z.object({
  week: day,
  revisionId: id,
  version: z.number().int().min(1),
  replaces: id.nullable(),
  withdrawn: z.boolean(),
  inTheWay: z.string().max(LONGEST_IN_THE_WAY),
  ownAnswers: z
    .object({
      load: z.enum(['light', 'right', 'heavy']).nullable(),
      energy: z.number().int().min(0).max(MOST_ENERGY).nullable(),
    })
    .nullable(),
  checkedInAt: time,
}) satisfies z.ZodType<CheckInRevision>

const answer = z.object({ until: day.nullable() })

export const exportedCheckIns = {
  checkIns: z.array(revision).max(MOST).default([]),
  lighterAnswers: z.object({ 'heavy-weeks': answer.optional(), 'low-first': answer.optional() }).default({}),
  reminders: z
    .object({
      week: z
        .object({ weekday: z.number().int().min(1).max(7), time: z.string().regex(CLOCK_TIME) })
        .nullable(),
      plan: z.boolean(),
      longView: z.boolean(),
      asked: z.boolean().exactOptional(),
    })
    .nullable()
    .default(null),
}

interface Problem {
  pointer: string
  message: string
}

/** What no single field can show: histories in order. They may have gaps, where a revision could not be opened. */
export function checkCheckIns({ checkIns }: ExportedCheckIns): Problem[] {
  const versions = new Map<string, number>()
  return checkIns.flatMap(({ week, version }, index) => {
    const last = versions.get(week) ?? 0
    versions.set(week, version)
    return version > last ? [] : [{ pointer: `/checkIns/${index}/version`, message: `must be above ${last}` }]
  })
}
