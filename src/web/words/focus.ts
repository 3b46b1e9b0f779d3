// The words of what to work on first.
export const focusWords = {
  title: 'What to work on first',
  lead: (role: string) => `On the way to ${role}.`,
  leadMany: 'What your destinations ask for, and what they share.',
  destinations: 'Where you may go',
  another: 'Another role',
  add: 'Add a role…',
  five: 'The five',
  practice: 'To begin with:',
  sort: 'Sort by',
  sortWorth: 'Worth most',
  sortQuick: 'Quick wins',
  sortWorthHelp:
    'Weight × gap, more where other gaps build on it, less where it can hardly be practised yet.',
  sortQuickHelp: 'The same worth, divided by the weeks that the next level takes.',
  quick: (low: number, high: number) => `Next level: about ${low} to ${high} weeks of practice.`,
  quickAssumed: (weeks: number) => `Next level: about ${weeks} weeks, by the general rule.`,
  order: 'Practise in this order',
  orderHelp:
    'What others build on, and what you can start where you are, comes first. At most three at a time.',
  reorder: 'What would change this order',
  reorderNone: 'Nothing small would.',
  reorderMore: 'More that would change it',
  all: (count: number) => `All ${count} skills with something missing`,
  score: (score: number) => `Score ${score.toFixed(1)}: how this came about`,
  assumedAll:
    'These are the expectations of your role, not you: nothing is rated yet. Five minutes make this list yours.',
  assumedSome: (count: number) =>
    `${count} of these levels are assumed from your role. Rate them to make the list yours.`,
  assess: 'Rate twelve skills',
  shared: 'Worth it whichever way you go',
  sharedAll: (count: number) => `All ${count}`,
  onlyFor: (role: string) => `For ${role}`,
  somewhere: 'Useful for more than one',
  needs: (role: string, now: number, needed: number) => `${role}: ${now} → ${needed}`,
  range: (now: number, least: number, most: number) =>
    least === most ? `${now} → ${least}` : `${now} → ${least} to ${most}`,
  none: 'Nothing is missing for this role. What remains is trying it, or staying and going deeper.',
  seeMove: 'Read about the move',
  stay: 'Staying has a page of its own: what depth could mean in your role.',
  stayLink: 'Stay and deepen',
  empty: 'Choose at least one destination.',
} as const
