// Words of the page that shows one's own things as somebody else of the organisation reads them.
import type { AdminScope } from '../../core/access/viewer.ts'
import type { SeenItem } from '../../core/who-sees/seen-items.ts'

const ADMINS: Record<AdminScope, string> = {
  people: 'an administrator of people',
  frameworks: 'an administrator of frameworks',
  rounds: 'an administrator of rounds',
  views: 'an administrator of views',
  audit: 'an administrator of the audit',
  backups: 'an administrator of backups',
}

export const asSeenByWords = {
  title: 'You, as somebody else reads you',
  about: 'What your manager, a colleague or an administrator reads of you, by the rules that decide.',
  lead: 'Choose somebody, and this page shows what they read of you, decided by the same rules as when they look themselves.',
  onlyMine:
    'It shows only what is yours and what you can read yourself: never what they know of others, nor what they wrote for themselves.',
  choose: 'Somebody of the organisation',
  notChosen: 'Choose a name',
  or: 'Or look as',
  anybody: 'anybody of the organisation',
  admins: ADMINS,
  grants:
    'Grants of administration are left out of a person: who has one is not told here. What a grant lets its holder read, the grant shows by itself.',
  backups:
    'Whoever holds a backup has a file with everything in it, sealed words sealed. In Skillmap they read no more than this.',
  reads: (name: string) => `What ${name} reads of you`,
  line: 'On the list of people',
  reportsTo: (name: string) => `reports to ${name}`,
  role: (name: string) => `held in the role ${name}`,
  noRole: 'no role that they may know of',
  handovers: 'What you handed to them',
  handedOn: (day: string) => `Handed over on ${day}`,
  given: 'What colleagues gave about you',
  agreements: 'Levels that you two agreed on',
  notSigned: 'proposed, not signed by both',
  openings: 'What you two opened together',
  openedOn: (day: string) => `Opened on ${day}`,
  growth: 'What you two wrote down about growing',
  agreedOn: (day: string) => `Agreed on ${day}`,
  work: 'Work that you are shown or given',
  also: 'Besides',
  nothing: 'Nothing else of you.',
  unseen: (name: string) => `What ${name} does not see`,
  unseenAbout: 'Kinds of things, whether you have any or not.',
  missing: 'Nobody of your organisation has this address.',
} as const

/** As a kind of thing, where the words beside one of them would not stand alone. */
export const KINDS: Partial<Record<SeenItem, string>> = {
  handover: 'what you handed to somebody else',
  given: 'what colleagues gave about you',
  opening: 'what you and somebody else opened together',
  agreement: 'what you and somebody else agreed on',
  agreedGrowth: 'what you and your manager wrote down about growing',
  workPart: 'the work that you are shown and given',
  roundSubject: 'who is to rate you in a round',
  feedbackDraft: 'feedback that you are writing',
  checkIn: 'how your weeks were',
  draft: 'drafts of frameworks',
  comment: 'comments on drafts',
  carryOver: 'moves to another version of a framework',
  skillLink: 'how you want your framework to be read',
  key: 'the key to your private words',
  opportunity: 'pieces of work that you plan with as a manager',
  calibrationReading: 'how you read the cases of a calibration',
  heldRole: 'the role that you are held in',
  plateau: 'remarks on how you grow',
  exportNotice: 'notices of tables with you in them',
  adminGrant: 'what you administer',
  memberRecord: 'the record of changes to your line on the list',
  teamMapPerson: 'you on a team map and before a talk, where these are switched on, from the same things',
}
