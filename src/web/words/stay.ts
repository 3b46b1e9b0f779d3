// The words of staying.
export const stayWords = {
  eyebrow: 'Stay',
  choose: 'Decide to stay',
  chosen: 'You have decided to stay. That is an answer of full value.',
  full: 'Staying takes growth areas, evidence and goals like any move.',
  week: 'A typical week',
  trial: 'A small thing to begin with',
  openHere: 'Still open for the role you hold',
  deepen: 'Where depth would count most',
  deepenHelp: 'The skills that carry most of your role, one level further than it asks.',
  nextLevel: (level: number) => `what level ${level} looks like`,
} as const
