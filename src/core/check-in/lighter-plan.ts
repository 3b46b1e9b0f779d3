// When a plan should offer to ask for less, and how it would: after heavy weeks, or where a skill that comes first is low.

import type { Framework, Skill } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'
import { choicesAt } from '../plan/keep-plan.ts'
import type { PlanChoices, PlanRevision } from '../plan/kept-plan.ts'
import { HEAVY_HALVES, HEAVY_PAUSES } from '../plan/plan-request.ts'
import { comesFirst } from '../planning/focus.ts'
import { type Levels, levelOf } from '../planning/levels.ts'
import { counted, numberWord } from '../planning/plain-words.ts'
import type { CheckIn } from './check-in.ts'
import { heavyWeeksInARow } from './heavy-weeks.ts'

/** `low-first`: a skill that the framework puts first is rated far below what the role held asks. */
export type LighterReason = 'heavy-weeks' | 'low-first'

/** What was answered to an offer: quiet until that day, or for good where it is null. Missing: never asked. */
export type LighterAnswers = Partial<Record<LighterReason, { until: string | null }>>

export interface LighterOffer {
  reason: LighterReason
  /** Half the hours and one skill at a time, or no hours in this quarter at all. */
  kind: 'lighter' | 'pause'
  why: string
  /** What the framework says where such a skill is shown; null where it has none. */
  safeguard: string | null
  /** What the plan would be made from; null where no plan is kept, so that nothing has to be lightened. */
  choices: PlanChoices | null
}

export interface LighterBasis {
  framework: Framework
  /** The role held; null where it is not known. */
  role: string | null
  /** Assumed levels never bring an offer. */
  levels: Levels
  checkIns: readonly Pick<CheckIn, 'week' | 'ownAnswers'>[]
  kept: Pick<PlanRevision, 'choices' | 'startsOn'> | null
  answers: LighterAnswers
  /** A day such as 2026-11-26. */
  today: string
}

/** At most one; null where there is no reason, the plan is light already, or the person wants no more of it. */
export function lighterOffer(basis: LighterBasis): LighterOffer | null {
  return heavyOffer(basis) ?? lowFirstOffer(basis)
}

function heavyOffer(basis: LighterBasis): LighterOffer | null {
  const weeks = heavyWeeksInARow(basis.checkIns, basis.today)
  if (weeks < HEAVY_HALVES || isQuiet(basis, 'heavy-weeks')) return null
  const now = choicesNow(basis)
  const kind = now !== null && now.heavyWeeks >= HEAVY_HALVES ? 'pause' : 'lighter'
  const [hours = 0, next = hours] = now?.hoursPerWeek ?? []
  if (now !== null && hours === 0) return null
  if (kind === 'pause' && weeks < HEAVY_PAUSES) return null
  const rest = now?.hoursPerWeek.slice(2) ?? []
  const paused = { hoursPerWeek: [0, next, ...rest] }
  return {
    reason: 'heavy-weeks',
    kind,
    why: `You said of ${numberWord(weeks)} weeks in a row that their hours felt heavy.`,
    safeguard: safeguardOf(basis.framework),
    choices: now && { ...now, heavyWeeks: weeks, ...(kind === 'pause' ? paused : {}) },
  }
}

function lowFirstOffer(basis: LighterBasis): LighterOffer | null {
  const { framework, role, levels } = basis
  const now = choicesNow(basis)
  const [hours = 0, ...rest] = now?.hoursPerWeek ?? []
  const isLight = now === null || hours === 0 || now.focusLimit === 1 || now.heavyWeeks >= HEAVY_HALVES
  if (role === null || isLight || isQuiet(basis, 'low-first')) return null
  const low = framework.skills.find((skill) => comesFirst(framework, levels, skill, role))
  if (low === undefined) return null
  return {
    reason: 'low-first',
    kind: 'lighter',
    why: lowWords(low, expectationOf(framework, role, low.id).level - levelOf(levels, low.id).level),
    safeguard: low.safeguard ?? null,
    choices: { ...now, hoursPerWeek: [hours / 2, ...(rest.length > 0 ? rest : [hours])], focusLimit: 1 },
  }
}

function lowWords({ name }: Skill, below: number): string {
  return `${name} is rated ${counted(below, 'level')} below what your role asks, and a plan must not need strength that is not there.`
}

/** Skills that come first are about what a plan may ask; the first one's text stands for all. */
function safeguardOf(framework: Framework): string | null {
  const first = framework.skills.find((skill) => skill.firstWhenBelow !== undefined && skill.safeguard)
  return first?.safeguard ?? null
}

function choicesNow({ kept, today }: LighterBasis): PlanChoices | null {
  return kept === null ? null : choicesAt(kept, today)
}

function isQuiet({ answers, today }: LighterBasis, reason: LighterReason): boolean {
  const answer = answers[reason]
  return answer !== undefined && (answer.until === null || today < answer.until)
}
