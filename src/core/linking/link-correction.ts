// What a person corrected about how a framework of their own is read: which skills that the reader knows stand behind one of its skills.

import type { Framework } from '../framework/framework.ts'
import { fail, type Result, succeed } from '../result.ts'

export interface LinkCorrection {
  /** The id of the framework: its skills keep their ids from version to version, and so does the correction. */
  framework: string
  skill: string
  /** Ids of skills that the reader of feedback learned. Empty: none, and the skill is read by its own words. */
  known: string[]
}

export interface LinkCorrections {
  corrections: LinkCorrection[]
  /** Chosen by the writer; the entity tag. */
  revisionId: string
}

export interface LinkCommand {
  skill: string
  /** Null takes a correction back: what Skillmap found holds again. */
  known: string[] | null
}

/** More would spread what is said of one skill over half the framework. */
export const MOST_KNOWN = 6
/** Of all frameworks together. */
export const MOST_CORRECTIONS = 3000

export interface LinkFailure {
  field: 'skill' | 'known'
  message: string
}

/** The list with this correction in it, or without. `learned`: the skills that the reader learned. */
export function correctLink(
  framework: Framework,
  learned: readonly string[],
  before: readonly LinkCorrection[],
  { skill, known }: LinkCommand,
): Result<LinkCorrection[], LinkFailure> {
  const others = before.filter((one) => one.framework !== framework.id || one.skill !== skill)
  if (known === null) return succeed(others)
  if (!framework.skills.some(({ id }) => id === skill))
    return fail({ field: 'skill', message: 'This framework has no such skill.' })
  const strange = known.find((id) => !learned.includes(id))
  if (strange !== undefined)
    return fail({ field: 'known', message: `The reader has not learned a skill called ${strange}.` })
  if (others.length >= MOST_CORRECTIONS)
    return fail({ field: 'skill', message: `No more than ${MOST_CORRECTIONS} corrections are kept.` })
  return succeed([...others, { framework: framework.id, skill, known: [...new Set(known)] }])
}

/** Those of one framework, in the order in which they were made. */
export function correctionsIn(
  framework: Framework,
  corrections: readonly LinkCorrection[],
): LinkCorrection[] {
  return corrections.filter((one) => one.framework === framework.id)
}
