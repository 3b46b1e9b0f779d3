// Sentences that say two things: where they part, and which side is praise.
import { describe, expect, test } from 'vitest'
import { findSides, type SideReading, sidePolarities } from './read-sides.ts'
import { jointSides, turningSides } from './split-clauses.ts'

const whole = (text: string) => ({ text, start: 10 })
const textsOf = (sides: ReturnType<typeof turningSides>) => sides.map((pair) => pair.map(({ text }) => text))

describe('a sentence', () => {
  test('turns at a "but", and each side keeps its place', () => {
    const sentence = whole('She writes splendid papers, but put her on a stage and she mumbles')
    expect(textsOf(turningSides(sentence))).toEqual([
      ['She writes splendid papers', 'put her on a stage and she mumbles'],
    ])
    for (const side of turningSides(sentence).flat())
      expect(sentence.text.slice(side.start - 10, side.start - 10 + side.text.length)).toBe(side.text)
  })

  test('does not turn where too little is left, nor at "as though"', () => {
    expect(turningSides(whole('Good, but slow'))).toEqual([])
    expect(turningSides(whole('Minh plans his weeks as though winter never came'))).toEqual([])
  })

  test('may go on to something else at an "and", a semicolon or a comma', () => {
    expect(textsOf(jointSides(whole('Wins every client we have, and signs whatever they send')))).toEqual([
      ['Wins every client we have', 'signs whatever they send'],
    ])
  })
})

describe('two sides', () => {
  const about = (skill: string, confidence: number, praise: number): SideReading => ({
    skill,
    confidence,
    praise,
  })
  const parted = (first: SideReading, second: SideReading, inWhole: number) =>
    findSides(
      whole('Wins every client we have, and signs whatever they send'),
      ({ start }) => (start === 10 ? first : second),
      [first, second].map(({ skill }) => ({ skill: skill ?? '', confidence: inWhole })),
    )

  test('are found at an "and" only where both skills show in the whole and one side is clearly praise', () => {
    expect(parted(about('selling', 0.8, 0.9), about('negotiation', 0.7, 0.2), 0.3)).not.toBeNull()
    expect(parted(about('selling', 0.8, 0.9), about('negotiation', 0.7, 0.2), 0.01)).toBeNull()
    expect(parted(about('selling', 0.8, 0.4), about('negotiation', 0.7, 0.2), 0.3)).toBeNull()
    expect(parted(about('selling', 0.8, 0.9), about('selling', 0.7, 0.2), 0.3)).toBeNull()
  })

  test('are told apart by each other: the one that says little is the opposite of the one that says much', () => {
    expect(sidePolarities(0.95, 0.5)).toEqual(['strength', 'gap'])
    expect(sidePolarities(0.05, 0.4)).toEqual(['gap', 'strength'])
    expect(sidePolarities(0.01, 0.01)).toEqual(['gap', 'gap'])
  })
})
