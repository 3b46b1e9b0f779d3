// Divides the people of one release, for one skill, into blocks that no difference of figures can take apart.

import type { Block, CountedPerson, Place } from './block.ts'
import { softenCounts } from './soften-counts.ts'
import { FEWEST_EVER } from './thresholds.ts'

export interface Division {
  /** Blocks of the release before, or none. */
  previous: readonly Block[]
  people: readonly CountedPerson[]
  /** The fewest people that any figure may be about. */
  fewest: number
  topLevel: number
}

/**
 * What is promised, and why it holds. Call two people alike when they were published in the same blocks in every
 * release so far. (1) New blocks take people who were never published, at least k at a time, and all of them alike.
 * (2) A block changes only by splitting, and each part, also the part that is published no more, has at least k
 * people. By induction each class of people who are alike is empty or has at least k people. Each published figure is
 * a sum over whole blocks, so every combination of figures, of any cells and any releases, weighs people who are
 * alike alike: none is about fewer than k. (3) Where (2) forbids a change, the block stays together: somebody who
 * moved alone counts where they were; where somebody is no longer known, the last published figures are repeated.
 */
export function divideIntoBlocks(given: Division): Block[] {
  const division = { ...given, fewest: Math.max(FEWEST_EVER, given.fewest) }
  const known = new Map(division.people.map((person) => [person.id, person]))
  const inBlocks = new Set(division.previous.flatMap((block) => block.people))
  const newcomers = division.people.filter((person) => !inBlocks.has(person.id) && !person.left)
  let last = division.previous.reduce((most, block) => Math.max(most, block.id), 0)
  const nextId = () => {
    last += 1
    return last
  }
  const continued = division.previous.flatMap((block) => continueBlock(block, known, division, nextId))
  const { parts } = splitByPlace(newcomers, division.fewest)
  const begun = parts.map((part) => freshBlock(nextId(), part, commonPlace(part), division.topLevel))
  return [...continued, ...begun]
}

function continueBlock(
  block: Block,
  known: ReadonlyMap<string, CountedPerson>,
  { fewest, topLevel }: Division,
  nextId: () => number,
): Block[] {
  const present = block.people.flatMap((id) => known.get(id) ?? [])
  const staying = present.filter((person) => !person.left)
  const missing = block.size - present.length
  const going = block.size - staying.length
  if (staying.length === 0) return [unseen(block, block.id, block.people, block.size)]
  const mayGo = going >= fewest && staying.length >= fewest
  if (!mayGo && missing > 0) return [block.state === 'unseen' ? block : { ...block, state: 'resting' }]
  // The first part keeps the number; which one that is says nothing, because numbers are not published.
  const fresh = splitWhole(mayGo ? staying : present, fewest).map((part, at) =>
    freshBlock(at === 0 ? block.id : nextId(), part, placeOf(part, block), topLevel),
  )
  if (!mayGo) return fresh
  const stays = new Set(staying.map((person) => person.id))
  const gone = block.people.filter((id) => !stays.has(id))
  return [...fresh, unseen(block, nextId(), gone, going)]
}

/** People who were published and are not now. They come back together, or at least k of them do. */
function unseen(block: Block, id: number, people: readonly string[], size: number): Block {
  return { id, place: block.place, people, size, counts: [], expected: [], state: 'unseen' }
}

function freshBlock(id: number, people: readonly CountedPerson[], place: Place, topLevel: number): Block {
  const counts = new Array<number>(topLevel + 1).fill(0)
  const expected = new Array<number>(topLevel + 1).fill(0)
  for (const person of people) {
    counts[person.level] = (counts[person.level] ?? 0) + 1
    if (person.expected !== null) expected[person.expected] = (expected[person.expected] ?? 0) + 1
  }
  return {
    id,
    place,
    people: people.map((person) => person.id).sort(),
    size: people.length,
    counts: softenCounts(counts),
    expected,
    state: 'fresh',
  }
}

