// A manager's upcoming pieces of work: read with the people and what was agreed, written, brought as a table, taken off.
import { z } from '@hono/zod-openapi'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill, topLevel } from '../../core/framework/look-up.ts'
import {
  type ExercisedSkill,
  MOST_OPPORTUNITIES,
  type Opportunity,
} from '../../core/opportunity/opportunity.ts'
import { readOpportunities } from '../../core/opportunity/read-opportunities.ts'
import { fail, succeed } from '../../core/result.ts'
import { listAgreedGrowth } from '../../store/opportunity/agreed-growth.ts'
import {
  findOpportunity,
  listOpportunities,
  type SaveOpportunityFailure,
  saveOpportunity,
} from '../../store/opportunity/opportunities.ts'
import { listWorkParts } from '../../store/opportunity/work-parts.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { onceOnly } from '../once-only.ts'
import { refusalOfView } from '../organisation/view-switches.ts'
import { IDEMPOTENCY_WORDS, PRECONDITION_WORDS, readExpected, readSeen, tagOf } from '../preconditions.ts'
import { digest, plainText, uuid } from '../wire.ts'
import {
  agreedSchema,
  newOpportunity,
  opportunityContent,
  opportunitySchema,
  partSchema,
  plannedPersonSchema,
  quarter,
} from './opportunity-wire.ts'
import { plannedPeople } from './planned-people.ts'
import { showToNewPeople, showToPeople } from './show-work.ts'

const ONE = z.strictObject({ id: uuid })
const MOST_TEXT = 200_000

export function addOpportunityRoutes(routes: Routes): void {
  addReadAll(routes)
  addSave(routes)
  addRemove(routes)
  addReadTable(routes)
  addBring(routes)
}

function addReadAll(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/opportunities',
      tag: 'Opportunities',
      summary: 'Your upcoming work and the people you plan it with',
      description:
        'Your own pieces of work, whoever reports to you today by name, what was agreed with each, and what each was shown and given. Whoever came since work was shown is shown it by this.',
      access: { noun: 'opportunity', action: 'see' },
      answers: {
        200: {
          description: 'All of it.',
          schema: z.strictObject({
            people: z.array(plannedPersonSchema),
            opportunities: z.array(opportunitySchema),
            agreed: z.array(agreedSchema),
            parts: z.array(partSchema),
          }),
        },
      },
      refusals: ['no-session', 'conflict'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'opportunities')
        if (off !== null) return fail(off)
        const people = await plannedPeople(tx)
        const ids = people.map(({ id }) => id)
        // Without space it can still be read, and they are shown it the next time.
        if (services.store.spaceProblem() === null) await showToNewPeople(tx, services, ids)
        const body = {
          people,
          opportunities: (await listOpportunities(tx)).filter((one) => one.removedAt === null),
          agreed: await listAgreedGrowth(tx, ids),
          parts: await listWorkParts(tx, ids),
        }
        return succeed({ status: 200, body })
      }),
  )
}

function addSave(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/opportunities/{id}',
      tag: 'Opportunities',
      summary: 'Write a piece of work down, change it, or put it back on the list',
      description:
        'Also what you try on the board: `tried` says who is to be on it. Nobody sees that before you keep it.',
      access: { noun: 'opportunity', action: 'change' },
      params: ONE,
      body: z.strictObject({
        ...opportunityContent,
        revisionId: uuid.openapi({ description: 'Chosen by the writer; the same one again is a retry.' }),
      }),
      headers: PRECONDITION_WORDS,
      answers: { 200: { description: 'It; ETag holds its revision.', schema: opportunitySchema } },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'opportunities')
        if (off !== null) return fail(off)
        const unfit = await refusalOfSkills(tx, services, body)
        if (unfit !== null) return fail(unfit)
        const people = new Set((await plannedPeople(tx)).map(({ id }) => id))
        const tried = {
          with: body.tried.with.filter((id) => people.has(id)),
          without: body.tried.without.filter((id) => people.has(id) && !body.tried.with.includes(id)),
        }
        const next = { ...body, tried, id: params.id, removedAt: null }
        const saved = await saveOpportunity(tx, next, expected.value)
        if (!saved.ok) return fail(refusalOf(saved.failure))
        await showToPeople(tx, services, saved.value, [...people])
        const headers = { etag: tagOf(saved.value.revisionId) }
        return succeed({ status: 200, body: saved.value, headers })
      })
    },
  )
}

