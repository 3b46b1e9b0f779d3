// What is being tried on a plan: the choices now, those before each change, and what the last change is called.
import { useCallback, useState } from 'react'
import { changed, type PlanChange, sameTrial, type Trial } from './plan-choices.ts'
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
  now: Trial
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
  told: Told | null
  canUndo: boolean
  /** `say` names the change as the subject of a sentence, against the choices before it. */
  act(change: PlanChange, say: (before: Trial) => string, before: SettledPlan | null): void
  undo(subject: string, before: SettledPlan | null): void
  /** Tells what something else than a choice changed: a report of progress. */
  tell(told: Told | null): void
}

/**
 * `kept` may be another object at any time; the trial starts anew when it says something else. It begins with `start`,
 * which differs from what is kept where somebody looks at another role.
 */
export function useTrial(kept: Trial, start: Trial): TrialHands {
  const [state, setState] = useState<State>({ kept, now: start, past: [], told: null, last: null })
  if (!sameTrial(state.kept, kept)) setState({ ...state, kept, now: kept, past: [], last: null })
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
  return {
    now: state.now,
    isTried: !sameTrial(state.now, state.kept),
    told: state.told,
    canUndo: state.past.length > 0,
    act,
    undo,
    tell,
  }
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
  return change.kind === 'hours' ? change.control : null
}
