// What I was asked about somebody: read it, answer it in an assessment of mine, give it, or decline without a reason.
import { z } from '@hono/zod-openapi'
import type { Assessment } from '../../core/assessment/assessment.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { type Ask, askState, mayChangeGiven } from '../../core/round/round.ts'
import { findAssessment, saveAssessment, saveAssessmentClosed } from '../../store/assessment/assessments.ts'
import { listDisputes } from '../../store/assessment/disputes.ts'
import { listHeldRoles } from '../../store/person/held-roles.ts'
import { type AskChange, findAsk, listAsks, saveAskChanged } from '../../store/round/asks.ts'
import { saveGiven } from '../../store/round/given.ts'
import { findOtherAsk, listOpenings } from '../../store/round/openings.ts'
import { listRoundsNamed } from '../../store/round/rounds.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { namePeople } from '../name-people.ts'
import { slug } from '../wire.ts'
import { type AskedAnswer, askedSchema, ONE, oneAskedSchema } from './round-wire.ts'

const NOT_FOUND = refuse('not-found', 'You were asked nothing under this id.')
const NOT_OPEN = refuse('conflict', 'This is given, declined or over, and does not change any more.')

export function addAskedRoutes(routes: Routes): void {
  addReads(routes)
  addBegin(routes)
  addGuesses(routes)
  addDecline(routes)
  addGive(routes)
  addTakeBack(routes)
}

function addReads(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/asked',
      tag: 'Rating each other',
      summary: 'What you were asked',
      description: 'Newest first. Nobody else sees this list, nor whether you answered.',
      access: { noun: 'ask', action: 'see' },
      answers: { 200: { description: 'It.', schema: z.array(askedSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        return succeed({ status: 200, body: await describeAsks(tx, await listAsks(tx)) })
      }),
  )
  routes.add(
    {
      method: 'get',
      path: '/api/asked/{id}',
      tag: 'Rating each other',
      summary: 'One thing you were asked',
      description: 'With what you answered so far, and what the person says of it once you gave it.',
      access: { noun: 'ask', action: 'see' },
      params: ONE,
      answers: { 200: { description: 'It.', schema: oneAskedSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const ask = await findAsk(tx, params.id)
        return ask === null ? fail(NOT_FOUND) : succeed({ status: 200, body: await describeOne(tx, ask) })
      }),
  )
}

function addBegin(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/asked/{id}/begin',
      tag: 'Rating each other',
      summary: 'Begin to answer',
      description:
        'Opens the assessment that your answers go into, by PUT /api/assessments/{id}/ratings/{skill}. It is yours alone until you give it. Beginning again gives the same one.',
      access: { noun: 'ask', action: 'answer' },
      params: ONE,
      answers: { 200: { description: 'It, with the assessment.', schema: oneAskedSchema } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    (asked) =>
      changeOpen(asked, async (tx, ask) => {
        if (ask.assessmentId !== null) return succeed({})
        const opened = await saveAssessment(tx, await assessmentFor(tx, asked, ask))
        return succeed({ assessmentId: opened.id })
      }),
  )
}

function addGuesses(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/asked/{id}/guesses',
      tag: 'Rating each other',
      summary: 'Say what you think the other will give',
      description:
        'Only where two rate without seeing each other’s. All guesses at once; the last ones hold.',
      access: { noun: 'ask', action: 'answer' },
      params: ONE,
      body: z.strictObject({ guesses: z.record(slug, z.number().int().min(0).max(100)) }),
      answers: { 200: { description: 'It.', schema: oneAskedSchema } },
      refusals: ['no-session', 'not-found', 'conflict', 'invalid'],
    },
    (asked) =>
      changeOpen(asked, async (tx, ask) => {
        const { guesses } = asked.body
        if (ask.blindWith === null) return fail(refuseField('guesses', 'Nobody rates the same with you.'))
        const framework = await asked.services.frameworks.findIn(tx, ask.frameworkDigest)
        const top = framework === null ? 0 : topLevel(framework)
        const wrong = Object.entries(guesses).find(
          ([skill, level]) => !ask.skills.includes(skill) || level > top,
        )
        if (wrong !== undefined)
          return fail(
            refuseField('guesses', `${wrong[0]}: it was not asked, or the scale has no such level.`),
          )
        return succeed({ guesses })
      }),
  )
}

function addDecline(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/asked/{id}/decline',
      tag: 'Rating each other',
      summary: 'Decline, without a reason',
      description: 'Nobody is told: for whoever asked it looks like a question that is still open.',
      access: { noun: 'ask', action: 'decline' },
      params: ONE,
      answers: { 200: { description: 'It, declined.', schema: oneAskedSchema } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    (asked) => changeOpen(asked, async (tx) => succeed({ declinedAt: tx.now })),
  )
}

function addGive(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/asked/{id}/give',
      tag: 'Rating each other',
      summary: 'Give what you answered',
      description:
        'It is closed, and the person reads it at once, with your name; where two rate without seeing each other’s, once both are done and one of them opens it. In confidence: it counts when the round closes, and until then it may be changed.',
      access: { noun: 'ask', action: 'answer' },
      params: ONE,
      answers: { 200: { description: 'It, given.', schema: oneAskedSchema } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    (asked) =>
      changeOpen(asked, async (tx, ask) => {
        const assessment = ask.assessmentId === null ? null : await findAssessment(tx, ask.assessmentId)
        if (assessment === null || assessment.ratings.length === 0)
          return fail(
            refuse('conflict', 'Answer at least one skill first. “I have not seen this” is an answer.'),
          )
        await publishAnswers(tx, ask, assessment)
        return succeed({ answeredAt: tx.now })
      }),
  )
}

