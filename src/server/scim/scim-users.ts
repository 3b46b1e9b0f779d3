// People as SCIM users: found, added, changed from today on, and let go at once.
import { addMember, changeMember, type MemberCommand } from '../../core/organisation/change-member.ts'
import { addDays } from '../../core/organisation/days.ts'
import { lastDayBefore } from '../../core/organisation/go-on.ts'
import { type ListedPerson, lineOn, type PeopleList } from '../../core/organisation/people-list.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { type Filter, matches } from '../../core/scim/parse-filter.ts'
import { invalidValue, SCIM, type ScimFailure } from '../../core/scim/scim-value.ts'
import { patchUser, readOperations, readUser, type UserDraft } from '../../core/scim/user-draft.ts'
import { pageOfPeople } from '../../store/organisation/directory-pages.ts'
import { listMemberChanges, listSinceLeaving } from '../../store/organisation/past-changes.ts'
import { findByKey, loadPeopleAround, loadPeopleList } from '../../store/organisation/people-list.ts'
import { saveProvisionedAccount } from '../../store/sign-in/provisioned-accounts.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import { keepChange, refusalOfLeave } from '../organisation/list-changes.ts'
import { type Resource, withMeta } from './scim-reply.ts'
import type { ScimFound, ScimNeeds, ScimPage } from './scim-routes.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function notFound(id: string): { ok: false; failure: ScimFailure } {
  return fail({ status: 404, detail: `Resource ${id.slice(0, 100)} not found` })
}

export function isActive({ leftOn, closedAt }: ListedPerson, today: string): boolean {
  return closedAt === null && (leftOn === null || leftOn >= today)
}

/** Whoever was deleted: gone, and without a name in the directory. */
function isDeleted(person: ListedPerson): boolean {
  return person.closedAt !== null && person.userName === null
}

function draftOf(person: ListedPerson, today: string): UserDraft {
  return {
    // Whoever was added on a page has no other name in the directory than the id.
    userName: person.userName ?? person.id,
    externalId: person.externalId,
    displayName: person.displayName,
    active: isActive(person, today),
    managerId: lineOn(person, 'manager', today)?.value ?? null,
  }
}

function resourceOf(person: ListedPerson, today: string, origin: string): Resource {
  const draft = draftOf(person, today)
  const manager =
    draft.managerId === null
      ? {}
      : { manager: { value: draft.managerId, $ref: `${origin}/scim/v2/Users/${draft.managerId}` } }
  const user = {
    schemas: [SCIM.user, SCIM.enterprise],
    id: person.id,
    ...(draft.externalId === null ? {} : { externalId: draft.externalId }),
    userName: draft.userName,
    displayName: draft.displayName,
    name: { formatted: draft.displayName },
    active: draft.active,
    [SCIM.enterprise]: manager,
  }
  return withMeta(user, 'User', origin)
}

export async function findUser(
  tx: ViewerTransaction,
  needs: ScimNeeds,
  id: string,
): Promise<Resource | null> {
  if (!UUID.test(id)) return null
  const person = (await loadPeopleList(tx, [id])).people.get(id)
  return person === undefined || isDeleted(person)
    ? null
    : resourceOf(person, tx.now.slice(0, 10), needs.origin)
}

/**
 * By id, so that pages do not shift. Without a filter the database finds the page; the two filters that directories use
 * most are looked up; any other is held against everybody.
 */
export async function listUsers(
  tx: ViewerTransaction,
  needs: ScimNeeds,
  { filter, skip, limit }: ScimPage,
): Promise<ScimFound> {
  if (filter === null) {
    const { ids, total } = await pageOfPeople(tx, { skip, limit })
    return { resources: await resourcesOf(tx, needs, ids), total }
  }
  const key = keyOf(filter)
  const ids = key === null ? undefined : [await findByKey(tx, key)].filter((id) => id !== null)
  const found = (await resourcesOf(tx, needs, ids)).filter((resource) => matches(filter, resource))
  return { resources: found.slice(skip, skip + limit), total: found.length }
}

/** Of these people, or of everybody, by id; nobody who was deleted. */
async function resourcesOf(
  tx: ViewerTransaction,
  { origin }: ScimNeeds,
  ids?: readonly string[],
): Promise<Resource[]> {
  const { people } = await loadPeopleList(tx, ids)
  const today = tx.now.slice(0, 10)
  return [...people.values()]
    .filter((person) => !isDeleted(person))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((person) => resourceOf(person, today, origin))
}

