// The tables of where people are and may want to go, as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { Json } from '../json-column.ts'

export interface TargetTable {
  org_id: string
  owner_id: string
  audience: Generated<string>
  created_at: string
}

export interface TargetRevisionTable {
  org_id: string
  owner_id: string
  revision_id: string
  version: number
  replaces: string | null
  framework_digest: string
  role: string
  destinations: Json<string[]>
  audience: Generated<string>
  updated_at: string
}
