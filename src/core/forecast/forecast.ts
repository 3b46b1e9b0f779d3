// When the milestones of a plan may be reached: two thousand lives with drawn levels, drawn pace and drawn weeks.

import type { Framework } from '../framework/framework.ts'
import { expectationOf, findRole, findSkill, topLevel } from '../framework/look-up.ts'
import { normalProbability, normalQuantile } from '../measurement/normal.ts'
import { normalDraws, type Random, seededRandom } from '../measurement/seeded-random.ts'
import type { StepName } from '../plan/plan-request.ts'
import { type Estimates, heldLevel } from '../planning/estimates.ts'
import { levelDraws } from '../planning/level-draws.ts'
import { mustHavesOf } from '../planning/must-haves.ts'
import { CRITICAL_GAPS_TO_TRY } from '../planning/ready-to-try.ts'
import { stepEffort } from '../planning/step-effort.ts'
import { calendarDraw } from './hours-to-weeks.ts'
import { type PaceEvidence, type PacePrior, personalPace, STEP_SD } from './pace.ts'

export interface ForecastRequest {
  framework: Framework
  estimates: Estimates
  toRole: string
  /** Steps in the order of work. */
  steps: readonly StepName[]
  /** Skills that no hours bring beyond a level: waiting for an opportunity, from this level on. */
  waiting?: readonly StepName[]
  /** Skill ids that are not worked on. */
  without?: readonly string[]
  /** One figure, or one for each quarter from now on, the last of which goes on. */
  hoursPerWeek: number | readonly number[]
  evidence?: PaceEvidence
  prior?: PacePrior
  /** Hours already spent on the first step. */
  spentOnFirst?: number
  seed?: number
  draws?: number
}

export type MilestoneKind = 'next-level' | 'ready-to-try' | 'must-haves'

export interface Milestone {
  kind: MilestoneKind
  /** Weeks from now, ascending, one for each draw; Infinity beyond ten years. What is stored and scored. */
  weeks: number[]
  /** Half, and four in five, of the draws are there by then; Infinity where fewer are within ten years. */
  p50: number
  p80: number
}

export interface Forecast {
  /** In the order in which they are told; a milestone that does not apply is left out. */
  milestones: Milestone[]
  /** Share of what the role asks that is covered now (0) and at the end of each of the next quarters, 0 to 1. */
  fan: { quarter: number; p10: number; p50: number; p90: number }[]
  /** How many finished steps, steps under way and weeks the pace rests on. */
  learnedFrom: number
}

const DRAWS = 2000
const FAN_QUARTERS = 12
const WEEKS_PER_QUARTER = 13

/** The same seed gives the same forecast; with more hours no milestone comes later. */
export function forecast(request: ForecastRequest): Forecast {
  const world = worldOf(request)
  const draws = Math.max(1, Math.floor(request.draws ?? DRAWS))
  const reached: Record<MilestoneKind, Float64Array> = {
    'next-level': new Float64Array(draws),
    'ready-to-try': new Float64Array(draws),
    'must-haves': new Float64Array(draws),
  }
  const coverage = Array.from({ length: FAN_QUARTERS + 1 }, () => new Float64Array(draws))
  const live = lifeOf(request, world)
  for (let draw = 0; draw < draws; draw += 1) {
    const life = live(draw)
    for (const kind of KINDS) reached[kind][draw] = life[kind]
    life.coverage.forEach((share, quarter) => {
      const column = coverage[quarter]
      if (column) column[draw] = share
    })
  }
  const milestones = KINDS.filter((kind) => applies(kind, request, world)).map((kind): Milestone => {
    const weeks = Array.from(reached[kind].sort())
    return { kind, weeks, p50: nearestRank(weeks, 0.5), p80: nearestRank(weeks, 0.8) }
  })
  const fan = coverage.map((column, quarter) => {
    const sorted = column.sort()
    const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => nearestRank(sorted, p))
    return { quarter, p10: p10 ?? 0, p50: p50 ?? 0, p90: p90 ?? 0 }
  })
  return { milestones, fan, learnedFrom: world.pace.learnedFrom }
}

