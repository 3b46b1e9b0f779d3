// The framework in use: which version a person's map is drawn from, and choosing another one.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../../core/result.ts'
import { makeFrameworksFolder } from '../../store/framework/framework-folders.ts'
import { findDigestInUse, saveFrameworkChoice } from '../../store/framework/framework-in-use.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { CurrentFramework, Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { PRECONDITION_WORDS, readExpected, tagOf } from '../preconditions.ts'
import { digest, frameworkLabelSchema, uuid } from '../wire.ts'
import { refusalOfDate } from './refusal-of-date.ts'

/** The version in use; the built-in one where nothing was chosen, or where what was chosen is gone. */
export async function frameworkInUse(
  tx: ViewerTransaction,
  services: Pick<Services, 'frameworks' | 'current'>,
  personId: string,
): Promise<CurrentFramework> {
  const chosen = await findDigestInUse(tx, personId)
  const framework = chosen === null ? null : await services.frameworks.findIn(tx, chosen)
  return chosen === null || framework === null ? services.current : { digest: chosen, framework }
}

export function labelOf({ digest: of, framework }: CurrentFramework) {
  return { digest: of, id: framework.id, name: framework.name, version: framework.version }
}

export function addFrameworkInUseRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/framework-in-use',
      tag: 'Frameworks',
      summary: 'Use a framework version',
      description:
        'Your map, new targets and new assessments begin with it. What you rated and chose on other versions stays with them and is there again when you go back. A version that holds from a later day is refused. Send `If-None-Match: *` the first time and `If-Match` with the revision that /api/frameworks names after that.',
      access: { noun: 'framework', action: 'use' },
      body: z.strictObject({
        digest,
        revisionId: uuid.openapi({ description: 'Chosen by the writer; the same one again is a retry.' }),
      }),
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'What is in use now; ETag holds the revision.', schema: frameworkLabelSchema },
      },
      refusals: ['invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const framework = await services.frameworks.findIn(tx, body.digest)
        if (framework === null)
          return fail(refuseField('digest', 'No version of a framework has this digest.'))
        const refused = await refusalOfDate(tx, { field: 'digest', digest: body.digest }, services.now())
        if (refused !== null) return fail(refused)
        const choice = { frameworkId: framework.id, ...body }
        const saved = await saveFrameworkChoice(tx, choice, expected.value)
        if (!saved.ok) {
          const { current } = saved.failure
          const detail =
            current === null ? 'No framework was chosen yet.' : 'Another framework was chosen meanwhile.'
          return fail({ ...refuse('stale', detail), current })
        }
        makeFrameworksFolder(services.store.places)
        const headers = { etag: tagOf(saved.value.revisionId) }
        return succeed({ status: 200, body: labelOf({ digest: body.digest, framework }), headers })
      })
    },
  )
}
