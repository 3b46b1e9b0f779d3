// Blocks over time: who joins, moves, leaves or is erased, and what is then published.

import { describe, expect, test } from 'vitest'
import type { Block, CountedPerson } from './block.ts'
import { divideIntoBlocks } from './divide-into-blocks.ts'
import { composeCells } from './release.ts'
import { softenCounts } from './soften-counts.ts'

function people(team: string, from: number, to: number, level = 3, role = 'senior'): CountedPerson[] {
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    id: `p${from + at}`,
    place: { teams: ['all', team], path: 'individual', role },
    level: level + (at % 2),
    expected: 3,
    left: false,
  }))
}

const divide = (given: CountedPerson[], previous: Block[] = []) =>
  divideIntoBlocks({ people: given, previous, fewest: 5, topLevel: 5 })

const sizes = (blocks: Block[]) => blocks.map(({ state, size }) => `${state} ${size}`).sort()
const shown = (blocks: Block[], team: string) =>
  composeCells(new Map([['s', blocks]])).find(
    (cell) => cell.team === team && cell.path === null && cell.role === null,
  )?.skills.s?.people

describe('blocks', () => {
  test('a team of five is shown; a team of four is counted with the team above, if five are there', () => {
    const small = divide([...people('apps', 1, 5), ...people('data', 11, 14)])
    expect(sizes(small)).toEqual(['fresh 5'])
    expect(shown(small, 'data')).toBeUndefined()
    const more = divide([...people('apps', 1, 5), ...people('data', 11, 14), ...people('site', 21, 23)])
    expect(sizes(more)).toEqual(['fresh 5', 'fresh 7'])
    expect([shown(more, 'all'), shown(more, 'apps'), shown(more, 'site')]).toEqual([12, 5, undefined])
  })

  test('whoever joins alone is counted once five can join together', () => {
    const first = divide(people('apps', 1, 6))
    const joined = divide(people('apps', 1, 7), first)
    expect(shown(joined, 'apps')).toBe(6)
    expect(shown(divide(people('apps', 1, 11), joined), 'apps')).toBe(11)
  })

  test('whoever moves alone counts where they were; five who move together move', () => {
    const first = divide([...people('apps', 1, 11), ...people('data', 21, 26)])
    const one = divide(
      [...people('apps', 1, 10), ...people('data', 11, 11), ...people('data', 21, 26)],
      first,
    )
    expect([shown(one, 'apps'), shown(one, 'data')]).toEqual([11, 6])
    const five = divide([...people('apps', 1, 6), ...people('data', 7, 11), ...people('data', 21, 26)], one)
    expect([shown(five, 'apps'), shown(five, 'data')]).toEqual([6, 11])
  })

  test('where somebody was erased the last figures are repeated, until five are gone together', () => {
    const first = divide(people('apps', 1, 11))
    const counts = first[0]?.counts
    const erased = divide(people('apps', 2, 11, 1), first)
    expect(sizes(erased)).toEqual(['resting 11'])
    expect(erased[0]?.counts).toEqual(counts)
    expect(sizes(divide(people('apps', 6, 11, 1), erased))).toEqual(['fresh 6', 'unseen 5'])
  })

  test('whoever leaves alone is counted until five have left', () => {
    const leaving = (who: CountedPerson[]) => who.map((person) => ({ ...person, left: true }))
    const first = divide(people('apps', 1, 11))
    const one = divide([...leaving(people('apps', 1, 1)), ...people('apps', 2, 11)], first)
    expect(sizes(one)).toEqual(['fresh 11'])
    const five = divide([...leaving(people('apps', 1, 5)), ...people('apps', 6, 11)], one)
    expect(sizes(five)).toEqual(['fresh 6', 'unseen 5'])
    // Some of the five were erased meanwhile: they go together all the same.
    expect(sizes(divide([...leaving(people('apps', 3, 5)), ...people('apps', 6, 11)], one))).toEqual([
      'fresh 6',
      'unseen 5',
    ])
    expect(divide(leaving(people('data', 1, 9)))).toEqual([])
  })

  test('whoever is counted no more comes back only with the others', () => {
    const first = divide(people('apps', 1, 12))
    const gone = divide(people('apps', 7, 12), first)
    expect(sizes(gone)).toEqual(['fresh 6', 'unseen 6'])
    expect(sizes(divide(people('apps', 4, 12), gone))).toEqual(['fresh 6', 'unseen 6'])
    expect(sizes(divide(people('apps', 1, 12), gone))).toEqual(['fresh 6', 'fresh 6'])
  })

  test('roles of a team are told apart where that leaves out a third at most, who are counted above', () => {
    const both = divide([...people('apps', 1, 5), ...people('apps', 6, 10, 3, 'staff')])
    expect(sizes(both)).toEqual(['fresh 5', 'fresh 5'])
    expect(sizes(divide([...people('apps', 1, 5), ...people('apps', 6, 9, 3, 'staff')]))).toEqual(['fresh 9'])
    const three = ['apps', 'data', 'site'].flatMap((team, at) => [
      ...people(team, 20 * at + 1, 20 * at + 5),
      ...people(team, 20 * at + 11, 20 * at + 12, 3, 'staff'),
    ])
    const blocks = divide(three)
    expect(sizes(blocks)).toEqual(['fresh 5', 'fresh 5', 'fresh 5', 'fresh 6'])
    expect(blocks.find(({ size }) => size === 6)?.place).toMatchObject({ teams: ['all'], role: 'staff' })
  })

  test('nothing goes below the floor of three, whatever is asked for', () => {
    expect(divideIntoBlocks({ people: people('apps', 1, 2), previous: [], fewest: 1, topLevel: 5 })).toEqual(
      [],
    )
  })
})

describe('a group in which everybody has the same level', () => {
  test('is told as one in which one person differs, and the other way round', () => {
    expect(softenCounts([0, 0, 5, 0])).toEqual([0, 1, 4, 0])
    expect(softenCounts([0, 1, 4, 0])).toEqual([0, 1, 4, 0])
    expect(softenCounts([6, 0, 0])).toEqual([5, 1, 0])
    expect(softenCounts([0, 0])).toEqual([0, 0])
  })
})
