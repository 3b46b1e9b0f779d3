// Handing something to a colleague to read: a dated copy of what was chosen, which can be withdrawn.
import { z } from '@hono/zod-openapi'
import { findRole } from '../../core/framework/look-up.ts'
import { fail, succeed } from '../../core/result.ts'
import { findMember } from '../../store/organisation/members.ts'
import { findTarget } from '../../store/plan/targets.ts'
import {
  findHandover,
  listHandovers,
  saveHandover,
  saveHandoverWithdrawn,
} from '../../store/share/handovers.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { uuid } from '../wire.ts'
import { handoverSchema } from './handover-wire.ts'
import { askedSchema, loadShareRecords, shareContentOf } from './shares.ts'

const NO_SUCH = refuse('not-found', 'Nothing is handed over under this id.')

export function addHandoverRoutes(routes: Routes): void {
  addReads(routes)
  addMake(routes)
  addWithdraw(routes)
}

function addReads(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/handovers',
      tag: 'Sharing',
      summary: 'What you handed to colleagues, and what they handed to you',
      description: 'The newest first. What was withdrawn is among your own only.',
      access: { noun: 'handover', action: 'see' },
      answers: {
        200: {
          description: 'Both lists.',
          schema: z.strictObject({ given: z.array(handoverSchema), received: z.array(handoverSchema) }),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const { personId, viewer } = signedIn
      const body = await services.store.withViewer(viewer, async (tx) => ({
        given: await listHandovers(tx, { ownerIds: [personId] }),
        received: await listHandovers(tx, { recipientId: personId }),
      }))
      return succeed({ status: 200, body })
    },
  )
  routes.add(
    {
      method: 'get',
      path: '/api/handovers/{id}',
      tag: 'Sharing',
      summary: 'Read one of them',
      description: 'Its giver, and whoever it was given to until it is withdrawn. Nobody else learns of it.',
      access: { noun: 'handover', action: 'see' },
      params: z.strictObject({ id: uuid }),
      answers: { 200: { description: 'It.', schema: handoverSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) => {
      const found = await services.store.withViewer(signedIn.viewer, (tx) => findHandover(tx, params.id))
      return found === null ? fail(NO_SUCH) : succeed({ status: 200, body: found })
    },
  )
}

function addMake(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/handovers',
      tag: 'Sharing',
      summary: 'Hand something to a colleague to read',
      description:
        'A copy as of today of what you choose. Only they read it, until you withdraw it; later changes of yours do not reach it.',
      access: { noun: 'handover', action: 'make' },
      body: askedSchema.omit({ from: true, to: true }).extend({
        recipientId: uuid,
        destination: z.boolean().openapi({ description: 'Whether your destinations are in it.' }),
      }),
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The copy.', schema: handoverSchema } },
      refusals: ['no-session', 'invalid', 'bad-header', 'key-reused'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly({ header, services, viewer: signedIn.viewer }, 'POST /api/handovers', body, async (tx) => {
        const { personId } = signedIn
        const recipient = body.recipientId === personId ? null : await findMember(tx, body.recipientId)
        const hasLeft = recipient?.leftOn != null && recipient.leftOn < tx.now.slice(0, 10)
        if (recipient === null || hasLeft)
          return fail(refuseField('recipientId', 'This is nobody of your organisation you could hand it to.'))
        const { basis, records } = await loadShareRecords(tx, services, signedIn)
        const me = await findMember(tx, personId)
        const address = { from: me?.displayName ?? '', to: recipient.displayName, words: body.words }
        const content = shareContentOf(
          tx,
          basis,
          { ...address, role: body.role, choice: body.choice },
          records,
        )
        if (!content.ok) return fail(refuseField(content.failure.path, content.failure.message))
        const target = body.destination ? await findTarget(tx, personId, basis.digest) : null
        const destinations = (target?.destinations ?? []).flatMap((id) => {
          const role = findRole(basis.framework, id)
          return role === undefined ? [] : [{ id, name: role.name }]
        })
        // Words alone are feedback that is sent.
        const isEmpty = content.value.items.length === 0 && destinations.length === 0
        if (isEmpty && body.words.trim() === '')
          return fail(refuseField('choice', 'Choose at least one thing to hand over, or write some words.'))
        const id = services.newId()
        await saveHandover(tx, {
          id,
          recipientId: body.recipientId,
          frameworkDigest: basis.digest,
          content: { ...content.value, destinations },
        })
        return succeed({ status: 201, body: await findHandover(tx, id) })
      }),
  )
}

function addWithdraw(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/handovers/{id}',
      tag: 'Sharing',
      summary: 'Withdraw what you handed to a colleague',
      description: 'They read it no more. What they remember or noted stays with them.',
      access: { noun: 'handover', action: 'withdraw' },
      params: z.strictObject({ id: uuid }),
      answers: { 204: { description: 'Withdrawn.', schema: null } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const found = await findHandover(tx, params.id)
        if (found === null) return fail(NO_SUCH)
        const { ownerId, recipientId } = found
        const facts = { orgId: tx.viewer.orgId, ownerId, subjectId: ownerId, recipientId, releasedAt: null }
        const refused = refusalOn(facts)
        if (refused !== null) return fail(refused)
        return (await saveHandoverWithdrawn(tx, params.id)) ? succeed({ status: 204 }) : fail(NO_SUCH)
      }),
  )
}
