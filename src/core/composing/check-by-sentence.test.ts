// A page is checked sentence by sentence: what is found is the same as in the whole, and only what is new is checked.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBySentence } from './check-by-sentence.ts'
import { checkLanguage, type LanguageFinding } from './language-checks.ts'
import { readMarkedExamples } from './score-marks.ts'

const corpus = join(import.meta.dirname, '../../../corpus/composing')
const sentences = ['a', 'b'].flatMap((name) =>
  readMarkedExamples(readFileSync(join(corpus, `${name}.jsonl`), 'utf8')).flatMap((one) =>
    'text' in one ? [one.text] : [],
  ),
)
const awkward = [
  'He or she is an idiot.',
  'Boys and girls, man up!',
  'The chairman said: "That is lame."',
  'x',
  '…',
  '- Gals\n- guys and gals',
  'You f*ck. Damn!',
]

/** Of one place any order will do: `checkFeedback` puts its own. */
const inOrder = (findings: LanguageFinding[]) =>
  findings.toSorted((a, b) => a.from - b.from || a.to - b.to || a.rule.localeCompare(b.rule))

describe('a page that is checked sentence by sentence', () => {
  test('has the findings of the whole, whatever stands in it and in which order it was typed', () => {
    const check = checkBySentence(checkLanguage)
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sentences, ...awkward), { maxLength: 8 }),
        fc.constantFrom(' ', '\n', '\n\n', '  '),
        (all, between) => {
          const page = all.join(between)
          expect(inOrder(check(page))).toEqual(inOrder(checkLanguage(page)))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('is not checked anew but for the sentence in which somebody types', () => {
    const asked: string[] = []
    const check = checkBySentence((text) => {
      asked.push(text)
      return checkLanguage(text)
    })
    const page = 'You are always late. The chairman waited. Please come'
    expect(check(page).map(({ rule }) => rule)).toEqual(['excludes'])
    expect(check(`${page} on`)).toEqual(check(`${page} on`))
    expect(asked).toEqual(['You are always late.\n\nThe chairman waited.\n\nPlease come', 'Please come on'])
  })

  test('of any length forgets what nobody asks for any more, and still finds it again', () => {
    const check = checkBySentence(checkLanguage)
    const long = Array.from({ length: 700 }, (_, n) => `Sentence ${n} of the chairman.`).join(' ')
    expect(check(long)).toHaveLength(700)
    expect(check('The chairman waited.')).toHaveLength(1)
    expect(check(long)).toHaveLength(700)
  })
})
