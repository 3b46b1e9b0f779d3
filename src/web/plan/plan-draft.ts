// What is being tried on a plan, kept in this browser until it is kept, let go or taken up: one place for each window.
import { choicesAt } from '../../core/plan/keep-plan.ts'
import { DRAFT_PREFIX, type DraftStore } from '../data/drafts.ts'
import type { Trial } from './plan-choices.ts'

/** Where a trial belongs: another framework version, or another role in the address, is another trial. */
export interface DraftPlace {
  frameworkDigest: string
  /** Destinations in the address bar; null where it names none. */
  to: string | null
  /** Tells windows apart, so that two do not write over each other. */
  windowId: string
}

/** What a trial was made on. */
export interface DraftBase {
  /** The kept plan; null where none was. */
  revisionId: string | null
  /** First day of the quarter that its choices count from. */
  startsOn: string
}

interface PlanDraft {
  trial: Trial
  base: DraftBase
  /** The plan had changed under it already. */
  isOvertaken: boolean
  at: number
}

export interface FoundDraft {
  trial: Trial
  /** The plan has changed since: it is offered, and not put over what is kept now. */
  isOvertaken: boolean
}

/**
 * The trial of this window, or else the latest of another one, which moves here: a window that is still open writes its
 * own again at its next change. `today` as 2026-11-25.
 */
export function takeUpDraft(
  drafts: DraftStore,
  place: DraftPlace,
  now: DraftBase,
  today: string,
): FoundDraft | null {
  const own = keyOf(place)
  const found = drafts.list(prefixOf(place)).flatMap(({ key, text }) => {
    const draft = readDraft(text)
    if (draft === null) drafts.remove(key)
    return draft === null ? [] : [{ key, draft }]
  })
  const latest = found.toSorted((a, b) => b.draft.at - a.draft.at)
  const taken = latest.find(({ key }) => key === own) ?? latest[0]
  if (taken === undefined) return null
  const { trial, base, isOvertaken, at } = taken.draft
  if (taken.key !== own) {
    drafts.remove(taken.key)
    drafts.write(own, JSON.stringify({ trial, base, isOvertaken, at } satisfies PlanDraft))
  }
  return {
    trial: { ...trial, ...choicesAt({ choices: trial, startsOn: base.startsOn }, today) },
    isOvertaken: isOvertaken || base.revisionId !== now.revisionId,
  }
}

/** Null removes it. `at` in milliseconds, for telling which is the latest. */
export function keepDraft(drafts: DraftStore, place: DraftPlace, draft: PlanDraft | null): void {
  if (draft === null) drafts.remove(keyOf(place))
  else drafts.write(keyOf(place), JSON.stringify(draft))
}

function prefixOf({ frameworkDigest, to }: DraftPlace): string {
  return `${DRAFT_PREFIX}plan.${frameworkDigest}.${to ?? ''}.`
}

function keyOf(place: DraftPlace): string {
  return prefixOf(place) + place.windowId
}

/** Null for what an older program wrote, or another hand. */
function readDraft(text: string): PlanDraft | null {
  try {
    const { trial, base, isOvertaken, at } = JSON.parse(text) as Partial<PlanDraft>
    const isWhole =
      Array.isArray(trial?.destinations) &&
      [trial.hoursPerWeek, trial.pins, trial.without, trial.order].every(Array.isArray) &&
      [trial.quarters, trial.focusLimit, trial.heavyWeeks, at].every(Number.isFinite) &&
      typeof trial.opportunities === 'object' &&
      typeof base?.startsOn === 'string'
    return isWhole ? { trial, base, isOvertaken: isOvertaken === true, at: at ?? 0 } : null
  } catch {
    return null
  }
}
