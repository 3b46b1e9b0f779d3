// Rings of the map: what share of the circle each arc takes, and where it stands.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../../tests/frameworks/load-framework.ts'
import { groupProfile, softShare } from '../../../core/planning/group-profile.ts'
import { arcPath, groupArcs, kindArcs, ringArcs } from './rings.ts'

const framework = loadFramework('frameworks/skillmap')
const small = loadFramework('tests/frameworks/small')

describe('The ring of a station', () => {
  it('shows the hard share first, clockwise from 12 o’clock, then the soft share', () => {
    for (const role of framework.roles) {
      const [hard, soft] = kindArcs(framework, role.id)
      expect([hard?.fill, soft?.fill]).toEqual(['hard', 'soft'])
      expect(soft?.share).toBeCloseTo(softShare(framework, role.id) ?? Number.NaN)
      expect(hard?.start).toBeCloseTo(0.025)
    }
  })

  it('leaves a gap of 0.05 radians after each arc and takes the rest of the circle', () => {
    const arcs = groupArcs(framework, 'staff-engineer')
    const drawn = arcs.reduce((sum, piece) => sum + piece.end - piece.start, 0)
    expect(drawn).toBeCloseTo(2 * Math.PI - arcs.length * 0.05)
    arcs.slice(1).forEach((piece, index) => {
      expect(piece.start - (arcs[index]?.end ?? 0)).toBeCloseTo(0.05)
    })
  })

  it('shows the groups in the framework’s own order, by their share of the role', () => {
    const shares = groupProfile(framework, 'cto')
    expect(groupArcs(framework, 'cto').map((piece) => piece.fill)).toEqual(shares.map((one) => one.group))
  })

  it('is one grey circle without a gap where the framework gives no kinds', () => {
    const arcs = kindArcs(small, small.roles[0]?.id ?? '')
    expect(arcs.map((piece) => piece.fill)).toEqual(['unknown'])
    expect((arcs[0]?.end ?? 0) - (arcs[0]?.start ?? 0)).toBeCloseTo(2 * Math.PI)
    expect(arcPath(arcs[0] as never)).not.toBe('')
  })

  it('leaves out what has no share, and is empty where nothing is expected', () => {
    expect(ringArcs([{ fill: 'a', share: 0 }])).toEqual([])
    expect(
      ringArcs([
        { fill: 'a', share: 0 },
        { fill: 'b', share: 3 },
      ]).map((piece) => piece.fill),
    ).toEqual(['b'])
  })
})
