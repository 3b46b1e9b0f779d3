// The organisation's list of people: names, teams and who manages whom, for everybody who works there.
import { z } from '@hono/zod-openapi'
import { memberRecordRules } from '../../core/access/member-record.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import { holdsOn } from '../../core/organisation/member.ts'
import { fail, succeed } from '../../core/result.ts'
import { listManagement } from '../../store/organisation/management.ts'
import { findMember, listMembers } from '../../store/organisation/members.ts'
import { listTeamMemberships, listTeams } from '../../store/organisation/teams.ts'
import { listHeldRoles } from '../../store/person/held-roles.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { day, uuid } from '../wire.ts'

export const memberSchema = z
  .strictObject({
    id: uuid,
    displayName: z.string(),
    leftOn: day.nullable().openapi({
      description:
        'Their last day; null for whoever is still there. While it is ahead, only they and those who keep the list learn it.',
    }),
    teams: z.array(z.strictObject({ id: uuid, name: z.string() })),
    managerId: uuid.nullable(),
    managerName: z.string().nullable(),
    role: z.strictObject({ frameworkId: z.string(), role: z.string() }).nullable().openapi({
      description:
        'The role the organisation holds them in: shown to themselves, their manager and those who keep the list.',
    }),
  })
  .openapi('Member')

export type MemberAnswer = z.infer<typeof memberSchema>

/** More than this at once is a list that nobody reads. */
const MOST = 200

export function addMemberRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/members',
      tag: 'Organisation',
      summary: 'Find people of the organisation',
      description:
        'By name, never by merit. Those who have left are not among them, unless somebody who keeps the list asks for them.',
      access: { noun: 'member', action: 'see' },
      query: z.strictObject({
        find: z.string().max(200).optional().openapi({ description: 'A part of the name.' }),
        team: uuid.optional(),
        left: z.enum(['yes', 'no']).optional(),
        manager: uuid.optional().openapi({ description: 'Only those who report to them today.' }),
        skip: z.coerce.number().int().min(0).max(1_000_000).default(0).openapi({
          description: 'So many names are left out at the beginning.',
        }),
      }),
      answers: { 200: { description: 'At most 200.', schema: z.array(memberSchema) } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, async (tx) => {
        const today = tx.now.slice(0, 10)
        const ids = await idsWanted(tx, query, today)
        const members = await listMembers(tx, {
          ...(ids === undefined ? {} : { ids }),
          ...(query.find === undefined ? {} : { nameContains: query.find }),
          left: query.left === 'yes' && evaluateRule(memberRecordRules.list, tx.viewer, factsOf(tx, null)),
          limit: MOST,
          skip: query.skip,
        })
        return describeMembers(tx, members)
      })
      return succeed({ status: 200, body })
    },
  )
  routes.add(
    {
      method: 'get',
      path: '/api/members/{id}',
      tag: 'Organisation',
      summary: 'Read one person of the organisation',
      description: 'Name, teams and manager. What somebody says of themselves is not here.',
      access: { noun: 'member', action: 'see' },
      params: z.strictObject({ id: uuid }),
      answers: { 200: { description: 'The person.', schema: memberSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) => {
      const found = await services.store.withViewer(signedIn.viewer, async (tx) => {
        const member = await findMember(tx, params.id)
        return member === null ? null : ((await describeMembers(tx, [member]))[0] ?? null)
      })
      if (found === null) return fail(refuse('not-found', 'Nobody of this organisation is here.'))
      return succeed({ status: 200, body: found })
    },
  )
}

/** Whoever is in a team, or reports to somebody, or both; undefined where neither was asked for. */
async function idsWanted(
  tx: ViewerTransaction,
  { team, manager }: { team?: string | undefined; manager?: string | undefined },
  today: string,
): Promise<string[] | undefined> {
  const inTeam =
    team === undefined
      ? undefined
      : (await listTeamMemberships(tx, { teamIds: [team], on: today })).map(({ personId }) => personId)
  if (manager === undefined) return inTeam
  const reports = (await listManagement(tx, { managerIds: [manager] }))
    .filter((line) => holdsOn(line, today))
    .map(({ personId }) => personId)
  return inTeam === undefined ? reports : reports.filter((id) => inTeam.includes(id))
}

/** Of the record of somebody, or of everybody's. */
function factsOf({ viewer }: ViewerTransaction, personId: string | null) {
  return { orgId: viewer.orgId, ownerId: personId, subjectId: personId, releasedAt: null }
}

/** With their teams, their manager and, where the viewer may know them, a last day ahead and the role they are held in. */
export async function describeMembers(
  tx: ViewerTransaction,
  members: readonly { id: string; displayName: string; leftOn: string | null }[],
): Promise<MemberAnswer[]> {
  const today = tx.now.slice(0, 10)
  const personIds = members.map(({ id }) => id)
  const teamNames = new Map((await listTeams(tx)).map((team) => [team.id, team.name]))
  const memberships = await listTeamMemberships(tx, { personIds, on: today })
  const management = (await listManagement(tx, { personIds })).filter((line) => holdsOn(line, today))
  const held = (await listHeldRoles(tx, { personIds })).filter((line) => holdsOn(line, today))
  const managerOf = (id: string) => management.findLast(({ personId }) => personId === id)?.managerId ?? null
  const managerIds = [...new Set(members.flatMap(({ id }) => managerOf(id) ?? []))]
  const managers = new Map(
    (await listMembers(tx, { ids: managerIds })).map((one) => [one.id, one.displayName]),
  )
  const maySeeRecord = (id: string) => evaluateRule(memberRecordRules.see, tx.viewer, factsOf(tx, id))
  return members.map(({ id, displayName, leftOn }) => {
    const role = held.findLast((line) => line.personId === id)
    return {
      id,
      displayName,
      leftOn: leftOn !== null && leftOn >= today && !maySeeRecord(id) ? null : leftOn,
      teams: memberships
        .filter(({ personId }) => personId === id)
        .map(({ teamId }) => ({ id: teamId, name: teamNames.get(teamId) ?? '' })),
      managerId: managerOf(id),
      managerName: managers.get(managerOf(id) ?? '') ?? null,
      role: role === undefined ? null : { frameworkId: role.frameworkId, role: role.role },
    }
  })
}
