// The tables of framework versions, drafts and moves as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { RatingDecision } from '../../core/revision/carry-over-record.ts'
import type { Json } from '../json-column.ts'

export interface FrameworkVersionTable {
  org_id: string
  digest: string
  framework_id: string
  name: string
  version_label: string
  content: Json<unknown>
  first_used_at: string
}

export interface FrameworkPublicationTable {
  org_id: string
  digest: string
  framework_id: string
  published_at: string
  effective_from: string | null
  note: string
  approvers: Json<string[]>
  source: 'built-in' | 'imported' | 'edited'
  files_hash: string | null
}

export interface CarryOverTable {
  org_id: string
  id: string
  owner_id: string
  before_digest: string
  after_digest: string
  assessment_id: string | null
  decisions: Json<RatingDecision[]>
  audience: Generated<string>
  made_at: string
  undone_at: string | null
}

export interface DraftTable {
  org_id: string
  id: string
  owner_id: string
  framework_id: string
  audience: Generated<string>
  created_at: string
  ended_at: string | null
  digest: string | null
}

export interface DraftFileTable {
  org_id: string
  draft_id: string
  path: string
  owner_id: string
  revision_id: string
  content: string | null
  base_hash: string | null
  audience: Generated<string>
  updated_at: string
}

export interface CommentTable {
  org_id: string
  id: string
  draft_id: string
  owner_id: string
  skill: string
  level: number | null
  role: string | null
  content: string
  audience: Generated<string>
  written_at: string
  resolved_at: string | null
}
