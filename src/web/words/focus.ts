// The words of what to work on first.
import { numberWord } from '../../core/planning/plain-words.ts'
import { sharedWords } from './shared.ts'

export const focusWords = {
  title: sharedWords.focus,
  lead: (aRole: string) => `On the way to becoming ${aRole}.`,
  leadMany: 'What your destinations ask for, and what they share.',
  destinations: 'Where you may go',
  another: 'Another role',
  add: 'Add a role…',
  enough: (most: number) => `No more than ${numberWord(most)} at once; untick one to look at another.`,
  five: 'The five',
  practice: 'To begin with:',
  sort: 'Sort by',
  sortWorth: 'Worth most',
  sortQuick: 'Quick wins',
  sortWorthHelp:
    'How much a skill weighs there, times the levels missing; more where other skills build on it, less where you can hardly practise it yet.',
  sortQuickHelp: 'The same, divided by the weeks that the next level takes.',
  quick: (low: number, high: number) => `Next level: about ${low} to ${high} weeks of practice.`,
  quickAssumed: (weeks: number) => `Next level: about ${weeks} weeks, by the general rule.`,
  order: 'Practise in this order',
  orderHelp:
    'What others build on comes first, then what you can practise where you are. Work on three at most at a time.',
  orderSame: 'In the order above: none of the five has to wait for another. Work on three at most at a time.',
  reorder: 'What would change this order',
  reorderNone: 'Nothing small would.',
  reorderMore: 'More that would change it',
  all: (count: number) => `All ${count} skills with something missing`,
  score: (score: number) => `Score ${score.toFixed(1)}: how this came about`,
  assumedAll:
    'This shows what your role asks, not you: nothing is rated yet. Five minutes make the list yours.',
  levels: 'Where you stand, with likely ranges',
  assess: 'Rate twelve skills',
  shared: 'What they share',
  sharedFirst: 'The five that are worth most:',
  sharedRest: (count: number) => (count === 1 ? 'The other one' : `The other ${count}`),
  onlyFor: (aRole: string) => `Only for ${aRole}`,
  onlyNone: 'Nothing that the others do not ask for as well.',
  somewhere: 'Also shared, but not important for all of them',
  none: 'Nothing is missing for this role. What remains is trying it, or staying and going deeper.',
  seeMove: 'Read about the move',
  stay: 'Staying has a page of its own: what depth could mean in your role.',
  stayLink: 'Stay and deepen',
  plan: 'Make a plan of it, with quarters and dates',
  empty: 'Choose at least one destination.',
} as const
