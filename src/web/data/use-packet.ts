// What the pages about packets read, and the keeper of the one that is open.
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Packet } from '../../core/packet/packet.ts'
import { newId } from '../api.ts'
import { listPackets, readPacket, savePacket } from '../api-packets.ts'
import { browserDrafts } from './drafts.ts'
import { type KeptPacket, PacketKeeper } from './packet-keeper.ts'

export const packetsQuery = queryOptions({ queryKey: ['packets'], queryFn: listPackets, staleTime: 0 })

export function packetQuery(id: string) {
  return queryOptions({ queryKey: ['packets', id], queryFn: () => readPacket(id), staleTime: 0 })
}

const TRY_AGAIN_MS = 5_000

/** Alive as long as the page of this packet. */
export function usePacketKeeper(packet: Packet): { keeper: PacketKeeper; kept: KeptPacket } {
  const queries = useQueryClient()
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
  const kept = useSyncExternalStore(keeper.subscribe, keeper.kept)
  useEffect(() => {
    keeper.flush()
    const timer = setInterval(keeper.flush, TRY_AGAIN_MS)
    addEventListener('online', keeper.flush)
    addEventListener('pagehide', keeper.flush)
    return () => {
      keeper.flush()
      clearInterval(timer)
      removeEventListener('online', keeper.flush)
      removeEventListener('pagehide', keeper.flush)
      void queries.invalidateQueries({ queryKey: ['packets'] })
    }
  }, [keeper, queries])
  return { keeper, kept }
}
