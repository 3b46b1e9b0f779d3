// Changing one's mind about a plan: each change touches what it names, and the wish of a drag is no larger than the drag.
import { describe, expect, it } from 'vitest'
import { changed, hoursIn, hoursWith, orderAfterMove, sameTrial, type Trial } from './plan-choices.ts'

const choices: Trial = {
  fromRole: 'senior-engineer',
  destinations: [{ role: 'staff-engineer', share: 1 }],
  hoursPerWeek: [3],
  quarters: 8,
  pins: [],
  without: [],
  order: [],
  opportunities: {},
  focusLimit: 3,
  heavyWeeks: 0,
  seed: 1,
  keepQuarter: false,
  anew: false,
}

describe('what a person changes about a plan', () => {
  it('a skill that is left out is neither pinned nor in the wished order any more', () => {
    const pinned = { ...choices, pins: ['delegation'], order: ['delegation', 'coaching'] }
    const after = changed(pinned, { kind: 'leave-out', skill: 'delegation' })
    expect(after.pins).toEqual([])
    expect(after.order).toEqual(['coaching'])
    expect(after.without).toEqual(['delegation'])
    expect(changed(after, { kind: 'pin', skill: 'delegation' }).without).toEqual([])
  })

  it('other hours in one quarter leave all other quarters as they were', () => {
    const after = changed(choices, { kind: 'hours', hours: hoursWith(choices, 2, 6), control: 'quarter 3' })
    expect([0, 1, 2, 3, 7].map((quarter) => hoursIn(after.hoursPerWeek, quarter))).toEqual([3, 3, 6, 3, 3])
    expect(after.hoursPerWeek).toEqual([3, 3, 6, 3])
  })

  it('an opportunity can be named and taken away again', () => {
    const named = changed(choices, { kind: 'opportunity', skill: 'hiring', quarter: 3 })
    expect(named.opportunities).toEqual({ hiring: 3 })
    expect(changed(named, { kind: 'opportunity', skill: 'hiring', quarter: null })).toEqual(choices)
    const [here, there] = [
      { hiring: 1, coaching: 2 },
      { coaching: 2, hiring: 1 },
    ]
    expect(sameTrial({ ...choices, opportunities: here }, { ...choices, opportunities: there })).toBe(true)
    expect(sameTrial(choices, named)).toBe(false)
  })
})

describe('the wish that a drag expresses', () => {
  const shown = ['a', 'b', 'c', 'd', 'e']

  it('moving one skill up fixes what it passed and leaves the rest free', () => {
    expect(orderAfterMove(shown, [], 'c', 0)).toEqual(['c', 'a', 'b'])
  })

  it('moving one skill down fixes everything to its new place', () => {
    expect(orderAfterMove(shown, [], 'a', 2)).toEqual(['b', 'c', 'a'])
  })

  it('an earlier wish stays as far as it went', () => {
    expect(orderAfterMove(['c', 'a', 'b', 'd', 'e'], ['c', 'a', 'b'], 'a', 0)).toEqual(['a', 'c', 'b'])
  })

  it('a skill that is not shown moves nothing', () => {
    expect(orderAfterMove(shown, ['a', 'b'], 'z', 0)).toEqual(['a', 'b'])
  })
})
