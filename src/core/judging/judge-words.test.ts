// The words that lint doubts, and the reading age that it measures.
import { describe, expect, test } from 'vitest'
import { DOUBTFUL_WORDS } from './doubtful-words.ts'
import { readingAge } from './judge-reading.ts'
import { doubtfulWordsIn } from './judge-words.ts'

const phrasesIn = (text: string) => doubtfulWordsIn(text).flatMap((one) => one.phrases)

describe('a doubtful word', () => {
  test.each(DOUBTFUL_WORDS.flatMap((group) => group.phrases.map((phrase) => [phrase, group] as const)))(
    '"%s" is found at the beginning of a sentence, in capitals or not',
    (phrase, group) => {
      const sentence = `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)} bread.`
      expect(doubtfulWordsIn(sentence).filter((one) => one.group === group)).toHaveLength(1)
    },
  )

  test('stands in one group only, so that nobody hears of it twice', () => {
    const all = DOUBTFUL_WORDS.flatMap((group) => group.phrases)
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([])
  })

  test.each([
    ['Knows the oven and understands the dough.', ['knows', 'understands']],
    ['Bakes, is able to serve, and strives to please.', ['is able to', 'strives to']],
    ['Has very deep knowledge of rye.', ['very deep knowledge']],
    ['Is a self-driven baker.', ['self-driven']],
    ['Bakes very, very dark loaves.', ['very']],
    ['Data-driven decisions, strong-willed dough.', []],
    ["Answers 'it is often late' with a date.", []],
    ["Answers the baker's question; it isn't often asked.", ['often']],
    ['', []],
  ])('in "%s" is %j', (text, expected) => {
    expect(phrasesIn(text)).toEqual(expected)
  })
})

describe('the reading age', () => {
  test('is the grade of the Automated Readability Index plus five', () => {
    // Four words, eighteen letters, one sentence.
    expect(readingAge('Bake four fine breads.')).toBeCloseTo(4.71 * (18 / 4) + 0.5 * 4 - 21.43 + 5, 6)
    // Two sentences of two words each.
    expect(readingAge('Bake bread. Sell it.')).toBeCloseTo(4.71 * (15 / 4) + 0.5 * 2 - 21.43 + 5, 6)
  })

  test('rises with longer words and with longer sentences', () => {
    expect(readingAge('Incorporate fermentation.')).toBeGreaterThan(readingAge('Bake bread.'))
    expect(readingAge('We bake and we sell and we sweep.')).toBeGreaterThan(
      readingAge('We bake. We sell. We sweep.'),
    )
  })

  test('of nothing is nothing', () => {
    expect(readingAge(' … ')).toBe(0)
  })
})
