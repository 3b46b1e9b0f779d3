// Where somebody stands, for the page of a conversation: readiness in words, and the levels that matter most.

import type { Framework } from '../framework/framework.ts'
import { expectationOf, findRole, findSkill } from '../framework/look-up.ts'
import type { MeasuredLevel } from '../measurement/measure-person.ts'
import { type Estimates, levelsFromEstimates } from '../planning/estimates.ts'
import { readyToTry } from '../planning/ready-to-try.ts'

/** Levels are on the framework's scale, with a range that is right four times out of five. */
export interface StandingLevel {
  skill: string
  name: string
  level: number
  low: number
  high: number
  /** What the role asks for. */
  asked: number
}

export interface Readiness {
  /** The role that the levels are held against, by name. */
  role: string
  /** How far it reaches, in a sentence; empty for the role that is held. */
  words: string
  /** Rated skills of the role, what is furthest below first. */
  levels: StandingLevel[]
}

/** More would not fit beside everything else on one page. */
const MOST_LEVELS = 6

/** Null where the role is unknown, or nobody rated a skill that it asks for. `held`: the role that is held today. */
export function standingAgainst(
  framework: Framework,
  measured: readonly MeasuredLevel[],
  estimates: Estimates,
  { role: roleId, held }: { role: string; held: string | null },
): Readiness | null {
  const role = findRole(framework, roleId)
  if (role === undefined) return null
  const levels = measured
    .flatMap(({ skill, level, low, high }): (StandingLevel & { weight: number })[] => {
      const { level: asked, weight } = expectationOf(framework, roleId, skill)
      const known = findSkill(framework, skill)
      // A private skill has no place on a page that is made to be shown.
      return known === undefined || known.private || weight === 0 || asked === 0
        ? []
        : [{ skill, name: known.name, level, low, high, asked, weight }]
    })
    .sort(
      (a, b) =>
        b.weight - a.weight || a.level - a.asked - (b.level - b.asked) || (a.skill < b.skill ? -1 : 1),
    )
    .slice(0, MOST_LEVELS)
    .map(({ weight: _, ...level }) => level)
  if (levels.length === 0) return null
  const words =
    roleId === held ? '' : readyToTry(framework, levelsFromEstimates(framework, estimates), roleId).words
  return { role: role.name, words, levels }
}
