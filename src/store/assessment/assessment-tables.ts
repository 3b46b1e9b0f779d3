// The tables of assessments and ratings as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { BroughtRatings } from '../../core/importing/brought-ratings.ts'
import type { Json } from '../json-column.ts'

export interface AssessmentTable {
  org_id: string
  id: string
  owner_id: string
  subject_id: string
  rater_kind: 'self' | 'manager' | 'peer' | 'report' | 'client'
  framework_digest: string
  role: string
  audience: Generated<string>
  opened_at: string
  last_activity_at: string
  closed_at: string | null
  purpose: Generated<'development' | 'evaluation' | null>
  round_id: Generated<string | null>
  confidential: Generated<boolean>
  released_at: Generated<string | null>
  written_down: Generated<boolean>
}

export interface AssessmentRaterTable {
  org_id: string
  assessment_id: string
  owner_id: string
  audience: Generated<string>
  rater_id: string | null
}

export interface RatingRevisionTable {
  org_id: string
  revision_id: string
  assessment_id: string
  owner_id: string
  subject_id: string
  skill: string
  version: number
  replaces: string | null
  withdrawn: boolean
  level: number | null
  reason: 'not-seen' | 'not-needed' | 'cannot-tell' | null
  approaching: boolean
  behaviours: Json<string[]>
  confidence: 'low' | 'medium' | 'high' | null
  observed_on: string | null
  note: string
  audience: Generated<string>
  rated_at: string
  carried_from: string | null
  released_at: Generated<string | null>
}

export interface BroughtRatingsTable {
  org_id: string
  id: string
  owner_id: string
  source: string
  added: Json<BroughtRatings['added']>
  audience: Generated<string>
  made_at: string
  undone_at: string | null
}
