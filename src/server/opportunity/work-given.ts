// What a manager agrees with people, the work they are given when a plan is kept, and what they had in earlier quarters.
import { z } from '@hono/zod-openapi'
import { canonicalJson } from '../../core/framework/canonical-json.ts'
import { type Board, type BoardProblem, boardProblem } from '../../core/opportunity/board-problem.ts'
import { sayReason } from '../../core/opportunity/board-words.ts'
import { type MatchReason, reasonsOf } from '../../core/opportunity/explain-match.ts'
import { type Opportunity, type WorkPart, workOf } from '../../core/opportunity/opportunity.ts'
import { fail, succeed } from '../../core/result.ts'
import { listAgreedGrowth, saveAgreedGrowth } from '../../store/opportunity/agreed-growth.ts'
import { lockUpcomingWork } from '../../store/opportunity/lock-upcoming-work.ts'
import { listOpportunities } from '../../store/opportunity/opportunities.ts'
import {
  listWorkParts,
  type NewPart,
  saveWorkParts,
  saveWorkPartsEnded,
} from '../../store/opportunity/work-parts.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { refusalOfView } from '../organisation/view-switches.ts'
import { uuid } from '../wire.ts'
import { refusalOfLevels } from './opportunities.ts'
import {
  agreedContent,
  agreedSchema,
  partSchema,
  quarter,
  type WorkChange,
  workChange,
  workSchema,
} from './opportunity-wire.ts'
import { plannedPeople, plansFor } from './planned-people.ts'

const NOT_YOURS = refuse('not-found', 'Nobody who reports to you has this id.')

export function addWorkGivenRoutes(routes: Routes): void {
  addAgree(routes)
  addKeepBoard(routes)
  addHistory(routes)
  addEndPart(routes)
}

function addAgree(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/opportunities/agreed/{id}',
      tag: 'Opportunities',
      summary: 'Write down what you and a person agreed: growth areas and weeks',
      description:
        'The person reads it and may add a remark. What was agreed before is ended. Private skills are never among it.',
      access: { noun: 'opportunity', action: 'change' },
      params: z.strictObject({ id: uuid.openapi({ description: 'The person.' }) }),
      body: z.strictObject(agreedContent),
      answers: {
        200: {
          description: 'It, and what it ended: with both it can be taken back.',
          schema: agreedSchema.extend({ ended: workChange.shape.ended }),
        },
      },
      refusals: ['no-session', 'not-found', 'invalid', 'conflict'],
    },
    async ({ params, body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'opportunities')
        if (off !== null) return fail(off)
        if (!plansFor(tx, params.id)) return fail(NOT_YOURS)
        const framework = await services.frameworks.findIn(tx, body.frameworkDigest)
        if (framework === null)
          return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
        const unfit = refusalOfLevels(framework, body.areas, 'areas')
        if (unfit !== null) return fail(unfit)
        await lockUpcomingWork(tx)
        const agreedOn = tx.now.slice(0, 10)
        const next = { ...body, id: services.newId(), personId: params.id, agreedOn }
        const { agreed, ended } = await saveAgreedGrowth(tx, next)
        return succeed({ status: 200, body: { ...agreed, ended } })
      }),
  )
}

const boardSchema = z.strictObject({
  from: quarter.openapi({ description: 'The first quarter that is planned.' }),
  board: z
    .array(z.strictObject({ opportunityId: uuid, personIds: z.array(uuid).max(100) }))
    .max(500)
    .openapi({ description: 'Work that is not named is given to nobody.' }),
})

function addKeepBoard(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/opportunities/board',
      tag: 'Opportunities',
      summary: 'Keep who does what from a quarter on',
      description:
        'Each person sees what is proposed for them, and why. What was given before of the work on this board is ended where it differs; other work stays given.',
      access: { noun: 'opportunity', action: 'change' },
      body: boardSchema,
      answers: {
        200: {
          description: 'What each was given, and what was added and ended: with these it can be taken back.',
          schema: z.strictObject({ parts: z.array(partSchema), ...workChange.shape }),
        },
      },
      refusals: ['no-session', 'invalid', 'conflict'],
    },
    async ({ body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'opportunities')
        if (off !== null) return fail(off)
        await lockUpcomingWork(tx)
        const loaded = await loadProblem(tx, body.from)
        const board = placesOf(loaded.problem, body.board)
        if (typeof board === 'string') return fail(refuseField('board', board))
        const change = await saveBoard(tx, services, signedIn.personId, { ...loaded, board })
        const ids = loaded.problem.people.map(({ id }) => id)
        const parts = (await listWorkParts(tx, ids)).filter(({ stage }) => stage === 'given')
        return succeed({ status: 200, body: { parts, ...change } })
      }),
  )
}

interface Loaded {
  problem: BoardProblem
  opportunities: Opportunity[]
  parts: WorkPart[]
}

async function loadProblem(tx: ViewerTransaction, from: string): Promise<Loaded> {
  const people = await plannedPeople(tx)
  const ids = people.map(({ id }) => id)
  const [opportunities, parts] = [await listOpportunities(tx), await listWorkParts(tx, ids)]
  const agreed = await listAgreedGrowth(tx, ids)
  return { problem: boardProblem({ people, opportunities, agreed, parts, from }), opportunities, parts }
}

