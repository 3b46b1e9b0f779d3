// Closing a confidential round about several people: levels stay, names go.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { measurePerson, type RatedLevel } from '../measurement/measure-person.ts'
import { measureTogether, populationFor } from '../measurement/measure-together.ts'
import { normalDraws, seededRandom } from '../measurement/seeded-random.ts'
import { type AnswersToSeal, sealAnswers } from './seal-answers.ts'

const framework = loadFramework(BUILT_IN)
const skills = framework.skills.filter((skill) => !skill.private).map((skill) => skill.id)
const closedOn = '2026-06-01T00:00:00.000Z'
const SKILLS = 12

/** A team in which everybody rates some others in confidence; each has a self-rating too. */
function team(seed: number, size: number, ratersOfEach: number): AnswersToSeal {
  const draw = normalDraws(seededRandom(seed))
  const ids = Array.from({ length: size }, (_, p) => `person-${p}`)
  const truth = ids.map(() => Array.from({ length: SKILLS }, () => 2.5 + draw()))
  const leniency = ids.map(() => 0.5 * draw())
  const rated = (id: string, kind: 'self' | 'peer', levels: readonly number[], lean: number): RatedLevel[] =>
    levels.map((level, k) => ({
      skill: skills[k] ?? '',
      level: Math.min(5, Math.max(0, Math.round(level + lean + 0.5 * draw()))),
      approaching: false,
      ratedAt: '2026-05-07T09:41:00.000Z',
      rater: { id, kind },
    }))
  const people = ids.map((id, p) => ({ id, ratings: rated(id, 'self', truth[p] ?? [], 0.3), sealed: [] }))
  const confidential = new Map(
    ids.map((id, p) => [
      id,
      Array.from({ length: ratersOfEach }, (_, step) => (p + step + 1) % size).flatMap((r) =>
        rated(ids[r] ?? '', 'peer', truth[p] ?? [], (leniency[r] ?? 0) + 0.4 * draw()),
      ),
    ]),
  )
  return { framework, people, confidential, raters: ids, known: new Map(), closedOn, draw: () => 0 }
}

describe('a closed round', () => {
  test('leaves each level within a twelfth and each range within a tenth of what the ratings themselves would give', () => {
    for (const seed of [1, 2, 3]) {
      const answers = team(seed, 8, 4)
      const open = answers.people.map((person) => ({
        ...person,
        ratings: [
          ...person.ratings,
          ...(answers.confidential.get(person.id) ?? []).map((one) => ({ ...one, ratedAt: closedOn })),
        ],
      }))
      const together = measureTogether(framework, open)
      const sealed = sealAnswers(answers)
      expect(sealed.contributions).toHaveLength(8)
      for (const person of open) {
        const population = together && populationFor(together, person.id)
        if (!population) throw new Error('Eight people are measured together.')
        const base = { framework, population, now: closedOn }
        const asKnown = measurePerson({ ...base, ratings: person.ratings, sealed: [] })
        const own = answers.people.find(({ id }) => id === person.id)?.ratings ?? []
        const contribution = sealed.contributions.find(({ subject }) => subject === person.id)?.contribution
        if (!contribution) throw new Error('Four people answered.')
        const asSealed = measurePerson({ ...base, ratings: own, sealed: [contribution] })
        for (const [skill, level] of asKnown.levels) {
          const { latent } = asSealed.levels.get(skill) ?? { latent: { mean: Number.NaN, sd: Number.NaN } }
          expect(Math.abs(latent.mean - level.latent.mean)).toBeLessThan(1 / 12)
          expect(Math.abs(latent.sd / level.latent.sd - 1)).toBeLessThan(0.1)
        }
      }
    }
  })

  test('names no rater beside a subject, and keeps no time but that of the close', () => {
    const { contributions } = sealAnswers(team(4, 8, 4))
    for (const { subject, contribution } of contributions) {
      const text = JSON.stringify(contribution)
      expect(text).not.toContain('person-')
      expect(subject).toContain('person-')
      expect(text.match(/2026-[0-9T:.-]+/g)).toEqual(['2026-06-01T00:00:00.000'])
    }
  })

  test('is the same in whatever order the answers came', () => {
    const answers = team(5, 7, 3)
    const turned = new Map([...answers.confidential].reverse().map(([id, given]) => [id, given.toReversed()]))
    expect(sealAnswers({ ...answers, confidential: turned })).toEqual(sealAnswers(answers))
  })

  test('counts nothing where fewer than three answered, not even for how strict they are', () => {
    const answers = team(6, 8, 4)
    const few = new Map(answers.confidential)
    const own = few.get('person-0') ?? []
    few.set(
      'person-0',
      own.filter((one) => ['person-1', 'person-2'].includes(one.rater?.id ?? '')),
    )
    const without = new Map(answers.confidential)
    without.delete('person-0')
    const sealed = sealAnswers({ ...answers, confidential: few })
    expect(sealed.tooFew).toEqual(['person-0'])
    const other = sealAnswers({ ...answers, confidential: without })
    expect(sealed.contributions).toEqual(other.contributions)
    expect(sealed.strictness).toEqual(other.strictness)
  })

  test('keeps an entry for everybody who was asked, and tells strictness only beside others', () => {
    const answers = team(7, 8, 4)
    const asked = [...answers.raters, 'somebody-who-never-answered']
    const { strictness } = sealAnswers({ ...answers, raters: asked })
    expect(strictness.map(({ rater }) => rater)).toEqual(asked.toSorted())
    expect(strictness.at(-1)).toMatchObject({ evidence: null, told: false })
    expect(strictness.filter(({ told }) => told)).toHaveLength(8)
    expect(strictness.filter(({ evidence }) => evidence !== null)).toHaveLength(8)
  })

  test('learns nothing about a rater again that is known of them under a name', () => {
    const answers = team(9, 8, 4)
    const named = answers.people.map((person) => ({
      ...person,
      ratings: [...person.ratings, ...(answers.confidential.get(person.id) ?? [])],
    }))
    const { strictness } = sealAnswers({ ...answers, people: named, confidential: new Map() })
    expect(strictness.every(({ evidence }) => evidence === null)).toBe(true)
  })
})
