// The map's address: everything that is shown can be read back from it, and nothing unknown breaks it.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import type { Target } from '../../../core/target/target.ts'
import { alsoInMind, type MapState, mapHref, readMapState, writeMapState } from './map-state.ts'

const framework = loadFramework('frameworks/skillmap')
const target: Target = {
  frameworkDigest: 'd',
  role: 'senior-engineer',
  destinations: ['staff-engineer', 'engineering-manager'],
  revisionId: 'r',
  version: 1,
  updatedAt: '2026-01-01T00:00:00.000Z',
}

describe('The address of the map', () => {
  it('opens on the saved role and the first saved destination', () => {
    expect(readMapState(framework, {}, target)).toMatchObject({
      role: 'senior-engineer',
      destination: 'staff-engineer',
      lens: { kind: 'kinds' },
      all: false,
    })
  })

  it('holds role, destination, lens, all roles, grades and tables', () => {
    const states: MapState[] = [
      {
        role: 'cto',
        destination: 'stay',
        lens: { kind: 'skill', skill: 'coaching' },
        all: true,
        company: 'google',
        tables: true,
      },
      {
        role: 'senior-engineer',
        destination: null,
        lens: { kind: 'groups' },
        all: false,
        company: null,
        tables: false,
      },
    ]
    for (const state of states) {
      for (const saved of [null, target]) {
        const search = writeMapState(framework, state, saved)
        expect(readMapState(framework, search, saved)).toEqual(state)
      }
    }
  })

  it('stays short: what is saved anyway does not stand in it', () => {
    const state = readMapState(framework, {}, target)
    expect(mapHref(writeMapState(framework, state, target))).toBe('/map')
  })

  it('passes over what this framework does not know', () => {
    const odd = { role: 'wizard', to: 'nobody', lens: 'magic', grades: 7, all: [] }
    expect(readMapState(framework, odd, null)).toMatchObject({
      role: 'senior-engineer',
      destination: null,
      lens: { kind: 'kinds' },
      company: null,
    })
  })

  it('keeps further saved destinations in mind', () => {
    expect(alsoInMind(framework, readMapState(framework, {}, target), target)).toEqual([
      'engineering-manager',
    ])
  })
})
