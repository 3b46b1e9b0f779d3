// Teams: read by everybody of the organisation, added, renamed, moved and ended by administrators of people.
import { z } from '@hono/zod-openapi'
import { changeTeam } from '../../core/organisation/change-team.ts'
import type { Team } from '../../core/organisation/member.ts'
import { fail, succeed } from '../../core/result.ts'
import { loadPeopleList, lockPeopleList } from '../../store/organisation/people-list.ts'
import { listTeams, saveTeam } from '../../store/organisation/teams.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS, PRECONDITION_WORDS, readSeen, tagOf } from '../preconditions.ts'
import { day, plainText, uuid } from '../wire.ts'
import { hashOf } from './person-record.ts'

const teamSchema = z
  .strictObject({
    id: uuid,
    name: z.string(),
    parentId: uuid.nullable(),
    endedOn: day.nullable(),
    revisionId: z.string().openapi({ description: 'For If-Match.' }),
  })
  .openapi('Team')

const answerOf = (team: Team) => ({ ...team, revisionId: hashOf(team) })

export function addTeamAdminRoutes(routes: Routes): void {
  addRead(routes)
  addAdd(routes)
  addChange(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/teams',
      tag: 'Organisation',
      summary: 'List the teams',
      description: 'By name; those that have ended come too.',
      access: { noun: 'team', action: 'see' },
      answers: { 200: { description: 'The teams.', schema: z.array(teamSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const teams = await services.store.withViewer(signedIn.viewer, listTeams)
      return succeed({ status: 200, body: teams.map(answerOf) })
    },
  )
}

function addAdd(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/organisation/teams',
      tag: 'Keeping the list of people',
      summary: 'Add a team',
      description: 'Its name is not that of another team that is there.',
      access: { noun: 'team', action: 'change' },
      freshProof: true,
      headers: IDEMPOTENCY_WORDS,
      body: z.strictObject({ name: plainText(200), parentId: uuid.nullable() }),
      answers: { 201: { description: 'It is there.', schema: teamSchema } },
      refusals: ['no-session', 'not-allowed', 'invalid', 'bad-header', 'key-reused'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly({ header, services, viewer: signedIn.viewer }, 'POST teams', body, async (tx) => {
        await lockPeopleList(tx)
        const given = { id: services.newId(), ...body, endedOn: null }
        const team = changeTeam(given, await loadPeopleList(tx, []), tx.now.slice(0, 10))
        if (!team.ok) return fail(refuseField(team.failure.field, team.failure.message))
        await saveTeam(tx, team.value)
        return succeed({ status: 201, body: answerOf(team.value) })
      }),
  )
}

function addChange(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/organisation/teams/{id}',
      tag: 'Keeping the list of people',
      summary: 'Rename, move or end a team',
      description:
        'A team to which people belong does not end before they are moved. Ended ones can go on again.',
      access: { noun: 'team', action: 'change' },
      freshProof: true,
      params: z.strictObject({ id: uuid }),
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      body: z.strictObject({ name: plainText(200), parentId: uuid.nullable(), endedOn: day.nullable() }),
      answers: { 200: { description: 'As it is now.', schema: teamSchema } },
      refusals: [
        'no-session',
        'not-allowed',
        'not-found',
        'invalid',
        'bad-header',
        'no-precondition',
        'stale',
      ],
    },
    async ({ params, body, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        await lockPeopleList(tx)
        const list = await loadPeopleList(tx, body.endedOn === null ? [] : undefined)
        const known = list.teams.get(params.id)
        if (known === undefined) return fail(refuse('not-found', 'There is no such team.'))
        const current = answerOf(known)
        if (current.revisionId !== seen.value)
          return fail({ ...refuse('stale', 'Somebody changed this team meanwhile.'), current })
        const team = changeTeam({ id: params.id, ...body }, list, tx.now.slice(0, 10))
        if (!team.ok) return fail(refuseField(team.failure.field, team.failure.message))
        await saveTeam(tx, team.value)
        const answer = answerOf(team.value)
        return succeed({ status: 200, body: answer, headers: { etag: tagOf(answer.revisionId) } })
      })
    },
  )
}
