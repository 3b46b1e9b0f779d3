// Every table by its name, as Kysely sees them; the SQL in migrations/ is the truth. What a row holds stands with its noun.

import type { Generated } from 'kysely'
import type { ReminderChoices } from '../core/reminder/reminder.ts'
import type {
  AssessmentRaterTable,
  AssessmentTable,
  BroughtRatingsTable,
  RatingRevisionTable,
} from './assessment/assessment-tables.ts'
import type { AuditTable, ErasureTable } from './audit/audit-tables.ts'
import type {
  CalibrationCaseTable,
  CalibrationReadingTable,
  CalibrationRoundTable,
  CalibrationScaleTable,
} from './calibration/calibration-tables.ts'
import type {
  CarryOverTable,
  CommentTable,
  DraftFileTable,
  DraftTable,
  FrameworkPublicationTable,
  FrameworkVersionTable,
} from './framework/framework-tables.ts'
import type { Json } from './json-column.ts'
import type { AgreedGrowthTable, OpportunityTable, WorkPartTable } from './opportunity/opportunity-tables.ts'
import type {
  AdminGrantTable,
  HeldRoleTable,
  InvitationTable,
  ManagementTable,
  TeamMemberTable,
  TeamTable,
  ViewSwitchTable,
} from './organisation/organisation-tables.ts'
import type {
  DirectoryEntryTable,
  DirectoryTokenTable,
  ListChangeTable,
  MemberChangeTable,
} from './organisation/people-admin-tables.ts'
import type { HeldAnswerTable, JoiningTable } from './person/joining-tables.ts'
import type {
  ForecastOutcomeTable,
  ForecastTable,
  PlanRevisionTable,
  ProgressRevisionTable,
} from './plan/growth-tables.ts'
import type { TargetRevisionTable, TargetTable } from './plan/target-tables.ts'
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
} from './private-text/private-tables.ts'
import type {
  AgreementTable,
  AskSentTable,
  AskTable,
  DisputeTable,
  OpeningTable,
  RoundRaterTable,
  RoundSubjectTable,
  RoundTable,
} from './round/round-tables.ts'
import type {
  CountedPersonTable,
  RaterStrictnessTable,
  ReleaseBlockTable,
  ReleaseCellTable,
  RoundQualityTable,
  SealedContributionTable,
  ViewReleaseTable,
} from './sealing/sealing-tables.ts'
import type { ExportNoticeTable, HandoverTable } from './share/handover-tables.ts'
import type {
  AccountEventTable,
  AccountTable,
  PasskeyTable,
  SignInAttemptTable,
  SignInCountTable,
} from './sign-in/identity-tables.ts'

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
  left_on: string | null
  closed_at: Generated<string | null>
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
  id: string | null
  browser: string | null
  proved_at: string | null
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
  team: TeamTable
  team_member: TeamMemberTable
  management: ManagementTable
  held_role: HeldRoleTable
  admin_grant: AdminGrantTable
  invitation: InvitationTable
  view_switch: ViewSwitchTable
  handover: HandoverTable
  export_notice: ExportNoticeTable
  joining: JoiningTable
  held_answer: HeldAnswerTable
  opportunity: OpportunityTable
  agreed_growth: AgreedGrowthTable
  work_part: WorkPartTable
  calibration_case: CalibrationCaseTable
  calibration_round: CalibrationRoundTable
  calibration_reading: CalibrationReadingTable
  calibration_scale: CalibrationScaleTable
  round: RoundTable
  round_subject: RoundSubjectTable
  round_rater: RoundRaterTable
  ask: AskTable
  ask_sent: AskSentTable
  opening: OpeningTable
  agreement: AgreementTable
  dispute: DisputeTable
  list_change: ListChangeTable
  member_change: MemberChangeTable
  directory_entry: DirectoryEntryTable
  directory_token: DirectoryTokenTable
  sealed_contribution: SealedContributionTable
  rater_strictness: RaterStrictnessTable
  round_quality: RoundQualityTable
  view_release: ViewReleaseTable
  release_cell: ReleaseCellTable
  release_block: ReleaseBlockTable
  counted_person: CountedPersonTable
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
  account: AccountTable
  passkey: PasskeyTable
  account_event: AccountEventTable
  sign_in_attempt: SignInAttemptTable
  sign_in_count: SignInCountTable
  audit: AuditTable
  erasure: ErasureTable
  idempotency: IdempotencyTable
  setting: SettingTable
}
