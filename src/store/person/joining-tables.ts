// The tables of people who were kept and are members now, as Kysely sees them; the SQL in migrations/ is the truth.

import type { ColumnType, Generated } from 'kysely'
import type { HeldWish, NamedRecord } from '../../core/person/joining.ts'
import type { Json } from '../json-column.ts'

export interface JoiningTable {
  org_id: string
  id: string
  owner_id: string
  subject_id: string
  kept_id: string
  named: Json<NamedRecord[]>
  named_at: string
  audience: Generated<string>
  linked_at: string
}

export interface HeldAnswerTable {
  org_id: string
  id: string
  owner_id: string
  keeper_id: string
  joining_id: string
  assessment_id: string | null
  skill: string | null
  record_id: string | null
  kind: 'claimed' | 'objected'
  wish: HeldWish | null
  words: string
  said_at: string
  ended_at: Generated<string | null>
  reply: Generated<string | null>
  replied_at: Generated<string | null>
  removed_at: Generated<string | null>
  claimed_id: ColumnType<string | null, string | null | undefined, never>
  audience: Generated<string>
}