const KINDS: readonly MilestoneKind[] = ['next-level', 'ready-to-try', 'must-haves']

/** By nearest rank: a value that was drawn, so that Infinity stays Infinity. */
export function nearestRank(sorted: ArrayLike<number>, p: number): number {
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.POSITIVE_INFINITY
}

interface World {
  top: number
  /** Steps as indexes into the framework's skills. */
  steps: { skill: number; level: number }[]
  /** Hours of the step to each level, by skill. */
  hours: number[][]
  /** Level asked, or as far as hours lead; weight; by skill. */
  needed: number[]
  weight: number[]
  asked: number[]
  critical: number[]
  mustHaves: number[]
  /** Skills that may be worked on after the plan's own steps, what is asked most first. */
  rest: number[]
  pace: ReturnType<typeof personalPace>
}

function worldOf(request: ForecastRequest): World {
  const { framework, toRole } = request
  const top = topLevel(framework)
  const place = new Map(framework.skills.map((skill, index) => [skill.id, index]))
  const expected = framework.skills.map((skill) => expectationOf(framework, toRole, skill.id))
  const caps = new Map((request.waiting ?? []).map(({ skill, level }) => [skill, level - 1]))
  const role = findRole(framework, toRole)
  const isGated = (index: number) => framework.skills[index]?.access === 'gated'
  const critical = expected.flatMap(({ weight }, index) => (weight === 3 && !isGated(index) ? [index] : []))
  const mustHaves = (role ? mustHavesOf(framework, role) : [])
    .map((id) => place.get(id) ?? -1)
    .filter((index) => index >= 0 && !isGated(index))
  const without = new Set(request.without ?? [])
  const rest = [...new Set([...mustHaves, ...critical])].filter(
    (index) => !without.has(framework.skills[index]?.id ?? ''),
  )
  return {
    top,
    steps: request.steps.flatMap(({ skill, level }) => {
      const index = place.get(skill)
      return index === undefined ? [] : [{ skill: index, level }]
    }),
    hours: framework.skills.map((skill) =>
      Array.from({ length: top + 1 }, (_, level) =>
        level === 0 ? 0 : stepEffort(framework, skill, level).hours,
      ),
    ),
    needed: framework.skills.map((skill, index) =>
      Math.min(expected[index]?.level ?? 0, caps.get(skill.id) ?? Number.POSITIVE_INFINITY),
    ),
    asked: expected.map(({ level }) => level),
    weight: expected.map(({ weight }) => weight),
    critical,
    mustHaves,
    rest,
    pace: personalPace(evidenceOf(request), request.prior),
  }
}

/** What is spent on the first step counts as evidence too. */
function evidenceOf(request: ForecastRequest): PaceEvidence {
  const { evidence = {}, spentOnFirst = 0, framework } = request
  const first = request.steps[0]
  const skill = first ? findSkill(framework, first.skill) : undefined
  if (!(spentOnFirst > 0) || first === undefined || skill === undefined) return evidence
  const own = { estimated: stepEffort(framework, skill, first.level).hours, spent: spentOnFirst }
  return { ...evidence, underWay: [...(evidence.underWay ?? []), own] }
}

function applies(kind: MilestoneKind, request: ForecastRequest, world: World): boolean {
  if (kind === 'next-level') return request.steps.length > 0
  return kind === 'ready-to-try' ? world.critical.length > 0 : world.mustHaves.length > 0
}

interface Life extends Record<MilestoneKind, number> {
  /** Now, and by quarter. */
  coverage: Float64Array
}

/**
 * One life after the other, over the same arrays. Each has its own two rows of random numbers, one for the person
 * and one for the calendar, so that more hours change nothing but the weeks.
 */
