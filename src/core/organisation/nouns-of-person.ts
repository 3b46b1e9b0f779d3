// What people keep of themselves, in words.
import { assessmentRules } from '../access/assessment.ts'
import { carryOverRules } from '../access/carry-over.ts'
import { checkInRules } from '../access/check-in.ts'
import { conversationRules } from '../access/conversation.ts'
import { evidenceRules } from '../access/evidence.ts'
import { feedbackRules } from '../access/feedback.ts'
import { feedbackDraftRules } from '../access/feedback-draft.ts'
import { forecastRules } from '../access/forecast.ts'
import { keyRules } from '../access/key.ts'
import { packetRules } from '../access/packet.ts'
import { planRules } from '../access/plan.ts'
import { progressRules } from '../access/progress.ts'
import { ratingRules } from '../access/rating.ts'
import { reminderRules } from '../access/reminder.ts'
import { owner } from '../access/rule.ts'
import { receivedShareRules, shareRules } from '../access/share.ts'
import { targetRules } from '../access/target.ts'
import { noun, type SheetNoun } from './sheet-noun.ts'

export const NOUNS_OF_PERSON: readonly SheetNoun[] = [
  noun(
    'Current role and destinations',
    ['target', 'target_revision'],
    {
      what: 'Where somebody says they are, and where they may want to go, also out of the company.',
      why: 'For their own map and plan.',
      whyYou: 'For your own map and plan.',
    },
    targetRules,
  ),
  noun(
    'Assessment and rating',
    ['assessment', 'assessment_rater', 'rating_revision'],
    {
      what: 'Levels that somebody said of themselves, or wrote down of what others said, with every correction.',
      why: 'To show them where they stand.',
      whyYou: 'To show you where you stand.',
    },
    { ...assessmentRules, ...ratingRules },
  ),
  noun(
    'Plan',
    ['plan_revision'],
    {
      what: 'What somebody wants to practise, in which order, and each earlier plan.',
      why: 'For their own growth.',
      whyYou: 'For your own growth.',
    },
    planRules,
  ),
  noun(
    'Progress',
    ['progress_revision'],
    {
      what: 'What somebody says they practised.',
      why: 'So that their plan goes on from where they are.',
      whyYou: 'So that your plan goes on from where you are.',
    },
    progressRules,
  ),
  noun(
    'Forecast',
    ['forecast', 'forecast_outcome'],
    {
      what: 'When something may be reached, and what became of it.',
      why: 'To say how far such forecasts can be relied on.',
    },
    forecastRules,
  ),
  noun(
    'Evidence',
    ['evidence_revision'],
    {
      what: 'What somebody wrote down of their own work; sealed with a key of theirs.',
      why: 'To remember what they did.',
      whyYou: 'To remember what you did.',
    },
    evidenceRules,
  ),
  noun(
    'What somebody was told',
    ['feedback_revision'],
    { what: 'Feedback that somebody wrote down; sealed with a key of theirs.', why: 'To learn from it.' },
    feedbackRules,
  ),
  noun(
    'Feedback that somebody is writing',
    ['feedback_draft_revision'],
    {
      what: 'Words for somebody else before they are said; sealed with the key of whoever writes.',
      why: 'To say it well.',
    },
    feedbackDraftRules,
  ),
  noun(
    'Check-in',
    ['check_in_revision'],
    {
      what: 'How a week was; sealed with a key of theirs. How hours felt and the energy left are not taken by a server that holds other people’s data.',
      why: 'To make a plan lighter in time.',
    },
    checkInRules,
  ),
  noun(
    'Talk',
    ['conversation_revision'],
    {
      what: 'What somebody brings to a talk and what was agreed; sealed with a key of theirs.',
      why: 'To prepare it.',
    },
    conversationRules,
  ),
  noun(
    'Share',
    ['share_revision'],
    {
      what: 'The record of what somebody handed over; sealed with a key of theirs.',
      why: 'So that they know what they gave to whom.',
      whyYou: 'So that you know what you gave to whom.',
    },
    shareRules,
  ),
  noun(
    'Received share',
    ['received_share_revision'],
    { what: 'What somebody was handed; sealed with a key of theirs.', why: 'To read it again.' },
    receivedShareRules,
  ),
  noun(
    'Packet',
    ['packet', 'packet_version'],
    {
      what: 'What somebody arranges for a review or a promotion; sealed with a key of theirs.',
      why: 'To hand it in themselves.',
      whyYou: 'To hand it in yourself.',
    },
    packetRules,
  ),
  noun(
    'Reminder',
    ['reminder'],
    {
      what: 'Which days a calendar program may fetch. Of the address only a hash.',
      why: 'To be reminded by one’s own calendar.',
      whyYou: 'To be reminded by your own calendar.',
    },
    reminderRules,
  ),
  noun(
    'Move to another version of a framework',
    ['carry_over'],
    { what: 'What became of which rating.', why: 'So that a move can be undone.' },
    carryOverRules,
  ),
  noun(
    'Ratings that were brought in a file',
    ['brought_ratings'],
    { what: 'The name of the file and the ids of what it added.', why: 'To take it back.' },
    { see: owner, undo: owner },
  ),
  noun(
    'Key of private text',
    ['key'],
    {
      what: 'A key for each person, wrapped with the key of the server.',
      why: 'So that sealed words cannot be read in the database.',
    },
    keyRules,
  ),
  noun(
    'Setting',
    ['setting'],
    { what: 'What somebody chose for their own pages, and their long view.', why: 'To find it again.' },
    { see: owner, change: owner },
  ),
]