function addRemove(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/opportunities/{id}',
      tag: 'Opportunities',
      summary: 'Take a piece of work off the list',
      description: 'What was given stays a fact. Writing it again with the revision answered puts it back.',
      access: { noun: 'opportunity', action: 'change' },
      params: ONE,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 200: { description: 'It, as it was.', schema: opportunitySchema } },
      refusals: ['no-session', 'not-found', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    async ({ params, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'opportunities')
        if (off !== null) return fail(off)
        const known = await findOpportunity(tx, params.id)
        if (known === null) return fail(refuse('not-found', 'No piece of work of yours has this id.'))
        const { savedAt: _, ...rest } = known
        const gone = { ...rest, shown: false, revisionId: services.newId(), removedAt: tx.now }
        const saved = await saveOpportunity(tx, gone, seen.value)
        if (!saved.ok) return fail(refusalOf(saved.failure))
        const people = (await plannedPeople(tx)).map(({ id }) => id)
        await showToPeople(tx, services, saved.value, people)
        const headers = { etag: tagOf(saved.value.revisionId) }
        return succeed({ status: 200, body: saved.value, headers })
      })
    },
  )
}

const readSchema = z.strictObject({ ...newOpportunity, line: z.number().int() })

function addReadTable(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/opportunities/read',
      tag: 'Opportunities',
      summary: 'Read pieces of work from a table, without keeping anything',
      description:
        'Text with commas, semicolons or tabs between values and a heading for each column: title, kind, quarter, people, weeks or person-weeks, skills, about.',
      access: { noun: 'opportunity', action: 'see' },
      body: z.strictObject({ text: plainText(MOST_TEXT), quarter }),
      answers: {
        200: {
          description: 'What was read, and what did not fit.',
          schema: z.strictObject({
            opportunities: z.array(readSchema),
            notes: z.array(z.strictObject({ line: z.number().int(), message: z.string() })),
          }),
        },
      },
      refusals: ['no-session', 'invalid', 'conflict'],
    },
    async ({ body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'opportunities')
        if (off !== null) return fail(off)
        const { framework } = await frameworkInUse(tx, services, signedIn.personId)
        return succeed({ status: 200, body: readOpportunities(body.text, framework, body.quarter) })
      }),
  )
}

function addBring(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/opportunities/brought',
      tag: 'Opportunities',
      summary: 'Keep several pieces of work at once',
      description: 'All of them or, when anything is wrong, none.',
      access: { noun: 'opportunity', action: 'change' },
      body: z.strictObject({
        frameworkDigest: digest,
        opportunities: z.array(z.strictObject(newOpportunity)).min(1).max(MOST_OPPORTUNITIES),
      }),
      headers: IDEMPOTENCY_WORDS,
      answers: { 201: { description: 'They, as kept.', schema: z.array(opportunitySchema) } },
      refusals: ['no-session', 'invalid', 'bad-header', 'key-reused', 'conflict'],
    },
    async ({ body, header, services, signedIn }) =>
      onceOnly(
        { header, services, viewer: signedIn.viewer },
        'POST /api/opportunities/brought',
        body,
        async (tx) => {
          const off = await refusalOfView(tx, 'opportunities')
          if (off !== null) return fail(off)
          const kept: Opportunity[] = []
          for (const [index, work] of body.opportunities.entries()) {
            const unfit = await refusalOfSkills(
              tx,
              services,
              { ...work, frameworkDigest: body.frameworkDigest },
              `opportunities/${index}/`,
            )
            if (unfit !== null) return fail(unfit)
            const whole = {
              ...work,
              ...{
                id: services.newId(),
                revisionId: services.newId(),
                frameworkDigest: body.frameworkDigest,
              },
              ...{ shown: false, tried: { with: [], without: [] }, removedAt: null },
            }
            const saved = await saveOpportunity(tx, whole, null)
            if (!saved.ok) return fail(refusalOf(saved.failure))
            kept.push(saved.value)
          }
          return succeed({ status: 201, body: kept })
        },
      ),
  )
}

/** Skills that the framework does not have, or nobody else may ask about, and levels that it has not. */
async function refusalOfSkills(
  tx: ViewerTransaction,
  services: Services,
  { frameworkDigest, skills }: { frameworkDigest: string; skills: ExercisedSkill[] },
  before = '',
): Promise<Refusal | null> {
  const framework = await services.frameworks.findIn(tx, frameworkDigest)
  if (framework === null) return refuseField('frameworkDigest', 'No version of a framework has this digest.')
  return refusalOfLevels(framework, skills, `${before}skills`)
}

export function refusalOfLevels(
  framework: Framework,
  skills: readonly { skill: string; level: number }[],
  field: string,
): Refusal | null {
  for (const [index, { skill, level }] of skills.entries()) {
    const known = findSkill(framework, skill)
    if (known === undefined || known.private)
      return refuseField(`${field}/${index}/skill`, 'The framework has no such skill to plan with.')
    if (level > topLevel(framework))
      return refuseField(`${field}/${index}/level`, `The scale ends at ${topLevel(framework)}.`)
    if (skills.findIndex((one) => one.skill === skill) < index)
      return refuseField(`${field}/${index}/skill`, 'This skill is named twice.')
  }
  return null
}

function refusalOf(failure: SaveOpportunityFailure): Refusal {
  if (failure.kind === 'taken') return refuseField('id', 'This id is in use for something else.')
  const { current } = failure
  const detail = current === null ? 'There is no such piece of work yet.' : 'It was changed meanwhile.'
  return { ...refuse('stale', detail), current }
}