function lifeOf(request: ForecastRequest, world: World): (draw: number) => Life {
  const seed = Math.imul(request.seed ?? 1, 0x9e3779b1)
  const drawLevels = levelDraws(request.framework, request.estimates)
  const given = typeof request.hoursPerWeek === 'number' ? [request.hoursPerWeek] : request.hoursPerWeek
  const calendar = calendarDraw(given, world.pace)
  const levels = new Float64Array(request.framework.skills.length)
  const held = new Int16Array(levels.length)
  const life: Life = {
    'next-level': 0,
    'ready-to-try': 0,
    'must-haves': 0,
    coverage: new Float64Array(FAN_QUARTERS + 1),
  }
  const never = Number.POSITIVE_INFINITY
  let [effort, hours, week, filled] = [0, 0, 0, 0]
  let random: Random = () => 0
  let normal: () => number = () => 0

  const note = () => {
    const first = world.steps[0]
    if (life['next-level'] === never && first && (held[first.skill] ?? 0) >= first.level) {
      life['next-level'] = week
    }
    if (life['ready-to-try'] === never && isReadyToTry(world, held)) life['ready-to-try'] = week
    if (life['must-haves'] === never && areMet(world, held)) life['must-haves'] = week
  }
  const fillUntil = (until: number) => {
    while (filled <= FAN_QUARTERS && filled * WEEKS_PER_QUARTER < until) {
      life.coverage[filled++] = coverageOf(world, held)
    }
  }
  const raise = (skill: number, level: number, spent: number) => {
    while ((held[skill] ?? 0) < level && week < never) {
      const to = (held[skill] ?? 0) + 1
      const estimated = world.hours[skill]?.[to] ?? 0
      hours += drawStep(estimated, effort, spent, random, normal)
      week = calendar.weekOf(hours)
      fillUntil(week)
      if (week === never) return
      held[skill] = to
      note()
    }
  }
  const isOver = () => life['must-haves'] < never && life['ready-to-try'] < never && filled > FAN_QUARTERS

  return (draw) => {
    random = seededRandom(seed + 2 * draw)
    normal = normalDraws(random)
    drawLevels(levels, normal)
    for (let index = 0; index < held.length; index += 1)
      held[index] = heldLevel(levels[index] ?? 0, world.top)
    effort = world.pace.drawEffort(random)
    calendar.begin(normalDraws(seededRandom(seed + 2 * draw + 1)))
    ;[hours, week, filled] = [0, 0, 0]
    for (const kind of KINDS) life[kind] = never
    life.coverage[filled++] = coverageOf(world, held)
    note()
    world.steps.forEach(({ skill, level }, place) => {
      if (!isOver()) raise(skill, level, place === 0 ? (request.spentOnFirst ?? 0) : 0)
    })
    for (const skill of world.rest) if (!isOver()) raise(skill, world.needed[skill] ?? 0, 0)
    fillUntil(never)
    return life
  }
}

/** Hours still to give: log-normal, and known to be more than what is spent already. */
function drawStep(
  estimated: number,
  effort: number,
  spent: number,
  random: () => number,
  normal: () => number,
): number {
  if (!(spent > 0)) return estimated * Math.exp(effort + STEP_SD * normal())
  const least = (Math.log(spent / estimated) - effort) / STEP_SD
  const beyond = Math.max(normalProbability(-least), 1e-300)
  const z = -normalQuantile(Math.max(random(), 1e-12) * beyond)
  return Math.max(0, estimated * Math.exp(effort + STEP_SD * z) - spent)
}

/** Outside gated skills: no critical gap above one level and at most three of them. */
function isReadyToTry(world: World, held: Int16Array): boolean {
  let open = 0
  for (const skill of world.critical) {
    const gap = (world.needed[skill] ?? 0) - (held[skill] ?? 0)
    if (gap > 1) return false
    if (gap > 0) open += 1
  }
  return open <= CRITICAL_GAPS_TO_TRY
}

function areMet(world: World, held: Int16Array): boolean {
  return world.mustHaves.every((skill) => (held[skill] ?? 0) >= (world.needed[skill] ?? 0))
}

function coverageOf(world: World, held: Int16Array): number {
  let [met, all] = [0, 0]
  world.weight.forEach((weight, skill) => {
    const asked = world.asked[skill] ?? 0
    met += weight * Math.min(held[skill] ?? 0, asked)
    all += weight * asked
  })
  return all > 0 ? met / all : 1
}
