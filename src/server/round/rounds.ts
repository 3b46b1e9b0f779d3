// Rounds of ratings: starting one, who rates whom in it, how far it is in counts, and closing it.
import { z } from '@hono/zod-openapi'
import { managedOn } from '../../core/access/rule.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { proposeRaters } from '../../core/round/propose-raters.ts'
import { isRoundOver, type Round, type RoundRater } from '../../core/round/round.ts'
import { checkRound } from '../../core/round/start-round.ts'
import { saveAsks } from '../../store/round/asks.ts'
import { closeRound } from '../../store/round/close-round.ts'
import {
  countRound,
  findRound,
  listRoundSubjects,
  listRounds,
  listRoundsNamed,
  saveRound,
} from '../../store/round/rounds.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { namePeople } from '../name-people.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { plainText, purpose, uuid } from '../wire.ts'
import { asksFor, describeParts } from './round-parts.ts'
import { addRoundProposalRoutes, loadChart } from './round-proposals.ts'
import { ONE, oneRoundSchema, raterKind, roundSchema, skillList } from './round-wire.ts'

/** A round of more is several rounds. */
const MOST_SUBJECTS = 500
const NOT_FOUND = refuse('not-found', 'No round of yours has this id.')

const startSchema = z.strictObject({
  title: plainText(200),
  purpose,
  confidential: z.boolean().default(false),
  managerSees: z.boolean().default(false).openapi({
    description:
      'Whoever manages somebody on the day they look reads what was given. Raters are told so first.',
  }),
  skills: skillList,
  kinds: z.array(raterKind).max(5),
  subjects: z.array(uuid).min(1, 'Choose whom it is about.').max(MOST_SUBJECTS),
  endsOn: z.string().max(20),
})

export function addRoundRoutes(routes: Routes): void {
  addReads(routes)
  addStart(routes)
  addClose(routes)
  addRoundProposalRoutes(routes)
}

function addReads(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/rounds',
      tag: 'Rating each other',
      summary: 'Rounds that you organise, or that are about you or whom you manage',
      description: 'Newest first. What you are asked in a round is in /api/asked.',
      access: { noun: 'round', action: 'takePart' },
      answers: { 200: { description: 'They.', schema: z.array(roundSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        return succeed({ status: 200, body: await describeRounds(tx, await roundsOf(tx)) })
      }),
  )
  routes.add(
    {
      method: 'get',
      path: '/api/rounds/{id}',
      tag: 'Rating each other',
      summary: 'One round',
      description:
        'With the lists of raters that you may see. Whoever organises it sees how many answered, never who.',
      access: { noun: 'round', action: 'takePart' },
      params: ONE,
      answers: { 200: { description: 'It.', schema: oneRoundSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const found = (await roundsOf(tx)).find(({ round }) => round.id === params.id)
        if (found === undefined) return fail(NOT_FOUND)
        return succeed({ status: 200, body: await describeRound(tx, services, found) })
      }),
  )
}

function addStart(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/rounds',
      tag: 'Rating each other',
      summary: 'Start a round',
      description:
        'By an organiser of rounds, or by a manager for whoever reports to them today. Raters are proposed from the organisation chart; each person may change theirs, and a manager or an organiser agrees. Oneself and one’s manager are asked at once, and rate without seeing each other’s.',
      access: { noun: 'round', action: 'start' },
      body: startSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The round.', schema: oneRoundSchema } },
      refusals: ['no-session', 'invalid', 'bad-header', 'key-reused'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly({ header, services, viewer: signedIn.viewer }, 'POST /api/rounds', body, async (tx) => {
        const made = await makeRound(tx, services, signedIn, body)
        if (!made.ok) return made
        const { round, raters, subjects } = made.value
        await saveRound(tx, round, subjects, raters)
        const { framework } = await frameworkInUse(tx, services, signedIn.personId)
        const atOnce = raters.filter(({ kind }) => kind === 'self' || kind === 'manager')
        await saveAsks(tx, asksFor(services, signedIn, { round, raters: atOnce, framework, now: tx.now }))
        const described = await describeRound(tx, services, { round, organises: true })
        return succeed({ status: 201, body: described, headers: { location: `/api/rounds/${round.id}` } })
      }),
  )
}

function addClose(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/rounds/{id}/close',
      tag: 'Rating each other',
      summary: 'Close a round before its last day',
      description:
        'What nobody answered ends. What was given stays. Whoever rates together without seeing each other’s may still finish.',
      access: { noun: 'round', action: 'close' },
      params: ONE,
      answers: { 200: { description: 'The closed round.', schema: oneRoundSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const found = await findRound(tx, params.id)
        if (found === null) return fail(NOT_FOUND)
        const round = (await closeRound(tx, found.id)) ?? found
        return succeed({ status: 200, body: await describeRound(tx, services, { round, organises: true }) })
      }),
  )
}

