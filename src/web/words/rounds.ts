// The words of people who rate each other: asking, answering, rounds, opening together, and agreed levels.
import type { NoLevelReason, RaterKind, RatingContent } from '../../core/assessment/assessment.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { capitalise, counted } from '../../core/planning/plain-words.ts'
import type { AskState, Purpose } from '../../core/round/round.ts'
import { contentInWords } from './rating.ts'

export const purposeWords: Record<Purpose, string> = {
  development: 'for development',
  evaluation: 'for evaluation',
}

const PURPOSE_MEANS: Record<Purpose, string> = {
  development:
    'It is for development: it counts among the levels that the person grows by, and in no evaluation.',
  evaluation: 'It is for evaluation: it stays apart from the levels that the person grows by.',
}

export const kindWords: Record<RaterKind, string> = {
  self: 'themselves',
  manager: 'their manager',
  peer: 'colleagues',
  report: 'people who report to them',
  client: 'people they work for',
}

/** What somebody said of somebody else, as `contentInWords` has it of oneself. */
export function saidInWords(framework: Framework, content: RatingContent): string {
  if (content.level === null) return WITHOUT_LEVEL[content.reason ?? 'cannot-tell']
  return contentInWords(framework, content)
}

const WITHOUT_LEVEL: Record<NoLevelReason, string> = {
  'not-seen': 'not seen',
  'not-needed': 'not needed in the work',
  'cannot-tell': 'cannot tell',
}

/** What one rater is to whom they rate. */
const oneKindWords: Record<RaterKind, string> = {
  self: 'oneself',
  manager: 'manager',
  peer: 'colleague',
  report: 'reports to them',
  client: 'works with them as a client',
}

export const askedWords = {
  title: 'What you were asked',
  lead: 'Colleagues who would like your view of some of their skills. Nobody else sees this list, nor whether you answered.',
  none: 'Nobody asked you anything yet.',
  open: 'Open',
  done: 'Earlier',
  about: (name: string, isMine: boolean) => (isMine ? 'About yourself' : `About ${name}`),
  /** `by` is null where whoever reads asked it. */
  byAndFor: (by: string | null, purpose: Purpose) =>
    `${by === null ? 'You ask' : `${by} asks`}, ${purposeWords[purpose]}`,
  inRound: (title: string) => `in the round “${title}”`,
  due: (day: string) => `until ${day}`,
  changeable: (day: string) => `given in confidence, can be changed until ${day}`,
  mayFinish: 'the round is over; you two may still finish',
  dueSentence: (day: string) => `Until ${day}.`,
  states: { open: 'open', given: 'given', declined: 'declined', ended: 'over' } satisfies Record<
    AskState,
    string
  >,
  skills: (count: number) =>
    `${capitalise(counted(count, 'skill'))}, about ${count <= 6 ? 'five' : 'ten'} minutes. “I have not seen this” is a full answer.`,
  whoReads: (name: string, managerSees: boolean) =>
    `Yours alone until you give it. Then ${name} reads it at once, with your name${managerSees ? ', and so does whoever manages them' : ''}.`,
  whoReadsOwn: 'Yours alone, also once you are done.',
  whoReadsBlind: (subject: string, other: string, managerSees: boolean) =>
    `Yours alone until both of you are done and one of you opens it. Neither sees the other’s before. Then ${subject} and ${other} read both sides${managerSees ? ', and whoever manages them later reads the manager’s' : ''}.`,
  whoReadsConfidential: (name: string) =>
    `Yours alone until the round closes. ${name} never learns who said what; anything is shown only if at least three answered.`,
  untilSealed: (day: string) =>
    `Until the round closes, on ${day} at the latest, you can change what you said or take it back. Then it is sealed together with what the others said: nobody can read it, change it or take it back any more, you included, and this question is gone from your list.`,
  purposeMeans: PURPOSE_MEANS,
  begin: 'Begin',
  goOn: 'Go on',
  decline: 'Decline',
  declineAbout: 'No reason is asked for, and nobody is told: it looks like a question that is still open.',
  declined: 'You declined. Nobody is told.',
  ended: 'This is over. What you had not given stays yours alone.',
  answers: 'Your answers',
  notAnswered: 'not answered yet',
  answer: 'Answer',
  change: 'Change',
  give: (name: string) => `Give it to ${name}`,
  giveBlind: 'I am done',
  giveInConfidence: 'Give it in confidence',
  giveOnce: 'Once given it does not change any more.',
  givenOn: (name: string, day: string) => `You gave this to ${name} on ${day}.`,
  givenInConfidence: (day: string) =>
    `You gave this in confidence on ${day}. It counts as it stands when the round closes.`,
  sealedSoon: 'The last day of the round is over. It is being sealed, and does not change any more.',
  kept: 'What you change is kept as you choose it.',
  back: 'Back to this question',
  takeBack: 'Take all of it back',
  takeBackAbout:
    'Then nothing of it counts. Your answers stay here for you: you can give them again until the round closes. Nobody is told.',
  doneOn: (day: string) => `You were done on ${day}.`,
  contests: 'contests this',
  adds: 'adds',
  guessTitle: (name: string) => `What do you think ${name} says?`,
  guessAbout:
    'A guess for each skill. Where a guess is off, there is often something that one of you has not seen. Kept as you choose.',
  noGuess: 'No guess',
  guessFor: (skill: string) => `Your guess for ${skill}`,
  otherNotDone: (name: string) => `${name} is not done yet. You can open it once both of you are.`,
  otherDone: (name: string) => `${name} is done too. Open it together, for example at your next talk.`,
  open2: 'Open both sides',
  toOpening: 'See both sides',
  backToList: 'What you were asked',
} as const

