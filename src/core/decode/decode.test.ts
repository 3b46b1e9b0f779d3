// Reading feedback: sentences, words, a decoder trained on a handful of sentences, and how it is scored.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceFeatures } from './decoder-features.ts'
import { openDecoder } from './decoder-model.ts'
import { decoderWords } from './decoder-words.ts'
import { type LabelledSentence, readCorpus, withoutOverlap, writerOf } from './labelled-sentence.ts'
import { packDecoder } from './pack-decoder.ts'
import { decodeSentence, polarityOf } from './read-sentence.ts'
import { scoreDecoder } from './score-decoder.ts'
import { splitSentences } from './split-sentences.ts'
import { TRAIN_OPTIONS, trainDecoder } from './train-decoder.ts'

const textsOf = (text: string) => splitSentences(text).map((sentence) => sentence.text)

describe('what was said', () => {
  test('is read sentence by sentence, lines and list marks apart', () => {
    expect(textsOf('Great designs. But who reads them?\n- Write shorter\n2. Ask first!')).toEqual([
      'Great designs.',
      'But who reads them?',
      'Write shorter',
      'Ask first!',
    ])
    expect(textsOf(' \n—\n…')).toEqual([])
  })

  test('keeps every word and its place, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const sentences = splitSentences(text)
        for (const { text: part, start } of sentences)
          expect(text.slice(start, start + part.length)).toBe(part)
        const letters = (some: string) => some.replace(/[^\p{L}]/gu, '')
        expect(letters(sentences.map((one) => one.text).join(''))).toBe(letters(text))
      }),
    )
  })

  test('of a page without a full stop is cut where nobody is hurt', () => {
    const page = 'word '.repeat(3000)
    const sentences = splitSentences(page)
    expect(sentences.length).toBeGreaterThan(5)
    expect(sentences.map((one) => one.text).join(' ')).toBe(page.trim())
  })

  test('reads British and American words alike, and knows what stands under a "not"', () => {
    const [british] = decoderWords('prioritising')
    const [american] = decoderWords('prioritizing')
    expect(british?.stem).toBe(american?.stem)
    const negated = (text: string) =>
      decoderWords(text)
        .filter((word) => word.negated)
        .map((word) => word.plain)
    expect(negated('She does not ask the team, but she listens')).toEqual(['ask', 'the', 'team'])
    expect(negated("They don't write it down. Everybody knows")).toEqual(['write', 'it', 'down'])
  })

  test('gives the same features each time, of limited size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { features } = sentenceFeatures(text)
        expect([...sentenceFeatures(text).features]).toEqual([...features])
        const squares = [...features.values()].reduce((sum, { value }) => sum + value ** 2, 0)
        expect(squares).toBeLessThan(2.4)
      }),
    )
  })
})

function sentence(id: string, text: string, skill: string | null, strength = false): LabelledSentence {
  return {
    id,
    text,
    skills: skill === null ? [] : [skill],
    polarity: [skill === null ? 'none' : strength ? 'strength' : 'gap'],
    kind: skill === null ? 'none' : strength ? 'praise' : 'incident',
    voice: 'peer',
    style: 'plain',
    scenario: id,
  }
}

const SAID = [
  sentence('a-1', 'Nobody understood the note about the rollout, so support wrote it anew', 'writing'),
  sentence('a-2', 'Your documents lose me by page two, please write shorter notes', 'writing'),
  sentence('a-3', 'What a clear note, everybody knew what to do, thank you', 'writing', true),
  sentence('a-4', 'She interrupted the customer twice and never asked a question', 'listening'),
  sentence('a-5', 'He answers before the other one has finished and asks nothing', 'listening'),
  sentence('a-6', 'Thank you for asking and for hearing us out, it was wonderful', 'listening', true),
  sentence('a-7', 'The offsite moves to Thursday', null),
  sentence('a-8', 'Lunch is at noon on Thursday in the canteen', null),
]

