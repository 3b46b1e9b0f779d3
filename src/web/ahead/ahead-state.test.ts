// The address of the road ahead: what it holds, and what an old or mistyped one still opens.
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { readAheadState, writeAheadState } from './ahead-state.ts'

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
