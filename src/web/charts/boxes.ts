// Points and boxes in the units of the picture, and whether they touch.

export interface Point {
  x: number
  y: number
}

export interface Box extends Point {
  width: number
  height: number
}

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by }
}

export function boxAround(centre: Point, radius: number): Box {
  return { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius }
}

export function boxesTouch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Whether the straight line from `a` to `b` passes through the box (Liang and Barsky's clipping). */
function segmentTouches(a: Point, b: Point, box: Box): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const edges: [number, number][] = [
    [-dx, a.x - box.x],
    [dx, box.x + box.width - a.x],
    [-dy, a.y - box.y],
    [dy, box.y + box.height - a.y],
  ]
  let [enter, leave] = [0, 1]
  for (const [direction, distance] of edges) {
    if (direction === 0) {
      if (distance < 0) return false
    } else if (direction < 0) enter = Math.max(enter, distance / direction)
    else leave = Math.min(leave, distance / direction)
  }
  return enter <= leave
}

export function lineTouches(points: readonly Point[], box: Box): boolean {
  return points.slice(1).some((point, index) => segmentTouches(points[index] as Point, point, box))
}

/** Two decimals are finer than any screen, and keep files small. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
