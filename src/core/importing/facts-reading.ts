// What reading facts into a draft needs: where they go, and what is done with those that have to wait.
import type { Draft } from './draft.ts'
import type { Fact } from './fact.ts'
import type { Loss } from './import-source.ts'

export interface FactsReading {
  draft: Draft
  losses: Loss[]
  /** From the key of a word to its level. */
  words: ReadonlyMap<string, number>
}

/** A fact that can only be read when all roles are known. */
export interface WaitingFact {
  fact: Fact
  role: string
  skill: string
}

/** The skill of expectations that name none. */
export const NO_SKILL = 'Expectations'

export function lose(losses: Loss[], fact: Fact, what: string, why: string): void {
  losses.push({ place: fact.place, what, why })
}
