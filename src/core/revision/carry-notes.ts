// What was noted of what people said, on another version: it comes along where the words are the same.

import type { Assessment } from '../assessment/assessment.ts'
import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import { planCarryOver } from './carry-over.ts'
import type { CarriedRating } from './carry-over-record.ts'
import type { FrameworkDiff } from './framework-diff.ts'

export interface CarriedNote {
  /** On the old version; it stays there as it is. */
  note: Assessment
  /** The rated person's role on the new version; empty where it is gone or was not known. */
  role: string
  carried: CarriedRating[]
}

/**
 * Nobody can be asked again what they meant, so that only what nothing speaks against is carried. Skills that the new
 * version keeps private are not noted there either. Notes of which nothing can be carried are left out.
 */
export function carriedNotes(
  versions: { before: Framework; after: Framework; diff: FrameworkDiff },
  notes: readonly Assessment[],
): CarriedNote[] {
  return notes.flatMap((note): CarriedNote[] => {
    const carried = planCarryOver(versions, note.ratings).flatMap(({ rating, skill, verdict, content }) => {
      if (verdict !== 'carries' || skill === null || content === null) return []
      if (findSkill(versions.after, skill)?.private) return []
      return [{ carriedFrom: rating.revisionId, skill, content }]
    })
    const role = versions.diff.roles.after.get(note.role) ?? ''
    return carried.length === 0 ? [] : [{ note, role, carried }]
  })
}
