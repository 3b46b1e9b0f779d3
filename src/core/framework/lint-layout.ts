// Rules about the picture: every role has its station, and lines join roles that are there.
import type { LayoutLine } from './framework.ts'
import { eachRepeated, type LintContext } from './lint-context.ts'

export function lintLayout(context: LintContext): void {
  const { framework, error, isKnown } = context
  const { layout } = framework
  // Skillmap made it, so there is nothing that its owner could mend.
  if (layout.computed) return
  const stations = new Set(layout.stations.map((station) => station.role))
  for (const [index, station] of layout.stations.entries()) {
    isKnown('role', station.role, context.roles, `/layout/stations/${index}`, ', which has a station')
    if (station.x >= 0 && station.x <= layout.width && station.y >= 0 && station.y <= layout.height) continue
    error(
      `/layout/stations/${index}`,
      `The station of "${station.role}" lies outside the picture.`,
      `Use x up to ${layout.width} and y up to ${layout.height}.`,
    )
  }
  eachRepeated(
    layout.stations,
    (station) => station.role,
    (role) => {
      const index = layout.stations.findLastIndex((station) => station.role === role)
      error(`/layout/stations/${index}`, `"${role}" has two stations.`, 'Keep one of the two.')
    },
  )
  for (const role of framework.roles) {
    if (!stations.has(role.id))
      error(
        '/layout/stations',
        `"${role.id}" has no station on the map.`,
        'Add one, or remove the whole layout to have it computed.',
      )
  }
  for (const [index, line] of layout.lines.entries())
    lintLine(line, `/layout/lines/${index}`, stations, context)
  lintBandRules(context)
}

function lintLine(line: LayoutLine, key: string, stations: ReadonlySet<string>, context: LintContext): void {
  context.isKnown('path', line.path, context.paths, `${key}/path`, ', which has a line')
  for (const [index, leg] of line.legs.entries()) {
    for (const role of leg)
      context.isKnown('station', role, stations, `${key}/legs/${index}`, ' for this line')
    if (leg[0] === leg[1])
      context.error(`${key}/legs/${index}`, `The line leads from "${leg[0]}" to itself.`, 'Name two roles.')
  }
  const legs = new Set(line.legs.map((leg) => leg.join(' ')))
  for (const [index, leg] of line.startDiagonal.entries()) {
    if (legs.has(leg.join(' '))) continue
    context.error(
      `${key}/start-diagonal/${index}`,
      `${leg.join(' → ')} is not one of the legs.`,
      'Write it exactly as under "legs".',
    )
  }
}

function lintBandRules({ framework, error, warning }: LintContext): void {
  const drawn = new Set(framework.layout.bands.map((band) => band.band))
  const known = new Set(framework.bands.map((band) => band.band))
  for (const band of drawn) {
    if (!known.has(band))
      error(
        '/layout/bands',
        `The picture has band ${band}, the framework has not.`,
        'Correct the number, or add the band.',
      )
  }
  for (const band of known) {
    if (!drawn.has(band))
      warning('/layout', `The picture does not show band ${band}.`, 'Add it to the bands of the layout.')
  }
}
