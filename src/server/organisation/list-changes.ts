// Changes of the list of people: kept unless something speaks against them, and taken back.
import { z } from '@hono/zod-openapi'
import { problemOfLeaving } from '../../core/organisation/end-grant.ts'
import type { MemberEffects, PeopleList } from '../../core/organisation/people-list.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { listAdminGrants } from '../../store/organisation/admin-grants.ts'
import { loadPeopleList, lockPeopleList } from '../../store/organisation/people-list.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { uuid } from '../wire.ts'
import { clashOfKeys } from './clash-of-keys.ts'
import { keepListChange } from './keep-list-change.ts'
import { takeListChangeBack } from './take-list-change-back.ts'

/** What a change of the list did is taken back here; how it is made is said on the addresses of people and files. */
export function addListChangeRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/changes/{id}/undo',
      tag: 'Keeping the list of people',
      summary: 'Take a change of the list back',
      description:
        'Of one person or of a whole file, for everybody it changed. Refused where something was changed since, and where the list would then be one that may not be. Somebody it added goes again, unless something of theirs is here already: then they have left.',
      access: { noun: 'memberRecord', action: 'bring' },
      freshProof: true,
      params: z.strictObject({ id: uuid }),
      answers: {
        200: {
          description: 'It is taken back.',
          schema: z.strictObject({
            people: z.number().int(),
            removed: z.number().int(),
            left: z.array(z.string()),
          }),
        },
      },
      refusals: ['no-session', 'not-allowed', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        await lockPeopleList(tx)
        const undone = await takeListChangeBack(tx, services, params.id)
        return undone.ok ? succeed({ status: 200, body: undone.value }) : undone
      }),
  )
}

/** Nobody leaves who is the last to keep the list. */
export async function refusalOfLeave(
  tx: ViewerTransaction,
  personId: string,
  command: { kind: string },
): Promise<Refusal | null> {
  if (command.kind !== 'leave') return null
  const grants = await listAdminGrants(tx)
  const { people } = await loadPeopleList(tx, [...new Set(grants.map((one) => one.personId))])
  const message = problemOfLeaving(personId, grants, people)
  return message === null ? null : refuse('conflict', message)
}

/** Null where there is nothing to change. */
export async function keepChange(
  tx: ViewerTransaction,
  services: Services,
  list: PeopleList,
  changes: MemberEffects[],
  about: { source: 'page' | 'directory'; label: string } = { source: 'page', label: '' },
): Promise<Result<string | null, Refusal>> {
  if (changes.length === 0) return succeed(null)
  const clash = await clashOfKeys(tx, changes)
  if (clash !== null) return fail(refuseField(clash.field, clash.message))
  const id = services.newId()
  await keepListChange(tx, services, list, { id, ...about, addedTeams: [], changes })
  return succeed(id)
}
