// The attacker who takes one published figure from another, against many organisations and against planted faults.

import { expect, test } from 'vitest'
import { FEWEST_COUNTED } from '../../src/core/sealing/thresholds.ts'
import { type Attack, attackReleases } from './differencing-attacker.ts'
import {
  type Publisher,
  publish,
  publishByThresholdAlone,
  publishUnsoftened,
  publishWithoutMemory,
  RELEASES,
  randomReleases,
  SKILL,
} from './random-releases.ts'
import { recordProof } from './record-proof.ts'
import { volumeOf } from './volume.ts'

const HOUR = 60 * 60 * 1000

interface Tried extends Attack {
  figures: number
  people: number
  published: number
}

function attackMany(publisher: Publisher, organisations: number): Tried {
  const sum: Tried = { groups: 0, ratings: 0, figures: 0, people: 0, published: 0 }
  for (let seed = 1; seed <= organisations; seed += 1) {
    const releases = randomReleases(seed)
    const observations = publisher(releases, FEWEST_COUNTED)
    const levels = releases.map((people) => new Map(people.map(({ id, levels }) => [id, levels[SKILL]])))
    const found = attackReleases(observations, FEWEST_COUNTED, (release, id) => levels[release]?.get(id))
    sum.groups += found.groups
    sum.ratings += found.ratings
    sum.figures += observations.length
    sum.people += releases.reduce((all, people) => all + people.length, 0)
    const counted = observations.flatMap(({ release, members }) =>
      members.filter((id) => levels[release]?.has(id)).map((id) => `${release} ${id}`),
    )
    sum.published += new Set(counted).size
  }
  return sum
}

test('No difference of published figures is about fewer than five people, over three releases', {
  timeout: HOUR,
}, () => {
  const volume = volumeOf({ full: 10_000, small: 100 })
  const tried = attackMany(publish, volume)
  const covered = Math.round((100 * tried.published) / tried.people)
  recordProof({
    name: `Differencing attacker, ${RELEASES} releases, every pair of figures`,
    volume,
    found: `${tried.groups} groups below ${FEWEST_COUNTED}, ${tried.ratings} ratings recovered`,
    target: `0 groups below ${FEWEST_COUNTED}, 0 ratings recovered`,
    notes: `${tried.figures} figures; ${covered} % of the people are counted in some`,
  })
  expect({ groups: tried.groups, ratings: tried.ratings }).toEqual({ groups: 0, ratings: 0 })
  // A program that publishes nothing would pass too.
  expect(covered).toBeGreaterThan(70)
})

test('The attacker succeeds where the remainder is not looked at', () => {
  const { groups, ratings } = attackMany(publishByThresholdAlone, 20)
  expect(groups).toBeGreaterThan(100)
  expect(ratings).toBeGreaterThan(100)
})

test('The attacker succeeds where each release is made as if it were the first', () => {
  const { groups, ratings } = attackMany(publishWithoutMemory, 20)
  expect(groups).toBeGreaterThan(10)
  expect(ratings).toBeGreaterThan(10)
})

test('The attacker succeeds where a group of one level is told as it is', () => {
  expect(attackMany(publishUnsoftened, 20).ratings).toBeGreaterThan(20)
})