/** Ids as places; a sentence where one of them is not on the board. */
function placesOf(problem: BoardProblem, named: z.infer<typeof boardSchema>['board']): Board | string {
  for (const { opportunityId, personIds } of named) {
    if (!problem.works.some(({ id }) => id === opportunityId))
      return 'A piece of work is not on your list from this quarter on.'
    if (!personIds.every((id) => problem.people.some((one) => one.id === id)))
      return 'Somebody does not report to you today.'
  }
  return problem.works.map(({ id }) => {
    const on = named.find(({ opportunityId }) => opportunityId === id)?.personIds ?? []
    return problem.people.flatMap((person, place) => (on.includes(person.id) ? [place] : []))
  })
}

/** Ends what is no longer so, and adds what is new; what stays as it was keeps its day. Other work is not touched. */
async function saveBoard(
  tx: ViewerTransaction,
  services: Services,
  personId: string,
  loaded: Loaded & { board: Board },
): Promise<WorkChange> {
  const { framework } = await frameworkInUse(tx, services, personId)
  const onBoard = new Set(loaded.problem.works.map(({ id }) => id))
  const before = loaded.parts.filter(
    ({ stage, opportunityId }) => stage === 'given' && opportunityId !== null && onBoard.has(opportunityId),
  )
  const wanted = partsOf(loaded, services, (reason) => sayReason(framework, reason, 'you'))
  const text = ({ work, why }: NewPart | WorkPart) => canonicalJson({ work, why })
  const stays = wanted.flatMap(
    (part) => before.find((one) => isSamePlace(one, part) && text(one) === text(part)) ?? [],
  )
  const ended = await saveWorkPartsEnded(
    tx,
    before.filter((part) => !stays.includes(part)).map(({ id }) => id),
  )
  const added = wanted.filter((part) => !stays.some((one) => isSamePlace(one, part)))
  // What the person said of it stands beside it, also when a word of it was corrected.
  const saidOf = (part: NewPart) => ended.find((one) => isSamePlace(one, part))
  await saveWorkParts(
    tx,
    added.map((part) => ({
      ...part,
      note: saidOf(part)?.note ?? '',
      wishedAt: saidOf(part)?.wishedAt ?? null,
    })),
  )
  return { added: added.map(({ id }) => id), ended: ended.map(({ id }) => id) }
}

type Placed = Pick<WorkPart, 'personId' | 'opportunityId'>

const isSamePlace = (one: Placed, other: Placed) =>
  one.personId === other.personId && one.opportunityId === other.opportunityId

function partsOf(
  { problem, opportunities, board }: Loaded & { board: Board },
  services: Services,
  say: (reason: MatchReason) => string,
): NewPart[] {
  return problem.works.flatMap((planned, index) => {
    const one = opportunities.find(({ id }) => id === planned.id) as Opportunity
    const given = {
      opportunityId: one.id,
      stage: 'given' as const,
      work: workOf(one),
      wishedAt: null,
      note: '',
    }
    return (board[index] ?? []).map((place) => ({
      ...given,
      id: services.newId(),
      personId: problem.people[place]?.id ?? '',
      why: reasonsOf(problem, board, index, place).map(say),
    }))
  })
}

function addHistory(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/opportunities/earlier/{id}',
      tag: 'Opportunities',
      summary: 'Write down what a person had in an earlier quarter',
      description:
        'A fact with its quarter: who had stretch work and who carried glue work. The person reads it.',
      access: { noun: 'opportunity', action: 'change' },
      params: z.strictObject({ id: uuid.openapi({ description: 'The person.' }) }),
      body: workSchema,
      answers: { 201: { description: 'What each of your people has.', schema: z.array(partSchema) } },
      refusals: ['no-session', 'not-found', 'invalid', 'conflict'],
    },
    async ({ params, body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'opportunities')
        if (off !== null) return fail(off)
        if (!plansFor(tx, params.id)) return fail(NOT_YOURS)
        const id = services.newId()
        const fact = { id, personId: params.id, opportunityId: null, stage: 'given' as const }
        await saveWorkParts(tx, [{ ...fact, work: body, why: [], wishedAt: null, note: '' }])
        const parts = await listWorkParts(tx, [params.id])
        return succeed({ status: 201, body: parts.filter((part) => part.id === id) })
      }),
  )
}

function addEndPart(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/opportunities/parts/{id}',
      tag: 'Opportunities',
      summary: 'Take back that a person was given a piece of work',
      description: 'It ends today and counts no longer.',
      access: { noun: 'opportunity', action: 'change' },
      params: z.strictObject({ id: uuid }),
      answers: { 204: { description: 'Taken back.', schema: null } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'opportunities')
        if (off !== null) return fail(off)
        const ended = await saveWorkPartsEnded(tx, [params.id])
        return ended.length > 0
          ? succeed({ status: 204 })
          : fail(refuse('not-found', 'Nothing here has this id.'))
      }),
  )
}
