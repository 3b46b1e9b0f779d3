// The one-line reading of the map in words: where the person stands, how far it is, and where to start.
import type { Framework } from '../../../core/framework/framework.ts'
import { findRole, movesFrom } from '../../../core/framework/look-up.ts'
import type { Levels } from '../../../core/planning/levels.ts'
import { mapReading } from '../../../core/planning/map-reading.ts'
import { inSentence, listInWords } from '../../../core/planning/plain-words.ts'
import type { Route } from '../../../core/planning/routes.ts'
import { STAY } from '../../../core/target/target.ts'
import { deepeningSkills } from '../../role/deepening.ts'
import { mapWords } from '../../words/map.ts'
import { roleName } from '../../words/names.ts'
import type { MapState } from './map-state.ts'

/** `rated`: whether the levels before any what-if hold a rating, so that a what-if alone claims nothing. */
export function readAloud(
  framework: Framework,
  levels: Levels,
  state: MapState,
  rated: boolean,
  detour: Route | null,
): string {
  if (state.destination === null) {
    const count = movesFrom(framework, state.role).length
    return mapWords.opening(inSentence(roleName(framework, state.role), framework.language), count)
  }
  if (state.destination === STAY) return readStay(framework, levels, state.role)
  const found = mapReading(framework, levels, state.role, state.destination)
  const { readiness, climb, start } = found
  const standing =
    readiness.share === null
      ? ''
      : rated
        ? mapWords.standingRough(readiness.rough.words)
        : mapWords.standingOverlap(readiness.share)
  const parts = [standing, climb.words, climb.mix].filter((part) => part !== '')
  const advice = start
    ? mapWords.startWith(inSentence(start.name, framework.language))
    : mapWords.nothingMissing
  const name = findRole(framework, state.destination)?.name ?? state.destination
  return [mapWords.reading(name, parts), advice, ...(detour ? [readDetour(framework, detour)] : [])].join(' ')
}

function readStay(framework: Framework, levels: Levels, role: string): string {
  const skills = deepeningSkills(framework, levels, role).slice(0, 3)
  const names = skills.map((one) => inSentence(one.skill.name, framework.language))
  return names.length === 0
    ? mapWords.stayComplete(framework.stay.changes)
    : mapWords.stayReading(framework.stay.changes, listInWords(names))
}

function readDetour(framework: Framework, detour: Route): string {
  const between = detour.roles
    .slice(1, -1)
    .map((role) => inSentence(roleName(framework, role), framework.language))
  return mapWords.byWayOf(listInWords(between))
}
