// How somebody wants their frameworks to be read: which skills of the reader stand behind skills of a framework.
import { z } from '@hono/zod-openapi'
import { correctLink, type LinkCorrections, MOST_KNOWN } from '../../core/linking/link-correction.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  findLinkCorrections,
  type LinksStale,
  saveLinkCorrections,
} from '../../store/framework/skill-links.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { PRECONDITION_WORDS, readExpected, tagOf } from '../preconditions.ts'
import { digest, slug, uuid } from '../wire.ts'

const known = z
  .array(slug)
  .max(MOST_KNOWN, `No more than ${MOST_KNOWN} skills.`)
  .openapi({ description: 'Skills of the built-in framework; none: the skill is read by its own words.' })

const correctionsSchema = z
  .strictObject({
    corrections: z.array(
      z.strictObject({
        framework: slug.openapi({ description: 'The id of the framework; every version of it.' }),
        skill: slug,
        known,
      }),
    ),
    revisionId: uuid,
  })
  .openapi('LinkCorrections') satisfies z.ZodType<LinkCorrections>

export function addSkillLinkRoutes(routes: Routes): void {
  addRead(routes)
  addCorrect(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/skill-links',
      tag: 'Frameworks',
      summary: 'What you corrected about how your frameworks are read',
      description:
        'The reader of feedback learned the skills of the built-in framework. Skills of another one are read through those that their texts are about. Null where you corrected nothing.',
      access: { noun: 'skillLink', action: 'see' },
      answers: {
        200: {
          description: 'Your corrections, or null.',
          schema: z.strictObject({ links: correctionsSchema.nullable() }),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const links = await services.store.withViewer(signedIn.viewer, findLinkCorrections)
      return succeed({ status: 200, body: { links } })
    },
  )
}

function addCorrect(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/skill-links',
      tag: 'Frameworks',
      summary: 'Correct which skills stand behind one skill of a framework, or take that back',
      description:
        'Holds for you alone, and for every version of that framework. Send `If-None-Match: *` the first time and `If-Match` with the revision you have seen after that.',
      access: { noun: 'skillLink', action: 'correct' },
      body: z.strictObject({
        frameworkDigest: digest,
        skill: slug,
        known: known
          .nullable()
          .openapi({ description: 'Null takes your correction back: what Skillmap found holds again.' }),
        revisionId: uuid.openapi({ description: 'Chosen by the writer; the same one again is a retry.' }),
      }),
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'Your corrections; ETag holds their revision.', schema: correctionsSchema },
      },
      refusals: ['invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      const framework = await services.frameworks.find(signedIn.viewer, body.frameworkDigest)
      if (framework === null)
        return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
      const learned = services.current.framework.skills.map(({ id }) => id)
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const before = await findLinkCorrections(tx)
        const corrected = correctLink(framework, learned, before?.corrections ?? [], body)
        if (!corrected.ok) return fail(refuseField(corrected.failure.field, corrected.failure.message))
        const value = { corrections: corrected.value, revisionId: body.revisionId }
        const saved = await saveLinkCorrections(tx, value, expected.value)
        if (!saved.ok) return fail(refusalOf(saved.failure))
        const headers = { etag: tagOf(saved.value.revisionId) }
        return succeed({ status: 200, body: saved.value, headers })
      })
    },
  )
}

function refusalOf({ current }: LinksStale): Refusal {
  const detail =
    current === null ? 'You have not corrected anything yet.' : 'Something was corrected meanwhile.'
  return { ...refuse('stale', detail), current }
}
