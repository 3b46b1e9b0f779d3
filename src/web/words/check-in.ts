// The words of looking back on a week, of a plan that offers to ask for less, and of reminders.
import type { Load } from '../../core/check-in/check-in.ts'
import type { LighterReason } from '../../core/check-in/lighter-plan.ts'
import { listInWords } from '../../core/planning/plain-words.ts'
import type { Session } from '../organisation/api-organisation.ts'

export const checkInWords = {
  title: 'Your week',
  lead: 'Two minutes. Every question may be skipped, and so may the week.',
  week: 'Week',

  practised: 'What you practised',
  noPlan: 'No plan is kept, so there is nothing to report.',
  toPlan: 'Make a plan',
  noAreas: 'Your plan asks nothing of you in this quarter.',

  inTheWay: 'What is in the way',
  inTheWayHint: 'A line is enough.',
  own: 'For you alone',
  ownHint: 'In no share, packet or number that anybody else sees. Only your own export has them.',
  load: 'The hours of this week felt',
  loads: { light: 'light', right: 'right', heavy: 'heavy' } satisfies Record<Load, string>,
  energy: 'Energy left for learning',
  energyEnds: '0 is none, 10 is plenty.',
  none: 'Skip',

  keep: 'Keep this week',
  keeping: 'Keeping…',
  told: {
    kept: 'Kept.',
    half: 'What you practised is kept, and nothing else.',
    nothing: 'Nothing was said, so nothing is kept. That is fine.',
    undone: 'Taken back.',
  },
  undo: 'Undo',
  notMoved: 'No date of your plan has moved by a week.',
  movedWaiting: 'Working out dates…',

  earlier: 'Earlier weeks',
  inTheWayShort: 'In the way:',
  change: 'Change',
  changeOf: (week: string) => `Change the week of ${week}`,
  unreadable: (weeks: readonly string[]) =>
    `What you said of the ${weeks.length === 1 ? 'week' : 'weeks'} of ${listInWords(weeks)} cannot be read: the key is missing or the text is damaged. A recovery sheet may bring it back.`,
} as const

export const lighterWords = {
  title: 'A lighter plan',
  titlePause: 'A rest for the plan',
  take: 'Make it lighter',
  takePause: 'Let it rest',
  taking: 'Making it…',
  notNow: 'Not now',
  never: 'Never for this reason',
  taken: 'The plan is lighter.',
  takenPause: 'The plan rests.',
  quiet: 'It will not be offered again for four weeks.',
  gone: 'It will not be offered again for this reason.',
  undo: 'Undo',
  helps: 'What helps at the work',
  neverAgain: {
    'heavy-weeks': 'A lighter plan is not offered after heavy weeks.',
    'low-first': 'A lighter plan is not offered because of a rating.',
  } satisfies Record<LighterReason, string>,
  askAgain: 'Offer it again',
} as const

export const reminderWords = {
  title: 'Reminders in your calendar',
  lead: 'Skillmap reminds you of nothing by itself. Your calendar program can, if you wish. Its entries say nothing of what you write or want.',
  which: 'Which reminders',
  week: 'The week, on',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekday: 'Day of the week',
  time: 'Time',
  plan: 'A new quarter of your plan',
  longView: 'Your long view, once a year',
  asked: 'What a colleague asked you, on its last day',
  file: 'Download a calendar file',
  fileHint: 'Import it once. Later changes need a new file.',
  link: 'Make an address to subscribe to',
  linkAgain: 'Make a new address',
  stop: 'Stop the address',
  linkHint: {
    personal:
      'Your calendar program fetches changes from it. It works on this computer only, so that program must run here too, and while Skillmap runs.',
    team: 'Your calendar program fetches changes from it. It works wherever Skillmap can be reached, without signing in: whoever knows the address can read these days, and nothing else.',
  } satisfies Record<Session['kind'], string>,
  hasLink: 'There is an address. It was shown once; a new one takes its place.',
  url: 'The address, shown this once',
  copy: 'Copy',
  copied: 'Copied',
  stopped: 'The address answers nobody any more.',
} as const
