// The words of the plan: what to practise in which quarter, what a change of it costs, and when it may be reached.
import type { Framework } from '../../core/framework/framework.ts'
import {
  capitalise,
  counted,
  inSentence,
  listInWords,
  numberWord,
  percent,
} from '../../core/planning/plain-words.ts'
import { hoursIn, type PlanChange, type Trial } from '../plan/plan-choices.ts'
import { roleInSentence, skillName } from './names.ts'

export const planWords = {
  title: 'Your plan',
  titleStay: 'Your plan to go deeper',
  lead: (from: string, to: string) => `From ${from} towards ${to}.`,
  leadStay: (from: string) => `Staying ${from}, and going deeper.`,
  waiting: 'Making the plan…',
  noDates: 'The dates could not be worked out. Load this page again to try once more.',

  noDestination: 'A plan needs somewhere to go. Where would you like to look?',
  noDestinationLead: 'Nothing is kept by looking, and staying is a full answer.',
  stay: 'Stay and deepen',
  deeper: 'Where you could go deeper',
  deeperLead: 'What your role rests on, one level further. None of it is asked of you; plan what draws you.',
  planNextLevel: (level: number) => `Plan level ${level}`,
  planNextLevelOf: (name: string, level: number) => `Plan level ${level} of ${name}`,
  rate: 'Rate twelve skills',
  failed: 'No plan can be made of this:',
  seeFocus: 'What is worth most',

  thisQuarter: 'This quarter',
  thisQuarterLead: (until: string, hours: number) =>
    `Until ${until}, about ${Math.round(hours)} hours of practice in all.`,
  noAreas: 'Nothing is planned for this quarter.',
  week: 'This week',
  evidence: 'What will count',
  observers: 'Who could see it',
  opportunity: 'What to look for',
  why: 'Why it is here',
  step: (from: number, level: number) => `level ${from} → ${level}`,
  toLevel: (name: string, level: number) => `${name} to level ${level}`,
  stepHours: (hours: number) => (hours < 1.5 ? 'about an hour' : `about ${Math.round(hours)} hours`),
  assumedHours: 'by the general rule; the framework gives no weeks',
  underWay: 'begins here, finished later',

  order: 'The quarters',
  list: 'Step by step',
  orderLead: (limit: number) =>
    `In this order, ${limit === 1 ? 'one skill at a time' : `up to ${numberWord(limit)} skills at a time`}. Drag a skill to another place, or press the arrow keys on its handle.`,
  later: 'After this plan',
  laterLead: 'Chosen, but not within these hours and quarters.',
  quarter: (number: number, span: string) => `Quarter ${number}, ${span}`,
  current: (until: string) => `This quarter, until ${until}`,
  emptyQuarter: 'Nothing is planned here.',
  begun: (names: string) => `Under way, and finished later: ${names}.`,
  handle: (name: string, place: number, all: number) =>
    `Move ${name}: place ${place} of ${all}. Arrow up and arrow down move it.`,
  pin: 'Pin',
  unpin: 'Unpin',
  pinned: 'pinned',
  leaveOut: 'Leave out',
  takeIn: 'Take in again',
  leftOut: 'left out by you',
  takeInFor: (name: string) => `Take in again: ${name}`,
  freeOrder: 'Let the plan order again',
  ownOrder: (count: number) =>
    count === 1 ? 'The first place is yours.' : `The first ${numberWord(count)} places are yours.`,
  comesBefore: (names: readonly string[], name: string) =>
    names.length === 1
      ? `${capitalise(listInWords(names))} still comes before it, because ${name} builds on it.`
      : `${capitalise(listInWords(names))} still come before it, because ${name} builds on them.`,
  pinnedBefore: (names: readonly string[]) =>
    names.length === 1
      ? `${capitalise(listInWords(names))} still comes first, because you pinned it.`
      : `${capitalise(listInWords(names))} still come first, because you pinned them.`,
  quarterBefore: 'What is under way this quarter stays; open the quarter to change that.',
  details: 'What to do, and why',
  areaMore: 'What will count, and why it is here',
  pinFor: (name: string) => `Pin ${name}`,
  unpinFor: (name: string) => `Unpin ${name}`,
  leaveOutFor: (name: string) => `Leave out ${name}`,

  hours: 'Hours a week',
  horizon: 'How far ahead',
  quarters: (count: number) => (count % 4 === 0 ? counted(count / 4, 'year') : counted(count, 'quarter')),
  atOnce: 'Skills at once',
  atOnceMost: (count: number) => (count === 1 ? 'one' : `up to ${numberWord(count)}`),
  load: 'The last weeks were',
  loads: {
    usual: 'as usual',
    halved: 'heavy, two or three in a row',
    paused: 'heavy, four or more in a row',
  },
  roles: 'Several roles, and how much each counts',
  rolesHelp: 'What serves all of them comes earlier.',
  share: (name: string) => `${name}:`,
  dropRole: 'Remove',
  dropRoleOf: (name: string) => `Remove ${name} from the plan`,
  addRole: 'Another role',
  addRoleNone: 'choose a role',
  eachQuarter: 'Different hours in some quarters',
  frozen: 'Leave this quarter as it is',
  since: 'Since you kept this plan:',
  newQuarter: 'A new quarter has begun.',
  anew: 'See what a new plan would be',
  elsewhere: (roles: string) => `Your kept plan leads towards ${roles}.`,
  backToKept: 'Back to the kept plan',

  triedIsBack: 'What you were trying is back; none of it is kept yet.',
  triedOvertaken: 'Your plan has changed since you tried something on it. What you tried is still here.',
  takeUp: 'Try it on this plan',
  letGo: 'Let it go',

  undo: 'Undo',
  undone: 'Taking that back',
  keep: 'Keep this plan',
  keeping: 'Keeping…',
  counting: 'Working out what that costs…',
  first: 'This is a first plan. Change what you like, and keep it when it fits.',

  proofChecking: 'checking',
  proofNone: 'not proven',
  proofWithin: (percent: string) => `proven within ${percent}`,
  proofTitle: 'How near this order is to the best there is by the plan’s own measure',
  proofLabel: 'Order of the steps:',

  when: 'When',
  whenFor: (role: string) => `When: ${role}`,
  assumptions: 'What this assumes',
  assume: {
    hours: (hours: string) => `${hours} of practice a week are given as planned, with good and bad quarters.`,
    steps:
      'The hours of each step come from the framework; single steps take between half and twice as long for most people.',
    levels: (rated: number, all: number) =>
      rated === 0
        ? `No skill is rated: all ${all} levels are assumed from your role.`
        : `${rated} of ${all} levels are rated, the others are assumed from your role.`,
    pace: (count: number) =>
      count === 0
        ? 'Nothing is known yet of your own pace: a week’s report begins to change that.'
        : `Your own pace counts, from ${counted(count, 'report')} of weeks and steps.`,
    order: (limit: number) =>
      `You work in the order above and finish ${counted(limit, 'step')} at most in a quarter.`,
    waiting: 'What waits for an opportunity holds nothing up.',
    draws:
      'Two thousand such lives are drawn; half of them are there by the first date, four in five by the second.',
  },
  missingEvidence: 'What would make this surer',
  movedSince: 'Since the last forecast:',
  waitsTitle: 'What hours cannot bring',
  waitsLead: 'It waits for an opportunity and is not in any date.',
  opportunityFor: 'An opportunity for',
  from: 'From',
  haveOpportunity: 'Plan with it',
  opportunityNamed: (name: string, quarter: string) => `${name}: an opportunity from ${quarter} on.`,
  takeBack: 'Take back',
  waived: 'What the plan does without',

  changes: 'What would change this',
  changesWaiting: 'Trying single changes…',

  history: 'How this plan came about',
  historyOf: (count: number) => (count === 1 ? 'Kept once' : `Kept ${count} times`),
  goBack: 'Go back to this plan',
  goBackTo: (when: string) => `Go back to this plan, of ${when}`,
} as const

