// Sorts every skill by what happens to it between two roles.
import type { Expectation, Framework, Skill } from '../../core/framework/framework.ts'
import { expectationOf } from '../../core/framework/look-up.ts'

export interface Difference {
  skill: Skill
  before: Expectation
  after: Expectation
}

export interface RoleComparison {
  /** Asked for in both, with a higher level in the second; widest first. */
  rises: Difference[]
  falls: Difference[]
  /** Asked for in the second role only. */
  fresh: Difference[]
  gone: Difference[]
  /** The level is the same and the weight is not. */
  weightOnly: Difference[]
  same: Difference[]
}

export function compareRoles(framework: Framework, from: string, to: string): RoleComparison {
  const lines = framework.skills.map((skill) => ({
    skill,
    before: expectationOf(framework, from, skill.id),
    after: expectationOf(framework, to, skill.id),
  }))
  const both = lines.filter((line) => line.before.level > 0 && line.after.level > 0)
  const equal = both.filter((line) => line.before.level === line.after.level)
  return {
    rises: byWidth(both.filter((line) => line.after.level > line.before.level)),
    falls: byWidth(both.filter((line) => line.after.level < line.before.level)),
    fresh: byWidth(lines.filter((line) => line.before.level === 0 && line.after.level > 0)),
    gone: byWidth(lines.filter((line) => line.before.level > 0 && line.after.level === 0)),
    weightOnly: equal.filter((line) => line.before.weight !== line.after.weight),
    same: equal.filter((line) => line.before.weight === line.after.weight),
  }
}

/** What differs most and weighs most first; otherwise the framework's own order. */
function byWidth(lines: Difference[]): Difference[] {
  const width = (line: Difference) => Math.abs(line.after.level - line.before.level)
  const weight = (line: Difference) => Math.max(line.after.weight, line.before.weight)
  return lines.toSorted((one, other) => weight(other) * width(other) - weight(one) * width(one))
}