const EVERY = { word: 1, pair: 1, skip: 1, piece: 1, form: 1 }
const FINE = { coarseness: 0.2, praiseCoarseness: 0.2 }

describe('a decoder', () => {
  const texts = [{ skill: 'listening', text: 'Finding out what people mean', weight: 1, polarity: null }]
  const pack = { language: 'en', stamp: 'of a test', surer: 2.5, refuseFrom: 0.4, ...FINE }
  const train = () => {
    const options = { ...TRAIN_OPTIONS, passes: 30, averaged: 5, ridge: 1e-5, fewest: EVERY }
    return packDecoder(trainDecoder(SAID, texts, ['writing', 'listening'], options), pack)
  }
  const text = train()
  const opened = openDecoder(text)
  if (!opened.ok) throw new Error(opened.failure)
  const decoder = opened.value

  test('finds the skill behind other words, and is not sure of everything', () => {
    const read = decodeSentence(decoder, 'I read your note three times and still had to write to support')
    expect(read.skills[0]?.id).toBe('writing')
    expect(read.refused).toBe(false)
    const shares = read.skills.reduce((sum, { confidence }) => sum + confidence, 0)
    expect(shares).toBeLessThanOrEqual(1)
    expect(decodeSentence(decoder, 'On Thursday the canteen moves').refused).toBe(true)
  })

  test('tells praise from criticism', () => {
    expect(polarityOf(decodeSentence(decoder, 'Thank you, what a clear note').praise)).toBe('strength')
    expect(polarityOf(decodeSentence(decoder, 'He interrupted and never asked').praise)).toBe('gap')
  })

  test('answers in numbers whatever it is given', () => {
    for (const given of ['', '…', '漢字', 'x'.repeat(5000)]) {
      const { skills } = decodeSentence(decoder, given)
      for (const { confidence } of skills) expect(confidence).toBeGreaterThanOrEqual(0)
    }
  })

  test('trained again from the same sentences is the same, to the letter', () => {
    expect(train()).toBe(text)
  })
})

describe('the score of a decoder', () => {
  test('counts first, first three, refusals and praise, and takes a refused sentence for not found', () => {
    const says = (id: string, refused: boolean, praise: number) => ({
      skills: [
        { id, confidence: 0.8 },
        { id: 'writing', confidence: 0.1 },
      ],
      refused,
      praise,
    })
    const said = [
      says('writing', false, 0.1),
      says('listening', false, 0.49),
      says('writing', true, 0.9),
      says('listening', true, 0.2),
    ]
    const score = scoreDecoder([...SAID.slice(0, 3), SAID[6] as LabelledSentence], said)
    expect(score).toMatchObject({
      sentences: 4,
      refused: 1,
      polarity: 1,
      polarityAsUsed: 1,
      polarityOfTold: 1,
    })
    expect(score.polarityTold).toBeCloseTo(2 / 3)
    expect(score.first).toBeCloseTo(1 / 3)
    expect(score.firstThree).toBeCloseTo(2 / 3)
    expect(score.falselyRefused).toBeCloseTo(1 / 3)
    expect(score.byKind.incident).toMatchObject({ sentences: 2, first: 0.5, firstThree: 1 })
  })
})

describe('labelled sentences', () => {
  test('are read line by line, and a broken line is named', () => {
    const line = JSON.stringify(SAID[0])
    const { sentences, problems } = readCorpus(`${line}\n{"id":"b-1"}\nnot json\n\n`)
    expect(sentences.map(writerOf)).toEqual(['a'])
    expect(problems).toEqual(['Line 2 is no labelled sentence.', 'Line 3 is no labelled sentence.'])
  })

  test('for training share no wording with those of a test', () => {
    const nearly = sentence(
      'b-1',
      'Nobody understood the note about the rollout, so support wrote it again',
      'writing',
    )
    const other = sentence('b-2', 'The plan was late once more', 'planning')
    expect(withoutOverlap([nearly, other], SAID).map(({ id }) => id)).toEqual(['b-2'])
  })
})
