// What a route does to whose data: every route names one rule of core/access, and is walked by a test.
import { accountRules, passkeyRules, sessionRules } from '../core/access/account.ts'
import { adminGrantRules } from '../core/access/admin-grant.ts'
import { agreementRules } from '../core/access/agreement.ts'
import { asSeenByRules } from '../core/access/as-seen-by.ts'
import { askRules, askSentRules } from '../core/access/ask.ts'
import { assessmentRules } from '../core/access/assessment.ts'
import { auditRules } from '../core/access/audit.ts'
import { backupRules } from '../core/access/backup.ts'
import { calibrationReadingRules, calibrationRules } from '../core/access/calibration.ts'
import { captureRules } from '../core/access/capture.ts'
import { carryOverRules } from '../core/access/carry-over.ts'
import { checkInRules } from '../core/access/check-in.ts'
import { commentRules } from '../core/access/comment.ts'
import { conversationRules } from '../core/access/conversation.ts'
import { directoryTokenRules } from '../core/access/directory-token.ts'
import { draftRules } from '../core/access/draft.ts'
import { erasureRules } from '../core/access/erasure.ts'
import { evidenceRules } from '../core/access/evidence.ts'
import { exportNoticeRules } from '../core/access/export-notice.ts'
import { feedbackRules } from '../core/access/feedback.ts'
import { feedbackDraftRules } from '../core/access/feedback-draft.ts'
import { forecastRules } from '../core/access/forecast.ts'
import { frameworkRules } from '../core/access/framework.ts'
import { handoverRules } from '../core/access/handover.ts'
import { heldItemRules } from '../core/access/held-item.ts'
import { invitationRules } from '../core/access/invitation.ts'
import { joiningRules } from '../core/access/joining.ts'
import { keptPersonRules } from '../core/access/kept-person.ts'
import { keyRules } from '../core/access/key.ts'
import { longViewRules } from '../core/access/long-view.ts'
import { memberRules } from '../core/access/member.ts'
import { memberRecordRules } from '../core/access/member-record.ts'
import { openingRules } from '../core/access/opening.ts'
import { opportunityRules, ownWorkRules } from '../core/access/opportunity.ts'
import { packetRules } from '../core/access/packet.ts'
import { personRules } from '../core/access/person.ts'
import { planRules } from '../core/access/plan.ts'
import { plateauRules } from '../core/access/plateau.ts'
import { preparationRules } from '../core/access/preparation.ts'
import { progressRules } from '../core/access/progress.ts'
import { ratingRules } from '../core/access/rating.ts'
import { releaseRules } from '../core/access/release.ts'
import { reminderRules } from '../core/access/reminder.ts'
import { roundRules } from '../core/access/round.ts'
import { type AccessFacts, evaluateRule, type Rule } from '../core/access/rule.ts'
import { sealedContributionRules } from '../core/access/sealed-contribution.ts'
import { receivedShareRules, shareRules } from '../core/access/share.ts'
import { sheetRules } from '../core/access/sheet.ts'
import { skillLinkRules } from '../core/access/skill-link.ts'
import { targetRules } from '../core/access/target.ts'
import { teamRules } from '../core/access/team.ts'
import { teamMapRules } from '../core/access/team-map.ts'
import { viewSwitchRules } from '../core/access/view-switch.ts'
import type { Viewer } from '../core/access/viewer.ts'
import type { Assessment } from '../core/assessment/assessment.ts'
import { type Refusal, refuse } from './errors.ts'

export const accessRules = {
  account: accountRules,
  passkey: passkeyRules,
  session: sessionRules,
  adminGrant: adminGrantRules,
  exportNotice: exportNoticeRules,
  handover: handoverRules,
  heldItem: heldItemRules,
  invitation: invitationRules,
  joining: joiningRules,
  member: memberRules,
  memberRecord: memberRecordRules,
  directoryToken: directoryTokenRules,
  sheet: sheetRules,
  preparation: preparationRules,
  team: teamRules,
  teamMap: teamMapRules,
  viewSwitch: viewSwitchRules,
  round: roundRules,
  ask: askRules,
  askSent: askSentRules,
  asSeenBy: asSeenByRules,
  opening: openingRules,
  agreement: agreementRules,
  assessment: assessmentRules,
  audit: auditRules,
  backup: backupRules,
  calibration: calibrationRules,
  calibrationReading: calibrationReadingRules,
  capture: captureRules,
  carryOver: carryOverRules,
  checkIn: checkInRules,
  comment: commentRules,
  conversation: conversationRules,
  draft: draftRules,
  erasure: erasureRules,
  evidence: evidenceRules,
  feedback: feedbackRules,
  feedbackDraft: feedbackDraftRules,
  share: shareRules,
  receivedShare: receivedShareRules,
  forecast: forecastRules,
  framework: frameworkRules,
  keptPerson: keptPersonRules,
  key: keyRules,
  opportunity: opportunityRules,
  ownWork: ownWorkRules,
  packet: packetRules,
  person: personRules,
  plan: planRules,
  progress: progressRules,
  longView: longViewRules,
  plateau: plateauRules,
  rating: ratingRules,
  release: releaseRules,
  sealedContribution: sealedContributionRules,
  reminder: reminderRules,
  skillLink: skillLinkRules,
  target: targetRules,
}

type RulesByNoun = typeof accessRules
type Noun = keyof RulesByNoun

/** What a route does to whose data: a noun and one of its actions. */
type NamedAccess = { [N in Noun]: { noun: N; action: keyof RulesByNoun[N] } }[Noun]

/**
 * `open` is for answers that hold nobody's data, and for getting in; `operator` for the terminal of a team's server,
 * which reads nobody's data. Everything else names a noun and one of its actions.
 */
export type RouteAccess = 'open' | 'operator' | NamedAccess

/** The rule behind a route. Throws for an action that no noun has: such a route must not start. */
export function ruleOf(access: NamedAccess): Rule {
  const rules: Record<string, Rule> = accessRules[access.noun]
  const rule = rules[access.action]
  if (rule === undefined) throw new Error(`core/access/${access.noun}.ts has no rule for ${access.action}`)
  return rule
}

/** The facts of what belongs to the viewer and is about the viewer. */
export function ownFacts(viewer: Viewer): AccessFacts {
  return { orgId: viewer.orgId, ownerId: viewer.personId, subjectId: viewer.personId, releasedAt: null }
}

/** What was said about others belongs to whoever wrote it down; every other assessment to its subject. What was given
 * is seen by its subject too. */
export function factsOfAssessment(viewer: Viewer, assessment: Assessment): AccessFacts {
  const { subjectId, ownerId = subjectId } = assessment
  return { orgId: viewer.orgId, ownerId, subjectId, releasedAt: assessment.releasedAt ?? null }
}

/** Decides whether the viewer may do on this object what the route declares; null means yes. */
export function refusalByAccess(access: NamedAccess, viewer: Viewer, facts: AccessFacts): Refusal | null {
  if (evaluateRule(ruleOf(access), viewer, facts)) return null
  return refuse('not-allowed', `You may not do this here (${access.noun}: ${String(access.action)}).`)
}
