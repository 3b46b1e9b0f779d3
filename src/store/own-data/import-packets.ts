// Takes the packets of an export over, sealed anew with the key that is here.

import type { ExportedPackets } from '../../core/export/exported-packets.ts'
import { addPacketVersion, findPacket, packetRow } from '../packet/packets.ts'
import { textSealer } from '../private-text/private-text.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { Imported } from './import.ts'

/** A packet that is here stays as it is; versions that are missing are added. Null, or where an id is taken. */
export async function saveImportedPackets(
  tx: ViewerTransaction,
  personId: string,
  { packets, packetVersions }: ExportedPackets,
  result: Imported,
): Promise<string | null> {
  for (const [index, packet] of packets.entries()) {
    if ((await findPacket(tx, packet.id)) !== null) {
      result.kept.packets += 1
      continue
    }
    const added = await tx.db
      .insertInto('packet')
      .values(packetRow(tx.viewer.orgId, personId, packet, await textSealer(tx)))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) return `/packets/${index}`
    result.added.packets += 1
    const { id: objectId, revisionId } = packet
    tx.changes.push({ action: 'import', noun: 'packet', objectId, revisionId })
  }
  for (const version of packetVersions) {
    // Where its number is taken, another window kept something else under it: that stays.
    if (await addPacketVersion(tx, personId, version))
      tx.changes.push({
        action: 'import',
        noun: 'packet',
        objectId: version.packetId,
        revisionId: version.id,
      })
  }
  return null
}
