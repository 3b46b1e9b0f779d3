// Reads levels as people write them: numbers, dots, ticks, and words that have an order.
import { keyOf, oneLine } from './naming.ts'

export interface LevelCell {
  level: number
  /** Set where the cell says more than a whole level does, such as "2-3". */
  lost?: string
}

/** More levels than this are marks out of a hundred or amounts of something, not levels. */
export const HIGHEST_LEVEL = 20
const NOTHING = new Set([
  '',
  '-',
  '.',
  '/',
  'n/a',
  'na',
  'n.a.',
  'none',
  'no',
  'nil',
  'not expected',
  'not required',
  'not applicable',
  'unknown',
  '?',
])
const TICKS = new Set(['x', 'yes', 'y', 'true', '✓', '✔', '✅', '☑', '•', '●'])
const NUMBERED =
  /^(?:(?:level|lvl|l|stage|step|stufe|niveau|milestone|grade|score)[\s.:#-]*)?(\d{1,3})(?:\s*(?:\/|of)\s*\d{1,3})?(?:\s*[-–—:.),]\s*\p{L}.*)?$/iu
const BEHIND_WORDS = /^\p{L}[^\d]*\((\d{1,3})\)$/u
const BETWEEN = /^(\d{1,2})(?:\s*[-–—]\s*\d{1,2}|[.,]\d{1,2}|\s*\+)$/

/** Lower ranks first; words of one rank are different names for about the same. */
const RANKS: string[][] = [
  ['unaware', 'no experience', 'no knowledge', 'not started', 'keine kenntnisse', 'keine erfahrung'],
  [
    'awareness',
    'aware',
    'exposure',
    'novice',
    'trainee',
    'learning',
    'learner',
    'entry',
    'a1',
    'anfänger',
    'einsteiger',
  ],
  [
    'beginner',
    'basic',
    'basics',
    'starter',
    'low',
    'junior',
    'apprentice',
    'developing',
    'emerging',
    'a2',
    'grundkenntnisse',
    'grundlagen',
    'basiswissen',
  ],
  [
    'foundational',
    'foundation',
    'fundamental',
    'fundamentals',
    'elementary',
    'advanced beginner',
    'limited',
    'b1',
  ],
  [
    'intermediate',
    'working',
    'working knowledge',
    'competent',
    'capable',
    'medium',
    'mid',
    'moderate',
    'performing',
    'b2',
    'anwender',
    'anwenderin',
    'anwendung',
    'kenner',
  ],
  [
    'proficient',
    'practitioner',
    'skilled',
    'practised',
    'practiced',
    'solid',
    'good',
    'independent',
    'experienced',
    'c1',
    'selbstständig',
    'erfahren',
  ],
  [
    'advanced',
    'high',
    'strong',
    'senior',
    'very good',
    'leading',
    'mentor',
    'teaches',
    'fortgeschritten',
    'sehr gut',
  ],
  [
    'expert',
    'specialist',
    'excellent',
    'lead',
    'role model',
    'exemplary',
    'c2',
    'experte',
    'expertin',
    'profi',
  ],
  ['master', 'mastery', 'authority', 'thought leader', 'principal', 'pioneer', 'world-class'],
]
const RANK_OF = new Map(RANKS.flatMap((words, rank) => words.map((word): [string, number] => [word, rank])))

/** Whether a cell says that nothing is expected, known or seen. */
export function saysNothing(cell: string): boolean {
  return NOTHING.has(keyOf(cell).replace(/^[–—]$/, '-'))
}

/** The level of a cell; undefined where it is no level. `words` maps keys of words to levels. */
export function levelOf(cell: string, words: ReadonlyMap<string, number>): LevelCell | undefined {
  const text = oneLine(cell)
  const known = words.get(keyOf(text))
  if (known !== undefined) return { level: known }
  const number = (NUMBERED.exec(text) ?? BEHIND_WORDS.exec(text))?.[1]
  if (number !== undefined) return Number(number) <= HIGHEST_LEVEL ? { level: Number(number) } : undefined
  const lower = BETWEEN.exec(text)?.[1]
  if (lower !== undefined && Number(lower) <= HIGHEST_LEVEL)
    return /[.,]0+$/.test(text)
      ? { level: Number(lower) }
      : { level: Number(lower), lost: text.slice(lower.length) }
  const dots = /^[●⬤⚫■★⭐*✓✔]{2,10}[○◯⚪□☆]*$|^[●⬤⚫■★⭐][○◯⚪□☆]+$|^[○◯⚪□☆]+$/u.exec(text)
  if (dots !== null) return { level: [...text].filter((mark) => !/[○◯⚪□☆]/u.test(mark)).length }
  return isTick(text) ? { level: 1 } : undefined
}

/** A mark that says yes and not how much. */
export function isTick(cell: string): boolean {
  return TICKS.has(oneLine(cell).toLowerCase())
}

/** Whether this is one of the words that commonly name a level. */
export function isLevelWord(text: string): boolean {
  return RANK_OF.has(keyOf(text))
}

/** Common words for levels in their order, lowest first; the rest keep theirs and come last. */
export function orderLevelWords(words: string[]): string[] {
  const rank = (word: string) => RANK_OF.get(keyOf(word)) ?? RANKS.length
  return words.toSorted((a, b) => rank(a) - rank(b))
}

/** From the key of each word to its level, which counts from 1. A lowest word such as "no experience" is level 0. */
export function levelsOfWords(ordered: string[]): Map<string, number> {
  const first = RANK_OF.get(keyOf(ordered[0] ?? '')) === 0 ? 0 : 1
  return new Map(ordered.map((word, index) => [keyOf(word), index + first]))
}

/** The number and the name in headings such as "Level 2", "2 - Practitioner" or "L2: Knows". */
export function splitLevelHeading(heading: string): { level: number; name: string } | undefined {
  const text = oneLine(heading)
  const [, number, name = ''] =
    /^(?:(?:level|lvl|l|stage|step|stufe|niveau|milestone|grade)[\s.:#-]*)?(\d{1,2})(?:\s*[-–—:.)=]\s*|\s+|$)(?:\(?(\p{L}.*?)?\)?)$/iu.exec(
      text,
    ) ?? []
  if (number === undefined || Number(number) > HIGHEST_LEVEL) return undefined
  return { level: Number(number), name }
}
