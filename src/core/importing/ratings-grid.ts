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
  subjects: { id: string; name: string; ratings: readonly RatingAbout[] }[]
  /** Ids of people whom shared raters join; where there are several such groups, each row says which one is its. */
  networks?: readonly (readonly string[])[]
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
  const remark = `Exported for ${purpose} on ${exportedOn}`
  const groups = groupWords(wanted)
  const remarkOf = ([name = '']: string[]) => safeCell(`${remark}${groups.get(name) ?? ''}`)
  return [[...head, REMARKS], ...rows.map((row) => [...row, remarkOf(row)])]
}

/** By the name in the first cell. */
function groupWords({ subjects, networks = [] }: RatingsToWrite): Map<string, string> {
  if (networks.length < 2) return new Map()
  return new Map(
    subjects.flatMap(({ id, name }): [string, string][] => {
      const number = networks.findIndex((ids) => ids.includes(id)) + 1
      if (number === 0) return []
      const words = `. Group ${number} of ${networks.length}: no shared rater joins the groups, so their levels are not comparable`
      return [[safeCell(name), words]]
    }),
  )
}
