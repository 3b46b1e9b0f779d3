// Packets: arranged from records, written on, kept as versions, and removed.
import { z } from '@hono/zod-openapi'
import { arrangePacket } from '../../core/packet/arrange-packet.ts'
import { packetFailure } from '../../core/packet/check-packet.ts'
import { withDisputes } from '../../core/packet/edit-packet.ts'
import { contentOf, type Packet, type PacketVersion } from '../../core/packet/packet.ts'
import { packetChanges } from '../../core/packet/packet-changes.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  findPacket,
  listPackets,
  listPacketVersions,
  removePacket,
  type SavePacketFailure,
  savePacket,
  savePacketVersion,
} from '../../store/packet/packets.ts'
import { listSaidOfRatings } from '../../store/packet/said-of-ratings.ts'
import { findTarget } from '../../store/plan/targets.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { frameworkAsked, loadGrowthBasis } from '../plan/growth-basis.ts'
import { NO_VERSION } from '../plan/plan.ts'
import { PRECONDITION_WORDS, readExpected, readSeen, tagOf } from '../preconditions.ts'
import { digest, uuid } from '../wire.ts'
import { loadPacketRecords } from './packet-records.ts'
import {
  type PacketSummary,
  packetCommandSchema,
  packetContent,
  packetListSchema,
  packetQuery,
  packetSchema,
  packetStateSchema,
  packetVersionSchema,
} from './packet-wire.ts'

/** Two hundred entries in full, in bytes. */
const MOST_BYTES = 8_000_000
const ONE = z.strictObject({ id: uuid.openapi({ description: 'Chosen by the writer.' }) })
const ONE_VERSION = z.strictObject({ id: uuid, version: uuid.openapi({ description: 'Its id.' }) })
const NOTHING_HERE = refuse('not-found', 'No packet of yours has this id.')
const CLOSED = refuse(
  'conflict',
  'This packet cannot be read: its key is missing. Put back the recovery sheet.',
)

export function addPacketRoutes(routes: Routes): void {
  addArrange(routes)
  addList(routes)
  addRead(routes)
  addSave(routes)
  addRemove(routes)
  addKeep(routes)
  addReadVersion(routes)
}

function addArrange(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/packet-arranged',
      tag: 'Your packets',
      summary: 'Your records, arranged for a role and a period',
      description:
        'A section for each skill that the role expects, with your evidence, the strongest first, what others said, and the level you last said. Nothing is written and nothing is kept.',
      access: { noun: 'packet', action: 'see' },
      query: packetQuery,
      answers: {
        200: {
          description: 'The packet as it would begin.',
          schema: z.strictObject({ frameworkDigest: digest, content: packetContent }),
        },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { personId } = signedIn
        const current = await frameworkAsked(tx, services, personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const target = await findTarget(tx, personId, current.digest)
        const basis = await loadGrowthBasis(tx, services, personId, current, target?.role)
        const { framework: _, ...asked } = query
        const records = await loadPacketRecords(tx, services, basis)
        const content = arrangePacket(current.framework, { ...asked, held: basis.role }, records)
        const failure = packetFailure(current.framework, content)
        if (failure !== null)
          return fail(refuse('invalid', failure.message, [{ field: failure.path, message: failure.message }]))
        return succeed({ status: 200, body: { frameworkDigest: current.digest, content } })
      }),
  )
}

function addList(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/packets',
      tag: 'Your packets',
      summary: 'The packets that you wrote',
      description: 'Saved last first, without their contents. Nobody else sees that there are any.',
      access: { noun: 'packet', action: 'see' },
      answers: { 200: { description: 'The list.', schema: packetListSchema } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { packets, unreadable } = await listPackets(tx, signedIn.personId)
        return succeed({ status: 200, body: { packets: packets.map(summaryOf), unreadable } })
      }),
  )
}

function summaryOf(packet: Packet): PacketSummary {
  const { id, revisionId, frameworkDigest, savedAt, purpose, role, title, from, until } = packet
  return { id, revisionId, frameworkDigest, savedAt, purpose, role, title, from, until }
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/packets/{id}',
      tag: 'Your packets',
      summary: 'One packet, and the versions that were kept of it',
      description:
        'ETag holds its revision, for changing it. What you say of a rating that it quotes is as you say it today.',
      access: { noun: 'packet', action: 'see' },
      params: ONE,
      answers: { 200: { description: 'The packet.', schema: packetStateSchema } },
      refusals: ['no-session', 'not-found', 'conflict'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const packet = await findPacket(tx, params.id)
        if (packet === null) return fail(NOTHING_HERE)
        if (!packet.ok) return fail(CLOSED)
        const { versions } = await listPacketVersions(tx, signedIn.personId, params.id)
        const said = await listSaidOfRatings(tx)
        const body = {
          packet: { ...packet.value, ...withDisputes(contentOf(packet.value), said) },
          versions: await linesOf(tx, services, versions),
        }
        return succeed({ status: 200, body, headers: { etag: tagOf(packet.value.revisionId) } })
      }),
  )
}

