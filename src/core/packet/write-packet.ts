// The forms in which a packet is handed in: the same items in another order, another choice, under other labels.

import type { Framework } from '../framework/framework.ts'
import type { PacketContent } from './packet.ts'
import type { PacketDocument } from './packet-document.ts'
import { writeForCv } from './write-cv.ts'
import { writeForDirector } from './write-director.ts'
import { writeForManager } from './write-manager.ts'
import { writePlainly } from './write-plain.ts'

export const AUDIENCES = ['manager', 'director', 'cv', 'plain'] as const
export type Audience = (typeof AUDIENCES)[number]

const WRITERS = {
  manager: writeForManager,
  director: writeForDirector,
  cv: writeForCv,
  plain: writePlainly,
} satisfies Record<Audience, unknown>

/** `name`: whose packet it is, where they have said. */
export function writePacket(
  framework: Framework,
  packet: PacketContent,
  { audience, name }: { audience: Audience; name: string | null },
): PacketDocument {
  return WRITERS[audience](framework, packet, name)
}
