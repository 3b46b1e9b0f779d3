// Keeps a packet as a version, once what was typed is on disk; nothing new where the last version is the same.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, newId } from '../api.ts'
import { keepPacketVersion } from './api-packets.ts'
import type { PacketKeeper } from './packet-keeper.ts'
import { packetQuery } from './use-packet.ts'

/** Gives the number of the version; null where the packet could not be saved now, and then nothing is kept. */
export function useKeepVersion(packetId: string, keeper: PacketKeeper) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (): Promise<number | null> => {
      const revision = await keeper.settled()
      if (revision === null) return null
      // Whether the last version is the same only the server knows: what is said of a quoted rating is not in the packet.
      const kept = await keepPacketVersion(packetId, newId(), revision)
      if (!kept.ok) throw new ApiError(kept.failure)
      await queries.invalidateQueries(packetQuery(packetId))
      return kept.value.version
    },
  })
}
