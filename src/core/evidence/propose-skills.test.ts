// Which skills are proposed for an entry: from what was read in it, and by search where nothing could be read.
import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import type { FeedbackReading } from '../decode/read-feedback.ts'
import { proposeSkills } from './propose-skills.ts'

const framework = loadFramework(BUILT_IN)
const TEXT = 'Delegation of the release to Kim.'

const read = (kind: FeedbackReading['kind'], ...skills: [string, number][]) => ({
  kind,
  skills: skills.map(([skill, confidence]) => ({ skill, confidence })),
})

describe('skills proposed for an entry', () => {
  test('are those that a sentence of it is surely about, each once, three at most', () => {
    const sentences = [
      read('skill', ['mentoring', 0.3], ['coaching', 0.6]),
      read('skill', ['mentoring', 0.9], ['hiring', 0.2], ['speaking', 0.15]),
    ]
    expect(proposeSkills(framework, TEXT, sentences)).toEqual(['mentoring', 'coaching', 'hiring'])
  })

  test('leave out what is hardly likely', () => {
    const sentences = [read('skill', ['mentoring', 0.4], ['coaching', 0.11])]
    expect(proposeSkills(framework, TEXT, sentences)).toEqual(['mentoring'])
  })

  test('are none where even the likeliest is unsure, and the search does not guess instead', () => {
    const sentences = [read('skill', ['mentoring', 0.3], ['coaching', 0.2])]
    expect(proposeSkills(framework, TEXT, sentences)).toEqual([])
  })

  test('are none where nothing in it is about a skill', () => {
    expect(proposeSkills(framework, TEXT, [read('none', ['mentoring', 0.2])])).toEqual([])
    expect(proposeSkills(framework, '…', [])).toEqual([])
  })

  test('leave out sentences that are about none, or too vague', () => {
    const sentences = [read('none', ['hiring', 0.9]), read('skill', ['mentoring', 0.5])]
    expect(proposeSkills(framework, TEXT, sentences)).toEqual(['mentoring'])
  })

  test.each([
    ['without a reader', null],
    ['too vague to read', [read('vague')]],
    ['in another language', [read('other-language')]],
  ])('come from shared words where the entry is %s', (_, sentences) => {
    expect(proposeSkills(framework, TEXT, sentences)).toContain('delegation')
  })
})
