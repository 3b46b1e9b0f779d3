// A handover: a dated copy of chosen items that one person of an organisation gives another to read, until it is withdrawn.
import type { ShareContent, SharedSkill } from '../share/share.ts'

export interface HandoverContent extends ShareContent {
  /** The roles that the person would like to come to, if they chose to say so; empty otherwise. */
  destinations: SharedSkill[]
}

export interface Handover {
  id: string
  ownerId: string
  recipientId: string
  frameworkDigest: string
  content: HandoverContent
  handedOverAt: string
  /** When the owner took it back: from then on the recipient reads it no more. */
  withdrawnAt: string | null
}
