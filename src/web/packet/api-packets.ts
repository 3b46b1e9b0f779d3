// The part of the program's API that is about packets.
import type {
  Packet,
  PacketContent,
  PacketPurpose,
  PacketVersion,
  UnreadablePacket,
} from '../../core/packet/packet.ts'
import type { Result } from '../../core/result.ts'
import { type Problem, precondition, read, send } from '../api.ts'

export type PacketSummary = Pick<
  Packet,
  'id' | 'revisionId' | 'frameworkDigest' | 'savedAt' | 'purpose' | 'role' | 'title' | 'from' | 'until'
>

export interface PacketVersionLine {
  id: string
  version: number
  keptAt: string
  changes: string[]
}

export interface PacketState {
  packet: Packet
  versions: PacketVersionLine[]
}

export interface PacketAsked {
  purpose: PacketPurpose
  role: string
  from: string
  until: string
  framework?: string
}

export function listPackets(): Promise<{ packets: PacketSummary[]; unreadable: UnreadablePacket[] }> {
  return read('/packets')
}

export function readPacket(id: string): Promise<PacketState> {
  return read(`/packets/${id}`)
}

/** The records as they are today, arranged. */
export function readArranged(
  asked: PacketAsked,
): Promise<Result<{ frameworkDigest: string; content: PacketContent }, Problem>> {
  return send(`/packet-arranged?${new URLSearchParams({ ...asked })}`)
}

export function savePacket(
  id: string,
  command: { revisionId: string; frameworkDigest: string; content: PacketContent },
  seen: string | null,
): Promise<Result<Packet, Problem>> {
  return send(`/packets/${id}`, { method: 'PUT', body: command, headers: precondition(seen) })
}

export function removePacket(id: string, seen: string): Promise<Result<void, Problem>> {
  return send(`/packets/${id}`, { method: 'DELETE', headers: precondition(seen) })
}

export function keepPacketVersion(
  id: string,
  version: string,
  seen: string,
): Promise<Result<PacketVersion, Problem>> {
  return send(`/packets/${id}/versions/${version}`, { method: 'PUT', headers: precondition(seen) })
}

export function readPacketVersion(id: string, version: string): Promise<PacketVersion> {
  return read(`/packets/${id}/versions/${version}`)
}
