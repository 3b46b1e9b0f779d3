// What somebody was told, as a part of a personal export.

import { z } from 'zod'
import type { FeedbackRevision } from '../feedback/feedback.ts'
import { LONGEST_TOLD, MOST_TOLD_SKILLS } from '../feedback/record-feedback.ts'
import type { Framework } from '../framework/framework.ts'
import { findSkill, topLevel } from '../framework/look-up.ts'
import { digest, id, MOST, text, time } from './exported-assessment.ts'

/** Missing in exports from before there was any. */
export interface ExportedFeedback {
  /** By record, then oldest first. What could not be opened is among the records, as it is stored. */
  feedback: FeedbackRevision[]
}

const revision = z.object({
  id,
  revisionId: id,
  version: z.number().int().min(1),
  replaces: id.nullable(),
  withdrawn: z.boolean(),
  frameworkDigest: digest,
  saidOn: z.iso.date(),
  text: z.string().max(LONGEST_TOLD),
  skills: z.array(text.min(1)).max(MOST_TOLD_SKILLS),
  polarity: z.enum(['gap', 'strength']),
  judgement: z.enum(['accepted', 'corrected', 'dismissed']),
  saidBy: id.nullable(),
  counted: z.object({ assessmentId: id, revisionId: id, level: z.number().int().min(0).max(100) }).nullable(),
  recordedAt: time,
}) satisfies z.ZodType<FeedbackRevision>

export const exportedFeedback = { feedback: z.array(revision).max(MOST).default([]) }

interface Problem {
  pointer: string
  message: string
}

/** What no single field can show: histories in order. They may have gaps, where a revision could not be opened. */
export function checkFeedback({ feedback }: ExportedFeedback): Problem[] {
  const versions = new Map<string, number>()
  return feedback.flatMap(({ id: record, version }, index) => {
    const last = versions.get(record) ?? 0
    versions.set(record, version)
    return version > last ? [] : [{ pointer: `/feedback/${index}/version`, message: `must be above ${last}` }]
  })
}

/** Skills and levels that their framework version does not have. */
export function feedbackProblems(
  { feedback }: ExportedFeedback,
  frameworks: ReadonlyMap<string, Framework>,
): Problem[] {
  return feedback.flatMap(({ frameworkDigest, skills, counted }, index) => {
    const framework = frameworks.get(frameworkDigest)
    if (framework === undefined) return []
    const top = topLevel(framework)
    const strange = skills.flatMap((skill, place): Problem[] =>
      findSkill(framework, skill) === undefined
        ? [{ pointer: `/feedback/${index}/skills/${place}`, message: `no skill is called ${skill}` }]
        : [],
    )
    return counted !== null && counted.level > top
      ? [...strange, { pointer: `/feedback/${index}/counted/level`, message: `the scale ends at ${top}` }]
      : strange
  })
}
