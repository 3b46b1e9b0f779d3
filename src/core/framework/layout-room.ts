// How much room names take in a computed picture, and whether a line has a free way between them.
import type { Column } from './arrange-roles.ts'
import type { LabelSide, Role } from './framework.ts'

export interface Spot {
  role: Role
  x: number
  y: number
  label: LabelSide
}

export interface RoomBox {
  /** The role whose ring this is; its own lines may touch it. */
  ringOf: string | undefined
  left: number
  right: number
  top: number
  bottom: number
}

/** Radius of a station with its outer ring and a little air; names stand beyond it. */
const RING = 34
/** Width of a letter in em, and of a capital with letter spacing: a little more than most sans serifs need. */
const LETTER = 0.57
const SPACED_CAPITAL = 0.78
/** Half the height of a name of two lines, in em. */
const HALF_NAME = 1.4

/** A generous width for a name that is broken after its first word. */
export function labelWidth(name: string, size: number): number {
  const [first = '', ...rest] = name.trim().split(' ')
  return Math.ceil(Math.max(first.length, rest.join(' ').length) * LETTER * size) + 4
}

export function titleWidth(title: string, size: number): number {
  return Math.ceil(title.length * SPACED_CAPITAL * size)
}

export function boxesOf(spots: Spot[], columns: Column[], size: number): RoomBox[] {
  return [
    ...spots.flatMap((spot) => [ringBox(spot), nameBox(spot, size)]),
    ...columns.flatMap((column) => titleBox(column, spots, size)),
  ]
}

function ringBox({ role, x, y }: Spot): RoomBox {
  return { ringOf: role.id, left: x - RING, right: x + RING, top: y - RING, bottom: y + RING }
}

function nameBox({ role, x, y, label }: Spot, size: number): RoomBox {
  const width = labelWidth(role.name, size) + 8
  const half = HALF_NAME * size
  if (label === 'below') {
    return {
      ringOf: undefined,
      left: x - width / 2,
      right: x + width / 2,
      top: y + RING,
      bottom: y + RING + 2 * half,
    }
  }
  const left = label === 'left' ? x - RING - width : x + RING
  return { ringOf: undefined, left, right: left + width, top: y - half, bottom: y + half }
}

/** The name of a path stands over its uppermost station. */
function titleBox(column: Column, spots: Spot[], size: number): RoomBox[] {
  const top = [...column.rows.values()].at(-1)?.[0]
  const spot = spots.find((candidate) => candidate.role === top)
  if (spot === undefined || column.title === '') return []
  const half = titleWidth(column.title, size) / 2
  const bottom = spot.y - RING + 4
  return [{ ringOf: undefined, left: spot.x - half, right: spot.x + half, top: bottom - 2 * size, bottom }]
}

/** A leg runs straight along its longer axis and ends at 45 degrees, or begins with the diagonal. */
export function isFree(from: Spot, to: Spot, startDiagonal: boolean, boxes: RoomBox[]): boolean {
  const short = Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y))
  const across = Math.sign(to.x - from.x) * short
  const along = Math.sign(to.y - from.y) * short
  const bend = startDiagonal
    ? { x: from.x + across, y: from.y + along }
    : { x: to.x - across, y: to.y - along }
  const others = boxes.filter((box) => box.ringOf !== from.role.id && box.ringOf !== to.role.id)
  return others.every((box) => !touches(from, bend, box) && !touches(bend, to, box))
}

interface Point {
  x: number
  y: number
}

/** Legs run level, upright or at 45 degrees, so sampling finer than any box finds every touch. */
function touches(a: Point, b: Point, box: RoomBox): boolean {
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y)) / 4))
  for (let step = 0; step <= steps; step++) {
    const x = a.x + ((b.x - a.x) * step) / steps
    const y = a.y + ((b.y - a.y) * step) / steps
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true
  }
  return false
}
