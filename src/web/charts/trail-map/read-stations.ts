// What each station says to one person: whether it is a move away, what it is made of, and its figure.
import type { Framework, Role } from '../../../core/framework/framework.ts'
import { expectationOf, findSkill, movesFrom, topLevel } from '../../../core/framework/look-up.ts'
import type { Levels } from '../../../core/planning/levels.ts'
import { inSentence, wholePercent } from '../../../core/planning/plain-words.ts'
import { type Readiness, readiness } from '../../../core/planning/readiness.ts'
import { STAY } from '../../../core/target/target.ts'
import { mapWords } from '../../words/map.ts'
import { tintStrength } from '../palette.ts'
import { groupArcs, kindArcs, type RingArc } from './rings.ts'

/** What the map is looked at through. A skill's id stands for that skill. */
export type Lens = { kind: 'kinds' } | { kind: 'groups' } | { kind: 'skill'; skill: string }

export interface MapSituation {
  role: string
  /** The destination in focus: a role id, `stay` or nothing. */
  destination: string | null
  /** Further destinations that the person keeps in mind. */
  also: readonly string[]
  /** Role ids from the current role to the destination; empty where there is nothing to draw. */
  route: readonly string[]
  lens: Lens
  /** True: all roles in full. False: only one's own, its moves, the destinations and the route. */
  all: boolean
  /** Whether figures rest on the person's own ratings, and are therefore told roughly. */
  rated: boolean
}

export interface StationView {
  role: string
  standing: 'you' | 'near' | 'far'
  destination: 'first' | 'also' | null
  arcs: RingArc[]
  /** Null outside the skill lens; 0 to 1 of the group's colour within it. */
  tint: number | null
  /** The group whose colour the tint takes. */
  tintGroup: string | null
  label: string
}

export function readStations(framework: Framework, levels: Levels, now: MapSituation): StationView[] {
  const shown = new Set([
    now.role,
    ...movesFrom(framework, now.role).map((move) => move.to),
    ...now.also,
    ...now.route,
    ...(now.destination ? [now.destination] : []),
  ])
  const skill = now.lens.kind === 'skill' ? findSkill(framework, now.lens.skill) : undefined
  return framework.roles.map((role) => {
    const level = skill ? expectationOf(framework, role.id, skill.id).level : 0
    return {
      role: role.id,
      standing: role.id === now.role ? 'you' : now.all || shown.has(role.id) ? 'near' : 'far',
      destination: role.id === now.destination ? 'first' : now.also.includes(role.id) ? 'also' : null,
      arcs: now.lens.kind === 'groups' ? groupArcs(framework, role.id) : kindArcs(framework, role.id),
      tint: skill ? tintStrength(level, topLevel(framework)) : null,
      tintGroup: skill?.group ?? null,
      label: stationName(framework, levels, now, role),
    }
  })
}

/** The digits inside a ring: a level, a rough range from one's own ratings, or the overlap of two roles. */
export function figureOf(framework: Framework, levels: Levels, now: MapSituation, roleId: string): string {
  if (now.lens.kind === 'skill') return String(expectationOf(framework, roleId, now.lens.skill).level)
  if (roleId === now.role) return mapWords.you
  const found = readiness(framework, levels, roleId)
  return now.rated ? roughFigure(found) : overlapFigure(found)
}

/** A figure that stands on the map: the destination's, or that of the first move. */
export function exampleFigure(framework: Framework, levels: Levels, now: MapSituation): string {
  const chosen = now.destination === STAY ? null : now.destination
  const role = chosen ?? movesFrom(framework, now.role)[0]?.to
  return role ? figureOf(framework, levels, now, role) : ''
}

const QUARTER_SIGNS: Readonly<Record<number, string>> = { 0: '0', 0.25: '¼', 0.5: '½', 0.75: '¾', 1: '1' }

/** "½–¾": the rough range in the room there is. */
function roughFigure({ rough }: Readiness): string {
  if (rough.low === null || rough.high === null) return '–'
  const [low, high] = [QUARTER_SIGNS[rough.low] ?? '', QUARTER_SIGNS[rough.high] ?? '']
  return low === high ? `~${low}` : `${low}–${high}`
}

function overlapFigure({ share }: Readiness): string {
  return share === null ? '–' : String(wholePercent(share))
}

/** "Staff engineer, individual contributor, band 2 of 5, role overlap 63 percent, 7 critical gaps" */
function stationName(framework: Framework, levels: Levels, now: MapSituation, role: Role): string {
  const parts = [role.name, pathName(framework, role), bandName(framework, role)]
  if (role.id === now.role) parts.push(mapWords.yourRole)
  else {
    const found = readiness(framework, levels, role.id)
    if (found.share !== null) {
      parts.push(now.rated ? mapWords.covered(found.rough.words) : mapWords.overlapSpoken(found.share))
    }
    parts.push(mapWords.criticalGaps(found.criticalGaps))
  }
  if (now.lens.kind === 'skill') {
    const skill = findSkill(framework, now.lens.skill)
    const { level } = expectationOf(framework, role.id, now.lens.skill)
    if (skill)
      parts.push(mapWords.levelSpoken(inSentence(skill.name, framework.language), level, topLevel(framework)))
  }
  if (role.id === now.destination) parts.push(mapWords.yourDestination)
  return parts.filter((part) => part !== '').join(', ')
}

function pathName(framework: Framework, role: Role): string {
  const path = framework.paths.find((one) => one.id === role.path)
  return path ? inSentence(path.name, framework.language) : ''
}

function bandName(framework: Framework, role: Role): string {
  const top = framework.bands.at(-1)?.band
  return role.band === undefined || top === undefined ? '' : mapWords.band(role.band, top)
}

/** In path order, then from the lowest band up: the order in which the keyboard meets the stations. */
export function readingOrder(framework: Framework): string[] {
  const pathIndex = (role: Role) => framework.paths.findIndex((path) => path.id === role.path)
  return framework.roles
    .toSorted((a, b) => pathIndex(a) - pathIndex(b) || (a.band ?? 0) - (b.band ?? 0))
    .map((role) => role.id)
}
