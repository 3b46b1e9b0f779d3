// What must hold for the numbers in every framework and for every person.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLevels, anySituation } from '../../../tests/frameworks/any-framework.ts'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { Framework } from '../framework/framework.ts'
import { topLevel } from '../framework/look-up.ts'
import { climb } from './climb.ts'
import { compareRoles } from './compare-roles.ts'
import { firstAnswer } from './first-answer.ts'
import { focus } from './focus.ts'
import { gapsTo } from './gap.ts'
import { kindPoints } from './group-profile.ts'
import { type Levels, levelOf, withLevel } from './levels.ts'
import { mapReading } from './map-reading.ts'
import { mustHavesOf } from './must-haves.ts'
import { practiceOrder } from './practice-order.ts'
import { quickWins } from './quick-wins.ts'
import { readiness } from './readiness.ts'
import { readyToTry } from './ready-to-try.ts'
import { MOST_MOVES, routesBetween } from './routes.ts'
import { whatWouldReorder } from './what-would-reorder.ts'

const builtIn = loadFramework(BUILT_IN)

/** Made-up frameworks, and every now and then the built-in one between two of its roles. */
const situations = fc.oneof(
  { weight: 5, arbitrary: anySituation() },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyLevels(builtIn), fc.constantFrom(...builtIn.moves))
      .map(([levels, move]) => ({ framework: builtIn, levels, from: move.from, to: move.to })),
  },
)

const always = (
  check: (situation: { framework: Framework; levels: Levels; from: string; to: string }) => void,
) => fc.assert(fc.property(situations, check), { numRuns: 150 })

const shuffled = <Item>(items: readonly Item[]): Item[] => items.toReversed()

describe('readiness', () => {
  test('lies between nothing and all, or is absent where nothing is expected', () => {
    always(({ framework, levels, to }) => {
      const { share, expected, rough } = readiness(framework, levels, to)
      if (share === null) expect(expected).toBe(0)
      else expect(share >= 0 && share <= 1).toBe(true)
      if (share !== null && rough.low !== null && rough.high !== null) {
        expect(rough.low <= rough.high).toBe(true)
        expect(share >= rough.low - 0.125 && share <= rough.high + 0.125).toBe(true)
      }
    })
  })

  test('never falls when a level rises', () => {
    always(({ framework, levels, to }) => {
      const before = readiness(framework, levels, to)
      for (const skill of framework.skills) {
        const raised = withLevel(
          levels,
          skill.id,
          Math.min(topLevel(framework), levelOf(levels, skill.id).level + 1),
        )
        const after = readiness(framework, raised, to)
        expect(after.share ?? 0).toBeGreaterThanOrEqual(before.share ?? 0)
        expect(after.criticalGaps).toBeLessThanOrEqual(before.criticalGaps)
        expect(climb(framework, raised, to).points).toBeLessThanOrEqual(climb(framework, levels, to).points)
      }
    })
  })
})

describe('climb', () => {
  test('is the sum of its parts, and nothing exactly when everything expected is met', () => {
    always(({ framework, levels, to }) => {
      const { points, hard, soft, unknown, gaps, hardShare } = climb(framework, levels, to)
      expect(hard + soft + unknown).toBe(points)
      expect(gaps.reduce((sum, gap) => sum + gap.weight * gap.gap, 0)).toBe(points)
      const allMet = gapsTo(framework, levels, to).every((line) => line.gap <= 0)
      expect(points === 0).toBe(allMet)
      expect(hardShare === null).toBe(hard + soft === 0)
      const ready = readiness(framework, levels, to)
      expect(ready.expected - ready.met).toBe(points)
    })
  })

  test('hard, soft and unknown make up the whole profile of a role', () => {
    always(({ framework, levels, to }) => {
      const { hard, soft, unknown } = kindPoints(framework, to)
      expect(hard + soft + unknown).toBe(readiness(framework, levels, to).expected)
    })
  })
})

