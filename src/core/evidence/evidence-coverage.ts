// What somebody's evidence covers of a skill, level by level, and what is missing for a level to count.

import type { Framework, Skill } from '../framework/framework.ts'
import { monthsBefore } from '../plan/quarter-calendar.ts'
import type { Evidence } from './evidence.ts'

/**
 * When a level counts, as the built-in framework says it (docs/decisions/0012): two behaviours, each seen twice within
 * twelve months. Another framework's rule is a sentence that no program reads, so this is used for all of them.
 */
export const BEHAVIOURS_NEEDED = 2
export const TIMES_NEEDED = 2
const MONTHS_FRESH = 12

export interface SeenBehaviour {
  id: string
  text: string
  /** Days within the last twelve months, newest first. */
  seenOn: string[]
}

export interface LevelCoverage {
  level: number
  /** Entries that name this level or a behaviour of it, newest first; `fresh` within the last twelve months. */
  fresh: Evidence[]
  older: Evidence[]
  behaviours: SeenBehaviour[]
  /** How many of its behaviours were seen often enough. */
  met: number
  counts: boolean
}

export interface EvidenceCoverage {
  /** From level 1 to the top. */
  levels: LevelCoverage[]
  /** Entries that name the skill and no level. */
  unplaced: Evidence[]
  /** The newest day; null without any entry. */
  lastOn: string | null
  /** There is evidence, and none of it is from the last twelve months. */
  isStale: boolean
}

/** `entries` may be about anything; `today` is a day. */
export function evidenceCoverage(
  framework: Framework,
  skill: Skill,
  entries: readonly Evidence[],
  today: string,
): EvidenceCoverage {
  const since = monthsBefore(today, MONTHS_FRESH)
  const own = entries
    .filter((entry) => entry.skills.some((one) => one.skill === skill.id))
    .toSorted((a, b) => (a.happenedOn < b.happenedOn ? 1 : -1))
  const levels = framework.scale
    .map(({ level }) => level)
    .filter((level) => level >= 1)
    .map((level) => levelCoverage(skill, level, own, since))
  const placed = new Set(levels.flatMap(({ fresh, older }) => [...fresh, ...older]))
  const lastOn = own[0]?.happenedOn ?? null
  return {
    levels,
    unplaced: own.filter((entry) => !placed.has(entry)),
    lastOn,
    isStale: lastOn !== null && lastOn <= since,
  }
}

function levelCoverage(skill: Skill, level: number, own: readonly Evidence[], since: string): LevelCoverage {
  const known = skill.anchors.find((anchor) => anchor.level === level)?.behaviours ?? []
  const shows = (entry: Evidence, behaviour: string) =>
    entry.skills.some((one) => one.skill === skill.id && one.behaviours.includes(behaviour))
  const supports = (entry: Evidence) =>
    entry.skills.some((one) => one.skill === skill.id && one.level === level) ||
    known.some(({ id }) => shows(entry, id))
  const supporting = own.filter(supports)
  const fresh = supporting.filter(({ happenedOn }) => happenedOn > since)
  const behaviours = known.map(({ id, text }) => ({
    id,
    text,
    // Two entries about one day are one occasion.
    seenOn: [...new Set(fresh.filter((entry) => shows(entry, id)).map(({ happenedOn }) => happenedOn))],
  }))
  const met = behaviours.filter(({ seenOn }) => seenOn.length >= TIMES_NEEDED).length
  return {
    level,
    fresh,
    older: supporting.filter(({ happenedOn }) => happenedOn <= since),
    behaviours,
    met,
    counts: met >= BEHAVIOURS_NEEDED,
  }
}
