// Share files: what can be chosen, the copy as it would be handed over, the record of it, and that it holds no longer.
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { monthAfter } from '../../core/forecast/calendar-words.ts'
import { followPlan } from '../../core/plan/follow-plan.ts'
import { addWeeks, quarterStart } from '../../core/plan/quarter-calendar.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  buildShare,
  everythingShareable,
  type ShareAddress,
  type ShareChoice,
  type ShareRecords,
  shareable,
} from '../../core/share/build-share.ts'
import { LONGEST_SHARE_NAME, LONGEST_SHARE_WORDS, MOST_SHARED } from '../../core/share/share.ts'
import { writeSharePage } from '../../core/share/share-page.ts'
import { findPerson } from '../../store/people.ts'
import { findShare, listShares, type SaveShareFailure, saveShare } from '../../store/share/shares.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { loadPacketRecords } from '../packet/packet-records.ts'
import { type GrowthBasis, loadGrowthBasis } from '../plan/growth-basis.ts'
import { PRECONDITION_WORDS, readExpected, readSeen, tagOf } from '../preconditions.ts'
import { refusalOfRevision } from '../saved-revision.ts'
import { plainText, uuid } from '../wire.ts'
import { everything, shareContent, shareRecord } from './share-wire.ts'

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const ONE = z.strictObject({ id: uuid })
const WEEKS_OF_A_QUARTER = 13
const NO_SUCH = refuse('not-found', 'You handed over nothing under this id.')

const chosen = z.array(z.string().max(200)).max(MOST_SHARED, `At most ${MOST_SHARED} can be read together.`)
const all = z.array(z.string())
/** What somebody chooses to show, and whom it is for. */
export const askedSchema = z.strictObject({
  from: plainText(LONGEST_SHARE_NAME).openapi({ description: 'How you call yourself in it.' }),
  to: plainText(LONGEST_SHARE_NAME).openapi({ description: 'Whom it is for.' }),
  words: plainText(LONGEST_SHARE_WORDS).default(''),
  role: z.boolean().default(false).openapi({ description: 'Whether the role you hold is in it.' }),
  choice: z.strictObject({ evidence: chosen, told: chosen, levels: chosen, areas: chosen }),
})
type Asked = z.output<typeof askedSchema>

const pageSchema = z.strictObject({
  content: shareContent,
  page: z.string().openapi({ description: 'The whole file, as HTML.' }),
})

export function addShareRoutes(routes: Routes): void {
  addChoices(routes)
  addPreview(routes)
  addMake(routes)
  addRead(routes)
  addEnd(routes)
}

function addChoices(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/shares',
      tag: 'Sharing',
      summary: 'What you can share, and what you handed over',
      description:
        'Private skills and answers of check-ins can never be chosen. A record holds the copy as it was handed over.',
      access: { noun: 'share', action: 'see' },
      answers: {
        200: {
          description:
            'What can be chosen: everything as it would look in a file, with ids. And earlier shares.',
          schema: z.strictObject({
            name: z.string().nullable(),
            choice: z.strictObject({ evidence: all, told: all, levels: all, areas: all }),
            content: everything,
            shares: z.array(shareRecord),
            unreadable: z.number().int().min(0),
          }),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { basis, records } = await loadShareRecords(tx, services, signedIn)
        const choice = shareable(basis.framework, records)
        const name = (await findPerson(tx, signedIn.personId))?.displayName ?? null
        const address = {
          from: name ?? '',
          to: '',
          words: '',
          sharedOn: tx.now.slice(0, 10),
          role: basis.role,
        }
        const content = everythingShareable(basis.framework, basis.digest, address, records)
        const { shares, unreadable } = await listShares(tx, signedIn.personId)
        const body = { name, choice, content, shares, unreadable: unreadable.length }
        return succeed({ status: 200, body })
      }),
  )
}

function addPreview(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/share-previews',
      tag: 'Sharing',
      summary: 'See exactly what would be handed over',
      description: 'Nothing is kept.',
      access: { noun: 'share', action: 'make' },
      body: askedSchema,
      answers: { 200: { description: 'The file.', schema: pageSchema } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { basis, records } = await loadShareRecords(tx, services, signedIn)
        const content = shareContentOf(tx, basis, body, records)
        if (!content.ok) return fail(refuseField(content.failure.path, content.failure.message))
        const page = writeSharePage(services.newId(), content.value, sha256)
        return succeed({ status: 200, body: { content: content.value, page } })
      }),
  )
}

