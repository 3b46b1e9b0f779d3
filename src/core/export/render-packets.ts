// Packets of a personal export as a page: each as it would be handed in to a manager.

import type { Framework } from '../framework/framework.ts'
import { documentMarkdown } from '../packet/document-markdown.ts'
import { writePacket } from '../packet/write-packet.ts'
import type { PersonalExport } from './personal-export.ts'

/** The state that holds; kept versions stay in the JSON. */
export function packetParts(data: PersonalExport, frameworks: ReadonlyMap<string, Framework>): string[] {
  const packets = (data.packets ?? []).flatMap((packet) => {
    const framework = frameworks.get(packet.frameworkDigest)
    if (framework === undefined) return []
    const document = writePacket(framework, packet, {
      audience: 'manager',
      name: data.person.displayName,
    })
    // Its headings stand below the one of the page.
    return [documentMarkdown(document).replace(/^#/gm, '###').trimEnd()]
  })
  return packets.length === 0 ? [] : ['## Packets for reviews', ...packets]
}
