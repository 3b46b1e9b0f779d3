// Where the person, or somebody they keep, stands: levels with likely ranges, measured by the server from all ratings.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RatingAbout } from '../../core/assessment/rating-about.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { planningEstimates } from '../../core/planning/levels-for-planning.ts'
import { saidDone } from '../../core/progress/step-progress.ts'
import { STAY } from '../../core/target/target.ts'
import type { KnownLevels } from '../charts/level-range/read-levels.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import type { LevelsOf } from '../person/api-people.ts'
import { levelsQuery, ratingsAboutQuery } from '../person/people-queries.ts'
import { progressQuery } from '../plan/use-kept-plan.ts'
import { naturalDestinations } from '../start/natural-destinations.ts'
import { presetRole } from '../start/preset-role.ts'

export interface Standing {
  framework: Framework
  /** Name of somebody who is kept; null for oneself. */
  name: string | null
  /** The role held. */
  role: string
  /** Roles to look towards: the chosen ones, or what most people think of first; the own role for who stays. */
  towards: string[]
  ratings: RatingAbout[]
  levels: KnownLevels
}

/** The same levels that plan and forecast start from. `held`: as if this role were held. */
export function useStanding(held?: string): Standing {
  const framework = useFramework()
  const me = useMe()
  const { ratings } = useSuspenseQuery(ratingsAboutQuery('me')).data
  const { steps } = useSuspenseQuery(progressQuery).data
  const known = useSuspenseQuery(levelsQuery('me')).data
  const role = held ?? me.target?.role ?? presetRole(framework)
  const levels = useMemo(() => {
    const measured = measuredIn(known)
    return {
      measured,
      estimates: planningEstimates(framework, measured.levels, { role, saidDone: saidDone(steps) }),
    }
  }, [framework, role, known, steps])
  const chosen = me.target?.destinations ?? naturalDestinations(framework, role)
  const towards = chosen.map((id) => (id === STAY ? role : id)).filter((id) => findRole(framework, id))
  return {
    framework,
    name: null,
    role,
    towards: [...new Set(towards.length > 0 ? towards : [role])],
    ratings,
    levels,
  }
}

/** Where somebody who is kept stands. */
export function useStandingOf(person: KeptPerson, ratings: RatingAbout[]): Standing {
  const framework = useFramework()
  const known = useSuspenseQuery(levelsQuery(person.id)).data
  const levels = useMemo(() => ({ measured: measuredIn(known), estimates: known.estimates }), [known])
  const role = person.role ?? ''
  return { framework, name: person.displayName, role, towards: role === '' ? [] : [role], ratings, levels }
}

function measuredIn({ levels, leftOut }: LevelsOf): KnownLevels['measured'] {
  return { levels: new Map(levels.map((level) => [level.skill, level])), leftOut }
}