function keyOf(filter: Filter): { userName: string } | { externalId: string } | null {
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || typeof filter.value !== 'string') return null
  const path = filter.path.toLowerCase()
  // Whoever has no name in the directory is found by the id instead.
  if (path === 'username' && !UUID.test(filter.value)) return { userName: filter.value }
  return path === 'externalid' ? { externalId: filter.value } : null
}

type Saved = Promise<Result<Resource, ScimFailure>>

export async function addUser(tx: ViewerTransaction, needs: ScimNeeds, body: unknown): Saved {
  const draft = readUser(body)
  if (!draft.ok) return draft
  const { userName, externalId, displayName, managerId, active } = draft.value
  const list = await loadPeopleAround(tx, managerId !== null && UUID.test(managerId) ? [managerId] : [])
  const problem = problemOfManager(list, managerId, tx.now)
  if (problem !== null) return fail(problem)
  const clash = await clashOf(tx, null, draft.value)
  if (clash !== null) return fail(clash)
  const id = needs.services.newId()
  const given = {
    displayName,
    from: tx.now.slice(0, 10),
    teamId: null,
    managerId,
    role: null,
    userName,
    externalId,
  }
  const added = addMember(id, given, { list, now: tx.now, newId: needs.services.newId })
  if (!added.ok) return fail(invalidValue(added.failure.message))
  const kept = await keepChange(tx, needs.services, list, added.value, {
    source: 'directory',
    label: needs.label,
  })
  if (!kept.ok) return fail({ status: 409, scimType: 'uniqueness', detail: kept.failure.detail })
  const provisioned = await provision(tx, needs, id, draft.value)
  if (provisioned !== null) return fail(provisioned)
  if (!active) return saveUser(tx, needs, id, draft.value)
  return answer(tx, needs, id)
}

async function answer(tx: ViewerTransaction, needs: ScimNeeds, id: string): Saved {
  const found = await findUser(tx, needs, id)
  return found === null ? notFound(id) : succeed(found)
}

function problemOfManager(list: PeopleList, managerId: string | null, now: string): ScimFailure | null {
  if (managerId === null) return null
  const manager = list.people.get(managerId)
  if (manager === undefined || isDeleted(manager))
    return invalidValue('No user has the id that manager holds.')
  return isActive(manager, now.slice(0, 10)) ? null : invalidValue('The manager is not active.')
}

async function clashOf(
  tx: ViewerTransaction,
  personId: string | null,
  { userName, externalId }: UserDraft,
): Promise<ScimFailure | null> {
  const taken = async (key: { userName: string } | { externalId: string }) => {
    const whose = await findByKey(tx, key)
    return whose !== null && whose !== personId
  }
  if (userName !== personId && UUID.test(userName))
    return invalidValue('userName looks like an id of this server, which it must not.')
  if (await taken({ userName }))
    return { status: 409, scimType: 'uniqueness', detail: 'This userName is in use.' }
  if (externalId !== null && (await taken({ externalId })))
    return { status: 409, scimType: 'uniqueness', detail: 'This externalId is in use.' }
  return null
}

/** Whoever a directory names may get in as that identity only where the installation says so, for a named issuer. */
async function provision(
  tx: ViewerTransaction,
  { services: { scimAccounts } }: ScimNeeds,
  personId: string,
  draft: UserDraft,
): Promise<ScimFailure | null> {
  if (scimAccounts === null) return null
  const subject = draft[scimAccounts.subject]
  // Whoever has no name in the directory is called by the id, which is no provider's name for them.
  if (subject === null || subject === personId) return null
  const isTheirs = await saveProvisionedAccount(tx, { personId, issuer: scimAccounts.issuer, subject })
  return isTheirs
    ? null
    : { status: 409, scimType: 'uniqueness', detail: 'This identity lets somebody else in already.' }
}

export async function replaceUser(tx: ViewerTransaction, needs: ScimNeeds, id: string, body: unknown): Saved {
  const draft = readUser(body)
  return draft.ok ? saveUser(tx, needs, id, draft.value) : draft
}

export async function patchUserOf(tx: ViewerTransaction, needs: ScimNeeds, id: string, body: unknown): Saved {
  const operations = readOperations(body)
  if (!operations.ok) return operations
  const person = UUID.test(id) ? (await loadPeopleList(tx, [id])).people.get(id) : undefined
  if (person === undefined || isDeleted(person)) return notFound(id)
  const draft = patchUser(draftOf(person, tx.now.slice(0, 10)), operations.value)
  return draft.ok ? saveUser(tx, needs, id, draft.value) : draft
}