describe('the focus list', () => {
  test('orders every pair the same way, however the skills are listed', () => {
    always(({ framework, levels, from, to }) => {
      const list = (one: Framework) =>
        focus(one, levels, to, { fromRole: from }).map((item) => [item.skill, item.score])
      const reversed = { ...framework, skills: shuffled(framework.skills) }
      expect(list(reversed)).toEqual(list(framework))
      expect(list(framework)).toEqual(list(framework))
    })
  })

  test('holds each open gap once, with falling scores behind what comes first', () => {
    always(({ framework, levels, from, to }) => {
      const items = focus(framework, levels, to, { fromRole: from })
      const open = gapsTo(framework, levels, to).filter((line) => line.gap > 0)
      expect(new Set(items.map((item) => item.skill)).size).toBe(items.length)
      for (const line of open) expect(items.some((item) => item.skill === line.skill)).toBe(true)
      const rest = items.filter((item) => !item.comesFirst).map((item) => item.score)
      expect(rest).toEqual(rest.toSorted((a, b) => b - a))
      expect(items.slice(items.findIndex((item) => !item.comesFirst)).some((item) => item.comesFirst)).toBe(
        items.length > 0 && items.every((item) => item.comesFirst),
      )
    })
  })

  test('does not change its numbers when roles, skills and expectations are listed differently', () => {
    always(({ framework, levels, from, to }) => {
      const other: Framework = {
        ...framework,
        roles: shuffled(framework.roles),
        skills: shuffled(framework.skills),
        expectations: Object.fromEntries(shuffled(Object.entries(framework.expectations))),
      }
      const numbers = (one: Framework) => ({
        reading: mapReading(one, levels, from, to).sentence,
        climb: climb(one, levels, to).points,
        critical: readiness(one, levels, to).criticalGapSkills.toSorted(),
        ready: readyToTry(one, levels, to).ready,
        mustHaves: one.roles.filter((role) => role.id === to).map((role) => mustHavesOf(one, role)),
        order: practiceOrder(one, focus(one, levels, to)).map((item) => item.skill),
        quick: quickWins(one, focus(one, levels, to)).map((item) => item.skill),
      })
      expect(numbers(other)).toEqual(numbers(framework))
    })
  })
})

describe('the practice order', () => {
  test('places every chosen skill once, each after its chosen prerequisites', () => {
    always(({ framework, levels, from, to }) => {
      const items = focus(framework, levels, to, { fromRole: from })
      const order = practiceOrder(framework, items)
      expect(order.map((item) => item.skill).toSorted()).toEqual(items.map((item) => item.skill).toSorted())
      const place = new Map(order.map((item, index) => [item.skill, index]))
      for (const item of order.filter((one) => !one.comesFirst)) {
        const prerequisites = framework.skills.find((skill) => skill.id === item.skill)?.prerequisites ?? []
        for (const id of prerequisites) {
          expect(place.get(id) ?? -1).toBeLessThan(place.get(item.skill) ?? -1)
        }
      }
    })
  })

  test('ends even where a faulty framework holds a cycle', () => {
    const cyclic = {
      ...builtIn,
      skills: builtIn.skills.map((skill) => ({
        ...skill,
        prerequisites: builtIn.skills.map((other) => other.id),
      })),
    }
    const items = builtIn.skills.map((skill, index) => ({ skill: skill.id, score: index }))
    expect(practiceOrder(cyclic, items)).toHaveLength(items.length)
  })
})

