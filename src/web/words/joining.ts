// The words about people who were kept and are members now, for whoever kept them and for the member.
import type { RaterKind } from '../../core/assessment/assessment.ts'
import type { HeldSaidBy, NamedKind } from '../../core/person/joining.ts'
import type { Relation } from '../../core/person/kept-person.ts'

const things = (count: number) => (count === 1 ? 'one thing' : `${count} things`)

/** For whoever keeps them. */
export const joiningWords = {
  title: (name: string) => `If ${name} works here`,
  about: (name: string) =>
    `When ${name} is on your organisation’s list of people, you can say who they are here. They then read everything you noted about them, and answer. Nothing is linked by itself.`,
  beforeWriting: (name: string) =>
    `Only you read this now. If ${name} joins your organisation’s Skillmap and you say who they are there, they will read it.`,
  beforeKeeping:
    'Only you read what you note. If somebody joins your organisation’s Skillmap and you say who they are there, they will read what you noted about them.',
  writing: (name: string) => `${name} reads what you write here, and nobody else besides you.`,
  mayBe: 'Names on the list that are alike:',
  choose: 'Who is it?',
  chooseHint: 'Type a name of your organisation’s list.',
  chooseUnknown: 'Nobody on the list is called that. Whoever keeps the list of people can add them.',
  choosen: (name: string, teams: string) => (teams === '' ? name : `${name}, ${teams}`),
  look: (name: string) => `Look at what ${name} would see`,
  preview: (name: string) => `What ${name} will see`,
  previewAbout: (name: string) =>
    `Everything below, with every earlier wording. ${name} can take it into their record or object; nobody else reads it. Remove first what should not stand: it is gone for good then.`,
  nothing: 'You noted nothing about them yet.',
  remove: 'Remove for good',
  removeOf: (skill: string, day: string) => `Remove ${skill} of ${day} for good`,
  removeAsk: (skill: string) =>
    `${skill} goes with every earlier wording, and cannot be brought back. A backup from before still holds it until it expires.`,
  removeDo: 'Remove it',
  removed: (skill: string) => `${skill} is removed for good.`,
  named: (count: number) => `Your own records that name them: ${things(count)}`,
  namedAbout: (name: string) =>
    `${name} learns that there is such a record, what kind it is, and its day. The words are sealed with your key and stay yours. Your journal is not looked through.`,
  keptAs: (name: string, member: string) =>
    `${member} also sees that you kept them as “${name}”, and as what.`,
  do: (name: string) => `This is ${name}: show it to them`,
  sure: (name: string) => `I have looked, and I mean this ${name}.`,
  linked: (name: string, day: string) =>
    `You said on ${day} that this is ${name}. ${name} reads everything you noted about them; nobody else besides you does.`,
  readers: (name: string) => `You and ${name} can read this.`,
  answers: (name: string) => `What ${name} says`,
  noAnswers: (name: string) => `${name} has not said anything to it. They need not.`,
  claimed: (name: string) => `${name} took it into their record. You stay its author.`,
  objects: (name: string, wish: string) =>
    `${name} objects and ${wish}. Until that is settled it is used nowhere.`,
  wishes: { beside: 'wants these words beside it', removal: 'asks you to remove it' },
  noWords: 'They said nothing more.',
  reply: 'Your answer',
  replyHint: (name: string) => `${name} reads it.`,
  replyDo: 'Answer',
  replied: 'You answered',
  unlink: (name: string) => `This is not ${name}`,
  unlinkAbout: (name: string) =>
    `${name} reads nothing of it any more. What they had taken into their record is your note again, and what they said to it goes. What they have read, they have read.`,
  unlinkDo: 'Take it back',
} as const

