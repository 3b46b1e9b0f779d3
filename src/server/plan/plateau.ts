// The remark that soft skills stood still while hard ones grew: read it where there is one, or put it away for good.
import { z } from '@hono/zod-openapi'
import { levelHistory } from '../../core/assessment/level-history.ts'
import { mergeRatings } from '../../core/assessment/merge-ratings.ts'
import { type SoftPlateau, softPlateau } from '../../core/plan/soft-plateau.ts'
import { levelsFor } from '../../core/planning/levels.ts'
import { succeed } from '../../core/result.ts'
import { listAssessments } from '../../store/assessment/assessments.ts'
import { isPlateauPutAway, listRatingSteps, savePlateauPutAway } from '../../store/plan/plateaus.ts'
import { findTarget } from '../../store/plan/targets.ts'
import type { Routes } from '../define-route.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { plainText } from '../wire.ts'

const moved = z.array(
  z.strictObject({
    skill: z.string(),
    name: z.string(),
    before: z.number().openapi({ description: 'The level a year ago.' }),
    now: z.number(),
  }),
)

const plateauSchema = z
  .strictObject({
    role: z.string().openapi({ description: 'The destination it is about.' }),
    still: moved.openapi({ description: 'Soft skills it asks more of, which did not rise.' }),
    grown: moved.openapi({ description: 'Hard skills that rose meanwhile.' }),
    seen: z.string(),
    costs: z.string(),
    step: z
      .strictObject({ id: z.string(), text: z.string() })
      .nullable()
      .openapi({ description: 'A practice to begin with.' }),
  })
  .openapi('Plateau') satisfies z.ZodType<SoftPlateau>

export function addPlateauRoutes(routes: Routes): void {
  addRead(routes)
  addPutAway(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/plateau',
      tag: 'Your levels',
      summary: 'Whether soft skills stood still for a year while hard ones grew',
      description:
        'Looks at your own earlier ratings. Null where it is not so, where too little was rated to tell, where you stay, and where you have put the remark away.',
      access: { noun: 'plateau', action: 'see' },
      query: z.strictObject({
        to: plainText(1000).optional().openapi({
          description: 'Destinations with commas between; yours where it is missing.',
          example: 'staff-engineer',
        }),
      }),
      answers: {
        200: { description: 'It, or null.', schema: z.strictObject({ plateau: plateauSchema.nullable() }) },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) => {
      const { personId, viewer } = signedIn
      const plateau = await services.store.withViewer(viewer, async (tx) => {
        if (await isPlateauPutAway(tx, personId)) return null
        const { digest, framework } = await frameworkInUse(tx, services, personId)
        const target = await findTarget(tx, personId, digest)
        const destinations = query.to?.split(',') ?? target?.destinations ?? []
        const history = levelHistory(await listRatingSteps(tx, personId), digest)
        if (target === null || history.size === 0) return null
        const ratings = mergeRatings(await listAssessments(tx, personId), { frameworkDigest: digest })
        const levels = levelsFor(framework, target.role, ratings)
        return softPlateau(framework, levels, history, destinations, services.now().toISOString())
      })
      return succeed({ status: 200, body: { plateau } })
    },
  )
}

function addPutAway(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/plateau/put-away',
      tag: 'Your levels',
      summary: 'Never say it again, or take that back',
      description: 'Holds for every destination and for good. Saying the same twice changes nothing.',
      access: { noun: 'plateau', action: 'putAway' },
      body: z.strictObject({ putAway: z.boolean() }),
      answers: { 204: { description: 'Done.', schema: null } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ body, services, signedIn }) => {
      await services.store.withViewer(signedIn.viewer, (tx) =>
        savePlateauPutAway(tx, body.putAway, services.newId()),
      )
      return succeed({ status: 204 })
    },
  )
}
