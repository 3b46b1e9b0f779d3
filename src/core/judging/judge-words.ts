// Judges the words of behaviours: what nobody can observe, what judges a person, and sentences that are too long.
import { DOUBTFUL_WORDS, type WordGroup } from './doubtful-words.ts'
import { type JudgingContext, judgedSentence } from './judging-context.ts'
import { type Sentence, wordsOf, writesWords } from './sentence.ts'

/**
 * Words in a behaviour. Plain-language guides ask for an average of 15 to 20 and for no sentence above 25 (GOV.UK,
 * "Content design: writing for GOV.UK"); a behaviour is one sentence and is read many times in a row.
 */
const MOST_WORDS = 25

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

/**
 * The doubtful words of an English sentence, by group, in the order of the list; each is named once, by the first group
 * that has it. What is quoted is not judged.
 */
export function doubtfulWordsIn(text: string): { group: WordGroup; phrases: string[] }[] {
  let clauses = clausesOf(text)
  return PATTERNS.flatMap(({ group, pattern, except }) => {
    const found = new Set<string>()
    clauses = clauses.map((clause) => {
      const judged = except === undefined ? clause : clause.replace(except, HIDDEN)
      return judged.replace(pattern, (_, phrase: string) => {
        found.add(phrase)
        return HIDDEN
      })
    })
    return found.size === 0 ? [] : [{ group, phrases: [...found] }]
  })
}

/** Stands for what is not judged, or has been. */
const HIDDEN = ' – '

/** At most 300 characters: a mark without its other half is none, and costs no time. */
const QUOTED = /"[^"]{0,300}"|“[^“”"]{0,300}[”"]|(?<![\p{L}\p{N}])'[^']{0,300}'(?![\p{L}\p{N}])/gu

/** Commas, semicolons and "and" begin a new part, in which a verb says again what the person does. */
function clausesOf(text: string): string[] {
  return text
    .replaceAll('’', "'")
    .replace(QUOTED, HIDDEN)
    .toLowerCase()
    .split(/[,;:.!?()]\s*|\s[–—]\s/u)
    .map((part) => part.replace(/^\s*(?:and|but|or)\s/, '').trim())
}

const PATTERNS = DOUBTFUL_WORDS.map((group) => {
  // Longest first, so that "very deep knowledge" is found as a whole.
  const either = group.phrases.toSorted((a, b) => b.length - a.length).join('|')
  const before = group.opens ? '(?:^|\\s(?:and|or)\\s)' : '(?<![\\p{L}\\p{N}-])'
  return {
    group,
    pattern: new RegExp(`${before}(${either})(?![\\p{L}\\p{N}-])`, 'gu'),
    except: group.except === undefined ? undefined : new RegExp(`(?:${group.except.join('|')})`, 'gu'),
  }
})
