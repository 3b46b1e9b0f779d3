// Opening what two people rated without seeing each other's, and reading what was opened.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../../core/result.ts'
import type { Opening } from '../../core/round/opening.ts'
import type { Ask } from '../../core/round/round.ts'
import { findAsk } from '../../store/round/asks.ts'
import { saveGiven } from '../../store/round/given.ts'
import { findOpening, findOtherAsk, listOpenings, readSide, saveOpening } from '../../store/round/openings.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { namePeople } from '../name-people.ts'
import { ONE, openingSchema } from './round-wire.ts'

const NOT_FOUND = refuse('not-found', 'Nothing was opened to you under this id.')

export function addOpeningRoutes(routes: Routes): void {
  addOpen(routes)
  addReads(routes)
}

function addOpen(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/asked/{id}/open',
      tag: 'Rating each other',
      summary: 'Open what you both rated',
      description:
        'To both at one moment, once both are done. What is opened never changes; what the manager gave counts among the ratings by others from then on.',
      access: { noun: 'opening', action: 'open' },
      params: ONE,
      answers: { 200: { description: 'Both sides.', schema: openingSchema } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const ask = await findAsk(tx, params.id, true)
        if (ask === null || ask.blindWith === null)
          return fail(refuse('not-found', 'There is nothing to open.'))
        if (ask.answeredAt === null) return fail(refuse('conflict', 'Give your own answers first.'))
        const other = await findOtherAsk(tx, ask)
        if (other === null || other.answeredAt === null)
          return fail(refuse('conflict', 'The other one is not done yet.'))
        const opened = await openBoth(tx, services, ask, other)
        return succeed({ status: 200, body: (await describeOpenings(tx, [opened]))[0] })
      }),
  )
}

function addReads(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/openings',
      tag: 'Rating each other',
      summary: 'What was opened to you and somebody else',
      description: 'Newest first. The two of you read it and nobody else.',
      access: { noun: 'opening', action: 'see' },
      answers: { 200: { description: 'It.', schema: z.array(openingSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        return succeed({ status: 200, body: await describeOpenings(tx, await listOpenings(tx)) })
      }),
  )
  routes.add(
    {
      method: 'get',
      path: '/api/openings/{id}',
      tag: 'Rating each other',
      summary: 'Both sides of one opening',
      description: 'As they stood at the moment at which they were opened.',
      access: { noun: 'opening', action: 'see' },
      params: ONE,
      answers: { 200: { description: 'It.', schema: openingSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const found = await findOpening(tx, params.id)
        if (found === null) return fail(NOT_FOUND)
        return succeed({ status: 200, body: (await describeOpenings(tx, [found]))[0] })
      }),
  )
}

/** The manager's ratings are given in the same step, so that the person reads them among those of others. */
async function openBoth(
  tx: ViewerTransaction,
  services: Pick<Services, 'newId'>,
  ask: Ask,
  other: Ask,
): Promise<Opening> {
  const own = ask.raterId === ask.subjectId ? ask : other
  const managers = own === ask ? other : ask
  if (own.roundId === null) throw new Error('Two rate together in a round only.')
  const opened = await saveOpening(tx, {
    id: services.newId(),
    roundId: own.roundId,
    subjectId: own.subjectId,
    managerId: managers.raterId,
    frameworkDigest: own.frameworkDigest,
    purpose: own.purpose,
    subject: await readSide(tx, own),
    manager: await readSide(tx, managers),
    openedBy: ask.raterId,
    openedAt: tx.now,
  })
  if (managers.assessmentId !== null) await saveGiven(tx, managers.assessmentId, managers.managerSees)
  return opened
}

async function describeOpenings(tx: ViewerTransaction, openings: readonly Opening[]) {
  const nameOf = await namePeople(
    tx,
    openings.flatMap(({ subjectId, managerId }) => [subjectId, managerId]),
  )
  return openings.map((one) => ({
    id: one.id,
    roundId: one.roundId,
    subject: nameOf(one.subjectId),
    manager: nameOf(one.managerId),
    frameworkDigest: one.frameworkDigest,
    purpose: one.purpose,
    sides: { subject: one.subject, manager: one.manager },
    openedAt: one.openedAt,
  }))
}
