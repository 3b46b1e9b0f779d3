// From areas to numbers: one step for each level, with its hours, what it needs first, and what it is worth.

import { expectationOf, findRole, findSkill } from '../framework/look-up.ts'
import { mustHavesOf } from '../planning/must-haves.ts'
import { inSentence } from '../planning/plain-words.ts'
import { stepEffort } from '../planning/step-effort.ts'
import { type Area, type ChosenAreas, nowOf } from './choose-areas.ts'
import { GATE_SHARE, type PlanProblem, type PlanStep, type RoleGate } from './plan-problem.ts'
import type { Calendar, PlanRequest } from './plan-request.ts'

/** Something that a skill builds on and that the plan does without. */
export interface Waiver {
  skill: string
  without: string
  sentence: string
}

export interface BuiltProblem {
  problem: PlanProblem
  waived: Waiver[]
  notes: string[]
}

type StepIndex = ReadonlyMap<string, number>
const keyOf = (skill: string, level: number) => `${skill} ${level}`

export function buildProblem(request: PlanRequest, calendar: Calendar, chosen: ChosenAreas): BuiltProblem {
  const { steps, index } = stepsOf(request, chosen.areas)
  const waived = addNeeds(request, chosen, steps, index)
  const notes = addWishes(request, steps, index)
  addTransfers(request, steps)
  const frozen = freeze(request, steps, index)
  const shares = sharesOf(request)
  addGains(request, shares, steps)
  let sum = 0
  const problem: PlanProblem = {
    steps,
    available: calendar.hours.map((hours) => {
      sum += hours
      return sum
    }),
    limit: calendar.limit,
    gates: gatesOf(request, shares, steps),
    first: [...frozen.first, ...firstSteps([...chosen.comesFirst, ...(request.pins ?? [])], steps)],
    base: baseOf(request, shares),
  }
  return { problem, waived, notes: [...notes, ...frozen.notes] }
}

function stepsOf(request: PlanRequest, areas: readonly Area[]) {
  const steps: PlanStep[] = []
  const index = new Map<string, number>()
  for (const { skill, now, goal, reach, opportunity } of areas) {
    for (let level = now + 1; level <= goal; level += 1) {
      const waits = level > reach
      if (waits && opportunity === null) break
      const effort = stepEffort(request.framework, skill, level)
      index.set(keyOf(skill.id, level), steps.length)
      steps.push({
        skill: skill.id,
        level,
        name: skill.name,
        hours: effort.hours,
        assumedHours: effort.assumed,
        needs: level > now + 1 ? [steps.length - 1] : [],
        after: [],
        earliest: waits ? (opportunity ?? 0) : 0,
        savedBy: [],
        gain: 0,
      })
    }
  }
  return { steps, index }
}

/**
 * A skill rises to a level only after what it builds on has reached that level, or all that the roles ask of it.
 * Waived with a reason: what is left out, what waits for an opportunity, and circles of a faulty framework.
 */
function addNeeds(request: PlanRequest, chosen: ChosenAreas, steps: PlanStep[], index: StepIndex): Waiver[] {
  const waived = new Map<string, Waiver>()
  const goals = new Map(chosen.areas.map((area) => [area.skill.id, area.goal]))
  steps.forEach((step, own) => {
    for (const id of findSkill(request.framework, step.skill)?.prerequisites ?? []) {
      const asked = goals.get(id) ?? askedLevel(request, id)
      const level = Math.min(asked, step.level)
      if (id === step.skill || nowOf(request, id) >= level) continue
      const need = highestStep(index, id, level)
      const reason = waiverReason(request, id, level, need, steps)
      if (need !== undefined && !reaches(steps, need, own)) step.needs.push(need)
      else if (need !== undefined) waived.set(`${step.skill} ${id}`, waiver(request, step, id, 'circle'))
      if (reason !== null && !waived.has(`${step.skill} ${id}`)) {
        waived.set(`${step.skill} ${id}`, waiver(request, step, id, reason))
      }
    }
  })
  return [...waived.values()]
}

function askedLevel({ framework, destinations }: PlanRequest, skill: string): number {
  return Math.max(0, ...destinations.map(({ role }) => expectationOf(framework, role, skill).level))
}

/** The step to the level, or to the highest planned one below it. */
function highestStep(index: StepIndex, skill: string, level: number): number | undefined {
  for (let below = level; below > 0; below -= 1) {
    const found = index.get(keyOf(skill, below))
    if (found !== undefined) return found
  }
  return undefined
}

type WaiverReason = 'excluded' | 'waits' | 'circle'

function waiverReason(
  request: PlanRequest,
  skill: string,
  level: number,
  need: number | undefined,
  steps: readonly PlanStep[],
): WaiverReason | null {
  if (request.without?.includes(skill)) return 'excluded'
  const reached = need === undefined ? 0 : (steps[need]?.level ?? 0)
  return reached < level ? 'waits' : null
}

function waiver(request: PlanRequest, step: PlanStep, prerequisite: string, reason: WaiverReason): Waiver {
  const { framework } = request
  const name = findSkill(framework, prerequisite)?.name ?? prerequisite
  const [own, other] = [inSentence(step.name, framework.language), inSentence(name, framework.language)]
  const because: Record<WaiverReason, string> = {
    excluded: `you left ${other} out, though ${own} builds on it: it may go slower than the plan says`,
    waits: `${own} builds on ${other}, part of which waits for an opportunity: the plan goes on without it`,
    circle: `the framework lets ${own} and ${other} build on each other: the plan takes them in the order that is worth more`,
  }
  const text = because[reason]
  return {
    skill: step.skill,
    without: prerequisite,
    sentence: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
  }
}