/** As assess.ts has them, about somebody else. */
export const othersQuestionWords = {
  recognise: 'Tick what you have seen them do lately.',
  yes: 'Yes, I have seen this',
  no: 'Not yet',
  approaching: 'On the way there',
  notSure: 'I cannot tell',
  notSeen: 'I have not seen this',
  notNeeded: 'Not needed in their work',
  note: 'A note to go with it',
  noteHint: 'What you saw, and when. Read by whoever reads your answer.',
} as const

export const askWords = {
  title: 'Ask for a view',
  lead: 'Ask colleagues how they see some of your skills. They answer in about five minutes, or decline without a reason.',
  whoReads: 'What they give, you read with their names, and nobody else. Whom you asked is yours alone.',
  whoReadsReport: (name: string) =>
    `${name} reads what is given at once, with names; so do you, as long as you manage them. Whoever is asked is told so.`,
  aboutWhom: 'About whom',
  me: 'Myself',
  whom: 'Whom do you ask?',
  findSomebody: 'Find somebody',
  nobody: 'Nobody of this name.',
  which: 'Which skills?',
  whichHint:
    'Four to six are answered well. Private skills are never asked of others, and nobody is asked about what they cannot see in their work.',
  findSkill: 'Find a skill',
  chosen: 'Chosen',
  remove: (name: string) => `Take ${name} off`,
  purpose: 'What is it for?',
  note: 'Say what it is for, in a sentence',
  noteOptional: 'A sentence to go with it',
  noteHint: 'Whoever you ask reads it.',
  until: 'Until when?',
  send: 'Ask',
  stillMissing: 'Choose whom you ask, and at least one skill.',
  sent: (count: number) => `${capitalise(counted(count, 'colleague'))} asked.`,
  sentTitle: 'Whom you asked',
  sentAbout:
    'Whether somebody answered or declined is not shown here. What they give stands under where you stand.',
  sentLine: (rater: string, skills: number, day: string) =>
    `${rater}, about ${counted(skills, 'skill')}, until ${day}`,
  narrows: 'What would narrow your levels most',
  narrowsAbout: 'Computed from what is known of each level now and what two more ratings would add.',
  narrowsLine: (who: string, skill: string, now: string, after: string) =>
    `Two more ${who} who see your ${skill} would narrow it from ±\u00a0${now} to ±\u00a0${after}.`,
  choose: 'Choose it',
  toLevels: 'Where you stand',
} as const

export const narrowKinds: Record<Exclude<RaterKind, 'self'>, string> = {
  manager: 'managers',
  peer: 'colleagues',
  report: 'people who report to you',
  client: 'people you work for',
}

