// Where a person is and where they may want to go: read it with /api/me, change it here.

import { fail, succeed } from '../../core/result.ts'
import { chooseTarget } from '../../core/target/choose-target.ts'
import { type SaveTargetFailure, saveTarget } from '../../store/plan/targets.ts'
import type { Routes } from '../define-route.ts'
import { type Refusal, refuseField } from '../errors.ts'
import { PRECONDITION_WORDS, readExpected, tagOf } from '../preconditions.ts'
import { refusalOfRevision } from '../saved-revision.ts'
import { targetCommandSchema, targetSchema } from '../wire.ts'

export function addTargetRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/target',
      tag: 'Your target',
      summary: 'Set your role and destinations',
      description:
        'Replaces the target as a whole. Every earlier answer is kept. Send `If-None-Match: *` the first time and `If-Match` with the revision you have seen after that.',
      access: { noun: 'target', action: 'change' },
      body: targetCommandSchema,
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'The target as saved; ETag holds its revision.', schema: targetSchema },
      },
      refusals: ['invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    async ({ body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      const framework = await services.frameworks.find(signedIn.viewer, body.frameworkDigest)
      if (framework === null)
        return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
      const chosen = chooseTarget(framework, body, services.now().toISOString())
      if (!chosen.ok) return fail(refuseField(chosen.failure.field, chosen.failure.message))
      const saved = await services.store.withViewer(signedIn.viewer, (tx) =>
        saveTarget(tx, chosen.value, expected.value),
      )
      if (!saved.ok) return fail(refusalOf(saved.failure))
      return succeed({ status: 200, body: saved.value, headers: { etag: tagOf(saved.value.revisionId) } })
    },
  )
}

function refusalOf(failure: SaveTargetFailure): Refusal {
  return refusalOfRevision(failure, {
    none: 'There is no target yet.',
    changed: 'Your target was changed meanwhile.',
  })
}
