// Rates one skill in an open assessment, or says what does not fit.

import type { Framework, Skill } from '../framework/framework.ts'
import { findSkill, topLevel } from '../framework/look-up.ts'
import { listInWords } from '../planning/plain-words.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { Assessment, Rating, RatingContent } from './assessment.ts'
import { isClosed } from './close-assessment.ts'
import { isDate } from './is-date.ts'
import { isNoted } from './note-assessment.ts'

/** What a rater says about one skill. The writer chooses the revision id, so that a retry is recognised. */
export interface RateSkillCommand extends RatingContent {
  skill: string
  revisionId: string
}

/** One thing that does not fit, and the field of the command that it is about. */
interface RatingProblem {
  field: keyof RateSkillCommand
  message: string
}

export type RatingFailure =
  | { kind: 'closed'; message: string }
  | { kind: 'unknown-skill'; message: string }
  /** The skill belongs to its owner alone and is not asked of others. */
  | { kind: 'private-skill'; message: string }
  /** The assessment answers a question, and that was about other skills. */
  | { kind: 'not-asked'; message: string }
  | { kind: 'invalid'; message: string; errors: RatingProblem[] }

/** In characters, as a person counts them (code points). */
export const LONGEST_NOTE = 4000

/** Nobody's local date is further ahead of universal time than this. */
const FURTHEST_AHEAD = 14 * 60 * 60 * 1000

/**
 * The rating as it would stand, with the next version number; the assessment itself is not changed. `now` is an
 * ISO timestamp. Saying again what is said already under the same revision id succeeds with what there is. `asked` holds the
 * skills that the assessment was asked about; null where nobody asked.
 */
export function rateSkill(
  assessment: Assessment,
  framework: Framework,
  command: RateSkillCommand,
  now: string,
  asked: readonly string[] | null = null,
): Result<Rating, RatingFailure> {
  const skill = findSkill(framework, command.skill)
  if (!skill) return fail({ kind: 'unknown-skill', message: `No skill is called ${command.skill}.` })
  if (skill.private && isNoted(assessment)) {
    return fail({ kind: 'private-skill', message: `${skill.name} is only rated by its owner.` })
  }
  if (asked !== null && !asked.includes(skill.id)) {
    const names = asked.map((id) => findSkill(framework, id)?.name ?? id)
    return fail({
      kind: 'not-asked',
      message: `Nobody asked about ${skill.name} here. The question is about ${listInWords(names)}.`,
    })
  }
  const errors = problemsOf(framework, skill, command, now)
  if (errors.length > 0) {
    return fail({ kind: 'invalid', message: errors.map((error) => error.message).join(' '), errors })
  }
  const current = assessment.ratings.find((rating) => rating.skill === skill.id)
  const rating = asRating(assessment, skill, command, now, (current?.version ?? 0) + 1)
  if (current && isRetry(current, rating)) return succeed(current)
  if (isClosed(assessment, now)) {
    return fail({ kind: 'closed', message: 'A closed assessment never changes. Start a new one.' })
  }
  return succeed(rating)
}

function problemsOf(
  framework: Framework,
  skill: Skill,
  command: RateSkillCommand,
  now: string,
): RatingProblem[] {
  return [
    ...levelProblems(framework, command),
    ...behaviourProblems(skill, command),
    ...dateProblems(command.observedOn, now),
    ...noteProblems(command.note),
  ]
}

function levelProblems(
  framework: Framework,
  { level, reason, approaching }: RateSkillCommand,
): RatingProblem[] {
  const top = topLevel(framework)
  const problems: RatingProblem[] = []
  if (level === null && reason === null) {
    problems.push({ field: 'reason', message: 'Choose a level, or say why there is none.' })
  }
  if (level === null && approaching) {
    problems.push({ field: 'approaching', message: 'Approaching needs a level to start from.' })
  }
  if (level === null) return problems
  if (!framework.scale.some((entry) => entry.level === level)) {
    problems.push({ field: 'level', message: `The scale goes from 0 to ${top}, in whole levels.` })
  }
  if (reason !== null) {
    problems.push({ field: 'reason', message: 'A reason belongs to a rating without a level.' })
  }
  if (approaching && level >= top) {
    problems.push({ field: 'approaching', message: `Nothing comes after level ${top}.` })
  }
  return problems
}

function behaviourProblems(skill: Skill, { behaviours }: RateSkillCommand): RatingProblem[] {
  const known = new Set(behaviourIds(skill))
  return behaviours
    .filter((id) => !known.has(id))
    .map((id) => ({ field: 'behaviours', message: `${skill.name} has no behaviour called ${id}.` }))
}

function dateProblems(observedOn: string | null, now: string): RatingProblem[] {
  if (observedOn === null) return []
  if (!isDate(observedOn)) {
    return [{ field: 'observedOn', message: 'Give the day as year-month-day, such as 2026-03-31.' }]
  }
  if (Date.parse(observedOn) > Date.parse(now) + FURTHEST_AHEAD) {
    return [{ field: 'observedOn', message: 'What was observed cannot lie in the future.' }]
  }
  return []
}

function noteProblems(note: string): RatingProblem[] {
  const length = [...note].length
  if (length <= LONGEST_NOTE) return []
  return [
    { field: 'note', message: `A note has at most ${LONGEST_NOTE} characters; this one has ${length}.` },
  ]
}

/** Ticked behaviours in the framework's order and once each, so that the same answer is always the same text. */
function asRating(
  assessment: Assessment,
  skill: Skill,
  command: RateSkillCommand,
  now: string,
  version: number,
): Rating {
  const { level, reason, approaching, confidence, observedOn, note, revisionId } = command
  return {
    assessmentId: assessment.id,
    skill: skill.id,
    revisionId,
    version,
    // What was said by others has the day on which they said it, also where a slip is corrected later.
    ratedAt: isNoted(assessment) ? assessment.openedAt : now,
    level,
    reason,
    approaching,
    behaviours: behaviourIds(skill).filter((id) => command.behaviours.includes(id)),
    confidence,
    observedOn,
    note,
  }
}

function behaviourIds(skill: Skill): string[] {
  return skill.anchors.flatMap((anchor) => anchor.behaviours.map((behaviour) => behaviour.id))
}

function isRetry(current: Rating, next: Rating): boolean {
  return (
    current.revisionId === next.revisionId &&
    current.level === next.level &&
    current.reason === next.reason &&
    current.approaching === next.approaching &&
    current.confidence === next.confidence &&
    current.observedOn === next.observedOn &&
    current.note === next.note &&
    current.behaviours.join() === next.behaviours.join()
  )
}
