// The form of a company is read as its questions, and what is on record is arranged under them.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { arrangeAnswers } from './arrange-answers.ts'
import type { PacketItem, PacketSection } from './packet.ts'
import { readQuestions } from './read-questions.ts'

const framework = loadFramework(BUILT_IN)

describe('the questions of a form', () => {
  test('are found by their numbers, and help below a question goes with it', () => {
    const form = `Annual review 2026

1. What were your biggest achievements?
   Please give examples.

2) Where did you help others grow?

3. What do you want to improve?`
    expect(readQuestions(form)).toEqual([
      'What were your biggest achievements? Please give examples.',
      'Where did you help others grow?',
      'What do you want to improve?',
    ])
  })

  test('are found under headings, with what stands below them', () => {
    expect(
      readQuestions(
        '## Impact\nWhat changed because of you?\n\n## Collaboration\nHow did you work with others?',
      ),
    ).toEqual(['Impact What changed because of you?', 'Collaboration How did you work with others?'])
  })

  test('are found in a table, as word processors and Markdown copy it', () => {
    expect(
      readQuestions('Area\tQuestion\tAnswer\nImpact\tWhat did you achieve?\t\nTeam\tWhom did you help?\t'),
    ).toEqual(['What did you achieve?', 'Whom did you help?'])
    expect(
      readQuestions(
        '| No | Question |\n|---|---|\n| 1 | What did you achieve? |\n| 2 | Describe how you mentored. |',
      ),
    ).toEqual(['What did you achieve?', 'Describe how you mentored.'])
  })

  test('are the lines where nothing else tells them apart, each once', () => {
    expect(readQuestions('Describe your impact\nDescribe your growth\nDescribe your impact\n')).toEqual([
      'Describe your impact',
      'Describe your growth',
    ])
    expect(readQuestions('\n \n---\n')).toEqual([])
  })

  test('are read in time from a paste of any size', () => {
    const began = performance.now()
    expect(readQuestions('1. What?\n'.repeat(600_000)).length).toBe(1)
    expect(readQuestions('a|'.repeat(2_500_000)).length).toBeLessThanOrEqual(60)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

const item = (source: string, text: string, more: Partial<PacketItem> = {}): PacketItem => ({
  source,
  kind: 'evidence',
  included: true,
  text,
  on: '2026-10-01',
  level: null,
  how: '',
  links: [],
  people: [],
  polarity: null,
  behaviours: [],
  asked: false,
  ...more,
})
const section = (skill: string, ...items: PacketItem[]): PacketSection => ({
  skill,
  included: true,
  claimed: null,
  range: null,
  own: '',
  open: '',
  items,
})

describe('arranging answers', () => {
  const sections = [
    section(
      'system-design',
      item('evidence/1', 'I split the billing service in three.'),
      item('evidence/2', 'I drew the new payment flow.'),
    ),
    section(
      'mentoring',
      item('evidence/3', 'Lena led her first incident after I had paired with her.'),
      item('feedback/4', 'You could bring more people on.', { kind: 'words', polarity: 'gap' }),
      item('evidence/1', 'I split the billing service in three.'),
    ),
  ]
  const under = (question: string) => arrangeAnswers(framework, sections, [question])[0]?.items

  test('puts what was done for a skill under the question that asks for it', () => {
    expect(under('How do you mentor and teach others?')?.[0]).toBe('mentoring/evidence/3')
    expect(under('Tell us about billing.')).toEqual(['system-design/evidence/1'])
  })

  test('puts the strongest under a question for results, and what is missing under one for growth', () => {
    expect(under('What are you proud of?')?.slice(0, 2)).toContain('system-design/evidence/1')
    expect(under('Where could you improve?')?.[0]).toBe('mentoring/feedback/4')
    expect(under('Where do you want to grow?')?.[0]).toBe('mentoring/feedback/4')
    expect(under('How did you help others grow?')).not.toContain('mentoring/feedback/4')
  })

  test('shows an entry once, and leaves a question empty that nothing answers', () => {
    for (const { items } of arrangeAnswers(framework, sections, ['billing', 'achievements']))
      expect(new Set(items).size).toBe(items.length)
    expect(under('Vacation?')).toEqual([])
    expect(arrangeAnswers(framework, [], ['billing'])[0]?.items).toEqual([])
  })
})
