// Sealing a confidential round: what is known stays known, who said what does not.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { measurePerson, type RatedLevel } from './measure-person.ts'
import { defaultPopulation } from './population.ts'
import { sealRound } from './seal-round.ts'
import { normalDraws, seededRandom } from './seeded-random.ts'

const framework = loadFramework(BUILT_IN)
const population = defaultPopulation(framework)
const skills = framework.skills.filter((skill) => !skill.private).map((skill) => skill.id)
const now = '2026-06-01T00:00:00Z'

function ratingsBy(id: string, kind: 'self' | 'peer', levels: readonly number[]): RatedLevel[] {
  return levels.map((level, k) => ({
    skill: skills[k] ?? '',
    level,
    approaching: false,
    ratedAt: now,
    rater: { id, kind },
  }))
}

function simulated(seed: number, raters: number) {
  const draw = normalDraws(seededRandom(seed))
  const truth = Array.from({ length: 20 }, () => 2.5 + draw())
  const level = (value: number) => Math.min(5, Math.max(0, Math.round(value)))
  const confidential = Array.from({ length: raters }, (_, r) => {
    const lean = 0.65 * draw()
    return ratingsBy(
      `peer-${r}`,
      'peer',
      truth.map((value) => level(value + lean + 0.55 * draw())),
    )
  }).flat()
  const own = ratingsBy(
    'me',
    'self',
    truth.map((value) => level(value + 0.3 + 0.55 * draw())),
  )
  return { own, confidential }
}

describe('a sealed round', () => {
  test('stands for its ratings: levels within a twentieth, ranges within a tenth', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { own, confidential } = simulated(seed, 3 + (seed % 3))
      const base = { framework, population, now }
      const open = measurePerson({ ...base, ratings: [...own, ...confidential], sealed: [] })
      const sealed = sealRound({ ...base, ratings: own, confidential, sealed: [], closedOn: now })
      if (!sealed.ok) throw new Error(sealed.failure.kind)
      const closed = measurePerson({ ...base, ratings: own, sealed: [sealed.value] })
      for (const [skill, level] of open.levels) {
        const { latent } = closed.levels.get(skill) ?? { latent: { mean: Number.NaN, sd: Number.NaN } }
        expect(Math.abs(latent.mean - level.latent.mean)).toBeLessThan(0.05)
        expect(Math.abs(latent.sd / level.latent.sd - 1)).toBeLessThan(0.1)
      }
    }
  })

  test('names nobody', () => {
    const { own, confidential } = simulated(7, 4)
    const sealed = sealRound({ framework, population, ratings: own, confidential, sealed: [], closedOn: now })
    expect(JSON.stringify(sealed)).not.toContain('peer-')
    expect(sealed).toMatchObject({ ok: true, value: { raters: 4 } })
  })

  test('is refused where fewer than three answered, and leaves out skills that fewer than three answered', () => {
    const { confidential } = simulated(8, 2)
    const base = { framework, population, ratings: [], sealed: [], closedOn: now }
    expect(sealRound({ ...base, confidential })).toEqual({
      ok: false,
      failure: { kind: 'too-few-raters', answered: 0, needed: 3 },
    })
    const third = ratingsBy('peer-third', 'peer', [3, 3])
    const sealed = sealRound({ ...base, confidential: [...confidential, ...third] })
    expect(sealed.ok && sealed.value.values.map((value) => value.skill)).toEqual(skills.slice(0, 2))
  })
})
