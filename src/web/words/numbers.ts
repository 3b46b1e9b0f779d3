// The words of the page about the numbers.

import { counted } from '../../core/planning/plain-words.ts'
import { numbersTitle } from './level.ts'

export const numbersWords = {
  title: numbersTitle,
  lead: 'Expert judgement, not measurement. Every number here can be opened, followed back to its parts, and disagreed with.',
  whatTheyAre: 'What they are',
  plain:
    'People who know the work decided which level a role asks for in a skill and how much that skill weighs. Nobody measured it. The program only adds up what they decided, so a number is never better than the judgement behind it.',
  use: 'Use them to see what differs, what hangs together and where to look first. They say nothing about anybody’s worth, and they are not made for comparing people.',
  scale: 'The scale',
  scaleHelp: 'The same for every skill. A level contains the ones below it.',
  weights: 'The weights',
  weightTells: [
    'The role is done well without it, and better with it.',
    'Missing it is felt in most weeks.',
    'Without it the role does not work.',
  ],
  example: 'What each number means, worked out',
  exampleHelp:
    'Computed from the framework, for somebody who meets the expectations of the first role exactly. Your own ratings do not enter.',
  from: 'From',
  to: 'To',
  pair: (from: string, to: string) => `${from} to ${to}`,
  sameRoles: 'Choose two different roles.',
  nothingMissing:
    'Nothing is missing between these two roles, so there is nothing to add up. Choose another pair.',
  gap: 'Gap',
  gapRule: 'needed level − present level, where something is missing',
  gapExample: (skill: string, needed: number, now: number, gap: number) =>
    `${skill}: ${needed} − ${now} = ${gap}`,
  climb: 'Climb',
  climbRule: 'the sum of weight × gap over all skills',
  climbExample: (parts: string, rest: number, points: number) =>
    rest > 0 ? `${parts} + ${rest} from the other skills = ${points}` : `${parts} = ${points}`,
  overlap: 'Role overlap',
  overlapRule: 'level × weight that the first role meets ÷ level × weight that the second expects',
  overlapExample: (met: number, all: number, share: string) => `${met} ÷ ${all} = ${share}`,
  coverage: 'What you cover',
  coverageRule:
    'the same with what is rated of you in place of the first role; told as a rough range, such as “about half to three quarters”',
  coverageWhy:
    'Own ratings agree only loosely with those of other people and tend to be lenient. A figure to the percent would claim too much.',
  score: 'Score',
  scoreRule: (unlockBonus: number, unlockCap: number, partial: number, gated: number) =>
    `weight × gap × (1 + ${unlockBonus} for each open gap that builds on it, ${unlockCap} at most) × access, which is 1, or ${partial} where only a part can be practised before the role, or ${gated} where it can only be rehearsed`,
  scoreExample: (skill: string) => `${skill}, the highest of this move:`,
  mustHaves: 'Must-haves',
  mustHavesRule:
    'named by the framework, or else the critical skills with the highest expectations, those first on which more of the role builds; five at most',
  ready: 'Ready to try',
  readyRule:
    'three critical gaps at most, none of them wider than one level; skills that can only be learned in the role are left out',
  sources: 'Where the framework comes from',
  sourcesHelp: 'What each source was used for. The sentences and the numbers are the framework’s own.',
  noSources: 'The framework names no sources.',
  elsewhere: 'Grades elsewhere',
  elsewhereHelp:
    'Approximate, and quick to age. Each is a claim with a source, a date and how far it can be trusted; the page of a role shows them one by one.',
  claims: (count: number, companies: string) =>
    `${counted(count, 'claim')} about the grades of ${companies}.`,
  confidence: { high: 'high confidence', medium: 'medium confidence', low: 'low confidence' },
  dated: (dates: string) => `Dated ${dates}.`,
  noElsewhere: 'The framework claims no equivalents elsewhere.',
  seeGrades: 'See them beside the bands of the map',
  assumed: 'What the framework leaves out',
  assumedHelp: 'Where it says nothing, something has to stand in. This is what the program assumes:',
  assumedLine: (field: string, assumed: string, count: number) =>
    `${field}: ${assumed}${count > 1 ? ` (${count} times)` : ''}`,
  assumedNothing: 'It leaves out nothing that the numbers need.',
  limits: 'What the numbers cannot tell',
  limitsList: [
    'How you compare with anybody else. No number here ranks people.',
    'How long it takes. A climb counts what is to be learned; the weeks beside a skill are judgement too, and a higher level also needs a scope that somebody has to give you.',
    'Whether skills make up for each other. A sum hides that one missing skill may matter more than three small ones; therefore critical gaps are always told beside it.',
    'Small differences. Two climbs of 94 and 102 are about the same; a climb of 50 and one of 100 are not.',
    'Your company. Titles, scope and expectations differ from place to place.',
  ],
  notModelled: 'What is not modelled, on purpose',
  notModelledList: [
    'Pay.',
    'Whether there is an opening, and who else wants it.',
    'When: reorganisations, budgets, a manager who leaves.',
    'Who speaks for you when you are not in the room, and what bias does to such decisions.',
    'Health, family and everything else outside work that decides what is possible.',
  ],
  editing: 'If you disagree with a number, the framework can be changed: it is a folder of plain files.',
  words: 'The words, one by one',
} as const

/** The fields whose absence touches a number, as people would say them. */
export const assumedFields: Readonly<Record<string, string>> = {
  weight: 'Weight',
  kind: 'Hard or soft',
  prerequisites: 'What a skill builds on',
  access: 'Whether it can be practised before the role',
  weeks: 'Weeks of practice',
  observability: 'Who can see a skill',
  practice_hours_per_week: 'Hours of practice a week',
  bands: 'Bands',
}
