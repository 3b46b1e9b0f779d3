// Where each practised step stands: under way, done by the person's own word, or finished by a rating.

import type { Framework } from '../framework/framework.ts'
import { findSkill, topLevel } from '../framework/look-up.ts'
import type { RatedLevel } from '../measurement/measure-person.ts'
import type { StepName } from '../plan/plan-request.ts'
import { type Estimates, estimateOf } from '../planning/estimates.ts'
import { withoutNoise } from '../planning/plain-words.ts'
import { stepEffort } from '../planning/step-effort.ts'
import type { ProgressEntry } from './progress.ts'

/**
 * `said-done`: the person says so, and nobody has rated the skill since. `finished`: the next rating shows the level
 * (P(L ≥ level − ½) ≥ ½). A rating that does not show it leaves the step `under-way`.
 */
export type StepState = 'under-way' | 'said-done' | 'finished'

export interface StepProgress extends StepName {
  name: string
  state: StepState
  /** Hours of practice so far, over all weeks. */
  spent: number
  /** Hours that the whole step is expected to take. */
  estimated: number
  /** Mondays of the first and the last week in which it was reported. */
  firstWeek: string
  lastWeek: string
}

/** What a step is judged by: the day's levels, and when each skill was rated. */
export interface LevelsSeen {
  estimates: Estimates
  ratings: readonly Pick<RatedLevel, 'skill' | 'level' | 'ratedAt'>[]
}

/** In the order in which the steps were begun. Steps that the framework does not have are left out. */
export function stepProgress(
  framework: Framework,
  entries: readonly ProgressEntry[],
  seen: LevelsSeen,
): StepProgress[] {
  const bySkill = latestRatings(seen.ratings)
  const steps = new Map<string, ProgressEntry[]>()
  for (const entry of entries) {
    const key = `${entry.skill} ${entry.level}`
    steps.set(key, [...(steps.get(key) ?? []), entry])
  }
  return [...steps.values()]
    .flatMap((own) => {
      const inOrder = own.toSorted((a, b) => (a.week < b.week ? -1 : 1))
      const [first, last] = [inOrder[0], inOrder.at(-1)]
      const skill = first && findSkill(framework, first.skill)
      if (!first || !last || !skill || first.level > topLevel(framework)) return []
      const { level } = first
      return {
        skill: skill.id,
        level,
        name: skill.name,
        state: stateOf(
          inOrder,
          estimateOf(framework, seen.estimates, skill.id),
          bySkill.get(skill.id) ?? null,
        ),
        spent: withoutNoise(own.reduce((sum, { hours }) => sum + hours, 0)),
        estimated: stepEffort(framework, skill, level).hours,
        firstWeek: first.week,
        lastWeek: last.week,
      }
    })
    .toSorted((a, b) => (a.firstWeek < b.firstWeek ? -1 : a.firstWeek > b.firstWeek ? 1 : 0))
}

/** Steps that stand on the person's word alone. */
export function saidDone(steps: readonly StepProgress[]): StepName[] {
  return steps.filter(({ state }) => state === 'said-done').map(({ skill, level }) => ({ skill, level }))
}

/** Skills whose practice was reported, for levels that move faster while they are practised. */
export function practisedSkills(entries: readonly ProgressEntry[]): Set<string> {
  return new Set(entries.filter(({ hours }) => hours > 0).map(({ skill }) => skill))
}

/** By skill: the time of the latest rating with a level. */
function latestRatings(ratings: LevelsSeen['ratings']): Map<string, number> {
  const latest = new Map<string, number>()
  for (const { skill, level, ratedAt } of ratings) {
    const time = Date.parse(ratedAt)
    if (level !== null && Number.isFinite(time)) latest.set(skill, Math.max(time, latest.get(skill) ?? time))
  }
  return latest
}

/** The rating that decides is one made after the step was called done or, where it never was, after its first report. */
function stateOf(
  entries: readonly ProgressEntry[],
  estimate: { mean: number; assumed: boolean },
  ratedAt: number | null,
): StepState {
  const done = entries.findLast((entry) => entry.done)
  const from = Date.parse((done ?? entries[0])?.reportedAt ?? '')
  const isRatedSince = ratedAt !== null && ratedAt > from
  if (isRatedSince && estimate.mean >= (entries[0]?.level ?? 0) - 0.5) return 'finished'
  return done !== undefined && !isRatedSince ? 'said-done' : 'under-way'
}
