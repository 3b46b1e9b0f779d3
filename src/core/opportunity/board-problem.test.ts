// What a board starts from: work that is planned, and what earlier quarters brought.
import { expect, test } from 'vitest'
import { boardProblem, weeksFree } from './board-problem.ts'
import type { AgreedGrowth, Opportunity, WorkPart } from './opportunity.ts'

const work = { title: 'On-call rota', about: '', kind: 'glue' as const, weeks: 2, skills: [] }

const given = (quarter: string, opportunityId: string | null): WorkPart => ({
  ...{ id: `${quarter} ${opportunityId}`, personId: 'bea', managerId: 'max', opportunityId, stage: 'given' },
  ...{ work: { ...work, quarter }, why: [], since: '2026-11-23', until: null, wishedAt: null, note: '' },
})

const planned = (id: string, quarter: string): Opportunity => ({
  ...{ ...work, quarter, id, revisionId: id, frameworkDigest: '', people: 1, shown: false },
  ...{ tried: { with: [], without: [] }, savedAt: '', removedAt: null },
})

const sixWeeks: AgreedGrowth = {
  ...{ id: 'agreed', personId: 'bea', managerId: 'max', frameworkDigest: '', areas: [], weeks: 6 },
  ...{ agreedOn: '2026-11-23', note: '' },
}

const beaIn = (opportunities: Opportunity[], parts: WorkPart[]) => {
  const [bea] = boardProblem({
    people: [{ id: 'bea', isNew: false }],
    ...{ opportunities, parts, agreed: [sixWeeks], from: '2027-Q2' },
  }).people
  if (bea === undefined) throw new Error('Nobody is on the board.')
  return bea
}
const glueBefore = (opportunities: Opportunity[], parts: WorkPart[]) => beaIn(opportunities, parts).glueBefore

test('work of earlier quarters counts, also where its piece of work is on the list for then', () => {
  const parts = [given('2027-Q1', 'rota'), given('2026-Q4', null)]
  expect(glueBefore([planned('rota', '2027-Q1'), planned('other', '2027-Q2')], parts)).toBe(2)
})

test('work that a manager before gave for a planned quarter counts, and takes up its weeks', () => {
  const parts = [given('2027-Q2', 'theirs'), given('2027-Q2', null), given('2027-Q3', null)]
  expect(glueBefore([planned('rota', '2027-Q2')], parts)).toBe(2)
  expect(weeksFree(beaIn([planned('rota', '2027-Q2')], parts), '2027-Q2')).toBe(2)
})

test('work that was given and then put off to a planned quarter counts once', () => {
  expect(glueBefore([planned('rota', '2027-Q2')], [given('2027-Q1', 'rota')])).toBe(0)
})
