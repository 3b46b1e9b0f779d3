// Mistakes in the policy that somebody could make, each planted alone: the comparison must find every one.

import {
  admin,
  and,
  evaluateRule,
  everyone,
  managerOf,
  or,
  owner,
  type Rule,
  recipient,
  sealedRelease,
  shownToManager,
  subject,
} from '../../src/core/access/rule.ts'
import { inTeamMap } from '../../src/core/access/team-map.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import type { Policy } from './random-world.ts'

type Spoil = (policy: Policy) => Policy

const TODAY = '2026-03-01'
const YESTERDAY = '2026-02-28'
const TOMORROW = '2026-03-02'

const rule =
  (noun: string, action: string, wrong: Rule): Spoil =>
  (policy) => {
    if (policy.rules[noun]?.[action] === undefined) throw new Error(`There is no rule ${noun} ${action}.`)
    return { ...policy, rules: { ...policy.rules, [noun]: { ...policy.rules[noun], [action]: wrong } } }
  }
const viewer =
  (spoil: (viewer: Viewer) => Viewer): Spoil =>
  (policy) => ({
    ...policy,
    viewerOf(world, asker) {
      const right = policy.viewerOf(world, asker)
      return right === null ? null : spoil(right)
    },
  })
const evaluate =
  (wrong: Policy['evaluate']): Spoil =>
  (policy) => ({ ...policy, evaluate: wrong })
/** Replaces parts of each rule on its way to the decision. */
const rewritten = (rewrite: (rule: Rule) => Rule): Spoil =>
  evaluate((one, who, facts) => evaluateRule(inEachPart(one, rewrite), who, facts))

function inEachPart(one: Rule, rewrite: (rule: Rule) => Rule): Rule {
  if (one.kind !== 'and' && one.kind !== 'or') return rewrite(one)
  return rewrite({ ...one, rules: one.rules.map((part) => inEachPart(part, rewrite)) })
}

