// What the pages about packets read, and the keeper of the one that is open.
import { queryOptions } from '@tanstack/react-query'
import { useState } from 'react'
import type { Packet } from '../../core/packet/packet.ts'
import { newId } from '../api.ts'
import { browserDrafts } from '../data/drafts.ts'
import { useKept } from '../data/use-content-keeper.ts'
import { listPackets, readPacket, savePacket } from './api-packets.ts'
import { type KeptPacket, PacketKeeper } from './packet-keeper.ts'

export const packetsQuery = queryOptions({ queryKey: ['packets'], queryFn: listPackets })

export function packetQuery(id: string) {
  return queryOptions({ queryKey: ['packets', id], queryFn: () => readPacket(id) })
}

/** Alive as long as the page of this packet. */
export function usePacketKeeper(packet: Packet): { keeper: PacketKeeper; kept: KeptPacket } {
  const { id, frameworkDigest } = packet
  const [keeper] = useState(
    () =>
      new PacketKeeper({
        packet,
        drafts: browserDrafts,
        transport: {
          save: (content, revisionId, base) => savePacket(id, { revisionId, frameworkDigest, content }, base),
          newId,
        },
      }),
  )
  return { keeper, kept: useKept(keeper, ['packets']) }
}
