// What a station says: its name for a screen reader, its figure, and whether it stands in full.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { levelsAtExpectation, withLevel } from '../../../core/planning/levels.ts'
import { figureOf, type MapSituation, readingOrder, readStations } from './read-stations.ts'

const framework = loadFramework('frameworks/skillmap')
const levels = levelsAtExpectation(framework, 'senior-engineer')
const now: MapSituation = {
  role: 'senior-engineer',
  destination: null,
  also: [],
  route: [],
  lens: { kind: 'kinds' },
  all: false,
  rated: false,
}

function view(role: string, situation: MapSituation = now) {
  return readStations(framework, levels, situation).find((one) => one.role === role)
}

describe('A station', () => {
  it('is named in full for a screen reader', () => {
    expect(view('staff-engineer')?.label).toBe(
      'Staff engineer, individual contributor, band 2 of 5, role overlap 63 percent, 7 critical gaps',
    )
    expect(view('senior-engineer')?.label).toBe(
      'Senior engineer, individual contributor, band 1 of 5, your role',
    )
  })

  it('stands in full when it is a move away, and small otherwise', () => {
    expect(view('staff-engineer')?.standing).toBe('near')
    expect(view('cto')?.standing).toBe('far')
    expect(view('cto', { ...now, all: true })?.standing).toBe('near')
    expect(view('cto', { ...now, destination: 'cto' })?.standing).toBe('near')
  })

  it('carries the overlap of two roles before anything is rated', () => {
    expect(figureOf(framework, levels, now, 'staff-engineer')).toBe('63')
    expect(figureOf(framework, levels, now, 'senior-engineer')).toBe('You')
  })

  it('carries a rough range once the person has rated, never a percentage', () => {
    const own = withLevel(levels, 'coaching', 2)
    expect(figureOf(framework, own, { ...now, rated: true }, 'staff-engineer')).toBe('½–¾')
    expect(view('staff-engineer', { ...now, rated: true })?.label).toContain('about half to three quarters')
  })

  it('carries the level expected under the lens of a skill', () => {
    const lens = { ...now, lens: { kind: 'skill' as const, skill: 'coaching' } }
    expect(figureOf(framework, levels, lens, 'engineering-manager')).toBe('3')
    expect(view('engineering-manager', lens)).toMatchObject({ tint: 0.6, tintGroup: 'people' })
  })

  it('is met by the keyboard in path order, then from the lowest band up', () => {
    expect(readingOrder(framework).slice(0, 4)).toEqual([
      'senior-engineer',
      'staff-engineer',
      'staff-specialist',
      'software-architect',
    ])
  })
})
