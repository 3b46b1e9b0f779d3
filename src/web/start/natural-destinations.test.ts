// Which destinations the first screen offers by name.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN, SMALL } from '../../../tests/frameworks/read-files.ts'
import { naturalDestinations } from './natural-destinations.ts'

const builtIn = loadFramework(BUILT_IN)

describe('the destinations that the first screen offers', () => {
  it('offers a senior engineer staff and manager', () => {
    expect(naturalDestinations(builtIn, 'senior-engineer')).toEqual(['staff-engineer', 'engineering-manager'])
  })

  it('offers an engineering manager the next seat and the way back to making', () => {
    expect(naturalDestinations(builtIn, 'engineering-manager')).toEqual([
      'senior-engineering-manager',
      'staff-engineer',
    ])
  })

  it('offers every role at least one destination that it can move to, and two where there are two', () => {
    for (const framework of [builtIn, loadFramework(SMALL)])
      for (const role of framework.roles) {
        const moves = framework.moves.filter((move) => move.from === role.id).map((move) => move.to)
        const offered = naturalDestinations(framework, role.id)
        expect(offered.length, role.id).toBe(Math.min(2, new Set(moves).size))
        expect(moves).toEqual(expect.arrayContaining(offered))
      }
  })
})
