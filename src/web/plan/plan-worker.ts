// The thread that plans: the same functions as everywhere, off the page, so that the page answers meanwhile.
import { forecastPlan } from '../../core/forecast/forecast-plan.ts'
import { makePlan } from '../../core/plan/make-plan.ts'
import { whatWouldChange } from '../../core/plan/what-would-change.ts'
import type { PlanAnswer, PlanQuestion, SensitivityQuestion } from './plan-messages.ts'

addEventListener('message', (event: MessageEvent<PlanQuestion | SensitivityQuestion>) => {
  const question = event.data
  postMessage(question.kind === 'plan' ? answer(question) : whatWouldChange(question.request))
})

/** Null where the request cannot be planned: the page knows why from its own first answer. */
function answer({ request, follow, today, evidence, spentOnFirst }: PlanQuestion): PlanAnswer | null {
  const made = follow ? makePlan(follow.request, { quick: true }) : makePlan(request)
  if (!made.ok) return null
  const { problem } = made.value
  const plan = follow?.plan ?? made.value.plan
  const forecasts = request.destinations.map(({ role }) =>
    forecastPlan(request, plan, role, today, { evidence, spentOnFirst }),
  )
  return { plan, problem, forecasts }
}
