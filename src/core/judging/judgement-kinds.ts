// The kinds of judgements that lint makes about a framework's content, each with its name in a sentence.

/** In the order of the report. */
export const JUDGEMENT_KINDS = [
  'near-duplicate',
  'levels-alike',
  'unobservable-word',
  'personality-word',
  'long-behaviour',
  'hard-to-read',
  'unused-skill',
  'same-role',
  'thin-jump',
  'needless-acceptance',
] as const

export type JudgementKind = (typeof JUDGEMENT_KINDS)[number]

/** What a report calls each kind, and what it is about. */
export const KIND_WORDS: Record<JudgementKind, { name: string; about: string }> = {
  'near-duplicate': {
    name: 'Sentences that say nearly the same',
    about: 'Whoever rates has to guess what the second one adds.',
  },
  'levels-alike': {
    name: 'Neighbouring levels that hardly differ',
    about: 'Two people will put the same work at two levels.',
  },
  'unobservable-word': {
    name: 'Words that nobody can observe',
    about: 'Two observers will answer differently, and neither can show it.',
  },
  'personality-word': {
    name: 'Words about who somebody is',
    about: 'A framework describes work that can be learned, not people.',
  },
  'long-behaviour': {
    name: 'Long behaviours',
    about: 'Long sentences mostly hold several behaviours, of which only some apply.',
  },
  'hard-to-read': {
    name: 'Sentences that are much harder to read than the rest',
    about: 'People pass over them, or read them differently.',
  },
  'unused-skill': {
    name: 'Skills that no role asks for',
    about: 'Nobody is led to them, and nobody is rated in them.',
  },
  'same-role': {
    name: 'Neighbouring roles that ask for the same',
    about: 'A move between them changes nothing that the framework can show.',
  },
  'thin-jump': {
    name: 'Thin jumps',
    about: 'The step up asks for little more than people already do.',
  },
  'needless-acceptance': {
    name: 'Acceptances that are no longer needed',
    about: 'What they accept is not found any more.',
  },
}
