// Invitations by whoever keeps the list of people: made, shown once, called off. They are also the way back for
// somebody who has lost every way in.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../../core/result.ts'
import { findMember } from '../../store/organisation/members.ts'
import { saveAccountEvent } from '../../store/sign-in/account-events.ts'
import { listInvitations, removeOpenInvitation } from '../../store/sign-in/invitations.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { moment, uuid } from '../wire.ts'
import { invite } from './operator.ts'

const ONE = z.strictObject({ id: uuid })
const NOBODY = 'Nobody of this organisation is here.'

export function addInvitationRoutes(routes: Routes, origin: string): void {
  addList(routes)
  addInvite(routes, origin)
  addCallOff(routes)
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/invitations',
      tag: 'Organisation',
      summary: 'Who is invited',
      description: 'The newest first, without their links: those are shown once.',
      access: { noun: 'invitation', action: 'see' },
      answers: {
        200: {
          description: 'The invitations.',
          schema: z.array(
            z
              .strictObject({
                id: uuid,
                personId: uuid,
                invitedBy: uuid.nullable(),
                invitedAt: moment,
                expiresAt: moment,
                usedAt: moment.nullable().openapi({
                  description: 'When it was used, called off, or replaced by a newer one.',
                }),
              })
              .openapi('Invitation'),
          ),
        },
      },
      refusals: ['no-session', 'not-allowed'],
    },
    async ({ services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, listInvitations)
      return succeed({ status: 200, body })
    },
  )
}

function addInvite(routes: Routes, origin: string): void {
  routes.add(
    {
      method: 'post',
      path: '/api/members/{id}/invitations',
      tag: 'Organisation',
      summary: 'Invite somebody of the list',
      description:
        'A link for one person, good for seven days and one use, shown this once; an earlier one that was not used ends. Also the way back for whoever has lost every way in. The person is told on their own page.',
      access: { noun: 'invitation', action: 'make' },
      freshProof: true,
      params: ONE,
      answers: {
        201: { description: 'The link.', schema: z.strictObject({ url: z.url() }).openapi('InvitationLink') },
      },
      refusals: ['no-session', 'not-allowed', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const member = await findMember(tx, params.id)
        if (member === null) return fail(refuse('not-found', NOBODY))
        if (member.leftOn !== null && member.leftOn < tx.now.slice(0, 10))
          return fail(refuse('conflict', `${member.displayName} has left.`))
        const url = await invite(tx, services, { personId: params.id, origin })
        return succeed({ status: 201, body: { url } })
      }),
  )
}

function addCallOff(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/members/{id}/invitations',
      tag: 'Organisation',
      summary: 'Call off an invitation',
      description: 'The link that was not used yet lets nobody in.',
      access: { noun: 'invitation', action: 'end' },
      freshProof: true,
      params: ONE,
      answers: { 204: { description: 'Called off.', schema: null } },
      refusals: ['no-session', 'not-allowed', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        if (!(await removeOpenInvitation(tx, params.id)))
          return fail(refuse('not-found', 'There is no open invitation of this person.'))
        await saveAccountEvent(tx, params.id, 'invitation-called-off')
        return succeed({ status: 204 })
      }),
  )
}
