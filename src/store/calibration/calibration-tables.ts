// The tables of calibration as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { CalibrationCase, KeptResult, OwnScale } from '../../core/calibration/calibration.ts'
import type { Json } from '../json-column.ts'

export interface CalibrationCaseTable {
  org_id: string
  id: string
  framework_id: string
  title: string
  content: string
  skills: Json<string[]>
  written_at: string
  ended_at: Generated<string | null>
}

export interface CalibrationRoundTable {
  org_id: string
  id: string
  framework_digest: string
  cases: Json<CalibrationCase[]>
  purpose: string
  opened_on: string
  closed_on: Generated<string | null>
  result: Json<KeptResult | null>
}

export interface CalibrationReadingTable {
  org_id: string
  id: string
  owner_id: string
  round_id: string
  case_id: string
  skill: string
  level: number
  audience: Generated<string>
}

export interface CalibrationScaleTable {
  org_id: string
  id: string
  owner_id: string
  round_id: string
  scale: Json<OwnScale>
  audience: Generated<string>
}
