// The address of the road ahead: what it holds, and what an old or mistyped one still opens.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { readAheadState, stateOfKept, writeAheadState } from './ahead-state.ts'

const framework = loadFramework(BUILT_IN)
const usual = { role: 'senior-engineer', year: 2026 }

describe('the address of the road ahead', () => {
  it('keeps ways, years and the first year, and opens the same again', () => {
    const state = {
      from: 'tech-lead',
      ways: [
        [
          { role: 'engineering-manager', years: 3 },
          { role: 'stay', years: null },
        ],
        [{ role: 'staff-engineer', years: null }],
      ],
      startYear: 2029,
    }
    const search = writeAheadState(state, usual)
    expect(search).toEqual({
      from: 'tech-lead',
      via: 'engineering-manager.3,stay~staff-engineer',
      start: '2029',
    })
    expect(readAheadState(framework, search, usual)).toEqual(state)
  })

  it('stays short where everything is as usual', () => {
    const state = { from: usual.role, ways: [[{ role: 'tech-lead', years: null }]], startYear: usual.year }
    expect(writeAheadState(state, usual)).toEqual({ via: 'tech-lead' })
  })

  it('shows of a kept long view what this framework still has, and nothing where the role held is gone', () => {
    const kept = {
      frameworkDigest: 'f'.repeat(64),
      from: 'tech-lead',
      ways: [
        [
          { role: 'wizard', years: 2 },
          { role: 'engineering-manager', years: 3 },
        ],
      ],
      startYear: 2029,
      revisionId: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b11',
      keptAt: '2026-11-27T09:00:00.000Z',
      reviewedAt: '2026-11-27T09:00:00.000Z',
    }
    expect(stateOfKept(framework, kept)).toEqual({
      from: 'tech-lead',
      ways: [[{ role: 'engineering-manager', years: 3 }]],
      startYear: 2029,
    })
    expect(stateOfKept(framework, { ...kept, from: 'wizard' })).toBeNull()
  })

  it('passes over roles, years and ways that make no sense', () => {
    const search = { from: 'wizard', via: 'wizard,tech-lead.900~~nowhere~stay.x~a~b~c', start: 'soon' }
    expect(readAheadState(framework, search, usual)).toEqual({
      from: 'senior-engineer',
      ways: [[{ role: 'tech-lead', years: null }], [{ role: 'stay', years: null }]],
      startYear: 2026,
    })
    expect(readAheadState(framework, { via: 'wizard' }, usual)).toBeNull()
    expect(readAheadState(framework, {}, usual)).toBeNull()
  })
})
