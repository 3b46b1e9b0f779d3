// The tables as Kysely sees them; the SQL in migrations/ is the truth. Growth and sealed words have files of their own.

import type { ColumnType, Generated } from 'kysely'
import type { BroughtRatings } from '../core/importing/brought-ratings.ts'
import type { ReminderChoices } from '../core/reminder/reminder.ts'
import type { RatingDecision } from '../core/revision/carry-over-record.ts'
import type {
  ForecastOutcomeTable,
  ForecastTable,
  PlanRevisionTable,
  ProgressRevisionTable,
} from './growth-tables.ts'
import type { Json } from './json-column.ts'
import type {
  CheckInRevisionTable,
  ConversationRevisionTable,
  EvidenceRevisionTable,
  FeedbackDraftRevisionTable,
  FeedbackRevisionTable,
  PacketTable,
  PacketVersionTable,
  ReceivedShareRevisionTable,
  ShareRevisionTable,
} from './private-tables.ts'

type Seq = ColumnType<number, number, never>

interface OrgTable {
  org_id: string
  name: string | null
  created_at: Generated<string>
}

export interface PersonTable {
  org_id: string
  id: string
  display_name: string | null
  audience: Generated<string>
  created_at: Generated<string>
  keeper_id: string | null
  relation: 'report' | 'peer' | 'manager' | 'client' | null
  role: string | null
  revision_id: string | null
}

interface FrameworkVersionTable {
  org_id: string
  digest: string
  framework_id: string
  name: string
  version_label: string
  content: Json<unknown>
  first_used_at: string
}

interface FrameworkPublicationTable {
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

interface TargetTable {
  org_id: string
  owner_id: string
  audience: Generated<string>
  created_at: string
}

interface TargetRevisionTable {
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
}

interface AssessmentRaterTable {
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

interface KeyTable {
  org_id: string
  id: string
  owner_id: string
  purpose: string
  wrapped_key: string
  audience: Generated<string>
  created_at: string
}

interface ReminderTable {
  org_id: string
  owner_id: string
  revision_id: string
  choices: Json<ReminderChoices>
  token_hash: Generated<string | null>
  audience: Generated<string>
  changed_at: string
}

interface SessionTable {
  org_id: string
  token_hash: string
  owner_id: string
  audience: Generated<string>
  created_at: string
  last_seen_at: string
  expires_at: string
}

interface AuditTable {
  org_id: string
  seq: Seq
  at: string
  actor_id: string | null
  action: string
  noun: string
  object_id: string
  revision_id: string | null
  previous_hash: string
  hash: string
}

interface IdempotencyTable {
  org_id: string
  owner_id: string
  key: string
  request_hash: string
  status: number
  response: Json<unknown>
  audience: Generated<string>
  created_at: string
}

interface SettingTable {
  org_id: string
  owner_id: string
  name: string
  value: Json<unknown>
  audience: Generated<string>
  updated_at: string
}

export interface Tables {
  org: OrgTable
  person: PersonTable
  framework_version: FrameworkVersionTable
  framework_publication: FrameworkPublicationTable
  target: TargetTable
  target_revision: TargetRevisionTable
  current_target: TargetRevisionTable
  assessment: AssessmentTable
  assessment_rater: AssessmentRaterTable
  rating_revision: RatingRevisionTable
  current_rating: RatingRevisionTable
  carry_over: CarryOverTable
  draft: DraftTable
  draft_file: DraftFileTable
  comment: CommentTable
  brought_ratings: BroughtRatingsTable
  plan_revision: PlanRevisionTable
  current_plan: PlanRevisionTable
  progress_revision: ProgressRevisionTable
  current_progress: ProgressRevisionTable
  forecast: ForecastTable
  forecast_outcome: ForecastOutcomeTable
  evidence_revision: EvidenceRevisionTable
  feedback_draft_revision: FeedbackDraftRevisionTable
  current_feedback_draft: FeedbackDraftRevisionTable
  share_revision: ShareRevisionTable
  current_share: ShareRevisionTable
  received_share_revision: ReceivedShareRevisionTable
  current_received_share: ReceivedShareRevisionTable
  current_evidence: EvidenceRevisionTable
  feedback_revision: FeedbackRevisionTable
  current_feedback: FeedbackRevisionTable
  conversation_revision: ConversationRevisionTable
  current_conversation: ConversationRevisionTable
  packet: PacketTable
  packet_version: PacketVersionTable
  key: KeyTable
  check_in_revision: CheckInRevisionTable
  current_check_in: CheckInRevisionTable
  reminder: ReminderTable
  session: SessionTable
  audit: AuditTable
  idempotency: IdempotencyTable
  setting: SettingTable
}
