// Ratings of people in a file that was brought: keep them, list what was brought, take it back.
import { z } from '@hono/zod-openapi'
import type { BroughtRatings } from '../../core/importing/brought-ratings.ts'
import type { Loss } from '../../core/importing/import-source.ts'
import { planBroughtRatings } from '../../core/importing/plan-brought-ratings.ts'
import { fail, succeed } from '../../core/result.ts'
import { listBroughtRatings, saveBroughtRatingsUndone } from '../../store/assessment/brought-ratings.ts'
import { findPerson } from '../../store/people.ts'
import { listKeptPeople } from '../../store/person/kept-people.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'
import { day, moment, plainText, uuid } from '../wire.ts'
import { NOT_HERE } from './import-routes.ts'
import { keepRatings } from './keep-ratings.ts'

const ONE = z.strictObject({ id: uuid })
const NO_SUCH = refuse('not-found', 'You brought no ratings under this id.')
/** More names than this are no team. */
const MOST_NAMES = 5000

const count = z.number().int().min(0)
const broughtSchema = z
  .strictObject({
    id: uuid,
    source: z.string().openapi({ description: 'The name of the file.' }),
    madeAt: moment,
    undoneAt: moment.nullable(),
    people: count.openapi({ description: 'People who were not kept before.' }),
    ratings: count.openapi({ description: 'Ratings that were added or changed.' }),
  })
  .openapi('BroughtRatings')

const lossSchema = z.strictObject({
  place: z.strictObject({
    path: z.string(),
    sheet: z.string().optional(),
    line: z.number().int().optional(),
    cell: z.string().optional(),
  }),
  what: z.string(),
  why: z.string(),
})

const names = (value: z.ZodType<string>) =>
  z
    .record(plainText(1000), value)
    .refine((given) => Object.keys(given).length <= MOST_NAMES, `No more than ${MOST_NAMES} names.`)
    .default({})

const choicesSchema = z.strictObject({
  rater: z
    .enum(['me', 'themselves', 'unknown'])
    .openapi({ description: 'Who said it, where the file does not tell.' }),
  ratedOn: day.openapi({ description: 'When it was said, where the file does not tell.' }),
  people: names(plainText(50)).openapi({
    description:
      'By names of the file: `me`, `new`, `leave`, or the id of somebody you keep. The rest is matched by name.',
  }),
  skills: names(plainText(100)).openapi({
    description:
      'By names of the file: the id of a skill, or nothing to leave it out. The rest is matched by name.',
  }),
})

export function addBroughtRatingsRoutes(routes: Routes): void {
  addBring(routes)
  addList(routes)
  addUndo(routes)
}

function addBring(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/imports/{token}/ratings',
      tag: 'People',
      summary: 'Keep the ratings of people in a file',
      description:
        'Matched with the framework in use and the people you keep; all of it, or nothing. What is there already is not added twice. `losses` says what was left out, and where it stands.',
      access: { noun: 'keptPerson', action: 'add' },
      params: z.strictObject({ token: uuid }),
      body: choicesSchema,
      headers: IDEMPOTENCY_WORDS,
      answers: {
        201: {
          description: 'What was kept.',
          schema: z.strictObject({
            brought: broughtSchema,
            kept: count.openapi({ description: 'Ratings that were there already, or have a later one.' }),
            losses: z.array(lossSchema),
          }),
        },
      },
      refusals: ['not-found', 'invalid', 'bad-header', 'key-reused', 'conflict', 'disk-full'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const { viewer, personId } = signedIn
      const read = services.imports.ratings(personId, params.token)
      if (read === null) return fail(NOT_HERE)
      const operation = `POST /api/imports/${params.token}/ratings`
      return onceOnly({ header, services, viewer }, operation, body, async (tx) => {
        const current = await frameworkInUse(tx, services, personId)
        const people = await listKeptPeople(tx)
        const known = new Set(['me', 'new', 'leave', ...people.map((person) => person.id)])
        const stranger = Object.entries(body.people).find(([, who]) => !known.has(who))
        if (stranger !== undefined)
          return fail(refuseField(`people/${stranger[0]}`, 'You keep nobody with this id.'))
        const me = { id: personId, name: (await findPerson(tx, personId))?.displayName ?? null }
        const into = { framework: current.framework, me, people, now: services.now().toISOString() }
        const plan = planBroughtRatings(read.ratings, into, body)
        if (plan.notes.length === 0)
          return fail(refuse('conflict', 'Nothing in this file can be kept as ratings of people.'))
        const needs = { tx, services, current, into, plan, choices: body, source: read.source }
        const { brought, kept } = await keepRatings(needs)
        return succeed({
          status: 201,
          body: { brought: counted(brought), kept, losses: listed(plan.losses) },
        })
      })
    },
  )
}

/** More losses than this are counted, not listed. */
const LISTED = 500

function listed(losses: Loss[]): Loss[] {
  const more = losses.length - LISTED
  const [first] = losses
  if (more <= 0 || first === undefined) return losses
  const rest = {
    place: { path: first.place.path },
    what: `${more} more`,
    why: 'They are not listed one by one.',
  }
  return [...losses.slice(0, LISTED), rest]
}

function counted({ added, ...brought }: BroughtRatings): z.output<typeof broughtSchema> {
  return { ...brought, people: added.people.length, ratings: added.revisions.length }
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/brought-ratings',
      tag: 'People',
      summary: 'List the files of ratings that you brought',
      description: 'Newest first, those that were taken back included.',
      access: { noun: 'keptPerson', action: 'see' },
      answers: { 200: { description: 'The files.', schema: z.array(broughtSchema) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const files = await services.store.withViewer(signedIn.viewer, listBroughtRatings)
      return succeed({ status: 200, body: files.map(counted) })
    },
  )
}

const backAndLeft = z.strictObject({ back: count, left: count })

function addUndo(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/brought-ratings/{id}/undo',
      tag: 'People',
      summary: 'Take back what a file brought',
      description:
        'Its ratings are withdrawn, or are again what they were before; people whom only this file named are removed. What was changed since stays. Taking back twice is taking back once.',
      access: { noun: 'rating', action: 'withdraw' },
      params: ONE,
      answers: {
        200: {
          description: 'What was taken back, and what was left.',
          schema: z.strictObject({ brought: broughtSchema, ratings: backAndLeft, people: backAndLeft }),
        },
      },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const undone = await saveBroughtRatingsUndone(tx, services.store, params.id)
        if (!undone.ok) return fail(NO_SUCH)
        const { brought, ...counts } = undone.value
        return succeed({ status: 200, body: { brought: counted(brought), ...counts } })
      }),
  )
}
