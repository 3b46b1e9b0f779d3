// Turns words into what is searched for: without case, accents, endings and the words that carry no meaning.
import { stemmer } from 'stemmer'

/** English words that feedback is full of and that tell nothing about a skill. */
const EMPTY_WORDS = new Set(
  `a about all also always am an and are as at be been being bit but by can could do does doing dont for from get
  gets getting had has have he her him his how i if in into is isnt it its just kind lot make makes me more much
  must my need needed needs never of off often on or our please quite really she should so some sort start than
  that the their them there they this to told too try up us very want was we were what when which who why will
  with would you youre your yourself`.split(/\s+/),
)

/** What parts words: spaces and every sign that is neither a letter nor an apostrophe. */
const BETWEEN_WORDS = /[\n\r\p{Z}\p{P}\p{S}]+/u
const APOSTROPHES = /['’]/g

/** The words of a text as they stand there, apostrophes left out. */
export function wordsOf(text: string): string[] {
  return text
    .replace(APOSTROPHES, '')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
}

/**
 * What a word is found by; nothing where it is passed over. English words are found by themselves and without their
 * endings (Porter's stemmer), so that "visible" finds "visibility" and so does "visibilit", half typed. In other
 * languages a word is found by itself and its beginning. `all` keeps the words that carry no meaning, for names.
 */
export function searchTerms(word: string, language: string, all = false): string[] {
  const term = plain(word)
  if (term === '') return []
  if (!language.toLowerCase().startsWith('en')) return [term]
  if (EMPTY_WORDS.has(term)) return all ? [term] : []
  const stem = stemmer(term)
  return stem === term ? [term] : [stem, term]
}

/** Without accents and case, so that "résumé" and "Resume" are one word. */
function plain(term: string): string {
  return term
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
}
