// The keyboard's ways across the map.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { type Direction, walk } from './walk.ts'

const framework = loadFramework('frameworks/skillmap')
const small = loadFramework('tests/frameworks/small')

describe('The arrow keys', () => {
  it('follow the path upwards and downwards', () => {
    expect(walk(framework, 'senior-engineer', 'up')).toBe('staff-engineer')
    expect(walk(framework, 'staff-engineer', 'up')).toBe('principal-engineer')
    expect(walk(framework, 'engineering-director', 'down')).toBe('senior-engineering-manager')
    expect(walk(framework, 'distinguished-engineer', 'up')).toBeNull()
  })

  it('go to the nearest station of the same band sideways', () => {
    expect(walk(framework, 'staff-engineer', 'right')).toBe('tech-lead-manager')
    expect(walk(framework, 'staff-engineer', 'left')).toBe('staff-specialist')
    expect(walk(framework, 'senior-engineer', 'left')).toBeNull()
  })

  it.each([
    ['the built-in map', framework],
    ['a small framework without bands', small],
  ])('reach every station of %s from the first role', (_, any) => {
    const directions: Direction[] = ['up', 'down', 'left', 'right']
    const reached = new Set([any.roles[0]?.id ?? ''])
    for (const role of reached) {
      for (const direction of directions) {
        const next = walk(any, role, direction)
        if (next) reached.add(next)
      }
    }
    expect([...reached].toSorted()).toEqual(any.roles.map((role) => role.id).toSorted())
  })
})
