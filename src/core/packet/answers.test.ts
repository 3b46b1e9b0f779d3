// The form of a company is read as its questions, and what is on record is arranged under them.

import { describe, expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { loadDecoder } from '../../../tests/load-decoder.ts'
import { processorTime } from '../../../tests/processor-time.ts'
import { readFeedback } from '../decode/read-feedback.ts'
import { answerText } from './answers-text.ts'
import { arrangeAnswers } from './arrange-answers.ts'
import { movedAmong } from './edit-packet.ts'
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
    const took = processorTime(() => {
      expect(readQuestions('1. What?\n'.repeat(600_000)).length).toBe(1)
      expect(readQuestions('a|'.repeat(2_500_000)).length).toBeLessThanOrEqual(60)
    })
    expect(took).toBeLessThan(1000)
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

describe('an answer that quotes a rating', () => {
  test('says below it what the person says of it', () => {
    const quoted = item('rating/1', 'Late twice.', {
      kind: 'words',
      people: ['Mona'],
      asked: true,
      disputes: [{ kind: 'contest', words: 'Once, and agreed before.' }],
    })
    const answer = { question: 'What did others say?', own: '', items: ['mentoring/rating/1'] }
    expect(answerText(answer, [section('mentoring', quoted)])).toBe(
      '“Late twice.” (Mona, 1 October 2026)\nI see this differently: Once, and agreed before.',
    )
  })
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
  const under = (question: string) => arrangeAnswers(framework, sections, [question], null)[0]?.items

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
    for (const { items } of arrangeAnswers(framework, sections, ['billing', 'achievements'], null))
      expect(new Set(items).size).toBe(items.length)
    expect(under('Vacation?')).toEqual([])
    expect(arrangeAnswers(framework, [], ['billing'], null)[0]?.items).toEqual([])
  })
})

describe('arranging answers with the reader of feedback', () => {
  const model = loadDecoder()
  const read = (text: string) => readFeedback(model, framework, text)
  const sections = [
    section('system-design', item('evidence/1', 'I gave Priya the whole migration and the say on its date.')),
    section('project-leadership', item('evidence/2', 'I took the new tax rules live in eleven countries.')),
    section(
      'hiring',
      item('evidence/3', 'I trained two new interviewers.'),
      item('evidence/2', 'I took the new tax rules live in eleven countries.'),
    ),
  ]
  const under = (question: string, reader: typeof read | null = read) =>
    arrangeAnswers(framework, sections, [question], reader)[0]?.items

  test('finds what shows the skill behind a question, though they share no word and it stands elsewhere', () => {
    const question = 'Which responsibilities did you hand over, and to whom?'
    expect(under(question)?.[0]).toBe('system-design/evidence/1')
    expect(under(question, null)).not.toContain('system-design/evidence/1')
  })

  test('leaves what the person put under a skill before what only sounds like it', () => {
    expect(under('What did you contribute to recruiting new people?')?.[0]).toBe('hiring/evidence/3')
  })

  test('finds an entry under each of its skills', () => {
    expect(under('What did you contribute to recruiting new people?')).toContain(
      'project-leadership/evidence/2',
    )
  })

  test('goes by words where a question is in another language', () => {
    const question = 'Was hast du zu den new tax rules beigetragen und was war daran für dich schwierig?'
    expect(under(question)).toContain('project-leadership/evidence/2')
  })

  test('puts nothing under a question that is about no skill and asks for nothing on record', () => {
    expect(under('Is the coffee machine on your floor all right?')).toEqual([])
  })
})

describe('a thing that is moved under another question', () => {
  test('comes to where it was dropped, whatever is not on the screen between', () => {
    const all = ['q1', 'a', 'left out', 'b', 'q2', 'c']
    const shown = ['q1', 'a', 'b', 'q2', 'c']
    expect(movedAmong(all, shown, 'a', 3)).toEqual(['q1', 'left out', 'b', 'q2', 'a', 'c'])
    expect(movedAmong(all, shown, 'c', 2)).toEqual(['q1', 'a', 'c', 'left out', 'b', 'q2'])
    expect(movedAmong(all, shown, 'b', 0)).toEqual(['b', 'q1', 'a', 'left out', 'q2', 'c'])
  })
})
