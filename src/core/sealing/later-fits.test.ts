// Rounds that are closed one after the other, beside the one fit that would know everything: what is lost is little,
// and what is kept of a rater does not tell what they said.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { measurePerson, type RatedLevel } from '../measurement/measure-person.ts'
import { measureTogether, populationFor } from '../measurement/measure-together.ts'
import { normalProbability } from '../measurement/normal.ts'
import type { SealedContribution } from '../measurement/sealed-contribution.ts'
import { normalDraws, seededRandom } from '../measurement/seeded-random.ts'
import { type AnswersToSeal, sealAnswers } from './seal-answers.ts'
import { type Draw, evidenceBetween, leniencyAfter, type StrictnessEvidence } from './strictness.ts'

const framework = loadFramework(BUILT_IN)
const skills = framework.skills.filter((skill) => !skill.private).map((skill) => skill.id)
const CLOSES = ['2025-03-01', '2025-09-01', '2026-03-01'].map((day) => `${day}T00:00:00.000Z`)
const SKILLS = 6
const PEOPLE = 10
const RATERS_OF_EACH = 4
const onScale = (value: number) => Math.min(5, Math.max(0, Math.round(value)))

interface World {
  raters: string[]
  rounds: { subjects: string[]; confidential: Map<string, RatedLevel[]>; closedOn: string }[]
  self: Map<string, RatedLevel[]>
}

/** Ten people who rate in several rounds: each other again and again, or in each round people who were not rated before. */
function world(seed: number, rounds: number, who: 'the same people' | 'new people'): World {
  const draw = normalDraws(seededRandom(seed))
  const raters = Array.from({ length: PEOPLE }, (_, p) => `person-${p}`)
  const lean = raters.map(() => 0.35 * draw())
  const once = <Value>(make: () => Value) => {
    const known = new Map<string, Value>()
    return (key: string): Value => {
      const value = known.get(key) ?? make()
      known.set(key, value)
      return value
    }
  }
  const levelsOf = once(() => {
    const height = 2.5 + 0.5 * draw()
    return Array.from({ length: SKILLS }, () => height + 0.45 * draw())
  })
  const impression = once(() => 0.55 * draw())
  const rate = (id: string, kind: 'self' | 'peer', subject: string, more: number, ratedAt: string) =>
    levelsOf(subject).map((level, k): RatedLevel => {
      const said = onScale(level + more + 0.55 * draw())
      return { skill: skills[k] ?? '', level: said, approaching: false, ratedAt, rater: { id, kind } }
    })
  const all = CLOSES.slice(0, rounds).map((closedOn, round) => {
    const subjects = raters.map((id, p) => (who === 'new people' ? `subject-${round}-${p}` : id))
    const confidential = new Map(
      subjects.map((subject, p) => {
        const asked = Array.from(
          { length: RATERS_OF_EACH },
          (_, n) => (p + 1 + round + n * (1 + round)) % PEOPLE,
        )
        const others = [...new Set(asked)].filter((r) => r !== p)
        return [
          subject,
          others.flatMap((r) => {
            const id = raters[r] as string
            return rate(id, 'peer', subject, (lean[r] as number) + impression(`${id} ${subject}`), closedOn)
          }),
        ]
      }),
    )
    return { subjects, confidential, closedOn }
  })
  const everybody = [...new Set(all.flatMap(({ subjects }) => subjects))]
  const self = new Map(everybody.map((id) => [id, rate(id, 'self', id, 0.3, CLOSES[0] as string)]))
  return { raters, rounds: all, self }
}

