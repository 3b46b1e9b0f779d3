// The kinds of things that a page shows to whoever may see them: by which rule, and where the sheet tells of them.

import { accountRules, passkeyRules, sessionRules } from '../access/account.ts'
import { adminGrantRules } from '../access/admin-grant.ts'
import { agreementRules } from '../access/agreement.ts'
import { askRules, askSentRules } from '../access/ask.ts'
import { assessmentRules, givenRules } from '../access/assessment.ts'
import { calibrationReadingRules } from '../access/calibration.ts'
import { carryOverRules } from '../access/carry-over.ts'
import { checkInRules } from '../access/check-in.ts'
import { commentRules } from '../access/comment.ts'
import { conversationRules } from '../access/conversation.ts'
import { directoryTokenRules } from '../access/directory-token.ts'
import { draftRules } from '../access/draft.ts'
import { evidenceRules } from '../access/evidence.ts'
import { exportNoticeRules } from '../access/export-notice.ts'
import { feedbackRules } from '../access/feedback.ts'
import { feedbackDraftRules } from '../access/feedback-draft.ts'
import { forecastRules } from '../access/forecast.ts'
import { handoverRules } from '../access/handover.ts'
import { joiningRules } from '../access/joining.ts'
import { keptPersonRules } from '../access/kept-person.ts'
import { keyRules } from '../access/key.ts'
import { longViewRules } from '../access/long-view.ts'
import { heldRoleRules } from '../access/member.ts'
import { memberRecordRules } from '../access/member-record.ts'
import { openingRules } from '../access/opening.ts'
import { agreedGrowthRules, opportunityRules, workPartRules } from '../access/opportunity.ts'
import { packetRules } from '../access/packet.ts'
import { planRules } from '../access/plan.ts'
import { plateauRules } from '../access/plateau.ts'
import { progressRules } from '../access/progress.ts'
import { ratingRules } from '../access/rating.ts'
import { reminderRules } from '../access/reminder.ts'
import { roundSubjectRules } from '../access/round.ts'
import { or, type Rule } from '../access/rule.ts'
import { raterStrictnessRules, sealedContributionRules } from '../access/sealed-contribution.ts'
import { receivedShareRules, shareRules } from '../access/share.ts'
import { skillLinkRules } from '../access/skill-link.ts'
import { targetRules } from '../access/target.ts'
import { inTeamMap } from '../access/team-map.ts'

/**
 * How somebody else can come to read it all the same: a copy that is handed over, a page or file that its owner gives
 * away, or in no way.
 */
export type Passing = 'copy' | 'by-hand' | 'none'

interface ItemWords {
  /** Of whoever reads, in the middle of a sentence: "your plan". */
  name: string
  /** The title of its noun on the sheet, which says what for; its tables say how long. */
  sheet: string
  /** The rule for seeing it on an ISO day. */
  see: (today: string) => Rule
  passing: Passing
  /** What its owner is to it, where that is somebody else than whoever reads. */
  ownerWords?: string
}

const own = (name: string, sheet: string, { see }: { see: Rule }, passing: Passing = 'none'): ItemWords => ({
  ...{ name, sheet, passing },
  see: () => see,
})

