// A record's skills as another framework version knows them: what somebody was told stays theirs when they move on.

import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import { pairParts } from '../revision/pair-parts.ts'
import type { Feedback } from './feedback.ts'

/** A record as it is listed: with the names that its skills had, and what they are in the version at hand. */
export interface ListedFeedback extends Feedback {
  /** In the record's own framework version, in the order of `skills`. */
  names: string[]
  /** Ids of the version at hand; empty where it is another framework, or has none of them any more. */
  here: string[]
}

/** `own` is the version of the record. Skills of another version are found by id, then by name. */
export function listedFeedback(record: Feedback, own: Framework, here: Framework): ListedFeedback {
  const names = record.skills.map((id) => findSkill(own, id)?.name ?? id)
  return { ...record, names, here: skillsHere(record, own, here) }
}

function skillsHere({ skills }: Feedback, own: Framework, here: Framework): string[] {
  if (own.id !== here.id) return []
  if (own === here) return skills
  const { after } = pairParts(own.skills, here.skills)
  return skills.flatMap((id) => after.get(id) ?? [])
}
