// Plans of a size that nobody has: 40 skills of 5 levels, 8 quarters and 2 roles, made up from a seed.

import type { Random } from '#build/core/measurement/seeded-random.js'
import type { PlanProblem, PlanStep } from '#build/core/plan/plan-problem.js'

/** In the way of the design's instances: levels held, levels asked, weights and needs at random. */
export function randomProblem(random: Random, skills = 40, quarters = 8, roles = 2): PlanProblem {
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const asked = Array.from({ length: roles }, () =>
    Array.from({ length: skills }, () => ({ level: whole(1, 4), weight: whole(1, 3) })),
  )
  const steps: PlanStep[] = []
  const firstOf = new Map<number, number>()
  const lastOf = new Map<number, number>()
  const starts = Array.from({ length: skills }, () => whole(1, 3))
  const total = asked.map((role) => role.reduce((sum, { weight }) => sum + weight, 0))
  let base = 0
  for (let skill = 0; skill < skills; skill += 1) {
    const start = starts[skill] ?? 0
    const goal = Math.max(...asked.map((role) => role[skill]?.level ?? 0))
    const needs = [whole(0, skills - 1), whole(0, skills - 1)].filter(
      (other) => other < skill && random() < 0.5,
    )
    for (let level = 1; level <= Math.max(start, goal); level += 1) {
      const gain = asked.reduce((sum, role, index) => {
        const { level: to, weight } = role[skill] ?? { level: 0, weight: 0 }
        return level > to ? sum : sum + (0.65 / roles) * (weight / ((total[index] ?? 1) * to))
      }, 0)
      if (level <= start) {
        base += gain
        continue
      }
      const index = steps.length
      if (level === start + 1) firstOf.set(skill, index)
      lastOf.set(skill, index)
      steps.push({
        skill: `s${skill}`,
        level,
        name: `Skill ${skill}`,
        hours: (8 + 8 * random()) * 1.9 ** (level - 1),
        assumedHours: false,
        needs: level > start + 1 ? [index - 1] : needs.flatMap((other) => firstOf.get(other) ?? []),
        after: [],
        earliest: 0,
        savedBy: [],
        gain,
      })
    }
  }
  const gates = asked.map((role) => ({
    share: 1 / roles,
    critical: [],
    mustHaves: Array.from({ length: skills }, (_, skill) => skill)
      .filter((skill) => role[skill]?.weight === 3 && firstOf.has(skill))
      .toSorted((a, b) => (role[b]?.level ?? 0) - (role[a]?.level ?? 0))
      .slice(0, 5)
      .flatMap((skill) => {
        const needed = role[skill]?.level ?? 0
        const own = steps.flatMap((step, index) =>
          step.skill === `s${skill}` && step.level <= needed ? [index] : [],
        )
        return own.length > 0 ? [{ start: starts[skill] ?? 0, needed, steps: own }] : []
      }),
  }))
  return {
    steps,
    available: Array.from({ length: quarters }, (_, quarter) => 60 * (quarter + 1)),
    limit: Array.from({ length: quarters }, () => 3),
    gates,
    first: [],
    base,
  }
}