/** One entry for each noun of the access rules that is shown to whoever may see it; `keys` are the nouns. */
const items = {
  rating: own('how you rated yourself', 'Assessment and rating', ratingRules, 'copy'),
  assessment: own('what you noted of what somebody said', 'Assessment and rating', assessmentRules),
  target: own('your role and destinations', 'Current role and destinations', targetRules, 'copy'),
  plan: own('your plan', 'Plan', planRules, 'copy'),
  progress: own('what you practised', 'Progress', progressRules),
  forecast: own('your forecasts', 'Forecast', forecastRules),
  longView: own('your long view', 'Setting', longViewRules),
  plateau: own('this remark', 'Setting', plateauRules),
  evidence: own('your journal', 'Evidence', evidenceRules, 'copy'),
  feedback: own('what you were told', 'What somebody was told', feedbackRules, 'copy'),
  feedbackDraft: own(
    'what you are writing',
    'Feedback that somebody is writing',
    feedbackDraftRules,
    'by-hand',
  ),
  checkIn: own('your weeks', 'Check-in', checkInRules),
  conversation: own('what you prepare for a talk', 'Talk', conversationRules, 'by-hand'),
  share: own('what you handed over as a file', 'Share', shareRules, 'by-hand'),
  receivedShare: own('what you were handed as a file', 'Received share', receivedShareRules),
  packet: own('your packet', 'Packet', packetRules, 'by-hand'),
  reminder: own('your reminders', 'Reminder', reminderRules),
  keptPerson: own('the people you keep and what they said', 'Person', keptPersonRules),
  joining: {
    ...own(
      'what was noted of somebody who joined later',
      'That somebody who was kept is a member',
      joiningRules,
    ),
    ownerWords: 'who wrote it',
  },
  skillLink: own('how you read the framework', 'Setting', skillLinkRules),
  carryOver: own('your move', 'Move to another version of a framework', carryOverRules),
  draft: own('your draft', 'Draft of a framework, and comments on it', draftRules),
  comment: own('your comments', 'Draft of a framework, and comments on it', commentRules),
  key: own('your key and its sheet', 'Key of private text', keyRules),
  account: own('how you get in', 'Account, its passkeys and what happened to it', accountRules),
  passkey: own('your passkeys', 'Account, its passkeys and what happened to it', passkeyRules),
  session: own('where you are signed in', 'Account and session', sessionRules),
  ask: own('what you are asked, and your answers', 'Question to a colleague', askRules),
  askSent: own('whom you asked', 'Question to a colleague', askSentRules),
  opportunity: own(
    'your pieces of work',
    'Upcoming work, and what was agreed about growing',
    opportunityRules,
  ),
  calibrationReading: own(
    'how you read the cases',
    'Cases, and how each manager reads them',
    calibrationReadingRules,
  ),
  sealedContribution: own(
    'what a confidential round left',
    'What a confidential round left',
    sealedContributionRules,
  ),
  raterStrictness: own('how strict you rate', 'How strict somebody rates', raterStrictnessRules),
  exportNotice: own('this notice', 'Notice of an export', exportNoticeRules),
  adminGrant: own('this grant', 'Grant of administration', adminGrantRules),
  directoryToken: own('this token', 'Token of a directory', directoryTokenRules),
  memberRecord: own('the record of changes', 'The record of changes of the list', memberRecordRules),
  heldRole: {
    name: 'the role held',
    sheet: 'The role that the organisation holds somebody in',
    see: (today) => heldRoleRules(today).see,
    passing: 'none',
  },
  handover: { ...own('this copy', 'Handover', handoverRules), ownerWords: 'who handed it over' },
  given: {
    name: 'what was given',
    sheet: 'Assessment and rating',
    see: (today) => or(assessmentRules.see, givenRules(today).see),
    passing: 'none',
    ownerWords: 'who gave it',
  },
  opening: {
    ...own('what you two opened', 'Both sides, opened together', openingRules),
    ownerWords: 'who rated, too',
  },
  agreement: {
    ...own('what you two agreed on', 'Agreed level', agreementRules),
    ownerWords: 'who agrees on it, too',
  },
  agreedGrowth: {
    name: 'what was agreed about growing',
    sheet: 'Upcoming work, and what was agreed about growing',
    see: (today) => agreedGrowthRules(today).see,
    passing: 'none',
  },
  workPart: {
    name: 'the work you are shown and given',
    sheet: 'Upcoming work, and what was agreed about growing',
    see: (today) => workPartRules(today).see,
    passing: 'none',
  },
  roundSubject: {
    name: 'who is to rate somebody',
    sheet: 'Round: when colleagues rate each other',
    see: (today) => roundSubjectRules(today).see,
    passing: 'none',
  },
  teamMapPerson: {
    name: 'what is put together here of each person',
    sheet: 'Handover',
    see: inTeamMap,
    passing: 'none',
  },
} satisfies Record<string, ItemWords>

export type SeenItem = keyof typeof items

export const SEEN_ITEMS = Object.keys(items) as SeenItem[]

export function seenItem(item: SeenItem): ItemWords {
  return items[item]
}
