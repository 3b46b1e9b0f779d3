// A role, or several one after the other, tried out on paper: what carries over, is new and fades, and the way back.

import type { Framework, Move, Skill } from '../framework/framework.ts'
import { expectationOf, findMove, findRole } from '../framework/look-up.ts'
import { climb } from '../planning/climb.ts'
import { type Levels, levelOf, levelsAfterMove } from '../planning/levels.ts'
import { capitalise, counted, inSentence, listInWords } from '../planning/plain-words.ts'
import { sharedFocus } from '../planning/shared-focus.ts'
import { stepEffort } from '../planning/step-effort.ts'

export interface RouteRequest {
  framework: Framework
  levels: Levels
  /** Role ids, the one held first; any role may follow any other. */
  roles: readonly string[]
  /** The year in which the first move is made, such as 2027. */
  startYear: number
  /** Years in each role after the first, where they are to differ from the usual stay. */
  stays?: readonly (number | undefined)[]
}

interface SkillChange {
  skill: string
  name: string
  /** Level at the start of the leg, and at the end of the stay. */
  before: number
  after: number
}

export interface RouteLeg {
  from: string
  to: string
  /** The years of the move and of the end of the stay. */
  startYear: number
  endYear: number
  /** True where the framework says nothing of the stay, and four years stand in. */
  stayAssumed: boolean
  /** Levels that the new role asks and that are there already, most weighted first. */
  carriesOver: SkillChange[]
  /** Asked by the new role and not by the one before; then what it asks more of. */
  isNew: SkillChange[]
  rises: SkillChange[]
  /** What the role does not keep in use, by the stated assumption. */
  fades: SkillChange[]
  /** Σ weight × gap, and hours of practice for all of it. */
  points: number
  hours: number
  /** In words, and the last year in which it is easy and the first in which it is hard; null where unknown. */
  wayBack: string
  easyUntil: number | null
  hardFrom: number | null
}

export interface SimulatedRoute {
  legs: RouteLeg[]
  /** Points in time at which something closes or opens, earliest first. */
  decisions: { year: number; sentence: string }[]
  /** Levels at the end. */
  levels: Levels
  /** Years from the first move to the end of the last stay. */
  years: number
  hours: number
  assumption: string
}

/** Where a framework gives no usual stay, in years. */
const ASSUMED_STAY = 4
/**
 * A convention, not a measurement: a skill of which a role asks two levels less than a person has loses one level in
 * three years, down to one level above what the role asks.
 */
const FADES_FROM = 2
const YEARS_PER_LEVEL = 3

const FADING_ASSUMPTION =
  'Assumed, not measured: a skill of which a role asks at least two levels less than you have loses about one level in three years there. Using it on the side keeps it.'

/** Unknown roles make no leg; fewer than two roles make an empty route. */
export function simulateRoute(request: RouteRequest): SimulatedRoute {
  const { framework } = request
  const roles = request.roles.filter((role) => findRole(framework, role) !== undefined)
  const legs: RouteLeg[] = []
  let [levels, year] = [request.levels, request.startYear]
  roles.slice(1).forEach((to, index) => {
    const stay = stayIn(framework, to, request.stays?.[index])
    const leg = legOf(framework, levels, roles[index] ?? '', to, { year, ...stay })
    legs.push(leg)
    levels = afterStay(framework, levels, to, leg.fades)
    year = leg.endYear
  })
  return {
    legs,
    decisions: legs.flatMap((leg) => decisionsOf(framework, leg)).toSorted((a, b) => a.year - b.year),
    levels,
    years: year - request.startYear,
    hours: legs.reduce((sum, leg) => sum + leg.hours, 0),
    assumption: FADING_ASSUMPTION,
  }
}

/** What several destinations have in common, and what each asks alone; points and hours of the direct way to each. */
export function simulateDestinations(framework: Framework, levels: Levels, roles: readonly string[]) {
  const known = [...new Set(roles)].filter((role) => findRole(framework, role) !== undefined)
  return {
    shared: sharedFocus(framework, levels, known),
    each: known.map((role) => ({
      role,
      points: climb(framework, levels, role).points,
      hours: hoursTo(framework, levels, role),
    })),
  }
}

function stayIn(framework: Framework, role: string, wished: number | undefined) {
  if (wished !== undefined && wished > 0 && Number.isFinite(wished))
    return { stay: wished, stayAssumed: false }
  const years = findRole(framework, role)?.usualStay?.years
  return years
    ? { stay: (years[0] + years[1]) / 2, stayAssumed: false }
    : { stay: ASSUMED_STAY, stayAssumed: true }
}

interface Stay {
  year: number
  stay: number
  stayAssumed: boolean
}

