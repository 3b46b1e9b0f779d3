// Random organisations over three releases: people join, leave, move and are erased, and most levels stay as they were.

import { seededRandom } from '../../src/core/measurement/seeded-random.ts'
import type { Block, Place } from '../../src/core/sealing/block.ts'
import { composeCells, filtersOf, makeRelease, type ReleasePerson } from '../../src/core/sealing/release.ts'
import type { Observation } from './differencing-attacker.ts'

export const SKILL = 'delegation'
export const RELEASES = 3
const TOP = 5
const ROLES = ['senior-engineer', 'staff-engineer', 'engineering-manager', 'director'] as const
const PATHS = ['individual', 'individual', 'management', 'management'] as const

/** What the people of one release are; erased people are missing, leavers stay known. */
export type Releases = ReleasePerson[][]

/** How figures are made of people; the real one, or one with a fault planted in it. */
export type Publisher = (releases: Releases, fewest: number) => Observation[]

export function randomReleases(seed: number): Releases {
  const random = seededRandom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const teams = randomTeams(random)
  const alike = below(TOP + 1)
  // In some organisations nearly everybody has the same level: then a figure alone may tell too much.
  const likeness = random() < 0.3 ? 0.9 : 0.3
  let last = 0
  const level = () => (random() < likeness ? alike : below(TOP + 1))
  const place = (): Place => {
    const role = random() < 0.7 ? 0 : below(ROLES.length)
    return {
      teams: teams[below(teams.length)] as string[],
      path: PATHS[role] ?? null,
      role: ROLES[role] ?? null,
    }
  }
  const join = (): ReleasePerson => {
    last += 1
    return {
      id: `p${last}`,
      place: place(),
      levels: { [SKILL]: level() },
      expected: { [SKILL]: 3 },
      left: false,
    }
  }
  let people = Array.from({ length: 5 + below(60) }, join)
  const releases = [people]
  while (releases.length < RELEASES) {
    const calm = random() < 0.5
    people = people
      .filter(() => random() > (calm ? 0.02 : 0.15))
      .map((person) => (random() < (calm ? 0.03 : 0.2) ? { ...person, left: true } : person))
      .map((person) => (random() < (calm ? 0.04 : 0.2) ? { ...person, place: place() } : person))
      .map((person) => (random() < 0.1 ? { ...person, levels: { [SKILL]: level() } } : person))
    people = [...people, ...Array.from({ length: below(calm ? 3 : 12) }, join)]
    releases.push(people)
  }
  return releases
}

/** Chains from the top: one to three levels deep. */
function randomTeams(random: () => number): string[][] {
  const departments = 1 + Math.floor(random() * 4)
  return Array.from({ length: departments }, (_, d) => `d${d}`).flatMap((department) => {
    const count = Math.floor(random() * 5)
    const own = Array.from({ length: count }, (_, t) => [department, `${department}t${t}`])
    return [
      [department],
      ...own,
      ...own.filter(() => random() < 0.2).map((chain) => [...chain, `${chain[1]}s`]),
    ]
  })
}

/** As the program does it. */
export const publish: Publisher = (releases, fewest) => {
  let previous: ReadonlyMap<string, readonly Block[]> = new Map()
  return releases.flatMap((people, release) => {
    const { blocks } = makeRelease({ people, previous, skills: [SKILL], topLevel: TOP, fewest })
    previous = blocks
    return observe(blocks.get(SKILL) ?? [], release)
  })
}

/** Each cell with its people, told by the blocks it is made of. Erased people of a resting block are still in it. */
function observe(blocks: readonly Block[], release: number): Observation[] {
  const seen = blocks.filter((block) => block.state !== 'unseen')
  return composeCells(new Map([[SKILL, seen]])).map((cell) => {
    const own = seen.filter((block) => filtersOf(block.place).some((filter) => isSame(filter, cell)))
    const members = own.flatMap((block) => block.people)
    return { release, members, counts: cell.skills[SKILL]?.counts ?? [] }
  })
}

type Filter = Pick<ReturnType<typeof filtersOf>[number], 'team' | 'path' | 'role'>

function isSame(a: Filter, b: Filter): boolean {
  return a.team === b.team && a.path === b.path && a.role === b.role
}

/** Planted: each cell is shown when it has k people, whatever it leaves of another. */
export const publishByThresholdAlone: Publisher = (releases, fewest) =>
  releases.flatMap((people, release) => {
    const cells = new Map<string, ReleasePerson[]>()
    for (const person of people.filter(({ left }) => !left)) {
      for (const filter of filtersOf(person.place)) {
        const key = JSON.stringify(filter)
        cells.set(key, [...(cells.get(key) ?? []), person])
      }
    }
    return [...cells.values()]
      .filter((members) => members.length >= fewest)
      .map((members) => ({ release, members: members.map(({ id }) => id), counts: countLevels(members) }))
  })

/** Planted: every release is divided as if it were the first. */
export const publishWithoutMemory: Publisher = (releases, fewest) =>
  releases.flatMap((people, release) => {
    const { blocks } = makeRelease({ people, previous: new Map(), skills: [SKILL], topLevel: TOP, fewest })
    return observe(blocks.get(SKILL) ?? [], release)
  })

/** Planted: blocks are told as they are, also where everybody has the same level. */
export const publishUnsoftened: Publisher = (releases, fewest) => {
  const [first = []] = releases
  const { blocks } = makeRelease({
    people: first,
    previous: new Map(),
    skills: [SKILL],
    topLevel: TOP,
    fewest,
  })
  const byId = new Map(first.map((person) => [person.id, person]))
  const told = (blocks.get(SKILL) ?? []).map((block) => ({
    ...block,
    counts: countLevels(block.people.flatMap((id) => byId.get(id) ?? [])),
  }))
  return observe(told, 0)
}

function countLevels(people: readonly ReleasePerson[]): number[] {
  const counts = new Array<number>(TOP + 1).fill(0)
  for (const person of people) {
    const level = person.levels[SKILL] ?? 0
    counts[level] = (counts[level] ?? 0) + 1
  }
  return counts
}
