// The tables whose words are sealed, as Kysely sees them. Those of sealed-revisions.ts have one form, and few columns of their own.

import type { Generated } from 'kysely'

/** The columns that every table of sealed revisions has. Its own open columns, such as a day, come to these. */
export interface SealedColumns {
  org_id: string
  owner_id: string
  id: string
  revision_id: string
  version: number
  replaces: string | null
  withdrawn: boolean
  framework_digest: string
  sealed: string
}

interface SealedTable extends SealedColumns {
  audience: Generated<string>
}

export interface EvidenceRevisionTable extends SealedTable {
  happened_on: string
  written_at: string
}

export interface FeedbackRevisionTable extends SealedTable {
  said_on: string
  recorded_at: string
}

export interface FeedbackDraftRevisionTable extends SealedTable {
  written_at: string
}

export interface ConversationRevisionTable extends SealedTable {
  held_on: string
  written_at: string
}

export interface ShareRevisionTable extends SealedTable {
  shared_at: string
}

export interface ReceivedShareRevisionTable extends SealedTable {
  subject_id: string
  received_at: string
}

export interface PacketTable {
  org_id: string
  id: string
  owner_id: string
  revision_id: string
  framework_digest: string
  sealed: string
  audience: Generated<string>
  created_at: string
  saved_at: string
}

export interface PacketVersionTable {
  org_id: string
  id: string
  packet_id: string
  owner_id: string
  version: number
  framework_digest: string
  sealed: string
  audience: Generated<string>
  kept_at: string
}

export interface CheckInRevisionTable {
  org_id: string
  owner_id: string
  revision_id: string
  week: string
  version: number
  replaces: string | null
  withdrawn: Generated<boolean>
  sealed: string
  audience: Generated<string>
  checked_in_at: string
}
