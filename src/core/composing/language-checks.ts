// Words that hurt or talk down, found by the retext family; what it says about pronouns and the like is left out.

import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextProfanities from 'retext-profanities'
import { unified } from 'unified'
import { VFile } from 'vfile'

export interface LanguageFinding {
  rule: 'insult' | 'excludes' | 'talks-down'
  /** UTF-16 units in the text; the end is behind the last one. */
  from: number
  to: number
}

/** Words that tell the reader that it should not have been hard. */
const TALKS_DOWN = ['basically', 'obvious', 'of-course']
/**
 * Rules of retext-equality that do more harm than good here. Feedback is about somebody, who has a pronoun; "just",
 * "easy" and "clearly" are mostly innocent ("easy to read" is praise); and some are about machines.
 */
const LEFT_OUT = [
  ...[
    'he-she',
    'her-him',
    'herself-himself',
    'just',
    'simple',
    'easy',
    'clearly',
    'everyone-knows',
    'hero-heroine',
  ],
  ...[
    'host-hostess',
    'hostesses-hosts',
    'bugreport',
    'dummy',
    'invalid',
    'hang',
    'fellowship',
    'moan',
    'moaning',
  ],
  ...[
    'pull-the-trigger',
    'long-time-no-see',
    'manpower',
    'manhour',
    'manhours',
    'manned',
    'manmade',
    'special',
  ],
  ...[
    'grandfather-clause',
    'grandfathered',
    'grandfathering',
    'rehab',
    'bi',
    'binge',
    'barren',
    'mastermind',
  ],
  ...['master', 'masters', 'master-key', 'master-plan', 'masterplan', 'masterful', 'masterpiece', 'motherly'],
  ...[
    'masterstroke',
    'master-the-art',
    'maiden-flight',
    'maiden-speech',
    'aunt-uncle',
    'dads-moms',
    'dad-mom',
  ],
  ...['maternal-paternal', 'maternity-paternity', 'husband-wife', 'daughter-son', 'brother-sister', 'spade'],
]
/** How sure retext-profanities is that a word is meant badly: 0 unlikely, 1 maybe, 2 likely. */
const LIKELY = 2

const processor = unified()
  .use(retextEnglish)
  .use(retextEquality)
  .use(retextProfanities, { sureness: LIKELY })

/** Findings in the order of the text. Never throws: what cannot be parsed has none. */
export function checkLanguage(text: string): LanguageFinding[] {
  const file = new VFile(text)
  processor.runSync(processor.parse(file), file)
  return file.messages.flatMap((message): LanguageFinding[] => {
    const { place, source } = message
    const rule = ruleOf(source, message.ruleId ?? '')
    if (rule === null || place === undefined || !('start' in place)) return []
    const from = place.start.offset ?? 0
    return [{ rule, from, to: place.end.offset ?? from }]
  })
}

function ruleOf(source: string | null | undefined, id: string): LanguageFinding['rule'] | null {
  if (source === 'retext-profanities') return 'insult'
  if (LEFT_OUT.includes(id)) return null
  return TALKS_DOWN.includes(id) ? 'talks-down' : 'excludes'
}
