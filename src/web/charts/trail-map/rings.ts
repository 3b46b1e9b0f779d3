// The ring of a station as arcs: what a role is made of, by kind or by group.
import { arc } from 'd3-shape'
import type { Framework } from '../../../core/framework/framework.ts'
import { groupProfile, kindPoints } from '../../../core/planning/group-profile.ts'

export const RING_RADIUS = 22
export const RING_WIDTH = 6
/** The second ring, around a destination. */
export const OUTER_RADIUS = 31
/** Stations that are out of the question for now. */
export const SMALL_RADIUS = 8
const GAP = 0.05

/** `fill` names a kind (`hard`, `soft`, `unknown`) or a group's id. */
export interface RingArc {
  fill: string
  share: number
  /** Radians, clockwise from 12 o'clock. */
  start: number
  end: number
}

/** Arcs in the given order, a gap after each; a single share makes a whole ring; shares of 0 are left out. */
export function ringArcs(shares: readonly { fill: string; share: number }[]): RingArc[] {
  const shown = shares.filter((one) => one.share > 0)
  const total = shown.reduce((sum, one) => sum + one.share, 0)
  const gap = shown.length > 1 ? GAP : 0
  let turned = 0
  return shown.map((one) => {
    const share = one.share / total
    const start = turned * 2 * Math.PI + gap / 2
    turned += share
    return { fill: one.fill, share, start, end: Math.max(start, turned * 2 * Math.PI - gap / 2) }
  })
}

/** Hard, then soft. What the framework does not call either comes last, in its own tone. */
export function kindArcs(framework: Framework, role: string): RingArc[] {
  const points = kindPoints(framework, role)
  return ringArcs([
    { fill: 'hard', share: points.hard },
    { fill: 'soft', share: points.soft },
    { fill: 'unknown', share: points.unknown },
  ])
}

/** In the framework's own order of groups, clockwise. */
export function groupArcs(framework: Framework, role: string): RingArc[] {
  return ringArcs(groupProfile(framework, role).map((one) => ({ fill: one.group, share: one.share })))
}

/** The path data of one arc around the origin. */
export function arcPath(piece: RingArc, radius = RING_RADIUS, width = RING_WIDTH): string {
  const draw = arc<RingArc>()
    .innerRadius(radius - width / 2)
    .outerRadius(radius + width / 2)
    .startAngle((one) => one.start)
    .endAngle((one) => one.end)
    .digits(2)
  return draw(piece) ?? ''
}
