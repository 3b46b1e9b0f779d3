// The tables of people who rate each other, as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { RaterKind } from '../../core/assessment/assessment.ts'
import type { AgreedLevel } from '../../core/round/agreement.ts'
import type { DisputeKind } from '../../core/round/dispute.ts'
import type { Side } from '../../core/round/opening.ts'
import type { Purpose } from '../../core/round/round.ts'
import type { Json } from '../json-column.ts'

export interface RoundTable {
  org_id: string
  id: string
  title: string
  purpose: Purpose
  confidential: boolean
  manager_sees: boolean
  framework_digest: string
  skills: Json<string[]>
  kinds: Json<RaterKind[]>
  starts_on: string
  ends_on: string
  started_by: string
  started_at: string
  closed_at: Generated<string | null>
}

export interface RoundSubjectTable {
  org_id: string
  id: string
  round_id: string
  owner_id: string
  agreed_by: Generated<string | null>
  agreed_at: Generated<string | null>
  audience: Generated<string>
}

export interface RoundRaterTable {
  org_id: string
  id: string
  round_id: string
  owner_id: string
  rater_id: string
  rater_kind: RaterKind
  proposed_by: string | null
  proposed_at: string
  ended_at: Generated<string | null>
  audience: Generated<string>
}

export interface AskTable {
  org_id: string
  id: string
  owner_id: string
  subject_id: string
  asked_by: string
  round_id: string | null
  rater_kind: RaterKind
  framework_digest: string
  skills: Json<string[]>
  purpose: Purpose
  confidential: boolean
  manager_sees: boolean
  blind_with: string | null
  note: string
  due_on: string
  asked_at: string
  assessment_id: Generated<string | null>
  answered_at: Generated<string | null>
  declined_at: Generated<string | null>
  ended_at: Generated<string | null>
  guesses: Json<Record<string, number>>
  audience: Generated<string>
}

export interface AskSentTable {
  org_id: string
  id: string
  owner_id: string
  subject_id: string
  rater_id: string
  skills: Json<string[]>
  purpose: Purpose
  note: string
  due_on: string
  sent_at: string
  audience: Generated<string>
}

export interface OpeningTable {
  org_id: string
  id: string
  owner_id: string
  subject_id: string
  round_id: string
  framework_digest: string
  purpose: Purpose
  content: Json<{ subject: Side; manager: Side }>
  opened_by: string
  opened_at: string
  audience: Generated<string>
}

export interface AgreementTable {
  org_id: string
  id: string
  owner_id: string
  subject_id: string
  version: number
  framework_digest: string
  purpose: Purpose
  items: Json<AgreedLevel[]>
  proposed_by: string
  proposed_at: string
  signed_at: Generated<string | null>
  audience: Generated<string>
}

export interface DisputeTable {
  org_id: string
  id: string
  owner_id: string
  rater_id: string
  assessment_id: string
  skill: string
  kind: DisputeKind
  words: string
  said_at: string
  ended_at: Generated<string | null>
  audience: Generated<string>
}
