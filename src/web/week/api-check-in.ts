// The part of the program's API that is about weeks: check-ins, a lighter plan, and reminders.
import type { LighterAnswer } from '../../core/check-in/answer-offer.ts'
import {
  type CheckIn,
  type CheckInContent,
  contentOf,
  type UnreadableCheckIn,
} from '../../core/check-in/check-in.ts'
import type { LighterOffer, LighterReason } from '../../core/check-in/lighter-plan.ts'
import type { Reminder, ReminderChoices } from '../../core/reminder/reminder.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

export interface CheckIns {
  /** The latest week first. */
  checkIns: CheckIn[]
  unreadable: UnreadableCheckIn[]
}

export interface LighterState {
  /** With what taking it would do to dates, in sentences. */
  offer: (LighterOffer & { costs: string[] }) | null
  never: LighterReason[]
}

export function readCheckIns(): Promise<CheckIns> {
  return read('/check-ins')
}

/** Of what is said, such as an earlier check-in that is said again, only the content is sent. */
export function saveCheckIn(
  week: string,
  { revisionId, ...said }: CheckInContent & { revisionId: string },
  current: string | null,
): Promise<Result<CheckIn, Problem>> {
  const body = { ...contentOf(said), revisionId }
  return send(`/check-ins/${week}`, { method: 'PUT', body, headers: precondition(current) })
}

export function withdrawCheckIn({ week, revisionId }: CheckIn): Promise<Result<void, Problem>> {
  return send(`/check-ins/${week}`, { method: 'DELETE', headers: precondition(revisionId) })
}

export function readLighter(): Promise<LighterState> {
  return read('/plan/lighter')
}

export function answerLighter(
  reason: LighterReason,
  answer: LighterAnswer,
): Promise<Result<LighterState, Problem>> {
  return send('/plan/lighter/answer', { method: 'PUT', body: { reason, answer } })
}

export async function readReminder(): Promise<Reminder | null> {
  return (await read<{ reminder: Reminder | null }>('/reminders')).reminder
}

export function saveReminder(
  wished: { choices: ReminderChoices; revisionId: string },
  current: string | null,
): Promise<Result<Reminder, Problem>> {
  return send('/reminders', { method: 'PUT', body: wished, headers: precondition(current) })
}

/** A new secret address; an earlier one stops working. */
export function makeReminderLink(): Promise<Result<{ url: string }, Problem>> {
  return send('/reminders/link', { method: 'POST' })
}

export function stopReminderLink(): Promise<Result<void, Problem>> {
  return send('/reminders/link', { method: 'DELETE' })
}
