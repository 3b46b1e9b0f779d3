// Whether the soft skills that a destination rests on have stood still while hard ones grew: said once, kindly, or not at all.

import type { LevelHistory } from '../assessment/level-history.ts'
import type { Framework, Skill, Statement } from '../framework/framework.ts'
import { anchorOf, expectationOf, findRole } from '../framework/look-up.ts'
import { climb } from '../planning/climb.ts'
import { focus } from '../planning/focus.ts'
import { type Levels, levelOf } from '../planning/levels.ts'
import {
  capitalise,
  counted,
  inSentence,
  listInWords,
  percent,
  withArticle,
} from '../planning/plain-words.ts'

interface PlateauSkill {
  skill: string
  name: string
  /** A year ago, and now. */
  before: number
  now: number
}

export interface SoftPlateau {
  /** The destination it is about: the first of those given that shows it. */
  role: string
  /** Soft skills that the destination asks more of, and that did not rise; most worth first. */
  still: PlateauSkill[]
  /** Hard skills that rose meanwhile, by how much. */
  grown: PlateauSkill[]
  /** What was seen, what it usually costs, and one thing to do; each one sentence, the last one null without practices. */
  seen: string
  costs: string
  step: Statement | null
}

const YEAR_MS = 365 * 24 * 3600 * 1000
/** From this weight on a skill matters for a destination. */
const MATTERS = 2
const NAMED_AT_MOST = 2

/**
 * Null unless, for one of the destinations, all of this holds over the twelve months before `now` (ISO time): at least
 * one hard skill rose; no soft skill that matters there and is still open rose; and at least one of those was looked
 * at both before and within these months. What nobody looked at twice is silence, and silence is no finding. Private
 * skills are left out. Staying is no destination here.
 */
export function softPlateau(
  framework: Framework,
  levels: Levels,
  history: LevelHistory,
  destinations: readonly string[],
  now: string,
): SoftPlateau | null {
  const moved = framework.skills
    .filter((skill) => !skill.private)
    .flatMap((skill) => movementOf(skill, levels, history, now))
  const grown = moved
    .filter(({ skill, before, now: level }) => skill.kind === 'hard' && level > before)
    .toSorted((a, b) => b.now - b.before - (a.now - a.before))
  if (grown.length === 0) return null
  for (const role of destinations) {
    if (findRole(framework, role) === undefined) continue
    const soft = moved.filter(
      ({ skill }) => skill.kind === 'soft' && expectationOf(framework, role, skill.id).weight >= MATTERS,
    )
    const open = soft.filter(
      ({ skill, now: level }) => level < expectationOf(framework, role, skill.id).level,
    )
    if (open.length === 0 || soft.some(({ before, now: level }) => level > before)) continue
    return plateauOf(framework, levels, role, open, grown)
  }
  return null
}

interface Movement {
  skill: Skill
  before: number
  now: number
}

/** Nothing where the skill was not looked at both more than a year ago and since. */
function movementOf(skill: Skill, levels: Levels, history: LevelHistory, now: string): Movement[] {
  const said = history.get(skill.id) ?? []
  const yearAgo = Date.parse(now) - YEAR_MS
  const before = said.findLast(({ at }) => Date.parse(at) <= yearAgo)
  const since = said.some(({ at }) => Date.parse(at) > yearAgo)
  if (before === undefined || !since) return []
  return [{ skill, before: before.level, now: levelOf(levels, skill.id).level }]
}

function plateauOf(
  framework: Framework,
  levels: Levels,
  role: string,
  open: readonly Movement[],
  grown: readonly Movement[],
): SoftPlateau {
  const order = focus(framework, levels, role).map((item) => item.skill)
  const still = open.toSorted((a, b) => order.indexOf(a.skill.id) - order.indexOf(b.skill.id))
  const first = still[0]?.skill
  const aTarget = withArticle(inSentence(findRole(framework, role)?.name ?? role, framework.language))
  const [subject, stayed] =
    still.length === 1
      ? [namesOf(framework, still), 'has stayed where it was']
      : [namesOf(framework, still), 'have stayed where they were']
  return {
    role,
    still: still.map(asSkill),
    grown: grown.map(asSkill),
    seen: `In the last twelve months ${namesOf(framework, grown)} rose. ${capitalise(subject)}, of which ${aTarget} needs more, ${stayed}.`,
    costs: costsSentence(framework, levels, role, aTarget),
    step: first === undefined ? null : nextPractice(first, levels),
  }
}

function namesOf(framework: Framework, list: readonly Movement[]): string {
  const names = list.slice(0, NAMED_AT_MOST).map(({ skill }) => inSentence(skill.name, framework.language))
  const more = list.length - NAMED_AT_MOST
  return listInWords(more > 0 ? [...names, counted(more, 'other')] : names)
}

function asSkill({ skill, before, now }: Movement): PlateauSkill {
  return { skill: skill.id, name: skill.name, before, now }
}

function costsSentence(framework: Framework, levels: Levels, role: string, aTarget: string): string {
  const { hardShare } = climb(framework, levels, role)
  const share = percent(1 - (hardShare ?? 0))
  return `That happens easily to somebody who is good at the work. What it usually costs is time: ${share} of what is missing for ${aTarget} is soft, and more hard skill brings that part no nearer.`
}

/** The practice that leads on from the level held; where nothing is written for it, that of the next level. */
function nextPractice(skill: Skill, levels: Levels): Statement | null {
  const { level } = levelOf(levels, skill.id)
  const anchor = anchorOf(skill, level) ?? anchorOf(skill, level + 1)
  return anchor?.practices[0] ?? null
}
