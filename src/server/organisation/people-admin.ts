// Keeping the list of people: for its administrators; what is kept about somebody they read themselves too.
import { z } from '@hono/zod-openapi'
import { addMember, changeMember, type MemberCommand } from '../../core/organisation/change-member.ts'
import type { MemberEffects, PeopleList } from '../../core/organisation/people-list.ts'
import { fail, succeed } from '../../core/result.ts'
import { countMembers, listMembers } from '../../store/organisation/members.ts'
import { listSinceLeaving } from '../../store/organisation/past-changes.ts'
import { loadPeopleAround, loadPeopleList, lockPeopleList } from '../../store/organisation/people-list.ts'
import { listTeamMemberships } from '../../store/organisation/teams.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS, PRECONDITION_WORDS, readSeen, tagOf } from '../preconditions.ts'
import { day, plainText, uuid } from '../wire.ts'
import { keepChange, refusalOfLeave } from './list-changes.ts'
import { describeMembers, memberSchema } from './members.ts'
import { describeRecord, personRecordSchema, revisionOf } from './person-record.ts'

/** On one page of the list. */
const PAGE = 50
const ONE = z.strictObject({ id: uuid })

const changedSchema = z
  .strictObject({
    person: personRecordSchema,
    changeId: uuid.nullable().openapi({ description: 'To take it back; null where it was so already.' }),
    others: z.array(z.string()).openapi({
      description: 'Names of others whose lines ended with it, such as those of a leaver’s reports.',
    }),
  })
  .openapi('PersonChanged')

export function addPeopleAdminRoutes(routes: Routes): void {
  addList(routes)
  addRead(routes)
  addAdd(routes)
  addChange(routes)
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/people',
      tag: 'Keeping the list of people',
      summary: 'List everybody, by name',
      description:
        'Fifty at a time, for administrators of people; those who have left come too when asked for.',
      access: { noun: 'memberRecord', action: 'list' },
      query: z.strictObject({
        find: plainText(200).optional(),
        team: uuid.optional(),
        left: z.enum(['yes', 'no'], 'This is yes or no.').default('no'),
        skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
      }),
      answers: {
        200: {
          description: 'The people and how many there are in all.',
          schema: z.strictObject({ people: z.array(memberSchema), total: z.number().int() }),
        },
      },
      refusals: ['no-session', 'not-allowed', 'invalid'],
    },
    async ({ query, services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, async (tx) => {
        const on = tx.now.slice(0, 10)
        const ids =
          query.team === undefined
            ? undefined
            : (await listTeamMemberships(tx, { teamIds: [query.team], on })).map(({ personId }) => personId)
        const wanted = {
          ...(ids === undefined ? {} : { ids }),
          ...(query.find === undefined ? {} : { nameContains: query.find }),
          left: query.left === 'yes',
        }
        const page = await listMembers(tx, { ...wanted, limit: PAGE, skip: query.skip })
        return { people: await describeMembers(tx, page), total: await countMembers(tx, wanted) }
      })
      return succeed({ status: 200, body })
    },
  )
}

const NOBODY = () => fail(refuse('not-found', 'Nobody of this organisation is here.'))

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/people/{id}',
      tag: 'Keeping the list of people',
      summary: 'Read all that the organisation keeps about somebody',
      description:
        'Every line with its days, and every change of them with its day and who made it: for the person and for administrators of people.',
      access: { noun: 'memberRecord', action: 'see' },
      params: ONE,
      answers: { 200: { description: 'The record.', schema: personRecordSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn, refusalOn }) => {
      const { viewer, personId } = signedIn
      const facts = { orgId: viewer.orgId, ownerId: params.id, subjectId: params.id, releasedAt: null }
      if (refusalOn(facts) !== null) return NOBODY()
      return services.store.withViewer(viewer, async (tx): Promise<Outcome> => {
        const person = (await loadPeopleList(tx, [params.id])).people.get(params.id)
        if (person === undefined) return NOBODY()
        const { framework } = await frameworkInUse(tx, services, personId)
        const body = await describeRecord(tx, person, framework)
        return succeed({ status: 200, body, headers: { etag: tagOf(body.revisionId) } })
      })
    },
  )
}

const roleSchema = z.strictObject({ frameworkId: plainText(100), role: plainText(100) })
const name = plainText(200)

function addAdd(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/people',
      tag: 'Keeping the list of people',
      summary: 'Add somebody',
      description: 'With the place they begin in. It lets nobody in: that takes an invitation or an account.',
      access: { noun: 'memberRecord', action: 'change' },
      freshProof: true,
      headers: IDEMPOTENCY_WORDS,
      body: z.strictObject({
        displayName: name,
        from: day,
        teamId: uuid.nullable(),
        managerId: uuid.nullable(),
        role: roleSchema.nullable(),
        externalId: name.nullable().default(null),
      }),
      answers: { 201: { description: 'They are on the list.', schema: changedSchema } },
      refusals: ['no-session', 'not-allowed', 'invalid', 'bad-header', 'key-reused'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly({ header, services, viewer: signedIn.viewer }, 'POST people', body, async (tx) => {
        await lockPeopleList(tx)
        const id = services.newId()
        const list = await loadPeopleAround(tx, body.managerId === null ? [] : [body.managerId])
        const refusal = await refusalOfRole(tx, services, signedIn.personId, body.role)
        if (refusal !== null) return fail(refusal)
        const role = body.role === null ? null : `${body.role.frameworkId}/${body.role.role}`
        const given = { ...body, role, userName: null, externalId: body.externalId || null }
        const added = addMember(id, given, { list, now: tx.now, newId: services.newId })
        if (!added.ok) return fail(refuseField(added.failure.field, added.failure.message))
        const saved = await keepChange(tx, services, list, added.value)
        if (!saved.ok) return saved
        return answerChanged(tx, services, {
          id,
          actorId: signedIn.personId,
          changeId: saved.value,
          status: 201,
          changes: added.value,
          list,
        })
      }),
  )
}

