// Names that are written short are found again at their places, others are not, and what is broken is told.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromFrontCoded, frontCoded } from './front-coding.ts'

const sorted = fc
  .uniqueArray(fc.oneof(fc.stringMatching(/^[bcw]:[a-e ]{1,6}$/), fc.stringMatching(/^[^\n]{1,12}$/)), {
    minLength: 1,
    maxLength: 200,
  })
  .map((names) => names.toSorted())

const read = (names: readonly string[], count = names.length) => {
  const text = frontCoded(names).join('\n')
  return fromFrontCoded(text, 0, text.length, count)
}

describe('Names that are written short', () => {
  test('are each found at their place', () => {
    fc.assert(
      fc.property(sorted, (names) => {
        const places = read(names)
        expect(names.map((name) => places?.get(name))).toEqual(names.map((_, at) => at))
      }),
    )
  })

  test('are told from names that are not among them', () => {
    fc.assert(
      fc.property(sorted, fc.array(fc.string({ maxLength: 8 })), (names, others) => {
        const places = read(names)
        const unknown = others.filter((other) => !names.includes(other))
        expect(unknown.filter((other) => places?.has(other))).toEqual([])
      }),
    )
  })

  test('are read from the middle of a longer text, as they stand in the file', () => {
    const names = ['b:a plan', 'b:a plane', 'w:plan']
    const text = `{}\n${frontCoded(names).join('\n')}\nafter`
    expect(fromFrontCoded(text, 3, text.length - 6, 3)?.get('b:a plane')).toBe(1)
  })

  test('are refused where they are more or fewer than there should be, or share more than there is', () => {
    const names = ['b:a plan', 'b:a plane', 'w:plan']
    expect(read(names, 2)).toBeNull()
    expect(read(names, 4)).toBeNull()
    expect(read(names, 1e9)).toBeNull()
    const torn = `!ab\n${String.fromCharCode(33 + 3)}c`
    expect(fromFrontCoded(torn, 0, torn.length, 2)).toBeNull()
  })
})
