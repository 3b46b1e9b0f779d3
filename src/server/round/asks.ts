// Asking colleagues for their view of some skills, outside any round.
import { z } from '@hono/zod-openapi'
import { managedOn } from '../../core/access/rule.ts'
import { isInThePast } from '../../core/assessment/note-assessment.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { kindBetween } from '../../core/round/propose-raters.ts'
import type { Ask, AskSent } from '../../core/round/round.ts'
import { checkSkills, skillsFor } from '../../core/round/skills-to-ask.ts'
import { listManagement } from '../../store/organisation/management.ts'
import { listMembers } from '../../store/organisation/members.ts'
import { listAsksSent, saveAsks, saveAsksSent } from '../../store/round/asks.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { namePeople } from '../name-people.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { day, plainText, purpose, uuid } from '../wire.ts'
import { askSentSchema, skillList } from './round-wire.ts'

/** More at once is no question to a colleague. */
const MOST_RATERS = 12

const askSchema = z.strictObject({
  subject: z.union([z.literal('me'), uuid]).openapi({
    description: 'Yourself, or somebody who reports to you today.',
  }),
  raters: z.array(uuid).min(1, 'Choose whom to ask.').max(MOST_RATERS, `At most ${MOST_RATERS} at once.`),
  skills: skillList,
  purpose: purpose.openapi({ description: 'What you ask about yourself is for development.' }),
  note: plainText(1000).openapi({ description: 'What it is for, in your words.' }),
  dueOn: day,
})

export function addAskRoutes(routes: Routes): void {
  addSend(routes)
  addSent(routes)
}

function addSend(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/asks',
      tag: 'Rating each other',
      summary: 'Ask colleagues for their view',
      description:
        'Of some of your skills, or of somebody’s who reports to you: then name what it is for; their manager reads the answers too, and whoever is asked is told so. Each is asked only about skills that they can see, never about private ones. Whether they answer is theirs.',
      access: { noun: 'askSent', action: 'send' },
      body: askSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'Whom you asked.', schema: z.array(askSentSchema) } },
      refusals: ['not-found', 'invalid', 'bad-header', 'key-reused'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly({ header, services, viewer: signedIn.viewer }, 'POST /api/asks', body, async (tx) => {
        const made = await makeAsks(tx, services, signedIn, body)
        if (!made.ok) return made
        await saveAsks(tx, made.value.asks)
        await saveAsksSent(tx, made.value.sent)
        return succeed({ status: 201, body: await describeSent(tx, made.value.sent) })
      }),
  )
}

function addSent(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/asks',
      tag: 'Rating each other',
      summary: 'Whom you asked',
      description:
        'Newest first. Whether somebody answered or declined is not in it: what they give, you read.',
      access: { noun: 'askSent', action: 'see' },
      answers: { 200: { description: 'Your questions.', schema: z.array(askSentSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        return succeed({ status: 200, body: await describeSent(tx, await listAsksSent(tx)) })
      }),
  )
}

async function makeAsks(
  tx: ViewerTransaction,
  services: Services,
  { viewer, personId }: SignedIn,
  body: z.output<typeof askSchema>,
): Promise<Result<{ asks: Ask[]; sent: AskSent[] }, Refusal>> {
  const today = tx.now.slice(0, 10)
  const subjectId = body.subject === 'me' ? personId : body.subject
  const isMine = subjectId === personId
  if (!isMine && !managedOn(viewer, today).includes(subjectId))
    return fail(refuseField('subject', 'Ask about yourself, or about somebody who reports to you today.'))
  if (isMine && body.purpose !== 'development')
    return fail(refuseField('purpose', 'What you ask about yourself is for your development.'))
  if (!isMine && body.note.trim() === '')
    return fail(refuseField('note', 'Say what it is for: whoever is asked reads it.'))
  if (isInThePast(body.dueOn, tx.now))
    return fail(refuseField('dueOn', 'Choose a day that is still to come.'))
  const { digest, framework } = await frameworkInUse(tx, services, personId)
  const skills = checkSkills(body.skills, framework)
  if (!skills.ok) return fail(refuseField('skills', skills.failure))
  const raterIds = [...new Set(body.raters)]
  const present = new Set((await listMembers(tx, { ids: raterIds, left: false })).map(({ id }) => id))
  if (raterIds.some((id) => !present.has(id)))
    return fail(refuseField('raters', 'Somebody among them does not work here.'))
  if (raterIds.includes(subjectId))
    return fail(refuseField('raters', 'What somebody says of themselves is a self-assessment.'))
  const chart = { management: await listManagement(tx), memberships: [] }
  const asks: Ask[] = []
  for (const raterId of raterIds) {
    const raterKind = kindBetween(chart, raterId, subjectId, today)
    const own = skillsFor(raterKind, skills.value, framework)
    if (own.length === 0)
      return fail(refuseField('raters', 'Somebody among them can see none of these skills in their work.'))
    asks.push({
      ...{ id: services.newId(), raterId, subjectId, askedBy: personId, roundId: null, raterKind },
      ...{ frameworkDigest: digest, skills: own, purpose: body.purpose, confidential: false },
      ...{ managerSees: !isMine, blindWith: null, note: body.note.trim(), dueOn: body.dueOn },
      ...{ askedAt: tx.now, assessmentId: null, answeredAt: null, declinedAt: null, endedAt: null },
      guesses: {},
    })
  }
  const sent = asks.map(({ id, raterId, skills: own, purpose: what, note, dueOn }) => ({
    ...{ id, askedBy: personId, subjectId, raterId, skills: own, purpose: what, note, dueOn },
    sentAt: tx.now,
  }))
  return succeed({ asks, sent })
}

async function describeSent(tx: ViewerTransaction, sent: readonly AskSent[]) {
  const nameOf = await namePeople(
    tx,
    sent.flatMap(({ subjectId, raterId }) => [subjectId, raterId]),
  )
  return sent.map(({ subjectId, raterId, askedBy: _, ...one }) => ({
    ...one,
    subject: nameOf(subjectId),
    rater: nameOf(raterId),
  }))
}