export const mutants: Record<string, Spoil> = {
  'whom a sealed contribution is about sees it before the round closes': rule(
    'sealedContribution',
    'see',
    subject,
  ),
  'organisers of rounds see sealed contributions': rule(
    'sealedContribution',
    'see',
    and(sealedRelease, or(subject, admin('rounds'))),
  ),
  'managers see sealed contributions': rule(
    'sealedContribution',
    'see',
    and(sealedRelease, or(subject, managerOf(TODAY))),
  ),
  'everyone sees how strict somebody rates': rule('raterStrictness', 'see', everyone),
  'administrators of people end the sessions of others': rule('session', 'end', or(owner, admin('people'))),
  'managers see when somebody was there': rule('session', 'see', or(owner, managerOf(TODAY))),
  'administrators of people remove passkeys': rule('passkey', 'remove', or(owner, admin('people'))),
  'a former manager reads what was agreed of growing': rule(
    'agreedGrowth',
    'see',
    or(owner, managerOf(TODAY), managerOf(YESTERDAY)),
  ),
  'people write their own agreed growth': rule('agreedGrowth', 'change', or(owner, managerOf(TODAY))),
  'managers say that somebody would like a piece of work': rule(
    'workPart',
    'wish',
    or(owner, managerOf(TODAY)),
  ),
  'everyone reads the upcoming work of a manager': rule('opportunity', 'see', everyone),
  'administrators of frameworks read readings': rule(
    'calibrationReading',
    'see',
    or(owner, admin('frameworks')),
  ),
  'everyone makes tokens of a directory': rule('directoryToken', 'make', everyone),
  'managers read the whole record of somebody': rule(
    'memberRecord',
    'see',
    or(owner, managerOf(TODAY), admin('people')),
  ),
  'everyone makes a release of figures': rule('release', 'make', everyone),
  'whom a rating is about reads it before it was given': rule('rating', 'see', or(owner, subject)),
  'their manager reads what was given without having said so': rule(
    'given',
    'see',
    and(sealedRelease, managerOf(TODAY)),
  ),
  'their manager reads what was not given yet': rule('given', 'see', and(shownToManager, managerOf(TODAY))),
  'everybody reads what managers were to read': rule('given', 'see', and(sealedRelease, shownToManager)),
  'the manager of yesterday reads what was given': rule(
    'given',
    'see',
    and(sealedRelease, shownToManager, managerOf(YESTERDAY)),
  ),
  'a rater contests a rating of their own': rule('dispute', 'say', owner),
  'managers see what was held about somebody before': rule(
    'heldItem',
    'see',
    or(owner, subject, managerOf(TODAY)),
  ),
  'administrators of people see who was kept by whom': rule(
    'joining',
    'see',
    or(owner, subject, admin('people')),
  ),
  'a member says themselves who somebody kept is': rule('joining', 'link', or(owner, subject)),
  'a keeper claims in the name of the member': rule('heldItem', 'claim', or(owner, subject)),
  'a member removes what somebody else noted': rule('heldItem', 'remove', or(owner, subject)),
  'whoever asked sees whether it was answered': rule('ask', 'see', or(owner, subject, recipient)),
  'managers see what somebody was asked': rule('ask', 'see', or(owner, managerOf(TODAY))),
  'organisers of rounds see what somebody was asked': rule('ask', 'see', or(owner, admin('rounds'))),
  'one side opens for everyone': rule('opening', 'see', everyone),
  'organisers of rounds read agreements': rule('agreement', 'see', or(owner, subject, admin('rounds'))),
  'somebody agrees to their own list of raters': rule(
    'roundSubject',
    'agree',
    or(owner, managerOf(TODAY), admin('rounds')),
  ),
  'administrators of people close rounds': rule('round', 'close', or(owner, admin('people'))),
  'everyone reads evidence': rule('evidence', 'see', everyone),
  'everyone changes evidence': rule('evidence', 'write', everyone),
  'administrators of people read evidence': rule('evidence', 'see', or(owner, admin('people'))),
  'managers of today read check-ins': rule('checkIn', 'see', or(owner, managerOf(TODAY))),
  'managers of today read the plan': rule('plan', 'see', or(owner, managerOf(TODAY))),
  'managers of today read the destination': rule('target', 'see', or(owner, managerOf(TODAY))),
  'administrators of people read the destination': rule('target', 'see', or(owner, admin('people'))),
  'whom a rating is about reads it instead of its owner': rule('rating', 'see', subject),
  'whom an assessment is about closes it': rule('assessment', 'close', or(owner, subject)),
  'a kept person sees that they are kept': rule('keptPerson', 'see', or(owner, subject)),
  'kept people of others are seen by administrators': rule('keptPerson', 'see', or(owner, admin('people'))),
  'kept people of others are exported by their manager': rule('keptPerson', 'export', managerOf(TODAY)),
  'whom feedback was said about reads it, not its owner': rule('feedback', 'see', subject),
  'whom a draft of feedback is for reads it': rule('feedbackDraft', 'see', or(owner, subject)),
  'whom a talk is with reads what is brought to it': rule('conversation', 'see', or(owner, subject)),
  'a handover is read after it was withdrawn': rule('handover', 'see', or(owner, recipient)),
  'a handover is read by everyone once it was made': rule('handover', 'see', or(owner, sealedRelease)),
  'a handover is read by everyone it was not given to': rule(
    'handover',
    'see',
    or(owner, recipient, sealedRelease),
  ),
  'the owner no longer reads what they withdrew': rule(
    'handover',
    'see',
    and(or(owner, recipient), sealedRelease),
  ),
  'whoever received a handover withdraws it': rule('handover', 'withdraw', or(owner, recipient)),
  'managers read handovers to others': rule(
    'handover',
    'see',
    or(owner, managerOf(TODAY), and(recipient, sealedRelease)),
  ),
  'everyone sees the notice of an export': rule('exportNotice', 'see', everyone),
  'a notice of an export is changed by its person': rule('exportNotice', 'change', owner),
  'everyone sees the role held': rule('heldRole', 'see', everyone),
  'the manager does not see the role held': rule('heldRole', 'see', or(owner, admin('people'))),
  'the manager of yesterday sees the role held': rule(
    'heldRole',
    'see',
    or(owner, managerOf(YESTERDAY), admin('people')),
  ),
  'people set the role that they are held in': rule('heldRole', 'change', or(owner, admin('people'))),
  'the manager of yesterday has somebody in the team map': rule('teamMapPerson', 'see', inTeamMap(YESTERDAY)),
  'the manager of tomorrow has somebody in the team map': rule('teamMapPerson', 'see', inTeamMap(TOMORROW)),
  'administrators of views see the people in a team map': rule(
    'teamMapPerson',
    'see',
    or(inTeamMap(TODAY), admin('views')),
  ),
  'everyone switches views on': rule('viewSwitch', 'change', everyone),
  'administrators of people switch views on': rule('viewSwitch', 'change', admin('people')),
  'everyone changes the list of members': rule('member', 'change', everyone),
  'everyone gives grants of administration': rule('adminGrant', 'change', everyone),
  'people give themselves grants': rule('adminGrant', 'change', or(owner, admin('people'))),
  'everyone sees invitations': rule('invitation', 'see', everyone),
  'administrators of frameworks take backups': rule('backup', 'take', admin('frameworks')),
  'everyone publishes a framework': rule('framework', 'publish', everyone),
  'administrators of frameworks read the drafts of others': rule(
    'draft',
    'see',
    or(owner, admin('frameworks')),
  ),
  'one of two conditions is enough to publish a draft': rule(
    'draft',
    'publish',
    or(owner, admin('frameworks')),
  ),
  'a draft is published by its writer without a grant': rule('draft', 'publish', owner),
  'there is a list by merit': rule('person', 'rank', admin('people')),
  'administrators of people export a person': rule('person', 'export', or(owner, admin('people'))),
  'administrators of people erase a person': rule('person', 'erase', or(owner, admin('people'))),
  'administrators of backups hold the keys of private text': rule('key', 'see', or(owner, admin('backups'))),
  'the organisation is not asked about': evaluate((one, who, facts) =>
    evaluateRule(one, who, { ...facts, orgId: who.orgId }),
  ),
  'a visitor and a thing without an owner are the same person': evaluate((one, who, facts) =>
    evaluateRule(one, { ...who, personId: who.personId ?? facts.ownerId }, facts),
  ),
  'every “and” is an “or”': rewritten((one) => (one.kind === 'and' ? { ...one, kind: 'or' } : one)),
  'every “or” is an “and”': rewritten((one) => (one.kind === 'or' ? { ...one, kind: 'and' } : one)),
  'any grant of administration stands for every other': rewritten((one) =>
    one.kind === 'admin'
      ? or(...(['people', 'frameworks', 'backups', 'rounds', 'views', 'audit'] as const).map(admin))
      : one,
  ),
  'what nobody may do everyone may': rewritten((one) => (one.kind === 'nobody' ? everyone : one)),
  'whoever managed somebody once manages them for ever': viewer((who) => ({
    ...who,
    reports: who.reports.map((line) => ({ ...line, until: null })),
  })),
  'a line of the chart holds before its first day': viewer((who) => ({
    ...who,
    reports: who.reports.map((line) => ({ ...line, from: '0001-01-01' })),
  })),
  'the last day of a line does not count': evaluate((one, who, facts) =>
    evaluateRule(one, { ...who, reports: who.reports.filter((line) => line.until !== TODAY) }, facts),
  ),
  'the first day of a line does not count': evaluate((one, who, facts) =>
    evaluateRule(one, { ...who, reports: who.reports.filter((line) => line.from !== TODAY) }, facts),
  ),
  'lines of the chart of another organisation count': (policy) => ({
    ...policy,
    viewerOf(world, asker) {
      const right = policy.viewerOf(world, asker)
      const lines = world.manages.filter((line) => line.managerId === asker.personId)
      return right === null ? null : { ...right, reports: lines }
    },
  }),
  'grants of another organisation count': (policy) => ({
    ...policy,
    viewerOf(world, asker) {
      const right = policy.viewerOf(world, asker)
      const grants = world.grants.filter((one) => one.personId === asker.personId)
      return right === null ? null : { ...right, adminOf: grants.map(({ grant }) => grant) }
    },
  }),
  'somebody who has left is let in': (policy) => ({
    ...policy,
    viewerOf: (world, asker) => policy.viewerOf({ ...world, lastDay: [] }, asker),
  }),
  'somebody is shut out on their last day': (policy) => ({
    ...policy,
    viewerOf(world, asker) {
      const today = world.lastDay.some(
        (one) => one.orgId === asker.orgId && one.personId === asker.personId && one.day === world.today,
      )
      return today ? null : policy.viewerOf(world, asker)
    },
  }),
  'everyone is shown everyone in the team map': rule('teamMapPerson', 'see', everyone),
  'a handover is read by everybody but its owner': rule('handover', 'see', sealedRelease),
}
