// Which names may mean the same person, what can be claimed, and what an objection needs.
import { describe, expect, test } from 'vitest'
import { type HeldRating, mayBeNamed, objectToItem, replyInWords, whyNotClaimed } from './joining.ts'

const WORDING = {
  ...{ level: 2, reason: null, approaching: false, behaviours: [], confidence: null, observedOn: null },
  ...{ note: '', revisionId: 'r', saidOn: '2026-05-04T00:00:00.000Z', withdrawn: false },
}
const held = (more: Partial<HeldRating>): HeldRating => ({
  ...{ assessmentId: 'a', skill: 's', frameworkDigest: 'd', saidBy: 'keeper', raterKind: 'manager' },
  ...{ current: WORDING, earlier: [], ...more },
})

describe('A name', () => {
  test.each([
    ['Bea', 'Bea Lund'],
    ['Bea Lund', 'Bea'],
    ['bea  LUND', 'Lund, Bea'],
    ['B. Lund', 'Bea Lund'],
    ['Renée Müller', 'Renee Muller'],
    ['Béa', 'Bea Lund'],
  ])('%s may mean %s', (kept, member) => {
    expect(mayBeNamed(kept, member)).toBe(true)
  })

  test.each([
    ['Bea Lund', 'Bea Berg'],
    ['Bea', 'Beatrix Lund'],
    ['', 'Bea Lund'],
    ['!', 'Bea Lund'],
    ['bea@example.com', 'Bea Lund'],
  ])('%s does not mean %s', (kept, member) => {
    expect(mayBeNamed(kept, member)).toBe(false)
  })
})

describe('What is held', () => {
  test('can be claimed, unless it was taken back or repeats what the person said of themselves', () => {
    expect(whyNotClaimed(held({}))).toBeNull()
    expect(whyNotClaimed(held({ saidBy: 'somebody-else', raterKind: 'peer' }))).toBeNull()
    expect(whyNotClaimed(held({ current: { ...WORDING, withdrawn: true } }))).toBe('taken-back')
    expect(whyNotClaimed(held({ saidBy: 'member', raterKind: 'self' }))).toBe('own-words')
    expect(whyNotClaimed(held({ saidBy: 'unknown', raterKind: 'self' }))).toBe('own-words')
  })

  test('can be objected to with words, or without any where it is to go', () => {
    expect(objectToItem({ wish: 'beside', words: '  I was new. ' })).toEqual({
      ok: true,
      value: { wish: 'beside', words: 'I was new.' },
    })
    expect(objectToItem({ wish: 'removal', words: '' }).ok).toBe(true)
    expect(objectToItem({ wish: 'beside', words: ' ' })).toMatchObject({
      ok: false,
      failure: { field: 'words' },
    })
    expect(objectToItem({ wish: 'removal', words: 'x'.repeat(2001) }).ok).toBe(false)
    expect(objectToItem({ wish: 'removal', words: '🙂'.repeat(2000) }).ok).toBe(true)
    expect(replyInWords(' ').ok).toBe(false)
  })
})