/** Whether `from` comes, over any chain, after `to`. */
function reaches(steps: readonly PlanStep[], from: number, to: number): boolean {
  const seen = new Set<number>()
  const visit = (index: number): boolean => {
    if (index === to) return true
    if (seen.has(index)) return false
    seen.add(index)
    const step = steps[index]
    return (step?.needs.some(visit) || step?.after.some(visit)) ?? false
  }
  return visit(from)
}

/** Between the first steps of neighbours in the wished order; prerequisites win over wishes. */
function addWishes(request: PlanRequest, steps: PlanStep[], index: StepIndex): string[] {
  const notes: string[] = []
  const planned = (request.order ?? []).filter((skill) => index.has(keyOf(skill, nowOf(request, skill) + 1)))
  planned.forEach((skill, place) => {
    const before = planned[place - 1]
    if (before === undefined || before === skill) return
    const own = index.get(keyOf(skill, nowOf(request, skill) + 1)) ?? 0
    const earlier = index.get(keyOf(before, nowOf(request, before) + 1)) ?? 0
    if (!reaches(steps, earlier, own)) steps[own]?.after.push(earlier)
    else {
      notes.push(
        `${steps[own]?.name ?? skill} stays before ${inSentence(steps[earlier]?.name ?? before, request.framework.language)}, which builds on it.`,
      )
    }
  })
  return notes
}

function addTransfers(request: PlanRequest, steps: PlanStep[]): void {
  for (const { from, to, saves } of request.transfers ?? []) {
    const first = steps.findIndex((step) => step.skill === from)
    if (first === -1 || from === to || saves === 0) continue
    for (const step of steps) if (step.skill === to) step.savedBy.push({ step: first, share: saves })
  }
}

/** Frozen steps come first; everything else must leave the current quarter alone. */
function freeze(request: PlanRequest, steps: PlanStep[], index: StepIndex) {
  if (request.frozen === undefined) return { first: [], notes: [] }
  const first: number[] = []
  const notes: string[] = []
  for (const { skill, level } of request.frozen) {
    const found = index.get(keyOf(skill, level))
    if (found !== undefined) first.push(found)
    else {
      const name = findSkill(request.framework, skill)?.name ?? skill
      notes.push(`${name}, level ${level}, was in this quarter and needs no step any more.`)
    }
  }
  steps.forEach((step, own) => {
    if (!first.includes(own)) step.earliest = Math.max(step.earliest, 1)
  })
  return { first, notes }
}

function firstSteps(skills: readonly string[], steps: readonly PlanStep[]): number[] {
  return skills.flatMap((skill) =>
    steps.flatMap((step, own) => (step.skill === skill ? [own] : [])).slice(0, 1),
  )
}

/** Shares that add up to 1. */
function sharesOf({ destinations }: PlanRequest): { role: string; share: number }[] {
  const total = destinations.reduce((sum, { share }) => sum + (share ?? 1), 0)
  return destinations.map(({ role, share }) => ({ role, share: (share ?? 1) / total }))
}

type Shares = ReturnType<typeof sharesOf>

/** Per level of the skill and for all roles: share × (1 − g) × weight ÷ (all weights × level asked). */
function perLevel(request: PlanRequest, shares: Shares, skill: string, level: number): number {
  return shares.reduce((sum, { role, share }) => {
    const asked = expectationOf(request.framework, role, skill)
    if (level > asked.level || asked.weight === 0) return sum
    return sum + (share * (1 - GATE_SHARE) * asked.weight) / (weightOf(request, role) * asked.level)
  }, 0)
}

function weightOf({ framework }: PlanRequest, role: string): number {
  return framework.skills.reduce((sum, skill) => sum + expectationOf(framework, role, skill.id).weight, 0)
}

function addGains(request: PlanRequest, shares: Shares, steps: PlanStep[]): void {
  for (const step of steps) step.gain = perLevel(request, shares, step.skill, step.level)
}

function baseOf(request: PlanRequest, shares: Shares): number {
  return request.framework.skills.reduce((sum, skill) => {
    let own = 0
    for (let level = 1; level <= nowOf(request, skill.id); level += 1) {
      own += perLevel(request, shares, skill.id, level)
    }
    return sum + own
  }, 0)
}

/** As far as the plan can bring them: what waits for an opportunity holds up no readiness. */
function criticalOf(request: PlanRequest, role: string, steps: readonly PlanStep[]): RoleGate['critical'] {
  return request.framework.skills.flatMap(({ id }) => {
    const asked = expectationOf(request.framework, role, id)
    if (asked.weight < 3) return []
    const own = steps.flatMap((step, index) =>
      step.skill === id && step.level <= asked.level ? [index] : [],
    )
    const met = own.at(-1)
    if (met === undefined) return []
    return [{ nearly: own.at(-2) ?? -1, met }]
  })
}

/** Only must-haves that the plan can bring further: the others would hide every step made elsewhere. */
function gatesOf(request: PlanRequest, shares: Shares, steps: readonly PlanStep[]): RoleGate[] {
  return shares.map(({ role, share }) => {
    const found = findRole(request.framework, role)
    const mustHaves = (found ? mustHavesOf(request.framework, found) : []).flatMap((skill) => {
      const needed = expectationOf(request.framework, role, skill).level
      const own = steps.flatMap((step, index) =>
        step.skill === skill && step.level <= needed ? [index] : [],
      )
      return own.length > 0 ? [{ start: nowOf(request, skill), needed, steps: own }] : []
    })
    return { share, mustHaves, critical: criticalOf(request, role, steps) }
  })
}
