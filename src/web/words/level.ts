// How levels are told.
import type { Framework, Weight } from '../../core/framework/framework.ts'

export const levelWords = {
  nowNeeded: (now: number, needed: number) => `level ${now} now, level ${needed} needed`,
  assumed: 'assumed',
  assumedTitle: 'Nobody has rated it: the expectation of your role stands in for it.',
  rated: 'rated',
  approaching: (next: number) => `approaching ${next}`,
  notWritten:
    'The behaviours of this skill are not written yet. The general scale stands in for them; it is the same for every skill.',
  notWrittenShort: 'General scale: the behaviours of this skill are not written yet.',
  scope: 'Scope',
  autonomy: 'Autonomy',
  effect: 'Effect on others',
} as const

/** The page on which the numbers are explained. */
export const numbersTitle = 'About these numbers'

/** "2, working". */
export function levelName(framework: Framework, level: number): string {
  const name = framework.scale.find((step) => step.level === level)?.name
  return name ? `${level}, ${name.toLowerCase()}` : String(level)
}

export const weightWords: Record<number, string> = {
  0: 'not expected',
  1: 'helpful',
  2: 'important',
  3: 'critical',
}

/** "important → critical"; one word where nothing came before or nothing changed; "was helpful" where it is gone. */
export function weightsInWords(before: Weight, after: Weight): string {
  if (before === after || before === 0) return weightWords[after] ?? ''
  if (after === 0) return `was ${weightWords[before] ?? ''}`
  return `${weightWords[before]} → ${weightWords[after]}`
}
