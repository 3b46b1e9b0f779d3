// Teams as SCIM groups, with whoever belongs to them today.
import { changeTeam, sameName } from '../../core/organisation/change-team.ts'
import { earlier } from '../../core/organisation/days.ts'
import type { Team } from '../../core/organisation/member.ts'
import {
  applyEffects,
  type Effect,
  isTakenBack,
  type ListedPerson,
  linesOn,
  type MemberEffects,
  type PeopleList,
} from '../../core/organisation/people-list.ts'
import { endLine } from '../../core/organisation/place-from.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { type GroupDraft, patchGroup, readGroup } from '../../core/scim/group-draft.ts'
import { matches, mentions } from '../../core/scim/parse-filter.ts'
import { invalidValue, SCIM, type ScimFailure } from '../../core/scim/scim-value.ts'
import { readOperations } from '../../core/scim/user-draft.ts'
import { pageOfTeams } from '../../store/organisation/directory-pages.ts'
import { loadPeopleList } from '../../store/organisation/people-list.ts'
import { listTeamMemberships, listTeams, saveTeam } from '../../store/organisation/teams.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import { keepChange } from '../organisation/list-changes.ts'
import { type Resource, withMeta } from './scim-reply.ts'
import type { ScimFound, ScimNeeds, ScimPage } from './scim-routes.ts'
import { isActive, notFound, yesterdayOf } from './scim-users.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

type Saved = Promise<Result<Resource, ScimFailure>>

function resourceOf(team: Team, members: readonly ListedPerson[], origin: string): Resource {
  const group = {
    schemas: [SCIM.group],
    id: team.id,
    displayName: team.name,
    members: members.map(({ id, displayName }) => ({
      value: id,
      display: displayName,
      type: 'User',
      $ref: `${origin}/scim/v2/Users/${id}`,
    })),
  }
  return withMeta(group, 'Group', origin)
}

function isThere(team: Team, today: string): boolean {
  return team.endedOn === null || team.endedOn >= today
}

