// Proves that every level has its place on the scale, that what is assumed looks so, and that no words touch.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { levelsForPlanning } from '../../../core/planning/levels-for-planning.ts'
import { textWidth } from '../text-width.ts'
import { levelsGeometry, TEXT } from './geometry.ts'
import { readLevels } from './read-levels.ts'

const builtIn = loadFramework('frameworks/skillmap')
const NOW = '2026-11-26T09:00:00Z'
const rate = (skill: string, level: number, kind: 'self' | 'manager') => ({
  skill,
  level,
  approaching: false,
  ratedAt: '2026-11-01T00:00:00Z',
  ...(kind === 'manager' ? { rater: { id: 'mona', kind } } : {}),
})
const ratings = [
  rate('system-design', 4, 'self'),
  rate('coaching', 2, 'self'),
  rate('coaching', 3, 'manager'),
  rate('sustainable-pace', 1, 'self'),
]
const levels = levelsForPlanning({ framework: builtIn, role: 'senior-engineer', ratings, now: NOW })
const rows = readLevels(builtIn, levels, 'staff-engineer')
const rowOf = (skill: string) => {
  const row = rows.find((one) => one.skill === skill)
  if (!row) throw new Error(`${skill} has no row.`)
  return row
}

describe('the levels of somebody who rated three skills', () => {
  it('are measured where somebody rated, and assumed everywhere else', () => {
    expect(rows.filter((row) => !row.assumed).map((row) => row.skill)).toEqual([
      'system-design',
      'coaching',
      'sustainable-pace',
    ])
    expect(rowOf('mentoring')).toMatchObject({ level: 2, assumed: true, measured: null })
  })

  it('have a narrower range where a manager rated too', () => {
    const width = (skill: string) => rowOf(skill).high - rowOf(skill).low
    expect(width('coaching')).toBeLessThan(width('system-design'))
    for (const row of rows) {
      expect(row.low).toBeLessThanOrEqual(row.level)
      expect(row.high).toBeGreaterThanOrEqual(row.level)
    }
  })

  it('stand beside what the role asks, and beside nothing where it does not ask', () => {
    expect(rowOf('system-design').asked).toBe(4)
    expect(rowOf('selling').asked).toBeNull()
  })
})

describe.each([280, 328, 560, 680, 1008])('the chart at %i pixels', (width) => {
  const geometry = levelsGeometry(builtIn, rows, width)
  const placed = geometry.groups.flatMap((group) => group.rows)

  it('holds every skill once, in its group', () => {
    expect(placed.map(({ row }) => row.skill).toSorted()).toEqual(rows.map((row) => row.skill).toSorted())
    for (const group of geometry.groups) {
      for (const { row } of group.rows) expect(row.group).toBe(group.id)
    }
  })

  it('keeps names, strips and figures apart', () => {
    for (const { row, text } of placed) {
      const [name, figures] = [textWidth(row.name, TEXT), textWidth(text, TEXT)]
      if (geometry.beside) {
        expect(name).toBeLessThan(geometry.left)
        expect(geometry.left + geometry.length).toBeLessThan(width - figures)
      } else expect(name + figures).toBeLessThan(width)
    }
    const ys = placed.map(({ stripY }) => stripY)
    expect(ys).toEqual(ys.toSorted((a, b) => a - b))
    expect(Math.max(...ys)).toBeLessThan(geometry.height)
  })

  it('numbers its scale from nothing to the highest level', () => {
    expect(geometry.axis[0]).toEqual({ level: 0, x: geometry.left })
    expect(geometry.axis.at(-1)?.level).toBe(5)
  })
})