describe('routes', () => {
  test('visit no role twice, take at most three moves and cost what their legs cost', () => {
    always(({ framework, levels, from, to }) => {
      for (const route of routesBetween(framework, levels, from, to)) {
        expect(new Set(route.roles).size).toBe(route.roles.length)
        expect(route.legs.length).toBeGreaterThan(0)
        expect(route.legs.length).toBeLessThanOrEqual(MOST_MOVES)
        expect([route.roles[0], route.roles.at(-1)]).toEqual([from, to])
        expect(route.legs.every((leg) => leg.points >= 0)).toBe(true)
        expect(route.legs.reduce((sum, leg) => sum + leg.points, 0)).toBe(route.cost)
      }
    })
  })

  test('differ from the direct climb by exactly the parts that explain it', () => {
    always(({ framework, levels, from, to }) => {
      for (const { cost, directCost, difference, sentence } of routesBetween(framework, levels, from, to)) {
        expect(difference.points).toBe(cost - directCost)
        expect(difference.beyond + difference.lighter + difference.heavier).toBe(difference.points)
        expect(difference.beyond >= 0 && difference.lighter <= 0 && difference.heavier >= 0).toBe(true)
        expect(sentence).not.toMatch(/undefined| {2}|\bof than\b/)
      }
    })
  })
})

describe('what would reorder the list', () => {
  test('is true of every change that it names', () => {
    always(({ framework, levels, from, to }) => {
      for (const { first, second, changes } of whatWouldReorder(framework, levels, to, { fromRole: from })) {
        for (const { change } of changes) {
          if (change.kind !== 'level') continue
          const changed = { ...levels, [change.skill]: { level: change.to, assumed: change.assumed } }
          const order = focus(framework, changed, to, { fromRole: from }).map((item) => item.skill)
          const [ahead, behind] = [order.indexOf(second.skill), order.indexOf(first.skill)]
          expect(ahead >= 0 && (behind === -1 || ahead < behind)).toBe(true)
        }
      }
    })
  })

  test('misses no smaller change of a single level', () => {
    always(({ framework, levels, from, to }) => {
      if (framework === builtIn) return
      for (const { first, second, changes } of whatWouldReorder(framework, levels, to, { fromRole: from })) {
        const found = changes.flatMap(({ change }) =>
          change.kind === 'level' ? [Math.abs(change.to - change.from)] : [],
        )
        const smallest = Math.min(...found, Number.POSITIVE_INFINITY)
        expect(smallestSwap(framework, levels, from, to, first.skill, second.skill)).toBe(smallest)
      }
    })
  })
})

/** Tries every level of every skill. */
function smallestSwap(
  framework: Framework,
  levels: Levels,
  from: string,
  to: string,
  first: string,
  second: string,
): number {
  const sizes = framework.skills.flatMap((skill) => {
    const { level, assumed } = levelOf(levels, skill.id)
    return framework.scale
      .map((entry) => entry.level)
      .filter((other) => {
        const changed = { ...levels, [skill.id]: { level: other, assumed } }
        const order = focus(framework, changed, to, { fromRole: from }).map((item) => item.skill)
        const [ahead, behind] = [order.indexOf(second), order.indexOf(first)]
        return other !== level && ahead >= 0 && (behind === -1 || ahead < behind)
      })
      .map((other) => Math.abs(other - level))
  })
  return Math.min(...sizes, Number.POSITIVE_INFINITY)
}

test('the first answer always has a skill to start with where the role expects anything', () => {
  always(({ framework, from, to }) => {
    for (const destination of [to, 'stay', null]) {
      const answer = firstAnswer(framework, from, destination)
      const role = answer.toRole ?? from
      const canDeepen = Object.keys(framework.expectations[role] ?? {}).some(
        (skill) => (framework.expectations[from]?.[skill]?.level ?? 0) < topLevel(framework),
      )
      if (canDeepen) expect(answer.start).not.toBeNull()
      expect(answer.why.length).toBeGreaterThan(0)
    }
  })
})

test('what rises and falls between two roles is the same both ways', () => {
  always(({ framework, from, to }) => {
    const [there, back] = [compareRoles(framework, from, to), compareRoles(framework, to, from)]
    const ids = (skills: readonly { skill: string }[]) => skills.map((skill) => skill.skill).toSorted()
    expect(ids(there.rises)).toEqual(ids(back.falls))
    expect(ids(there.new)).toEqual(ids(back.gone))
    expect(there.more).toEqual(back.less)
  })
})
