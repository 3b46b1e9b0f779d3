// Share files that somebody received: looked at before anything is kept, kept as they came, taken away again.
import { z } from '@hono/zod-openapi'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole, findSkill, topLevel } from '../../core/framework/look-up.ts'
import { keyOf } from '../../core/importing/naming.ts'
import type { BroughtPlan, PlannedNote } from '../../core/importing/plan-brought-ratings.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { fail, succeed } from '../../core/result.ts'
import { LONGEST_SHARE_NAME, type ShareFile } from '../../core/share/share.ts'
import { readSharePage } from '../../core/share/share-page.ts'
import { findPerson } from '../../store/people.ts'
import { findKeptPerson, listKeptPeople, saveKeptPerson } from '../../store/person/kept-people.ts'
import {
  listReceivedShares,
  type SaveReceivedShareFailure,
  saveReceivedShare,
  saveReceivedShareRemoved,
} from '../../store/share/shares.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { CurrentFramework, Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { keepRatings } from '../importing/keep-ratings.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS, PRECONDITION_WORDS, readSeen } from '../preconditions.ts'
import { refusalOfRevision } from '../saved-revision.ts'
import { plainText, uuid } from '../wire.ts'
import { receivedShare } from './share-wire.ts'
import { sha256 } from './shares.ts'

/** Characters of a file: five hundred long entries fit. */
const LONGEST_PAGE = 5_000_000

const pageField = z.string().max(LONGEST_PAGE, 'This file is longer than any that Skillmap writes.')
const lookedAt = z.strictObject({
  file: receivedShare.shape.file,
  personId: uuid
    .nullable()
    .openapi({ description: 'Somebody you keep under this name; null where there is nobody.' }),
  known: z.boolean().openapi({ description: 'You received this very file already.' }),
  ratings: z.number().int().min(0).openapi({ description: 'Levels that fit the framework in use.' }),
})

export function addReceivedShareRoutes(routes: Routes): void {
  addLook(routes)
  addList(routes)
  addReceive(routes)
  addRemove(routes)
}

function addLook(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/received-share-previews',
      tag: 'Sharing',
      summary: 'Look at a file that somebody handed over',
      description: 'Nothing in it is run, and nothing is kept.',
      access: { noun: 'receivedShare', action: 'receive' },
      body: z.strictObject({ page: pageField }),
      answers: { 200: { description: 'What is in it.', schema: lookedAt } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ body, services, signedIn }) => {
      const read = readSharePage(body.page, sha256)
      if (!read.ok) return fail(refuseField('page', read.failure))
      const file = read.value
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { framework } = await frameworkInUse(tx, services, signedIn.personId)
        const person = namedAlike(await listKeptPeople(tx), file.from)
        const { received } = await listReceivedShares(tx, signedIn.personId, null)
        const known = received.some((one) => one.file.id === file.id)
        const ratings = ownLevels(framework, file).length
        return succeed({ status: 200, body: { file, personId: person?.id ?? null, known, ratings } })
      })
    },
  )
}

const namedAlike = (people: readonly KeptPerson[], name: string) =>
  people.find(({ displayName }) => keyOf(displayName) === keyOf(name))

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/received-shares',
      tag: 'Sharing',
      summary: 'What others handed over to you',
      description: 'As it came, the latest first. It does not change, and nobody is told that you have it.',
      access: { noun: 'receivedShare', action: 'see' },
      query: z.strictObject({ person: uuid.optional() }),
      answers: {
        200: {
          description: 'The files.',
          schema: z.strictObject({ received: z.array(receivedShare), unreadable: z.number().int().min(0) }),
        },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const list = await listReceivedShares(tx, signedIn.personId, query.person ?? null)
        return succeed({ status: 200, body: { received: list.received, unreadable: list.unreadable.length } })
      }),
  )
}

