// Two honest thresholds before a move: ready to try, and must-haves met.

import type { Framework, Role } from '../framework/framework.ts'
import { expectationOf, findRole, findSkill } from '../framework/look-up.ts'
import { gapsTo, openGap, type SkillGap } from './gap.ts'
import { type Levels, levelOf } from './levels.ts'
import { mustHavesOf } from './must-haves.ts'
import { capitalise, counted, inSentence, listInWords } from './plain-words.ts'

/** Outside gated skills: at most so many critical gaps, none wider than one level. */
export const CRITICAL_GAPS_TO_TRY = 3

interface MustHave {
  skill: string
  name: string
  now: number
  needed: number
  gap: number
  met: boolean
  assumed: boolean
}

export interface ReadyToTry {
  ready: boolean
  /** Critical gaps, gated skills left out, widest first: what stands in the way or is nearly there. */
  criticalGaps: SkillGap[]
  /** Those of them that are wider than one level. */
  tooWide: SkillGap[]
  /** Critical gaps that can only be closed in the role: they never block, and its first plan starts with them. */
  startInTheRole: SkillGap[]
  mustHaves: MustHave[]
  mustHavesMet: boolean
  /** One sentence. */
  words: string
}

/** Ready to try: outside gated skills, no critical gap above 1 and at most three critical gaps. */
export function readyToTry(framework: Framework, levels: Levels, toRole: string): ReadyToTry {
  const critical = gapsTo(framework, levels, toRole).filter((line) => line.weight === 3 && line.gap > 0)
  const isGated = (line: SkillGap) => findSkill(framework, line.skill)?.access === 'gated'
  const criticalGaps = critical.filter((line) => !isGated(line)).toSorted((a, b) => b.gap - a.gap)
  const tooWide = criticalGaps.filter((line) => line.gap > 1)
  const role = findRole(framework, toRole)
  const mustHaves = role ? mustHaveStates(framework, levels, role) : []
  const state = {
    ready: tooWide.length === 0 && criticalGaps.length <= CRITICAL_GAPS_TO_TRY,
    criticalGaps,
    tooWide,
    startInTheRole: critical.filter(isGated),
    mustHaves,
    mustHavesMet: mustHaves.every((mustHave) => mustHave.met),
  }
  return { ...state, words: readyInWords(state, framework.language) }
}

function mustHaveStates(framework: Framework, levels: Levels, role: Role): MustHave[] {
  return mustHavesOf(framework, role).map((skill) => {
    const expectation = expectationOf(framework, role.id, skill)
    const now = levelOf(levels, skill)
    const gap = openGap(now.level, expectation)
    const name = findSkill(framework, skill)?.name ?? skill
    return {
      skill,
      name,
      now: now.level,
      needed: expectation.level,
      gap,
      met: gap === 0,
      assumed: now.assumed,
    }
  })
}

function readyInWords(state: Omit<ReadyToTry, 'words'>, language: string): string {
  if (state.ready && state.mustHaves.length === 0 && state.criticalGaps.length === 0) {
    return `Ready to try: no critical skill is missing${later(state, language)}.`
  }
  if (state.ready) {
    return `Ready to try, ${state.mustHavesMet ? 'must-haves met' : remaining(state)}${later(state, language)}.`
  }
  if (state.tooWide.length === 0) {
    const open = counted(state.criticalGaps.length, 'critical gap')
    return `${capitalise(open)} of one level are open; with three or fewer you would be ready to try.`
  }
  const names = state.tooWide.slice(0, 3).map((line) => inSentence(line.name, language))
  const more = state.tooWide.length - names.length
  const list = more > 0 ? `${names.join(', ')} and ${counted(more, 'other')}` : listInWords(names)
  return `Not ready to try yet: ${list} ${state.tooWide.length === 1 ? 'is' : 'are'} still two levels or more away.`
}

function remaining(state: Omit<ReadyToTry, 'words'>): string {
  const open = state.mustHaves.filter((mustHave) => !mustHave.met).length
  return `with ${counted(open, 'must-have')} still open`
}

function later(state: Omit<ReadyToTry, 'words'>, language: string): string {
  if (state.startInTheRole.length === 0) return ''
  const names = state.startInTheRole.map((line) => inSentence(line.name, language))
  return `; ${listInWords(names)} can only be learned in the role`
}
