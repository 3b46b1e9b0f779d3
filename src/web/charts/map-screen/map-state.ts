// What the map shows, as the address bar holds it: role, destination, lens, all roles, grades, tables.
import type { Framework } from '../../../core/framework/framework.ts'
import { findRole, findSkill } from '../../../core/framework/look-up.ts'
import { STAY, type Target } from '../../../core/target/target.ts'
import { presetRole } from '../../start/preset-role.ts'
import type { Lens } from '../trail-map/read-stations.ts'

export interface MapState {
  role: string
  /** A role id, `stay` or null. */
  destination: string | null
  lens: Lens
  all: boolean
  /** Whose grades stand beside the bands. */
  company: string | null
  tables: boolean
}

export type MapSearch = Record<string, string>

/** Nothing chosen, although something is saved. */
const NONE = 'none'
const YES = 'yes'

/** Unknown ids are passed over, so that an old or mistyped address still opens the map. */
export function readMapState(
  framework: Framework,
  search: Readonly<Record<string, unknown>>,
  target: Target | null,
): MapState {
  const saved = savedState(framework, target)
  const role = findRole(framework, String(search.role ?? ''))?.id ?? saved.role
  const company = framework.companies.find((one) => one.id === search.grades)?.id ?? null
  return {
    role,
    destination: readDestination(framework, search.to, role, role === saved.role ? saved.destination : null),
    lens: readLens(framework, search.lens),
    all: search.all === YES,
    company,
    tables: search.view === 'tables',
  }
}

function savedState(
  framework: Framework,
  target: Target | null,
): { role: string; destination: string | null } {
  const role = findRole(framework, target?.role ?? '')?.id ?? presetRole(framework)
  const first = target?.role === role ? target.destinations[0] : undefined
  const known = first === STAY || findRole(framework, first ?? '')
  return { role, destination: known ? (first ?? null) : null }
}

function readDestination(
  framework: Framework,
  to: unknown,
  role: string,
  saved: string | null,
): string | null {
  if (to === undefined) return saved
  if (to === STAY || to === role) return STAY
  return findRole(framework, String(to))?.id ?? null
}

function readLens(framework: Framework, lens: unknown): Lens {
  if (lens === 'groups') return { kind: 'groups' }
  const skill = findSkill(framework, String(lens ?? ''))
  return skill ? { kind: 'skill', skill: skill.id } : { kind: 'kinds' }
}

/** Only what differs from what would be shown without it. */
export function writeMapState(framework: Framework, state: MapState, target: Target | null): MapSearch {
  const saved = savedState(framework, target)
  const search: MapSearch = {}
  if (state.role !== saved.role) search.role = state.role
  const wouldBe = state.role === saved.role ? saved.destination : null
  if (state.destination !== wouldBe) search.to = state.destination ?? NONE
  if (state.lens.kind === 'groups') search.lens = 'groups'
  if (state.lens.kind === 'skill') search.lens = state.lens.skill
  if (state.all) search.all = YES
  if (state.company) search.grades = state.company
  if (state.tables) search.view = 'tables'
  return search
}

export function mapHref(search: MapSearch): string {
  const query = new URLSearchParams(search).toString()
  return query === '' ? '/map' : `/map?${query}`
}

/** Further saved destinations beside the one in focus. */
export function alsoInMind(framework: Framework, state: MapState, target: Target | null): string[] {
  if (target?.role !== state.role) return []
  return target.destinations.filter(
    (id) => id !== STAY && id !== state.destination && id !== state.role && findRole(framework, id),
  )
}
