// Erasing somebody who has left: what would go and stay, the deed with its proof, and a search afterwards.
import { z } from '@hono/zod-openapi'
import { erasureRules } from '../../core/access/erasure.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import { fail, succeed } from '../../core/result.ts'
import { findMember, listMembers } from '../../store/organisation/members.ts'
import { lockPeopleList } from '../../store/organisation/people-list.ts'
import {
  checkErasure,
  countListRows,
  type Erasure,
  listErasures,
  savePersonErased,
} from '../../store/own-data/erasures.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { day, moment, uuid } from '../wire.ts'
import { mentionSchema, proofSchema } from './erasure-wire.ts'

const ONE = z.strictObject({ id: uuid })

const erasureSchema = z
  .strictObject({
    id: uuid,
    erasedAt: moment,
    erasedBy: z.string().nullable().openapi({ description: 'A name; null: the person themselves.' }),
    proof: proofSchema,
    hash: z.string().openapi({ description: 'SHA-256 of the proof; a line of the audit chain holds it.' }),
  })
  .openapi('Erasure')

export function addErasureRoutes(routes: Routes): void {
  addList(routes)
  addPreview(routes)
  addErase(routes)
  addCheck(routes)
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/erasures',
      tag: 'Record',
      summary: 'List who was erased, by id',
      description: 'With the proof of each. Whose the ids were is not kept.',
      access: { noun: 'erasure', action: 'see' },
      answers: { 200: { description: 'The newest first.', schema: z.array(erasureSchema) } },
      refusals: ['no-session', 'not-allowed'],
    },
    async ({ services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, async (tx) =>
        describeErasures(tx, await listErasures(tx)),
      )
      return succeed({ status: 200, body })
    },
  )
}

async function describeErasures(tx: ViewerTransaction, erasures: readonly Erasure[]) {
  const by = erasures.flatMap(({ erasedBy }) => (erasedBy === null ? [] : [erasedBy]))
  const names = new Map((await listMembers(tx, { ids: by })).map((one) => [one.id, one.displayName]))
  return erasures.map(({ id, erasedAt, erasedBy, proof, hash }) => ({
    id,
    erasedAt,
    erasedBy: erasedBy === null ? null : (names.get(erasedBy) ?? 'somebody who is no longer here'),
    proof,
    hash,
  }))
}

/** Somebody of the list who has left, and is not whoever asks. */
async function findLeaver(
  tx: ViewerTransaction,
  id: string,
): Promise<{ id: string; displayName: string; leftOn: string } | Refusal> {
  const facts = { orgId: tx.viewer.orgId, ownerId: null, subjectId: id, releasedAt: null }
  const member = evaluateRule(erasureRules.make, tx.viewer, facts) ? await findMember(tx, id) : null
  if (member === null) return refuse('not-found', 'Nobody of this organisation is here.')
  if (id === tx.viewer.personId)
    return refuse(
      'conflict',
      'This is you. Erase yourself under Settings, where you can export everything first.',
    )
  if (member.leftOn === null || member.leftOn >= tx.now.slice(0, 10))
    return refuse(
      'conflict',
      'Only somebody whose last day has passed can be erased here. Until then they can do it themselves, under Settings.',
    )
  return { ...member, leftOn: member.leftOn }
}

const isRefusal = (found: object): found is Refusal => 'kind' in found

function addPreview(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/people/{id}/erasure',
      tag: 'Record',
      summary: 'See what erasing somebody would remove',
      description:
        'Counted is only what administrators of people can read anyway. How much there is of anything else is told to nobody.',
      access: { noun: 'erasure', action: 'make' },
      params: ONE,
      answers: {
        200: {
          description: 'Who it is, and lines of the list that would go.',
          schema: z.strictObject({
            id: uuid,
            displayName: z.string(),
            leftOn: day,
            rows: z.record(z.string(), z.number().int()),
          }),
        },
      },
      refusals: ['no-session', 'not-allowed', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const leaver = await findLeaver(tx, params.id)
        if (isRefusal(leaver)) return fail(leaver)
        const { id, displayName, leftOn } = leaver
        const rows = await countListRows(tx, id)
        return succeed({ status: 200, body: { id, displayName, leftOn, rows } })
      }),
  )
}

function addErase(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/people/{id}/erasure',
      tag: 'Record',
      summary: 'Erase somebody who has left',
      description:
        'At once, and without a way back. Then every table is searched for the id, and what was done is written down as a proof whose hash is a line of the audit chain.',
      access: { noun: 'erasure', action: 'make' },
      freshProof: true,
      params: ONE,
      body: z.strictObject({ confirm: z.string().max(200) }),
      answers: { 200: { description: 'It is done; the proof.', schema: erasureSchema } },
      refusals: ['no-session', 'not-allowed', 'not-found', 'conflict', 'invalid'],
    },
    async ({ params, body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        await lockPeopleList(tx)
        const leaver = await findLeaver(tx, params.id)
        if (isRefusal(leaver)) return fail(leaver)
        if (body.confirm.trim() !== leaver.displayName)
          return fail(
            refuseField('confirm', `To confirm, write the name as it is on the list: ${leaver.displayName}.`),
          )
        const { erasure } = await savePersonErased(tx, services.store.places, {
          id: services.newId(),
          personId: leaver.id,
        })
        return succeed({ status: 200, body: (await describeErasures(tx, [erasure]))[0] })
      }),
  )
}

function addCheck(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/erasures/{id}/check',
      tag: 'Record',
      summary: 'Search again for what is left of somebody who was erased',
      description:
        'Every column of every table that could hold the id. What belongs to somebody else or to the organisation may name it; the name itself is gone.',
      access: { noun: 'erasure', action: 'see' },
      freshProof: true,
      params: ONE,
      answers: {
        200: {
          description: 'What was found.',
          schema: z.strictObject({
            columnsSearched: z.number().int(),
            remaining: z.array(mentionSchema),
            isInChain: z.boolean().openapi({ description: 'The chain holds the hash of the proof.' }),
          }),
        },
      },
      refusals: ['no-session', 'not-allowed', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const [erasure] = await listErasures(tx, params.id)
        if (erasure === undefined) return fail(refuse('not-found', 'There is no such erasure.'))
        tx.changes.push({ action: 'check', noun: 'erasure', objectId: erasure.id, revisionId: null })
        return succeed({ status: 200, body: await checkErasure(tx, erasure) })
      }),
  )
}
