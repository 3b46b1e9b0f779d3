// What a route does to whose data: every route names one rule of core/access, and is walked by a test.
import { assessmentRules } from '../core/access/assessment.ts'
import { backupRules } from '../core/access/backup.ts'
import { captureRules } from '../core/access/capture.ts'
import { carryOverRules } from '../core/access/carry-over.ts'
import { checkInRules } from '../core/access/check-in.ts'
import { commentRules } from '../core/access/comment.ts'
import { conversationRules } from '../core/access/conversation.ts'
import { draftRules } from '../core/access/draft.ts'
import { evidenceRules } from '../core/access/evidence.ts'
import { feedbackRules } from '../core/access/feedback.ts'
import { feedbackDraftRules } from '../core/access/feedback-draft.ts'
import { forecastRules } from '../core/access/forecast.ts'
import { frameworkRules } from '../core/access/framework.ts'
import { keptPersonRules } from '../core/access/kept-person.ts'
import { keyRules } from '../core/access/key.ts'
import { longViewRules } from '../core/access/long-view.ts'
import { packetRules } from '../core/access/packet.ts'
import { personRules } from '../core/access/person.ts'
import { planRules } from '../core/access/plan.ts'
import { plateauRules } from '../core/access/plateau.ts'
import { progressRules } from '../core/access/progress.ts'
import { ratingRules } from '../core/access/rating.ts'
import { reminderRules } from '../core/access/reminder.ts'
import { type AccessFacts, evaluateRule, type Rule } from '../core/access/rule.ts'
import { receivedShareRules, shareRules } from '../core/access/share.ts'
import { targetRules } from '../core/access/target.ts'
import type { Viewer } from '../core/access/viewer.ts'
import type { Assessment } from '../core/assessment/assessment.ts'
import { type Refusal, refuse } from './errors.ts'

const accessRules = {
  assessment: assessmentRules,
  backup: backupRules,
  capture: captureRules,
  carryOver: carryOverRules,
  checkIn: checkInRules,
  comment: commentRules,
  conversation: conversationRules,
  draft: draftRules,
  evidence: evidenceRules,
  feedback: feedbackRules,
  feedbackDraft: feedbackDraftRules,
  share: shareRules,
  receivedShare: receivedShareRules,
  forecast: forecastRules,
  framework: frameworkRules,
  keptPerson: keptPersonRules,
  key: keyRules,
  packet: packetRules,
  person: personRules,
  plan: planRules,
  progress: progressRules,
  longView: longViewRules,
  plateau: plateauRules,
  rating: ratingRules,
  reminder: reminderRules,
  target: targetRules,
}

type RulesByNoun = typeof accessRules
type Noun = keyof RulesByNoun

/** `open` is for answers that hold nobody's data; everything else names a noun and one of its actions. */
export type RouteAccess = 'open' | { [N in Noun]: { noun: N; action: keyof RulesByNoun[N] } }[Noun]

/** The rule behind a route. Throws for an action that no noun has: such a route must not start. */
export function ruleOf(access: Exclude<RouteAccess, 'open'>): Rule {
  const rules: Record<string, Rule> = accessRules[access.noun]
  const rule = rules[access.action]
  if (rule === undefined) throw new Error(`core/access/${access.noun}.ts has no rule for ${access.action}`)
  return rule
}

/** The facts of what belongs to the viewer and is about the viewer. */
export function ownFacts(viewer: Viewer): AccessFacts {
  return { orgId: viewer.orgId, ownerId: viewer.personId, subjectId: viewer.personId, releasedAt: null }
}

/** What was said about others belongs to whoever wrote it down; every other assessment to its subject. */
export function factsOfAssessment(viewer: Viewer, assessment: Assessment): AccessFacts {
  const { subjectId, ownerId = subjectId } = assessment
  return { orgId: viewer.orgId, ownerId, subjectId, releasedAt: null }
}

/** Decides whether the viewer may do on this object what the route declares; null means yes. */
export function refusalByAccess(access: RouteAccess, viewer: Viewer, facts: AccessFacts): Refusal | null {
  if (access === 'open' || evaluateRule(ruleOf(access), viewer, facts)) return null
  return refuse('not-allowed', `You may not do this here (${access.noun}: ${String(access.action)}).`)
}
