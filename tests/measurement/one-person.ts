// Rounds of ratings about one person, and what every answer about them must hold.
import fc from 'fast-check'
import { expect } from 'vitest'
import type { RaterKind } from '../../src/core/assessment/assessment.ts'
import {
  type MeasuredPerson,
  type MeasureRequest,
  measurePerson,
  type RatedLevel,
} from '../../src/core/measurement/measure-person.ts'
import { defaultPopulation } from '../../src/core/measurement/population.ts'
import { loadFramework } from '../frameworks/load-framework.ts'
import { BUILT_IN } from '../frameworks/read-files.ts'

export const framework = loadFramework(BUILT_IN)
export const now = '2026-06-01T00:00:00Z'
export const skills = framework.skills.filter((skill) => !skill.private).map((skill) => skill.id)
export const [first = '', second = ''] = skills

export function measure(ratings: readonly RatedLevel[], more: Partial<MeasureRequest> = {}): MeasuredPerson {
  const population = more.population ?? defaultPopulation(more.framework ?? framework)
  return measurePerson({ framework, ratings, sealed: [], population, now, ...more })
}

export function by(
  kind: RaterKind,
  id: string,
  skill: string,
  level: number | null,
  ratedAt = now,
): RatedLevel {
  return { skill, level, approaching: false, ratedAt, rater: { id, kind } }
}

export const own = (skill: string, level: number | null, ratedAt = now): RatedLevel => ({
  skill,
  level,
  approaching: false,
  ratedAt,
})

export const levelOf = (person: MeasuredPerson, skill: string) => {
  const level = person.levels.get(skill)
  if (!level) throw new Error(`${skill} was not measured`)
  return level
}

export const width = (person: MeasuredPerson, skill: string) => 2 * levelOf(person, skill).latent.sd

export function isSane(person: MeasuredPerson, top: number): void {
  expect(person.stoppedEarly).toBe(false)
  for (const { level, low, high, latent, sources, narrowing } of person.levels.values()) {
    expect(low).toBeGreaterThanOrEqual(0)
    expect(low).toBeLessThanOrEqual(level)
    expect(level).toBeLessThanOrEqual(high)
    expect(high).toBeLessThanOrEqual(top)
    expect(latent.sd).toBeGreaterThan(0)
    expect(Number.isFinite(latent.mean + latent.sd)).toBe(true)
    expect(sources.reduce((sum, source) => sum + source.weight, 0)).toBeCloseTo(1, 9)
    expect(narrowing.every((step) => step.plusMinus > 0 && step.plusMinus < 1.29 * latent.sd)).toBe(true)
  }
  expect(person.joint.covariance.every(Number.isFinite)).toBe(true)
}

/** A round of several raters about several skills. */
export const anyRound = fc.array(
  fc.record({
    rater: fc.integer({ min: 0, max: 5 }),
    skill: fc.integer({ min: 0, max: 7 }),
    level: fc.integer({ min: 0, max: 5 }),
    approaching: fc.boolean(),
    monthsAgo: fc.integer({ min: 0, max: 30 }),
  }),
  { minLength: 1, maxLength: 60 },
)
type AnyRound = typeof anyRound extends fc.Arbitrary<infer Value> ? Value : never

const KINDS: RaterKind[] = ['self', 'manager', 'peer', 'report', 'client', 'peer']

export function roundOf(entries: AnyRound): RatedLevel[] {
  return entries.map(({ rater, skill, level, approaching, monthsAgo }) => ({
    ...by(KINDS[rater] ?? 'peer', `rater-${rater}`, skills[skill] ?? '', level),
    approaching,
    ratedAt: new Date(Date.parse(now) - monthsAgo * 30 * 86_400_000).toISOString(),
  }))
}
