// The patterns that find marked words in English sentences: words alone, and words said of a person.

import {
  ALWAYS,
  ALWAYS_OF_SOMEBODY,
  COMPARISON_PHRASES,
  INNER_STATES,
  INNER_VERBS,
  INSULTS,
  MIND,
  PERSON_ADJECTIVES,
  PERSON_NOUNS,
  TALKS_DOWN,
  THINGS,
  UNEVEN,
  VAGUE,
  WANTED,
} from './marked-words.ts'

const escaped = (phrase: string) =>
  phrase
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '\\s+')
    .replaceAll("'", "['’]")
const longestFirst = (phrases: readonly string[]) => [...phrases].sort((a, b) => b.length - a.length)
const anyOf = (phrases: readonly string[]) => `(?:${longestFirst(phrases).map(escaped).join('|')})`
const BEGIN = '(?<![\\p{L}\\p{N}])'
const END = '(?![\\p{L}\\p{N}])'
const whole = (pattern: string, flags = 'giu') => new RegExp(`${BEGIN}(?:${pattern})${END}`, flags)

/** Finds a phrase where it stands as whole words. */
export const wholePhrase = (phrase: string) => whole(escaped(phrase))

const DEGREE =
  '(?:so|too|very|really|quite|rather|a bit|a little|just|simply|far too|way too|incredibly|pretty|such an?|always|being|often|not|a|an)'
const FORM_OF_BE =
  '(?:are|were|is|was|am|be|been|seems?|seemed|sounds?|sounded|looks?|looked|comes? across as|came across as|(?:are|is) (?:seen|perceived|known) as|becomes?|became)'
const MAYBE = '(?:can|could|will|would|may|might|often|sometimes|mostly|clearly)'
const PRONOUN = '(?:you|he|she|they|i|who)'
/** "The build was slow" is about a machine: somebody must be named, or a name stand there. */
const SOMEBODY_IS = [
  `${PRONOUN}['’](?:re|s|m)`,
  `${PRONOUN}\\s+(?:${MAYBE}\\s+)?${FORM_OF_BE}`,
  'being|come across as|comes across as|came across as|coming across as|perceived as|seen as|known as',
  'finds? (?:you|her|him|them)',
].join('|')
const A_NAME_IS = `\\p{Lu}\\p{Ll}+\\s+${FORM_OF_BE}`
/** "You are great to work with", "a kind idea": said of something else. */
const NOT_OF_WORK = '(?!\\s+(?:work|job|idea|design|document|talk|question|at)|\\s+to (?:have|see))'

function saidOf(somebody: string, flags: string): RegExp {
  const words = `(?<words>${anyOf(PERSON_ADJECTIVES)})`
  return new RegExp(`${BEGIN}(?:${somebody})\\s+(?:${DEGREE}\\s+){0,2}${words}${END}${NOT_OF_WORK}`, flags)
}

const NOT =
  "(?:don['’]t|doesn['’]t|didn['’]t|do not|does not|did not|never|no longer|can['’]t be bothered to)"

/** Behind somebody, or a name, with what they are called shortened or not. */
function saidInside(pattern: string): RegExp {
  const somebody = `(?:${PRONOUN}(?:['’](?:re|s|ve|ll|d|m))?)`
  return new RegExp(`${BEGIN}${somebody}\\s+(?:${pattern})${END}`, 'giud')
}

/** "The settings that you chose are", "estimates for March were". */
const FURTHER = '(?:\\s+(?:of|on|in|for|at|that|you|your|my|our|the|this)\\s+(?:\\p{L}+\\s+){0,2}\\p{L}+)?'
const THING_IS = `\\b${anyOf(THINGS)}${FURTHER}\\s+(?:is|are|was|were|looks?)\\s+(?:${DEGREE}\\s+)?`
/** "Find the codebase intimidating". */
const FOUND = `\\bf(?:ind|inds|ound)\\s+(?:the|this|that|our)\\s+${anyOf(THINGS)}\\s+(?:${DEGREE}\\s+)?`
/** "Articulate the trade-offs": said of speaking clearly, and of nobody. */
const A_VERB =
  '(?!(?<=articulate)\\s+(?:the|a|an|your|his|her|their|our|its|what|why|how|when|where|which|that|this|these|those|it)\\b)'
const ASKED_FOR =
  '(?:more|better|greater|shows?|showed|lacks?|lack of|needs?|improve|improve your|work on your|work on|your lack of)'

