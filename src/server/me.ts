// What the map needs about the person: where they are, where they may go, what they said about each skill.
import { z } from '@hono/zod-openapi'
import { mergeRatings } from '../core/assessment/merge-ratings.ts'
import { succeed } from '../core/result.ts'
import { listAssessments } from '../store/assessments.ts'
import { findPerson } from '../store/people.ts'
import { findTarget } from '../store/targets.ts'
import type { Routes } from './define-route.ts'
import { assessmentSchema, frameworkLabelSchema, personSchema, ratingSchema, targetSchema } from './wire.ts'

const meSchema = z
  .strictObject({
    person: personSchema,
    target: targetSchema.nullable(),
    framework: frameworkLabelSchema.openapi({
      description: 'The version that the target names, or the current one while there is no target.',
    }),
    openAssessment: assessmentSchema.nullable(),
    latestAssessment: assessmentSchema.nullable().openapi({ description: 'The newest one, open or closed.' }),
    levels: z.array(ratingSchema).openapi({
      description: 'The latest word on each skill, over all assessments against this framework.',
    }),
    dataPlace: z.string().openapi({ description: 'Where the data is kept, in words.' }),
  })
  .openapi('Me')

export function addMeRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/me',
      tag: 'You',
      summary: 'Everything the map shows about you',
      description: 'One read for the first screen. Other people never see any of it.',
      access: { noun: 'person', action: 'see' },
      answers: { 200: { description: 'You, your target and your ratings.', schema: meSchema } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const { personId, viewer } = signedIn
      const found = await services.store.withViewer(viewer, async (tx) => ({
        person: await findPerson(tx, personId),
        target: await findTarget(tx, personId),
        assessments: await listAssessments(tx, personId),
      }))
      if (found.person === null) throw new Error('The session belongs to a person who is not there.')
      const digest = found.target?.frameworkDigest ?? services.current.digest
      const framework = (await services.frameworks.find(viewer, digest)) ?? services.current.framework
      const open = found.assessments.find((one) => one.closedAt === null) ?? null
      const body = {
        person: found.person,
        target: found.target,
        framework: { digest, id: framework.id, name: framework.name, version: framework.version },
        openAssessment: open,
        latestAssessment: found.assessments[0] ?? null,
        levels: mergeRatings(found.assessments, { frameworkDigest: digest }),
        dataPlace: services.dataPlace,
      }
      return succeed({ status: 200, body })
    },
  )
}
