// What the road ahead shows, as the address bar holds it: the role held, one way or several, and the first year.
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { type LongView, MOST_STOPS, MOST_WAYS, MOST_YEARS, type Way } from '../../core/plan/long-view.ts'
import { STAY } from '../../core/target/target.ts'

export interface AheadState {
  from: string
  ways: Way[]
  /** Of the first move. */
  startYear: number
}

/** A type and no interface: the router wants something that may have further names. */
export type AheadSearch = {
  from?: string | undefined
  /** Ways with ~ between, roles with commas between, years behind a full stop: `tech-lead.3,engineering-manager`. */
  via?: string | undefined
  start?: string | undefined
}

/** Unknown ids are passed over, so that an old or mistyped address still opens the page. Null: no way is named. */
export function readAheadState(
  framework: Framework,
  search: AheadSearch,
  usual: { role: string; year: number },
): AheadState | null {
  if (search.via === undefined) return null
  const from = findRole(framework, search.from ?? '')?.id ?? usual.role
  const ways = search.via
    .split('~')
    .map((way) => readWay(framework, way))
    .filter((way) => way.length > 0)
    .slice(0, MOST_WAYS)
  const start = Number(search.start)
  const startYear = Number.isInteger(start) && start >= 1970 && start <= 2200 ? start : usual.year
  return ways.length === 0 ? null : { from, ways, startYear }
}

function readWay(framework: Framework, text: string): Way {
  const stops = text.split(',').flatMap((part): Way => {
    const [role = '', given] = part.trim().split('.')
    if (role !== STAY && findRole(framework, role) === undefined) return []
    const years = Number(given)
    return [{ role, years: Number.isInteger(years) && years >= 1 && years <= MOST_YEARS ? years : null }]
  })
  return stops.slice(0, MOST_STOPS)
}

/** Only what differs from what would be shown without it. */
export function writeAheadState(state: AheadState, usual: { role: string; year: number }): AheadSearch {
  const via = state.ways
    .map((way) => way.map(({ role, years }) => (years === null ? role : `${role}.${years}`)).join(','))
    .join('~')
  return {
    ...(state.from === usual.role ? {} : { from: state.from }),
    via,
    ...(state.startYear === usual.year ? {} : { start: String(state.startYear) }),
  }
}

/** Roles that this framework does not have are left out; null where nothing is left. */
export function stateOfKept(framework: Framework, kept: LongView | null): AheadState | null {
  if (kept === null || findRole(framework, kept.from) === undefined) return null
  const usual = { role: kept.from, year: kept.startYear }
  return readAheadState(framework, writeAheadState(kept, usual), usual)
}
