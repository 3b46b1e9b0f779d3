// What was said about people as the grid that an import reads, with what it was exported for and when.

import type { RatingAbout } from '../assessment/rating-about.ts'
import type { Framework } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import { safeCell, writePeopleGrid } from './people-grid.ts'

/** A round of ratings says what it is for, and ratings do not cross from one to the other. */
export type Purpose = 'development' | 'evaluation'

export interface RatingsToWrite {
  framework: Framework
  me: { id: string; name: string }
  subjects: { name: string; ratings: readonly RatingAbout[] }[]
  purpose: Purpose
  /** ISO date. */
  exportedOn: string
}

/** Ignored when it is brought again. */
const REMARKS = 'Remarks'

/**
 * Raw levels, as they were said: nothing is averaged or estimated. Private skills, answers without a level, notes and
 * ticked behaviours have no place in a grid.
 */
export function writeRatingsGrid(wanted: RatingsToWrite): string[][] {
  const { framework, me, purpose, exportedOn } = wanted
  const ratings = wanted.subjects.flatMap(({ name, ratings: said }) =>
    said.flatMap((rating) => {
      const skill = findSkill(framework, rating.skill)
      if (skill === undefined || skill.private || rating.level === null) return []
      const ratedBy =
        rating.rater === undefined ? name : rating.rater.id === me.id ? me.name : rating.rater.name
      return {
        person: name,
        skill: skill.name,
        level: rating.level,
        ...(rating.approaching ? { approaching: true as const } : {}),
        ratedOn: rating.ratedAt.slice(0, 10),
        ...(ratedBy === null ? {} : { ratedBy }),
      }
    }),
  )
  const [head = [], ...rows] = writePeopleGrid(ratings)
  const remark = safeCell(`Exported for ${purpose} on ${exportedOn}`)
  return [[...head, REMARKS], ...rows.map((row) => [...row, remark])]
}
