// Ways from one role to another over at most three moves, and what each costs against going directly.

import type { Framework, Move, Skill } from '../framework/framework.ts'
import { expectationOf, findRole, movesFrom } from '../framework/look-up.ts'
import { climb } from './climb.ts'
import { type Levels, levelOf, levelsAfterMove } from './levels.ts'
import { type RouteDifference, routeSentence } from './route-words.ts'

/** Nobody plans further than that, and more would only list detours. */
export const MOST_MOVES = 3

interface RouteLeg {
  from: string
  to: string
  move: Move
  /** The climb of this leg, from what the person has after the legs before. */
  points: number
}

export interface Route {
  /** Role ids from the first to the destination; none twice. */
  roles: string[]
  legs: RouteLeg[]
  /** Σ of the legs' climbs. */
  cost: number
  /** The climb straight to the destination, whether or not the framework knows that move. */
  directCost: number
  /** Cost minus direct cost, and where it comes from. */
  difference: RouteDifference
  /** One sentence on the difference. */
  sentence: string
}

/**
 * All simple routes of one to three moves, cheapest first, then fewer moves, then by role ids. After a move
 * the level of a skill is the higher of one's own and the role's expectation; a leg's cost is its climb from
 * that state.
 */
export function routesBetween(framework: Framework, levels: Levels, from: string, to: string): Route[] {
  if (from === to) return []
  const directCost = climb(framework, levels, to).points
  return simplePaths(framework, [from], to)
    .map((moves) => routeAlong(framework, levels, moves, directCost))
    .toSorted(
      (a, b) =>
        a.cost - b.cost || a.legs.length - b.legs.length || (a.roles.join() < b.roles.join() ? -1 : 1),
    )
}

function simplePaths(framework: Framework, visited: string[], to: string): Move[][] {
  const here = visited.at(-1) ?? ''
  if (visited.length > MOST_MOVES) return []
  return movesFrom(framework, here)
    .filter((move) => !visited.includes(move.to))
    .flatMap((move) =>
      move.to === to
        ? [[move]]
        : simplePaths(framework, [...visited, move.to], to).map((rest) => [move, ...rest]),
    )
}

function routeAlong(framework: Framework, levels: Levels, moves: Move[], directCost: number): Route {
  const legs: RouteLeg[] = []
  const states: Levels[] = [levels]
  for (const move of moves) {
    const before = states.at(-1) ?? levels
    legs.push({ from: move.from, to: move.to, move, points: climb(framework, before, move.to).points })
    states.push(levelsAfterMove(framework, before, move.to))
  }
  const cost = legs.reduce((sum, leg) => sum + leg.points, 0)
  const difference = differenceToDirect(framework, states, legs)
  const between = legs.slice(0, -1).map((leg) => findRole(framework, leg.to)?.name ?? leg.to)
  return {
    roles: [...legs.map((leg) => leg.from), ...legs.slice(-1).map((leg) => leg.to)],
    legs,
    cost,
    directCost,
    difference,
    sentence: routeSentence(difference, between, framework.language),
  }
}

/**
 * A route differs from the direct climb for two reasons only: levels above the destination's expectation that
 * a role on the way asks for, and levels that are climbed where they weigh more or less than at the end.
 */
function differenceToDirect(framework: Framework, states: Levels[], legs: RouteLeg[]): RouteDifference {
  const parts = framework.skills.map((skill) => skillDifference(framework, states, legs, skill))
  const total = (pick: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part) => sum + pick(part), 0)
  return {
    points: total((part) => part.beyond + part.reweighed),
    beyond: total((part) => part.beyond),
    lighter: total((part) => Math.min(0, part.reweighed)),
    heavier: total((part) => Math.max(0, part.reweighed)),
    skills: parts
      .filter((part) => part.beyond !== 0 || part.reweighed !== 0)
      .toSorted((a, b) => Math.abs(b.beyond + b.reweighed) - Math.abs(a.beyond + a.reweighed)),
  }
}

function skillDifference(framework: Framework, states: Levels[], legs: RouteLeg[], skill: Skill) {
  const end = expectationOf(framework, legs.at(-1)?.to ?? '', skill.id)
  const part = { skill: skill.id, name: skill.name, beyond: 0, reweighed: 0 }
  legs.forEach((leg, index) => {
    const here = expectationOf(framework, leg.to, skill.id)
    const before = levelOf(states[index] ?? {}, skill.id).level
    for (let level = before + 1; level <= here.level; level += 1) {
      if (level > end.level) part.beyond += here.weight
      else part.reweighed += here.weight - end.weight
    }
  })
  return part
}
