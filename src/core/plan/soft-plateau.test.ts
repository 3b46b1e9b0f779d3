// When it is said that soft skills stood still, and when it is not.
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import { levelHistory, type RatingStep } from '../assessment/level-history.ts'
import { levelsAtExpectation, withLevel } from '../planning/levels.ts'
import { softPlateau } from './soft-plateau.ts'

const framework = loadFramework(BUILT_IN)
const NOW = '2026-11-26T10:00:00.000Z'
const LONG_AGO = '2025-09-01T10:00:00.000Z'
const LATELY = '2026-10-01T10:00:00.000Z'
const HERE = 'this-version'

/** Skill, level long ago, level lately; null where it was not looked at. */
type Said = readonly [string, number | null, number | null]

function looked(said: readonly Said[], destinations = ['staff-engineer']) {
  const steps = said.flatMap(([skill, then, lately]) =>
    [step(skill, then, LONG_AGO), step(skill, lately, LATELY)].flat(),
  )
  const levels = said.reduce(
    (all, [skill, then, lately]) => withLevel(all, skill, lately ?? then ?? 0),
    levelsAtExpectation(framework, 'senior-engineer'),
  )
  return softPlateau(framework, levels, levelHistory(steps, HERE), destinations, NOW)
}

function step(skill: string, level: number | null, ratedAt: string): RatingStep[] {
  const revisionId = `${skill} ${ratedAt}`
  return level === null
    ? []
    : [{ skill, level, ratedAt, revisionId, frameworkDigest: HERE, withdrawn: false }]
}

const HARD_GREW: Said = ['system-design', 3, 4]
const SOFT_STILL: Said = ['written-communication', 2, 2]

describe('that soft skills have stood still', () => {
  test('is said with what was seen, what it usually costs and one thing to do', () => {
    const found = looked([HARD_GREW, SOFT_STILL, ['influence-without-authority', 1, 1]])
    expect(found).toMatchObject({
      role: 'staff-engineer',
      grown: [{ skill: 'system-design', before: 3, now: 4 }],
    })
    expect(found?.still.map(({ skill }) => skill)).toContain('written-communication')
    expect(found?.seen).toContain('In the last twelve months system design rose.')
    expect(found?.seen).toContain('of which a staff engineer needs more, have stayed where they were.')
    expect(found?.costs).toMatch(
      /What it usually costs is time: \d+% of what is missing for a staff engineer is soft/,
    )
    expect(found?.step?.text).toBeTruthy()
  })

  test('is not said where no hard skill rose', () => {
    expect(looked([['system-design', 4, 4], SOFT_STILL])).toBeNull()
  })

  test('is not said where any soft skill that matters rose', () => {
    expect(looked([HARD_GREW, SOFT_STILL, ['influence-without-authority', 1, 2]])).toBeNull()
  })

  test('is not said where the soft skill was looked at only once: silence is no finding', () => {
    expect(looked([HARD_GREW, ['written-communication', 2, null]])).toBeNull()
    expect(looked([HARD_GREW, ['written-communication', null, 2]])).toBeNull()
  })

  test('is not said where the destination asks no more of the soft skill than is there', () => {
    expect(looked([HARD_GREW, ['written-communication', 5, 5]])).toBeNull()
  })

  test('is never said to somebody who stays, or who has chosen nothing', () => {
    expect(looked([HARD_GREW, SOFT_STILL], ['stay'])).toBeNull()
    expect(looked([HARD_GREW, SOFT_STILL], [])).toBeNull()
  })

  test('is not said of a private skill', () => {
    const priv = framework.skills.find((skill) => skill.private)?.id ?? ''
    expect(looked([HARD_GREW, [priv, 1, 1]])).toBeNull()
  })

  test('is not said where a framework does not tell hard from soft', () => {
    const small = loadFramework(SMALL)
    const unknown = {
      ...small,
      skills: small.skills.map((skill) => ({ ...skill, kind: 'unknown' as const })),
    }
    const ids = small.skills.map(({ id }) => id)
    const steps = ids.flatMap((id, index) => [...step(id, 0, LONG_AGO), ...step(id, index % 2, LATELY)])
    const role = small.roles[1]?.id ?? ''
    expect(softPlateau(unknown, {}, levelHistory(steps, HERE), [role], NOW)).toBeNull()
  })
})

describe('the history of a level', () => {
  const carried: RatingStep = {
    skill: 'writing',
    level: 2,
    ratedAt: LATELY,
    revisionId: 'carried',
    carriedFrom: 'written-communication lately',
    frameworkDigest: 'next-version',
    withdrawn: false,
  }
  const before = [
    ...step('written-communication', 1, LONG_AGO),
    {
      ...step('written-communication', 2, LATELY)[0],
      revisionId: 'written-communication lately',
    } as RatingStep,
  ]

  test('goes on over a move to another version, and the move itself is no second look', () => {
    expect(levelHistory([...before, carried], 'next-version').get('writing')).toEqual([
      { level: 1, at: LONG_AGO },
      { level: 2, at: LATELY },
    ])
  })

  test('leaves out what was taken back, and comes to an end where somebody moved to and fro', () => {
    const back: RatingStep = {
      ...carried,
      skill: 'written-communication',
      revisionId: 'back',
      carriedFrom: 'carried',
      frameworkDigest: HERE,
    }
    const taken = { ...(before[0] as RatingStep), revisionId: 'taken', withdrawn: true }
    const history = levelHistory([...before, carried, back, taken], HERE)
    expect(history.get('written-communication')).toHaveLength(2)
  })
})
