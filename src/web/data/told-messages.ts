// What the page and the thread that reads feedback say to each other.
import type { FeedbackReading } from '../../core/decode/read-feedback.ts'
import type { Correction } from '../../core/decode/weigh-corrections.ts'
import type { Framework } from '../../core/framework/framework.ts'

/** Sent once, before anything is asked. It has no answer. */
export interface ToldFramework {
  kind: 'framework'
  framework: Framework
}

export interface ToldQuestion {
  kind: 'read'
  text: string
  /** Where the text begins in the whole, for the places in the answer. */
  start: number
  corrections: readonly Correction[]
}

export type ToldAnswer = FeedbackReading[]
