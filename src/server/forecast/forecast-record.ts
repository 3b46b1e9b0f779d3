// How kept forecasts did: scored once ten outcomes are known, beside what people in general would have been told.
import { z } from '@hono/zod-openapi'
import { type ForecastRecord, forecastRecord } from '../../core/forecast/forecast-record.ts'
import { referenceClass } from '../../core/forecast/reference-class.ts'
import { fail, succeed } from '../../core/result.ts'
import { listForecasts } from '../../store/forecast/forecasts.ts'
import { listPlanRevisions } from '../../store/plan/plans.ts'
import { listProgress } from '../../store/plan/progress.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { frameworkAsked } from '../plan/growth-basis.ts'
import { NO_VERSION, WHICH_FRAMEWORK } from '../plan/plan.ts'
import { scoreSchema } from './forecast-wire.ts'

const recordSchema = z
  .strictObject({
    resolved: z.number().int().openapi({ description: 'Forecasts whose outcome is known.' }),
    score: scoreSchema.nullable().openapi({ description: 'Null while fewer than ten outcomes are known.' }),
    beside: z
      .strictObject({ count: z.number().int(), own: z.number(), reference: z.number() })
      .nullable()
      .openapi({
        description: 'Mean CRPS in weeks, yours and that of what was left at the pace of people in general.',
      }),
  })
  .openapi('ForecastRecord') satisfies z.ZodType<ForecastRecord>

export function addForecastRecordRoute(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/forecast-record',
      tag: 'Your forecasts',
      summary: 'How your forecasts did',
      description:
        'Coverage, the Brier score of dates said with four in five, where outcomes fell, and the error beside that of a forecast for people in general. The first forecast of each milestone counts.',
      access: { noun: 'forecast', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: { 200: { description: 'The record.', schema: recordSchema } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { personId } = signedIn
        const current = await frameworkAsked(tx, services, personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const { framework, digest } = current
        const revisions = await listPlanRevisions(tx, personId, digest)
        const plans = new Map(revisions.map((plan) => [plan.revisionId, plan]))
        const entries = await listProgress(tx, personId, framework.id)
        const body = forecastRecord(await listForecasts(tx, personId, digest), (forecast) => {
          const plan = plans.get(forecast.planRevisionId)
          return plan === undefined ? null : referenceClass(framework, plan, entries, forecast)
        })
        return succeed({ status: 200, body })
      }),
  )
}
