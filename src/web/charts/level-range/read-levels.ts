// What a person's levels are, skill by skill, as the chart of levels with likely ranges shows them.
import type { Framework } from '../../../core/framework/framework.ts'
import { expectationOf, topLevel } from '../../../core/framework/look-up.ts'
import type { MeasuredLevel } from '../../../core/measurement/measure-person.ts'
import { HALF_WIDTH_80 } from '../../../core/measurement/normal.ts'
import { type Estimates, estimateOf } from '../../../core/planning/estimates.ts'

/** What is known of a person's levels. */
export interface KnownLevels {
  estimates: Estimates
  measured: {
    /** By skill, for those that somebody rated. */
    levels: ReadonlyMap<string, MeasuredLevel>
    /** Ratings that could not count. */
    leftOut: readonly { skill: string; why: string }[]
  }
}

export interface LevelRow {
  skill: string
  name: string
  group: string
  /** On the scale of levels; `low` to `high` is right four times out of five. */
  level: number
  low: number
  high: number
  /** What the role asks stands in for a missing rating. */
  assumed: boolean
  /** What the role in question asks; null where it does not ask for the skill. */
  asked: number | null
  /** Null where nobody rated. */
  measured: MeasuredLevel | null
}

/** One row for each skill of the framework, in its order. */
export function readLevels(framework: Framework, levels: KnownLevels, askedBy: string): LevelRow[] {
  const top = topLevel(framework)
  const onScale = (value: number) => Math.min(top, Math.max(0, value))
  return framework.skills.map((skill): LevelRow => {
    const { mean, sd, assumed } = estimateOf(framework, levels.estimates, skill.id)
    const { level, weight } = expectationOf(framework, askedBy, skill.id)
    return {
      skill: skill.id,
      name: skill.name,
      group: skill.group,
      level: onScale(mean),
      low: onScale(mean - HALF_WIDTH_80 * sd),
      high: onScale(mean + HALF_WIDTH_80 * sd),
      assumed,
      asked: weight > 0 ? level : null,
      measured: assumed ? null : (levels.measured.levels.get(skill.id) ?? null),
    }
  })
}

/** Rows by skill group in the framework's order; groups without a row are left out. */
export function rowsByGroup(framework: Framework, rows: readonly LevelRow[]) {
  return framework.groups
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group.id) }))
    .filter((one) => one.rows.length > 0)
}
