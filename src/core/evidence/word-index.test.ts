// What the index of words finds, beside a plain reading of all texts.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordIndex } from './word-index.ts'

/** Words of three letters of the alphabet, so that many begin alike and some are in many texts. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 })
const words = fc.array(word, { minLength: 1, maxLength: 6 })
const change = fc.record({ text: fc.nat({ max: 7 }), words: fc.option(words), asked: words })

/** Whoever reads all texts: each word is a word of its own, or the beginning of one where it has two letters. */
function plainly(texts: ReadonlyMap<number, readonly string[]>, asked: readonly string[]): number[] {
  const holds = (own: readonly string[], wanted: string) =>
    own.some((one) => (wanted.length < 2 ? one === wanted : one.startsWith(wanted)))
  return [...texts].filter(([, own]) => asked.every((wanted) => holds(own, wanted))).map(([text]) => text)
}

describe('The index of words', () => {
  test('finds what a plain reading finds, however texts come, change and go between the questions', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const index = wordIndex()
        const texts = new Map<number, string[]>()
        for (const { text, words: own, asked } of changes) {
          index.remove(text)
          texts.delete(text)
          if (own !== null) {
            index.add(text, own)
            texts.set(text, own)
          }
          const holds = index.find(asked)
          const found = [0, 1, 2, 3, 4, 5, 6, 7].filter(holds)
          expect(found).toEqual(plainly(texts, asked).sort())
        }
      }),
    )
  })

  test('takes a word that is nowhere for the nearest one, and finds all that begins with that', () => {
    const index = wordIndex()
    index.add(0, ['decision'])
    index.add(1, ['decisions'])
    index.add(2, ['decide'])
    expect([0, 1, 2].filter(index.find(['decisoin']))).toEqual([0, 1])
    expect([0, 1, 2].filter(index.find(['dezi']))).toEqual([])
  })
})