async function linesOf(tx: ViewerTransaction, services: Services, versions: readonly PacketVersion[]) {
  const lines = []
  for (const [index, version] of versions.entries()) {
    const before = versions[index - 1]
    const framework = await services.frameworks.findIn(tx, version.frameworkDigest)
    const changes =
      before === undefined || framework === null ? [] : packetChanges(framework, before, version)
    lines.push({ id: version.id, version: version.version, keptAt: version.keptAt, changes })
  }
  return lines
}

function addSave(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/packets/{id}',
      tag: 'Your packets',
      summary: 'Write a packet, or change it',
      description:
        'Send `If-None-Match: *` the first time and `If-Match` with the revision you have seen after that. The words lie encrypted in the database.',
      access: { noun: 'packet', action: 'change' },
      params: ONE,
      body: packetCommandSchema,
      headers: PRECONDITION_WORDS,
      mostBytes: MOST_BYTES,
      answers: {
        200: { description: 'The packet, changed. ETag holds its revision.', schema: packetSchema },
        201: { description: 'The packet, for the first time.', schema: packetSchema },
      },
      refusals: ['no-session', 'invalid', 'bad-header', 'no-precondition', 'stale', 'conflict', 'too-large'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const framework = await services.frameworks.findIn(tx, body.frameworkDigest)
        if (framework === null)
          return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
        const failure = packetFailure(framework, body.content)
        if (failure !== null) return fail(refuseField(`content/${failure.path}`, failure.message))
        const { revisionId, frameworkDigest, content } = body
        const packet = { ...content, id: params.id, revisionId, frameworkDigest }
        const saved = await savePacket(tx, packet, expected.value)
        if (!saved.ok) return fail(refusalOf(saved.failure))
        const headers = { etag: tagOf(saved.value.revisionId) }
        return succeed({ status: expected.value === null ? 201 : 200, body: saved.value, headers })
      })
    },
  )
}

function addRemove(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/packets/{id}',
      tag: 'Your packets',
      summary: 'Remove a packet with its versions',
      description: 'For good. The records that it was arranged from stay.',
      access: { noun: 'packet', action: 'remove' },
      params: ONE,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Removed.', schema: null } },
      refusals: ['no-session', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ params, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const done = await removePacket(tx, params.id, seen.value)
        return done.ok ? succeed({ status: 204 }) : fail(refusalOf(done.failure))
      })
    },
  )
}

function addKeep(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/packets/{id}/versions/{version}',
      tag: 'Your packets',
      summary: 'Keep a packet as it is now',
      description:
        'Adds a version that nothing changes, such as the one that is handed in; where the last one is the same, gives that one. The same id again is a retry. `If-Match` names the revision that is to be kept.',
      access: { noun: 'packet', action: 'keep' },
      params: ONE_VERSION,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 200: { description: 'What was kept.', schema: packetVersionSchema } },
      refusals: ['no-session', 'not-found', 'bad-header', 'no-precondition', 'stale', 'conflict', 'invalid'],
    },
    async ({ params, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const packet = await findPacket(tx, params.id)
        if (packet === null) return fail(NOTHING_HERE)
        if (!packet.ok) return fail(CLOSED)
        if (packet.value.revisionId !== seen.value)
          return fail(refusalOf({ kind: 'stale', current: packet.value }))
        const content = withDisputes(contentOf(packet.value), await listSaidOfRatings(tx))
        const kept = await savePacketVersion(tx, { ...packet.value, ...content }, params.version)
        return kept.ok ? succeed({ status: 200, body: kept.value }) : fail(refusalOf(kept.failure))
      })
    },
  )
}

function addReadVersion(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/packets/{id}/versions/{version}',
      tag: 'Your packets',
      summary: 'A version as it was kept',
      description: 'To read it, or to go back to it by saving its content.',
      access: { noun: 'packet', action: 'see' },
      params: ONE_VERSION,
      answers: { 200: { description: 'The version.', schema: packetVersionSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { versions } = await listPacketVersions(tx, signedIn.personId, params.id)
        const version = versions.find(({ id }) => id === params.version)
        return version === undefined ? fail(NOTHING_HERE) : succeed({ status: 200, body: version })
      }),
  )
}

function refusalOf(failure: SavePacketFailure): Refusal {
  if (failure.kind === 'id-taken')
    return refuseField('id', 'This id belongs to something else. Make a new one.')
  const detail =
    failure.current === null
      ? 'There is no such packet, or it cannot be read.'
      : 'This packet was changed meanwhile.'
  return { ...refuse('stale', detail), current: failure.current }
}
