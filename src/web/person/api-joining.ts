// The part of the program's API that is about people who were kept and are members now.
import type { HeldItem, HeldRating, HeldWish, NamedRecord } from '../../core/person/joining.ts'
import type { Relation } from '../../core/person/kept-person.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, read, send } from '../api.ts'
import type { Member } from '../organisation/api-organisation.ts'

export interface AnswerHeld {
  id: string
  kind: 'claimed' | 'objected'
  wish: HeldWish | null
  words: string
  saidAt: string
  reply: string | null
  repliedAt: string | null
  removedAt: string | null
}

export interface RatingHeld extends HeldRating {
  whyNotClaimed: 'taken-back' | 'own-words' | null
  answer: AnswerHeld | null
}

export interface RecordNamed extends NamedRecord {
  answer: AnswerHeld | null
}

interface Things {
  ratings: RatingHeld[]
  named: RecordNamed[]
  removed: AnswerHeld[]
}

export interface HeldAbout extends Things {
  id: string
  keeper: { id: string; name: string }
  linkedAt: string
  keptAs: { name: string; relation: Relation | null; role: string | null }
  namedAt: string
}

export interface KeptAndJoining extends Things {
  joining: { id: string; member: { id: string; name: string }; linkedAt: string } | null
  mayBe: Member[]
}

const ofPerson = (id: string, rest: string) => `/people/${encodeURIComponent(id)}/${rest}`

export function readJoining(keptId: string): Promise<KeptAndJoining> {
  return read(ofPerson(keptId, 'joining'))
}

export function linkPerson(keptId: string, memberId: string): Promise<Result<KeptAndJoining, Problem>> {
  return send(ofPerson(keptId, 'joining'), { method: 'PUT', body: { memberId } })
}

export function unlinkPerson(keptId: string): Promise<Result<void, Problem>> {
  return send(ofPerson(keptId, 'joining'), { method: 'DELETE' })
}

export function removeNoted(
  keptId: string,
  item: { assessmentId: string; skill: string },
): Promise<Result<void, Problem>> {
  return send(ofPerson(keptId, 'removals'), { method: 'POST', body: item })
}

export function replyToObjection(answerId: string, words: string): Promise<Result<void, Problem>> {
  return send(`/held-answers/${encodeURIComponent(answerId)}/reply`, { method: 'PUT', body: { words } })
}

export function listHeld(): Promise<HeldAbout[]> {
  return read('/held')
}

export function claimHeld(
  joiningId: string,
  items: readonly { assessmentId: string; skill: string }[],
): Promise<Result<HeldAbout, Problem>> {
  return send(`/held/${encodeURIComponent(joiningId)}/claims`, { method: 'POST', body: { items } })
}

export function objectToHeld(
  joiningId: string,
  objection: { item: HeldItem; wish: HeldWish; words: string },
): Promise<Result<HeldAbout, Problem>> {
  return send(`/held/${encodeURIComponent(joiningId)}/objections`, { method: 'POST', body: objection })
}

export function takeAnswerBack(answerId: string): Promise<Result<void, Problem>> {
  return send(`/held-answers/${encodeURIComponent(answerId)}`, { method: 'DELETE' })
}

export function notMe(joiningId: string): Promise<Result<void, Problem>> {
  return send(`/held/${encodeURIComponent(joiningId)}`, { method: 'DELETE' })
}
