// What a manager has before them when they prepare a talk with somebody: what was handed over, given, agreed, and is due.
import type { Agreement } from '../round/agreement.ts'

export interface DueProof {
  skill: string
  level: number
  proof: string
  /** ISO day. */
  by: string
}

/** What the newest signed agreement looks forward to, the earliest first; what is past stays in it until it is talked about. */
export function dueProofs(agreements: readonly Agreement[]): DueProof[] {
  const newest = agreements
    .filter(({ signedAt }) => signedAt !== null)
    .toSorted((one, other) => other.version - one.version)[0]
  return (newest?.items ?? [])
    .flatMap(({ skill, level, proof, by }) => (by === null ? [] : [{ skill, level, proof, by }]))
    .sort((one, other) => one.by.localeCompare(other.by) || one.skill.localeCompare(other.skill))
}