function addReceive(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/received-shares',
      tag: 'Sharing',
      summary: 'Keep a file that somebody handed over',
      description:
        'Kept as it came, with one of the people you keep, or a new one under the name in the file or another that you give. What they say of their own levels becomes ratings by themselves, where the framework in use has these skills and levels.',
      access: { noun: 'receivedShare', action: 'receive' },
      body: z.strictObject({
        page: pageField,
        personId: uuid.nullable(),
        name: plainText(LONGEST_SHARE_NAME)
          .default('')
          .openapi({ description: 'What somebody new is called; where it is empty, as the file says.' }),
      }),
      headers: IDEMPOTENCY_WORDS,
      answers: {
        201: {
          description: 'The file, and how many ratings were kept.',
          schema: z.strictObject({ received: receivedShare, ratings: z.number().int().min(0) }),
        },
      },
      refusals: ['no-session', 'invalid', 'bad-header', 'key-reused', 'conflict'],
    },
    async ({ body, header, services, signedIn }) => {
      const read = readSharePage(body.page, sha256)
      if (!read.ok) return fail(refuseField('page', read.failure))
      const file = read.value
      const displayName = (body.name.trim() || file.from.trim()).replaceAll(/\s+/g, ' ')
      if (displayName === '' && body.personId === null)
        return fail(refuseField('personId', 'The file names nobody. Say who it is from.'))
      const asked = { file: file.id, personId: body.personId, name: body.name }
      return onceOnly(
        { header, services, viewer: signedIn.viewer },
        'POST /api/received-shares',
        asked,
        async (tx) => {
          const current = await frameworkInUse(tx, services, signedIn.personId)
          const person = await personOf(tx, services, {
            ...{ id: body.personId, displayName, role: file.role?.id ?? '', framework: current.framework },
          })
          if (person === null) return fail(refuseField('personId', 'You keep nobody with this id.'))
          const saved = await saveReceivedShare(
            tx,
            {
              id: services.newId(),
              revisionId: services.newId(),
              frameworkDigest: current.digest,
              receivedAt: tx.now,
              personId: person.id,
              file,
            },
            null,
          )
          if (!saved.ok) return fail(refusalOfSave(saved.failure))
          const ratings = await keepOwnLevels(tx, services, signedIn, { current, person, file })
          return succeed({ status: 201, body: { received: saved.value, ratings } })
        },
      )
    },
  )
}

async function personOf(
  tx: ViewerTransaction,
  services: Services,
  from: { id: string | null; displayName: string; role: string; framework: Framework },
): Promise<KeptPerson | null> {
  if (from.id !== null) return findKeptPerson(tx, from.id)
  const role = findRole(from.framework, from.role)?.id ?? null
  return saveKeptPerson(tx, {
    ...{ id: services.newId(), displayName: from.displayName, relation: 'report', role },
    revisionId: services.newId(),
  })
}

/** What the file says of levels, as far as skills and scale are those of this framework. */
function ownLevels(framework: Framework, file: ShareFile) {
  if (file.framework.id !== framework.id || file.framework.topLevel !== topLevel(framework)) return []
  return file.items.flatMap((item) =>
    item.kind === 'level' && item.own !== null && findSkill(framework, item.skill.id)?.private === false
      ? [{ skill: item.skill.id, ...item.own }]
      : [],
  )
}

async function keepOwnLevels(
  tx: ViewerTransaction,
  services: Services,
  signedIn: SignedIn,
  { current, person, file }: { current: CurrentFramework; person: KeptPerson; file: ShareFile },
): Promise<number> {
  const own = ownLevels(current.framework, file)
  if (own.length === 0) return 0
  const name = person.displayName
  const notes: PlannedNote[] = [...new Set(own.map(({ saidOn }) => saidOn))].map((ratedOn) => ({
    subject: name,
    rater: name,
    raterKind: 'self',
    ratedOn,
    ratings: own
      .filter(({ saidOn }) => saidOn === ratedOn)
      .map(({ skill, level, approaching }) => ({ skill, level, approaching })),
  }))
  const plan: BroughtPlan = {
    people: [{ name, who: person.id, ratings: own.length }],
    skills: [],
    asks: { rater: 'none', day: 'none' },
    notes,
    losses: [],
  }
  const me = { id: signedIn.personId, name: (await findPerson(tx, signedIn.personId))?.displayName ?? null }
  const into = {
    framework: current.framework,
    me,
    people: await listKeptPeople(tx),
    now: services.now().toISOString(),
  }
  const choices = { rater: 'themselves' as const, ratedOn: file.sharedOn, people: {}, skills: {} }
  const source = `${name}, shared on ${file.sharedOn}`
  const { brought } = await keepRatings({ tx, services, current, into, plan, choices, source })
  return brought.added.revisions.length
}

function addRemove(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/received-shares/{id}',
      tag: 'Sharing',
      summary: 'Take a received file away',
      description:
        'The ratings that it brought stay until they are taken back among the files you brought (POST /api/brought-ratings/{id}/undo).',
      access: { noun: 'receivedShare', action: 'remove' },
      params: z.strictObject({ id: uuid }),
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Taken away.', schema: null } },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    async ({ params, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const removal = { ...params, revisionId: services.newId() }
        const done = await saveReceivedShareRemoved(tx, removal, seen.value)
        return done.ok ? succeed({ status: 204 }) : fail(refusalOfSave(done.failure))
      })
    },
  )
}

function refusalOfSave(failure: SaveReceivedShareFailure): Refusal {
  const changed = 'There is no such file, or it was changed meanwhile.'
  return refusalOfRevision(failure, { none: changed, changed })
}
