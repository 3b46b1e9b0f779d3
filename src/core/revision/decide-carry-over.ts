// Checks what somebody decided about their ratings against what the two versions allow.

import type { Rating } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import { fail, type Result, succeed } from '../result.ts'
import { type Decision, planCarryOver, possibleDecisions } from './carry-over.ts'
import type { CarriedRating, RatingDecision } from './carry-over-record.ts'
import type { FrameworkDiff } from './framework-diff.ts'

export interface CarryOverCommand {
  /** The person's role in the new version. */
  role: string
  decisions: { revisionId: string; decision: Decision }[]
}

export type CarryOverFailure =
  | { kind: 'unknown-role'; message: string }
  /** The ratings are others than those that were decided about. */
  | { kind: 'stale'; message: string }
  | { kind: 'impossible'; index: number; message: string }

export interface DecidedCarryOver {
  decisions: RatingDecision[]
  carried: CarriedRating[]
}

/** Every latest rating of the old version needs exactly one decision, so that nothing is carried unseen. */
export function decideCarryOver(
  versions: { before: Framework; after: Framework; diff: FrameworkDiff },
  ratings: readonly Rating[],
  command: CarryOverCommand,
): Result<DecidedCarryOver, CarryOverFailure> {
  if (findRole(versions.after, command.role) === undefined)
    return fail({ kind: 'unknown-role', message: `The new version has no role called ${command.role}.` })
  const items = new Map(planCarryOver(versions, ratings).map((item) => [item.rating.revisionId, item]))
  const decided = new Set(command.decisions.map((one) => one.revisionId))
  const isComplete = decided.size === items.size && command.decisions.length === items.size
  if (!isComplete || [...items.keys()].some((id) => !decided.has(id)))
    return fail({ kind: 'stale', message: 'Your ratings have changed since you looked. Look at them again.' })
  const result: DecidedCarryOver = { decisions: [], carried: [] }
  for (const [index, { revisionId, decision }] of command.decisions.entries()) {
    const item = items.get(revisionId)
    if (item === undefined || !possibleDecisions(item).includes(decision))
      return fail({ kind: 'impossible', index, message: 'This rating cannot be carried as it is.' })
    const { skill, content } = item
    result.decisions.push({ revisionId, skill, decision })
    if (decision === 'carry' && skill !== null && content !== null)
      result.carried.push({ carriedFrom: revisionId, skill, content })
  }
  return succeed(result)
}
