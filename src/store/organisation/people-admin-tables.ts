// The tables of keeping the list of people, as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { Effect } from '../../core/organisation/people-list.ts'
import type { Json } from '../json-column.ts'

export interface ListChangeTable {
  org_id: string
  id: string
  source: 'page' | 'file' | 'directory' | 'undo'
  label: string
  added_teams: Json<string[]>
  people: number
  made_by: string | null
  made_at: string
  undone_at: Generated<string | null>
}

export interface MemberChangeTable {
  org_id: string
  id: string
  owner_id: string
  change_id: string
  effects: Json<Effect[]>
  made_at: string
  audience: Generated<string>
}

export interface DirectoryEntryTable {
  org_id: string
  owner_id: string
  user_name: string | null
  external_id: string | null
  audience: Generated<string>
  updated_at: string
}

export interface DirectoryTokenTable {
  org_id: string
  id: string
  label: string
  token_hash: string
  made_by: string | null
  made_at: string
  last_used_at: Generated<string | null>
  ended_at: Generated<string | null>
}
