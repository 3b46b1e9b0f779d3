// A day without a time is the same day wherever somebody reads it; a moment is told in the zone of the reader.
import { describe, expect, test } from 'vitest'
import { dayIn } from './date.ts'

describe('A day', () => {
  test.each(['America/New_York', 'UTC', 'Pacific/Auckland'])('is itself in %s', (zone) => {
    expect(['2026-11-23', '2026-01-01'].map(dayIn(zone))).toEqual(['23 November 2026', '1 January 2026'])
  })

  test('of a moment is the one that it was where it is read', () => {
    expect(dayIn('America/New_York')('2026-11-23T02:00:00.000Z')).toBe('22 November 2026')
    expect(dayIn('Pacific/Auckland')('2026-11-23T14:00:00.000Z')).toBe('24 November 2026')
  })

  test('that is none stands as it was written', () => {
    expect(dayIn('UTC')('soon')).toBe('soon')
  })
})
