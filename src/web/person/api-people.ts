// The part of the program's API that is about people who are kept, and what was said about whom.
import type { Assessment, RaterKind } from '../../core/assessment/assessment.ts'
import type { RatingAbout } from '../../core/assessment/rating-about.ts'
import type { Loss } from '../../core/importing/import-source.ts'
import type { BroughtChoices } from '../../core/importing/plan-brought-ratings.ts'
import type { MeasuredLevel } from '../../core/measurement/measure-person.ts'
import type { PeopleComparison } from '../../core/measurement/people-comparison.ts'
import type { KeepPersonCommand, KeptPerson } from '../../core/person/kept-person.ts'
import type { Estimates } from '../../core/planning/estimates.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

export interface RatingsAbout {
  subject: { id: string; name: string | null }
  framework: { digest: string; id: string; name: string; version: string }
  ratings: RatingAbout[]
}

export function listPeople(): Promise<KeptPerson[]> {
  return read('/people')
}

/** `me`, or the id of somebody who is kept. */
export function readRatingsAbout(id: string): Promise<RatingsAbout> {
  return read(`/people/${encodeURIComponent(id)}/ratings`)
}

export interface LevelsOf {
  framework: { digest: string; id: string; name: string; version: string }
  /** The role held; null where nobody said. */
  role: string | null
  levels: MeasuredLevel[]
  estimates: Estimates
  leftOut: { skill: string; why: string }[]
}

/** `me`, or the id of somebody who is kept. */
export function readLevelsOf(id: string): Promise<LevelsOf> {
  return read(id === 'me' ? '/levels' : `/people/${encodeURIComponent(id)}/levels`)
}

export function readPeopleComparison(): Promise<PeopleComparison> {
  return read('/people-comparison')
}

export function addPerson(command: KeepPersonCommand, key: string): Promise<Result<KeptPerson, Problem>> {
  return send('/people', { method: 'POST', body: command, headers: { 'idempotency-key': key } })
}

export function changePerson(
  id: string,
  command: KeepPersonCommand & { revisionId: string },
  current: string,
): Promise<Result<KeptPerson, Problem>> {
  const path = `/people/${encodeURIComponent(id)}`
  return send(path, { method: 'PUT', body: command, headers: precondition(current) })
}

export function removePerson(id: string): Promise<Result<void, Problem>> {
  return send(`/people/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

export interface NoteCommand {
  frameworkDigest: string
  /** `me`, the id of somebody who is kept, or null where nobody knows. */
  rater: string | null
  raterKind: RaterKind
  /** ISO date. */
  ratedOn: string
}

/** The assessment that these people's ratings of that day go into. */
export function noteAssessment(
  subject: string,
  command: NoteCommand,
  key: string,
): Promise<Result<Assessment, Problem>> {
  const path = `/people/${encodeURIComponent(subject)}/assessments`
  return send(path, { method: 'POST', body: command, headers: { 'idempotency-key': key } })
}

export interface BroughtFile {
  id: string
  source: string
  madeAt: string
  undoneAt: string | null
  /** People who were not kept before. */
  people: number
  /** Ratings that were added or changed. */
  ratings: number
}

export interface BroughtAnswer {
  brought: BroughtFile
  /** Ratings that were there already. */
  kept: number
  losses: Loss[]
}

export function bringRatings(
  token: string,
  choices: BroughtChoices,
  key: string,
): Promise<Result<BroughtAnswer, Problem>> {
  const path = `/imports/${encodeURIComponent(token)}/ratings`
  return send(path, { method: 'POST', body: choices, headers: { 'idempotency-key': key } })
}

export function listBroughtFiles(): Promise<BroughtFile[]> {
  return read('/brought-ratings')
}

export interface TakenBack {
  brought: BroughtFile
  ratings: { back: number; left: number }
  people: { back: number; left: number }
}

export function takeBroughtBack(id: string): Promise<Result<TakenBack, Problem>> {
  return send(`/brought-ratings/${encodeURIComponent(id)}/undo`, { method: 'POST', body: {} })
}
