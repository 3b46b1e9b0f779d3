// The words for somebody who was told something.
export const toldWords = {
  title: 'I was told something',
  lead: 'Feedback often names a result and leaves out what to do. Write one sentence, or paste a whole review.',
  field: 'What did they say?',
  answer: 'What it probably means',
  placeholder: 'be more visible',
  nothingStored: 'It is read here, on your machine. Nothing is stored until you keep a sentence.',
  tooLong: (megabytes: string) =>
    `This is ${megabytes} MB of text. At most 5 MB are read at once: take a part of it. The field is as it was.`,
  reading: (percent: number) => `Reading: ${percent} %`,
  waiting: 'Reading…',
  failed: 'The reader did not arrive. Reload the page, or choose from what people often hear.',
  often: 'People often hear',
  counted: (sentences: string) => `${sentences} read.`,
  sentences: (count: number) => (count === 1 ? 'One sentence' : `${count} sentences`),
  groups: {
    strength: 'What they value',
    gap: 'What they miss',
    either: 'Praise, or something missed',
    vague: 'Unclear: ask for an example',
    none: 'About no skill',
    'other-language': 'Not in the language that is read here',
  },
  more: (count: number) => `Show ${count} more`,
  kept: 'kept',
  putAside: 'put aside',
} as const

/** From this likelihood on, from the surest down. */
const SURE = [
  { from: 0.8, gap: 'Very likely about', strength: 'Very likely praise for', short: 'very likely' },
  { from: 0.55, gap: 'Probably about', strength: 'Probably praise for', short: 'probably' },
  { from: 0.3, gap: 'Perhaps about', strength: 'Perhaps praise for', short: 'perhaps' },
  { from: 0, gap: 'No more than a guess:', strength: 'No more than a guess, praise for', short: 'a guess' },
] as const

/** How sure a reading is, in words; `confidence` from 0 to 1. */
export function sureWords(confidence: number): (typeof SURE)[number] {
  return SURE.find(({ from }) => confidence >= from) ?? SURE[3]
}

/** One sentence, opened. */
export const toldPartWords = {
  yourWord: 'By your own word, about',
  yourWordPraise: 'By your own word, praise for',
  likeEarlier: 'Read like a sentence that you corrected before.',
  howSure: 'How sure, and why',
  likelihood: 'How likely',
  skill: 'Skill',
  percent: (share: number) =>
    share < 0.01 ? 'under 1 %' : share > 0.99 ? 'over 99 %' : `${Math.round(share * 100)} %`,
  words: (words: string) => `The marked words spoke for it: ${words}.`,
  noWords: 'No single word spoke for it.',
  calibrated:
    'Of readings that say 70 %, about 7 in 10 are right. It is a program, not the person who said it.',
  howRead: 'How this framework is read.',
  orAbout: 'Or about',
  askBack: 'Ask back',
  copyAsk: 'Copy the question',
  askAny: (skill: string) =>
    `When did you last wish that my ${skill} had been different, and what would you have liked to see?`,
  askPraise: (skill: string) =>
    `Which moment did you have in mind? And what would the next step in ${skill} look like to you?`,
  monday: 'On Monday',
  seenGap: (level: string) => `Where they probably see you: level ${level}`,
  seenStrength: (level: string) => `What they probably see: level ${level}`,
  next: (level: string) => `What would look different: level ${level}`,
  nextStrength: (level: string) => `The next level: ${level}`,
  guess: 'The level is a guess, from what your role asks and where you stand.',
  either: 'Praise, or something they miss? The words do not tell. You were there.',
  vagueTitle: 'Too vague to tell',
  vagueText:
    'It can mean several things. Vague feedback is common, and it falls more often on those who are different from the person who gives it. Before you change anything, ask for one example.',
  vagueAsk:
    'Can you tell me about one moment when you had this in mind, and what you would have liked to see?',
  mayMean: 'People who say this often mean',
  ifMeant: 'If they meant',
  noneTitle: 'Not about a skill',
  noneText: 'It says something about work or people, and nothing that you could get better at.',
  otherLanguage:
    'It is not in the language that is read here, so nothing is guessed. You can still say which skill it is about.',
} as const

/** Keeping a sentence, and what follows from it. */
export const toldKeepWords = {
  who: 'Who said it',
  nobody: 'nobody named',
  newPerson: 'Somebody else…',
  when: 'When',
  keep: 'Keep it',
  change: 'Save',
  other: 'It is about something else',
  also: 'About another skill as well',
  alsoAbout: 'As well about',
  without: (skill: string) => `Not about ${skill}`,
  whichSkill: 'Say what it is about',
  dismiss: 'Put it aside',
  dismissHint: 'Put aside: sentences like it will be read as about no skill of yours.',
  cancel: 'Leave it as it is',
  wasPraise: 'It was praise',
  wasMissed: 'It was something missed',
  meant: 'It was meant as',
  gap: 'something missed',
  strength: 'praise',
  kept: 'Kept.',
  aside: 'Put aside.',
  undo: 'Undo',
  countTitle: (name: string) => `Count it as what ${name} sees`,
  countLevel: 'About level',
  count: 'Count it, unsure',
  countHint: 'It weighs little against a rating that somebody really gave, and goes when you take this back.',
  counts: (name: string, level: string) => `Counts, unsure, as what ${name} sees: about level ${level}.`,
  countNot: 'Do not count it',
  grow: 'Make it a growth area',
  growHint: 'Opens your plan with it pinned, and says what that costs. Nothing is kept before you say so.',
} as const
