// Levels that two people agree on, with what will be seen as proof by when: proposed by one, signed by the other.

import { isDate } from '../assessment/is-date.ts'
import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { Purpose } from './round.ts'

export interface AgreedLevel {
  skill: string
  level: number
  /** What will be seen as proof; empty where the level is already shown. */
  proof: string
  /** ISO day by which it is looked for; null where the level is already shown. */
  by: string | null
}

export interface Agreement {
  id: string
  subjectId: string
  managerId: string
  /** 1 for the first of this pair. Earlier ones stay beside it. */
  version: number
  frameworkDigest: string
  purpose: Purpose
  items: AgreedLevel[]
  proposedBy: string
  proposedAt: string
  /** When the other one signed; null until then. */
  signedAt: string | null
}

export const LONGEST_PROOF = 1000

export interface AgreementFailure {
  field: 'items'
  message: string
}

/** What is proposed, or what does not fit. */
export function checkAgreedLevels(
  items: readonly AgreedLevel[],
  framework: Framework,
): Result<AgreedLevel[], AgreementFailure> {
  const problem = problemOf(items, framework)
  if (problem !== null) return fail({ field: 'items', message: problem })
  return succeed(items.map((item) => ({ ...item, proof: item.proof.trim() })))
}

function problemOf(items: readonly AgreedLevel[], framework: Framework): string | null {
  if (items.length === 0) return 'Choose at least one skill.'
  if (new Set(items.map(({ skill }) => skill)).size < items.length) return 'Each skill once.'
  for (const { skill: id, level, proof, by } of items) {
    const skill = findSkill(framework, id)
    if (skill === undefined) return `No skill is called ${id}.`
    if (skill.private) return `${skill.name} is its owner’s alone and is not agreed on.`
    if (!framework.scale.some((entry) => entry.level === level))
      return `${skill.name}: choose a level of the scale.`
    if ([...proof].length > LONGEST_PROOF) return `${skill.name}: at most ${LONGEST_PROOF} characters.`
    if (by !== null && !isDate(by)) return `${skill.name}: give the day as year-month-day.`
    if ((by === null) !== (proof.trim() === ''))
      return `${skill.name}: what will be seen as proof, and by when, belong together.`
  }
  return null
}

/** What changed between two versions, for whoever wants to see whether the goalposts moved. */
export interface MovedItem {
  skill: string
  before: AgreedLevel | null
  after: AgreedLevel | null
}

/** Only what differs, in the order of the later version and then of the earlier one. */
export function movedItems(before: readonly AgreedLevel[], after: readonly AgreedLevel[]): MovedItem[] {
  const skills = [...new Set([...after, ...before].map(({ skill }) => skill))]
  const of = (items: readonly AgreedLevel[], skill: string) =>
    items.find((item) => item.skill === skill) ?? null
  return skills
    .map((skill) => ({ skill, before: of(before, skill), after: of(after, skill) }))
    .filter(({ before: was, after: is }) => JSON.stringify(ordered(was)) !== JSON.stringify(ordered(is)))
}

function ordered(item: AgreedLevel | null) {
  return item === null ? null : [item.level, item.proof, item.by]
}
