// The sentences about one planned step: why here, who could see it, and what to look for.

import type { Framework, Skill } from '../framework/framework.ts'
import { anchorOf, findSkill } from '../framework/look-up.ts'
import { type FirstPractice, practiceThisWeek } from '../planning/level-picture.ts'
import { capitalise, counted, inSentence, listInWords } from '../planning/plain-words.ts'
import type { Waiting } from './choose-areas.ts'

export interface StepFacts {
  name: string
  from: number
  level: number
  hours: number
  frozen: boolean
  pinned: boolean
  /** The framework's own reason for putting it first; null where it does not. */
  comesFirst: string | null
  /** Names of open skills that build on it: of those in the plan, and how many in all. */
  before: string[]
  buildOnIt: number
  /** Names of the roles of which it is a must-have. */
  mustHaveOf: string[]
  /** 3 critical to 0; the highest over the roles. */
  weight: number
  /** Levels still open before this step. */
  open: number
  language: string
}

/** "Before delegation, because four open skills build on it." */
export function whySentence(facts: StepFacts): string {
  if (facts.frozen) return 'It is in this quarter already, and a new plan leaves the current quarter alone.'
  if (facts.comesFirst !== null) return facts.comesFirst
  if (facts.pinned) return 'You pinned it.'
  const needs = [missingClause(facts)]
  if (facts.mustHaveOf.length > 0) needs.push(`a must-have of ${listInWords(facts.mustHaveOf)}`)
  const body = `${capitalise(needs.join(', '))}; this step takes about ${hoursWords(facts.hours)}.`
  const first = facts.before[0]
  if (first === undefined) return body
  const many =
    facts.buildOnIt > 1 ? `${counted(facts.buildOnIt, 'open skill')} build on it` : 'that builds on it'
  return `Before ${inSentence(first, facts.language)}, because ${many}. ${body}`
}

function missingClause({ weight, open }: StepFacts): string {
  const word = ['asked for by none of your roles', 'helpful', 'important', 'critical'][weight] ?? 'helpful'
  return `${word}, ${counted(open, 'level')} missing`
}

/** "12 hours", "one hour". */
export function hoursWords(hours: number): string {
  const whole = Math.max(1, Math.round(hours))
  return whole === 1 ? 'one hour' : `${whole} hours`
}

/** One or two things to do this week. */
export function practicesFor(framework: Framework, skill: Skill, from: number): FirstPractice[] {
  const written = anchorOf(skill, Math.max(1, from))?.practices ?? []
  if (written.length === 0) return [practiceThisWeek(framework, skill, from)]
  return written.slice(0, 2).map(({ id, text }) => ({ id, text, fromScale: false }))
}

/** Who can witness the skill often, or at least sometimes. */
export function observersSentence(skill: Skill): string {
  if (skill.private) return 'Only you can tell, and nobody else is asked.'
  const { observability } = skill
  if (observability === undefined) {
    return 'The framework does not say who can see it: ask somebody who works beside you.'
  }
  const people = [
    ['colleagues', observability.peers],
    ['your manager', observability.manager],
    ['people who report to you', observability.reports],
  ] as const
  const who = (least: number) => people.filter(([, often]) => often >= least).map(([name]) => name)
  if (who(2).length > 0) return `${capitalise(listInWords(who(2)))} could see it often.`
  if (who(1).length > 0)
    return `${capitalise(listInWords(who(1)))} could see it now and then: tell them what to look for.`
  return 'Hardly anybody sees it: show somebody what you did.'
}

export function opportunitySentence(framework: Framework, level: number): string {
  const scope = scopeOf(framework, level)
  if (scope === null)
    return 'Look for a piece of your work that needs it, and say beforehand what you practise.'
  return `Look for a piece of work of this scope: ${scope}.`
}

/** What waits for work of the same scope in one sentence; what can only be learned in the role each in its own. */
export function waitingSentences(framework: Framework, waiting: readonly Waiting[]): string[] {
  const gated = waiting.filter((one) => one.kind === 'gated')
  const byLevel = new Map<number, Waiting[]>()
  for (const one of waiting.filter(({ kind }) => kind === 'scope')) {
    byLevel.set(one.level, [...(byLevel.get(one.level) ?? []), one])
  }
  return [
    ...gated.map((one) => gatedSentence(framework, one)),
    ...[...byLevel].map(([level, those]) => scopeSentence(framework, level, those)),
  ]
}

function gatedSentence(framework: Framework, { skill, name, level, goal }: Waiting): string {
  const levels = goal > level ? `from level ${level} on` : `at level ${level}`
  const found = findSkill(framework, skill)
  const rehearse = found ? ` To rehearse it: ${practiceThisWeek(framework, found, 0).text}` : ''
  return `${capitalise(inSentence(name, framework.language))} ${levels} can only be learned in the role.${rehearse}`
}

function scopeSentence(framework: Framework, level: number, those: readonly Waiting[]): string {
  const names = listInWords(those.map(({ name }) => inSentence(name, framework.language)))
  const scope = scopeOf(framework, level)
  const work = scope === null ? 'larger work than your role gives' : `work of this scope: ${scope}`
  const need = those.length === 1 ? 'needs' : 'need'
  return `${capitalise(names)} from level ${level} on ${need} ${work}. An employer gives that, not practice: watch for it and ask.`
}

function scopeOf(framework: Framework, level: number): string | null {
  const scope = framework.scale.find((entry) => entry.level === level)?.scope
  return scope === undefined || !/\p{L}/u.test(scope) ? null : scope
}
