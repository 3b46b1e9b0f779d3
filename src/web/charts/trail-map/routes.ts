// The chosen route as drawn lines: along a leg where there is one, else along the move's own curve.
import { boxAround, boxesTouch, type Point } from '../boxes.ts'
import { type Curve, clearestCurve, curvePiece, pointOn } from './moves.ts'
import type { PlacedMap } from './place-map.ts'

export interface RoutePiece {
  from: string
  to: string
  d: string
  /** The line itself, or points on its curve. */
  points: Point[]
  /** False where no line joins the two stations and the move's curve stands in. */
  onLine: boolean
}

/** `hops` are role ids from where one is to where one may go. */
export function routePieces(map: PlacedMap, hops: readonly string[]): RoutePiece[] {
  return hops.slice(1).flatMap((to, index): RoutePiece[] => {
    const from = hops[index] as string
    const leg = map.legs.find(
      (one) => (one.from === from && one.to === to) || (one.from === to && one.to === from),
    )
    if (leg) return [{ from, to, d: leg.d, points: leg.points, onLine: true }]
    const [a, b] = [from, to].map((role) => map.stations.find((station) => station.role === role))
    if (!a || !b) return []
    const curve = clearestCurve(map, a, b, WIDEST_BEND)
    const points = Array.from({ length: 13 }, (_, step) => pointOn(curve, step / 12))
    return [{ from, to, d: brokenAtNames(map, curve), points, onLine: false }]
  })
}

const STEPS = 80
/** A route rests on the map, so it may go further round than a move that comes and goes. */
const WIDEST_BEND = 6

/** Where nothing else is left but to cross a name, the line is broken for it, as on a printed map. */
function brokenAtNames(map: PlacedMap, curve: Curve): string {
  const names = [...map.stations.map((station) => station.text.box), ...map.pathNames.map((name) => name.box)]
  const isFree = (step: number) => {
    const point = pointOn(curve, step / STEPS)
    return names.every((box) => !boxesTouch(boxAround(point, 4), box))
  }
  const pieces: string[] = []
  let from: number | null = null
  for (let step = 0; step <= STEPS + 1; step++) {
    const free = step <= STEPS && isFree(step)
    if (free) from ??= step
    else if (from !== null) {
      if (step - 1 > from) pieces.push(curvePiece(curve, from / STEPS, (step - 1) / STEPS).d)
      from = null
    }
  }
  return pieces.join('')
}
