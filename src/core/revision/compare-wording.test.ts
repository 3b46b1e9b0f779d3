// Where spelling ends and meaning begins.
import { expect, test } from 'vitest'
import { compareWording } from './compare-wording.ts'
import { markWords } from './mark-words.ts'
import { matchTexts } from './match-texts.ts'

test.each([
  ['Decides alone.', 'decides alone'],
  ['Organises the team’s behaviour', "Organizes the team's behavior"],
  ['Levelled the programme', 'Leveled the program'],
  ['Writes  it down', 'Writes it down'],
])('“%s” and “%s” differ in spelling only', (before, after) => {
  expect(compareWording(before, after)).toBe('spelling')
})

test.each([
  ['Leads the team', 'Leads the teams'],
  ['Is now told', 'Is not told'],
  ['Decides within the team', 'Decides for the team'],
  ['Is able to decide', 'Is unable to decide'],
  ['For four teams', 'For for teams'],
  ['Has filled the form', 'Has filed the form'],
  ['Answers in 3 days', 'Answers in 8 days'],
  ['Has internal readers', 'Has external readers'],
  ['Owns the product', 'Owns the products'],
  ['Adapts the process', 'Adopts the process'],
  ['Finds what is unable to scale', 'Finds what is usable to scale'],
  ['Holds causal reviews', 'Holds casual reviews'],
  ['Prescribes the steps', 'Proscribes the steps'],
  ['Sees averse effects', 'Sees adverse effects'],
  // A slip that was mended asks for a look: letters alone do not tell it from the ones above.
  ['Recieves feedback', 'Receives feedback'],
  ['', 'Something'],
])('“%s” and “%s” may differ in meaning', (before, after) => {
  expect(compareWording(before, after)).toBe('reworded')
})

test('texts are matched once each, the surest first, and strangers not at all', () => {
  const before = [
    { key: 'a', text: 'Explains the deployment pipeline to new colleagues' },
    { key: 'b', text: 'Explains the deployment pipeline' },
    { key: 'c', text: 'Keeps bees' },
  ]
  const after = [
    { key: 'x', text: 'Explains the deployment pipeline.' },
    { key: 'y', text: 'Explains the whole deployment pipeline to new colleagues' },
    { key: 'z', text: 'Chairs the guild' },
  ]
  const matches = matchTexts(before, after)
  expect(matches.map((one) => [one.before, one.after])).toEqual([
    ['b', 'x'],
    ['a', 'y'],
  ])
  expect(matches[0]?.confidence).toBe(1)
  expect(matches[1]?.confidence).toBeGreaterThan(0.6)
  expect(matches[1]?.confidence).toBeLessThan(1)
})

test('texts without spaces between words are matched too', () => {
  const matches = matchTexts(
    [{ key: 'a', text: '単独で決定し、そう言う' }],
    [{ key: 'x', text: 'チームの範囲で単独で決定し、そう言う' }],
    0.4,
  )
  expect(matches).toHaveLength(1)
})

test('marks the words that went and came', () => {
  expect(markWords('Decides alone within the team.', 'Decides with others within the team.')).toEqual([
    { text: 'Decides ', mark: 'kept' },
    { text: 'alone ', mark: 'gone' },
    { text: 'with others ', mark: 'new' },
    { text: 'within the team.', mark: 'kept' },
  ])
  expect(markWords('Decides alone in the team.', 'Hands over the budget to others.')).toHaveLength(2)
  const longText = 'word '.repeat(500)
  expect(markWords(longText, `${longText}more`)).toHaveLength(2)
})