/** By rule. Each finds words as they stand in the text; a group "words" narrows what is marked. */
export const MARK_PATTERNS = {
  uneven: [
    new RegExp(
      // The word first: what stands before it is looked at only there, and not at every letter.
      `${BEGIN}(?=${anyOf(UNEVEN)})(?<!${THING_IS}|${FOUND})${anyOf(UNEVEN)}${END}(?!\\s+${anyOf(THINGS)}\\b)${A_VERB}`,
      'giu',
    ),
  ],
  person: [saidOf(SOMEBODY_IS, 'giud'), saidOf(A_NAME_IS, 'gud'), whole(anyOf(PERSON_NOUNS))],
  'mind-reading': [
    whole(anyOf(MIND)),
    saidInside(`(?<words>${NOT}(?:\\s+(?:really|even|actually|seem to))*\\s+${anyOf(INNER_VERBS)})`),
    saidInside(`(?<words>(?:just|only|clearly|obviously|secretly|probably)\\s+${anyOf(INNER_VERBS)})`),
    saidInside(
      `(?<words>(?:thinks?|thought|believes?|felt|feels?)\\s+(?:that\\s+)?(?:you|he|she|they)(?:['’](?:re|s|d))?)(?=\\s+(?:are|is|was|were|better|above|too|know|knows|can)|['’]?\\s)`,
    ),
    saidInside(`(?:${FORM_OF_BE}|feels?|felt)\\s+(?:${DEGREE}\\s+)*(?<words>${anyOf(INNER_STATES)})`),
    whole(
      `because (?:you|he|she|they) (?:${DEGREE}\\s+)*(?:want|wants|wanted|feel|feels|felt|are afraid|is afraid|like|likes|liked)`,
    ),
  ],
  'always-never': [
    whole(anyOf(ALWAYS)),
    saidInside(`(?:\\p{L}+\\s+){0,2}(?<words>${anyOf(ALWAYS_OF_SOMEBODY)})`),
    /(?<words>\b(?:every time|whenever) (?:you|he|she|they))\b/dgiu,
  ],
  // "Stupid-simple" and "rubbish collection" hurt nobody.
  insult: [whole(`${anyOf(INSULTS)}(?!-\\p{L}|\\s+(?:collection|collector|bin|heap)\\b)`)],
  'talks-down': [whole(anyOf(TALKS_DOWN))],
  comparison: [
    whole(anyOf(COMPARISON_PHRASES)),
    // "better than Anna": a comparative, "than", and a name.
    whole(
      `(?:better|worse|more|less|\\p{Ll}{3,}er)(?:\\s+\\p{Ll}+){0,2}\\s+than\\s+(?!I\\b|It\\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\\p{Lu}\\p{Ll}+`,
      'gu',
    ),
    whole('[Uu]nlike\\s+\\p{Lu}\\p{Ll}+', 'gu'),
  ],
  vague: [whole(anyOf(VAGUE)), whole(`${ASKED_FOR}\\s+${anyOf(WANTED)}`)],
} as const satisfies Record<string, readonly RegExp[]>

/** Words that count cases and only look like "always" and "never". */
export const NOT_ALWAYS = whole('(?:almost|nearly|not) always|almost never|never mind')

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december'
const DAYS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|this (?:morning|afternoon|evening|week)'
/** What one was at, or what went live, once. */
const EVENTS =
  'retro|retrospective|stand-?up|review|incident|outage|launch|release|sprint|workshop|demo|call|offsite|audit|meeting|one-on-one|planning|kick-?off|interview|presentation|pitch|hand-?over|migration|roll-?out|deployment|post-?mortem|all-hands|town hall|training|hackathon|conference'
/** What somebody wrote once, and anybody can look up. */
const WRITINGS =
  'pull request|pr|ticket|thread|e-?mail|mail|message|comment|document|doc|proposal|rfc|report|slides|memo|runbook'

/** A day, a time, a meeting, a document, a release: something that happened once. */
export const AN_OCCASION = whole(
  [
    `${DAYS}|(?:${MONTHS})\\s+\\d|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${MONTHS})|(?:in|since|until|last)\\s+(?:${MONTHS})`,
    `(?:last|past|previous)\\s+(?:\\p{L}+\\s+|\\d+\\s+)?(?:days|weeks|months|quarters|sprints|releases|reviews|meetings|incidents)`,
    '(?:since|before|after|around|over|at) (?:easter|christmas|new year|the holidays|the summer|the winter)',
    '(?:sprint|release|ticket|pr|issue|incident) #?\\d+|#\\d+|\\p{L}{2,}-\\d+|\\d{1,2}(?::\\d{2})?\\s?(?:am|pm)|\\d{1,2}:\\d{2}',
    'on one occasion|(?:with|at) the (?:client|customer|vendor|supplier)s? in',
    `last\\s+(?:week|month|sprint|quarter|night|time|year|spring|summer|autumn|winter)|(?:two|three|four|several|a few|a|an) (?:hour|day|week|month|year)s? ago`,
    `(?:in|during|after|before|at|on|for) (?:the|our|your|my|that|this|his|her|their)\\s+(?:\\p{L}+[\\s-]+){0,3}(?:${EVENTS}|${WRITINGS})s?`,
    'when (?:the|we|i|our|my|you)|after (?:the|we|i|our)|q[1-4]|week \\d+|\\d{1,2}[./-]\\d{1,2}|\\d{4}-\\d{2}-\\d{2}',
    'twice|three times|four times|the other day|this (?:quarter|sprint|month)',
  ].join('|'),
)
