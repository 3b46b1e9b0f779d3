// A second opinion on who may do what, written from docs/who-sees-what.md alone and deliberately naive: no code of the program.

/** A line of the organisation chart: from the first to the last day, both included. */
export interface ManagesLine {
  orgId: string
  managerId: string
  personId: string
  from: string
  until: string | null
}

export type Grant = 'people' | 'frameworks' | 'rounds' | 'views' | 'audit' | 'backups'

/** What is so in the organisations on one server. */
export interface World {
  today: string
  manages: ManagesLine[]
  grants: { orgId: string; personId: string; grant: Grant }[]
  /** The last day of those who have left. */
  lastDay: { orgId: string; personId: string; day: string }[]
}

/** Who asks. `personId` is null for a visitor: somebody who has not signed in. */
export interface Asker {
  orgId: string
  personId: string | null
}

/** What is asked about: one thing of one organisation. */
export interface Thing {
  orgId: string
  /** Whose it is. */
  ownerId: string
  /** Whom it is about: a person, or a kept person. */
  subjectId: string
  /** Whom it was given to, of what is given to somebody. */
  givenToId: string | null
  /** From then on whoever it was given to does not read it any more. */
  isWithdrawn: boolean
  /** What was asked for, and then given. */
  isGiven: boolean
  /** It was said beforehand that the manager reads it too. */
  isShownToManager: boolean
}

type Sentence = (asker: Person, thing: Thing, world: World) => boolean
type Person = { orgId: string; personId: string }

const nobody: Sentence = () => false
const everyoneOfTheOrganisation: Sentence = () => true
const theOwner: Sentence = (asker, thing) => {
  if (asker.personId === thing.ownerId) return true
  return false
}
const thePersonItIsAbout: Sentence = (asker, thing) => {
  if (asker.personId === thing.subjectId) return true
  return false
}
const administratorsOf =
  (grant: Grant): Sentence =>
  (asker, _thing, world) => {
    for (const one of world.grants) {
      if (one.orgId !== asker.orgId) continue
      if (one.personId !== asker.personId) continue
      if (one.grant === grant) return true
    }
    return false
  }
/** "The subject's manager according to the organisation chart on that day, from the first to the last day, both included." */
const theirManagerOfToday: Sentence = (asker, thing, world) => {
  for (const line of world.manages) {
    if (line.orgId !== asker.orgId) continue
    if (line.managerId !== asker.personId) continue
    if (line.personId !== thing.subjectId) continue
    if (world.today < line.from) continue
    if (line.until !== null && world.today > line.until) continue
    return true
  }
  return false
}

const ofTheOwner = <Action extends string>(...actions: Action[]): Record<Action, Sentence> =>
  Object.fromEntries(actions.map((action) => [action, theOwner])) as Record<Action, Sentence>

const ofTheTwo = <Action extends string>(...actions: Action[]): Record<Action, Sentence> =>
  Object.fromEntries(
    actions.map((action): [string, Sentence] => [
      action,
      (asker, thing) => asker.personId === thing.ownerId || asker.personId === thing.subjectId,
    ]),
  ) as Record<Action, Sentence>

