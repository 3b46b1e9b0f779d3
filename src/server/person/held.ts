// What others held about me before I was here: read all of it, take it into my record, or object; and the keeper's reply.
import { z } from '@hono/zod-openapi'
import { joiningRules } from '../../core/access/joining.ts'
import {
  type HeldAnswer,
  type HeldItem,
  type Joining,
  keyOfItem,
  objectToItem,
  replyInWords,
  whyNotClaimed,
} from '../../core/person/joining.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  findHeldAnswer,
  saveHeldAnswer,
  saveHeldAnswerEnded,
  saveHeldReply,
} from '../../store/person/held-answers.ts'
import { saveClaimUndone, saveRatingClaimed } from '../../store/person/held-claims.ts'
import { listHeldThings } from '../../store/person/held-things.ts'
import { findJoiningToChange, findKeptAs, listJoinings, removeJoining } from '../../store/person/joinings.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { namePeople } from '../name-people.ts'
import { slug, uuid } from '../wire.ts'
import { describeHeld, heldAboutSchema, heldWords } from './joining-wire.ts'
import { factsOf } from './joinings.ts'

const ONE = z.strictObject({ id: uuid })
const NOBODY = refuse('not-found', 'Nobody of this organisation holds anything about you under this id.')
const NO_ANSWER = refuse('not-found', 'Nothing was said under this id.')
/** As many things as are claimed in one go. */
const MOST_CLAIMS = 500

export function addHeldRoutes(routes: Routes): void {
  addRead(routes)
  addClaims(routes)
  addObjection(routes)
  addTakeBack(routes)
  addReply(routes)
  addNotMe(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/held',
      tag: 'People',
      summary: 'Read everything that others held about you before you were here',
      description:
        'Of everybody who said that somebody they kept is you: what they noted about you, every wording and day. Only you and they read it. What you took into your record is marked, and stands there.',
      access: { noun: 'heldItem', action: 'see' },
      answers: { 200: { description: 'It.', schema: z.array(heldAboutSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, async (tx) => {
        const about = await listJoinings(tx, { memberId: signedIn.personId })
        const described = []
        for (const joining of about) described.push(await describe(tx, joining))
        return described
      })
      return succeed({ status: 200, body })
    },
  )
}

async function describe(tx: ViewerTransaction, joining: Joining) {
  const nameOf = await namePeople(tx, [joining.keeperId])
  const { displayName, relation, role } = await findKeptAs(tx, joining)
  const { id, keeperId, linkedAt, namedAt } = joining
  return {
    ...{ id, keeper: nameOf(keeperId), linkedAt, namedAt },
    keptAs: { name: displayName, relation, role },
    ...describeHeld(await listHeldThings(tx, joining)),
  }
}

function addClaims(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/held/{id}/claims',
      tag: 'People',
      summary: 'Take what was noted about you into your record',
      description:
        'Each becomes a rating that was given to you for development: its writer stays its author, you are its subject, nobody else reads it. What is claimed already stays so. Answers with all that they hold.',
      access: { noun: 'heldItem', action: 'claim' },
      params: ONE,
      body: z.strictObject({
        items: z
          .array(z.strictObject({ assessmentId: uuid, skill: slug }))
          .min(1)
          .max(MOST_CLAIMS),
      }),
      answers: { 200: { description: 'It.', schema: heldAboutSchema } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, body, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const joining = await findJoiningToChange(tx, { id: params.id }, joiningRules.see)
        if (joining === null) return fail(NOBODY)
        const refused = refusalOn(factsOf(tx, joining))
        if (refused !== null) return fail(refused)
        const { ratings, answers } = await listHeldThings(tx, joining)
        for (const [key, item] of new Map(body.items.map((one) => [keyOfItem(one), one]))) {
          const rating = ratings.find((one) => keyOfItem(one) === key)
          const answer = standing(answers, item)
          if (answer?.kind === 'claimed') continue
          if (rating === undefined || whyNotClaimed(rating) !== null)
            return fail(
              refuseField('items', `Nothing that you could take over is noted about ${item.skill}.`),
            )
          if (answer !== undefined) await saveHeldAnswerEnded(tx, answer.id)
          const claimedId = await saveRatingClaimed(tx, joining, item, services.newId)
          const { memberId, keeperId } = joining
          await saveHeldAnswer(tx, {
            ...{ id: services.newId(), joiningId: joining.id, memberId, keeperId, item },
            ...{ kind: 'claimed', wish: null, words: '', claimedId },
          })
        }
        return succeed({ status: 200, body: await describe(tx, joining) })
      }),
  )
}

const objectionSchema = z.strictObject({
  item: z.union([z.strictObject({ assessmentId: uuid, skill: slug }), z.strictObject({ recordId: uuid })]),
  wish: z.enum(['beside', 'removal']).openapi({
    description: 'That your words stand beside it, or that it is removed.',
  }),
  words: heldWords,
})

