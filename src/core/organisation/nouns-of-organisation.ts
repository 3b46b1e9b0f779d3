// What an organisation keeps of its people and what they do with each other, in words.
import { accountRules, passkeyRules } from '../access/account.ts'
import { adminGrantRules } from '../access/admin-grant.ts'
import { agreementRules } from '../access/agreement.ts'
import { askRules, askSentRules } from '../access/ask.ts'
import { calibrationReadingRules, calibrationRules } from '../access/calibration.ts'
import { directoryTokenRules } from '../access/directory-token.ts'
import { disputeRules } from '../access/dispute.ts'
import { exportNoticeRules } from '../access/export-notice.ts'
import { handoverRules } from '../access/handover.ts'
import { heldItemRules } from '../access/held-item.ts'
import { invitationRules } from '../access/invitation.ts'
import { joiningRules } from '../access/joining.ts'
import { heldRoleRules, memberRules } from '../access/member.ts'
import { listChangeRules, memberRecordRules } from '../access/member-record.ts'
import { openingRules } from '../access/opening.ts'
import { agreedGrowthRules, opportunityRules, workPartRules } from '../access/opportunity.ts'
import { personRules } from '../access/person.ts'
import { releaseRules } from '../access/release.ts'
import { roundRules, roundSubjectRules } from '../access/round.ts'
import { owner } from '../access/rule.ts'
import { TODAY } from '../access/say-rule.ts'
import { raterStrictnessRules, sealedContributionRules } from '../access/sealed-contribution.ts'
import { teamRules } from '../access/team.ts'
import { viewSwitchRules } from '../access/view-switch.ts'
import { noun, type SheetNoun } from './sheet-noun.ts'

