// Proves that what is tried on a plan comes back after a closed window, and never over a plan that was kept meanwhile.
import { beforeEach, expect, it } from 'vitest'
import { planDefaults } from '../../core/plan/first-choices.ts'
import { type DraftStore, eraseDrafts } from '../data/drafts.ts'
import type { Trial } from './plan-choices.ts'
import { type DraftPlace, keepDraft, takeUpDraft } from './plan-draft.ts'

const STARTS = '2026-11-23'
const base = { revisionId: 'kept', startsOn: STARTS }
const here: DraftPlace = { frameworkDigest: 'abc', to: null, windowId: 'one' }
const there = { ...here, windowId: 'two' }

let stored: Map<string, string>
let drafts: DraftStore

beforeEach(() => {
  stored = new Map()
  drafts = {
    write: (key, text) => stored.set(key, text),
    remove: (key) => stored.delete(key),
    list: (prefix) => [...stored].flatMap(([key, text]) => (key.startsWith(prefix) ? [{ key, text }] : [])),
  }
})

function trial(hours: number[]): Trial {
  const first = planDefaults('baker', { destinations: ['master-baker'] })
  if (first === null) throw new Error('There are choices for every role.')
  return { ...first, hoursPerWeek: hours, keepQuarter: true, anew: false }
}

function keep(place: DraftPlace, hours: number[], at = 1): void {
  keepDraft(drafts, place, { trial: trial(hours), base, isOvertaken: false, at })
}

it('what was tried in a window that is gone comes back in the next one, and lies in one place only', () => {
  keep(there, [5])
  expect(takeUpDraft(drafts, here, base, STARTS)).toEqual({ trial: trial([5]), isOvertaken: false })
  expect(stored.size).toBe(1)
  keepDraft(drafts, here, null)
  expect(takeUpDraft(drafts, here, base, STARTS)).toBeNull()
})

it('two windows do not write over each other, and each finds its own again', () => {
  keep(here, [4], 1)
  keep(there, [6], 2)
  expect(takeUpDraft(drafts, here, base, STARTS)?.trial.hoursPerWeek).toEqual([4])
  expect(takeUpDraft(drafts, there, base, STARTS)?.trial.hoursPerWeek).toEqual([6])
})

it('a plan that was kept meanwhile is not written over: what was tried before is only offered', () => {
  keep(here, [5])
  expect(takeUpDraft(drafts, here, { ...base, revisionId: 'newer' }, STARTS)?.isOvertaken).toBe(true)
})

it('a quarter later the hours of the quarter that has passed fall away', () => {
  keep(here, [5, 2])
  expect(takeUpDraft(drafts, here, base, '2027-02-23')?.trial.hoursPerWeek).toEqual([2])
})

it('another role in the address, or another version of the framework, is another trial', () => {
  keep(here, [5])
  expect(takeUpDraft(drafts, { ...here, to: 'master-baker' }, base, STARTS)).toBeNull()
  expect(takeUpDraft(drafts, { ...here, frameworkDigest: 'def' }, base, STARTS)).toBeNull()
})

it('what cannot be read is removed, and erasing removes everything', () => {
  stored.set('skillmap.draft.plan.abc..three', '{"trial":{"destinations":"all"}}')
  expect(takeUpDraft(drafts, here, base, STARTS)).toBeNull()
  expect(stored.size).toBe(0)
  keep(here, [5])
  eraseDrafts(drafts)
  expect(stored.size).toBe(0)
})
