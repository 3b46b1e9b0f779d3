// What would reorder the focus list: for each neighbouring pair the smallest single change that swaps it.

import type { Framework, Skill } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'
import { FOCUS_LENGTH, type FocusItem, type FocusOptions, focus } from './focus.ts'
import { type Levels, levelOf } from './levels.ts'
import { withoutNoise } from './plain-words.ts'
import { reorderSentence } from './reorder-words.ts'
import { SCORE_PARAMETERS, type ScoreParameters } from './score.ts'

/** A level that is other than stated, in the skill that leads, the one behind it, or one that builds on either. */
export interface LevelChange {
  kind: 'level'
  skill: string
  name: string
  from: number
  to: number
  /** The level is only assumed today, and therefore the likelier to be different. */
  assumed: boolean
}

/** A parameter of the score set differently. */
export interface ParameterChange {
  kind: 'parameter'
  parameter: TunableParameter
  from: number
  to: number
}

type TunableParameter = 'unlockBonus' | 'partial' | 'gated'
export type ReorderChange = LevelChange | ParameterChange

export interface Reordering {
  first: FocusItem
  second: FocusItem
  /** Every change found, smallest first; empty where no single one swaps the two. */
  changes: { change: ReorderChange; sentence: string }[]
  /** "If problem framing were already at level 3, influence would come first." Null without a change. */
  sentence: string | null
}

export interface ReorderOptions extends FocusOptions {
  /** How many neighbouring pairs are looked at, from the top; five, so that the sixth may enter the five. */
  pairs?: number
}

/** Within these bounds the parameters are a matter of judgement; in hundredths. */
const BOUNDS: Record<TunableParameter, [number, number]> = {
  unlockBonus: [0, 20],
  partial: [80, 100],
  gated: [50, 100],
}

/** A change, and the whole list as it would be with it. */
interface Tried {
  change: ReorderChange
  items: FocusItem[]
}

/** Each candidate is tried by computing the whole list again, so that what is said is what would happen. */
export function whatWouldReorder(
  framework: Framework,
  levels: Levels,
  toRole: string,
  options: ReorderOptions = {},
): Reordering[] {
  const items = focus(framework, levels, toRole, options)
  const tryOut = (change: ReorderChange): Tried => ({
    change,
    items: focusAfter(framework, levels, toRole, options, change),
  })
  const parametersTried = parameterCandidates(options.parameters ?? SCORE_PARAMETERS).map(tryOut)
  return items.slice(0, options.pairs ?? FOCUS_LENGTH).flatMap((first, index) => {
    const second = items[index + 1]
    if (!second) return []
    const levelsTried = levelCandidates(framework, levels, toRole, first, second).map(tryOut)
    return [reordering(first, second, [...levelsTried, ...parametersTried], framework.language)]
  })
}

function reordering(
  first: FocusItem,
  second: FocusItem,
  tried: readonly Tried[],
  language: string,
): Reordering {
  const swapping = tried.filter(({ items }) => placeOf(items, second.skill) < placeOf(items, first.skill))
  const changes = smallestOfEach(swapping)
    .toSorted((a, b) => compareChanges(a.change, b.change, first, second))
    .map(({ change, items }) => {
      const isTop = placeOf(items, second.skill) === 0
      return { change, sentence: reorderSentence({ change, first, second, isTop, language }) }
    })
  return { first, second, changes, sentence: changes[0]?.sentence ?? null }
}

/** Only these skills can move either score: the two themselves, and the skills that build on them. */
function levelCandidates(
  framework: Framework,
  levels: Levels,
  toRole: string,
  first: FocusItem,
  second: FocusItem,
): LevelChange[] {
  return framework.skills.flatMap((skill) => {
    const { level, assumed } = levelOf(levels, skill.id)
    const change = (to: number): LevelChange => ({
      kind: 'level',
      skill: skill.id,
      name: skill.name,
      from: level,
      to,
      assumed,
    })
    return reachableLevels(skill, level, expectationOf(framework, toRole, skill.id).level, first, second).map(
      change,
    )
  })
}

function reachableLevels(
  skill: Skill,
  now: number,
  needed: number,
  first: FocusItem,
  second: FocusItem,
): number[] {
  if (skill.id === first.skill) return range(now + 1, first.needed)
  if (skill.id === second.skill) return range(0, now - 1)
  if (skill.prerequisites.includes(first.skill) && needed > now) return [needed]
  if (skill.prerequisites.includes(second.skill) && needed > 0 && needed <= now) return [needed - 1]
  return []
}

function parameterCandidates(parameters: ScoreParameters): ParameterChange[] {
  return (Object.keys(BOUNDS) as TunableParameter[]).flatMap((parameter) => {
    const from = parameters[parameter]
    const [low, high] = BOUNDS[parameter]
    return range(low, high)
      .map((hundredths) => hundredths / 100)
      .filter((to) => to !== from)
      .map((to): ParameterChange => ({ kind: 'parameter', parameter, from, to }))
  })
}

function focusAfter(
  framework: Framework,
  levels: Levels,
  toRole: string,
  options: ReorderOptions,
  change: ReorderChange,
): FocusItem[] {
  if (change.kind === 'level') {
    const changed = { ...levels, [change.skill]: { level: change.to, assumed: change.assumed } }
    return focus(framework, changed, toRole, options)
  }
  const parameters = { ...(options.parameters ?? SCORE_PARAMETERS), [change.parameter]: change.to }
  return focus(framework, levels, toRole, { ...options, parameters })
}

/** A skill without a gap is behind every other. */
function placeOf(items: readonly FocusItem[], skill: string): number {
  const place = items.findIndex((item) => item.skill === skill)
  return place === -1 ? Number.POSITIVE_INFINITY : place
}

/** One change per skill and per parameter: the one that departs least from what is. */
function smallestOfEach(tried: readonly Tried[]): Tried[] {
  const smallest = new Map<string, Tried>()
  for (const one of tried) {
    const key = one.change.kind === 'level' ? `level ${one.change.skill}` : one.change.parameter
    const known = smallest.get(key)
    if (!known || sizeOf(one.change) < sizeOf(known.change)) smallest.set(key, one)
  }
  return [...smallest.values()]
}

/** Levels before parameters; fewer levels first; the two themselves before a third; assumed before rated. */
function compareChanges(a: ReorderChange, b: ReorderChange, first: FocusItem, second: FocusItem): number {
  if (a.kind === 'parameter' || b.kind === 'parameter') {
    const kinds = Number(a.kind === 'parameter') - Number(b.kind === 'parameter')
    return kinds || sizeOf(a) - sizeOf(b)
  }
  const isThird = (change: LevelChange) => Number(![first.skill, second.skill].includes(change.skill))
  return (
    sizeOf(a) - sizeOf(b) ||
    isThird(a) - isThird(b) ||
    Number(b.assumed) - Number(a.assumed) ||
    (a.skill < b.skill ? -1 : 1)
  )
}

function sizeOf(change: ReorderChange): number {
  return withoutNoise(Math.abs(change.to - change.from))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