/** A block keeps its place while at least half of its people are there; somebody who moved alone stays counted. */
function placeOf(people: readonly CountedPerson[], block: Block): Place {
  const there = people.filter((person) => isWithin(person.place, block.place)).length
  const common = commonPlace(people)
  return there * 2 >= people.length && !isWithin(common, block.place) ? block.place : common
}

function isWithin(place: Place, wider: Place): boolean {
  return (
    wider.teams.every((team, at) => place.teams[at] === team) &&
    (wider.path === null || wider.path === place.path) &&
    (wider.role === null || wider.role === place.role)
  )
}

function commonPlace(people: readonly CountedPerson[]): Place {
  const [first, ...rest] = people.map((person) => person.place)
  if (first === undefined) return { teams: [], path: null, role: null }
  return rest.reduce((common, place): Place => {
    const differs = common.teams.findIndex((team, at) => place.teams[at] !== team)
    return {
      teams: differs < 0 ? common.teams : common.teams.slice(0, differs),
      path: common.path === place.path ? common.path : null,
      role: common.role === place.role ? common.role : null,
    }
  }, first)
}

/** Parts of at least `fewest`; nobody is left over. */
function splitWhole(people: readonly CountedPerson[], fewest: number): CountedPerson[][] {
  const { parts, rest } = splitByPlace(people, fewest)
  if (rest.length === 0) return parts
  const [smallest, ...others] = parts.toSorted((a, b) => a.length - b.length)
  return [[...(smallest ?? []), ...rest], ...others]
}

interface Split {
  parts: CountedPerson[][]
  /** Fewer than are needed for a part of their own. */
  rest: CountedPerson[]
}

type Key = (person: CountedPerson) => string

/** By path, then from the top team down, then by role; whoever is too few in their team is counted in the one above. */
function splitByPlace(people: readonly CountedPerson[], fewest: number): Split {
  const depth = people.reduce((most, person) => Math.max(most, person.place.teams.length), 0)
  const byTeam = Array.from(
    { length: depth },
    (_, at): Key =>
      (person) =>
        person.place.teams[at] ?? '',
  )
  return splitBy(people, [(person) => person.place.path ?? '', ...byTeam], fewest)
}

function splitBy(people: readonly CountedPerson[], [key, ...keys]: readonly Key[], fewest: number): Split {
  if (key === undefined) return splitByRole(people, fewest)
  const split: Split = { parts: [], rest: [] }
  for (const group of groupsBy(people, key)) {
    const { parts, rest } = splitBy(group, keys, fewest)
    split.parts.push(...parts)
    split.rest.push(...rest)
  }
  if (split.rest.length < fewest) return split
  const { parts, rest } = splitByRole(split.rest, fewest)
  return { parts: [...split.parts, ...parts], rest }
}

/** Of a team, at most this share is counted in the team above, so that roles can be told apart. */
const MOST_LEFT_OUT = 1 / 3

/** Roles of one team, where that leaves out a few at most; else the team as it is. */
function splitByRole(people: readonly CountedPerson[], fewest: number): Split {
  if (people.length < fewest) return { parts: [], rest: [...people] }
  const groups = groupsBy(people, (person) => person.place.role ?? '')
  const parts = groups.filter((group) => group.length >= fewest)
  const rest = groups.filter((group) => group.length < fewest).flat()
  if (rest.length >= fewest) return { parts: [...parts, rest], rest: [] }
  return rest.length <= people.length * MOST_LEFT_OUT ? { parts, rest } : { parts: [[...people]], rest: [] }
}

/** In an order that does not depend on the one in which people arrive. */
function groupsBy(people: readonly CountedPerson[], key: Key): CountedPerson[][] {
  const groups = new Map<string, CountedPerson[]>()
  for (const person of people) {
    const name = key(person)
    const group = groups.get(name)
    if (group) group.push(person)
    else groups.set(name, [person])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, group]) => group)
}
