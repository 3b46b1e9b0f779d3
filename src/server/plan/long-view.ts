// The route over years that a person keeps: read it, keep it or say that it is still true, let it go.
import { z } from '@hono/zod-openapi'
import { keepLongView, type LongView, MOST_STOPS, MOST_WAYS, MOST_YEARS } from '../../core/plan/long-view.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  findLongView,
  type LongViewStale,
  removeLongView,
  saveLongView,
} from '../../store/plan/long-views.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { PRECONDITION_WORDS, readExpected, readSeen, tagOf } from '../preconditions.ts'
import { digest, slug, uuid } from '../wire.ts'

const stop = z.strictObject({
  role: slug.openapi({ description: 'A role id, or `stay`: another while in the role before it.' }),
  years: z
    .number()
    .int('Years are whole.')
    .min(1, 'At least one year.')
    .max(MOST_YEARS, `No more than ${MOST_YEARS} years.`)
    .nullable()
    .openapi({ description: 'Years in it; null: its usual stay.' }),
})

const written = {
  frameworkDigest: digest,
  from: slug.openapi({ description: 'The role held.' }),
  ways: z
    .array(
      z.array(stop).min(1, 'A way has at least one role.').max(MOST_STOPS, `No more than ${MOST_STOPS}.`),
    )
    .min(1, 'At least one way.')
    .max(MOST_WAYS, `No more than ${MOST_WAYS} ways.`)
    .openapi({ description: 'What comes after the role held; several ways stand beside each other.' }),
  startYear: z
    .number()
    .int('A year is whole.')
    .min(1970, 'This must be a year.')
    .max(2200, 'This must be a year.')
    .openapi({ description: 'The year of the first move.', example: 2027 }),
  revisionId: uuid.openapi({ description: 'Chosen by the writer; the same one again is a retry.' }),
}

const moment = z.iso.datetime()

const longViewSchema = z
  .strictObject({
    ...written,
    keptAt: moment.openapi({ description: 'Since when it has been as it is.' }),
    reviewedAt: moment.openapi({ description: 'When its owner last said that it is true.' }),
  })
  .openapi('LongView') satisfies z.ZodType<LongView>

export function addLongViewRoutes(routes: Routes): void {
  addRead(routes)
  addKeep(routes)
  addLetGo(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/long-view',
      tag: 'Your long view',
      summary: 'Read the route over years that you keep',
      description: 'Null where you keep none. Nobody else sees it.',
      access: { noun: 'longView', action: 'see' },
      answers: {
        200: { description: 'It, or null.', schema: z.strictObject({ longView: longViewSchema.nullable() }) },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const longView = await services.store.withViewer(signedIn.viewer, (tx) =>
        findLongView(tx, signedIn.personId),
      )
      return succeed({ status: 200, body: { longView } })
    },
  )
}

function addKeep(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/long-view',
      tag: 'Your long view',
      summary: 'Keep a route over years, or say that the one you keep is still true',
      description:
        'Replaces the one you keep. The same content under a new revision says that it is still true. Send `If-None-Match: *` the first time and `If-Match` with the revision you have seen after that.',
      access: { noun: 'longView', action: 'change' },
      body: z.strictObject(written),
      headers: PRECONDITION_WORDS,
      answers: { 200: { description: 'It, as kept; ETag holds its revision.', schema: longViewSchema } },
      refusals: ['invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      const framework = await services.frameworks.find(signedIn.viewer, body.frameworkDigest)
      if (framework === null)
        return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const known = await findLongView(tx, signedIn.personId)
        const kept = keepLongView(framework, body, known, services.now().toISOString())
        if (!kept.ok) return fail(refuseField(kept.failure.field, kept.failure.message))
        const saved = await saveLongView(tx, kept.value, expected.value)
        if (!saved.ok) return fail(refusalOf(saved.failure))
        const headers = { etag: tagOf(saved.value.revisionId) }
        return succeed({ status: 200, body: saved.value, headers })
      })
    },
  )
}

function addLetGo(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/long-view',
      tag: 'Your long view',
      summary: 'Let the route over years go',
      description: 'It is removed. Your target, ratings and everything else stay.',
      access: { noun: 'longView', action: 'remove' },
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Gone.', schema: null } },
      refusals: ['bad-header', 'no-precondition', 'stale'],
    },
    async ({ header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const done = await removeLongView(tx, seen.value)
        return done.ok ? succeed({ status: 204 }) : fail(refusalOf(done.failure))
      })
    },
  )
}

function refusalOf({ current }: LongViewStale): Refusal {
  const detail = current === null ? 'You keep no long view yet.' : 'Your long view was changed meanwhile.'
  return { ...refuse('stale', detail), current }
}
