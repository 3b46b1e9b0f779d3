// The words of the page about how a framework is read.

const SURE = [
  { from: 0.7, words: 'very likely' },
  { from: 0.4, words: 'likely' },
  { from: 0, words: 'perhaps' },
] as const

export const linksWords = {
  title: 'How this framework is read',
  link: 'How it is read',
  lead: (count: number) =>
    `Skillmap’s reader of what people say learned the ${count} skills of its own framework.`,
  through: (name: string) =>
    `A skill of ${name} is read through those that its texts are about. Where that is wrong, say so: it holds for what you were told, for your journal and on the command line, for you alone, and for every version of this framework.`,
  allLearned: (name: string) =>
    `Every skill of ${name} is one of them. There is nothing to link, and still you may correct it.`,
  working: 'Reading the framework…',
  failed: 'The reader did not arrive. Reload the page.',
  own: 'Read through other skills',
  learned: (count: number) => `Skills that the reader learned itself (${count})`,
  theSame: 'the reader learned this skill',
  sure: (share: number) => (SURE.find(({ from }) => share >= from) ?? SURE[2]).words,
  none: 'By its own words alone.',
  noneFound: 'By its own words: no skill that the reader learned is near.',
  by: (words: string) => `by ${words}`,
  byYou: 'You said so.',
  correct: 'Correct',
  correctOf: (skill: string) => `Correct how ${skill} is read`,
  legend: (skill: string) => `${skill} is read as`,
  another: 'Another skill…',
  hint: 'Tick what stands behind it. Without any it is read by its own words.',
  most: (count: number) => `${count} at most. To choose another, take one out.`,
  andMore: (count: number) => (count === 1 ? 'and one more, less near' : `and ${count} more, less near`),
  asFound: 'As Skillmap found it',
  asFoundOf: (skill: string) => `Read ${skill} as Skillmap found it`,
  done: 'Done',
  saved: (skill: string) => `${skill}: corrected.`,
  undone: (skill: string) => `${skill}: as Skillmap found it.`,
} as const
