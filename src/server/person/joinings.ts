// Saying that somebody whom one keeps is a member of the organisation: seen before, done, and taken back by the keeper.
import { z } from '@hono/zod-openapi'
import { joiningRules } from '../../core/access/joining.ts'
import type { AccessFacts } from '../../core/access/rule.ts'
import { type Joining, mayBeNamed, type NamedRecord } from '../../core/person/joining.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { fail, succeed } from '../../core/result.ts'
import { findMember, listMembers } from '../../store/organisation/members.ts'
import { listHeldAnswers, saveHeldRemoved } from '../../store/person/held-answers.ts'
import { listHeldRatings, removeHeldRating } from '../../store/person/held-items.ts'
import { listHeldThings } from '../../store/person/held-things.ts'
import {
  findJoining,
  findJoiningToChange,
  listJoinings,
  removeJoining,
  saveJoining,
  saveNamedRecords,
} from '../../store/person/joinings.ts'
import { findKeptPerson } from '../../store/person/kept-people.ts'
import { listNamedRecords } from '../../store/person/named-records.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { namePeople } from '../name-people.ts'
import { describeMembers, memberSchema } from '../organisation/members.ts'
import { moment, slug, uuid } from '../wire.ts'
import { describeHeld, heldFields, namedPerson } from './joining-wire.ts'
import { NO_PERSON, ONE_PERSON } from './people-wire.ts'

/** As many names as are looked through for somebody who may be meant, and as many as are offered. */
const MOST_LOOKED_AT = 50
const MOST_OFFERED = 5

export function addJoiningRoutes(routes: Routes): void {
  addRead(routes)
  addLink(routes)
  addUnlink(routes)
  addRemoval(routes)
}

const keptAndJoiningSchema = z
  .strictObject({
    joining: z
      .strictObject({ id: uuid, member: namedPerson, linkedAt: moment })
      .nullable()
      .openapi({ description: 'Who they are; null while nobody said.' }),
    mayBe: z.array(memberSchema).openapi({
      description: 'Members whose names are alike, to look at. Nobody is linked by a name.',
    }),
    ...heldFields,
  })
  .openapi('KeptAndJoining')

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/people/{id}/joining',
      tag: 'People',
      summary: 'Whether somebody you keep is a member, and what they see or would see',
      description:
        'Everything that you noted about them, every wording of it, with what they say to it. Of your own talks, drafts and records that name them, they learn the kind and the day.',
      access: { noun: 'joining', action: 'see' },
      params: ONE_PERSON,
      answers: { 200: { description: 'It.', schema: keptAndJoiningSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const kept = await findKeptPerson(tx, params.id)
        if (kept === null) return fail(NO_PERSON)
        const joining = await findJoining(tx, { keptId: kept.id, keeperId: signedIn.personId })
        return succeed({
          status: 200,
          body: await describeKept(tx, kept, joining, services.store.spaceProblem() === null),
        })
      }),
  )
}

async function describeKept(
  tx: ViewerTransaction,
  kept: KeptPerson,
  joining: Joining | null,
  mayWrite: boolean,
) {
  const named = await listNamedRecords(tx, kept.id)
  if (joining === null) {
    const ratings = await listHeldRatings(tx, { keeperId: tx.viewer.personId ?? '', keptId: kept.id })
    const held = describeHeld({ ratings, named, answers: [] })
    return { joining: null, mayBe: await whoMayBe(tx, kept), ...held }
  }
  // With a full disk the list is as it was; reading goes on.
  if (mayWrite) await keepNamedRecords(tx, joining, named)
  const { id, memberId, linkedAt } = joining
  const nameOf = await namePeople(tx, [memberId])
  const held = describeHeld(await listHeldThings(tx, { ...joining, named }))
  return { joining: { id, member: nameOf(memberId), linkedAt }, mayBe: [], ...held }
}

/** Only the keeper's own request can open what they sealed, so the member's list is renewed with it. */
async function keepNamedRecords(
  tx: ViewerTransaction,
  joining: Joining,
  named: readonly NamedRecord[],
): Promise<void> {
  const isSame = named.length === joining.named.length && joining.namedAt.slice(0, 10) === tx.now.slice(0, 10)
  const there = new Set(named.map(({ id }) => id))
  if (isSame && joining.named.every(({ id }) => there.has(id))) return
  await saveNamedRecords(tx, joining.id, named)
  for (const { item, removedAt } of await listHeldAnswers(tx, [joining.id]))
    if ('recordId' in item && removedAt === null && !there.has(item.recordId)) await saveHeldRemoved(tx, item)
}

