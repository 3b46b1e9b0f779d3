// What colleagues gave about me, and what I say of it; a manager reads what a round said they would.
import { z } from '@hono/zod-openapi'
import { managedOn } from '../../core/access/rule.ts'
import type { Assessment } from '../../core/assessment/assessment.ts'
import { fail, succeed } from '../../core/result.ts'
import { LONGEST_DISPUTE } from '../../core/round/dispute.ts'
import { listDisputes, saveDispute, saveDisputeEnded } from '../../store/assessment/disputes.ts'
import { isShownToManager, listGivenAbout } from '../../store/round/given.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { namePeople } from '../name-people.ts'
import { plainText, slug, uuid } from '../wire.ts'
import { disputeSchema, givenSchema, ONE } from './round-wire.ts'

export function addGivenRoutes(routes: Routes): void {
  addGiven(routes)
  addDispute(routes)
  addTakeBack(routes)
}

function addGiven(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/given',
      tag: 'Rating each other',
      summary: 'What colleagues gave about you',
      description:
        'Newest first, with names, and with what you say of it. With `about`, what was given about somebody who reports to you today, where it was said beforehand that their manager reads it.',
      access: { noun: 'assessment', action: 'see' },
      query: z.strictObject({ about: uuid.optional() }),
      answers: { 200: { description: 'It.', schema: z.array(givenSchema) } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { about } = query
        const isMine = about === undefined || about === signedIn.personId
        if (!isMine && !managedOn(signedIn.viewer, tx.now.slice(0, 10)).includes(about))
          return fail(refuse('not-found', 'Nobody of this id reports to you.'))
        return succeed({ status: 200, body: await describeGiven(tx, isMine ? undefined : about) })
      }),
  )
}

function addDispute(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/given/{id}/disputes',
      tag: 'Rating each other',
      summary: 'Contest a rating of you, or add to it',
      description: 'It is shown wherever the rating is, and read by whoever reads that.',
      access: { noun: 'rating', action: 'contest' },
      params: ONE,
      body: z.strictObject({
        skill: slug,
        kind: z.enum(['contest', 'addition']),
        words: plainText(LONGEST_DISPUTE * 2),
      }),
      answers: { 201: { description: 'It.', schema: disputeSchema } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const found = (await listGivenAbout(tx)).find(({ id }) => id === params.id)
        if (found === undefined)
          return fail(refuse('not-found', 'Nothing was given about you under this id.'))
        const { skill, kind } = body
        const words = body.words.trim()
        if (!found.ratings.some((rating) => rating.skill === skill))
          return fail(refuseField('skill', 'Nothing is said about this skill there.'))
        if (words === '') return fail(refuseField('words', 'Write what you want to be read beside it.'))
        if ([...words].length > LONGEST_DISPUTE)
          return fail(refuseField('words', `At most ${LONGEST_DISPUTE} characters.`))
        const dispute = {
          ...{ id: services.newId(), subjectId: signedIn.personId, raterId: found.ownerId ?? '' },
          ...{ assessmentId: found.id, skill, kind, words, saidAt: tx.now, endedAt: null },
        }
        await saveDispute(tx, dispute, await isShownToManager(tx, found.id))
        const { id, saidAt } = dispute
        return succeed({ status: 201, body: { id, skill, kind, words, saidAt } })
      }),
  )
}

function addTakeBack(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/disputes/{id}',
      tag: 'Rating each other',
      summary: 'Take back what you said of a rating',
      description: 'It is shown nowhere any more.',
      access: { noun: 'rating', action: 'contest' },
      params: ONE,
      answers: { 204: { description: 'Taken back.', schema: null } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const was = await saveDisputeEnded(tx, params.id)
        return was ? succeed({ status: 204 }) : fail(refuse('not-found', 'You said nothing under this id.'))
      }),
  )
}

/** With names, and with what is said of it. */
export async function describeGiven(tx: ViewerTransaction, about: string | undefined) {
  return describeAssessments(tx, await listGivenAbout(tx, about))
}

/** The same of assessments that were loaded already. */
export async function describeAssessments(tx: ViewerTransaction, given: readonly Assessment[]) {
  const disputes = await listDisputes(
    tx,
    given.map(({ id }) => id),
  )
  const nameOf = await namePeople(
    tx,
    given.map(({ ownerId }) => ownerId ?? null),
  )
  return given.map((assessment) => ({
    rater: nameOf(assessment.ownerId ?? assessment.subjectId),
    assessment,
    disputes: disputes
      .filter((one) => one.assessmentId === assessment.id)
      .map(({ id, skill, kind, words, saidAt }) => ({ id, skill, kind, words, saidAt })),
  }))
}