/** Closes one round after the other; `remembers`: what was learned of raters is where the next one begins. */
function closeAll({ raters, rounds, self }: World, draw: Draw, remembers: boolean) {
  const known = new Map<string, StrictnessEvidence[]>()
  const sealed = new Map<string, SealedContribution[]>()
  for (const { subjects, confidential, closedOn } of rounds) {
    const people = subjects.map((id) => ({ id, ratings: self.get(id) ?? [], sealed: sealed.get(id) ?? [] }))
    const before = remembers ? new Map(known) : new Map<string, StrictnessEvidence[]>()
    const closed = sealAnswers({ framework, people, confidential, raters, known: before, closedOn, draw })
    for (const { subject, contribution } of closed.contributions)
      sealed.set(subject, [...(sealed.get(subject) ?? []), contribution])
    for (const { rater, evidence } of closed.strictness)
      if (evidence !== null) known.set(rater, [...(known.get(rater) ?? []), evidence])
  }
  return sealed
}

/** How far levels after the last round lie from those of one fit of all ratings, names and all. */
function distance(of: World, sealed: ReadonlyMap<string, SealedContribution[]>) {
  const open = [...of.self].map(([id, own]) => {
    const said = of.rounds.flatMap(({ confidential }) => confidential.get(id) ?? [])
    return { id, ratings: [...own, ...said] }
  })
  const together = measureTogether(framework, open)
  const last = of.rounds.at(-1)
  if (together === null || last === undefined) throw new Error('Ten people are measured together.')
  const apart: number[] = []
  const ratios: number[] = []
  for (const id of last.subjects) {
    const base = { framework, population: populationFor(together, id), now: last.closedOn }
    const ratings = open.find((one) => one.id === id)?.ratings ?? []
    const joint = measurePerson({ ...base, ratings, sealed: [] })
    const later = measurePerson({ ...base, ratings: of.self.get(id) ?? [], sealed: sealed.get(id) ?? [] })
    for (const [skill, { latent }] of joint.levels) {
      const found = later.levels.get(skill)?.latent ?? { mean: Number.NaN, sd: Number.NaN }
      apart.push(Math.abs(found.mean - latent.mean))
      ratios.push(found.sd / latent.sd)
    }
  }
  return { apart, ratios }
}

const typical = (values: readonly number[]) => Math.hypot(...values) / Math.sqrt(values.length)
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]

function distances(rounds: number, who: 'the same people' | 'new people', remembers: boolean) {
  const draw = normalDraws(seededRandom(77))
  const all = SEEDS.map((seed) => {
    const of = world(seed, rounds, who)
    return distance(of, closeAll(of, draw, remembers))
  })
  return { apart: all.flatMap(({ apart }) => apart), ratios: all.flatMap(({ ratios }) => ratios) }
}

describe('Rounds that are closed one after the other', () => {
  test('leave levels within a sixth, typically a twentieth, and ranges within a thirtieth of one fit that knows all', () => {
    const { apart, ratios } = distances(3, 'new people', true)
    expect(Math.max(...apart)).toBeLessThan(1 / 6)
    expect(typical(apart)).toBeLessThan(0.06)
    expect(Math.max(...ratios.map((ratio) => Math.abs(ratio - 1)))).toBeLessThan(1 / 30)
  })

  test('lie closer to it, by a sixth and more, than where each round forgot how strict raters are', () => {
    const remembering = typical(distances(3, 'new people', true).apart)
    const forgetting = typical(distances(3, 'new people', false).apart)
    expect(remembering).toBeLessThan((5 / 6) * forgetting)
  })

  test('of the same people again lie within three tenths, typically a tenth; ranges are less than a tenth too narrow', () => {
    const { apart, ratios } = distances(2, 'the same people', true)
    expect(Math.max(...apart)).toBeLessThan(0.3)
    expect(typical(apart)).toBeLessThan(0.1)
    expect(Math.min(...ratios)).toBeGreaterThan(0.9)
    expect(Math.max(...ratios)).toBeLessThan(1.02)
  })
})

const AT = '2026-06-01T00:00:00.000Z'

