// The tables of upcoming work as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { ExercisedSkill, GrowthArea, OpportunityKind, Work } from '../../core/opportunity/opportunity.ts'
import type { Json } from '../json-column.ts'

export interface OpportunityTable {
  org_id: string
  id: string
  owner_id: string
  revision_id: string
  framework_digest: string
  title: string
  about: string
  kind: OpportunityKind
  quarter: string
  people: number
  tenths: number
  skills: Json<ExercisedSkill[]>
  shown: boolean
  tried: Json<{ with: string[]; without: string[] }>
  saved_at: string
  removed_at: string | null
  audience: Generated<string>
}

export interface AgreedGrowthTable {
  org_id: string
  id: string
  owner_id: string
  manager_id: string
  framework_digest: string
  areas: Json<GrowthArea[]>
  tenths: number
  agreed_on: string
  ended_on: Generated<string | null>
  note: Generated<string>
  saved_at: string
  audience: Generated<string>
}

export interface WorkPartTable {
  org_id: string
  id: string
  owner_id: string
  manager_id: string
  opportunity_id: string | null
  stage: 'shown' | 'given'
  work: Json<Work>
  why: Json<string[]>
  since_on: string
  until_on: Generated<string | null>
  wished_at: Generated<string | null>
  note: Generated<string>
  audience: Generated<string>
}
