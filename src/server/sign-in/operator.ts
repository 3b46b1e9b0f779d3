// What the terminal of a team's server may do: let the first administrator in. It reads nobody's data.
import { z } from '@hono/zod-openapi'
import { ADMIN_SCOPES, visitor } from '../../core/access/viewer.ts'
import { fail, succeed } from '../../core/result.ts'
import { saveAdminGrant } from '../../store/organisation/admin-grants.ts'
import { findMember, listMembers, saveMember } from '../../store/organisation/members.ts'
import { loadPeopleList, lockPeopleList } from '../../store/organisation/people-list.ts'
import { saveAccountEvent } from '../../store/sign-in/account-events.ts'
import { saveInvitation } from '../../store/sign-in/invitations.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuseField } from '../errors.ts'
import { uuid } from '../wire.ts'
import { hashSecret, newSecret } from './launch-links.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** An invitation that nobody has used ends after so many days. */
const INVITATION_DAYS = 7

export function addOperatorRoutes(routes: Routes, origin: string): void {
  routes.add(
    {
      method: 'post',
      path: '/api/operator/invitations',
      tag: 'Running',
      summary: 'Invite somebody from the terminal of the server',
      description:
        'For `skillmap invite`: a link that lets one person make their account, good for seven days and one use. Adds the person where the list has nobody of that name. What they administer already stays as it is.',
      access: 'operator',
      body: z.strictObject({
        displayName: z.string().trim().min(1, 'Say who it is for.').max(200),
        admin: z.boolean().openapi({ description: 'Lets them administer everything.' }),
      }),
      answers: {
        201: {
          description: 'The link.',
          schema: z
            .strictObject({ url: z.url(), personId: uuid, isNew: z.boolean() })
            .openapi('OperatorInvitation'),
        },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ body, services }) => {
      if (services.teamOrgId === null) throw new Error('Only a team has an operator.')
      return services.store.withViewer(visitor(services.teamOrgId), async (tx): Promise<Outcome> => {
        await lockPeopleList(tx)
        // Whoever is about to leave is here still, and is nobody else.
        const known = await listHere(tx, body.displayName)
        if (known.length > 1)
          return fail(refuseField('displayName', `The list has ${known.length} people of this name.`))
        const personId = known[0]?.id ?? (await addMember(tx, services, body.displayName))
        if (body.admin) await grantEverything(tx, services, personId)
        const url = await invite(tx, services, { personId, origin })
        return succeed({ status: 201, body: { url, personId, isNew: known.length === 0 } })
      })
    },
  )
}

/** Of this name, without those who have left and those whose access was ended at once. */
async function listHere(tx: ViewerTransaction, displayName: string): Promise<{ id: string }[]> {
  const found = await listMembers(tx, { nameContains: displayName, left: false })
  const ids = found.flatMap((one) => (one.displayName === displayName ? [one.id] : []))
  const { people } = await loadPeopleList(tx, ids)
  return [...people.values()].filter(({ closedAt }) => closedAt === null)
}

async function addMember(tx: ViewerTransaction, services: Services, displayName: string): Promise<string> {
  const id = services.newId()
  await saveMember(tx, { id, displayName, leftOn: null })
  return id
}

async function grantEverything(tx: ViewerTransaction, services: Services, personId: string): Promise<void> {
  for (const scope of ADMIN_SCOPES) await saveAdminGrant(tx, { id: services.newId(), personId, scope })
}

/** Makes an invitation, in place of earlier ones that nobody used; returns its link, which is shown this once. */
export async function invite(
  tx: ViewerTransaction,
  services: Services,
  { personId, origin }: { personId: string; origin: string },
): Promise<string> {
  if ((await findMember(tx, personId)) === null) throw new Error('Nobody to invite.')
  const secret = newSecret()
  const expiresAt = new Date(services.now().getTime() + INVITATION_DAYS * DAY_MS).toISOString()
  await saveInvitation(tx, { id: services.newId(), personId, expiresAt, tokenHash: hashSecret(secret) })
  await saveAccountEvent(tx, personId, 'invited')
  return `${origin}/join?token=${secret}`
}