export const roundWords = {
  title: 'Rounds',
  lead: 'Several people look at the same skills of somebody at the same time. Each round says what it is for and who reads what, before anybody answers.',
  none: 'There is no round that is about you, or that you organise.',
  over: 'over',
  until: (day: string) => `until ${day}`,
  start: 'Start a round',
  name: 'Its name',
  purpose: 'What is it for?',
  purposeMeans: PURPOSE_MEANS,
  whom: 'Whom is it about?',
  whomOfManager: 'Whoever reports to you today.',
  which: 'Which skills?',
  kinds: 'Who rates?',
  kindsHint:
    'Proposed from the organisation chart. Each person may change who is asked about them; you agree.',
  managerSees: 'Whoever manages them reads what is given',
  managerSeesNamed: 'Whoever manages them later reads what their manager said',
  managerSeesNamedHint: 'What colleagues say in confidence is read by nobody, whatever you choose here.',
  managerSeesHint: 'Everybody who is asked is told so first. Otherwise only the person reads it.',
  named: 'What is given is read at once, with names.',
  lastDay: 'Its last day',
  begin: 'Start it',
  stillMissing: 'Choose whom it is about, and at least one skill.',
  inConfidence: 'in confidence',
  askInstead: 'You can ask for a view at any time, outside any round:',
  reads: (managerSees: boolean, confidential: boolean) =>
    confidential
      ? 'Colleagues answer in confidence: nobody reads what any of them said, not even who answered. When the round closes, the person sees estimates in skills that at least three answered, and nothing else; then it is destroyed who said what.'
      : managerSees
        ? 'What is given is read by whom it is about and by whoever manages them, with names.'
        : 'What is given is read by whom it is about, with names, and by nobody else.',
  pair: 'The person and their manager rate without seeing each other’s, and open both sides together.',
  startedBy: (name: string) => `Started by ${name}`,
  by: (name: string) => `by ${name}`,
  skills: 'Skills',
  progress: 'How far it is',
  progressAbout: 'In counts only. Who has answered is never shown.',
  asked: (count: number) => `${capitalise(counted(count, 'question'))} asked.`,
  answered: (count: number) => `${capitalise(counted(count, 'answer'))} given.`,
  answeredHidden:
    'How many answers there are is told once at least three are given and at least three are open, or all are.',
  close: 'Close it now',
  closeAbout: 'What nobody answered ends. What was given stays. A pair that is not done may still finish.',
  closeAboutConfidential:
    'What was given in confidence is sealed, and it is destroyed who said what. After that nothing can be changed, added or taken back, by nobody. What nobody answered ends. A pair that is not done may still finish.',
  closedConfidential:
    'The round is closed and sealed. Who answered, and how many did, is nowhere any more. Each person finds under where they stand what may be shown, or why nothing is.',
  who: 'Who rates whom',
  whoAbout:
    'Read by the person, their manager and the organisers of rounds; whoever is on a list finds their own line in their export. Whether somebody answered is not in it.',
  whoSealed:
    'The lists of who was asked were destroyed when the round closed. What may be shown, or why nothing is, each person finds under where they stand.',
  rates: (name: string, isMine: boolean) => (isMine ? 'You' : name),
  proposed: 'Proposed: besides the person and their manager nobody is asked yet.',
  agreedOn: (day: string, isEverybody: boolean) =>
    `Agreed on ${day}; everybody ${isEverybody ? '' : 'who can see any of the skills '}was asked.`,
  seesNone: '(can see none of these skills in their work, and is not asked)',
  changed: 'Somebody else changed this list in the meantime. It stands here as it is now.',
  notDone: 'What you were about to do is not done yet.',
  allTheSame: (what: string) => `${what} all the same`,
  addName: (name: string) => `Add ${name}`,
  listAs: (name: string, kind: RaterKind) => `List ${name} as “${oneKindWords[kind]}”`,
  lookAgain: 'Look at it again, and agree once it fits.',
  add: 'Add somebody',
  as: (kind: RaterKind) => oneKindWords[kind],
  remove: (name: string) => `Take ${name} off`,
  agree: 'Agree, and ask them',
  kindOf: (name: string) => `What ${name} is to them`,
  waitsForManager: 'Change the list until it fits. Your manager or an organiser agrees to it.',
  noRaters: 'Nobody besides the person and their manager yet.',
  tooFew: (invited: number, needed: number) =>
    `In confidence at least ${needed} people are asked about each person; here it would be ${invited}. Add somebody to the list first.`,
  answerHere: 'What you are asked yourself stands under “What you were asked”.',
  invited: (name: string, invited: number, percent: number, rate: number) =>
    `${name}: ${counted(invited, 'colleague')} would be proposed. About ${percent} in 100 that anything will be shown, if ${rate} in 100 of those who are asked answer.`,
  tooFewProposed: (name: string, invited: number, needed: number) =>
    `${name}: ${counted(invited, 'colleague')} who can see any of the skills would be proposed, and at least ${needed} have to be asked. Choose more kinds of people above, or add somebody to the list before it is agreed to.`,
  chanceWhom: 'Choose whom it is about, and it says here how likely it is that anything will be shown.',
  chance: (percent: number, rate: number) =>
    `About ${percent} in 100 that anything will be shown, if ${rate} in 100 of those who are asked answer.`,
} as const