async function saveUser(tx: ViewerTransaction, needs: ScimNeeds, id: string, draft: UserDraft): Saved {
  if (!UUID.test(id)) return notFound(id)
  const person = (await loadPeopleList(tx, [id])).people.get(id)
  if (person === undefined || isDeleted(person)) return notFound(id)
  const clash = await clashOf(tx, id, draft)
  if (clash !== null) return fail(clash)
  const before = draftOf(person, tx.now.slice(0, 10))
  const back = draft.active && !before.active ? [await backCommand(tx, person)] : []
  for (const command of [...back, ...commandsFor(person, before, draft, tx.now)]) {
    const failure = await carryOut(tx, needs, id, command)
    if (failure !== null) return fail(failure)
  }
  const provisioned = draft.active ? await provision(tx, needs, id, draft) : null
  return provisioned === null ? answer(tx, needs, id) : fail(provisioned)
}

/** As if they had never been inactive, on the same day: with the last day that had been planned before, where it was. */
async function backCommand(tx: ViewerTransaction, person: ListedPerson): Promise<MemberCommand> {
  const today = tx.now.slice(0, 10)
  if ((person.leftOn ?? today) < today) return { kind: 'return', from: today }
  const planned = lastDayBefore(person, await listMemberChanges(tx, [person.id]))
  return planned === null || planned < today
    ? { kind: 'stay' }
    : { kind: 'leave', lastDay: planned, atOnce: false }
}

/** Whatever comes after they are back. */
function commandsFor(
  person: ListedPerson,
  before: UserDraft,
  draft: UserDraft,
  now: string,
): MemberCommand[] {
  const today = now.slice(0, 10)
  const commands: MemberCommand[] = []
  if (draft.displayName !== before.displayName)
    commands.push({ kind: 'name', displayName: draft.displayName })
  if (draft.userName !== before.userName || draft.externalId !== before.externalId) {
    // What the directory leaves as it is stays kept as it is: whoever is closed and has no name counts as deleted.
    const userName = draft.userName === before.userName ? person.userName : draft.userName
    commands.push({ kind: 'key', userName, externalId: draft.externalId })
  }
  if (draft.managerId !== before.managerId && draft.active)
    commands.push({ kind: 'manager', value: draft.managerId, from: today })
  if (!draft.active && before.active) {
    commands.push(leaveNow(person, today))
    // Whoever has no name in the directory gets the id as one: without a name they would count as deleted.
    if (person.userName === null && draft.userName === person.id)
      commands.push({ kind: 'key', userName: person.id, externalId: draft.externalId })
  }
  return commands
}

function leaveNow({ leftOn }: ListedPerson, today: string): MemberCommand {
  return { kind: 'leave', lastDay: leftOn !== null && leftOn < today ? leftOn : today, atOnce: true }
}

async function carryOut(
  tx: ViewerTransaction,
  needs: ScimNeeds,
  id: string,
  command: MemberCommand,
): Promise<ScimFailure | null> {
  const managerId = command.kind === 'manager' ? command.value : null
  const others = managerId !== null && UUID.test(managerId) ? [managerId] : []
  const list = await loadPeopleAround(tx, [id, ...others])
  const problem = problemOfManager(list, managerId, tx.now)
  if (problem !== null) return problem
  const refusal = await refusalOfLeave(tx, id, command)
  if (refusal !== null) return { status: 409, scimType: 'mutability', detail: refusal.detail }
  const sinceLeaving = await listSinceLeaving(tx, list, [id])
  const { newId } = needs.services
  const changed = changeMember(id, command, { list, now: tx.now, newId, sinceLeaving })
  if (!changed.ok) return invalidValue(changed.failure.message)
  const kept = await keepChange(tx, needs.services, list, changed.value, {
    source: 'directory',
    label: needs.label,
  })
  return kept.ok ? null : { status: 409, scimType: 'uniqueness', detail: kept.failure.detail }
}

/** Their last day is today, no session and no identity of theirs holds, and the directory knows them no longer. History stays. */
export async function removeUser(
  tx: ViewerTransaction,
  needs: ScimNeeds,
  id: string,
): Promise<Result<null, ScimFailure>> {
  if (!UUID.test(id)) return notFound(id)
  const person = (await loadPeopleList(tx, [id])).people.get(id)
  if (person === undefined || isDeleted(person)) return notFound(id)
  const today = tx.now.slice(0, 10)
  const commands: MemberCommand[] = [
    leaveNow(person, today),
    { kind: 'key', userName: null, externalId: null },
  ]
  for (const command of commands) {
    const failure = await carryOut(tx, needs, id, command)
    if (failure !== null) return fail(failure)
  }
  return succeed(null)
}

/** The day before the one on which something stops. */
export function yesterdayOf(now: string): string {
  return addDays(now.slice(0, 10), -1)
}
