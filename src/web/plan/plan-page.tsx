// The plan: what to practise in which quarter, and when the next role may be tried.
import { Link, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { planDefaults } from '../../core/plan/first-choices.ts'
import { followPlan } from '../../core/plan/follow-plan.ts'
import { planRequestOf } from '../../core/plan/keep-plan.ts'
import type { PlanState } from '../../core/plan/plan-state.ts'
import { type Estimates, estimatesFrom } from '../../core/planning/estimates.ts'
import { STAY } from '../../core/target/target.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { useLevels } from '../levels/use-levels.ts'
import { PageHead } from '../parts/page-head.tsx'
import { naturalDestinations } from '../start/natural-destinations.ts'
import { presetRole } from '../start/preset-role.ts'
import { roleName } from '../words/names.ts'
import { planWords } from '../words/plan.ts'
import { PlanBoard } from './plan-board.tsx'
import { MOST_ROLES, type Trial } from './plan-choices.ts'
import type { Followed } from './plan-messages.ts'
import { sinceKept, useKeptPlan } from './use-kept-plan.ts'
import './plan.css'

export function PlanPage() {
  const framework = useFramework()
  const target = useMe().target
  const { to, pin } = useSearch({ from: '/plan' })
  const keptPlan = useKeptPlan()
  const { state } = keptPlan
  const role = target?.role ?? presetRole(framework)
  const keptRoles = state.kept?.choices.destinations.map((one) => one.role)
  const wanted = to?.split(',') ?? keptRoles ?? target?.destinations ?? []
  const roles = planRoles(framework, role, wanted).join()
  const estimates = useEstimates(framework, state, role)
  const kept = useMemo(() => keptTrial(state, role, roles), [state, role, roles])
  const start = useMemo(() => towards(kept, role, roles), [kept, role, roles])
  const followed = useFollowed(framework, state, estimates)
  if (roles === '') return <NoDestination framework={framework} role={role} pin={pin} />
  return (
    <PlanBoard
      key={`${state.framework.digest} ${to ?? ''}`}
      framework={framework}
      estimates={estimates}
      kept={kept}
      start={start}
      followed={followed}
      before={state.kept}
      isOld={sinceKept(state).length > 0}
      frozen={state.frozen}
      known={state.pace}
      today={state.today}
      keptPlan={keptPlan}
      to={to ?? null}
      pin={pin ?? null}
    />
  )
}

/** To stay is to plan for the role held. */
function planRoles(framework: Framework, role: string, wanted: readonly string[]): string[] {
  const named = wanted.map((id) => (id === STAY ? role : id)).filter((id) => findRole(framework, id))
  return [...new Set(named)].slice(0, MOST_ROLES)
}

/** Where no role is known to the server, its levels are assumed of none: here they are those of the role shown. */
function useEstimates(framework: Framework, state: PlanState, role: string) {
  const levels = useLevels(role)
  const known = state.choices === null ? null : state.estimates
  return useMemo(() => known ?? estimatesFrom(framework, levels), [known, framework, levels])
}

/** The kept plan without what is reached, and the request that it answered. */
function useFollowed(framework: Framework, state: PlanState, estimates: Estimates): Followed | null {
  const { kept, today } = state
  return useMemo(() => {
    if (kept === null) return null
    const plan = followPlan(framework, kept, estimates, today)
    const { choices, frozen } = kept
    return {
      plan,
      request: planRequestOf(framework, choices, { estimates: kept.estimates, frozen, before: kept }),
    }
  }, [framework, kept, estimates, today])
}

/** What is kept as it counts today, or what would be kept at first. */
function keptTrial(state: PlanState, role: string, roles: string): Trial {
  const first = planDefaults(role, { destinations: [] })
  const choices = (state.kept === null ? null : state.choices) ?? first
  if (choices === null) throw new Error('A plan without a role.')
  const trial = { ...choices, keepQuarter: true, anew: false }
  return state.kept === null ? towards(trial, role, roles) : trial
}

/** The same choices from another role, or towards other ones. */
function towards(trial: Trial, role: string, roles: string): Trial {
  const isSame = trial.destinations.map((one) => one.role).join() === roles
  const destinations = isSame ? trial.destinations : roles.split(',').map((one) => ({ role: one, share: 1 }))
  return { ...trial, fromRole: role, destinations }
}

function NoDestination({
  framework,
  role,
  pin,
}: {
  framework: Framework
  role: string
  pin: string | undefined
}) {
  return (
    <PageHead title={planWords.title}>
      <p className="lead">{planWords.noDestination}</p>
      <p className="quiet">{planWords.noDestinationLead}</p>
      <ul className="marked-list">
        {naturalDestinations(framework, role).map((id) => (
          <li key={id}>
            <Link to="/plan" search={{ to: id, pin }}>
              {roleName(framework, id)}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/plan" search={{ to: STAY, pin }}>
            {planWords.stay}
          </Link>
        </li>
      </ul>
    </PageHead>
  )
}