function addObjection(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/held/{id}/objections',
      tag: 'People',
      summary: 'Object to something that is held about you',
      description:
        'While it stands, the thing enters no level, no plan and no page for a talk. Whoever wrote it reads your words, and removes it or says something to it. What you had claimed goes back first. Answers with all that they hold.',
      access: { noun: 'heldItem', action: 'object' },
      params: ONE,
      body: objectionSchema,
      answers: { 200: { description: 'It.', schema: heldAboutSchema } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, body, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const joining = await findJoiningToChange(tx, { id: params.id }, joiningRules.see)
        if (joining === null) return fail(NOBODY)
        const refused = refusalOn(factsOf(tx, joining))
        if (refused !== null) return fail(refused)
        const said = objectToItem(body)
        if (!said.ok) return fail(refuseField(said.failure.field, said.failure.message))
        const { item } = body
        const { ratings, named, answers } = await listHeldThings(tx, joining)
        const key = keyOfItem(item)
        if (!ratings.some((one) => keyOfItem(one) === key) && !named.some(({ id }) => id === key))
          return fail(refuseField('item', 'Nothing like this is held about you.'))
        const before = standing(answers, item)
        const place = before === undefined ? item : await endAnswer(tx, joining, before, services.newId)
        const { memberId, keeperId } = joining
        await saveHeldAnswer(tx, {
          ...{ id: services.newId(), joiningId: joining.id, memberId, keeperId, item: place },
          ...{ kind: 'objected', ...said.value, claimedId: null },
        })
        return succeed({ status: 200, body: await describe(tx, joining) })
      }),
  )
}

/** The answer that holds, of something that is there. */
function standing(answers: readonly HeldAnswer[], item: HeldItem): HeldAnswer | undefined {
  const key = keyOfItem(item)
  return answers.find((one) => one.removedAt === null && keyOfItem(one.item) === key)
}

/** Where the thing is afterwards: what was claimed goes back to the keeper's notes. */
async function endAnswer(
  tx: ViewerTransaction,
  joining: Joining,
  answer: HeldAnswer,
  newId: () => string,
): Promise<HeldItem> {
  const home = answer.claimedId === null ? null : await saveClaimUndone(tx, joining, answer.id, newId)
  await saveHeldAnswerEnded(tx, answer.id)
  return home === null || 'recordId' in answer.item ? answer.item : { ...answer.item, assessmentId: home }
}

function addTakeBack(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/held-answers/{id}',
      tag: 'People',
      summary: 'Take back that you claimed something, or objected',
      description:
        'What was claimed is the writer’s note again; what was objected to is used again as it was before.',
      access: { noun: 'heldItem', action: 'takeBack' },
      params: ONE,
      answers: { 204: { description: 'Taken back.', schema: null } },
      refusals: ['no-session', 'not-found', 'not-allowed'],
    },
    async ({ params, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const answer = await findHeldAnswer(tx, params.id)
        if (answer === null) return fail(NO_ANSWER)
        const refused = refusalOn(factsOf(tx, answer))
        if (refused !== null) return fail(refused)
        const joining = await findJoiningToChange(tx, { id: answer.joiningId }, joiningRules.see)
        if (joining === null) return fail(NO_ANSWER)
        await endAnswer(tx, joining, answer, services.newId)
        return succeed({ status: 204 })
      }),
  )
}

function addReply(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/held-answers/{id}/reply',
      tag: 'People',
      summary: 'Say something to an objection to what you noted',
      description:
        'The member reads it; the objection stands until they take it back, or you remove the thing.',
      access: { noun: 'heldItem', action: 'reply' },
      params: ONE,
      body: z.strictObject({ words: heldWords }),
      answers: { 204: { description: 'Said.', schema: null } },
      refusals: ['no-session', 'not-found', 'invalid', 'conflict', 'not-allowed'],
    },
    async ({ params, body, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const answer = await findHeldAnswer(tx, params.id)
        if (answer === null) return fail(NO_ANSWER)
        const refused = refusalOn(factsOf(tx, answer))
        if (refused !== null) return fail(refused)
        if (answer.kind !== 'objected')
          return fail(refuse('conflict', 'They took it into their record; there is nothing to reply to.'))
        const words = replyInWords(body.words)
        if (!words.ok) return fail(refuseField(words.failure.field, words.failure.message))
        await saveHeldReply(tx, answer.id, words.value)
        return succeed({ status: 204 })
      }),
  )
}

function addNotMe(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/held/{id}',
      tag: 'People',
      summary: 'Say that somebody else is meant',
      description:
        'It is not about you: you read nothing of it any more, what you claimed goes back, and what you said to it goes.',
      access: { noun: 'joining', action: 'unlink' },
      params: ONE,
      answers: { 204: { description: 'Done.', schema: null } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const joining = await findJoiningToChange(tx, { id: params.id }, joiningRules.unlink)
        if (joining === null || joining.memberId !== signedIn.personId) return fail(NOBODY)
        const refused = refusalOn(factsOf(tx, joining))
        if (refused !== null) return fail(refused)
        await removeJoining(tx, joining, services.newId)
        return succeed({ status: 204 })
      }),
  )
}
