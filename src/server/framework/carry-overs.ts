// Moving to another version of a framework: what is carried, what is looked at again, and undoing it.
import { z } from '@hono/zod-openapi'
import type { Assessment } from '../../core/assessment/assessment.ts'
import { mergeRatings } from '../../core/assessment/merge-ratings.ts'
import { fail, succeed } from '../../core/result.ts'
import { carryStanding } from '../../core/revision/carried-picture.ts'
import { carriedNotes } from '../../core/revision/carry-notes.ts'
import type { CarryOver } from '../../core/revision/carry-over-record.ts'
import { type CarryOverFailure, decideCarryOver } from '../../core/revision/decide-carry-over.ts'
import { diffFrameworks } from '../../core/revision/diff-frameworks.ts'
import { listAssessments, listNotedAssessments } from '../../store/assessment/assessments.ts'
import {
  findCarryOver,
  listCarryOvers,
  saveCarryOver,
  saveCarryOverUndone,
} from '../../store/framework/carry-overs.ts'
import { findTarget } from '../../store/plan/targets.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { digest, slug, uuid } from '../wire.ts'
import { refusalOfDate } from './refusal-of-date.ts'

const decision = z.enum(['carry', 'look', 'leave']).openapi({
  description:
    'carry: the same answer on the new version. look: to be answered anew. leave: it stays on the old version only.',
})
const moment = z.iso.datetime()

const carryOverSchema = z
  .strictObject({
    id: uuid,
    beforeDigest: digest,
    afterDigest: digest,
    assessmentId: uuid
      .nullable()
      .openapi({ description: 'On the new version; null where nothing was rated.' }),
    decisions: z.array(z.strictObject({ revisionId: uuid, skill: z.string().nullable(), decision })),
    madeAt: moment,
    undoneAt: moment.nullable(),
  })
  .openapi('CarryOver') satisfies z.ZodType<CarryOver>

const commandSchema = z.strictObject({
  beforeDigest: digest,
  afterDigest: digest,
  role: slug.openapi({ description: 'Your role in the new version.' }),
  decisions: z
    .array(z.strictObject({ revisionId: uuid, decision }))
    .max(5000, 'No framework has more than 5000 skills.')
    .openapi({ description: 'One for each of your latest ratings on the old version, by its revision.' }),
})

export function addCarryOverRoutes(routes: Routes): void {
  addList(routes)
  addMake(routes)
  addUndo(routes)
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/carry-overs',
      tag: 'Frameworks',
      summary: 'List your moves between versions',
      description: 'Newest first, with what you decided for each rating. Undone ones are marked.',
      access: { noun: 'carryOver', action: 'see' },
      answers: { 200: { description: 'Your moves.', schema: z.array(carryOverSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, (tx) =>
        listCarryOvers(tx, signedIn.personId),
      )
      return succeed({ status: 200, body })
    },
  )
}

function addMake(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/carry-overs',
      tag: 'Frameworks',
      summary: 'Move to another version',
      description:
        'Opens an assessment on the new version, with the carried ratings in it; each names the revision that it repeats. Notes of what people said come along where the words are the same. Nothing on the old version changes.',
      access: { noun: 'carryOver', action: 'make' },
      body: commandSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The move.', schema: carryOverSchema } },
      refusals: ['invalid', 'bad-header', 'key-reused', 'stale'],
    },
    async ({ body, header, services, signedIn }) => {
      const { viewer, personId } = signedIn
      return onceOnly(
        { header, services, viewer },
        'POST /api/carry-overs',
        body,
        async (tx): Promise<Outcome> => {
          const before = await services.frameworks.findIn(tx, body.beforeDigest)
          if (before === null) return fail(refuseField('beforeDigest', 'No version has this digest.'))
          const after = await services.frameworks.findIn(tx, body.afterDigest)
          if (after === null) return fail(refuseField('afterDigest', 'No version has this digest.'))
          if (body.afterDigest === body.beforeDigest)
            return fail(refuseField('afterDigest', 'This is the version that you are on.'))
          const refused = await refusalOfDate(
            tx,
            { field: 'afterDigest', digest: body.afterDigest },
            services.now(),
          )
          if (refused !== null) return fail(refused)
          const ratings = mergeRatings(await listAssessments(tx, personId), {
            frameworkDigest: body.beforeDigest,
          })
          const diff = diffFrameworks(before, after)
          const decided = decideCarryOver({ before, after, diff }, ratings, body)
          if (!decided.ok) return fail(refusalOf(decided.failure))
          const target = await findTarget(tx, personId, body.beforeDigest)
          const standing = target === null ? null : carryStanding(diff, target)
          const saved = await saveCarryOver(tx, {
            carryOver: {
              id: services.newId(),
              beforeDigest: body.beforeDigest,
              afterDigest: body.afterDigest,
              decisions: decided.value.decisions,
              madeAt: services.now().toISOString(),
            },
            frameworkId: after.id,
            role: body.role,
            destinations: target === null ? null : (standing?.destinations ?? []),
            carried: decided.value.carried,
            notes: carriedNotes({ before, after, diff }, await notesOn(tx, body.beforeDigest)),
            opens: decided.value.decisions.some((one) => one.decision === 'look'),
          })
          return succeed({ status: 201, body: saved })
        },
      )
    },
  )
}

async function notesOn(tx: ViewerTransaction, digest: string): Promise<Assessment[]> {
  return (await listNotedAssessments(tx)).filter((note) => note.frameworkDigest === digest)
}

function refusalOf(failure: CarryOverFailure): Refusal {
  switch (failure.kind) {
    case 'unknown-role':
      return refuseField('role', failure.message)
    case 'stale':
      return refuse('stale', failure.message)
    case 'impossible':
      return refuseField(`decisions/${failure.index}/decision`, failure.message)
  }
}

function addUndo(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/carry-overs/{id}/undo',
      tag: 'Frameworks',
      summary: 'Undo a move',
      description:
        'Takes the carried ratings and notes back, closes the assessment on the new version and returns to the old one. What you rated anew stays there. Undoing twice is undoing once.',
      access: { noun: 'carryOver', action: 'undo' },
      params: z.strictObject({ id: uuid }),
      answers: { 200: { description: 'The move, undone.', schema: carryOverSchema } },
      refusals: ['no-session', 'not-found', 'closed'],
    },
    async ({ params, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { viewer, personId } = signedIn
        if ((await findCarryOver(tx, params.id)) === null) return fail(NOT_FOUND)
        const refused = refusalOn({
          orgId: viewer.orgId,
          ownerId: personId,
          subjectId: personId,
          releasedAt: null,
        })
        if (refused !== null) return fail(refused)
        const undone = await saveCarryOverUndone(tx, params.id)
        if (undone.ok) return succeed({ status: 200, body: undone.value })
        return fail(undone.failure.kind === 'closed' ? CLOSED : NOT_FOUND)
      }),
  )
}

const NOT_FOUND = refuse('not-found', 'No move of yours has this id.')
const CLOSED = refuse(
  'closed',
  'The assessment on the new version is closed, so that it cannot be undone. You can move to the earlier version instead.',
)
