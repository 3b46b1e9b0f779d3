// Numbers that are mostly nothing come back as they were, and what is broken is told.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromRunCoded, runCoded } from './run-coding.ts'

const mostlyNothing = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: -46, max: 46 }) },
  ),
  { maxLength: 400 },
)

describe('Numbers that are mostly nothing', () => {
  test('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(mostlyNothing, (numbers) => {
        const text = runCoded(numbers)
        expect([...(fromRunCoded(text, 0, text.length, numbers.length) ?? [])]).toEqual(numbers)
        expect(text).toMatch(/^[!-~]*$/)
      }),
    )
  })

  test('are read from the middle of a longer text, as they stand in the file', () => {
    const text = `before\n${runCoded([0, 0, 1, -46])}\nafter`
    expect([...(fromRunCoded(text, 7, text.length - 6, 4) ?? [])]).toEqual([0, 0, 1, -46])
  })

  test('are refused where they are more than there should be, or end amid a number', () => {
    const text = runCoded([0, 1, 0, 0, 40])
    expect(fromRunCoded(text, 0, text.length, 3)).toBeNull()
    expect(fromRunCoded(text, 0, text.length - 1, 5)).toBeNull()
  })
})
