// The tables of sealed rounds and of releases, as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { SealedContribution } from '../../core/measurement/sealed-contribution.ts'
import type { Purpose } from '../../core/round/round.ts'
import type { Block } from '../../core/sealing/block.ts'
import type { SkillQuality } from '../../core/sealing/framework-quality.ts'
import type { CellFigures } from '../../core/sealing/release.ts'
import type { Json } from '../json-column.ts'

export interface SealedContributionTable {
  org_id: string
  id: string
  owner_id: string
  round_id: string
  framework_digest: string
  purpose: Purpose
  content: Json<Omit<SealedContribution, 'closedOn'> | null>
  closed_on: string
  released_at: string
  audience: Generated<string>
}

export interface RaterStrictnessTable {
  org_id: string
  id: string
  owner_id: string
  sealed: string
  closed_on: string
  audience: Generated<string>
}

export interface RoundQualityTable {
  org_id: string
  round_id: string
  framework_digest: string
  content: Json<SkillQuality[]>
  closed_on: string
}

export interface ViewReleaseTable {
  org_id: string
  id: string
  number: number
  framework_digest: string
  purpose: string
  made_by: string | null
  released_at: string
}

export interface ReleaseCellTable {
  org_id: string
  release_id: string
  team: string
  path: string
  role: string
  figures: Json<Record<string, CellFigures>>
}

/** A block as it is kept: whose it is stands with each person, so that erasing them is enough. */
export type KeptBlock = Omit<Block, 'people'>

export interface ReleaseBlockTable {
  org_id: string
  skill: string
  release_id: string
  blocks: Json<KeptBlock[]>
}

export interface CountedPersonTable {
  org_id: string
  owner_id: string
  blocks: Json<Record<string, number>>
  audience: Generated<string>
}
