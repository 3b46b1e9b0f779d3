// Choosing where to go next keeps what one had in mind besides.
import { describe, expect, test } from 'vitest'
import { STAY, type Target } from '../../core/target/target.ts'
import { destinationsWith } from './use-choose-destination.ts'

function target(destinations: string[]): Target {
  return {
    ...{ frameworkDigest: '', role: 'senior', destinations },
    ...{ revisionId: 'r', version: 1, updatedAt: '2026-11-01T10:00:00Z' },
  }
}

describe('choosing a destination', () => {
  test('puts it first and keeps the others, three in all', () => {
    expect(destinationsWith(null, 'senior', 'staff')).toEqual(['staff'])
    expect(destinationsWith(target(['staff', 'manager', 'lead']), 'senior', 'staff')).toEqual([
      'staff',
      'manager',
      'lead',
    ])
    expect(destinationsWith(target(['staff', 'manager', 'lead']), 'senior', 'architect')).toEqual([
      'architect',
      'staff',
      'manager',
    ])
  })

  test('forgets them where somebody stays, or begins from another role', () => {
    expect(destinationsWith(target(['staff', 'manager']), 'senior', STAY)).toEqual([STAY])
    expect(destinationsWith(target(['staff', 'manager']), 'lead', 'manager')).toEqual(['manager'])
  })
})
