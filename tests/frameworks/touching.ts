// Finds names, rings and lines of a placed map that touch each other.
import { type Box, boxAround, boxesTouch, lineTouches } from '../../src/web/charts/boxes.ts'
import type { PlacedMap } from '../../src/web/charts/trail-map/place-map.ts'

const RING = 25

/** Everything that touches something, in words. */
export function touching(map: PlacedMap): string[] {
  const labels: [string, Box][] = [
    ...map.stations.map((station): [string, Box] => [station.role, station.text.box]),
    ...map.pathNames.map((name): [string, Box] => [name.text, name.box]),
  ]
  const found: string[] = []
  for (const [index, [name, box]] of labels.entries()) {
    for (const [other, otherBox] of labels.slice(index + 1))
      if (boxesTouch(box, otherBox)) found.push(`${name} | ${other}`)
    for (const station of map.stations) {
      if (boxesTouch(box, boxAround(station, RING))) found.push(`${name} | ring of ${station.role}`)
    }
    for (const leg of map.legs)
      if (lineTouches(leg.points, box)) found.push(`${name} | ${leg.from} → ${leg.to}`)
  }
  for (const leg of map.legs) {
    for (const station of map.stations) {
      if (station.role === leg.from || station.role === leg.to) continue
      if (lineTouches(leg.points, boxAround(station, RING)))
        found.push(`ring of ${station.role} | ${leg.from} → ${leg.to}`)
    }
  }
  return found
}