/** What was done, as the subject of a sentence: "Putting delegation first". */
export function changeInWords(framework: Framework, before: Trial, change: PlanChange): string {
  const name = 'skill' in change ? inSentence(skillName(framework, change.skill), framework.language) : ''
  switch (change.kind) {
    case 'hours':
      return hoursChange(before.hoursPerWeek, change.hours)
    case 'quarters':
      return `Planning ${planWords.quarters(change.quarters)} ahead instead of ${planWords.quarters(before.quarters)}`
    case 'pin':
      return `Pinning ${name}`
    case 'unpin':
      return `Unpinning ${name}`
    case 'leave-out':
      return `Leaving ${name} out`
    case 'take-in':
      return `Taking ${name} in again`
    case 'move':
      return `Putting ${name} ${placeInWords(change.place)}`
    case 'free-order':
      return 'Letting the plan order again'
    case 'opportunity':
      return change.quarter === null
        ? `Doing without an opportunity for ${name}`
        : `Having an opportunity for ${name}`
    case 'add-role':
      return `Planning for ${roleInSentence(framework, change.role)} too`
    case 'drop-role':
      return `No longer planning for ${roleInSentence(framework, change.role)}`
    case 'share':
      return `Letting ${roleInSentence(framework, change.role)} count ${percent(change.share)}`
    case 'focus-limit':
      return `Working on ${counted(change.limit, 'skill')} at once instead of ${numberWord(before.focusLimit)}`
    case 'heavy-weeks':
      return change.weeks > before.heavyWeeks ? 'Going easier after heavy weeks' : 'Going on as usual'
    case 'keep-quarter':
      return change.keepQuarter ? 'Leaving this quarter as it is' : 'Opening this quarter'
    case 'anew':
      return 'Making the plan anew'
  }
}

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

