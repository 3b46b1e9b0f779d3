// A release: what is published about several people on one day, made once and never worked out anew.

import type { Block, CountedPerson, Place } from './block.ts'
import { divideIntoBlocks } from './divide-into-blocks.ts'

/** Somebody who counts: where they are, which levels may be counted, and what their role expects. */
export interface ReleasePerson {
  id: string
  place: Place
  levels: Readonly<Record<string, number>>
  expected: Readonly<Record<string, number>>
  left: boolean
}

/** Figures about one skill in one cell. All are sums over whole blocks. */
export interface CellFigures {
  people: number
  /** People by level. */
  counts: number[]
  /** People by the level that their role expects. */
  expected: number[]
  /** Of `people`, those whose figures are those of an earlier release. */
  repeated: number
}

/** What one choice of filters shows: a team with those below it, and a path or a role; null is "all of them". */
export interface Cell {
  team: string | null
  path: string | null
  role: string | null
  skills: Record<string, CellFigures>
}

export interface ReleaseRequest {
  people: readonly ReleasePerson[]
  /** By skill, of the release before. */
  previous: ReadonlyMap<string, readonly Block[]>
  skills: readonly string[]
  topLevel: number
  fewest: number
}

export interface Release {
  blocks: Map<string, Block[]>
  cells: Cell[]
}

export function makeRelease(request: ReleaseRequest): Release {
  // Skills that the framework has no more keep their blocks, in case they come back.
  const blocks = new Map([...request.previous].map(([skill, before]) => [skill, before.map(putAway)]))
  for (const skill of request.skills) {
    const made = divideIntoBlocks({
      people: countedIn(skill, request),
      previous: request.previous.get(skill) ?? [],
      fewest: request.fewest,
      topLevel: request.topLevel,
    })
    if (made.length > 0) blocks.set(skill, made)
  }
  return { blocks, cells: composeCells(blocks) }
}

function putAway(block: Block): Block {
  return { ...block, state: 'unseen' }
}

/** Each skill has blocks of its own: not everybody has a level in everything. */
function countedIn(skill: string, { people, topLevel }: ReleaseRequest): CountedPerson[] {
  return people.flatMap((person): CountedPerson[] => {
    const level = Object.hasOwn(person.levels, skill) ? person.levels[skill] : undefined
    if (level === undefined || !Number.isFinite(level)) return []
    const expected = Object.hasOwn(person.expected, skill) ? (person.expected[skill] ?? 0) : 0
    return [
      {
        id: person.id,
        place: person.place,
        level: Math.min(topLevel, Math.max(0, Math.round(level))),
        expected: expected > 0 ? expected : null,
        left: person.left,
      },
    ]
  })
}

/** Every combination of filters that is offered, for which there is a block. */
export function composeCells(blocks: ReadonlyMap<string, readonly Block[]>): Cell[] {
  const cells = new Map<string, Cell>()
  for (const [skill, ofSkill] of blocks) {
    for (const block of ofSkill) {
      if (block.state === 'unseen') continue
      for (const filter of filtersOf(block.place)) {
        const key = JSON.stringify([filter.team, filter.path, filter.role])
        const cell = cells.get(key) ?? { ...filter, skills: {} }
        cells.set(key, cell)
        addBlock(cell, skill, block)
      }
    }
  }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, cell]) => cell)
}

/** Team by team up to the whole organisation, each for everybody, for the path and for the role. */
export function filtersOf(place: Place): Pick<Cell, 'team' | 'path' | 'role'>[] {
  return [null, ...place.teams].flatMap((team) => [
    { team, path: null, role: null },
    ...(place.path === null ? [] : [{ team, path: place.path, role: null }]),
    ...(place.role === null ? [] : [{ team, path: null, role: place.role }]),
  ])
}

function addBlock(cell: Cell, skill: string, block: Block): void {
  const empty = () => block.counts.map(() => 0)
  const known = cell.skills[skill] ?? { people: 0, counts: empty(), expected: empty(), repeated: 0 }
  cell.skills[skill] = {
    people: known.people + block.size,
    counts: known.counts.map((count, level) => count + (block.counts[level] ?? 0)),
    expected: known.expected.map((count, level) => count + (block.expected[level] ?? 0)),
    repeated: known.repeated + (block.state === 'resting' ? block.size : 0),
  }
}
