// Everything the trail map shows to one person, from framework, levels and situation: no drawing yet.
import type { Framework } from '../../../core/framework/framework.ts'
import type { Levels } from '../../../core/planning/levels.ts'
import { STAY } from '../../../core/target/target.ts'
import { mapWords } from '../../words/map.ts'
import { roleInSentence } from '../../words/names.ts'
import type { Box } from '../boxes.ts'
import type { GutterLine } from './ground.tsx'
import { type Pill, pillBesideLine } from './moves.ts'
import { clearedRule, type PlacedMap, placeMap } from './place-map.ts'
import { pillWords } from './read-moves.ts'
import { type MapSituation, readingOrder, readStations, type StationView } from './read-stations.ts'
import { type RoutePiece, routePieces } from './routes.ts'
import { placeStayLoop, type StayLoop } from './stay-loop.ts'

export interface ComposedMap {
  map: PlacedMap
  stations: StationView[]
  route: RoutePiece[]
  routePill: Pill | null
  stay: { loop: StayLoop; label: string; chosen: boolean } | null
  gutter: GutterLine[]
  gutterHeading: string | null
}

/** `company`: whose grades stand in the gutter; null for the names of the bands. */
export function composeMap(
  framework: Framework,
  levels: Levels,
  now: MapSituation,
  size: number,
  company: string | null,
): ComposedMap {
  const map = placeMap(framework, size)
  const views = new Map(readStations(framework, levels, now).map((view) => [view.role, view]))
  const stations = readingOrder(framework).flatMap((role) => views.get(role) ?? [])
  const own = map.stations.find((station) => station.role === now.role)
  const route = routePieces(map, now.route)
  const routePoints = route.map((piece) => piece.points)
  const loop = own ? placeStayLoop(map, own, [mapWords.stay, mapWords.stayShort], routePoints) : null
  return {
    map: loop ? { ...map, bands: map.bands.map((band) => clearedRule(band, loop.text.box)) } : map,
    stations,
    route,
    routePill: routePill(framework, levels, map, route, loop ? [loop.box] : []),
    stay:
      loop && own
        ? {
            loop,
            label: mapWords.stayIn(roleInSentence(framework, own.role)),
            chosen: now.destination === STAY,
          }
        : null,
    gutter: map.bands.map((band) => ({
      band: band.band,
      text: company ? gradesOfBand(framework, company, band.band) : band.label,
    })),
    gutterHeading: company ? mapWords.gradesHeading(companyName(framework, company)) : null,
  }
}

/** The pill of the chosen move rests beside its route, where it touches nothing. */
function routePill(
  framework: Framework,
  levels: Levels,
  map: PlacedMap,
  route: readonly RoutePiece[],
  taken: readonly Box[],
): Pill | null {
  const [only, further] = route
  if (!only || further) return null
  return pillBesideLine(only.points, pillWords(framework, levels, { to: only.to }), map, taken)
}

function companyName(framework: Framework, company: string): string {
  return framework.companies.find((one) => one.id === company)?.name ?? company
}

/** The grades claimed for the roles of a band, by the most reliable claims alone: "L6–L7". */
function gradesOfBand(framework: Framework, company: string, band: number): string {
  const roles = new Set(framework.roles.filter((role) => role.band === band).map((role) => role.id))
  const claims = framework.equivalences.filter((claim) => claim.company === company && roles.has(claim.role))
  const best = (['high', 'medium', 'low'] as const).find((confidence) =>
    claims.some((claim) => claim.confidence === confidence),
  )
  const grades = claims.filter((claim) => claim.confidence === best).flatMap((claim) => claim.grades)
  const ordered = [...new Set(grades)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const [low, high] = [ordered[0], ordered.at(-1)]
  if (low === undefined) return mapWords.noGrade
  return low === high ? low : `${low}–${high}`
}
