// The keeper of a packet that is open.
import { contentOf, type Packet, type PacketContent } from '../../core/packet/packet.ts'
import { ContentKeeper, type ContentTransport, type Kept } from '../data/content-keeper.ts'
import type { DraftStore } from '../data/drafts.ts'

export type KeptPacket = Kept<Packet, PacketContent>
type PacketTransport = ContentTransport<Packet, PacketContent>

export class PacketKeeper extends ContentKeeper<Packet, PacketContent> {
  constructor(options: {
    packet: Packet
    transport: PacketTransport
    drafts: DraftStore
    now?: () => number
  }) {
    const { packet, ...others } = options
    super({ ...others, noun: 'packet', item: packet, contentOf })
  }
}