export const NOUNS_OF_ORGANISATION: readonly SheetNoun[] = [
  noun(
    'Person',
    ['person'],
    {
      what: 'The name, and the last day of whoever has left. Also people without an account whom somebody keeps for themselves: those are read by that person alone, until they say which member it is.',
      why: 'To say who is who.',
    },
    { ...personRules, see: memberRules.see },
  ),
  noun(
    'Team',
    ['team'],
    { what: 'The names of teams and which belongs to which.', why: 'To say who works where.' },
    teamRules,
  ),
  noun(
    'Who works in which team, and who manages whom',
    ['team_member', 'management'],
    {
      what: 'Lines with a first and a last day. They are ended and not overwritten.',
      why: 'To decide who may read what on which day.',
    },
    { see: memberRules.see, change: memberRules.change },
  ),
  noun(
    'The role that the organisation holds somebody in',
    ['held_role'],
    {
      what: 'A role of the framework, with a first and a last day.',
      why: 'So that a talk about growth begins from the same role.',
    },
    heldRoleRules(TODAY),
  ),
  noun(
    'The record of changes of the list',
    ['member_change', 'directory_entry'],
    {
      what: 'What was changed for somebody, when and by whom; what other programs call them.',
      why: 'So that a change can be read and taken back, and a directory finds the same person again.',
    },
    memberRecordRules,
  ),
  noun(
    'Change of the list',
    ['list_change'],
    {
      what: 'When the list was changed, by whom, and the name of a file. No names of those who were changed.',
      why: 'To take a change back whole.',
    },
    listChangeRules,
  ),
  noun(
    'Grant of administration',
    ['admin_grant'],
    {
      what: 'Who administers what, since when, and who gave it.',
      why: 'So that it is known who keeps what. No grant includes reading what people wrote.',
    },
    adminGrantRules,
  ),
  noun(
    'Invitation',
    ['invitation'],
    {
      what: 'That somebody was invited, by whom, and until when the link works. Of the link only a hash.',
      why: 'To let one person in, once.',
    },
    invitationRules,
  ),
  noun(
    'View of several people',
    ['view_switch'],
    { what: 'Which are on, since when, by whom, and what for.', why: 'So that everybody knows.' },
    viewSwitchRules,
  ),
  noun(
    'Token of a directory',
    ['directory_token'],
    {
      what: 'Which directory may keep the list, and when it last did. Of the token only a hash.',
      why: 'So that joining and leaving is noted once.',
    },
    directoryTokenRules,
  ),
  noun(
    'Account and session',
    ['account', 'session'],
    {
      what: 'Which identity lets somebody in, and in which browsers they are. Of a session only a hash.',
      why: 'To let in whoever it is and nobody else.',
      whyYou: 'To let in you and nobody else.',
    },
    { see: owner },
  ),
  noun(
    'Account, its passkeys and what happened to it',
    ['passkey', 'account_event'],
    {
      what: 'The public half of each passkey, and a line for each way in that was made, added or removed. No e-mail address.',
      why: 'To let people in, and to show them who made a way in for them.',
      whyYou: 'To let you in, and to show you who made a way in for you.',
    },
    { ...passkeyRules, 'read what happened': accountRules.see },
  ),
  noun(
    'Sign-ins that have begun',
    ['sign_in_attempt'],
    {
      what: 'What a sign-in at the provider needs until it ends; gone within minutes.',
      why: 'To let nobody else end it.',
    },
    {},
  ),
  noun(
    'How often signing in was begun and failed',
    ['sign_in_count'],
    {
      what: 'A number for each address, passkey and identity from which it was tried within ten minutes. Of the address, passkey or identity only a hash.',
      why: 'So that nobody can try as often as they like.',
    },
    {},
  ),
  noun(
    'Round: when colleagues rate each other',
    ['round', 'round_subject', 'round_rater'],
    {
      what: 'What for, until when, of whom, and who is to rate whom. Not what they say, and not whether they did.',
      why: 'So that everybody who is asked knows what for before they answer.',
    },
    { ...roundRules, ...roundSubjectRules(TODAY) },
  ),
  noun(
    'Question to a colleague',
    ['ask', 'ask_sent'],
    {
      what: 'Who asked whom for a view on which skills. Declining leaves no mark that the asker can read.',
      why: 'To hear how others see one’s work.',
    },
    { ...askRules, 'read what one asked': askSentRules.see },
  ),
  noun(
    'Both sides, opened together',
    ['opening'],
    {
      what: 'What somebody and their manager said of the same skills, and what each guessed of the other.',
      why: 'So that neither answers with an eye on the other, and the differences become the talk.',
    },
    openingRules,
  ),
  noun(
    'Agreed level',
    ['agreement'],
    {
      what: 'A level that both signed, what will be seen as proof, and by when; earlier ones stay beside it.',
      why: 'So that goalposts cannot move unseen.',
    },
    agreementRules,
  ),
  noun(
    'What somebody says against a rating or note about them',
    ['dispute'],
    {
      what: 'Their words, beside the rating wherever it is shown.',
      why: 'Nobody’s view of somebody stands alone.',
    },
    disputeRules(TODAY),
  ),
  noun(
    'What a confidential round left',
    ['sealed_contribution'],
    {
      what: 'A value with its uncertainty for each skill that at least three answered. Who said what was destroyed when the round closed.',
      why: 'So that colleagues can speak openly.',
    },
    sealedContributionRules,
  ),
  noun(
    'How strict somebody rates',
    ['rater_strictness'],
    {
      what: 'Two coarse numbers for each rater of a confidential round, with chance in them, sealed, without whom they rated; none for who rated fewer than three people.',
      why: 'To tell raters of themselves, and so that later confidential rounds are fair to whom strict people rate.',
      whyYou:
        'To tell you of yourself, and so that later confidential rounds are fair to whom strict people rate.',
    },
    raterStrictnessRules,
  ),
  noun(
    'Release: figures about several people',
    ['view_release', 'release_block', 'release_cell', 'round_quality', 'counted_person'],
    {
      what: 'Sums over groups of at least five people, made on a day and never again; and in which group each person was counted.',
      why: 'To see what an organisation can do, without seeing what anybody can.',
    },
    releaseRules,
  ),
  noun(
    'Upcoming work, and what was agreed about growing',
    ['opportunity', 'agreed_growth', 'work_part'],
    {
      what: 'Pieces of work with the skills they need; what a manager and each of their people agreed on; who was given what.',
      why: 'So that work and growth meet, and nobody carries all the glue.',
    },
    {
      ...opportunityRules,
      'see and remark on what was agreed': agreedGrowthRules(TODAY).see,
      'see who was given what': workPartRules(TODAY).see,
    },
  ),
  noun(
    'Cases, and how each manager reads them',
    ['calibration_case', 'calibration_round', 'calibration_reading', 'calibration_scale'],
    {
      what: 'Invented cases, the level each manager gives them, and how somebody’s scale lies to that of others: told to them alone.',
      why: 'To see which words of the framework are read differently.',
    },
    { ...calibrationRules, 'see one’s own reading': calibrationReadingRules.see },
  ),
  noun(
    'Handover',
    ['handover'],
    {
      what: 'A copy of a day that one colleague gives another to read; not sealed.',
      why: 'So that a talk can begin from the same page.',
    },
    handoverRules,
  ),
  noun(
    'That somebody who was kept is a member',
    ['joining'],
    {
      what: 'Which person of the list somebody means whom they kept before, and that records of their own name them: kind and day, no words.',
      why: 'So that whoever joins later sees everything that is held about them.',
    },
    joiningRules,
  ),
  noun(
    'What a member says of something that was held about them',
    ['held_answer'],
    {
      what: 'That they took it into their record or object, their words, and what its writer answers.',
      why: 'So that nothing is used against somebody’s word.',
    },
    heldItemRules,
  ),
  noun(
    'Notice of an export',
    ['export_notice'],
    {
      what: 'That somebody took out a table with one in it: who, when, and what for.',
      why: 'So that nobody is in a table without knowing.',
    },
    exportNoticeRules,
  ),
]
