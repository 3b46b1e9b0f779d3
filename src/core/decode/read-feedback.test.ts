// Reading feedback with the decoder that Skillmap comes with: kinds, praise, words, clauses, corrections, frameworks.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { frameworkOf, sample } from '../../../tests/importing/import-source-of.ts'
import { readImport } from '../importing/read-import.ts'
import { DECODER_FILE, openDecoder } from './decoder-model.ts'
import { linkSkills } from './link-skills.ts'
import { readFeedback } from './read-feedback.ts'

const framework = loadFramework(BUILT_IN)
const opened = openDecoder(readFileSync(join(import.meta.dirname, '../../..', DECODER_FILE), 'utf8'))
if (!opened.ok) throw new Error(opened.failure)
const model = opened.value
const read = (text: string, corrections: Parameters<typeof readFeedback>[3] = []) =>
  readFeedback(model, framework, text, corrections)

describe('what somebody was told', () => {
  test('is read sentence by sentence, each with its skill, the words that said so and their places', () => {
    const text = 'For the third time support had to rewrite your rollout note. You should delegate more.'
    const items = read(text)
    expect(items.map(({ kind, skills }) => [kind, skills[0]?.skill])).toEqual([
      ['skill', 'written-communication'],
      ['skill', 'delegation'],
    ])
    for (const { start, end, matched, text: own } of items) {
      expect(text.slice(start, end)).toBe(own)
      expect(matched.length).toBeGreaterThan(0)
      for (const word of matched) expect(text.slice(word.start, word.end)).toBe(word.text)
    }
    expect(items[1]?.matched[0]?.text).toBe('delegate')
  })

  test('without a skill in it is not given one', () => {
    expect(read('The offsite moves to Thursday.')[0]?.kind).toBe('none')
    expect(read('You should really step up.')[0]?.kind).toBe('vague')
  })

  test('that says two things is read on both sides, praise and criticism apart', () => {
    const [item] = read(
      'Your design documents are wonderfully clear, but you never delegate anything to the team.',
    )
    expect(item?.clauses.map(({ polarity, skills }) => [polarity, skills[0]?.skill])).toEqual([
      ['strength', 'written-communication'],
      ['gap', 'delegation'],
    ])
    expect(read('You should delegate more, and sooner.')[0]?.clauses).toEqual([])
  })

  test('in another language is said to be in another language, and not judged', () => {
    const kinds = (text: string) => read(text).map(({ kind, skills }) => [kind, skills.length])
    expect(kinds('Du solltest mehr Aufgaben an dein Team abgeben.')).toEqual([['other-language', 0]])
    expect(kinds('Il faut que tu délègues plus à ton équipe.')).toEqual([['other-language', 0]])
    expect(kinds('もっとチームに任せてください。')).toEqual([['other-language', 0]])
  })

  test('in the words of a phrase of the framework shows what people mostly mean by it', () => {
    const [item] = read('Please create more visibility.')
    expect(item?.phrase?.phrase.text).toBe('Create more visibility.')
  })

  test('is answered in numbers and in place, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const item of [...read(text), ...read(text).flatMap(({ clauses }) => clauses)]) {
          expect(text.slice(item.start, item.end)).toBe(item.text)
          const sum = item.skills.reduce((total, { confidence }) => total + confidence, 0)
          expect(sum).toBeGreaterThanOrEqual(0)
          expect(sum).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })
})

describe('a correction', () => {
  const told = 'The pager woke Amira four nights running and you were at a conference.'
  const corrections = [{ text: told, skills: ['external-presence'] }]

  test('holds for the same sentence and moves one that is near', () => {
    expect(read(told, corrections)[0]?.skills[0]?.skill).toBe('external-presence')
    expect(read(told, corrections)[0]?.corrected).toBe(true)
    const near = 'The pager woke Amira again, four nights running, while you were at the conference.'
    const share = (items: ReturnType<typeof read>) =>
      items[0]?.skills.find(({ skill }) => skill === 'external-presence')?.confidence ?? 0
    expect(share(read(near, corrections))).toBeGreaterThan(share(read(near)))
  })

  test('leaves every other sentence as it was', () => {
    const other = 'Your estimates are off by half every single quarter.'
    expect(read(other, corrections)).toEqual(read(other))
  })

  test('that a sentence is about no skill is kept to as well', () => {
    expect(read(told, [{ text: told, skills: [] }])[0]?.kind).toBe('none')
  })
})

describe('a framework of somebody else', () => {
  const foreign = frameworkOf(readImport([sample('job-family.yml', 'a')]))

  test('is read in its own skills, with what stands behind each, which can be corrected', () => {
    const links = linkSkills(model, foreign)
    expect(links.map(({ skill }) => skill)).toEqual(foreign.skills.map(({ id }) => id))
    const ids = foreign.skills.map(({ id }) => id)
    const [item] = readFeedback(model, foreign, 'Nobody understood your rollout note.')
    for (const { skill } of item?.skills ?? []) expect(ids).toContain(skill)
    const [first] = ids
    const corrected = [{ skill: first as string, known: [{ skill: 'written-communication', share: 1 }] }]
    const [again] = readFeedback(model, foreign, 'Nobody understood your rollout note.', [], corrected)
    expect(again?.skills[0]?.skill).toBe(first)
  })
})

describe('a name', () => {
  test('never speaks for a skill', () => {
    const [one] = read('I told Amira that the design could not work.')
    const [other] = read('I told Torbjørn that the design could not work.')
    expect(other?.skills).toEqual(one?.skills)
    expect(one?.matched.map(({ text }) => text)).not.toContain('Amira')
  })
})

describe('a decoder file', () => {
  test('that is cut or of another format is refused with the reason', () => {
    const text = readFileSync(join(import.meta.dirname, '../../..', DECODER_FILE), 'utf8')
    expect(openDecoder('')).toMatchObject({ ok: false })
    expect(openDecoder(text.replace('"format":3', '"format":2'))).toMatchObject({ ok: false })
    expect(openDecoder(text.slice(0, -20))).toMatchObject({
      ok: false,
      failure: expect.stringContaining('broken'),
    })
  })
})
