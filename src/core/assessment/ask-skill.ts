// Asks for one skill level by level: up while a level counts, down while it does not. A pure state machine.

import type { Framework, Skill } from '../framework/framework.ts'
import { anchorOf, expectationOf, findRole, topLevel } from '../framework/look-up.ts'
import type { NoLevelReason, RatingContent } from './assessment.ts'

/** What can be said about the level on the screen. */
type AskingAnswer =
  /** This level counts. */
  | { kind: 'counts' }
  /** It does not count yet. */
  | { kind: 'does-not-count' }
  /** On the way to it: the level below is met. */
  | { kind: 'approaching' }
  | { kind: 'not-sure' }
  /** No occasion to see it, or no need for it in the work. */
  | { kind: 'not-seen' }
  | { kind: 'not-needed' }

export type AskingAction =
  | AskingAnswer
  /** Ticks or unticks a behaviour of the level on the screen. */
  | { kind: 'tick'; behaviour: string }
  /** Takes back the last answer. */
  | { kind: 'back' }

export interface AskingState {
  skill: string
  top: number
  /** The level on the screen, 1 to top. */
  level: number
  /** The highest level that counted so far, and the lowest that did not; null while neither is known. */
  met: number | null
  unmet: number | null
  /** Ids of the ticked behaviours, over all levels shown. */
  ticked: string[]
  /** The rating, once there is nothing left to ask. */
  result: RatingContent | null
  /** The states before each answer, newest last; ticks are not steps. */
  history: Omit<AskingState, 'history'>[]
}

/**
 * Starts at the current role's expectation, or at level 1 where the role expects nothing; in the middle of the scale
 * where the role is not known, as of a colleague. A rating given before, if there is one, keeps its ticked behaviours.
 */
export function startAsking(
  framework: Framework,
  roleId: string,
  skill: Skill,
  before: RatingContent | null = null,
): AskingState {
  const top = topLevel(framework)
  const isRole = findRole(framework, roleId) !== undefined
  const expected = isRole ? expectationOf(framework, roleId, skill.id).level : Math.ceil(top / 2)
  return {
    skill: skill.id,
    top,
    level: Math.min(top, Math.max(1, before?.level ?? expected)),
    met: null,
    unmet: null,
    ticked: before?.behaviours ?? [],
    result: null,
    history: [],
  }
}

/** The next state. Answers after the end change nothing; `back` and ticks work at any time. */
export function answer(state: AskingState, action: AskingAction): AskingState {
  if (action.kind === 'tick') return withTick(state, action.behaviour)
  if (action.kind === 'back') return stepBack(state)
  if (state.result !== null) return state
  const { history, ...here } = state
  return { ...afterAnswer(state, action), history: [...history, here] }
}

/** The behaviours of the level on the screen. */
export function behavioursAsked(skill: Skill, state: AskingState) {
  return anchorOf(skill, state.level)?.behaviours ?? []
}

/**
 * One key per answer, so that a whole round needs no pointer; null for any other key. Letters follow the words:
 * y(es), n(o), a(pproaching), s (not sure), and Backspace to go back. The arrows stay with the page: whoever scrolls
 * with them says nothing about themselves.
 */
export function actionForKey(key: string): AskingAction | null {
  switch (key) {
    case 'y':
      return { kind: 'counts' }
    case 'n':
      return { kind: 'does-not-count' }
    case 'a':
      return { kind: 'approaching' }
    case 's':
      return { kind: 'not-sure' }
    case 'Backspace':
      return { kind: 'back' }
    default:
      return null
  }
}

function afterAnswer(state: AskingState, { kind }: AskingAnswer): AskingState {
  switch (kind) {
    case 'counts':
      return afterCounting(state)
    case 'does-not-count':
      return afterNotCounting(state)
    case 'approaching':
      return settle(state, state.level - 1, true)
    case 'not-sure':
      // Doubt about the next level up leaves the one that counted; otherwise nothing is known.
      return state.met === null ? withoutLevel(state, 'cannot-tell') : settle(state, state.met)
    case 'not-seen':
    case 'not-needed':
      return withoutLevel(state, kind)
  }
}

/** Levels are cumulative: what is below a level that counts is taken as met. */
function afterCounting(state: AskingState): AskingState {
  const met = state.level
  const isSettled = met === state.top || state.unmet === met + 1
  return isSettled ? settle({ ...state, met }, met) : { ...state, met, level: met + 1 }
}

function afterNotCounting(state: AskingState): AskingState {
  const unmet = state.level
  const below = unmet - 1
  const isSettled = below === 0 || state.met === below
  return isSettled ? settle({ ...state, unmet }, below) : { ...state, unmet, level: below }
}

function settle(state: AskingState, level: number, approaching = false): AskingState {
  return { ...state, result: content(state, { level, approaching, reason: null }) }
}

function withoutLevel(state: AskingState, reason: NoLevelReason): AskingState {
  return { ...state, result: content(state, { level: null, approaching: false, reason }) }
}

function content(
  state: AskingState,
  decided: Pick<RatingContent, 'level' | 'approaching' | 'reason'>,
): RatingContent {
  return { ...decided, behaviours: state.ticked, confidence: null, observedOn: null, note: '' }
}

function withTick(state: AskingState, behaviour: string): AskingState {
  const ticked = state.ticked.includes(behaviour)
    ? state.ticked.filter((id) => id !== behaviour)
    : [...state.ticked, behaviour]
  return { ...state, ticked, result: state.result ? { ...state.result, behaviours: ticked } : null }
}

/** Ticks stay: they were made about behaviours, not about the answer that is taken back. */
function stepBack(state: AskingState): AskingState {
  const before = state.history.at(-1)
  return before ? { ...before, ticked: state.ticked, history: state.history.slice(0, -1) } : state
}
