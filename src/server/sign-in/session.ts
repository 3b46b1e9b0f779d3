// Whose session this is, and what kind of Skillmap it is: what the frame of every page needs to know.
import { z } from '@hono/zod-openapi'
import { ADMIN_SCOPES } from '../../core/access/viewer.ts'
import { succeed } from '../../core/result.ts'
import { findMember } from '../../store/organisation/members.ts'
import { findOrg } from '../../store/organisation/team-org.ts'
import { listViewSwitches } from '../../store/organisation/view-switches.ts'
import { countJoiningsAbout } from '../../store/person/joinings.ts'
import { findOpenInvitation } from '../../store/sign-in/invitations.ts'
import type { Routes } from '../define-route.ts'
import type { Door } from '../door.ts'
import { moment, uuid } from '../wire.ts'

const sessionSchema = z
  .strictObject({
    kind: z.enum(['personal', 'team']).openapi({
      description: 'One person with a data folder of their own, or the people of an organisation.',
    }),
    personId: uuid,
    displayName: z.string().nullable(),
    organisation: z.string().nullable().openapi({ description: 'Its name; null in personal use.' }),
    isDemo: z.boolean().openapi({ description: 'Invented people, as any of whom one may look.' }),
    adminOf: z.array(z.enum(ADMIN_SCOPES)),
    manages: z.boolean().openapi({ description: 'Whether somebody reports to you today.' }),
    views: z
      .array(z.strictObject({ view: z.string(), purpose: z.string() }))
      .openapi({ description: 'The views of several people that are switched on, and what for.' }),
    invitedAt: moment.nullable().openapi({
      description: 'Since when there is a link that would let somebody in as you; null where there is none.',
    }),
    heldBy: z.number().int().openapi({
      description:
        'How many colleagues said that somebody whom they kept is you; what they hold is at /api/held.',
    }),
  })
  .openapi('Session')

export function addSessionRoute(routes: Routes, door: Door): void {
  routes.add(
    {
      method: 'get',
      path: '/api/session',
      tag: 'You',
      summary: 'Who you are here',
      description: 'Your name, what you administer, and which views of several people are switched on.',
      access: { noun: 'person', action: 'see' },
      answers: { 200: { description: 'It.', schema: sessionSchema } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const { viewer, personId } = signedIn
      const body = await services.store.withViewer(viewer, async (tx) => {
        const today = tx.now.slice(0, 10)
        const isTeam = door.kind === 'team'
        const switches = isTeam ? await listViewSwitches(tx) : []
        return {
          kind: door.kind,
          personId,
          displayName: (await findMember(tx, personId))?.displayName || null,
          organisation: isTeam ? ((await findOrg(tx))?.name ?? null) : null,
          isDemo: door.isDemo === true,
          adminOf: viewer.adminOf,
          invitedAt: isTeam ? ((await findOpenInvitation(tx))?.invitedAt ?? null) : null,
          manages: viewer.reports.some(
            ({ from, until }) => from <= today && (until === null || today <= until),
          ),
          heldBy: isTeam ? await countJoiningsAbout(tx) : 0,
          views: switches.flatMap(({ view, purpose, endedAt }) =>
            endedAt === null ? [{ view, purpose }] : [],
          ),
        }
      })
      return succeed({ status: 200, body })
    },
  )
}