/** One entry for each noun of the page, one line for each row of its table. */
export const sentences: Record<string, Record<string, Sentence>> = {
  person: {
    // see the name: the person; administrators of people
    see: (asker, thing, world) => {
      if (thePersonItIsAbout(asker, thing, world)) return true
      if (administratorsOf('people')(asker, thing, world)) return true
      return false
    },
    // change the name, export everything, erase everything: the person
    change: thePersonItIsAbout,
    export: thePersonItIsAbout,
    erase: thePersonItIsAbout,
    // put people in an order of merit: nobody
    rank: nobody,
  },
  member: {
    // see the name, the teams, and who manages whom: everyone of the organisation
    see: everyoneOfTheOrganisation,
    // add, change, note that somebody has left: administrators of people
    add: administratorsOf('people'),
    change: administratorsOf('people'),
  },
  team: {
    // see which teams there are, and who belongs to them: everyone of the organisation
    see: everyoneOfTheOrganisation,
    // add, change, end: administrators of people
    change: administratorsOf('people'),
  },
  adminGrant: {
    // see: the person who has it; administrators of people
    see: (asker, thing, world) => {
      if (thePersonItIsAbout(asker, thing, world)) return true
      if (administratorsOf('people')(asker, thing, world)) return true
      return false
    },
    // give, end: administrators of people (and the operator, who is no member)
    change: administratorsOf('people'),
  },
  invitation: {
    // see that there is one; make, call off: administrators of people
    see: administratorsOf('people'),
    make: administratorsOf('people'),
    end: administratorsOf('people'),
  },
  viewSwitch: {
    // see which are on: everyone of the organisation
    see: everyoneOfTheOrganisation,
    // switch on with a purpose, switch off: administrators of views
    change: administratorsOf('views'),
  },
  handover: {
    // see: the owner, who gave it; whom it was handed to, until it is withdrawn
    see: (asker, thing) => {
      if (asker.personId === thing.ownerId) return true
      if (asker.personId === thing.givenToId && !thing.isWithdrawn) return true
      return false
    },
    // make: the owner, of what is their own and not private; withdraw: the owner
    make: theOwner,
    withdraw: theOwner,
  },
  heldRole: {
    // see the role that the organisation holds somebody in: the person; their manager of today; administrators of people
    see: (asker, thing, world) => {
      if (thePersonItIsAbout(asker, thing, world)) return true
      if (theirManagerOfToday(asker, thing, world)) return true
      if (administratorsOf('people')(asker, thing, world)) return true
      return false
    },
    change: administratorsOf('people'),
  },
  teamMap: {
    // ask for one's own, and take it out as a table: everyone of the organisation; it is empty for who manages nobody
    see: everyoneOfTheOrganisation,
    export: everyoneOfTheOrganisation,
  },
  preparation: {
    // ask for one: everyone of the organisation; there is none but of people whom one manages today
    see: everyoneOfTheOrganisation,
  },
  teamMapPerson: {
    // be shown a person in it: whoever manages them today
    see: theirManagerOfToday,
  },
  exportNotice: {
    // see: the person who is in the table
    see: thePersonItIsAbout,
    // change, remove: nobody
    change: nobody,
  },
  joining: {
    // see; say that it is another person: whoever keeps them, and the member
    ...ofTheTwo('see', 'unlink'),
    // say who they are: whoever keeps them
    link: theOwner,
  },
  heldItem: {
    // see, with every earlier wording: whoever wrote it, and the member it is about
    ...ofTheTwo('see'),
    // take it into one's own record; object; take either back: the member it is about
    claim: thePersonItIsAbout,
    object: thePersonItIsAbout,
    takeBack: thePersonItIsAbout,
    // say something to an objection; remove it for good: whoever wrote it
    reply: theOwner,
    remove: theOwner,
  },
  // see, add, change, remove, export as a grid: the person who keeps them
  keptPerson: ofTheOwner('see', 'add', 'change', 'remove', 'export'),
  // see with every earlier answer, change: the owner
  target: ofTheOwner('see', 'change'),
  assessment: {
    // open: the person about themselves, or whoever writes down what was said, who is its owner; close: the owner
    ...ofTheOwner('open', 'close'),
    // see: the owner; what was asked for and then given also whom it is about
    see: (asker, thing) => {
      if (asker.personId === thing.ownerId) return true
      if (asker.personId === thing.subjectId && thing.isGiven) return true
      return false
    },
  },
  given: {
    // see what was given: their manager of today where that was said beforehand
    see: (asker, thing, world) => {
      if (!thing.isGiven) return false
      if (!thing.isShownToManager) return false
      return theirManagerOfToday(asker, thing, world)
    },
  },
  dispute: {
    // contest a rating that was given about oneself, or add to it; take that back: the person it is about
    say: thePersonItIsAbout,
    takeBack: thePersonItIsAbout,
    // see: whoever may see the rating
    see: (asker, thing, world) => {
      if (asker.personId === thing.ownerId) return true
      if (asker.personId === thing.subjectId) return true
      if (thing.isShownToManager && theirManagerOfToday(asker, thing, world)) return true
      return false
    },
  },
  round: {
    // see it, close it: its organisers, who are whoever started it and administrators of rounds
    ...Object.fromEntries(
      ['see', 'close'].map((action): [string, Sentence] => [
        action,
        (asker, thing, world) => {
          if (theOwner(asker, thing, world)) return true
          if (administratorsOf('rounds')(asker, thing, world)) return true
          return false
        },
      ]),
    ),
    // start one; take part in one: each in their own name. Of whom it may be about, see roundSubject.
    start: theOwner,
    takePart: theOwner,
  },
  roundSubject: {
    // see who is to rate somebody, and change that list: the person, their manager of today, administrators of rounds
    ...Object.fromEntries(
      ['see', 'propose'].map((action): [string, Sentence] => [
        action,
        (asker, thing, world) => {
          if (thePersonItIsAbout(asker, thing, world)) return true
          if (theirManagerOfToday(asker, thing, world)) return true
          if (administratorsOf('rounds')(asker, thing, world)) return true
          return false
        },
      ]),
    ),
    // agree to it: their manager of today, or an administrator of rounds
    agree: (asker, thing, world) => {
      if (theirManagerOfToday(asker, thing, world)) return true
      if (administratorsOf('rounds')(asker, thing, world)) return true
      return false
    },
  },
  rating: {
    // see: the owner; what was asked for and then given also whom it is about
    see: (asker, thing) => {
      if (asker.personId === thing.ownerId) return true
      if (asker.personId === thing.subjectId && thing.isGiven) return true
      return false
    },
    // change, take back: the owner
    change: theOwner,
    withdraw: theOwner,
    // contest a rating that was given about oneself, or add to it; take that back: the person it is about
    // What was not given does not load for them, so the decision asks only whom it is about.
    contest: thePersonItIsAbout,
  },
  // see what was asked, answer, give, decline: whoever was asked, and nobody else
  ask: ofTheOwner('see', 'answer', 'decline'),
  // ask; see that one asked somebody: whoever asked
  asSeenBy: {
    // see one's own things as somebody else reads them: the person, of their own
    see: theOwner,
  },
  askSent: ofTheOwner('see', 'send'),
  // know whether the other is done, open both sides, see what was opened: either of the two
  opening: ofTheTwo('see', 'open'),
  agreement: {
    // see every version; propose a version; sign it: the person and the manager who agree
    ...ofTheTwo('see', 'propose', 'sign'),
  },
  release: {
    // ask for the figures, and see what was published: everybody of the organisation
    look: everyoneOfTheOrganisation,
    see: (_asker, thing) => thing.isGiven,
    // make: administrators of views
    make: administratorsOf('views'),
  },
  sealedContribution: {
    // look whether there is something about oneself: that person
    look: thePersonItIsAbout,
    // see in which skills it counts: the person it is about, once the round is closed; anybody else: nobody
    see: (asker, thing) => {
      if (!thing.isGiven) return false
      return asker.personId === thing.subjectId
    },
  },
  // how strict somebody rates: that rater alone
  raterStrictness: ofTheOwner('see'),
  // see when the list was changed, by whom and from which file: everyone of the organisation
  listChange: { see: everyoneOfTheOrganisation },
  agreedGrowth: {
    // see growth areas, weeks and remark: the person; their manager of today
    see: (asker, thing, world) => {
      if (theOwner(asker, thing, world)) return true
      if (theirManagerOfToday(asker, thing, world)) return true
      return false
    },
    // write, end: their manager of today
    change: theirManagerOfToday,
    // add a remark: the person
    annotate: theOwner,
  },
  workPart: {
    // see the work, why, the wish and the remark: the person; their manager of today
    see: (asker, thing, world) => {
      if (theOwner(asker, thing, world)) return true
      if (theirManagerOfToday(asker, thing, world)) return true
      return false
    },
    // show, give, write down of earlier quarters, end: their manager of today
    change: theirManagerOfToday,
    // say that they would like it, take that back, add a remark: the person
    wish: theOwner,
  },
  // see, add, remove: that person
  account: ofTheOwner('see', 'add', 'remove'),
  // see, add, name, remove: that person
  passkey: ofTheOwner('see', 'add', 'name', 'remove'),
  // see the browsers, end one or all others, prove anew who one is: that person, no administrator
  session: ofTheOwner('see', 'end', 'prove'),
  directoryToken: {
    // see, make, end: administrators of people
    see: administratorsOf('people'),
    make: administratorsOf('people'),
    end: administratorsOf('people'),
  },
  memberRecord: {
    // see every line and change: the person; administrators of people
    see: (asker, thing, world) => {
      if (thePersonItIsAbout(asker, thing, world)) return true
      if (administratorsOf('people')(asker, thing, world)) return true
      return false
    },
    // list everybody; change from a day on; bring a file of people: administrators of people
    list: administratorsOf('people'),
    change: administratorsOf('people'),
    bring: administratorsOf('people'),
  },
  // read, print: everyone of the organisation
  sheet: { see: everyoneOfTheOrganisation },
  audit: {
    // read what was done to the organisation, check that the record is whole, take it out: administrators of the audit
    read: administratorsOf('audit'),
    check: administratorsOf('audit'),
    export: administratorsOf('audit'),
    // read what one did oneself: that person
    see: theOwner,
  },
  erasure: {
    // see that somebody was erased, and the proof; erase somebody who has left: administrators of people
    see: administratorsOf('people'),
    make: administratorsOf('people'),
  },
  calibration: {
    // see cases, and rounds with their purpose: everyone of the organisation
    see: everyoneOfTheOrganisation,
    // write and take off cases, open and close rounds: administrators of frameworks
    change: administratorsOf('frameworks'),
  },
  // see a reading, and make it: its reader
  calibrationReading: ofTheOwner('see', 'change'),
  // see, write, change, take off the list: the manager who wrote it
  opportunity: ofTheOwner('see', 'change'),
  ownWork: ofTheOwner('see', 'change'),
  // see, make, make anew, go back: the owner
  plan: ofTheOwner('see', 'change'),
  // see; report, correct; take back: the owner
  progress: ofTheOwner('see', 'report', 'withdraw'),
  // see, write, let go of: whoever writes it, not whom it is for
  feedbackDraft: ofTheOwner('see', 'write', 'withdraw'),
  // see, write, take back: the owner, not whom the talk is with
  conversation: ofTheOwner('see', 'write', 'withdraw'),
  evidence: ofTheOwner('see', 'write', 'withdraw'),
  // have a file read, see what is proposed of it: the person who brings it
  capture: ofTheOwner('propose'),
  checkIn: ofTheOwner('see', 'write', 'withdraw'),
  // see, choose, make, renew and stop the address: the owner
  reminder: ofTheOwner('see', 'change'),
  // see whether there is one and its sheet, say that the sheet is kept, put it back: the owner
  key: ofTheOwner('see', 'confirmSheet', 'restore'),
  // see; have one made and kept: the owner
  forecast: ofTheOwner('see', 'make'),
  // see, put away for good: the person whose ratings it is made from
  plateau: ofTheOwner('see', 'putAway'),
  // see; keep, change, say that it is still true; let go of: the owner
  longView: ofTheOwner('see', 'change', 'remove'),
  // see; arrange, write; keep a version; remove: the owner
  packet: ofTheOwner('see', 'change', 'keep', 'remove'),
  // see what could be in it and what was handed over; make a file; note that it holds no longer: the owner
  // see, correct: that person
  skillLink: ofTheOwner('see', 'correct'),
  share: ofTheOwner('see', 'make', 'end'),
  // look at it, keep it, see it, take it away: the person who received it, its owner
  receivedShare: ofTheOwner('see', 'receive', 'remove'),
  // see; keep, correct, put aside; take back: the owner, not whoever said it
  feedback: ofTheOwner('see', 'record', 'withdraw'),
  framework: {
    // read; add, by using it for the first time: everyone of the organisation
    see: everyoneOfTheOrganisation,
    add: everyoneOfTheOrganisation,
    // change: nobody
    change: nobody,
    // choose which version one's own map is drawn from: each person for themselves
    use: thePersonItIsAbout,
    // publish; remove: administrators of frameworks
    publish: administratorsOf('frameworks'),
    remove: administratorsOf('frameworks'),
  },
  draft: {
    // see: the person who writes it
    see: theOwner,
    // change, let go of, publish: the person who writes it, if they look after frameworks
    ...Object.fromEntries(
      ['change', 'end', 'publish'].map((action): [string, Sentence] => [
        action,
        (asker, thing, world) => {
          if (!theOwner(asker, thing, world)) return false
          if (!administratorsOf('frameworks')(asker, thing, world)) return false
          return true
        },
      ]),
    ),
  },
  comment: {
    // see, mark as dealt with or open again: the person who wrote it
    see: theOwner,
    resolve: theOwner,
    // write: the person who writes the draft, who owns the comment from then on
    write: theOwner,
  },
  // see, make for their own ratings, undo: the person who moved
  carryOver: ofTheOwner('see', 'make', 'undo'),
  backup: {
    // list, take, restore: administrators of backups
    see: administratorsOf('backups'),
    take: administratorsOf('backups'),
    restore: administratorsOf('backups'),
  },
}

/** Whether the page lets this person do this with this thing. */
export function isAllowed(world: World, asker: Asker, noun: string, action: string, thing: Thing): boolean {
  // "A visitor sees nothing that belongs to a person", and is not of the organisation.
  if (asker.personId === null) return false
  // "Nothing is ever seen across organisations."
  if (asker.orgId !== thing.orgId) return false
  // "From the day after their last day nobody is let in."
  for (const one of world.lastDay) {
    if (one.orgId === asker.orgId && one.personId === asker.personId && world.today > one.day) return false
  }
  // "What no rule grants is refused."
  const sentence = sentences[noun]?.[action]
  if (sentence === undefined) return false
  return sentence({ orgId: asker.orgId, personId: asker.personId }, thing, world)
}