export const openingWords = {
  title: (name: string) => `Both sides: ${name}`,
  lead: (subject: string, manager: string, day: string) =>
    `${subject} and ${manager} rated the same skills without seeing each other’s. Opened on ${day}; it does not change any more.`,
  whoReads: (subject: string, manager: string) => `${subject} and ${manager} read this, and nobody else.`,
  agenda: 'Where you differ, the largest first',
  agendaAbout: 'Each line is a question to each other: what have you seen that I have not?',
  alike: 'You see all of it alike.',
  skill: 'Skill',
  gave: (name: string) => `${name} says`,
  guessed: (name: string) => `guessed by ${name}`,
  noLevel: 'no level',
  towards: (level: number) => `on the way to ${level}`,
  difference: 'Difference',
  notAgreed: 'Not agreed on',
  apart: (levels: number) => (levels === 0 ? 'alike' : `${levels} apart`),
  oneOnly: 'one of you could not tell',
  agree: 'Agree on levels',
  agreeAnew: 'Agree on levels anew',
  agreeAbout:
    'Once you have talked: the level you both see now, and where it is still to be shown, what will be seen as proof by when. One of you proposes, the other signs.',
} as const

export const agreementWords = {
  title: 'Agreed levels',
  about:
    'Signed by both, with the day and the framework’s version. A later version stands beside the earlier ones; a skill that it leaves out stays as it was agreed before.',
  whoReads: (one: string, other: string) => `${one} and ${other} read this, and nobody else.`,
  level: 'Level',
  proof: 'What will be seen as proof',
  by: 'By when',
  propose: 'Propose, and sign it yourself',
  proposed: 'Proposed. It holds once the other one signs too.',
  version: (version: number) => `Version ${version}`,
  signedOn: (day: string, framework: string) => `Signed by both on ${day}, against ${framework}`,
  waits: (who: string, day: string) => `Proposed by ${who} on ${day}, not signed by the other yet`,
  superseded: (who: string, day: string) => `Proposed by ${who} on ${day}, never signed by the other`,
  sign: 'Sign it',
  signAbout: 'From then on it holds and does not change.',
  line: (skill: string, level: string) => `${skill}: level ${level}`,
  proofBy: (proof: string, day: string) => `Proof by ${day}: ${proof}`,
  moved: 'What changed since the version before',
  movedLine: (skill: string, before: string, after: string) => `${skill}: ${before} → ${after}`,
  shown: 'shown already',
  gone: 'not in this version; what was agreed before stays',
  earlier: (count: number) => capitalise(counted(count, 'earlier version')),
} as const

export const givenWords = {
  title: 'What colleagues gave you',
  about: 'With their names, and with what you say of it.',
  on: (name: string, day: string, purpose: Purpose) => `${name}, ${day}, ${purposeWords[purpose]}`,
  say: 'Contest or add',
  sayFor: (skill: string, name: string) => `Contest or add to what ${name} says of ${skill}`,
  contest: 'I see this differently',
  addition: 'I want to add something',
  words: 'Your words',
  wordsHint: 'Shown wherever this rating is shown, in exports too. Whoever gave it reads it.',
  keep: 'Put it beside the rating',
  takeBack: 'Take it back',
  ask: 'Ask for a view',
  saidOfIt: {
    you: { contest: 'You see this differently', addition: 'You add' },
    they: { contest: 'They see this differently', addition: 'They add' },
  },
  aboutReport: (name: string) => `What colleagues gave about ${name}`,
  aboutReportLead:
    'With names, and with what they say of it. Everybody who gave it was told beforehand that you read it; what was given for them alone is not here.',
  noneForYou: (name: string) => `Nothing was given about ${name} for you to read.`,
  notYours: 'Nobody of this address reports to you today.',
  readAbout: 'What colleagues gave',
} as const