function addMake(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/shares/{id}',
      tag: 'Sharing',
      summary: 'Make a file to hand over, and keep a record of it',
      description: 'A copy of today. Send `If-None-Match: *`.',
      access: { noun: 'share', action: 'make' },
      params: ONE,
      body: askedSchema.extend({ revisionId: uuid }),
      headers: PRECONDITION_WORDS,
      answers: {
        201: { description: 'The file, and its record.', schema: pageSchema.extend({ share: shareRecord }) },
      },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { basis, records } = await loadShareRecords(tx, services, signedIn)
        const content = shareContentOf(tx, basis, body, records)
        if (!content.ok) return fail(refuseField(content.failure.path, content.failure.message))
        const share = {
          ...params,
          revisionId: body.revisionId,
          frameworkDigest: basis.digest,
          sharedAt: tx.now,
          content: content.value,
          endedOn: null,
        }
        const saved = await saveShare(tx, share, expected.value)
        if (!saved.ok) return fail(refusalOfSave(saved.failure))
        const page = writeSharePage(params.id, saved.value.content, sha256)
        const headers = { etag: tagOf(saved.value.revisionId) }
        return succeed({ status: 201, body: { content: content.value, page, share: saved.value }, headers })
      })
    },
  )
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/shares/{id}',
      tag: 'Sharing',
      summary: 'The file of an earlier share, as it was handed over',
      description: 'Made again from the record.',
      access: { noun: 'share', action: 'see' },
      params: ONE,
      answers: {
        200: { description: 'The file, and its record.', schema: pageSchema.extend({ share: shareRecord }) },
      },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const share = await findShare(tx, params.id)
        if (share === null) return fail(NO_SUCH)
        const page = writeSharePage(share.id, share.content, sha256)
        const headers = { etag: tagOf(share.revisionId) }
        return succeed({ status: 200, body: { content: share.content, page, share }, headers })
      }),
  )
}

function addEnd(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/shares/{id}/end',
      tag: 'Sharing',
      summary: 'Note that a share holds no longer',
      description:
        'For your own record, and to be said to whoever has the file. It reaches no copy: a file that was handed over cannot be called back.',
      access: { noun: 'share', action: 'end' },
      params: ONE,
      body: z.strictObject({
        revisionId: uuid,
        ended: z.boolean().openapi({ description: 'False takes the note back.' }),
      }),
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 200: { description: 'The record.', schema: shareRecord } },
      refusals: ['no-session', 'not-found', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const share = await findShare(tx, params.id)
        if (share === null) return fail(NO_SUCH)
        const { version: _, ...rest } = share
        const next = {
          ...rest,
          revisionId: body.revisionId,
          endedOn: body.ended ? tx.now.slice(0, 10) : null,
        }
        const saved = await saveShare(tx, next, seen.value)
        if (!saved.ok) return fail(refusalOfSave(saved.failure))
        return succeed({ status: 200, body: saved.value, headers: { etag: tagOf(saved.value.revisionId) } })
      })
    },
  )
}

/** What can be chosen of the viewer's own, for a file or for a handover. */
export async function loadShareRecords(
  tx: ViewerTransaction,
  services: Services,
  { personId }: SignedIn,
): Promise<{ basis: GrowthBasis; records: ShareRecords }> {
  const basis = await loadGrowthBasis(tx, services, personId, await frameworkInUse(tx, services, personId))
  const records = await loadPacketRecords(tx, services, basis)
  return { basis, records: { ...records, plan: planOf(basis, tx.now.slice(0, 10)) } }
}

/** The plan as it stands today: quarters that are over, and steps that were reached since, are not what one works on. */
function planOf({ framework, kept, estimates }: GrowthBasis, today: string): ShareRecords['plan'] {
  if (kept === null) return null
  const plan = followPlan(framework, kept, estimates, today)
  return { plan, quarterNames: quarterNames(quarterStart(kept.startsOn, today), plan.quarters.length) }
}

function quarterNames(startsOn: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const first = addWeeks(startsOn, index * WEEKS_OF_A_QUARTER)
    return `${monthAfter(first, 0)} to ${monthAfter(first, WEEKS_OF_A_QUARTER - 1)}`
  })
}

/** The copy of what was chosen, or the first choice that cannot be in it. */
export function shareContentOf(
  tx: ViewerTransaction,
  { framework, digest, role }: GrowthBasis,
  { from, to, words, role: showsRole, choice }: Omit<Asked, 'choice'> & { choice: ShareChoice },
  records: ShareRecords,
): ReturnType<typeof buildShare> {
  const address: ShareAddress = {
    from,
    to,
    words,
    sharedOn: tx.now.slice(0, 10),
    role: showsRole ? role : null,
  }
  return buildShare(framework, digest, address, choice, records)
}

function refusalOfSave(failure: SaveShareFailure): Refusal {
  const changed = 'This share was changed meanwhile.'
  return refusalOfRevision(failure, { none: changed, changed })
}
