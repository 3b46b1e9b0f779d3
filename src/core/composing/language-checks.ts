// Words that hurt or talk down, found by the retext family; what it says about pronouns and the like is left out.

import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextProfanities from 'retext-profanities'
import { unified } from 'unified'
import { VFile } from 'vfile'

export interface LanguageFinding {
  rule: 'insult' | 'excludes'
  /** UTF-16 units in the text; the end is behind the last one. */
  from: number
  to: number
}

/**
 * Of retext-equality only what can be meant badly of people, or leaves some of them out. Its other rules are about
 * pronouns, which feedback needs, and about words that are innocent at work: "master", "just", "easy", "host".
 */
const KEPT = new Set([
  ...[
    'gals-man',
    'gal-guy',
    'boy-girl',
    'nuts',
    'lame',
    'retard',
    'retards',
    'psychotic',
    'ocd',
    'bipolar',
    'cretin',
  ],
  ...[
    'madman',
    'madmen',
    'maniac',
    'manic',
    'deaf-to',
    'deafmute',
    'daft',
    'dumb',
    'idiot',
    'insanely',
    'bedlam',
  ],
  ...['ghetto', 'gyp', 'oriental', 'orientals', 'redskin', 'savage', 'powwow', 'eskimo', 'indian-give'],
  ...[
    'man-enough',
    'man-up',
    'like-a-man',
    'ladylike',
    'own-man-own-woman',
    'man-of-action',
    'manly',
    'feminin-manly',
  ],
  ...['spaz', 'schizo', 'gimp', 'midget', 'spinster', 'old-maid', 'housewife', 'lady-doctor', 'add'],
])
/**
 * Words that the kept rules find as well and that say nothing bad of anybody by themselves: who somebody is, a "mental
 * model", a "primitive type". "Tribe" and "sane" are left out above: the one is a unit in many companies, the other said
 * of defaults.
 */
const INNOCENT = new Set([
  'woman',
  'women',
  'man',
  'men',
  'gentleman',
  'gentlemen',
  'fellow',
  'mental',
  'primitive',
  // Of a trade in between, and the name of a tool.
  'middleman',
  'middlemen',
  'postman',
])
/** "Nuts and bolts", "a bipolar transistor": what follows makes a thing of it. */
const A_THING = /^(?:\s+and\s+bolts|\s+(?:transistor|junction|amplifier)s?)\b/iu
/** "Chairman", "salesman" and the like. */
const A_MAN = /(?:man|men|person)-\p{L}*(?:woman|women|lady|ladies)$/u

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
    const to = place.end.offset ?? from
    return rule === 'excludes' && isInnocent(text, from, to) ? [] : [{ rule, from, to }]
  })
}

function isInnocent(text: string, from: number, to: number): boolean {
  const words = text.slice(from, to)
  // In capitals it is the name of a format or a program: LAME, DWARF.
  const isAcronym = words.length > 2 && words === words.toUpperCase() && text !== text.toUpperCase()
  return INNOCENT.has(words.toLowerCase()) || isAcronym || A_THING.test(text.slice(to))
}

function ruleOf(source: string | null | undefined, id: string): LanguageFinding['rule'] | null {
  if (source === 'retext-profanities') return 'insult'
  return KEPT.has(id) || A_MAN.test(id) ? 'excludes' : null
}
