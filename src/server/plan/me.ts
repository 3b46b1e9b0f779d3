// What the map needs about the person: where they are, where they may go, what they said about each skill.
import { z } from '@hono/zod-openapi'
import { mergeRatings } from '../../core/assessment/merge-ratings.ts'
import { fail, succeed } from '../../core/result.ts'
import { listAssessments } from '../../store/assessment/assessments.ts'
import { findPerson } from '../../store/people.ts'
import { findTarget } from '../../store/plan/targets.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { CurrentFramework, Services } from '../app-env.ts'
import type { Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { frameworkInUse, labelOf } from '../framework/framework-in-use.ts'
import {
  assessmentSchema,
  digest,
  frameworkLabelSchema,
  personSchema,
  ratingSchema,
  targetSchema,
} from '../wire.ts'
import { listHeardLevels } from './growth-basis.ts'

const meSchema = z
  .strictObject({
    person: personSchema,
    target: targetSchema.nullable(),
    framework: frameworkLabelSchema.openapi({
      description: 'The version in use, or the one asked for: everything below belongs to it.',
    }),
    openAssessment: assessmentSchema.nullable(),
    latestAssessment: assessmentSchema.nullable().openapi({ description: 'The newest one, open or closed.' }),
    levels: z.array(ratingSchema).openapi({
      description: 'The latest word on each skill, over all assessments against this version.',
    }),
    heard: z.array(z.strictObject({ skill: z.string(), level: z.number() })).openapi({
      description:
        'Whole levels of skills that others rated, measured from everything that was said: they count before `levels`.',
    }),
    dataPlace: z.string().openapi({ description: 'Where the data is kept, in words.' }),
  })
  .openapi('Me')

/** Where a team's data lie, to its people: folders of a server are nobody's business but its operator's. */
export const TEAM_PLACE = 'The server of your organisation'

export function addMeRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/me',
      tag: 'You',
      summary: 'Everything the map shows about you',
      description: 'One read for the first screen. Other people never see any of it.',
      access: { noun: 'person', action: 'see' },
      query: z.strictObject({
        framework: digest
          .optional()
          .openapi({ description: 'Look at yourself against this version instead of the one in use.' }),
      }),
      answers: { 200: { description: 'You, your target and your ratings.', schema: meSchema } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) => {
      const { personId, viewer } = signedIn
      const found = await services.store.withViewer(viewer, async (tx) => {
        const inUse = await lookedAt(tx, services, personId, query.framework)
        if (inUse === null) return null
        return {
          inUse,
          person: await findPerson(tx, personId),
          target: await findTarget(tx, personId, inUse.digest),
          assessments: await listAssessments(tx, personId),
          heard: await listHeardLevels(tx, services, personId, inUse),
        }
      })
      if (found === null)
        return fail(
          refuse('invalid', 'No version of a framework has this digest.', [
            { field: 'framework', message: 'No version of a framework has this digest.' },
          ]),
        )
      if (found.person === null) throw new Error('The session belongs to a person who is not there.')
      const { digest: version } = found.inUse
      // An assessment of another framework goes on where it was, once that one is in use again.
      const here = found.assessments.filter((one) => one.frameworkDigest === version)
      const body = {
        person: found.person,
        target: found.target,
        framework: labelOf(found.inUse),
        openAssessment: here.find((one) => one.closedAt === null) ?? null,
        latestAssessment: here[0] ?? null,
        levels: mergeRatings(here, { frameworkDigest: version }),
        heard: found.heard,
        dataPlace: services.teamOrgId === null ? services.dataPlace : TEAM_PLACE,
      }
      return succeed({ status: 200, body })
    },
  )
}

async function lookedAt(
  tx: ViewerTransaction,
  services: Services,
  personId: string,
  wanted: string | undefined,
): Promise<CurrentFramework | null> {
  if (wanted === undefined) return frameworkInUse(tx, services, personId)
  const framework = await services.frameworks.findIn(tx, wanted)
  return framework === null ? null : { digest: wanted, framework }
}