/** A role that the framework of whoever writes it does not have is a slip. */
async function refusalOfRole(
  tx: ViewerTransaction,
  services: Services,
  actorId: string,
  role: { frameworkId: string; role: string } | null,
): Promise<Refusal | null> {
  if (role === null) return null
  const { framework } = await frameworkInUse(tx, services, actorId)
  const isThere = framework.id === role.frameworkId && framework.roles.some(({ id }) => id === role.role)
  return isThere ? null : refuseField('role', 'The framework has no such role.')
}

const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('name'), displayName: name }),
  z.strictObject({ kind: z.literal('key'), userName: name.nullable(), externalId: name.nullable() }),
  z.strictObject({ kind: z.literal('team'), value: uuid.nullable(), from: day }),
  z.strictObject({ kind: z.literal('manager'), value: uuid.nullable(), from: day }),
  z.strictObject({ kind: z.literal('role'), value: roleSchema.nullable(), from: day }),
  z.strictObject({ kind: z.literal('leave'), lastDay: day, atOnce: z.boolean() }),
  z.strictObject({ kind: z.literal('return'), from: day }),
  z.strictObject({ kind: z.literal('stay') }),
])

function addChange(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/people/{id}/changes',
      tag: 'Keeping the list of people',
      summary: 'Change somebody’s name, place or last day',
      description:
        'From a day on; what held before ends the day before and stays in the history. A last day ends their lines and those of the people who report to them; where it is moved or taken away, what ended with it goes on. Whoever comes back has no grant of administration.',
      access: { noun: 'memberRecord', action: 'change' },
      freshProof: true,
      params: ONE,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      body: commandSchema,
      answers: { 200: { description: 'What is kept now.', schema: changedSchema } },
      refusals: [
        'no-session',
        'not-allowed',
        'not-found',
        'invalid',
        'bad-header',
        'no-precondition',
        'stale',
        'conflict',
      ],
    },
    async ({ params, body, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        await lockPeopleList(tx)
        const { id } = params
        const actorId = signedIn.personId
        const others = body.kind === 'manager' && body.value !== null ? [body.value] : []
        const list = await loadPeopleAround(tx, [id, ...others])
        const person = list.people.get(id)
        if (person === undefined) return NOBODY()
        if (revisionOf(person) !== seen.value) {
          const { framework } = await frameworkInUse(tx, services, actorId)
          const current = await describeRecord(tx, person, framework)
          return fail({
            ...refuse('stale', 'Somebody changed this record meanwhile. Look at it again.'),
            current,
          })
        }
        const refusal =
          body.kind === 'role'
            ? await refusalOfRole(tx, services, actorId, body.value)
            : await refusalOfLeave(tx, id, body)
        if (refusal !== null) return fail(refusal)
        const sinceLeaving = await listSinceLeaving(tx, list, [id])
        const needs = { list, now: tx.now, newId: services.newId, sinceLeaving }
        const changed = changeMember(id, commandOf(body), needs)
        if (!changed.ok) return fail(refuseField(changed.failure.field, changed.failure.message))
        const saved = await keepChange(tx, services, list, changed.value)
        if (!saved.ok) return saved
        return answerChanged(tx, services, {
          id,
          actorId,
          changeId: saved.value,
          status: 200,
          changes: changed.value,
          list,
        })
      })
    },
  )
}

function commandOf(body: z.output<typeof commandSchema>): MemberCommand {
  if (body.kind !== 'role') return body
  return { ...body, value: body.value === null ? null : `${body.value.frameworkId}/${body.value.role}` }
}

interface Changed {
  id: string
  actorId: string
  changeId: string | null
  status: number
  changes: readonly MemberEffects[]
  list: PeopleList
}

async function answerChanged(
  tx: ViewerTransaction,
  services: Services,
  { id, actorId, changeId, status, changes, list }: Changed,
): Promise<Outcome> {
  const person = (await loadPeopleList(tx, [id])).people.get(id)
  if (person === undefined) return NOBODY()
  const { framework } = await frameworkInUse(tx, services, actorId)
  const record = await describeRecord(tx, person, framework)
  // Of somebody who stays, what had ended goes on.
  const others = record.leftOn === null ? [] : changes.filter((one) => one.personId !== id)
  const body = {
    person: record,
    changeId,
    others: others.map((one) => list.people.get(one.personId)?.displayName ?? '').sort(),
  }
  return succeed({ status, body, headers: { etag: tagOf(record.revisionId) } })
}
