// What map and profile need to know about one person's place and wish, gathered once for the whole page.
import type { Framework } from '../../../core/framework/framework.ts'
import { findMove } from '../../../core/framework/look-up.ts'
import { anyRated, type Levels } from '../../../core/planning/levels.ts'
import { type Route, routesBetween } from '../../../core/planning/routes.ts'
import { STAY } from '../../../core/target/target.ts'
import type { MapSituation } from '../trail-map/read-stations.ts'
import type { MapState } from './map-state.ts'

/** The role whose expectations the profile shows: the destination's, or one's own. */
export function profileRole(state: MapState): string {
  return state.destination === null || state.destination === STAY ? state.role : state.destination
}

/** Null where there is a direct move, nothing chosen, or no way of three moves. */
export function detourTo(framework: Framework, levels: Levels, state: MapState): Route | null {
  const to = profileRole(state)
  if (to === state.role || findMove(framework, state.role, to)) return null
  return routesBetween(framework, levels, state.role, to)[0] ?? null
}

export function situationOf(
  state: MapState,
  levels: Levels,
  detour: Route | null,
  also: readonly string[],
): MapSituation {
  const to = profileRole(state)
  return {
    role: state.role,
    destination: state.destination,
    also,
    route: to === state.role ? [] : (detour?.roles ?? [state.role, to]),
    lens: state.lens,
    all: state.all,
    rated: anyRated(levels),
  }
}
