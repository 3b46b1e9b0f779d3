// The state of a plan's page: what is tried, what is being dragged, the plan that comes of it, and what that costs.
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { whatItCosts } from '../../core/forecast/what-it-costs.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { planRequestOf } from '../../core/plan/keep-plan.ts'
import type { PlanRevision } from '../../core/plan/kept-plan.ts'
import type { Plan } from '../../core/plan/plan.ts'
import type { PlanRequest, StepName } from '../../core/plan/plan-request.ts'
import type { Estimates } from '../../core/planning/estimates.ts'
import { inSentence, withoutNoise } from '../../core/planning/plain-words.ts'
import { skillName } from '../words/names.ts'
import { changeInWords, planWords } from '../words/plan.ts'
import { changed, orderAfterMove, type PlanChange, sameTrial, type Trial } from './plan-choices.ts'
import type { FoundDraft } from './plan-draft.ts'
import type { Followed } from './plan-messages.ts'
import { type Moving, useOrderDrag } from './use-order-drag.ts'
import { type Known, type Planning, type SettledPlan, usePlanning } from './use-planning.ts'
import { type Told, useTrial } from './use-trial.ts'

export interface BoardNeeds {
  framework: Framework
  estimates: Estimates
  /** What is kept, or would be kept at first. */
  kept: Trial
  /** What is looked at to begin with. */
  start: Trial
  /** What was tried on an earlier visit; null where nothing was. */
  found: FoundDraft | null
  /** The kept plan as it is followed today; null where none is kept, or another role is looked at. */
  followed: Followed | null
  /** The plan that holds: another one keeps its order as far as that is worth the same. */
  before: PlanRevision | null
  /** Levels or the quarter have changed since it was kept, so that its worth is measured otherwise. */
  isOld: boolean
  /** Steps of the current quarter that stay where the quarter is kept. */
  frozen: readonly StepName[]
  known: Known
  /** As 2026-11-25. */
  today: string
}

/** Every skill once, by its first step in the plan, then what comes after the plan. */
function skillsInOrder(plan: Plan | null): string[] {
  return plan ? [...new Set([...plan.steps, ...plan.later].map(({ skill }) => skill))] : []
}

export type Board = ReturnType<typeof usePlanBoard>

export function usePlanBoard(needs: BoardNeeds) {
  const { framework, estimates, kept, start, found, followed, isOld, frozen, known, today } = needs
  const trial = useTrial(kept, start, found)
  const list = useRef<HTMLOListElement>(null)
  const shown = useRef<readonly string[]>([])
  const before = useRef<SettledPlan | null>(null)
  const act = (change: PlanChange) =>
    trial.act(change, (earlier) => changeInWords(framework, earlier, change), before.current)
  const { moving, handle } = useOrderDrag({
    list,
    shown,
    onDrop: (dropped) => act(moveChange(trial.now, dropped)),
  })
  const tried = useMemo(() => preview(trial.now, moving), [trial.now, moving])
  const request = useMemo(() => {
    const { keepQuarter, anew: _, ...choices } = tried
    return planRequestOf(framework, choices, {
      estimates,
      before: needs.before,
      frozen: keepQuarter ? frozen : [],
    })
  }, [framework, estimates, tried, frozen, needs.before])
  const follow = sameTrial(tried, kept) ? followed : null
  const planning = usePlanning({ request, follow, isHeld: moving !== null }, known, today)
  useRemembered({ shown, before }, planning, moving)
  return {
    trial,
    planning,
    moving,
    handle,
    list,
    shown: skillsInOrder(planning.plan),
    act,
    undo: () => trial.undo(planWords.undone, before.current),
    /** The plan before whatever comes next. */
    before: () => before.current,
    cost: costOf({ framework, today, isOld }, trial.told, planning),
  }
}

/** While something is dragged, what a drop would be measured against stays as it was. */
function useRemembered(
  { shown, before }: { shown: RefObject<readonly string[]>; before: RefObject<SettledPlan | null> },
  { plan, last }: { plan: Plan | null; last: SettledPlan | null },
  moving: Moving | null,
) {
  useEffect(() => {
    if (moving !== null) return
    shown.current = skillsInOrder(plan)
    before.current = last
  }, [shown, before, plan, last, moving])
}

function preview(trial: Trial, moving: Moving | null): Trial {
  if (moving === null || moving.from[moving.place] === moving.skill) return trial
  return changed(trial, moveChange(trial, moving))
}

function moveChange(trial: Trial, { skill, place, from }: Moving): PlanChange {
  return { kind: 'move', skill, place: place + 1, order: orderAfterMove(from, trial.order, skill, place) }
}

/** Null while it is worked out; empty where nothing was changed. */
function costOf(
  { framework, today, isOld }: Pick<BoardNeeds, 'framework' | 'today' | 'isOld'>,
  told: Told | null,
  { settled, isBroken }: Pick<Planning, 'settled' | 'isBroken'>,
): string[] | null {
  if (told === null) return []
  if (isBroken) return told.why
  if (settled === null) return null
  const { before, change } = told
  const outcome = ({ plan, forecasts }: SettledPlan) => ({ worth: plan.worth, forecasts })
  const costs = whatItCosts({
    framework,
    change: told.subject,
    today,
    before: outcome(before),
    after: outcome(settled),
    sameMeasure:
      !(isOld && (before.follow !== null) !== (settled.follow !== null)) &&
      before.request.quarters === settled.request.quarters &&
      before.request.estimates === settled.request.estimates &&
      weighed(before.request.destinations) === weighed(settled.request.destinations),
  })
  const held = change?.kind === 'move' ? heldBack(framework, settled, change) : null
  return [...costs, ...(held === null ? [] : [held]), ...told.why]
}

/** Roles with what they count, whatever the shares add up to. */
function weighed(destinations: PlanRequest['destinations']): string {
  const all = destinations.reduce((sum, { share = 1 }) => sum + share, 0)
  return destinations.map(({ role, share = 1 }) => `${role} ${withoutNoise(share / all)}`).join()
}

/** A skill that could not go as far up as it was put: what still comes before it, and why. */
function heldBack(
  framework: Framework,
  { plan, request }: SettledPlan,
  { skill, order }: Extract<PlanChange, { kind: 'move' }>,
): string | null {
  const shown = skillsInOrder(plan)
  const wanted = order.slice(0, order.indexOf(skill))
  const above = shown.slice(0, shown.indexOf(skill)).filter((one) => !wanted.includes(one))
  const nameOf = (id: string) => inSentence(skillName(framework, id), framework.language)
  const needed = above.filter((one) => buildsOn(framework, skill, one))
  if (needed.length > 0) return planWords.comesBefore(needed.map(nameOf), nameOf(skill))
  const pinned = above.filter((one) => request.pins?.includes(one))
  if (pinned.length > 0) return planWords.pinnedBefore(pinned.map(nameOf))
  const stays = above.filter((one) => request.frozen?.some((step) => step.skill === one))
  return stays.length > 0 ? planWords.quarterBefore : null
}

/** Over any chain; a faulty framework may have circles. */
function buildsOn(framework: Framework, skill: string, other: string): boolean {
  const seen = new Set<string>()
  const visit = (id: string): boolean => {
    if (seen.has(id)) return false
    seen.add(id)
    const needs = findSkill(framework, id)?.prerequisites ?? []
    return needs.includes(other) || needs.some(visit)
  }
  return visit(skill)
}
