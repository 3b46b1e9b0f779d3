// Preparing a talk with somebody one manages: what they handed over, what was given and agreed, where both sides differ.
import { z } from '@hono/zod-openapi'
import { dueProofs } from '../../core/preparation/preparation.ts'
import { fail, succeed } from '../../core/result.ts'
import { differences } from '../../core/round/opening.ts'
import { listAgreements } from '../../store/round/agreements.ts'
import { listOpenings } from '../../store/round/openings.ts'
import { listHandovers } from '../../store/share/handovers.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { labelOf } from '../framework/framework-in-use.ts'
import { refusalOfView } from '../organisation/view-switches.ts'
import { frameworkAsked } from '../plan/growth-basis.ts'
import { NO_VERSION, WHICH_FRAMEWORK } from '../plan/plan.ts'
import { describeGiven } from '../round/given.ts'
import { givenSchema } from '../round/round-wire.ts'
import { handoverSchema } from '../share/handover-wire.ts'
import { teamPersonSchema } from '../team-map/team-map.ts'
import { listTeamPeople } from '../team-map/team-people.ts'
import { day, frameworkLabelSchema, moment, uuid } from '../wire.ts'

const level = z.number().nullable()

const preparationSchema = z
  .strictObject({
    framework: frameworkLabelSchema,
    person: teamPersonSchema,
    handovers: z.array(handoverSchema).openapi({ description: 'What they handed to you, the newest first.' }),
    opening: z
      .strictObject({
        id: uuid,
        openedAt: moment,
        differences: z.array(
          z.strictObject({
            skill: z.string(),
            subjectLevel: level,
            managerLevel: level,
            subjectGuessed: level,
            managerGuessed: level,
            apart: level,
          }),
        ),
      })
      .nullable()
      .openapi({
        description: 'The newest pair that you two opened together, the largest difference first.',
      }),
    due: z
      .array(z.strictObject({ skill: z.string(), level: z.number(), proof: z.string(), by: day }))
      .openapi({
        description: 'What your newest signed agreement looks forward to.',
      }),
    given: z.array(givenSchema).openapi({
      description: 'What colleagues gave about them, where it was said beforehand that you read it.',
    }),
  })
  .openapi('Preparation')

export function addPreparationRoutes(routes: Routes): void {
  addList(routes)
  addRead(routes)
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/preparations',
      tag: 'Organisation',
      summary: 'List the people with whom you can prepare a talk',
      description: 'Whoever reports to you today, by name, with the role they are held in.',
      access: { noun: 'preparation', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: {
        200: {
          description: 'Them.',
          schema: z.array(z.strictObject({ id: uuid, name: z.string(), role: z.string().nullable() })),
        },
      },
      refusals: ['no-session', 'not-found', 'invalid', 'conflict'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'conversation-prep')
        if (off !== null) return fail(off)
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const people = await listTeamPeople(tx, current)
        return succeed({ status: 200, body: people.map(({ id, name, role }) => ({ id, name, role })) })
      }),
  )
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/preparations/{id}',
      tag: 'Organisation',
      summary: 'Prepare a talk with somebody who reports to you',
      description:
        'What they handed to you, what you two opened and agreed, and what was given about them for you to read. Nothing else of theirs.',
      access: { noun: 'preparation', action: 'see' },
      params: z.strictObject({ id: uuid }),
      query: WHICH_FRAMEWORK,
      answers: { 200: { description: 'It.', schema: preparationSchema } },
      refusals: ['no-session', 'not-found', 'invalid', 'conflict'],
    },
    async ({ params, query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'conversation-prep')
        if (off !== null) return fail(off)
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const person = (await listTeamPeople(tx, current)).find(({ id }) => id === params.id)
        if (person === undefined) return fail(refuse('not-found', 'Nobody of this id reports to you today.'))
        const ofPair = (one: { subjectId: string; managerId: string }) =>
          one.subjectId === person.id && one.managerId === signedIn.personId
        const [opened] = (await listOpenings(tx))
          .filter(ofPair)
          .sort((one, other) => other.openedAt.localeCompare(one.openedAt))
        const skills = current.framework.skills.map((skill) => skill.id)
        const body = {
          framework: labelOf(current),
          person,
          handovers: await listHandovers(tx, { ownerIds: [person.id], recipientId: signedIn.personId }),
          opening:
            opened === undefined
              ? null
              : { id: opened.id, openedAt: opened.openedAt, differences: differences(opened, skills) },
          due: dueProofs((await listAgreements(tx)).filter(ofPair)),
          given: await describeGiven(tx, person.id),
        }
        return succeed({ status: 200, body })
      }),
  )
}
