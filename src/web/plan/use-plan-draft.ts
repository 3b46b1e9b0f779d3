// Finds what was being tried on a plan when the page was left, and writes down what is tried now.
import { useEffect, useState } from 'react'
import type { PlanState } from '../../core/plan/plan-state.ts'
import { browserDrafts } from '../data/drafts.ts'
import { windowId } from '../data/window-id.ts'
import { type DraftPlace, type FoundDraft, keepDraft, takeUpDraft } from './plan-draft.ts'
import type { TrialHands } from './use-trial.ts'

function placeOf(state: PlanState, to: string | null): DraftPlace {
  return { frameworkDigest: state.framework.digest, to, windowId: windowId() }
}

function baseOf({ kept, startsOn }: PlanState) {
  return { revisionId: kept?.revisionId ?? null, startsOn }
}

/** Looked for once, when the page opens. `to` are the destinations in the address bar. */
export function useFoundDraft(state: PlanState, to: string | null): FoundDraft | null {
  const [found] = useState(() => takeUpDraft(browserDrafts, placeOf(state, to), baseOf(state), state.today))
  return found
}

/** What the person changed is written down at once; what they have not touched is not. */
export function useKeptDraft(
  state: PlanState,
  to: string | null,
  { now, isTouched, overtaken }: Pick<TrialHands, 'now' | 'isTouched' | 'overtaken'>,
): void {
  useEffect(() => {
    const trial = isTouched ? now : overtaken
    const draft =
      trial === null ? null : { trial, base: baseOf(state), isOvertaken: !isTouched, at: Date.now() }
    keepDraft(browserDrafts, placeOf(state, to), draft)
  }, [state, to, now, isTouched, overtaken])
}
