// What each key does to an expectation.
import { describe, expect, it } from 'vitest'
import { afterKey } from './use-matrix.ts'

const key = (text: string, shiftKey = false) => ({
  key: text,
  code: /\d/.test(text) ? `Digit${text}` : text,
  shiftKey,
})

describe('a key on a cell', () => {
  it('sets the level, keeps the weight, and gives a first expectation the middle one', () => {
    expect(afterKey({ level: 2, weight: 3 }, key('4'), 5)).toEqual({ level: 4, weight: 3 })
    expect(afterKey({ level: 0, weight: 0 }, key('4'), 5)).toEqual({ level: 4, weight: 2 })
  })

  it('sets the weight with Shift, whatever sign the keyboard makes of it', () => {
    expect(afterKey({ level: 2, weight: 3 }, { key: '!', code: 'Digit1', shiftKey: true }, 5)).toEqual({
      level: 2,
      weight: 1,
    })
    expect(afterKey({ level: 0, weight: 0 }, key('1', true), 5)).toBeNull()
    expect(afterKey({ level: 2, weight: 1 }, key('7', true), 5)).toBeNull()
  })

  it('takes the expectation out with 0 or Delete, and leaves alone what is beyond the scale', () => {
    expect(afterKey({ level: 2, weight: 3 }, key('0'), 5)).toEqual({ level: 0, weight: 0 })
    expect(afterKey({ level: 2, weight: 3 }, key('Delete'), 5)).toEqual({ level: 0, weight: 0 })
    expect(afterKey({ level: 2, weight: 3 }, key('6'), 5)).toBeNull()
    expect(afterKey({ level: 2, weight: 3 }, key('a'), 5)).toBeNull()
  })
})