/** One rater, "me", of some people in one skill; the others of each person are known to the attacker. */
function roundOfOneSkill(
  others: readonly (readonly number[])[],
  mine: readonly number[],
  draw: Draw,
): AnswersToSeal {
  const by = (id: string, level: number): RatedLevel => {
    return { skill: skills[0] ?? '', level, approaching: false, ratedAt: AT, rater: { id, kind: 'peer' } }
  }
  const confidential = new Map(
    others.map((levels, s) => [
      `subject-${s}`,
      [...levels.map((level, r) => by(`other-${r}`, level)), by('me', mine[s] as number)],
    ]),
  )
  const people = others.map((_, s) => ({ id: `subject-${s}`, ratings: [] }))
  return { framework, people, confidential, raters: ['me'], known: new Map(), closedOn: AT, draw }
}

const keptOf = (others: readonly (readonly number[])[], mine: readonly number[], draw: Draw) =>
  sealAnswers(roundOfOneSkill(others, mine, draw)).strictness[0]?.evidence ?? null

const anyLevel = fc.integer({ min: 0, max: 5 })

describe('The two numbers that a round keeps of a rater', () => {
  test('are not there where they rated one or two people: those would be known by them', () => {
    const draw = () => 0
    expect(keptOf([[3, 3]], [5], draw)).toBeNull()
    expect(
      keptOf(
        [
          [3, 3],
          [2, 4],
        ],
        [5, 5],
        draw,
      ),
    ).toBeNull()
    expect(
      keptOf(
        [
          [3, 3],
          [2, 4],
          [3, 2],
        ],
        [5, 5, 5],
        draw,
      ),
    ).not.toBeNull()
  })

  test('have a variance that depends on how many people were rated, and on nothing that was said', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyLevel, anyLevel, anyLevel), { minLength: 3, maxLength: 5 }),
        (levels) => {
          const others = levels.map(([a, b]) => [a, b])
          const kept = keptOf(
            others,
            levels.map(([, , mine]) => mine),
            () => 0.7,
          )
          expect(kept?.variance).toBe(0.617)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('tell a level from the next about one person no better than two times in three, to whoever knows all other answers', () => {
    const spread = deviationOfChance(3)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyLevel, anyLevel), { minLength: 3, maxLength: 3 }),
        fc.tuple(fc.integer({ min: 0, max: 4 }), anyLevel, anyLevel),
        (others, [level, ...rest]) => {
          const low = keptOf(others, [level, ...rest], () => 0)?.mean ?? Number.NaN
          const high = keptOf(others, [level + 1, ...rest], () => 0)?.mean ?? Number.NaN
          // Two normal distributions of one spread: the best guess is right with probability Φ(distance ÷ 2 spreads).
          expect(normalProbability(Math.abs(high - low) / (2 * spread))).toBeLessThanOrEqual(2 / 3)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('differ from close to close although the same was said: an attacker cannot draw the chance again', () => {
    const draw = normalDraws(seededRandom(5))
    const others = [
      [3, 3],
      [2, 4],
      [3, 2],
    ]
    const kept = Array.from({ length: 40 }, () => keptOf(others, [4, 4, 4], draw)?.mean)
    expect(new Set(kept).size).toBeGreaterThan(8)
  })

  test('bring a rater who is generous in round after round closer to what they are', () => {
    const draw = normalDraws(seededRandom(11))
    const before = { mean: 0, variance: 0.35 ** 2 }
    const about = { people: 6, skills: 6, topLevel: 5 }
    const rounds: StrictnessEvidence[] = []
    for (let round = 0; round < 12; round += 1) {
      const kept = evidenceBetween(before, { mean: 0.3, variance: 0.06 }, about, draw)
      if (kept !== null) rounds.push(kept)
    }
    const after = leniencyAfter(5, rounds)
    expect(after.mean).toBeGreaterThan(0.3)
    expect(after.variance).toBeLessThan(0.02)
  })
})

/** Of the mean that is kept of somebody who rated so many people, in levels. */
function deviationOfChance(people: number): number {
  const before = { mean: 0, variance: 0.35 ** 2 }
  const kept = (drawn: number) =>
    evidenceBetween(before, before, { people, skills: 1, topLevel: 5 }, () => drawn)?.mean ?? Number.NaN
  return kept(1) - kept(0)
}
