// Assessments: open one, read them, close one. Its ratings are in ratings.ts.
import { z } from '@hono/zod-openapi'
import type { Assessment } from '../../core/assessment/assessment.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  findAssessment,
  listAssessments,
  saveAssessment,
  saveAssessmentClosed,
} from '../../store/assessment/assessments.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { factsOfAssessment } from '../route-access.ts'
import { assessmentSchema, digest, slug, uuid } from '../wire.ts'

const ONE = z.strictObject({ id: uuid })
const NOT_FOUND = refuse('not-found', 'No assessment of yours has this id.')

export function addAssessmentRoutes(routes: Routes): void {
  addOpen(routes)
  addReads(routes)
  addClose(routes)
}

function addOpen(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/assessments',
      tag: 'Assessments',
      summary: 'Open an assessment of yourself',
      description:
        'It is pinned to this framework version. Where you rate nothing, the role’s expectations stand in.',
      access: { noun: 'assessment', action: 'open' },
      body: z.strictObject({ frameworkDigest: digest, role: slug }),
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The new assessment.', schema: assessmentSchema } },
      refusals: ['invalid', 'bad-header', 'key-reused'],
    },
    async ({ body, header, services, signedIn }) => {
      const { viewer, personId } = signedIn
      const framework = await services.frameworks.find(viewer, body.frameworkDigest)
      if (framework === null)
        return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
      if (findRole(framework, body.role) === undefined) {
        return fail(refuseField('role', `No role is called ${body.role}.`))
      }
      const now = services.now().toISOString()
      const opened: Omit<Assessment, 'ratings'> = {
        id: services.newId(),
        subjectId: personId,
        raterKind: 'self',
        frameworkDigest: body.frameworkDigest,
        role: body.role,
        openedAt: now,
        lastActivityAt: now,
        closedAt: null,
      }
      return onceOnly({ header, services, viewer }, 'POST /api/assessments', body, async (tx) => {
        const saved = await saveAssessment(tx, opened)
        return succeed({ status: 201, body: saved, headers: { location: `/api/assessments/${saved.id}` } })
      })
    },
  )
}

function addReads(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/assessments',
      tag: 'Assessments',
      summary: 'List your assessments',
      description: 'Newest first, each with its current ratings.',
      access: { noun: 'assessment', action: 'see' },
      answers: { 200: { description: 'Your assessments.', schema: z.array(assessmentSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, (tx) =>
        listAssessments(tx, signedIn.personId),
      )
      return succeed({ status: 200, body })
    },
  )
  routes.add(
    {
      method: 'get',
      path: '/api/assessments/{id}',
      tag: 'Assessments',
      summary: 'Read an assessment',
      description: 'With its current ratings.',
      access: { noun: 'assessment', action: 'see' },
      params: ONE,
      answers: { 200: { description: 'The assessment.', schema: assessmentSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) => {
      const found = await services.store.withViewer(signedIn.viewer, (tx) => findAssessment(tx, params.id))
      return found === null ? fail(NOT_FOUND) : succeed({ status: 200, body: found })
    },
  )
}

function addClose(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/assessments/{id}/close',
      tag: 'Assessments',
      summary: 'Close an assessment',
      description: 'It never changes again. Closing what is closed gives it back as it is.',
      access: { noun: 'assessment', action: 'close' },
      params: ONE,
      answers: { 200: { description: 'The closed assessment.', schema: assessmentSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const found = await findAssessment(tx, params.id)
        if (found === null) return fail(NOT_FOUND)
        const refused = refusalOn(factsOfAssessment(signedIn.viewer, found))
        if (refused !== null) return fail(refused)
        const closed = await saveAssessmentClosed(tx, params.id, services.now().toISOString())
        return closed.ok ? succeed({ status: 200, body: closed.value }) : fail(NOT_FOUND)
      }),
  )
}
