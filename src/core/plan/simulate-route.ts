// A role, or several one after the other, tried out on paper: the legs, and when to decide.

import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import { type Levels, levelsAfterMove } from '../planning/levels.ts'
import { inSentence, listInWords } from '../planning/plain-words.ts'
import { STAY } from '../target/target.ts'
import { FADING_ASSUMPTION, legOf, type RouteLeg, stayIn } from './route-leg.ts'

export interface RouteRequest {
  framework: Framework
  levels: Levels
  /** Role ids, the one held first; any role may follow any other. `stay` is another while in the role before it. */
  roles: readonly string[]
  /** The year in which the first move is made, such as 2027. */
  startYear: number
  /** Years in each role after the first, where they are to differ from the usual stay. */
  stays?: readonly (number | null | undefined)[]
}

interface RouteDecision {
  year: number
  /** A move is due, or a way back stops being easy. */
  kind: 'move' | 'way-back'
  /** Index of the leg that it belongs to. */
  leg: number
  /** Without the year. */
  sentence: string
}

export interface SimulatedRoute {
  legs: RouteLeg[]
  /** Points in time at which something closes or opens, earliest first. */
  decisions: RouteDecision[]
  /** Levels at the end. */
  levels: Levels
  /** Years from the first move to the end of the last stay. */
  years: number
  hours: number
  /** What the figures take for granted, one sentence each. */
  assumptions: string[]
}

/** The general rule of `step-effort.ts`. */
const HOURS_ASSUMPTION =
  'Where the framework gives no weeks of practice, 20 hours for the first level of a skill stand in, and 1.9 times as many for each further one.'

/** Unknown roles make no leg, and neither does `stay` in front; fewer than two roles make an empty route. */
export function simulateRoute(request: RouteRequest): SimulatedRoute {
  const { framework } = request
  const legs: RouteLeg[] = []
  let [levels, year, from] = [request.levels, request.startYear, '']
  request.roles.forEach((stop, index) => {
    const to = stop === STAY ? from : stop
    if (findRole(framework, to) === undefined) return
    if (from !== '') {
      const stay = stayIn(framework, to, request.stays?.[index - 1])
      const leg = legOf(framework, levels, { from, to }, { year, stay })
      legs.push(leg)
      levels = afterStay(framework, levels, leg)
      year = leg.endYear
    }
    from = to
  })
  return {
    legs,
    decisions: legs
      .flatMap((_, index) => decisionsOf(framework, legs, index))
      .toSorted((a, b) => a.year - b.year),
    levels,
    years: year - request.startYear,
    hours: legs.reduce((sum, leg) => sum + leg.hours, 0),
    assumptions: assumptionsOf(framework, legs),
  }
}

function afterStay(framework: Framework, levels: Levels, leg: RouteLeg): Levels {
  const faded = leg.fades.map(({ skill, after }) => [skill, { level: after, assumed: true }] as const)
  return { ...levelsAfterMove(framework, levels, leg.to), ...Object.fromEntries(faded) }
}

function assumptionsOf(framework: Framework, legs: readonly RouteLeg[]): string[] {
  const assumed = [...new Set(legs.filter((leg) => leg.stayAssumed).map((leg) => leg.to))]
  const names = assumed.map((role) => nameOf(framework, role))
  return [
    ...(legs.length < 2
      ? []
      : [
          'Each leg after the first begins with all that the role before it asks, as if you had filled that role.',
        ]),
    ...(names.length === 0
      ? []
      : [`The framework gives no usual years as ${listInWords(names)}: four years stand in.`]),
    ...(framework.skills.some((skill) => skill.weeks.length === 0) ? [HOURS_ASSUMPTION] : []),
    ...(legs.some((leg) => leg.fades.length > 0) ? [FADING_ASSUMPTION] : []),
  ]
}

function nameOf(framework: Framework, role: string): string {
  return inSentence(findRole(framework, role)?.name ?? role, framework.language)
}

function decisionsOf(framework: Framework, legs: readonly RouteLeg[], index: number): RouteDecision[] {
  const [leg, before, next] = [legs[index], legs[index - 1], legs[index + 1]]
  if (leg === undefined) return []
  const { easyUntil, hardFrom, sentence } = leg.wayBack
  const move = {
    year: leg.startYear,
    kind: 'move' as const,
    leg: index,
    sentence: [moveSentence(framework, leg), newSentence(framework, leg), lateSentence(leg, before)]
      .filter((part) => part !== '')
      .join(' '),
  }
  const closing = easyUntil ?? hardFrom
  // In the year of the next move there is one to decide on already.
  const last = next === undefined ? leg.endYear : leg.endYear - 1
  if (closing === null || closing > last) return [move]
  return [
    move,
    { year: closing, kind: 'way-back', leg: index, sentence: `Decide whether to go on. ${sentence}` },
  ]
}

function moveSentence(framework: Framework, leg: RouteLeg): string {
  return leg.from === leg.to
    ? `Stay ${nameOf(framework, leg.to)}.`
    : `From ${nameOf(framework, leg.from)} to ${nameOf(framework, leg.to)}.`
}

function newSentence(framework: Framework, leg: RouteLeg): string {
  const size = ({ weight, before, after }: RouteLeg['rises'][number]) => weight * (after - before)
  const asked = [...leg.isNew, ...leg.rises].toSorted((a, b) => size(b) - size(a))
  if (asked.length === 0) return 'It asks for nothing that is not there already.'
  const names = asked.slice(0, 2).map(({ name }) => inSentence(name, framework.language))
  return `What grows${asked.length > names.length ? ' most' : ''}: ${listInWords(names)}.`
}

/** A return that comes after its way back stopped being easy. */
function lateSentence(leg: RouteLeg, before: RouteLeg | undefined): string {
  if (before === undefined || before.from !== leg.to || before.from === before.to) return ''
  const { easyUntil, hardFrom } = before.wayBack
  if (hardFrom !== null && leg.startYear >= hardFrom)
    return `This is the way back, and by then it counts as hard; until ${easyUntil ?? hardFrom - 1} it would be easier.`
  if (easyUntil !== null && leg.startYear > easyUntil)
    return `This is the way back, which is easy until about ${easyUntil}.`
  return ''
}