function addTakeBack(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/asked/{id}/take-back',
      tag: 'Rating each other',
      summary: 'Take back what you gave in confidence',
      description:
        'Until the round closes. It does not count then, and you may give it again, or decline. Nobody is told. Once the round has closed it is sealed, and nobody can take anything back.',
      access: { noun: 'ask', action: 'answer' },
      params: ONE,
      answers: { 200: { description: 'It, open again.', schema: oneAskedSchema } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const ask = await findAsk(tx, params.id, true)
        if (ask === null) return fail(NOT_FOUND)
        if (!mayChangeGiven(ask, tx.now.slice(0, 10))) return fail(NOT_OPEN)
        await saveAskChanged(tx, ask.id, { answeredAt: null })
        return succeed({ status: 200, body: await describeOne(tx, { ...ask, answeredAt: null }) })
      }),
  )
}

/** What is confidential stays open to its rater until the round closes, and is published by sealing alone. */
async function publishAnswers(tx: ViewerTransaction, ask: Ask, assessment: Assessment): Promise<void> {
  if (ask.confidential) return
  await saveAssessmentClosed(tx, assessment.id, tx.now)
  if (ask.blindWith === null && ask.raterId !== ask.subjectId)
    await saveGiven(tx, assessment.id, ask.managerSees)
}

interface AskedFor {
  params: { id: string }
  services: Services
  signedIn: SignedIn
}

/** Keeps what `change` says is new of a question that is still open, and answers with the question as it is then. */
async function changeOpen(
  { params, services, signedIn }: AskedFor,
  change: (tx: ViewerTransaction, ask: Ask) => Promise<Result<AskChange, Refusal>>,
): Promise<Outcome> {
  return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
    const found = await findOpen(tx, params.id)
    if (!found.ok) return found
    const changed = await change(tx, found.value)
    if (!changed.ok) return changed
    if (Object.keys(changed.value).length > 0) await saveAskChanged(tx, params.id, changed.value)
    return succeed({ status: 200, body: await describeOne(tx, { ...found.value, ...changed.value }) })
  })
}

/** Held until the commit, so that nothing is given and declined at once. */
async function findOpen(tx: ViewerTransaction, id: string): Promise<Result<Ask, Refusal>> {
  const ask = await findAsk(tx, id, true)
  if (ask === null) return fail(NOT_FOUND)
  return askState(ask, tx.now.slice(0, 10)) === 'open' ? succeed(ask) : fail(NOT_OPEN)
}

async function assessmentFor(
  tx: ViewerTransaction,
  { services, signedIn: { personId } }: AskedFor,
  ask: Ask,
): Promise<Omit<Assessment, 'ratings'>> {
  // Only where the rater may know it; otherwise asking begins in the middle of the scale.
  const held = await listHeldRoles(tx, { personIds: [ask.subjectId] })
  return {
    id: services.newId(),
    subjectId: ask.subjectId,
    ...(ask.subjectId === personId ? {} : { ownerId: personId }),
    raterKind: ask.raterKind,
    frameworkDigest: ask.frameworkDigest,
    role: held.at(-1)?.role ?? '',
    openedAt: tx.now,
    lastActivityAt: tx.now,
    closedAt: null,
    purpose: ask.purpose,
    ...(ask.roundId === null ? {} : { roundId: ask.roundId }),
    ...(ask.confidential ? { confidential: true } : {}),
  }
}

async function describeOne(tx: ViewerTransaction, ask: Ask) {
  const [asked] = await describeAsks(tx, [ask])
  const assessment = ask.assessmentId === null ? null : await findAssessment(tx, ask.assessmentId)
  const isDone = ask.answeredAt !== null && ask.blindWith !== null
  const other = isDone ? await findOtherAsk(tx, ask) : null
  const openings = isDone ? await listOpenings(tx) : []
  const disputes = assessment === null ? [] : await listDisputes(tx, [assessment.id])
  return {
    asked,
    assessment,
    disputes: disputes.map(({ id, skill, kind, words, saidAt }) => ({ id, skill, kind, words, saidAt })),
    otherIsDone: isDone ? other !== null && other.answeredAt !== null : null,
    openingId:
      openings.find((one) => one.roundId === ask.roundId && one.subjectId === ask.subjectId)?.id ?? null,
  }
}

async function describeAsks(tx: ViewerTransaction, asks: readonly Ask[]): Promise<AskedAnswer[]> {
  const today = tx.now.slice(0, 10)
  const nameOf = await namePeople(
    tx,
    asks.flatMap(({ subjectId, askedBy, blindWith }) => [subjectId, askedBy, blindWith]),
  )
  const roundIds = [...new Set(asks.flatMap(({ roundId }) => roundId ?? []))]
  const rounds = new Map((await listRoundsNamed(tx, roundIds)).map((round) => [round.id, round]))
  return asks.map((ask) => {
    const round = ask.roundId === null ? undefined : rounds.get(ask.roundId)
    const { id, raterKind, frameworkDigest, skills, purpose, confidential, managerSees } = ask
    return {
      ...{ id, raterKind, frameworkDigest, skills, purpose, confidential, managerSees },
      ...{ note: ask.note, dueOn: ask.dueOn, askedAt: ask.askedAt, answeredAt: ask.answeredAt },
      ...{ assessmentId: ask.assessmentId, guesses: ask.guesses },
      subject: nameOf(ask.subjectId),
      askedBy: nameOf(ask.askedBy),
      round: round === undefined ? null : { id: round.id, title: round.title },
      blindWith: ask.blindWith === null ? null : nameOf(ask.blindWith),
      state: askState(ask, today),
      changesUntil: mayChangeGiven(ask, today) ? ask.dueOn : null,
    }
  })
}
