// Which station an arrow key leads to: up and down along the lines, left and right within the band.
import type { Framework, Station } from '../../../core/framework/framework.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** Stations within this many units of height count as one band where the framework names none. */
const SAME_HEIGHT = 12

/** The next station's role, or null where the way ends. */
export function walk(framework: Framework, from: string, direction: Direction): string | null {
  const here = framework.layout.stations.find((station) => station.role === from)
  if (!here) return null
  return direction === 'up' || direction === 'down'
    ? alongPath(framework, here, direction)
    : withinBand(framework, here, direction)
}

/** Lines of one's own path come first, then the straighter way. */
function alongPath(framework: Framework, here: Station, direction: 'up' | 'down'): string | null {
  const sign = direction === 'up' ? -1 : 1
  const ownPath = framework.roles.find((role) => role.id === here.role)?.path
  const ways = framework.layout.lines.flatMap((line) =>
    line.legs
      .filter((leg) => leg.includes(here.role))
      .map(([from, to]) => ({ to: from === here.role ? to : from, own: line.path === ownPath })),
  )
  const found = ways
    .flatMap((way) => {
      const station = framework.layout.stations.find((one) => one.role === way.to)
      return station && (station.y - here.y) * sign > SAME_HEIGHT ? [{ ...way, station }] : []
    })
    .toSorted(
      (a, b) =>
        Number(b.own) - Number(a.own) ||
        Math.abs(a.station.x - here.x) - Math.abs(b.station.x - here.x) ||
        Math.abs(a.station.y - here.y) - Math.abs(b.station.y - here.y),
    )
  return found[0]?.to ?? null
}

function withinBand(framework: Framework, here: Station, direction: 'left' | 'right'): string | null {
  const sign = direction === 'left' ? -1 : 1
  const band = (role: string) => framework.roles.find((one) => one.id === role)?.band
  const ownBand = band(here.role)
  const found = framework.layout.stations
    .filter((station) => (station.x - here.x) * sign > 0)
    .filter((station) =>
      ownBand === undefined ? Math.abs(station.y - here.y) <= SAME_HEIGHT : band(station.role) === ownBand,
    )
    .toSorted((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))
  return found[0]?.role ?? null
}