function placeInWords(place: number): string {
  return PLACES[place - 1] ?? `at place ${place}`
}

function hoursChange(before: readonly number[], after: readonly number[]): string {
  const length = Math.max(before.length, after.length)
  const places = Array.from({ length }, (_, quarter) => quarter)
  const other = places.filter((quarter) => hoursIn(before, quarter) !== hoursIn(after, quarter))
  const first = other[0]
  if (first === undefined) return 'Giving the same hours'
  const words = `Giving ${hoursWord(hoursIn(after, first))} a week instead of ${plainHours(hoursIn(before, first))}`
  return other.length === length ? words : `${words} in quarter ${first + 1}`
}

function plainHours(hours: number): string {
  return Number.isInteger(hours) ? numberWord(hours) : String(hours)
}

/** "three hours", "2.5 hours". */
export function hoursWord(hours: number): string {
  return Number.isInteger(hours) ? counted(hours, 'hour') : `${hours} hours`
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthOnly = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const DAY = 86_400_000
const DAYS_PER_QUARTER = 91

/** "June 2028" of a day such as 2028-06-12. */
export function monthOf(day: string): string {
  return month.format(Date.parse(`${day}T00:00:00Z`))
}

/** Its first and its last day. */
function quarterEdges(start: string, quarter: number): { begins: number; ends: number } {
  const begins = Date.parse(`${start}T00:00:00Z`) + (quarter - 1) * DAYS_PER_QUARTER * DAY
  return { begins, ends: begins + (DAYS_PER_QUARTER - 1) * DAY }
}

/** "25 February": the last day of a quarter counted from 1. */
export function quarterEnd(start: string, quarter: number): string {
  return dayAndMonth.format(quarterEdges(start, quarter).ends)
}

/** "This quarter, until 25 February", "Quarter 3, May to August 2027". `start` is the first day of the current one. */
export function quarterName(start: string, quarter: number): string {
  if (quarter === 1) return planWords.current(quarterEnd(start, 1))
  return planWords.quarter(quarter, quarterSpan(start, quarter))
}

/** "May to August 2027", "November 2027 to February 2028". */
function quarterSpan(start: string, quarter: number): string {
  const { begins, ends } = quarterEdges(start, quarter)
  const sameYear = new Date(begins).getUTCFullYear() === new Date(ends).getUTCFullYear()
  return `${(sameYear ? monthOnly : month).format(begins)} to ${month.format(ends)}`
}
