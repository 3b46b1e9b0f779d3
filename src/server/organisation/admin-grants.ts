// Who administers what: given and ended by administrators of people, and never the last of them.
import { z } from '@hono/zod-openapi'
import { ADMIN_SCOPES, type AdminScope } from '../../core/access/viewer.ts'
import { problemOfEndingGrant } from '../../core/organisation/end-grant.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  type AdminGrant,
  listAdminGrants,
  saveAdminGrant,
  saveAdminGrantEnded,
} from '../../store/organisation/admin-grants.ts'
import { loadPeopleList, lockPeopleList } from '../../store/organisation/people-list.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { day, moment, uuid } from '../wire.ts'

const scope = z.enum(ADMIN_SCOPES as [AdminScope, ...AdminScope[]])

const grantSchema = z
  .strictObject({
    id: uuid,
    personId: uuid,
    displayName: z.string(),
    leftOn: day.nullable(),
    scope,
    grantedAt: moment,
    grantedBy: z
      .string()
      .nullable()
      .openapi({ description: 'The name; null from the terminal of the server.' }),
  })
  .openapi('AdminGrant')

export function addAdminGrantRoutes(routes: Routes): void {
  addRead(routes)
  addGive(routes)
  addEnd(routes)
}

async function describeGrants(tx: ViewerTransaction, grants: readonly AdminGrant[]) {
  const ids = grants.flatMap(({ personId, grantedBy }) => [
    personId,
    ...(grantedBy === null ? [] : [grantedBy]),
  ])
  const { people } = await loadPeopleList(tx, [...new Set(ids)])
  return grants.map((grant) => ({
    ...grant,
    displayName: people.get(grant.personId)?.displayName ?? '',
    leftOn: people.get(grant.personId)?.leftOn ?? null,
    grantedBy: people.get(grant.grantedBy ?? '')?.displayName ?? null,
  }))
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/grants',
      tag: 'Keeping the list of people',
      summary: 'Who administers what',
      description: 'For administrators of people; others see what they administer themselves.',
      access: { noun: 'adminGrant', action: 'see' },
      answers: { 200: { description: 'The grants that hold.', schema: z.array(grantSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, async (tx) =>
        describeGrants(tx, await listAdminGrants(tx)),
      )
      return succeed({ status: 200, body })
    },
  )
}

function addGive(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/grants',
      tag: 'Keeping the list of people',
      summary: 'Let somebody administer something',
      description: 'None of the grants includes reading what people wrote.',
      access: { noun: 'adminGrant', action: 'change' },
      freshProof: true,
      headers: IDEMPOTENCY_WORDS,
      body: z.strictObject({ personId: uuid, scope }),
      answers: { 201: { description: 'It holds from now on.', schema: grantSchema } },
      refusals: ['no-session', 'not-allowed', 'invalid', 'conflict', 'bad-header', 'key-reused'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly({ header, services, viewer: signedIn.viewer }, 'POST grants', body, async (tx) => {
        await lockPeopleList(tx)
        const person = (await loadPeopleList(tx, [body.personId])).people.get(body.personId)
        if (person === undefined) return fail(refuseField('personId', 'Nobody of the list has this id.'))
        if (person.leftOn !== null || person.closedAt !== null)
          return fail(refuseField('personId', `${person.displayName} has left, or is about to.`))
        const has = (await listAdminGrants(tx)).some(
          (one) => one.personId === body.personId && one.scope === body.scope,
        )
        if (has) return fail(refuse('conflict', `${person.displayName} has this grant already.`))
        const id = services.newId()
        await saveAdminGrant(tx, { id, ...body })
        const given = (await listAdminGrants(tx)).filter((one) => one.id === id)
        return succeed({ status: 201, body: (await describeGrants(tx, given))[0] })
      }),
  )
}

function addEnd(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/organisation/grants/{id}',
      tag: 'Keeping the list of people',
      summary: 'End a grant',
      description:
        'From the next request on. The last administrator of people stays. Ending one of one’s own takes `own=yes`, so that nobody locks themselves out by a slip.',
      access: { noun: 'adminGrant', action: 'change' },
      freshProof: true,
      params: z.strictObject({ id: uuid }),
      query: z.strictObject({ own: z.enum(['yes', 'no'], 'This is yes or no.').default('no') }),
      answers: { 204: { description: 'It has ended.', schema: null } },
      refusals: ['no-session', 'not-allowed', 'not-found', 'invalid', 'conflict'],
    },
    async ({ params, query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        await lockPeopleList(tx)
        const grants = await listAdminGrants(tx)
        const grant = grants.find(({ id }) => id === params.id)
        if (grant === undefined) return fail(refuse('not-found', 'There is no such grant, or it has ended.'))
        const { people } = await loadPeopleList(
          tx,
          grants.map(({ personId }) => personId),
        )
        const problem = problemOfEndingGrant(grant, grants, people)
        if (problem !== null) return fail(refuse('conflict', problem))
        if (grant.personId === signedIn.personId && query.own !== 'yes')
          return fail(
            refuse(
              'conflict',
              'This is a grant of your own: without it you cannot give it back to yourself. Send own=yes to end it.',
            ),
          )
        await saveAdminGrantEnded(tx, grant.id)
        return succeed({ status: 204 })
      }),
  )
}
