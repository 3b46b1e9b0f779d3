// Proves what rises and what fades along the paths, and where a path begins.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { pathMix } from './path-mix.ts'

const builtIn = loadFramework('frameworks/skillmap')
const small = loadFramework('tests/frameworks/small')

const placed = (framework: typeof builtIn, path: string) =>
  pathMix(framework, path).columns.map((column) => `${column.role.id} ${column.place}`)

describe('the mix along a path', () => {
  it('starts where one comes from, rises by altitude, and sets beside the line what is as high', () => {
    expect(placed(builtIn, 'ic')).toEqual([
      'senior-engineer line',
      'staff-engineer line',
      'software-architect line',
      'principal-engineer line',
      'distinguished-engineer line',
      'staff-specialist beside',
    ])
    expect(placed(builtIn, 'management')[0]).toBe('senior-engineer origin')
    expect(placed(builtIn, 'lateral')).toEqual([
      'senior-engineer origin',
      'product-manager line',
      'technical-program-manager line',
      'solutions-architect beside',
      'developer-advocate beside',
    ])
  })

  it('names the groups that grow and shrink most, as the published table has them', () => {
    const { grows, shrinks, from, to } = pathMix(builtIn, 'ic')
    expect([from?.id, to?.id]).toEqual(['senior-engineer', 'distinguished-engineer'])
    expect([grows?.group, shrinks?.group]).toEqual(['influence', 'craft'])
    expect(grows && Math.round(grows.after * 100)).toBe(33)
    expect(shrinks && Math.round(shrinks.before * 100)).toBe(32)
  })

  it('tells skills by how much of the role rests on them', () => {
    const { rising, fading } = pathMix(builtIn, 'management')
    expect(rising.length).toBe(5)
    expect(rising.every((one, index) => index === 0 || one.shift <= (rising[index - 1]?.shift ?? 0))).toBe(
      true,
    )
    expect(rising.map((one) => one.skill)).toContain('leading-leaders')
    expect(fading.map((one) => one.skill)).toContain('software-craft')
    expect(fading.every((one) => one.shift < 0)).toBe(true)
  })

  it('works without bands, kinds and altitudes: roles rise by what they ask', () => {
    const mix = pathMix(small, small.paths[0]?.id ?? '')
    expect(mix.columns.every((column) => column.place === 'line' && column.soft === null)).toBe(true)
    expect(mix.columns.map((column) => column.role.id)).toEqual(['apprentice', 'baker', 'master-baker'])
    expect(placed(small, small.paths[1]?.id ?? '')[0]).toBe('apprentice origin')
  })

  it('has nothing to tell of a path that does not exist', () => {
    expect(pathMix(builtIn, 'nowhere')).toMatchObject({ columns: [], rising: [], fading: [] })
  })
})
