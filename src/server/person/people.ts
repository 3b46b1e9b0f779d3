// People without an account whom somebody keeps for themselves: add, read, change, remove.
import { z } from '@hono/zod-openapi'
import type { AccessFacts } from '../../core/access/rule.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import { keyOf } from '../../core/importing/naming.ts'
import { keepPerson } from '../../core/person/kept-person.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  findKeptPerson,
  listKeptPeople,
  removeKeptPerson,
  saveKeptPerson,
  saveKeptPersonChanged,
} from '../../store/person/kept-people.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS, PRECONDITION_WORDS, readSeen, tagOf } from '../preconditions.ts'
import { keptPersonSchema, uuid } from '../wire.ts'
import { keepPersonSchema, NO_PERSON, ONE_PERSON } from './people-wire.ts'

export function addPeopleRoutes(routes: Routes): void {
  addReads(routes)
  addKeep(routes)
  addChange(routes)
  addRemove(routes)
}

function addReads(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/people',
      tag: 'People',
      summary: 'List the people you keep',
      description: 'By name. Only you see them; they have no account and are told nothing.',
      access: { noun: 'keptPerson', action: 'see' },
      answers: { 200: { description: 'The people.', schema: z.array(keptPersonSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, listKeptPeople)
      return succeed({ status: 200, body })
    },
  )
  routes.add(
    {
      method: 'get',
      path: '/api/people/{id}',
      tag: 'People',
      summary: 'Read one of the people you keep',
      description: 'What they said and what was said about them is at /api/people/{id}/ratings.',
      access: { noun: 'keptPerson', action: 'see' },
      params: ONE_PERSON,
      answers: { 200: { description: 'The person; ETag holds the revision.', schema: keptPersonSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) => {
      const found = await services.store.withViewer(signedIn.viewer, (tx) => findKeptPerson(tx, params.id))
      if (found === null) return fail(NO_PERSON)
      return succeed({ status: 200, body: found, headers: { etag: tagOf(found.revisionId) } })
    },
  )
}

function addKeep(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/people',
      tag: 'People',
      summary: 'Keep somebody',
      description:
        'Somebody without an account: a colleague who told you something, or a person who reports to you.',
      access: { noun: 'keptPerson', action: 'add' },
      body: keepPersonSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'The person.', schema: keptPersonSchema } },
      refusals: ['invalid', 'bad-header', 'key-reused'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly({ header, services, viewer: signedIn.viewer }, 'POST /api/people', body, async (tx) => {
        const { framework } = await frameworkInUse(tx, services, signedIn.personId)
        const kept = keepPerson(body, framework)
        if (!kept.ok) return fail(refuseField(kept.failure.field, kept.failure.message))
        const taken = await refusalOfName(tx, kept.value.displayName, null)
        if (taken !== null) return fail(taken)
        const person = { id: services.newId(), ...kept.value, revisionId: services.newId() }
        const saved = await saveKeptPerson(tx, person)
        const headers = { location: `/api/people/${saved.id}`, etag: tagOf(saved.revisionId) }
        return succeed({ status: 201, body: saved, headers })
      }),
  )
}

function addChange(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/people/{id}',
      tag: 'People',
      summary: 'Change a name, a relation or a role',
      description: 'Send `If-Match` with the revision you have seen.',
      access: { noun: 'keptPerson', action: 'change' },
      params: ONE_PERSON,
      body: keepPersonSchema.extend({
        revisionId: uuid.openapi({ description: 'Chosen by the writer; the same one again is a retry.' }),
      }),
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 200: { description: 'The person; ETag holds the revision.', schema: keptPersonSchema } },
      refusals: ['not-found', 'invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ params, body, header, services, signedIn, refusalOn }) => {
      const expected = readSeen(header)
      if (!expected.ok) return expected
      const { viewer, personId } = signedIn
      return services.store.withViewer(viewer, async (tx): Promise<Outcome> => {
        const found = await findKeptPerson(tx, params.id)
        if (found === null) return fail(NO_PERSON)
        const refused = refusalOn(factsOfKept(viewer, params.id))
        if (refused !== null) return fail(refused)
        const { framework } = await frameworkInUse(tx, services, personId)
        const { revisionId, ...command } = body
        // A role of another framework stays as it was until somebody chooses a new one.
        const kept = keepPerson(command.role === found.role ? { ...command, role: null } : command, framework)
        if (!kept.ok) return fail(refuseField(kept.failure.field, kept.failure.message))
        const taken = await refusalOfName(tx, kept.value.displayName, params.id)
        if (taken !== null) return fail(taken)
        const next = { ...kept.value, role: command.role, id: params.id, revisionId }
        const saved = await saveKeptPersonChanged(tx, next, expected.value)
        if (saved.ok)
          return succeed({ status: 200, body: saved.value, headers: { etag: tagOf(saved.value.revisionId) } })
        if (saved.failure.kind === 'not-found') return fail(NO_PERSON)
        const { current } = saved.failure
        return fail({ ...refuse('stale', 'What you keep of them was changed meanwhile.'), current })
      })
    },
  )
}

function addRemove(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/people/{id}',
      tag: 'People',
      summary: 'Remove somebody with everything about them',
      description:
        'Their name and all that was noted about them go for good, also from backups that are put back. What they said about you stays, without their name.',
      access: { noun: 'keptPerson', action: 'remove' },
      params: ONE_PERSON,
      answers: { 204: { description: 'They are gone.', schema: null } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        if ((await findKeptPerson(tx, params.id)) === null) return fail(NO_PERSON)
        const refused = refusalOn(factsOfKept(signedIn.viewer, params.id))
        if (refused !== null) return fail(refused)
        const removed = await removeKeptPerson(tx, services.store, params.id)
        return removed ? succeed({ status: 204 }) : fail(NO_PERSON)
      }),
  )
}

/** Files name people, so that two of one name could not be told apart. */
async function refusalOfName(
  tx: ViewerTransaction,
  name: string,
  id: string | null,
): Promise<Refusal | null> {
  const others = (await listKeptPeople(tx)).filter((one) => one.id !== id)
  if (!others.some((one) => keyOf(one.displayName) === keyOf(name))) return null
  return refuseField(
    'displayName',
    'You keep somebody of this name. Add a word that tells them apart, such as the first letter of the other name.',
  )
}

/** Of somebody whom the viewer was seen to keep: what nobody else's keeps does not load. */
function factsOfKept(viewer: Viewer, id: string): AccessFacts {
  return { orgId: viewer.orgId, ownerId: viewer.personId, subjectId: id, releasedAt: null }
}
