// The words of the page about where a person stands.
import type { RaterKind } from '../../core/assessment/assessment.ts'
import type { Source } from '../../core/measurement/measure-person.ts'
import { capitalise, counted, inSentence } from '../../core/planning/plain-words.ts'

/** "3.1". */
function figure(level: number): string {
  return (Math.round(level * 10) / 10).toFixed(1)
}

/** Half a level is said as it was meant. */
function ratingWord(level: number, approaching: boolean): string {
  return approaching ? `${level}, on the way to ${level + 1}` : String(level)
}

interface Range {
  level: number
  low: number
  high: number
  assumed: boolean
}

/** What is said of a level with its likely range. */
export const likelyWords = {
  short: ({ level, low, high, assumed }: Range) =>
    assumed
      ? `assumed ${figure(level)} (${figure(low)} to ${figure(high)})`
      : `${figure(level)} (${figure(low)} to ${figure(high)})`,
  shortest: ({ level, assumed }: Range) => (assumed ? `assumed ${figure(level)}` : figure(level)),
  spoken: ({ level, low, high, assumed }: Range) =>
    assumed
      ? `assumed from your role, about ${figure(level)}, likely range ${figure(low)} to ${figure(high)}`
      : `about ${figure(level)}, likely range ${figure(low)} to ${figure(high)}`,
  sentence: ({ level, low, high }: Range) =>
    `About ${figure(level)}; likely between ${figure(low)} and ${figure(high)}.`,
  keyRated: 'level with its likely range, right four times out of five',
  keyAssumed: 'assumed from your role, because nobody has rated it',
  keyAsked: (role: string) => `what ${role} is asked for`,
  half: figure,
  asked: (level: number) => `asked: ${level}`,
} as const

/** `isMine`: whether it is about the reader. */
const source = (isMine: boolean): Record<Source, string> => ({
  self: isMine ? 'What you said yourself' : 'What they said themselves',
  manager: isMine ? 'What your manager said' : 'What their manager said',
  named: 'What people said under their names',
  confidential: 'What was said in confidence, together',
  usual: 'What is usual for people in general',
})

const kinds = (isMine: boolean): Record<RaterKind, string> => ({
  self: isMine ? 'yourself' : 'themselves',
  manager: isMine ? 'your manager' : 'their manager',
  peer: 'a colleague',
  report: isMine ? 'somebody who reports to you' : 'somebody who reports to them',
  client: 'a client',
})

/** What one level rests on, and what would narrow it. */
export const restsWords = {
  title: 'What it rests on',
  source,
  label: (skill: string) => `What the level of ${skill} rests on`,
  help: 'Full: from ratings of this skill itself. Pale: through ratings of other skills, because one person’s skills and one rater’s habits hang together.',
  said: 'What was said',
  you: 'You',
  by: (name: string | null, kind: RaterKind, isMine = true) =>
    name === null ? capitalise(kinds(isMine)[kind]) : `${name}, ${kinds(isMine)[kind]}`,
  level: ratingWord,
  countsAs: (said: { level: number; approaching: boolean }, countsAs: number) => {
    const habit = said.level + (said.approaching ? 0.5 : 0) - countsAs
    const head = `Your ${ratingWord(said.level, said.approaching)} counts as ${figure(countsAs)}`
    if (Math.abs(habit) < 0.05) return `${head}.`
    return `${head}: people rate themselves about ${figure(Math.abs(habit))} ${habit > 0 ? 'higher' : 'lower'} than others do.`
  },
  narrow: 'What would narrow it',
  narrowLabel: (skill: string) => `How the likely range of ${skill} would narrow`,
  narrowNothing: 'Hardly anybody can see this skill: more ratings would change little.',
  now: 'Now',
  with: (who: string) => `with ${who}`,
  plusMinus: (half: number) => `±\u00a0${figure(half)}`,
  nobody:
    'Nobody has rated this skill. What your role asks stands in for it, and the range is as wide as it is for people in general.',
  neverAsked: 'Nobody else is ever asked about this skill.',
  rate: 'Rate it',
  rateAgain: 'Rate it again',
  toOthers: 'What others said',
  toSkill: 'The levels of this skill',
} as const

export const standingWords = {
  title: 'Where you stand',
  ratedBy: (skills: number, people: number) =>
    people === 0
      ? capitalise(`${counted(skills, 'skill')} rated, by you alone.`)
      : capitalise(`${counted(skills, 'skill')} rated, by you and ${counted(people, 'other')}.`),
  ratedByOthers: (skills: number, people: number) =>
    capitalise(`${counted(skills, 'skill')} rated by ${counted(people, 'other')}.`),
  nothing:
    'Nothing is rated yet. All levels below are assumed from your role, and their ranges are as wide as for people in general.',
  assess: 'Rate yourself, about five minutes',
  onlySelf: (half: string, who: string, then: string) =>
    `Only you have rated so far. People see themselves differently than others do, so that a level is known to about ±\u00a0${half}; with what ${who} says, to about ±\u00a0${then}.`,
  noteOthers: 'Write down what others said',
  onlySelfPlain:
    'Only you have rated so far. People see themselves differently than others do; what others say would narrow the ranges.',
  ofPerson: 'Where they stand',
  ofPersonHelp:
    'Measured from everything you wrote down, with what it shows of how strict each rater is. Open a skill to see what its level rests on.',
  forTheirs: (role: string) => `In their role, ${role}`,
  reach: 'How far it reaches',
  towards: (role: string) => `Towards ${role}`,
  forOwn: (role: string) => `In your role, ${role}`,
  honest:
    'This is not the chance of a promotion. Whether there is a seat, when, and who decides is not in any figure here.',
  levels: 'Your levels',
  levelsHelp: 'Open a skill to see what its level rests on.',
  compare: 'Show what is asked by',
  others: (count: number) =>
    capitalise(`${counted(count, 'skill')} that ${count === 1 ? 'is' : 'are'} not asked for there`),
  assumedOnly: (count: number) =>
    capitalise(`${counted(count, 'skill')} that nobody has rated: assumed from your role`),
  chartLabel: 'Your levels with their likely ranges',
  leftOut: (count: number) =>
    capitalise(
      `${counted(count, 'rating')} could not be counted: of another framework version, or outside the scale.`,
    ),
  rests: 'What it rests on',
  you: (sentence: string) => `With your ratings, ${inSentence(sentence)}`,
} as const
