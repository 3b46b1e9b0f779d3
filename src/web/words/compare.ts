// The words of two roles side by side.
export const compareWords = {
  title: (a: string, b: string) => `${a} and ${b}`,
  eyebrow: 'Compare',
  first: 'First role',
  second: 'Second role',
  swap: 'Swap them',
  week: 'A typical week',
  mix: 'Hard and soft',
  rises: 'Asked for more',
  falls: 'Asked for less',
  fresh: 'New',
  gone: 'No longer asked for',
  same: 'The same in both',
  was: (weight: string) => `was ${weight}`,
  level: (a: number, b: number) => `${a} → ${b}`,
  summary: (rises: string, falls: string, fresh: string, softShare: string) =>
    `${rises} asked for more, ${fresh} new, ${falls} asked for less. ${softShare}`,
  linesHelp: 'Below, each skill shows its level and its weight, in the first role and then in the second.',
  softOfRise: (share: string) => `Of what is asked for more, ${share} is soft.`,
  readMove: 'Read about this move',
  noMove: 'The framework has no direct move from the first to the second.',
  sameRole: 'These are the same role. Choose another one to compare it with.',
} as const
