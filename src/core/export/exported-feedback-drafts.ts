// Drafts of feedback as a part of a personal export.

import { z } from 'zod'
import { LONGEST_PART } from '../composing/check-feedback.ts'
import type { FeedbackDraftRevision } from '../composing/feedback-draft.ts'
import { partsAsMarkdown } from '../composing/feedback-parts.ts'
import { LONGEST_RECIPIENT } from '../composing/write-feedback-draft.ts'
import { digest, id, MOST, time } from './exported-assessment.ts'
import { plain } from './markdown-text.ts'
import type { PersonalExport } from './personal-export.ts'

/** Missing in exports from before there were any. */
export interface ExportedFeedbackDrafts {
  /** By draft, then oldest first. What could not be opened is among the records, as it is stored. */
  feedbackDrafts: FeedbackDraftRevision[]
}

const part = z.string().max(LONGEST_PART)
const revision = z.object({
  id,
  revisionId: id,
  version: z.number().int().min(1),
  replaces: id.nullable(),
  withdrawn: z.boolean(),
  frameworkDigest: digest,
  recipient: z.string().max(LONGEST_RECIPIENT),
  personId: id.nullable(),
  role: z.string().max(200),
  skill: z.string().max(200).nullable(),
  aim: z.enum(['change', 'keep']),
  parts: z.object({ situation: part, behaviour: part, impact: part, nextStep: part }),
  writtenAt: time,
}) satisfies z.ZodType<FeedbackDraftRevision>

export const exportedFeedbackDrafts = { feedbackDrafts: z.array(revision).max(MOST).default([]) }

/** What holds now, as a part of the page. */
export function feedbackDraftParts(data: PersonalExport): string[] {
  const latest = new Map<string, FeedbackDraftRevision>()
  for (const one of data.feedbackDrafts ?? []) latest.set(one.id, one)
  const current = [...latest.values()].filter(({ withdrawn }) => !withdrawn)
  if (current.length === 0) return []
  return [
    '## Feedback you are writing',
    ...current.map((draft) => {
      const parts = {
        situation: plain(draft.parts.situation),
        behaviour: plain(draft.parts.behaviour),
        impact: plain(draft.parts.impact),
        nextStep: plain(draft.parts.nextStep),
      }
      const whom = draft.recipient === '' ? 'For nobody named yet' : `For ${plain(draft.recipient)}`
      return `### ${whom}\n\n${partsAsMarkdown(parts).trimEnd()}`
    }),
  ]
}