/** With everybody who belongs to these teams today. */
async function loadGroups(tx: ViewerTransaction, teamIds: readonly string[]) {
  const on = tx.now.slice(0, 10)
  const lines = await listTeamMemberships(tx, { on, teamIds })
  const list = await loadPeopleList(tx, [...new Set(lines.map(({ personId }) => personId))])
  const members = new Map<string, ListedPerson[]>()
  for (const { teamId, personId } of lines) {
    const person = list.people.get(personId)
    if (person === undefined || !isActive(person, on)) continue
    const known = members.get(teamId)
    if (known === undefined) members.set(teamId, [person])
    else known.push(person)
  }
  return {
    list,
    membersOf: (id: string) => (members.get(id) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

export async function findGroup(
  tx: ViewerTransaction,
  needs: ScimNeeds,
  id: string,
): Promise<Resource | null> {
  const team = (await loadPeopleList(tx, [])).teams.get(id)
  if (team === undefined || !isThere(team, tx.now.slice(0, 10))) return null
  const { membersOf } = await loadGroups(tx, [id])
  return resourceOf(team, membersOf(id), needs.origin)
}

/**
 * By id. The members of a page are loaded, and those of the other groups only for a filter that asks about members:
 * directories look for a group by its name.
 */
export async function listGroups(
  tx: ViewerTransaction,
  { origin }: ScimNeeds,
  { filter, skip, limit }: ScimPage,
): Promise<ScimFound> {
  const on = tx.now.slice(0, 10)
  if (filter === null) {
    const { ids, total } = await pageOfTeams(tx, { skip, limit, on })
    return { resources: await groupsWithMembers(tx, origin, ids), total }
  }
  const teams = (await listTeams(tx)).filter((team) => isThere(team, on))
  const ids = teams.map(({ id }) => id).sort()
  if (mentions(filter, 'members') || mentions(filter, 'meta')) {
    const found = (await groupsWithMembers(tx, origin, ids)).filter((group) => matches(filter, group))
    return { resources: found.slice(skip, skip + limit), total: found.length }
  }
  const fits = new Set(
    teams.filter((team) => matches(filter, resourceOf(team, [], origin))).map(({ id }) => id),
  )
  const found = ids.filter((id) => fits.has(id))
  const resources = await groupsWithMembers(tx, origin, found.slice(skip, skip + limit))
  return { resources, total: found.length }
}

async function groupsWithMembers(
  tx: ViewerTransaction,
  origin: string,
  ids: readonly string[],
): Promise<Resource[]> {
  if (ids.length === 0) return []
  const { list, membersOf } = await loadGroups(tx, ids)
  return ids.flatMap((id) => {
    const team = list.teams.get(id)
    return team === undefined ? [] : [resourceOf(team, membersOf(id), origin)]
  })
}

export async function addGroup(tx: ViewerTransaction, needs: ScimNeeds, body: unknown): Saved {
  const draft = readGroup(body)
  if (!draft.ok) return draft
  return saveGroup(
    tx,
    needs,
    { id: needs.services.newId(), name: '', parentId: null, endedOn: null },
    draft.value,
  )
}

export async function replaceGroup(
  tx: ViewerTransaction,
  needs: ScimNeeds,
  id: string,
  body: unknown,
): Saved {
  const draft = readGroup(body)
  if (!draft.ok) return draft
  const team = (await loadPeopleList(tx, [])).teams.get(id)
  if (team === undefined || !isThere(team, tx.now.slice(0, 10))) return notFound(id)
  return saveGroup(tx, needs, team, draft.value)
}

export async function patchGroupOf(
  tx: ViewerTransaction,
  needs: ScimNeeds,
  id: string,
  body: unknown,
): Saved {
  const operations = readOperations(body)
  if (!operations.ok) return operations
  if (!UUID.test(id)) return notFound(id)
  const { list, membersOf } = await loadGroups(tx, [id])
  const team = list.teams.get(id)
  if (team === undefined || !isThere(team, tx.now.slice(0, 10))) return notFound(id)
  const before = { displayName: team.name, members: membersOf(id).map((one) => one.id) }
  const draft = patchGroup(before, operations.value)
  return draft.ok ? saveGroup(tx, needs, team, draft.value) : draft
}

async function saveGroup(tx: ViewerTransaction, needs: ScimNeeds, team: Team, draft: GroupDraft): Saved {
  const { list: present, membersOf } = await loadGroups(tx, [team.id])
  const clash = [...present.teams.values()].find(
    (one) => one.id !== team.id && one.endedOn === null && sameName(one.name, draft.displayName),
  )
  if (clash !== undefined)
    return fail({ status: 409, scimType: 'uniqueness', detail: 'A group of this name is there already.' })
  const changed = changeTeam({ ...team, name: draft.displayName }, present, tx.now.slice(0, 10))
  if (!changed.ok) return fail(invalidValue(changed.failure.message))
  if (changed.value.name !== team.name) await saveTeam(tx, changed.value)
  const failure = await saveMembers(tx, needs, team.id, {
    before: membersOf(team.id).map((one) => one.id),
    after: draft.members,
  })
  if (failure !== null) return fail(failure)
  const saved = await findGroup(tx, needs, team.id)
  return saved === null ? notFound(team.id) : succeed(saved)
}

async function saveMembers(
  tx: ViewerTransaction,
  needs: ScimNeeds,
  teamId: string,
  { before, after }: { before: readonly string[]; after: readonly string[] },
): Promise<ScimFailure | null> {
  const [was, will] = [new Set(before), new Set(after)]
  const touched = [...before.filter((id) => !will.has(id)), ...after.filter((id) => !was.has(id))]
  if (!touched.every((id) => UUID.test(id))) return invalidValue('A member is no user of this server.')
  const list = await loadPeopleList(tx, touched)
  const today = tx.now.slice(0, 10)
  const endedOn = list.teams.get(teamId)?.endedOn ?? null
  const changes: MemberEffects[] = []
  for (const id of touched) {
    const person = list.people.get(id)
    if (person === undefined || (will.has(id) && !isActive(person, today)))
      return invalidValue('A member is no active user of this server.')
    changes.push({
      personId: id,
      effects: membershipEffects(tx, needs, person, { teamId, endedOn, isIn: will.has(id) }),
    })
  }
  const kept = await keepChange(tx, needs.services, list, changes, {
    source: 'directory',
    label: needs.label,
  })
  return kept.ok ? null : invalidValue(kept.failure.detail)
}

function membershipEffects(
  tx: ViewerTransaction,
  { services }: ScimNeeds,
  person: ListedPerson,
  { teamId, endedOn, isIn }: { teamId: string; endedOn: string | null; isIn: boolean },
): Effect[] {
  const today = tx.now.slice(0, 10)
  if (isIn) {
    const planned = person.lines.find((line) => line.value === teamId && line.from > today)
    const effects: Effect[] = planned === undefined ? [] : [endLine(planned, yesterdayOf(planned.from))]
    const line = { id: services.newId(), kind: 'team' as const, value: teamId, from: today }
    const until = earlier(person.leftOn, endedOn)
    return [...effects, { kind: 'line', line, before: null, after: { until } }]
  }
  return linesOn(person, 'team', today)
    .filter(({ value }) => value === teamId)
    .map((line) => endLine(line, yesterdayOf(tx.now)))
}

/** Whoever belongs to it does so until yesterday, and it ends with that day too; history stays. */
export async function removeGroup(
  tx: ViewerTransaction,
  needs: ScimNeeds,
  id: string,
): Promise<Result<null, ScimFailure>> {
  const list = await loadPeopleList(tx)
  const team = list.teams.get(id)
  const [today, yesterday] = [tx.now.slice(0, 10), yesterdayOf(tx.now)]
  if (team === undefined || !isThere(team, today)) return notFound(id)
  const changes = endOfTeam(list, id, yesterday)
  const kept = await keepChange(tx, needs.services, list, changes, {
    source: 'directory',
    label: needs.label,
  })
  if (!kept.ok) return fail(invalidValue(kept.failure.detail))
  const ended = changeTeam({ ...team, endedOn: yesterday }, applyEffects(list, changes), today)
  if (!ended.ok) return fail({ status: 409, scimType: 'mutability', detail: ended.failure.message })
  await saveTeam(tx, ended.value)
  return succeed(null)
}

/** Of everybody: those who are to join it, and those whose last day is today. */
function endOfTeam({ people }: PeopleList, teamId: string, lastDay: string): MemberEffects[] {
  const changes: MemberEffects[] = []
  for (const { id, lines } of people.values()) {
    const reaching = lines.filter(
      (line) =>
        line.kind === 'team' &&
        line.value === teamId &&
        !isTakenBack(line) &&
        (line.until === null || line.until > lastDay),
    )
    if (reaching.length > 0)
      changes.push({ personId: id, effects: reaching.map((line) => endLine(line, lastDay)) })
  }
  return changes
}
