// One leg of a route on paper: what carries over, what is new or rises, what fades, and what it takes.

import type { Framework, MoveKind, Skill, Weight } from '../framework/framework.ts'
import { expectationOf, findMove, findRole } from '../framework/look-up.ts'
import { climb } from '../planning/climb.ts'
import { type Levels, levelOf } from '../planning/levels.ts'
import { stepEffort } from '../planning/step-effort.ts'
import { type WayBack, wayBackOf, wayBackOfStaying } from './way-back.ts'

interface SkillChange {
  skill: string
  name: string
  /** Level at the start of the leg, and at the end of the stay. */
  before: number
  after: number
  /** In the new role; of what fades: in the role before. */
  weight: Weight
}

export interface RouteLeg {
  from: string
  /** The same as `from` where the person stays for another while. */
  to: string
  /** Null where the framework does not describe this move, and where the person stays. */
  kind: MoveKind | null
  /** Whole years: of the move, and of the end of the stay. */
  startYear: number
  endYear: number
  /** True where the framework says nothing of the stay, and four years stand in. */
  stayAssumed: boolean
  /** Levels that the new role asks and that are there already, heaviest first. */
  carriesOver: SkillChange[]
  /** Asked by the new role and not by the one before; then what it asks more of; largest weight × gap first. */
  isNew: SkillChange[]
  rises: SkillChange[]
  /** What the role does not keep in use, by the stated assumption. */
  fades: SkillChange[]
  /** From the levels at the start of the leg: Σ weight × gap, and the same in words. */
  climb: { points: number; words: string; mix: string }
  /** Of practice, for all that is new or rises. */
  hours: number
  wayBack: WayBack
  /** What changes, what is hard, and what one can try before deciding; null where the framework has none. */
  changes: string | null
  hard: string | null
  trial: string | null
}

/** Where a framework gives no usual stay, in years. */
const ASSUMED_STAY = 4
/**
 * A convention, not a measurement: a skill of which a role asks two levels less than a person has loses one level in
 * three years, down to one level above what the role asks.
 */
const FADES_FROM = 2
const YEARS_PER_LEVEL = 3

export const FADING_ASSUMPTION =
  'Assumed, not measured: a skill of which a role asks at least two levels less than you have loses about one level in three years there. Using it on the side keeps it.'

export interface Stay {
  /** Whole years, at least 1. */
  years: number
  assumed: boolean
}

/** Years in a role: those wished for, else the middle of its usual stay, else four. */
export function stayIn(framework: Framework, role: string, wished?: number | null): Stay {
  if (typeof wished === 'number' && Number.isFinite(wished) && wished > 0)
    return { years: Math.max(1, Math.round(wished)), assumed: false }
  const years = findRole(framework, role)?.usualStay?.years
  return years
    ? { years: Math.max(1, Math.round((years[0] + years[1]) / 2)), assumed: false }
    : { years: ASSUMED_STAY, assumed: true }
}

/** `levels` at the start of the leg. `from` and `to` are roles of the framework; the same one twice is staying. */
export function legOf(
  framework: Framework,
  levels: Levels,
  roles: { from: string; to: string },
  time: { year: number; stay: Stay },
): RouteLeg {
  const { from, to } = roles
  const move = findMove(framework, from, to)
  const { years, assumed } = time.stay
  const lines = framework.skills
    .map((skill) => lineOf(framework, levels, skill, { from, to, years }))
    .toSorted((a, b) => sizeOf(b.change) - sizeOf(a.change) || b.change.weight - a.change.weight)
  const those = (kind: Line['kind']) => lines.filter((line) => line.kind === kind).map((line) => line.change)
  const { points, words, mix } = climb(framework, levels, to)
  const text = from === to ? framework.stay : move
  return {
    from,
    to,
    kind: move?.kind ?? null,
    startYear: time.year,
    endYear: time.year + years,
    stayAssumed: assumed,
    carriesOver: those('carries'),
    isNew: those('new'),
    rises: those('rises'),
    fades: those('fades'),
    climb: { points, words, mix },
    hours: hoursTo(framework, levels, to),
    wayBack: from === to ? wayBackOfStaying(framework, from) : wayBackOf(framework, move, from, time.year),
    changes: text?.changes ?? null,
    hard: text?.hard ?? null,
    trial: text?.trial ?? null,
  }
}

interface Line {
  kind: 'carries' | 'new' | 'rises' | 'fades' | 'idle'
  change: SkillChange
}

/** Weight × levels between. */
function sizeOf({ weight, before, after }: SkillChange): number {
  return weight * Math.abs(after - before)
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
  const change = (after: number, weight: Weight) => ({
    skill: skill.id,
    name: skill.name,
    before,
    after,
    weight,
  })
  if (before < there.level)
    return { kind: here.level === 0 ? 'new' : 'rises', change: change(there.level, there.weight) }
  // A private skill is about how somebody keeps well, which no role takes away.
  if (before - there.level >= FADES_FROM && !skill.private) {
    const after = Math.max(there.level + 1, before - Math.floor(leg.years / YEARS_PER_LEVEL))
    if (after < before) return { kind: 'fades', change: change(after, here.weight) }
  }
  return { kind: there.level > 0 ? 'carries' : 'idle', change: change(before, there.weight) }
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