/** For the member. */
export const heldWords = {
  title: 'Held about you',
  line: 'A colleague kept notes about you before you were here.',
  lineLabel: 'Notes about you',
  read: 'Read them',
  lead: 'What colleagues noted about you while you had no account here. Each of it you can take into your record, object to, or leave.',
  private:
    'You and whoever wrote it read this. Nobody else does: not your manager, unless they wrote it, and no administrator.',
  none: 'Nobody said that they kept notes about you.',
  from: (name: string) => `From ${name}`,
  since: (name: string, as: string, day: string) =>
    `${name} kept you as ${as}, and said on ${day} that it is you.`,
  as: (name: string, relation: Relation | null) =>
    relation === null ? `“${name}”` : `“${name}”, ${relationOf[relation]}`,
  noRatings: 'No ratings or notes about you are held.',
  claim: 'Take it into my record',
  claimOf: (skill: string) => `Take it into my record: ${skill}`,
  claimAll: (count: number) => `Take all ${count} into my record`,
  claimAbout:
    'What you take into your record counts among what colleagues gave you, for development. Whoever wrote it stays its author.',
  claimed: 'In your record.',
  object: 'Object',
  objectOf: (skill: string) => `Object to ${skill}`,
  wish: 'What do you want?',
  wishes: { beside: 'My words stand beside it', removal: 'It is removed' },
  words: 'Your words',
  wordsHint: (name: string) => `${name} reads them. Until it is settled, it is used nowhere.`,
  objectDo: 'Say so',
  objected: 'You object. It is used nowhere meanwhile.',
  asked: 'You asked for it to be removed. It is used nowhere meanwhile.',
  reply: (name: string, words: string) => `${name} answers: ${words}`,
  undo: 'Undo',
  undoOf: (skill: string) => `Undo what you said to ${skill}`,
  gone: (day: string) => `Removed on ${day}.`,
  goneTitle: 'Removed since',
  goneSaid: (words: string) =>
    words === '' ? 'You asked for something to be removed.' : `You said: ${words}`,
  notClaimed: {
    'taken-back': 'Taken back by whoever wrote it; its history is still held.',
    'own-words': 'What you are noted to have said of yourself. In your own record, you say it yourself.',
  },
  named: (name: string) => `${name}’s own records that name you`,
  namedAbout: (name: string, day: string) =>
    `You see that they are there, and their day. Their words are ${name}’s and sealed; you can ask for them, or object. As of ${day}.`,
  notMe: 'This is not me',
  notMeAbout: (name: string) =>
    `If ${name} means another person: you read nothing of it any more. What you took into your record goes back, and what you said to it goes.`,
  notMeDo: 'Somebody else is meant',
} as const

const relationOf: Record<Relation, string> = {
  report: 'somebody they lead',
  peer: 'a colleague',
  manager: 'their manager',
  client: 'a client',
}

/** Words of both. */
export const heldThingWords = {
  earlier: (count: number) =>
    count === 1 ? 'Said differently before' : `Said differently ${count} times before`,
  takenBack: 'taken back',
  /** `keeper` is null for whoever keeps it. */
  saidBy: (who: HeldSaidBy, keeper: string | null, kind: RaterKind): string => {
    if (who === 'keeper') return keeper ?? 'You'
    if (who === 'member') return 'as said by the person themselves'
    const as = kind === 'self' ? '' : ` (${kindOf[kind]})`
    return who === 'unknown'
      ? `nobody knows who said it${as}`
      : `somebody else said it to ${keeper ?? 'you'}${as}${keeper === null ? '; who it was is not shown' : ''}`
  },
  kinds: {
    talk: 'A talk that was prepared',
    told: 'Something that was told, as noted',
    draft: 'Feedback that was begun',
    said: 'Something that was said about somebody, as noted',
    share: 'A file that was handed over',
  } satisfies Record<NamedKind, string>,
} as const

const kindOf: Record<Exclude<RaterKind, 'self'>, string> = {
  manager: 'as a manager',
  peer: 'as a colleague',
  report: 'as somebody who is led',
  client: 'as a client',
}
