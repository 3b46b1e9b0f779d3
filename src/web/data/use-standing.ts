// Where the person stands: levels with likely ranges, measured in the browser from everything that was said.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RatingAbout } from '../../core/assessment/rating-about.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { levelsForPlanning, type PlanningLevels } from '../../core/planning/levels-for-planning.ts'
import { practisedSkills, saidDone } from '../../core/progress/step-progress.ts'
import { STAY } from '../../core/target/target.ts'
import { naturalDestinations } from './natural-destinations.ts'
import { ratingsAboutQuery } from './people-queries.ts'
import { presetRole } from './preset-role.ts'
import { useFramework } from './use-framework.ts'
import { progressQuery } from './use-kept-plan.ts'
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

/** The same levels that plan and forecast start from. `held`: as if this role were held. */
export function useStanding(held?: string): Standing {
  const framework = useFramework()
  const me = useMe()
  // Ratings and reports change on the way here: they are read whenever a page opens.
  const said = useSuspenseQuery({ ...ratingsAboutQuery('me'), refetchOnMount: 'always' })
  const { entries, steps } = useSuspenseQuery(progressQuery).data
  const { ratings } = said.data
  const now = new Date(said.dataUpdatedAt).toISOString()
  const role = held ?? me.target?.role ?? presetRole(framework)
  const levels = useMemo(
    () =>
      levelsForPlanning({
        framework,
        role,
        ratings,
        now,
        practised: practisedSkills(entries),
        saidDone: saidDone(steps),
      }),
    [framework, role, ratings, now, entries, steps],
  )
  const chosen = me.target?.destinations ?? naturalDestinations(framework, role)
  const known = chosen.map((id) => (id === STAY ? role : id)).filter((id) => findRole(framework, id))
  return { framework, role, towards: [...new Set(known.length > 0 ? known : [role])], ratings, levels }
}
