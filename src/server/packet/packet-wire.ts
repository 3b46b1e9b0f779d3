// The shapes of packets on the wire.
import { z } from '@hono/zod-openapi'
import type { Packet, PacketVersion, UnreadablePacket } from '../../core/packet/packet.ts'
import { packetContentSchema, packetFields } from '../../core/packet/packet-schema.ts'
import { day, digest, fromCore, moment, slug, uuid } from '../wire.ts'

export const packetContent = fromCore(packetContentSchema).openapi('PacketContent', {
  description:
    'A section for each expected skill: what was done, what others said, the level that is claimed and the likely range. Copied from records on the day it was arranged.',
})

export const packetSchema = z
  .strictObject({ ...packetFields, id: uuid, revisionId: uuid, frameworkDigest: digest, savedAt: moment })
  .openapi('Packet') satisfies z.ZodType<Packet>

export const packetCommandSchema = z.strictObject({
  revisionId: uuid.openapi({
    description: 'Chosen by the writer. Sending the same one again is a retry and changes nothing.',
  }),
  frameworkDigest: digest,
  content: packetContent,
})

export const packetVersionSchema = z
  .strictObject({
    ...packetFields,
    id: uuid,
    packetId: uuid,
    version: z.number().int().min(1),
    frameworkDigest: digest,
    keptAt: moment,
  })
  .openapi('PacketVersion') satisfies z.ZodType<PacketVersion>

/** A packet in a list. */
export type PacketSummary = Pick<
  Packet,
  'id' | 'revisionId' | 'frameworkDigest' | 'savedAt' | 'purpose' | 'role' | 'title' | 'from' | 'until'
>

const summary = z
  .strictObject({
    id: uuid,
    revisionId: uuid,
    frameworkDigest: digest,
    savedAt: moment,
    purpose: packetFields.purpose,
    role: packetFields.role,
    title: packetFields.title,
    from: day,
    until: day,
  })
  .openapi('PacketSummary') satisfies z.ZodType<PacketSummary>

const unreadable = z.strictObject({
  id: uuid,
  revisionId: uuid,
  why: z.enum(['key-missing', 'damaged']),
}) satisfies z.ZodType<UnreadablePacket>

export const packetListSchema = z.strictObject({
  packets: z.array(summary),
  unreadable: z.array(unreadable).openapi({ description: 'Packets whose words cannot be opened.' }),
})

/** What is said of a kept state without giving it. */
export interface PacketVersionLine {
  id: string
  version: number
  keptAt: string
  /** Since the version before. */
  changes: string[]
}

export const packetStateSchema = z.strictObject({
  packet: packetSchema,
  versions: z.array(
    z.strictObject({
      id: uuid,
      version: z.number().int().min(1),
      keptAt: moment,
      changes: z
        .array(z.string())
        .openapi({ description: 'What is other than in the version before, in sentences.' }),
    }) satisfies z.ZodType<PacketVersionLine>,
  ),
})

export const packetQuery = z.strictObject({
  purpose: packetFields.purpose.default('review'),
  role: slug.openapi({ description: 'The role whose expectations it is held against.' }),
  from: day.openapi({ description: 'First day of the period.' }),
  until: day.openapi({ description: 'Last day of the period.' }),
  framework: digest.optional().openapi({ description: 'This version instead of the one in use.' }),
})
