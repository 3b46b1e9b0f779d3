// What somebody practised: one step in one week, as they report it.

import type { StepName } from '../plan/plan-request.ts'
import type { KnownPace } from './pace-evidence.ts'
import type { StepProgress } from './step-progress.ts'

/** Characters of a note. */
export const LONGEST_NOTE = 300

/** Names one entry: there is one for each step and week. */
export interface ProgressKey extends StepName {
  /** A Monday, such as 2026-11-23. */
  week: string
}

export interface ProgressContent {
  /** Hours of practice in that week; 0 says that there were none. */
  hours: number
  /** Ids of the framework's practices that were done. */
  practices: string[]
  /** The person says that the step is done. Whether it is, a rating shows. */
  done: boolean
  /** One line. */
  note: string
}

/** Only what was reported. */
export function contentOf({ hours, practices, done, note }: ProgressContent): ProgressContent {
  return { hours, practices, done, note }
}

export interface ProgressEntry extends ProgressKey, ProgressContent {
  /** Chosen by the writer; the entity tag. */
  revisionId: string
  /** 1 for the first report of this step in this week. */
  version: number
  frameworkDigest: string
  reportedAt: string
}

/** A line of an entry's history. */
export interface ProgressRevision extends ProgressEntry {
  withdrawn: boolean
  replaces: string | null
}

/** Every week that was reported, and what it says. */
export interface ProgressState {
  framework: { digest: string; id: string; name: string; version: string }
  /** By week, then by skill. */
  entries: ProgressEntry[]
  steps: StepProgress[]
  pace: KnownPace
}
