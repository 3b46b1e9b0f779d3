// Levels: where the person stands in each skill, with a likely range, and what each rests on.
import { z } from '@hono/zod-openapi'
import type { MeasuredLevel } from '../core/measurement/measure-person.ts'
import { estimatesSchema } from '../core/plan/plan-schema.ts'
import { fail, succeed } from '../core/result.ts'
import { findTarget } from '../store/targets.ts'
import type { Outcome, Routes } from './define-route.ts'
import { labelOf } from './framework-in-use.ts'
import { frameworkAsked, loadGrowthBasis } from './growth-basis.ts'
import { NO_VERSION, WHICH_FRAMEWORK } from './plan.ts'
import { frameworkLabelSchema } from './wire.ts'

const level = z
  .strictObject({
    skill: z.string(),
    level: z.number(),
    low: z.number(),
    high: z.number(),
    latent: z.strictObject({ mean: z.number(), sd: z.number() }),
    sources: z.array(
      z.strictObject({
        source: z.enum(['self', 'manager', 'named', 'confidential', 'usual']),
        weight: z.number(),
        ofThisSkill: z.number(),
        ratings: z.array(
          z.strictObject({
            raterId: z.string(),
            level: z.number(),
            approaching: z.boolean(),
            weight: z.number(),
            countsAs: z.number().exactOptional(),
          }),
        ),
      }),
    ),
    narrowing: z.array(
      z.strictObject({
        kind: z.enum(['manager', 'peer', 'report', 'client']),
        more: z.number(),
        plusMinus: z.number(),
      }),
    ),
  })
  .openapi('MeasuredLevel') satisfies z.ZodType<MeasuredLevel>

export function addLevelRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/levels',
      tag: 'You',
      summary: 'Where you stand, with likely ranges',
      description:
        'Measured from everything that was said about you, for skills that somebody rated. `estimates` has every skill: what your role asks stands in where nobody rated, marked as assumed. Plans and forecasts start from these.',
      access: { noun: 'rating', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: {
        200: {
          description: 'Levels.',
          schema: z.strictObject({
            framework: frameworkLabelSchema,
            role: z.string().nullable(),
            levels: z.array(level),
            estimates: estimatesSchema,
            leftOut: z.array(z.strictObject({ skill: z.string(), why: z.string() })),
          }),
        },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const { personId } = signedIn
        // The role held today, whichever role a plan was made from.
        const target = await findTarget(tx, personId, current.digest)
        const { role, measured, estimates } = await loadGrowthBasis(tx, personId, current, target?.role)
        const body = {
          framework: labelOf(current),
          role,
          levels: [...measured.levels.values()],
          estimates,
          leftOut: measured.leftOut,
        }
        return succeed({ status: 200, body })
      }),
  )
}
