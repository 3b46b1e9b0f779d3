// What the page and the thread that reads feedback say to each other.
import type { FeedbackReading } from '../../core/decode/read-feedback.ts'
import type { Correction } from '../../core/decode/weigh-corrections.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { ExplainedLink } from '../../core/linking/explain-links.ts'
import type { LinkCorrection } from '../../core/linking/link-correction.ts'
import type { FormAnswer, PacketSection } from '../../core/packet/packet.ts'

/** Sent once, before anything is asked. It has no answer. */
export interface ToldFramework {
  kind: 'framework'
  framework: Framework
  /** What the person corrected about how it is read. */
  corrected: readonly LinkCorrection[]
}

export interface ToldQuestion {
  kind: 'read'
  text: string
  /** Where the text begins in the whole, for the places in the answer. */
  start: number
  corrections: readonly Correction[]
}

export type ToldAnswer = FeedbackReading[]

/** How the framework is read, as it was found and before anything was corrected. */
export interface LinksQuestion {
  kind: 'links'
}

export type LinksAnswer = ExplainedLink[]

/** What a packet holds, arranged under the questions of a form. */
export interface AnswersQuestion {
  kind: 'answers'
  sections: readonly PacketSection[]
  questions: readonly string[]
}

export type AnswersAnswer = FormAnswer[]
