// Which skills a plan is about, how far each is to go, and which steps cannot be had for hours.

import type { Framework, Skill } from '../framework/framework.ts'
import { expectationOf, findRole, findSkill, topLevel } from '../framework/look-up.ts'
import { estimateOf, heldLevel, levelsFromEstimates } from '../planning/estimates.ts'
import { type FocusItem, focus, topFocus } from '../planning/focus.ts'
import { mustHavesOf } from '../planning/must-haves.ts'
import type { PlanRequest, StepName } from './plan-request.ts'

export interface Area {
  skill: Skill
  /** Level held today: the likeliest whole one. */
  now: number
  /** Level that the plan leads to, above `now`. */
  goal: number
  /** The highest level that hours can reach; steps above wait for an opportunity. */
  reach: number
  /** From which quarter on, 0 for the current one, an opportunity lets the rest be practised; null: none known. */
  opportunity: number | null
}

export interface Waiting extends StepName {
  name: string
  /** The level that the roles ask in the end; `level` is the first that waits. */
  goal: number
  /** `gated`: only in the role. `scope`: needs work of a size that the role held today does not give. */
  kind: 'gated' | 'scope'
}

export interface ChosenAreas {
  areas: Area[]
  waiting: Waiting[]
  /** The focus list of each role, by its id. */
  focusLists: Record<string, FocusItem[]>
  /** Skills that the framework puts first, whatever they are worth. */
  comesFirst: string[]
  notes: string[]
}

/** By default the first five of each focus list, what is critical, the pins, and what these build on. */
export function chooseAreas(request: PlanRequest): ChosenAreas {
  const { framework, estimates, fromRole, destinations, without = [] } = request
  const levels = levelsFromEstimates(framework, estimates)
  const roles = destinations.map(({ role }) => role)
  const focusLists = Object.fromEntries(
    roles.map((role) => [role, focus(framework, levels, role, { fromRole })]),
  )
  const goals = goalsOf(request, focusLists)
  const chosen = withPrerequisites(framework, firstChoice(request, focusLists), goals, without)
  const scope = scopeOfRole(framework, fromRole)
  const areas = framework.skills
    .filter((skill) => chosen.has(skill.id) && (goals.get(skill.id) ?? 0) > nowOf(request, skill.id))
    .map((skill): Area => {
      const from = request.opportunities?.[skill.id]
      return {
        skill,
        now: nowOf(request, skill.id),
        goal: goals.get(skill.id) ?? 0,
        reach: reachByHours(skill, nowOf(request, skill.id), scope),
        opportunity: from === undefined ? null : Math.max(0, Math.round(from) - 1),
      }
    })
  const comesFirst = Object.values(focusLists).flatMap((items) =>
    items.filter((item) => item.comesFirst && !without.includes(item.skill)).map((item) => item.skill),
  )
  return {
    areas,
    waiting: areas.flatMap(waitingSteps),
    focusLists,
    comesFirst: [...new Set(comesFirst)],
    notes: pinNotes(request, goals),
  }
}

export function nowOf({ framework, estimates }: PlanRequest, skill: string): number {
  return heldLevel(estimateOf(framework, estimates, skill).mean, topLevel(framework))
}

/** The highest level that any of the roles, or the rule that puts a skill first, asks; a pin asks one level more. */
function goalsOf(request: PlanRequest, lists: Record<string, FocusItem[]>): Map<string, number> {
  const { framework, destinations, pins = [] } = request
  const top = topLevel(framework)
  const goals = new Map<string, number>()
  for (const skill of framework.skills) {
    const asked = destinations.map(({ role }) => expectationOf(framework, role, skill.id).level)
    const first = Object.values(lists).flatMap((items) =>
      items.filter((item) => item.comesFirst && item.skill === skill.id).map((item) => item.needed),
    )
    const goal = Math.max(0, ...asked, ...first)
    const now = nowOf(request, skill.id)
    const deeper = pins.includes(skill.id) && goal <= now ? now + 1 : goal
    goals.set(skill.id, Math.min(top, deeper))
  }
  for (const { skill, level } of request.frozen ?? [])
    goals.set(skill, Math.max(goals.get(skill) ?? 0, level))
  return goals
}

function firstChoice(request: PlanRequest, lists: Record<string, FocusItem[]>): string[] {
  const { framework, pins = [], frozen = [] } = request
  const wanted = [...pins, ...frozen.map(({ skill }) => skill)]
  for (const [role, items] of Object.entries(lists)) {
    const found = findRole(framework, role)
    if (found) wanted.push(...mustHavesOf(framework, found))
    const some = request.choose === 'everything' ? items : topFocus(items)
    wanted.push(...some.map((item) => item.skill))
    wanted.push(...items.filter((item) => item.weight === 3).map((item) => item.skill))
  }
  return wanted
}

/** Whatever an open skill builds on belongs into the plan too, where a role asks for it and it is open. */
function withPrerequisites(
  framework: Framework,
  wanted: readonly string[],
  goals: ReadonlyMap<string, number>,
  without: readonly string[],
): Set<string> {
  const chosen = new Set<string>()
  const add = (id: string) => {
    if (chosen.has(id) || without.includes(id) || (goals.get(id) ?? 0) === 0) return
    chosen.add(id)
    for (const prerequisite of findSkill(framework, id)?.prerequisites ?? []) add(prerequisite)
  }
  for (const id of wanted) add(id)
  return chosen
}

/**
 * How large the work is that a role gives: the highest level that it asks of any skill. A convention; frameworks
 * describe scope in words, which cannot be compared.
 */
function scopeOfRole(framework: Framework, role: string): number {
  return Math.max(1, ...framework.skills.map((skill) => expectationOf(framework, role, skill.id).level))
}

function reachByHours(skill: Skill, now: number, scope: number): number {
  if (skill.access === 'gated') return now
  return skill.access === 'partial' ? Math.max(now, scope) : Number.POSITIVE_INFINITY
}

/** Empty where an opportunity is known: then the steps take hours like all others. */
function waitingSteps({ skill, now, goal, reach, opportunity }: Area): Waiting[] {
  if (opportunity !== null) return []
  const kind = skill.access === 'gated' ? 'gated' : 'scope'
  const level = Math.max(now, reach) + 1
  return level > goal ? [] : [{ skill: skill.id, name: skill.name, level, goal, kind }]
}

function pinNotes(request: PlanRequest, goals: ReadonlyMap<string, number>): string[] {
  return (request.pins ?? [])
    .filter((id) => (goals.get(id) ?? 0) <= nowOf(request, id))
    .map((id) => {
      const name = findSkill(request.framework, id)?.name ?? id
      return `${name} is at the top of the scale already; there is no step to plan.`
    })
}
