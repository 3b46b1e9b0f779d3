// What was said about somebody: read all of it, and note what one person said on one day.
import { z } from '@hono/zod-openapi'
import { type NoteAssessmentCommand, noteAssessment } from '../../core/assessment/note-assessment.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { findNotedAssessment, saveAssessment } from '../../store/assessment/assessments.ts'
import { listRatingsAbout } from '../../store/assessment/ratings-about.ts'
import { findKeptPerson } from '../../store/person/kept-people.ts'
import { findTarget } from '../../store/plan/targets.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuseField } from '../errors.ts'
import { frameworkInUse, labelOf } from '../framework/framework-in-use.ts'
import { onceOnly } from '../once-only.ts'
import { findSubject, NO_PERSON, ONE_SUBJECT, type Subject } from '../person/people-wire.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { assessmentSchema, day, digest, frameworkLabelSchema, ratingAboutSchema, uuid } from '../wire.ts'

const NO_VERSION = 'No version of a framework has this digest.'

export function addRatingAboutRoutes(routes: Routes): void {
  addRead(routes)
  addNote(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/people/{id}/ratings',
      tag: 'People',
      summary: 'Read everything that was said about somebody',
      description:
        'Every current rating about one of the people you keep, or with `me` about yourself: by day, then by skill. Without `rater` it is the person’s own.',
      access: { noun: 'rating', action: 'see' },
      params: ONE_SUBJECT,
      query: z.strictObject({
        framework: digest.optional().openapi({ description: 'This version instead of the one in use.' }),
      }),
      answers: {
        200: {
          description: 'Who is meant, the version, and the ratings.',
          schema: z
            .strictObject({
              subject: z.strictObject({ id: uuid, name: z.string().nullable() }),
              framework: frameworkLabelSchema,
              ratings: z.array(ratingAboutSchema),
            })
            .openapi('RatingsAbout'),
        },
      },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const subject = await findSubject(tx, signedIn, params.id)
        if (subject === null) return fail(NO_PERSON)
        const version =
          query.framework === undefined
            ? await frameworkInUse(tx, services, signedIn.personId)
            : { digest: query.framework, framework: await services.frameworks.findIn(tx, query.framework) }
        if (version.framework === null) return fail(refuseField('framework', NO_VERSION))
        const body = {
          subject: { id: subject.id, name: subject.name },
          framework: labelOf({ digest: version.digest, framework: version.framework }),
          ratings: await listRatingsAbout(tx, subject.id, version.digest),
        }
        return succeed({ status: 200, body })
      }),
  )
}

const noteSchema = z.strictObject({
  frameworkDigest: digest,
  raterKind: z
    .enum(['self', 'manager', 'peer', 'report', 'client'])
    .openapi({ description: 'What the rater is to the person who is rated.' }),
  rater: z
    .union([z.literal('me'), uuid])
    .nullable()
    .openapi({ description: 'You, somebody whom you keep, or null where nobody knows.' }),
  ratedOn: day.openapi({ description: 'The day on which it was said.' }),
})

function addNote(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/people/{id}/assessments',
      tag: 'People',
      summary: 'Note what one person said about another on a day',
      description:
        'Opens the assessment that their ratings go into, by PUT /api/assessments/{id}/ratings/{skill}. For the same two people and day it is the same one. It is yours alone: nobody is asked or told.',
      access: { noun: 'assessment', action: 'open' },
      params: ONE_SUBJECT,
      body: noteSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: {
        201: { description: 'The assessment, with what is in it already.', schema: assessmentSchema },
      },
      refusals: ['not-found', 'invalid', 'bad-header', 'key-reused'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const operation = `POST /api/people/${params.id}/assessments`
      return onceOnly({ header, services, viewer: signedIn.viewer }, operation, body, async (tx) => {
        const subject = await findSubject(tx, signedIn, params.id)
        if (subject === null) return fail(NO_PERSON)
        const command = await commandFor(tx, services, signedIn, { subject, ...body })
        if (!command.ok) return command
        const ids = { id: services.newId(), keeperId: signedIn.personId, now: services.now().toISOString() }
        const noted = noteAssessment(command.value, ids)
        if (!noted.ok) {
          const { field, message } = noted.failure
          return fail(refuseField(field === 'raterId' ? 'rater' : field, message))
        }
        const { raterId } = command.value
        const there = await findNotedAssessment(tx, noted.value, raterId, noted.value.raterKind)
        const saved = there ?? (await saveAssessment(tx, noted.value, raterId))
        return succeed({ status: 201, body: saved, headers: { location: `/api/assessments/${saved.id}` } })
      })
    },
  )
}

async function commandFor(
  tx: ViewerTransaction,
  services: Services,
  { personId }: SignedIn,
  asked: z.output<typeof noteSchema> & { subject: Subject },
): Promise<Result<NoteAssessmentCommand, Refusal>> {
  const { subject, rater, raterKind, ratedOn, frameworkDigest } = asked
  if ((await services.frameworks.findIn(tx, frameworkDigest)) === null)
    return fail(refuseField('frameworkDigest', NO_VERSION))
  const raterId = rater === 'me' ? personId : rater
  if (raterId !== null && raterId !== personId && (await findKeptPerson(tx, raterId)) === null)
    return fail(refuseField('rater', NO_PERSON.detail))
  const role =
    subject.kept === null ? (await findTarget(tx, personId, frameworkDigest))?.role : subject.kept.role
  return succeed({ subjectId: subject.id, raterId, raterKind, ratedOn, frameworkDigest, role: role ?? '' })
}
