// Praise told from criticism in everyday sentences, none of which the reader learned from.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sentenceFeatures } from './decoder-features.ts'
import { DECODER_FILE, openDecoder } from './decoder-model.ts'
import { isOfPraiseOnly, praiseFeatures } from './praise-features.ts'
import { polarityOf, readSentence } from './read-sentence.ts'

const opened = openDecoder(readFileSync(join(import.meta.dirname, '../../..', DECODER_FILE), 'utf8'))
if (!opened.ok) throw new Error(opened.failure)
const model = opened.value
const heardAs = (sentence: string) => polarityOf(readSentence(model, sentence).praise)
const praiseOf = (sentence: string) => praiseFeatures(sentence, sentenceFeatures(sentence).words)

const PRAISE = [
  'You are a superb mentor.',
  'Nobody explains trade-offs as clearly as you.',
  "I couldn't have asked for a better review.",
  'Your design document was not bad at all.',
  'Brilliant talk.',
  'You handled that argument with real grace.',
  'Thank you for taking the time to listen to me last week.',
  'The way you split the migration into small safe steps was a joy to watch.',
  'I have never had a manager who delegates so well.',
  'Your estimates are spot on, every single time.',
  'You made the whole incident feel calm.',
  'Keep writing those weekly notes, everybody reads them.',
  'There is no one I would rather have next to me when production is down.',
  'You always know which of ten things matters.',
  'Without you the two teams would still be arguing.',
  'I learned more from your code reviews than from any course.',
  'You gave me feedback that was honest, kind and easy to act on.',
  'Not once did your plan surprise us.',
  'What a lovely, clear summary for the board.',
  'Since you reorganised the teams, nobody waits for anybody any more.',
  'You ask the best questions in the room.',
  'The customers love you, and they buy from you.',
  'Your tests are a pleasure to read.',
  'You took the criticism very well.',
  'Great job getting everyone to agree on a date.',
  'I wish everybody prepared meetings the way you do.',
  'You never let a question of mine go unanswered.',
  'It is impressive how quickly you found your feet in the payments code.',
  'You saw the security hole long before anyone else did.',
  'Your one-on-ones are the best half hour of my week.',
]
const CRITICISM = [
  'I wish you explained your decisions.',
  'You are not a good listener.',
  'Your talk was hard to follow.',
  'You could be a much better mentor if you let people try things themselves.',
  'Your estimates are never right.',
  'The document is too long and nobody finishes it.',
  'You need to delegate more.',
  'It would be great if you told us earlier when a date slips.',
  "You don't seem to trust your team with anything important.",
  'Your code is clever, and I cannot change it.',
  'I would love to hear your opinion in meetings more often.',
  'Nobody knows what you are working on.',
  'You were rude to the customer on Tuesday.',
  'The meeting had no agenda and no result.',
  'You say yes to everyone and finish nothing.',
  "Please stop rewriting other people's work without asking.",
  "It isn't clear to me what you want us to build.",
  'You should have tested the backup before you needed it.',
  'Your feedback came three months too late to be useful.',
  'Sometimes I have the feeling that you do not want to hear bad news.',
  'The new process is not working and you keep defending it.',
  'You take on far too much and then you are exhausted.',
  'We were not told about the change until it had happened.',
  'You rarely look at the numbers before you decide.',
  'Try to let others finish speaking.',
  'I expected a better handover.',
  'Your slides are beautiful but I could not say what the point was.',
  'Not your best presentation.',
  'You give up too easily when somebody disagrees with you.',
  'The password was in the repository again.',
]

/** The first of each list may not be missed; of thirty, six, told wrongly or not told. */
const MUST = 8
const MOST_MISSED = 6

describe('an everyday sentence', () => {
  test('of praise is heard as praise, direct or by denying that anything could be better', () => {
    expect(PRAISE.slice(0, MUST).filter((sentence) => heardAs(sentence) !== 'strength')).toEqual([])
    const missed = PRAISE.filter((sentence) => heardAs(sentence) !== 'strength')
    expect(missed.length, missed.join(' · ')).toBeLessThanOrEqual(MOST_MISSED)
  })

  test('of criticism is heard as criticism, also where it is wrapped in a wish or in praise', () => {
    expect(CRITICISM.slice(0, MUST).filter((sentence) => heardAs(sentence) !== 'gap')).toEqual([])
    const missed = CRITICISM.filter((sentence) => heardAs(sentence) !== 'gap')
    expect(missed.length, missed.join(' · ')).toBeLessThanOrEqual(MOST_MISSED)
  })

  test('whose words speak for neither is told to be neither', () => {
    expect([0.45, 0.5, 0.55].map(polarityOf)).toEqual(['none', 'none', 'none'])
    expect([0.4, 0.6].map(polarityOf)).toEqual(['gap', 'strength'])
  })
})

describe('the tone of a sentence', () => {
  const toneOf = (sentence: string) =>
    [...praiseOf(sentence).keys()].filter((name) => /^z:[^,]*$/.test(name)).toSorted()

  test('is turned by a "not", and by "too"', () => {
    expect(toneOf('The design was good')).toEqual(['z:ends good', 'z:good'])
    expect(toneOf('The design was not good')).toEqual(['z:ends not good', 'z:not good'])
    expect(toneOf('It was too clever to read')).toEqual(['z:ends good', 'z:too'])
  })

  test('knows turns of phrase that praise by denying', () => {
    const turns = ['Nobody runs a meeting as calmly as you', 'That was not bad', 'It could not be better']
    for (const sentence of turns) expect(toneOf(sentence)).toContain('z:unequalled')
    expect(toneOf('I wish you told us sooner')).toContain('z:wanting')
    expect(toneOf('I wish everybody told us so soon')).not.toContain('z:wanting')
  })

  test('is named so that it stands after everything that skills are told by', () => {
    const sentence = 'She never, ever forgets the people on the night shift'
    expect([...praiseOf(sentence).keys()].every(isOfPraiseOnly)).toBe(true)
    expect([...sentenceFeatures(sentence).features.keys()].some(isOfPraiseOnly)).toBe(false)
    expect(praiseFeatures('', [])).toEqual(new Map())
  })
})
