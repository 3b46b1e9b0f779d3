// Ratings: the versioned object. Each change adds a revision and must say which one it replaces.
import { z } from '@hono/zod-openapi'
import { type RatingFailure, rateSkill } from '../core/assessment/rate-skill.ts'
import { fail, succeed } from '../core/result.ts'
import { findAssessment, findAssessmentToRate } from '../store/assessments.ts'
import { type SaveRatingFailure, saveRating, saveRatingWithdrawn } from '../store/ratings.ts'
import type { Outcome, Routes } from './define-route.ts'
import { type Refusal, refuse, refuseField } from './errors.ts'
import { PRECONDITION_WORDS, readExpected, readSeen, tagOf } from './preconditions.ts'
import { factsOfAssessment } from './route-access.ts'
import { ratingCommandSchema, ratingSchema, slug, uuid } from './wire.ts'

const ONE = z.strictObject({ id: uuid, skill: slug })
const NO_ASSESSMENT = refuse('not-found', 'No assessment of yours has this id.')

export function addRatingRoutes(routes: Routes): void {
  addRate(routes)
  addWithdraw(routes)
}

function addRate(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/assessments/{id}/ratings/{skill}',
      tag: 'Ratings',
      summary: 'Rate a skill',
      description:
        'Send `If-None-Match: *` the first time, and `If-Match` with the revision you have seen to change it. You choose the revision id, so that sending the same request again after a lost answer succeeds.',
      access: { noun: 'rating', action: 'change' },
      params: ONE,
      body: ratingCommandSchema,
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'The rating, changed. ETag holds its revision.', schema: ratingSchema },
        201: { description: 'The first rating of this skill here.', schema: ratingSchema },
      },
      refusals: ['not-found', 'invalid', 'bad-header', 'no-precondition', 'stale', 'closed'],
    },
    async ({ params, body, header, services, signedIn, refusalOn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      const { viewer } = signedIn
      return services.store.withViewer(viewer, async (tx): Promise<Outcome> => {
        const found = await findAssessmentToRate(tx, { assessmentId: params.id, skill: params.skill })
        if (found === null) return fail(NO_ASSESSMENT)
        const { assessment, held } = found
        const refused = refusalOn(factsOfAssessment(viewer, assessment))
        if (refused !== null) return fail(refused)
        const framework = await services.frameworks.findIn(tx, assessment.frameworkDigest)
        if (framework === null) throw new Error('An assessment names a framework version that is not there.')
        const command = { ...body, skill: params.skill }
        const rated = rateSkill(assessment, framework, command, services.now().toISOString())
        if (!rated.ok) return fail(refusalOfRating(rated.failure))
        const saved = await saveRating(tx, rated.value, expected.value, held)
        if (!saved.ok) return fail(refusalOfSave(saved.failure))
        const status = saved.value.version === 1 ? 201 : 200
        return succeed({ status, body: saved.value, headers: { etag: tagOf(saved.value.revisionId) } })
      })
    },
  )
}

function addWithdraw(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/assessments/{id}/ratings/{skill}',
      tag: 'Ratings',
      summary: 'Take a rating back',
      description: 'Adds a revision that says so; the history stays. The skill counts as not rated again.',
      access: { noun: 'rating', action: 'withdraw' },
      params: ONE,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Taken back.', schema: null } },
      refusals: ['not-found', 'bad-header', 'no-precondition', 'stale', 'closed'],
    },
    async ({ params, header, services, signedIn, refusalOn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      const withdrawal = {
        assessmentId: params.id,
        skill: params.skill,
        revisionId: services.newId(),
        withdrawnAt: services.now().toISOString(),
      }
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const assessment = await findAssessment(tx, params.id)
        if (assessment === null) return fail(NO_ASSESSMENT)
        const refused = refusalOn(factsOfAssessment(signedIn.viewer, assessment))
        if (refused !== null) return fail(refused)
        const done = await saveRatingWithdrawn(tx, withdrawal, seen.value)
        return done.ok ? succeed({ status: 204 }) : fail(refusalOfSave(done.failure))
      })
    },
  )
}

function refusalOfRating(failure: RatingFailure): Refusal {
  switch (failure.kind) {
    case 'unknown-skill':
      return refuse('not-found', failure.message)
    case 'private-skill':
      return refuse('not-allowed', failure.message)
    case 'closed':
      return refuse('closed', failure.message)
    case 'invalid': {
      const errors = failure.errors.map(({ field, message }) => ({ pointer: `#/${field}`, message }))
      return refuse('invalid', failure.message, errors)
    }
  }
}

function refusalOfSave(failure: SaveRatingFailure): Refusal {
  switch (failure.kind) {
    case 'not-found':
      return NO_ASSESSMENT
    case 'closed':
      return refuse('closed', 'A closed assessment never changes. Start a new one.')
    case 'revision-taken':
      return refuseField('revisionId', 'This revision id belongs to something else. Make a new one.')
    case 'stale': {
      const detail =
        failure.current === null
          ? 'There is no rating of this skill here.'
          : 'This rating was changed meanwhile.'
      return { ...refuse('stale', detail), current: failure.current }
    }
  }
}
