// Packets: the state that holds is overwritten by whoever has seen it; versions are kept for good. The words are sealed.

import type { Selectable } from 'kysely'
import { packetRules } from '../../core/access/packet.ts'
import { canonicalJson } from '../../core/framework/canonical-json.ts'
import {
  contentOf,
  type Packet,
  type PacketContent,
  type PacketVersion,
  type UnreadablePacket,
} from '../../core/packet/packet.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { allowedBy, ownedRow } from '../access.ts'
import type { PacketTable, PacketVersionTable } from '../private-text/private-tables.ts'
import { type ReadText, type SealText, textReader, textSealer } from '../private-text/private-text.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'

export type SavePacketFailure =
  /** It was changed meanwhile, perhaps in another window; `current` is what holds now, null where nothing can be read. */
  | { kind: 'stale'; current: Packet | null }
  /** That id belongs to something else. */
  | { kind: 'id-taken' }

export interface ListedPackets {
  /** Saved last first. */
  packets: Packet[]
  unreadable: UnreadablePacket[]
}

export async function listPackets(tx: ViewerTransaction, personId: string): Promise<ListedPackets> {
  const rows = await tx.db
    .selectFrom('packet')
    .selectAll()
    .where(allowedBy(packetRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .execute()
  const read = await textReader(tx)
  const packets = rows.map((row) => asPacket(row, read))
  return {
    packets: packets.flatMap((one) => (one.ok ? [one.value] : [])),
    unreadable: packets.flatMap((one) => (one.ok ? [] : [one.failure])),
  }
}

/** Null where there is none; a failure where it cannot be read. */
export async function findPacket(
  tx: ViewerTransaction,
  id: string,
): Promise<Result<Packet, UnreadablePacket> | null> {
  const row = await findRow(tx, id)
  return row === undefined ? null : asPacket(row, await textReader(tx))
}

/** By packet, or with null of all packets of a person; the oldest first. Those that cannot be read are counted. */
export async function listPacketVersions(
  tx: ViewerTransaction,
  personId: string,
  packetId: string | null,
): Promise<{ versions: PacketVersion[]; unreadable: { revisionId: string }[] }> {
  const all = tx.db
    .selectFrom('packet_version')
    .selectAll()
    .where(allowedBy(packetRules.see, tx.viewer, ownedRow))
    .where('owner_id', '=', personId)
    .orderBy('packet_id')
    .orderBy('version')
  const rows = await (packetId === null ? all : all.where('packet_id', '=', packetId)).execute()
  const read = await textReader(tx)
  const versions = rows.map((row) => asVersion(row, read))
  return {
    versions: versions.flatMap((one) => (one.ok ? [one.value] : [])),
    unreadable: versions.flatMap((one) => (one.ok ? [] : [one.failure])),
  }
}

/**
 * Saves the viewer's packet over the revision that they have seen; null for the first. Saving the same revision id
 * again succeeds, so that a lost answer can be asked for again.
 */
export async function savePacket(
  tx: ViewerTransaction,
  packet: Omit<Packet, 'savedAt'>,
  expectedRevisionId: string | null,
): Promise<Result<Packet, SavePacketFailure>> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor has no packet.')
  const known = await findRow(tx, packet.id)
  if (known?.revision_id === packet.revisionId) {
    const same = asPacket(known, await textReader(tx))
    return same.ok ? succeed(same.value) : fail({ kind: 'stale', current: null })
  }
  const saved: Packet = { ...packet, savedAt: tx.now }
  const isSaved =
    expectedRevisionId === null
      ? await addRow(tx, ownerId, saved)
      : await changeRow(tx, saved, expectedRevisionId)
  if (!isSaved) {
    const current = await findPacket(tx, packet.id)
    if (current === null && expectedRevisionId === null) return fail({ kind: 'id-taken' })
    return fail({ kind: 'stale', current: current?.ok ? current.value : null })
  }
  const action = expectedRevisionId === null ? 'add' : 'change'
  tx.changes.push({ action, noun: 'packet', objectId: packet.id, revisionId: packet.revisionId })
  return succeed(saved)
}

async function addRow(tx: ViewerTransaction, ownerId: string, packet: Packet): Promise<boolean> {
  const added = await tx.db
    .insertInto('packet')
    .values(packetRow(tx.viewer.orgId, ownerId, packet, await textSealer(tx)))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

async function changeRow(tx: ViewerTransaction, packet: Packet, expected: string): Promise<boolean> {
  const seal = await textSealer(tx)
  const changed = await tx.db
    .updateTable('packet')
    .set({
      revision_id: packet.revisionId,
      framework_digest: packet.frameworkDigest,
      sealed: seal({ table: 'packet', rowId: packet.revisionId }, contentOf(packet)),
      saved_at: packet.savedAt,
    })
    .where(allowedBy(packetRules.change, tx.viewer, ownedRow))
    .where('id', '=', packet.id)
    .where('revision_id', '=', expected)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/**
 * Keeps the packet as it is, under an id that the writer chose; the same id again is a retry. Where the last version is
 * the same, that one is given back and nothing is added.
 */
export async function savePacketVersion(
  tx: ViewerTransaction,
  packet: Packet,
  versionId: string,
): Promise<Result<PacketVersion, SavePacketFailure>> {
  const ownerId = tx.viewer.personId
  if (ownerId === null) throw new Error('A visitor has no packet.')
  const { versions, unreadable } = await listPacketVersions(tx, ownerId, packet.id)
  const known = versions.find(({ id }) => id === versionId)
  if (known !== undefined) return succeed(known)
  const last = versions.at(-1)
  if (last !== undefined && isSame(last, packet)) return succeed(last)
  const kept: PacketVersion = {
    ...contentOf(packet),
    id: versionId,
    packetId: packet.id,
    version: versions.length + unreadable.length + 1,
    frameworkDigest: packet.frameworkDigest,
    keptAt: tx.now,
  }
  if (!(await addPacketVersion(tx, ownerId, kept))) return fail({ kind: 'id-taken' })
  tx.changes.push({ action: 'add', noun: 'packet', objectId: packet.id, revisionId: versionId })
  return succeed(kept)
}

function isSame(kept: PacketVersion, packet: Packet): boolean {
  const of = (one: PacketVersion | Packet) => canonicalJson([one.frameworkDigest, contentOf(one)])
  return of(kept) === of(packet)
}

/** Adds a version as it is; false where its id or its number is there already. */
export async function addPacketVersion(
  tx: ViewerTransaction,
  ownerId: string,
  version: PacketVersion,
): Promise<boolean> {
  const seal = await textSealer(tx)
  const added = await tx.db
    .insertInto('packet_version')
    .values({
      org_id: tx.viewer.orgId,
      id: version.id,
      packet_id: version.packetId,
      owner_id: ownerId,
      version: version.version,
      framework_digest: version.frameworkDigest,
      sealed: seal({ table: 'packet_version', rowId: version.id }, contentOf(version)),
      kept_at: version.keptAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Removes the viewer's packet with all its versions. Removing what is gone is done already. */
export async function removePacket(
  tx: ViewerTransaction,
  id: string,
  seenRevisionId: string,
): Promise<Result<null, SavePacketFailure>> {
  const row = await findRow(tx, id)
  if (row === undefined) return succeed(null)
  if (row.revision_id !== seenRevisionId) {
    const current = asPacket(row, await textReader(tx))
    return fail({ kind: 'stale', current: current.ok ? current.value : null })
  }
  await tx.db
    .deleteFrom('packet_version')
    .where(allowedBy(packetRules.remove, tx.viewer, ownedRow))
    .where('packet_id', '=', id)
    .execute()
  await tx.db
    .deleteFrom('packet')
    .where(allowedBy(packetRules.remove, tx.viewer, ownedRow))
    .where('id', '=', id)
    .execute()
  tx.changes.push({ action: 'remove', noun: 'packet', objectId: id, revisionId: seenRevisionId })
  return succeed(null)
}

/** The row of a packet, for saving and for importing. */
export function packetRow(orgId: string, ownerId: string, packet: Packet, seal: SealText) {
  return {
    org_id: orgId,
    id: packet.id,
    owner_id: ownerId,
    revision_id: packet.revisionId,
    framework_digest: packet.frameworkDigest,
    sealed: seal({ table: 'packet', rowId: packet.revisionId }, contentOf(packet)),
    created_at: packet.savedAt,
    saved_at: packet.savedAt,
  }
}

function findRow(tx: ViewerTransaction, id: string): Promise<Selectable<PacketTable> | undefined> {
  return tx.db
    .selectFrom('packet')
    .selectAll()
    .where(allowedBy(packetRules.see, tx.viewer, ownedRow))
    .where('id', '=', id)
    .executeTakeFirst()
}

function asPacket(row: Selectable<PacketTable>, read: ReadText): Result<Packet, UnreadablePacket> {
  const content = read<PacketContent>({ table: 'packet', rowId: row.revision_id }, row.sealed)
  if (!content.ok) return fail({ id: row.id, revisionId: row.revision_id, why: content.failure })
  return succeed({
    ...content.value,
    id: row.id,
    revisionId: row.revision_id,
    frameworkDigest: row.framework_digest,
    savedAt: row.saved_at,
  })
}

function asVersion(
  row: Selectable<PacketVersionTable>,
  read: ReadText,
): Result<PacketVersion, { revisionId: string }> {
  const content = read<PacketContent>({ table: 'packet_version', rowId: row.id }, row.sealed)
  if (!content.ok) return fail({ revisionId: row.id })
  return succeed({
    ...content.value,
    id: row.id,
    packetId: row.packet_id,
    version: row.version,
    frameworkDigest: row.framework_digest,
    keptAt: row.kept_at,
  })
}