function legOf(framework: Framework, levels: Levels, from: string, to: string, time: Stay): RouteLeg {
  const move = findMove(framework, from, to)
  const lines = framework.skills.map((skill) =>
    lineOf(framework, levels, skill, { from, to, years: time.stay }),
  )
  const byWeight = lines.toSorted((a, b) => b.weight - a.weight)
  const those = (kind: Line['kind']) =>
    byWeight.filter((line) => line.kind === kind).map((line) => line.change)
  return {
    from,
    to,
    startYear: Math.round(time.year),
    endYear: Math.round(time.year + time.stay),
    stayAssumed: time.stayAssumed,
    carriesOver: those('carries'),
    isNew: those('new'),
    rises: those('rises'),
    fades: those('fades'),
    points: climb(framework, levels, to).points,
    hours: hoursTo(framework, levels, to),
    ...wayBackOf(framework, move, from, time.year),
  }
}

interface Line {
  kind: 'carries' | 'new' | 'rises' | 'fades' | 'idle'
  weight: number
  change: SkillChange
}

function lineOf(
  framework: Framework,
  levels: Levels,
  skill: Skill,
  leg: { from: string; to: string; years: number },
): Line {
  const before = levelOf(levels, skill.id).level
  const there = expectationOf(framework, leg.to, skill.id)
  const here = expectationOf(framework, leg.from, skill.id)
  const change = (after: number) => ({ skill: skill.id, name: skill.name, before, after })
  if (before < there.level) {
    return { kind: here.level === 0 ? 'new' : 'rises', weight: there.weight, change: change(there.level) }
  }
  if (before - there.level >= FADES_FROM) {
    const after = Math.max(there.level + 1, before - Math.floor(leg.years / YEARS_PER_LEVEL))
    if (after < before) return { kind: 'fades', weight: here.weight, change: change(after) }
  }
  return { kind: there.level > 0 ? 'carries' : 'idle', weight: there.weight, change: change(before) }
}

function afterStay(
  framework: Framework,
  levels: Levels,
  role: string,
  fades: readonly SkillChange[],
): Levels {
  const faded = fades.map(({ skill, after }) => [skill, { level: after, assumed: true }] as const)
  return { ...levelsAfterMove(framework, levels, role), ...Object.fromEntries(faded) }
}

function hoursTo(framework: Framework, levels: Levels, role: string): number {
  return framework.skills.reduce((sum, skill) => {
    let own = 0
    const { level } = expectationOf(framework, role, skill.id)
    for (let to = levelOf(levels, skill.id).level + 1; to <= level; to += 1) {
      own += stepEffort(framework, skill, to).hours
    }
    return sum + own
  }, 0)
}

const EASE = { easy: 'easy', medium: 'possible with some effort', hard: 'hard' } as const

function wayBackOf(framework: Framework, move: Move | undefined, from: string, year: number) {
  const name = inSentence(findRole(framework, from)?.name ?? from, framework.language)
  const back = move?.back
  if (back === undefined) {
    const why = move === undefined ? 'does not know this move' : 'does not say'
    const wayBack = `How easy the way back to ${name} would be, the framework ${why}.`
    return { wayBack, easyUntil: null, hardFrom: null }
  }
  const easyUntil = back.easyUntilYears === undefined ? null : Math.round(year + back.easyUntilYears)
  const hardFrom = back.hardAfterYears === undefined ? null : Math.round(year + back.hardAfterYears)
  const until = easyUntil === null ? '' : ` until about ${easyUntil}`
  const hard = hardFrom === null ? '' : ` and hard from about ${hardFrom} on`
  return { wayBack: `The way back to ${name} is ${EASE[back.ease]}${until}${hard}.`, easyUntil, hardFrom }
}

function decisionsOf(framework: Framework, leg: RouteLeg): { year: number; sentence: string }[] {
  const nameOf = (role: string) => inSentence(findRole(framework, role)?.name ?? role, framework.language)
  const decisions = [
    {
      year: leg.startYear,
      sentence: `${leg.startYear}: from ${nameOf(leg.from)} to ${nameOf(leg.to)}. ${newSentence(framework, leg)}`,
    },
  ]
  const closing = leg.easyUntil ?? leg.hardFrom
  if (closing !== null && closing <= leg.endYear) {
    const sentence = `${closing}: decide whether to go on. ${leg.wayBack}`
    decisions.push({ year: closing, sentence })
  }
  return decisions
}

function newSentence(framework: Framework, leg: RouteLeg): string {
  const asked = [...leg.isNew, ...leg.rises]
  if (asked.length === 0) return 'It asks for nothing that is not there already.'
  const names = asked.slice(0, 2).map(({ name }) => inSentence(name, framework.language))
  return `${capitalise(counted(asked.length, 'skill'))} ${asked.length === 1 ? 'rises or is' : 'rise or are'} new, ${listInWords(names)} above all.`
}
