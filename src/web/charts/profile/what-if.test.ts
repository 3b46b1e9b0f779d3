// Trying a level: told to whoever listens, undone step by step, and never more than a try.
import { describe, expect, it, vi } from 'vitest'
import { type Levels, levelOf } from '../../../core/planning/levels.ts'
import { changedSkills, createWhatIf } from './what-if.ts'

const base: Levels = { writing: { level: 2, assumed: true }, speaking: { level: 3, assumed: false } }

describe('A what-if', () => {
  it('changes one level and leaves the base as it was', () => {
    const whatIf = createWhatIf(base)
    whatIf.set('writing', 4)
    expect(levelOf(whatIf.levels(), 'writing')).toEqual({ level: 4, assumed: false })
    expect(levelOf(whatIf.base, 'writing').level).toBe(2)
    expect(changedSkills(whatIf.base, whatIf.levels())).toEqual(['writing'])
  })

  it('counts as no change once a level is back where it was', () => {
    const whatIf = createWhatIf(base)
    whatIf.set('writing', 4)
    whatIf.set('writing', 2)
    expect(changedSkills(whatIf.base, whatIf.levels())).toEqual([])
    expect(levelOf(whatIf.levels(), 'writing').assumed).toBe(true)
  })

  it('takes back one drag as one step, and everything at once', () => {
    const whatIf = createWhatIf(base)
    whatIf.set('speaking', 4)
    whatIf.set('writing', 3)
    whatIf.set('writing', 4, true)
    whatIf.set('writing', 5, true)
    whatIf.undo()
    expect(levelOf(whatIf.levels(), 'writing').level).toBe(2)
    expect(levelOf(whatIf.levels(), 'speaking').level).toBe(4)
    whatIf.reset()
    expect(whatIf.levels()).toBe(base)
  })

  it('tells its listeners, and only of true changes', () => {
    const whatIf = createWhatIf(base)
    const listener = vi.fn()
    const stop = whatIf.subscribe(listener)
    whatIf.set('writing', 2)
    whatIf.set('writing', 3)
    stop()
    whatIf.set('writing', 4)
    expect(listener).toHaveBeenCalledTimes(1)
  })
})
