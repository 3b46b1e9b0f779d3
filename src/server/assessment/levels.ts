// Levels: where the person, or somebody they keep, stands in each skill, with a likely range, and what each rests on.
import { z } from '@hono/zod-openapi'
import type { MeasuredLevel } from '../../core/measurement/measure-person.ts'
import { estimatesSchema } from '../../core/plan/plan-schema.ts'
import { levelsForPlanning, type PlanningLevels } from '../../core/planning/levels-for-planning.ts'
import { fail, succeed } from '../../core/result.ts'
import { listRatingsAbout } from '../../store/assessment/ratings-about.ts'
import { findKeptPerson } from '../../store/person/kept-people.ts'
import { findTarget } from '../../store/plan/targets.ts'
import type { CurrentFramework } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { labelOf } from '../framework/framework-in-use.ts'
import { NO_PERSON, ONE_PERSON } from '../person/people-wire.ts'
import { frameworkAsked, loadGrowthBasis } from '../plan/growth-basis.ts'
import { NO_VERSION, WHICH_FRAMEWORK } from '../plan/plan.ts'
import { frameworkLabelSchema } from '../wire.ts'

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

const levelsSchema = z
  .strictObject({
    framework: frameworkLabelSchema,
    role: z.string().nullable(),
    levels: z.array(level),
    estimates: estimatesSchema,
    leftOut: z.array(z.strictObject({ skill: z.string(), why: z.string() })),
  })
  .openapi('Levels')

export function addLevelRoutes(routes: Routes): void {
  addOwn(routes)
  addOthers(routes)
}

function addOwn(routes: Routes): void {
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
      answers: { 200: { description: 'Levels.', schema: levelsSchema } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const { personId } = signedIn
        // The role held today, whichever role a plan was made from.
        const target = await findTarget(tx, personId, current.digest)
        const { role, measured, estimates } = await loadGrowthBasis(
          tx,
          services,
          personId,
          current,
          target?.role,
        )
        return succeed({ status: 200, body: bodyOf(current, role, { measured, estimates }) })
      }),
  )
}

function addOthers(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/people/{id}/levels',
      tag: 'People',
      summary: 'Where somebody you keep stands, with likely ranges',
      description:
        'Measured from everything that was said about them, and with what your other ratings show of the same raters.',
      access: { noun: 'rating', action: 'see' },
      params: ONE_PERSON,
      query: WHICH_FRAMEWORK,
      answers: { 200: { description: 'Levels.', schema: levelsSchema } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const person = await findKeptPerson(tx, params.id)
        if (person === null) return fail(NO_PERSON)
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const { framework, digest } = current
        const levels = levelsForPlanning({
          framework,
          role: person.role ?? '',
          ratings: await listRatingsAbout(tx, person.id, digest),
          now: tx.now,
          population: await services.together.populationFor(tx, current, person.id),
        })
        return succeed({ status: 200, body: bodyOf(current, person.role, levels) })
      }),
  )
}

function bodyOf(current: CurrentFramework, role: string | null, { measured, estimates }: PlanningLevels) {
  const levels = [...measured.levels.values()]
  return { framework: labelOf(current), role, levels, estimates, leftOut: measured.leftOut }
}
