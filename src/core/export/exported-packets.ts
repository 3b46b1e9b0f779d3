// Packets as a part of a personal export.

import { z } from 'zod'
import type { Framework } from '../framework/framework.ts'
import { packetFailure } from '../packet/check-packet.ts'
import type { Packet, PacketVersion } from '../packet/packet.ts'
import { packetFields } from '../packet/packet-schema.ts'
import { digest, id, MOST, time } from './exported-assessment.ts'

/** Missing in exports from before there were any. */
export interface ExportedPackets {
  packets: Packet[]
  /** By packet, then oldest first. What could not be opened is among the records, as it is stored. */
  packetVersions: PacketVersion[]
}

const packet = z.object({
  ...packetFields,
  id,
  revisionId: id,
  frameworkDigest: digest,
  savedAt: time,
}) satisfies z.ZodType<Packet>

const version = z.object({
  ...packetFields,
  id,
  packetId: id,
  version: z.number().int().min(1),
  frameworkDigest: digest,
  keptAt: time,
}) satisfies z.ZodType<PacketVersion>

export const exportedPackets = {
  packets: z.array(packet).max(MOST).default([]),
  packetVersions: z.array(version).max(MOST).default([]),
}

interface Problem {
  pointer: string
  message: string
}

/** A version belongs to a packet of the same file, so that nothing comes in without what it is about. */
export function checkPackets({ packets, packetVersions }: ExportedPackets): Problem[] {
  const known = new Set(packets.map((one) => one.id))
  return packetVersions.flatMap(({ packetId }, index) =>
    known.has(packetId)
      ? []
      : [{ pointer: `/packetVersions/${index}/packetId`, message: 'this packet is not in the export' }],
  )
}

/** Roles, skills and levels that their framework version does not have, and links that are none. */
export function packetProblems(
  { packets, packetVersions }: ExportedPackets,
  frameworks: ReadonlyMap<string, Framework>,
): Problem[] {
  return Object.entries({ packets, packetVersions }).flatMap(([list, all]) =>
    all.flatMap((one, index): Problem[] => {
      const framework = frameworks.get(one.frameworkDigest)
      const failure = framework === undefined ? null : packetFailure(framework, one)
      return failure === null
        ? []
        : [{ pointer: `/${list}/${index}/${failure.path}`, message: failure.message }]
    }),
  )
}
