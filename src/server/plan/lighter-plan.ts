// Whether the plan offers to ask for less, what that would do to its dates, and what the person answered.
import { z } from '@hono/zod-openapi'
import { answerOffer } from '../../core/check-in/answer-offer.ts'
import { type LighterAnswers, type LighterOffer, lighterOffer } from '../../core/check-in/lighter-plan.ts'
import { offerSubject } from '../../core/check-in/lighter-words.ts'
import { whatItCosts } from '../../core/forecast/what-it-costs.ts'
import { keepPlan } from '../../core/plan/keep-plan.ts'
import type { PlanRevision } from '../../core/plan/kept-plan.ts'
import { levelsFromEstimates } from '../../core/planning/estimates.ts'
import { fail, succeed } from '../../core/result.ts'
import { listCheckIns } from '../../store/check-in/check-ins.ts'
import { findLighterAnswers, saveLighterAnswers } from '../../store/plan/lighter-answers.ts'
import { listPlanRevisions } from '../../store/plan/plans.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { CurrentFramework, Services } from '../app-env.ts'
import { type LighterState, lighterReasonSchema, lighterStateSchema } from '../check-in/check-in-wire.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { planForecasts } from '../forecast/forecasts.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { frameworkAsked, type GrowthBasis, loadGrowthBasis } from './growth-basis.ts'
import { NO_VERSION, WHICH_FRAMEWORK } from './plan.ts'

export function addLighterPlanRoutes(routes: Routes): void {
  addRead(routes)
  addAnswer(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/plan/lighter',
      tag: 'Your plan',
      summary: 'Whether your plan offers to ask for less',
      description:
        'After heavy weeks in a row, or where a skill that the framework puts first is rated far below what your role asks. To take the offer, make the plan from its choices with `keepQuarter` false. Nothing changes by itself.',
      access: { noun: 'plan', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: { 200: { description: 'The offer, or null.', schema: lighterStateSchema } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        return succeed({ status: 200, body: await lighterState(tx, services, signedIn.personId, current) })
      }),
  )
}

function addAnswer(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/plan/lighter/answer',
      tag: 'Your plan',
      summary: 'Say “not now” or “never” to an offer, or take that back',
      description: '`not-now` is quiet for four weeks, `never` for good, and `ask-again` undoes both.',
      access: { noun: 'checkIn', action: 'write' },
      body: z.strictObject({
        reason: lighterReasonSchema,
        answer: z.enum(['not-now', 'never', 'ask-again']),
      }),
      answers: { 200: { description: 'What is offered after it.', schema: lighterStateSchema } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const known = await findLighterAnswers(tx)
        await saveLighterAnswers(tx, answerOffer(known, body.reason, body.answer, tx.now.slice(0, 10)))
        const current = await frameworkInUse(tx, services, signedIn.personId)
        return succeed({ status: 200, body: await lighterState(tx, services, signedIn.personId, current) })
      }),
  )
}

async function lighterState(
  tx: ViewerTransaction,
  services: Services,
  personId: string,
  current: CurrentFramework,
): Promise<LighterState> {
  const basis = await loadGrowthBasis(tx, services, personId, current)
  const answers = await findLighterAnswers(tx)
  const { checkIns } = await listCheckIns(tx, personId)
  const { framework, role, kept, rated } = basis
  const levels = levelsFromEstimates(framework, rated)
  const today = tx.now.slice(0, 10)
  const offer = lighterOffer({ framework, role, levels, kept, checkIns, answers, today })
  return {
    offer: offer && { ...offer, costs: await costsOf(tx, basis, offer) },
    never: neverAgain(answers),
  }
}

function neverAgain(answers: LighterAnswers): LighterState['never'] {
  return lighterReasonSchema.options.filter((reason) => answers[reason]?.until === null)
}

/** Dates with the plan as it is, against dates with the one that would be kept. */
async function costsOf(tx: ViewerTransaction, basis: GrowthBasis, offer: LighterOffer): Promise<string[]> {
  const { framework, estimates, kept, digest } = basis
  if (kept === null || offer.choices === null) return []
  const command = {
    frameworkDigest: digest,
    choices: offer.choices,
    keepQuarter: false,
    revisionId: kept.revisionId,
  }
  const made = keepPlan(command, { framework, estimates, before: kept }, tx.now)
  if (!made.ok) return []
  const plans = await listPlanRevisions(tx, tx.viewer.personId ?? '', digest)
  const today = tx.now.slice(0, 10)
  const outcome = (plan: Pick<PlanRevision, 'plan' | 'choices' | 'startsOn'>) => ({
    worth: plan.plan.worth,
    forecasts: planForecasts(basis, plans, plan, today).map(({ forecast }) => forecast),
  })
  const [before, after] = [outcome(kept), outcome(made.value)]
  return whatItCosts({
    framework,
    change: offerSubject(offer),
    today,
    before,
    after,
    sameMeasure: false,
  })
}