async function whoMayBe(tx: ViewerTransaction, kept: KeptPerson) {
  const [longest = ''] = kept.displayName.split(/[^\p{L}\p{N}]+/u).toSorted((a, b) => b.length - a.length)
  if (longest === '') return []
  const found = await listMembers(tx, { nameContains: longest, left: false, limit: MOST_LOOKED_AT })
  const alike = found.filter(
    ({ id, displayName }) => id !== tx.viewer.personId && mayBeNamed(kept.displayName, displayName),
  )
  return describeMembers(tx, alike.slice(0, MOST_OFFERED))
}

function addLink(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/people/{id}/joining',
      tag: 'People',
      summary: 'Say which member somebody you keep is',
      description:
        'From then on the member reads everything you noted about them, and nobody else does. They take it into their record or object.',
      access: { noun: 'joining', action: 'link' },
      params: ONE_PERSON,
      body: z.strictObject({ memberId: uuid }),
      answers: { 200: { description: 'It.', schema: keptAndJoiningSchema } },
      refusals: ['no-session', 'not-found', 'invalid', 'conflict'],
    },
    async ({ params, body, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const kept = await findKeptPerson(tx, params.id)
        if (kept === null) return fail(NO_PERSON)
        const { personId } = signedIn
        const refused = refusalOn(factsOf(tx, { keeperId: personId, memberId: body.memberId }))
        if (refused !== null) return fail(refused)
        const member = body.memberId === personId ? null : await findMember(tx, body.memberId)
        const hasLeft = member?.leftOn != null && member.leftOn < tx.now.slice(0, 10)
        if (member === null || hasLeft)
          return fail(refuseField('memberId', 'This is nobody of your organisation whom they could be.'))
        const mine = await listJoinings(tx, { keeperId: personId })
        const there = mine.find(({ keptId }) => keptId === kept.id)
        if (there !== undefined && there.memberId !== member.id)
          return fail(refuse('conflict', 'You said that they are somebody else. Take that back first.'))
        if (there === undefined && mine.some(({ memberId }) => memberId === member.id))
          return fail(
            refuse(
              'conflict',
              'You keep somebody else who is this member. Take that back first, or remove one of the two.',
            ),
          )
        if (there === undefined) {
          const named = await listNamedRecords(tx, kept.id)
          await saveJoining(tx, { id: services.newId(), memberId: member.id, keptId: kept.id, named })
        }
        const joining = await findJoining(tx, { keptId: kept.id, keeperId: personId })
        return succeed({ status: 200, body: await describeKept(tx, kept, joining, true) })
      }),
  )
}

function addUnlink(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/people/{id}/joining',
      tag: 'People',
      summary: 'Take back who somebody you keep is',
      description:
        'The member reads nothing of it any more. What they had claimed is your note again, and what they said to it goes.',
      access: { noun: 'joining', action: 'unlink' },
      params: ONE_PERSON,
      answers: { 204: { description: 'Taken back.', schema: null } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const wanted = { keptId: params.id, keeperId: signedIn.personId }
        const joining = await findJoiningToChange(tx, wanted, joiningRules.unlink)
        if (joining === null)
          return fail(refuse('not-found', 'You said of nobody under this id who they are.'))
        const refused = refusalOn(factsOf(tx, joining))
        if (refused !== null) return fail(refused)
        await removeJoining(tx, joining, services.newId)
        return succeed({ status: 204 })
      }),
  )
}

function addRemoval(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/people/{id}/removals',
      tag: 'People',
      summary: 'Remove for good what you noted about somebody',
      description:
        'One skill of one occasion, with every earlier wording. What a member has taken into their record is theirs and stays. A backup from before still holds it until it expires.',
      access: { noun: 'heldItem', action: 'remove' },
      params: ONE_PERSON,
      body: z.strictObject({ assessmentId: uuid, skill: slug }),
      answers: { 204: { description: 'It is gone.', schema: null } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, body, services, signedIn, refusalOn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const kept = await findKeptPerson(tx, params.id)
        if (kept === null) return fail(NO_PERSON)
        const { personId } = signedIn
        const refused = refusalOn(factsOf(tx, { keeperId: personId, memberId: kept.id }))
        if (refused !== null) return fail(refused)
        await findJoiningToChange(tx, { keptId: kept.id, keeperId: personId }, joiningRules.see)
        if (!(await removeHeldRating(tx, { keeperId: personId, keptId: kept.id }, body)))
          return fail(refuse('not-found', 'You noted nothing of this about them.'))
        await saveHeldRemoved(tx, body)
        return succeed({ status: 204 })
      }),
  )
}

/** The keeper owns it, and it is about the member. */
export function factsOf(
  tx: ViewerTransaction,
  { keeperId, memberId }: Pick<Joining, 'keeperId' | 'memberId'>,
): AccessFacts {
  return { orgId: tx.viewer.orgId, ownerId: keeperId, subjectId: memberId, releasedAt: null }
}
