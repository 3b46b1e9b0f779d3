// Where the person stands: levels with likely ranges, measured in the browser from everything that was said.
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RatingAbout } from '../../core/assessment/rating-about.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { levelsForPlanning, type PlanningLevels } from '../../core/planning/levels-for-planning.ts'
import { STAY } from '../../core/target/target.ts'
import { listRatingsAboutMe } from '../api-levels.ts'
import { naturalDestinations } from './natural-destinations.ts'
import { presetRole } from './preset-role.ts'
import { useFramework, useFrameworkDigest } from './use-framework.ts'
import { useMe } from './use-me.ts'

export interface Standing {
  framework: Framework
  /** The role held. */
  role: string
  /** Roles to look towards: the chosen ones, or what most people think of first; the own role for who stays. */
  towards: string[]
  ratings: RatingAbout[]
  levels: PlanningLevels
}

/** Own ratings change on the way to this page, hence it always asks. */
function ratingsAboutMeQuery(digest: string) {
  return queryOptions({
    queryKey: ['ratings-about-me', digest],
    queryFn: listRatingsAboutMe,
    staleTime: 0,
  })
}

export function useStanding(): Standing {
  const framework = useFramework()
  const me = useMe()
  const asked = useSuspenseQuery(ratingsAboutMeQuery(useFrameworkDigest()))
  const ratings = asked.data
  const now = new Date(asked.dataUpdatedAt).toISOString()
  const role = me.target?.role ?? presetRole(framework)
  const levels = useMemo(
    () => levelsForPlanning({ framework, role, ratings, now }),
    [framework, role, ratings, now],
  )
  const chosen = me.target?.destinations ?? naturalDestinations(framework, role)
  const known = chosen.map((id) => (id === STAY ? role : id)).filter((id) => findRole(framework, id))
  const towards = [...new Set(known.length > 0 ? known : [role])]
  return { framework, role, towards, ratings, levels }
}
