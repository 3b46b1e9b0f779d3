// What a report says: only what it changed, and against what was expected.
import { describe, expect, it } from 'vitest'
import { type Reported, reportWords } from './report-words.ts'
import type { StepProgress } from './step-progress.ts'

const step: StepProgress = {
  skill: 'delegation',
  level: 3,
  name: 'Delegation',
  state: 'under-way',
  spent: 4,
  estimated: 11.2,
  firstWeek: '2026-11-16',
  lastWeek: '2026-11-16',
}
const none: Reported = {
  steps: [],
  pace: { evidence: { finished: [], underWay: [], weeks: [] }, spentOnFirst: 0 },
}

function reported(change: Partial<StepProgress>, week?: { planned: number; delivered: number }): Reported {
  const weeks = week ? [{ week: '2026-11-16', ...week }] : []
  return {
    steps: [{ ...step, ...change }],
    pace: { evidence: { finished: [], underWay: [], weeks }, spentOnFirst: 0 },
  }
}

describe('what a report says', () => {
  it('how far a step has come, and nothing of a week that went about as planned', () => {
    expect(reportWords(none, reported({}, { planned: 4, delivered: 4.5 }))).toEqual([
      'Delegation has 4 of about 11 hours behind it.',
    ])
  })

  it('that a step takes longer than expected, and that a week had more hours', () => {
    expect(reportWords(reported({}), reported({ spent: 17 }, { planned: 3, delivered: 13 }))).toEqual([
      'Delegation has taken 17 of about 11 hours: other steps may take longer too.',
      'That week had more hours than planned: 13 where 3 were planned.',
    ])
  })

  it('whose word it is that a step is done', () => {
    expect(reportWords(reported({}), reported({ state: 'said-done' }))).toEqual([
      'You say that delegation is at level 3, after 4 of about 11 hours; a rating will show it.',
    ])
  })

  it('nothing where nothing changed', () => {
    expect(reportWords(reported({}), reported({}))).toEqual([])
  })
})
