// Decides whether a record of feedback makes sense: words, a day that has come, skills that exist, a level that may count.

import { isDate } from '../assessment/is-date.ts'
import { isInTheFuture } from '../assessment/note-assessment.ts'
import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { Feedback, FeedbackContent } from './feedback.ts'

export interface RecordFeedbackCommand extends FeedbackContent {
  id: string
  frameworkDigest: string
  /** Chosen by the writer, so that a retry is recognised. */
  revisionId: string
  /** The level that it is to count as, as an unsure rating by whoever said it; null: it counts for none. */
  countsAs: number | null
}

/** `path` leads to a part of the command, such as `skills/0`. */
export interface FeedbackFailure {
  path: string
  message: string
}

/** Characters. What is read is parted into sentences of at most 2000. */
export const LONGEST_TOLD = 4000
export const MOST_TOLD_SKILLS = 5

/** A record without its rating, or the first thing that does not fit. `now` is an ISO time. */
export function recordFeedback(
  framework: Framework,
  command: RecordFeedbackCommand,
  now: string,
): Result<Omit<Feedback, 'version' | 'counted'>, FeedbackFailure> {
  const failure =
    dayFailure(command, now) ??
    textFailure(command) ??
    skillFailure(framework, command) ??
    levelFailure(framework, command)
  if (failure !== null) return fail(failure)
  const { countsAs: _, ...record } = command
  return succeed({ ...record, recordedAt: now })
}

function invalid(path: string, message: string): FeedbackFailure {
  return { path, message }
}

function dayFailure({ saidOn }: FeedbackContent, now: string): FeedbackFailure | null {
  if (!isDate(saidOn)) return invalid('saidOn', 'This must be a day such as 2026-11-26.')
  return isInTheFuture(saidOn, now) ? invalid('saidOn', 'What was said cannot lie in the future.') : null
}

function textFailure({ text }: FeedbackContent): FeedbackFailure | null {
  if (text.trim() === '') return invalid('text', 'Write what was said.')
  return text.length > LONGEST_TOLD
    ? invalid('text', `A record has at most ${LONGEST_TOLD} characters; this has ${text.length}.`)
    : null
}

function skillFailure(framework: Framework, { skills, judgement }: FeedbackContent): FeedbackFailure | null {
  if (judgement === 'dismissed' && skills.length > 0)
    return invalid('skills', 'What is put aside is about no skill.')
  if (judgement !== 'dismissed' && skills.length === 0)
    return invalid('skills', 'Say which skill it is about, or put it aside.')
  if (skills.length > MOST_TOLD_SKILLS) return invalid('skills', `No more than ${MOST_TOLD_SKILLS} skills.`)
  const strange = skills.findIndex((id) => findSkill(framework, id) === undefined)
  if (strange !== -1) return invalid(`skills/${strange}`, `No skill is called ${skills[strange]}.`)
  const twice = skills.findIndex((id, index) => skills.indexOf(id) !== index)
  return twice === -1 ? null : invalid(`skills/${twice}`, `${skills[twice]} is there twice.`)
}

function levelFailure(
  framework: Framework,
  { countsAs, saidBy, skills }: RecordFeedbackCommand,
): FeedbackFailure | null {
  if (countsAs === null) return null
  const skill = findSkill(framework, skills[0] ?? '')
  if (skill === undefined) return invalid('countsAs', 'Without a skill it counts for no level.')
  if (skill.private) return invalid('countsAs', `${skill.name} is only rated by its owner.`)
  if (saidBy === null) return invalid('countsAs', 'It counts as what somebody sees: say who said it.')
  return framework.scale.some(({ level }) => level === countsAs)
    ? null
    : invalid('countsAs', 'This must be a level of the scale.')
}
