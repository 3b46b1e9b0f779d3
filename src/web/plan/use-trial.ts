// What is being tried on a plan: the choices now, those before each change, and what the last change is called.
import { useCallback, useState } from 'react'
import { changed, type PlanChange, sameTrial, type Trial } from './plan-choices.ts'
import type { FoundDraft } from './plan-draft.ts'
import type { SettledPlan } from './use-planning.ts'

/** A change to tell the cost of: its name as the subject of a sentence, and the plan before it. */
export interface Told {
  subject: string
  /** Null where it was no choice: something was taken back, or reported. */
  change: PlanChange | null
  before: SettledPlan
  /** What else there is to say, in sentences. */
  why: string[]
}

interface State {
  kept: Trial
  /** What was looked at before anything was changed. */
  untouched: Trial
  now: Trial
  /** It was tried on an earlier visit. */
  isBack: boolean
  /** What was tried on a plan that has changed meanwhile; null where nothing was. */
  overtaken: Trial | null
  past: Trial[]
  told: Told | null
  /** Which control was moved last, and when: a slider on its way is one change. */
  last: { control: string | null; at: number } | null
}

/** Further moves of the same control within this time belong to the same change, in milliseconds. */
const ONE_CHANGE = 1500

export interface TrialHands {
  now: Trial
  /** Differs from what is kept. */
  isTried: boolean
  /** The person changed something that is neither kept nor taken back. */
  isTouched: boolean
  isBack: boolean
  overtaken: Trial | null
  told: Told | null
  canUndo: boolean
  /** `say` names the change as the subject of a sentence, against the choices before it. */
  act(change: PlanChange, say: (before: Trial) => string, before: SettledPlan | null): void
  undo(subject: string, before: SettledPlan | null): void
  /** Tells what something else than a choice changed: a report of progress. */
  tell(told: Told | null): void
  /** Lets go of what was brought back, or of what is only offered. */
  letGo(): void
  /** Tries what is offered on the plan that holds now. */
  takeUp(): void
}

/**
 * `kept` may be another object at any time; the trial starts anew when it says something else, and what was tried until
 * then is offered. It begins with `start`, which differs from what is kept where somebody looks at another role, or with
 * what was `found` of an earlier visit.
 */
export function useTrial(kept: Trial, start: Trial, found: FoundDraft | null): TrialHands {
  const [state, setState] = useState<State>(() => firstState(kept, start, found))
  if (!sameTrial(state.kept, kept)) setState(afterKept(state, kept))
  const act = useCallback(
    (change: PlanChange, say: (before: Trial) => string, before: SettledPlan | null) => {
      const at = performance.now()
      setState((state) => afterChange(state, change, { say, before, at }))
    },
    [],
  )
  const undo = useCallback((subject: string, before: SettledPlan | null) => {
    setState((state) => {
      const now = state.past.at(-1)
      if (now === undefined) return state
      const told = before ? { subject, change: null, before, why: [] } : null
      return { ...state, now, past: state.past.slice(0, -1), told, last: null }
    })
  }, [])
  const tell = useCallback((told: Told | null) => setState((state) => ({ ...state, told })), [])
  const letGo = useCallback(() => {
    setState((state) => (state.overtaken ? { ...state, overtaken: null } : replaced(state, state.untouched)))
  }, [])
  const takeUp = useCallback(() => {
    setState((state) => ({ ...replaced(state, state.overtaken ?? state.now), overtaken: null }))
  }, [])
  return {
    now: state.now,
    isTried: !sameTrial(state.now, state.kept),
    isTouched: !sameTrial(state.now, state.untouched),
    isBack: state.isBack && !sameTrial(state.now, state.untouched),
    overtaken: state.overtaken,
    told: state.told,
    canUndo: state.past.length > 0,
    act,
    undo,
    tell,
    letGo,
    takeUp,
  }
}

function firstState(kept: Trial, start: Trial, found: FoundDraft | null): State {
  const isBack = found !== null && !found.isOvertaken
  return {
    kept,
    untouched: start,
    now: isBack ? found.trial : start,
    isBack,
    overtaken: found?.isOvertaken ? found.trial : null,
    past: [],
    told: null,
    last: null,
  }
}

/** What this window kept itself is the same wishes; anything else came from elsewhere, and must not take them away. */
function afterKept(state: State, kept: Trial): State {
  const isLost =
    !sameTrial(state.now, state.untouched) &&
    !sameTrial({ ...state.now, keepQuarter: kept.keepQuarter, anew: kept.anew }, kept)
  const overtaken = isLost ? state.now : state.overtaken
  return { ...state, kept, untouched: kept, now: kept, isBack: false, overtaken, past: [], last: null }
}

/** All at once, and undone at once. */
function replaced(state: State, now: Trial): State {
  return { ...state, now, past: [...state.past, state.now], told: null, last: null }
}

function afterChange(
  state: State,
  change: PlanChange,
  { say, before, at }: { say: (before: Trial) => string; before: SettledPlan | null; at: number },
): State {
  const now = changed(state.now, change)
  if (sameTrial(now, state.now)) return state
  const control = controlOf(change)
  const goesOn = control !== null && state.last?.control === control && at - state.last.at < ONE_CHANGE
  const past = goesOn ? state.past : [...state.past, state.now]
  const outcome = goesOn ? (state.told?.before ?? before) : before
  const told = outcome ? { subject: say(past.at(-1) ?? state.now), change, before: outcome, why: [] } : null
  return { ...state, now, past, told, last: { control, at } }
}

/** Only sliders move through many values on their way to one; every other change stands alone. */
function controlOf(change: PlanChange): string | null {
  if (change.kind === 'share') return `share ${change.role}`
  return change.kind === 'hours' ? change.control : null
}