interface RoundOfMine {
  round: Round
  /** Whether the viewer sees its counts and closes it. */
  organises: boolean
}

/** Those that the viewer organises, and those that are about them or whom they manage today. */
async function roundsOf(tx: ViewerTransaction): Promise<RoundOfMine[]> {
  const organised = await listRounds(tx)
  const known = new Set(organised.map(({ id }) => id))
  const parts = await listRoundSubjects(tx)
  const others = [...new Set(parts.map(({ roundId }) => roundId))].filter((id) => !known.has(id))
  return [
    ...organised.map((round) => ({ round, organises: true })),
    ...(await listRoundsNamed(tx, others)).map((round) => ({ round, organises: false })),
  ].sort((a, b) => (a.round.startedAt < b.round.startedAt ? 1 : -1))
}

async function makeRound(
  tx: ViewerTransaction,
  services: Services,
  { viewer, personId }: SignedIn,
  body: z.output<typeof startSchema>,
): Promise<
  Result<{ round: Round; raters: RoundRater[]; subjects: Parameters<typeof saveRound>[2] }, Refusal>
> {
  const today = tx.now.slice(0, 10)
  const { digest, framework } = await frameworkInUse(tx, services, personId)
  const { subjects: wanted, ...command } = body
  const checked = checkRound(command, framework, tx.now)
  if (!checked.ok) return fail(refuseField(checked.failure.field, checked.failure.message))
  const subjectIds = [...new Set(wanted)]
  const mine = managedOn(viewer, today)
  if (!viewer.adminOf.includes('rounds') && subjectIds.some((id) => !mine.includes(id)))
    return fail(refuseField('subjects', 'A manager starts rounds about whoever reports to them today.'))
  const { present, ...chart } = await loadChart(tx, today)
  if (subjectIds.some((id) => !present.includes(id)))
    return fail(refuseField('subjects', 'Somebody among them does not work here.'))
  const round: Round = {
    ...checked.value,
    ...{ id: services.newId(), frameworkDigest: digest, startsOn: today },
    ...{ startedBy: personId, startedAt: tx.now, closedAt: null },
  }
  const raters = subjectIds.flatMap((subjectId) =>
    proposeRaters(chart, subjectId, round.kinds, present, today).map(({ raterId, kind }) => ({
      ...{ id: services.newId(), roundId: round.id, subjectId, raterId, kind },
      ...{ proposedBy: null, proposedAt: tx.now, endedAt: null },
    })),
  )
  const subjects = subjectIds.map((id) => ({
    ...{ id: services.newId(), roundId: round.id, personId: id, agreedBy: null, agreedAt: null },
  }))
  return succeed({ round, raters, subjects })
}

async function describeRound(tx: ViewerTransaction, services: Services, { round, organises }: RoundOfMine) {
  return {
    round: (await describeRounds(tx, [{ round, organises }]))[0],
    parts: await describeParts(tx, services, round),
    counts: organises ? await countRound(tx, round.id) : null,
  }
}

async function describeRounds(tx: ViewerTransaction, rounds: readonly RoundOfMine[]) {
  const today = tx.now.slice(0, 10)
  const nameOf = await namePeople(
    tx,
    rounds.map(({ round }) => round.startedBy),
  )
  return rounds.map(({ round: { startedBy, startedAt: _, ...round }, organises }) => ({
    ...round,
    startedBy: nameOf(startedBy),
    isOver: isRoundOver(round, today),
    organises,
  }))
}
