// The words of the pages about skills.
export const skillWords = {
  people: 'What people say',
  ask: 'Ask back:',
  why: 'Why it matters',
  confused: 'Often confused with',
  levels: 'Levels',
  see: 'A colleague can see',
  practise: 'To reach the next level',
  stayThere: 'To stay here',
  read: 'Read',
  anti: 'A tempting imitation',
  you: 'You',
  yours: 'Your level',
  notRated: 'You have not rated this skill yet.',
  rateThis: 'Rate just this one',
  rateAgain: 'Rate it again',
  ratedOn: (date: string) => `Rated on ${date}.`,
  note: 'Your note:',
  noLevel: {
    'not-seen': 'You answered that you have not seen it.',
    'not-needed': 'You answered that it is not needed where you are.',
    'cannot-tell': 'You answered that you cannot tell.',
  },
  roles: 'Who is expected to have it',
  rolesHelp: 'Roles at the level they ask for; bold where the skill is critical.',
  rolesNobody: 'No role of this framework expects it.',
  notAsked: (count: number) => `${count} roles do not ask for it.`,
  before: 'Builds on',
  beforeNone: 'Nothing has to come first.',
  after: 'What builds on it',
  afterNone: 'Nothing in this framework builds on it.',
  facts: 'Good to know',
  weeks: (upTo: string, low: number, high: number) =>
    `${upTo}: about ${low} to ${high} weeks of practice for each level`,
  weeksUpTo: (level: number) => `Up to level ${level}`,
  weeksAbove: (from: number, to: number) => (from === to ? `To level ${to}` : `To levels ${from} to ${to}`),
  weeksHelp:
    'Judgement, not measurement, beside daily work. A higher level also needs a scope that only an employer or clients can give.',
  access: {
    open: 'You can practise it where you are.',
    partial: 'Part of it can be practised before holding a role that needs it.',
    gated: 'It can only be rehearsed before holding a role that needs it.',
  },
  seenBy: 'Who can see it',
  seenUnknown: 'The framework does not say who can see it.',
  seen: ['never', 'sometimes', 'often', 'daily'],
  seenPeers: 'colleagues',
  seenManager: 'your manager',
  seenReports: 'people who report to you',
  seenByFew:
    'Seen by few: your manager rarely witnesses this, so that your own view and theirs may differ most.',
  private:
    'This skill is yours alone: it is never asked of others and left out of everything that others see.',
  safeguard: 'Please note',
} as const

export const skillsWords = {
  title: 'Skills',
  lead: (count: number, hard: number, soft: number) => `${count} skills: ${hard} hard and ${soft} soft.`,
  find: 'Find a skill',
  none: (text: string) =>
    `No skill is called anything like “${text}”. If somebody said it to you, look under “I was told something”.`,
  toTold: 'I was told something',
  about: 'What hard and soft skills are',
} as const
