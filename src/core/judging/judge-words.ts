// Judges the words of behaviours: what nobody can observe, what judges a person, and sentences that are too long.
import { DOUBTFUL_WORDS, type WordGroup } from './doubtful-words.ts'
import { type JudgingContext, judgedSentence } from './judging-context.ts'
import { type Sentence, wordsOf, writesWords } from './sentence.ts'

/**
 * Words in a behaviour. Plain-language guides ask for an average of 15 to 20 and for no sentence above 25 (GOV.UK,
 * "Content design: writing for GOV.UK"); a behaviour is one sentence and is read many times in a row.
 */
export const MOST_WORDS = 25

export function judgeWords(context: JudgingContext): void {
  const countable = writesWords(context.framework)
  for (const sentence of context.asked) {
    if (sentence.part !== 'behaviour') continue
    if (context.english) judgeDoubtful(sentence, context)
    if (countable) judgeLength(sentence, context)
  }
}

function judgeLength(sentence: Sentence, context: JudgingContext): void {
  const { text } = sentence.statement
  const count = wordsOf(text).length
  if (count <= MOST_WORDS) return
  context.report(
    {
      kind: 'long-behaviour',
      severity: 'warning',
      text,
      message: `This behaviour has ${count} words.`,
      mend: `Keep to ${MOST_WORDS}: split it where it says "and", or leave out what everybody knows.`,
    },
    judgedSentence(sentence),
  )
}

function judgeDoubtful(sentence: Sentence, context: JudgingContext): void {
  const { text } = sentence.statement
  for (const { group, phrases } of doubtfulWordsIn(text)) {
    const quoted = phrases.map((phrase) => `"${phrase}"`).join(', ')
    context.report(
      {
        kind: group.kind,
        severity: 'warning',
        text,
        message: `${quoted} ${group.reason}`,
        mend: group.mend,
      },
      judgedSentence(sentence),
    )
  }
}

/** The doubtful words of an English sentence, by group, in the order of the list. What is quoted is not judged. */
export function doubtfulWordsIn(text: string): { group: WordGroup; phrases: string[] }[] {
  const clauses = clausesOf(text)
  return PATTERNS.flatMap(({ group, openers, anywhere, except }) => {
    const found = clauses.flatMap((clause) => {
      const hidden = except === undefined ? clause : clause.replace(except, ' – ')
      const pattern = group.opens ? openers : anywhere
      return [...hidden.matchAll(pattern)].map((match) => match[1] ?? '')
    })
    return found.length === 0 ? [] : [{ group, phrases: [...new Set(found)] }]
  })
}

/** Commas, semicolons and "and" begin a new part, in which a verb says again what the person does. */
function clausesOf(text: string): string[] {
  return text
    .replaceAll('’', "'")
    .replace(/"[^"]*"|“[^”]*[”"]|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu, ' – ')
    .toLowerCase()
    .split(/[,;:.!?()]\s*|\s[–—]\s/u)
    .map((part) => part.replace(/^\s*(?:and|but|or)\s/, '').trim())
}

const PATTERNS = DOUBTFUL_WORDS.map((group) => {
  // Longest first, so that "very deep knowledge" is found as a whole.
  const either = group.phrases.toSorted((a, b) => b.length - a.length).join('|')
  return {
    group,
    openers: new RegExp(`(?:^|\\s(?:and|or)\\s)(${either})(?![\\p{L}\\p{N}-])`, 'gu'),
    anywhere: new RegExp(`(?<![\\p{L}\\p{N}-])(${either})(?![\\p{L}\\p{N}-])`, 'gu'),
    except: group.except === undefined ? undefined : new RegExp(`(?:${group.except.join('|')})`, 'gu'),
  }
})
