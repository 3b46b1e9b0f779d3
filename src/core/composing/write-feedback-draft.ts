// Decides whether a draft of feedback can be kept: some words, none too long, a role and a skill that exist.

import type { Framework } from '../framework/framework.ts'
import { findRole, findSkill } from '../framework/look-up.ts'
import { fail, type Result, succeed } from '../result.ts'
import { LONGEST_PART } from './check-feedback.ts'
import type { FeedbackDraft, FeedbackDraftContent } from './feedback-draft.ts'
import { isEmpty, PART_NAMES } from './feedback-parts.ts'

export interface WriteFeedbackDraftCommand extends FeedbackDraftContent {
  id: string
  frameworkDigest: string
  /** Chosen by the writer, so that a retry is recognised. */
  revisionId: string
}

/** `path` leads to a part of the command, such as `parts/impact`. */
export interface FeedbackDraftFailure {
  path: string
  message: string
}

export const LONGEST_RECIPIENT = 200

/** A draft, or the first thing that does not fit. `now` is an ISO time. */
export function writeFeedbackDraft(
  framework: Framework,
  command: WriteFeedbackDraftCommand,
  now: string,
): Result<Omit<FeedbackDraft, 'version'>, FeedbackDraftFailure> {
  const { parts, recipient, role, skill } = command
  const long = PART_NAMES.find((part) => parts[part].length > LONGEST_PART)
  if (long !== undefined) {
    const message = `A part has at most ${LONGEST_PART} characters; this has ${parts[long].length}.`
    return fail({ path: `parts/${long}`, message })
  }
  if (isEmpty(parts)) return fail({ path: 'parts', message: 'Nothing has been written yet.' })
  if (recipient.length > LONGEST_RECIPIENT)
    return fail({ path: 'recipient', message: `A name has at most ${LONGEST_RECIPIENT} characters.` })
  if (findRole(framework, role) === undefined)
    return fail({ path: 'role', message: `No role is called ${role}.` })
  if (skill !== null && findSkill(framework, skill) === undefined)
    return fail({ path: 'skill', message: `No skill is called ${skill}.` })
  return succeed({ ...command, writtenAt: now })
}
