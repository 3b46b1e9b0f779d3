// The headings and labels of a packet that is handed in: all words in it that are neither the person's nor quoted.

/** What stands around the person's words. Whoever changes one changes what is printed, and nothing else may be. */
export const packetLabels = {
  review: (role: string) => `Review: ${role}`,
  promotion: (role: string) => `For promotion: ${role}`,
  period: (from: string, until: string) => `${from} to ${until}`,
  by: 'By',
  summary: 'Summary',
  atAGlance: 'At a glance',
  skill: 'Skill',
  asked: 'Asked',
  claimed: 'I work at',
  range: 'Likely range',
  shown: 'Seen by others',
  none: '–',
  levelIs: (level: number) => `Level ${level}`,
  askedIs: (level: number) => `asked: ${level}`,
  claimedIs: (level: number) => `I work at: ${level}`,
  rangeIs: (low: string, high: string) => `likely range: ${low} to ${high}`,
  rangeNote:
    'A likely range is right four times out of five. It is worked out from ratings, mine and others’.',
  evidence: 'What I did',
  others: 'What others said',
  unnamed: 'not named',
  askFirst: 'ask before you quote',
  seesLevel: (level: number) => `sees level ${level}`,
  contest: 'I see this differently',
  addition: 'I add',
  with: 'With',
  inFull: 'In full under',
  thinByBehaviours: (seenTwice: number) => `thin: ${seenTwice} of 2 behaviours seen twice`,
  thinByOccasions: (occasions: number) => `thin: seen by others ${occasions} of 4 times`,
  rule: 'A level counts when two of its behaviours were each seen by somebody else twice within twelve months.',
  gaps: 'Open gaps',
  belowAsked: (asked: number, claimed: number) => `asked: ${asked}, I work at: ${claimed}`,
  notClaimed: (asked: number) => `asked: ${asked}, not claimed`,
  toldMissing: 'Told to work on',
  nothing: 'Nothing to show yet',
  results: 'Results',
  inNumbers: 'In numbers',
  highlights: 'Highlights',
  skills: 'Skills',
  whatItIs: 'What this is about',
  whatIsOpen: 'What is still open',
  words: 'Words used here',
} as const

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "3 May 2026". */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year}`
}
