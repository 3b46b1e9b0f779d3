// Ratings: the versioned object. Each change adds a revision and must say which one it replaces.
import { z } from '@hono/zod-openapi'
import { type RatingFailure, rateSkill } from '../../core/assessment/rate-skill.ts'
import { fail, succeed } from '../../core/result.ts'
import { findAssessment, findAssessmentToRate } from '../../store/assessment/assessments.ts'
import { type SaveRatingFailure, saveRating, saveRatingWithdrawn } from '../../store/assessment/ratings.ts'
import { findAskedSkills } from '../../store/round/asks.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse } from '../errors.ts'
import { PRECONDITION_WORDS, readExpected, readSeen } from '../preconditions.ts'
import { factsOfAssessment } from '../route-access.ts'
import { refusalOfRevision, replyWithRevision } from '../saved-revision.ts'
import { ratingCommandSchema, ratingSchema, slug, uuid } from '../wire.ts'

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
        'Send `If-None-Match: *` the first time, and `If-Match` with the revision you have seen to change it. You choose the revision id, so that sending the same request again after a lost answer succeeds. An assessment that answers a question takes only the skills that were asked.',
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
        // Only what answers a question has a purpose; who looks at themselves unasked waits for no second read.
        const asked = assessment.purpose === undefined ? null : await findAskedSkills(tx, assessment.id)
        const rated = rateSkill(assessment, framework, command, services.now().toISOString(), asked)
        if (!rated.ok) return fail(refusalOfRating(rated.failure))
        const saved = await saveRating(tx, rated.value, expected.value, held)
        if (!saved.ok) return fail(refusalOfSave(saved.failure))
        return succeed(replyWithRevision(saved.value))
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
    case 'not-asked':
      return refuse('invalid', failure.message)
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
    default:
      return refusalOfRevision(failure, {
        none: 'There is no rating of this skill here.',
        changed: 'This rating was changed meanwhile.',
      })
  }
}
