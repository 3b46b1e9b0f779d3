// Tests what comes together, whatever the order, and how it is told.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryOfItem, retitled } from './entry-of-item.ts'
import { groupTraces } from './group-traces.ts'
import { keyOf, keysIn, originOf } from './origin.ts'
import { chosenNumbers, propose } from './propose.ts'
import type { TraceOfWork } from './trace.ts'

function commit(number: number, text: string, more: Partial<TraceOfWork> = {}): TraceOfWork {
  const day = `2026-11-${String(2 + (number % 20)).padStart(2, '0')}`
  return {
    kind: 'commit',
    origin: `git:${String(number).padStart(40, '0')}`,
    day,
    at: Date.parse(`${day}T09:00:00Z`) + number * 60_000,
    text,
    who: ['Ada'],
    files: [],
    labels: [],
    branch: null,
    branchTitle: null,
    people: [],
    link: null,
    minutes: null,
    ...more,
  }
}

test('Nothing gives nothing, and one commit stands alone under its own words', () => {
  expect(groupTraces([])).toEqual([])
  const [only] = groupTraces([commit(1, 'fix(api): answer 404 for what is not there (#12)')])
  expect(only?.title).toBe('Answer 404 for what is not there')
  expect(only?.why).toBe('It stands alone.')
})

test('A branch is one piece, titled as its merge was', () => {
  const branch = { branch: 'ada/retry', branchTitle: 'Retry webhooks with backoff' }
  const items = groupTraces([
    commit(1, 'Store attempts', { ...branch, files: ['hooks/store.ts'] }),
    commit(2, 'Wait longer each time', { ...branch, files: ['time/backoff.ts'] }),
    commit(3, 'Dashboards in dark', { files: ['web/dashboard.css'] }),
  ])
  const retry = items.find(({ traces }) => traces.length === 2)
  expect(retry?.title).toBe('Retry webhooks with backoff')
  expect(retry?.why).toBe('All came in by the branch ada/retry.')
})

test('What names the same ticket is one piece; a standard is no ticket', () => {
  const items = groupTraces([
    commit(1, 'SHOP-7 Parse the feed as UTF-8', { files: ['a/x.ts'] }),
    commit(8, 'SHOP-7 Rebuild prices nightly', { files: ['b/y.ts'] }),
    commit(3, 'Write names as UTF-8', { files: ['c/z.ts'] }),
  ])
  expect(items.map(({ traces }) => traces.length).toSorted()).toEqual([1, 2])
  expect(items.find(({ traces }) => traces.length === 2)?.why).toBe('All name SHOP-7.')
})

test('A commit that says little goes with the one before it in the same folder', () => {
  const items = groupTraces([
    commit(1, 'Draw the map of moves', { files: ['map/draw.ts'] }),
    commit(2, 'Count invoices twice a day', { files: ['billing/count.ts'] }),
    commit(2, 'wip', { origin: 'git:w', files: ['billing/count.ts'] }),
  ])
  const billing = items.find(({ traces }) => traces.length === 2)
  expect(billing?.title).toBe('Count invoices twice a day')
})

test('A meeting that comes again is one piece, with its hours', () => {
  const meeting = (number: number) =>
    commit(number, 'Architecture review', { kind: 'meeting', minutes: 60, people: ['Ben'] })
  const [review] = groupTraces([meeting(1), meeting(8), meeting(15)])
  expect(review?.text).toContain('Three meetings, three hours, 3 to 17 November 2026')
  expect(review?.people).toEqual(['Ben'])
  expect(review?.why).toBe('The same meeting, each time.')
})

const anyTrace = fc
  .record({
    number: fc.nat(400),
    words: fc.array(fc.constantFrom('search', 'billing', 'retry', 'wip', 'SHOP-3', '', '🦊', 'ضريبة'), {
      maxLength: 4,
    }),
    file: fc.constantFrom('a/b/c.ts', 'a/b/d.ts', 'e/f.ts', 'g', ''),
    branch: fc.constantFrom(null, 'one', 'two'),
  })
  .map(({ number, words, file, branch }) =>
    commit(number, words.join(' '), { branch, files: file === '' ? [] : [file] }),
  )

test('Each trace is in exactly one item, at most fifteen a month, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(anyTrace, { maxLength: 80 }), (given) => {
      const traces = [...new Map(given.map((trace) => [trace.origin, trace])).values()]
      const items = groupTraces(traces)
      const placed = items.flatMap((item) => item.traces.map(({ origin }) => origin))
      expect(placed.toSorted()).toEqual(traces.map(({ origin }) => origin).toSorted())
      expect(items.length).toBeLessThanOrEqual(15)
      expect(items.every(({ title, text }) => title.length <= 101 && text.startsWith(title))).toBe(true)
      expect(groupTraces(traces.toReversed())).toEqual(items)
    }),
    { numRuns: 60 },
  )
})

test('What the journal holds is not proposed again, the numbers of the rest stay, and new work goes on', () => {
  const first = [
    commit(1, 'Index synonyms', { files: ['search/synonyms.ts'], branch: 'synonyms' }),
    commit(2, 'Weigh synonyms', { files: ['search/synonyms.ts'], branch: 'synonyms' }),
    commit(3, 'Refund in part', { files: ['billing/refund.ts'] }),
  ]
  const before = propose(first, new Set())
  const synonyms = before.proposals.find(({ item }) => item.traces.length === 2)
  const known = keysIn([originOf(synonyms?.item ?? { traces: [] })])
  const after = propose(first, known)
  const refund = before.proposals.find(({ item }) => item.title === 'Refund in part')
  expect(after.proposals).toEqual([refund])
  expect(after.known).toHaveLength(2)
  const later = commit(4, 'Sort synonyms', { files: ['search/synonyms.ts'], branch: 'synonyms' })
  const goesOn = propose([...first, later], known).proposals.find((proposal) => proposal.goesOn)
  expect(goesOn?.item.traces).toEqual([later])
})

test('Keys of a hundred thousand commits are all different', () => {
  const keys = new Set(
    Array.from({ length: 100_000 }, (_, index) => keyOf({ origin: `git:${index.toString(16)}` })),
  )
  expect(keys.size).toBe(100_000)
})

test('Numbers are chosen singly, as ranges or all; what is not there is refused', () => {
  expect(chosenNumbers('1,3,5-7', [1, 2, 3, 5, 7])).toEqual([1, 3, 5, 7])
  expect(chosenNumbers('all', [2, 4])).toEqual([2, 4])
  expect(chosenNumbers('', [1])).toEqual([])
  expect(chosenNumbers('2', [1, 3])).toBeNull()
  expect(chosenNumbers('3-1', [1, 3])).toBeNull()
  expect(chosenNumbers('one', [1])).toBeNull()
})

test('An entry begins with the title one gave it, keeps safe links only, and names its origin', () => {
  const [item] = groupTraces([
    commit(1, 'Refund in part', { link: 'https://git.example/shop/7' }),
    commit(1, 'Refund in part', { origin: 'git:other', link: 'javascript:alert(1)' }),
  ])
  if (item === undefined) throw new Error('There is an item.')
  const entry = entryOfItem(retitled(item, 'Partial refunds'))
  expect(entry.text.startsWith('Partial refunds\n')).toBe(true)
  expect(entry.text).not.toContain('Refund in part\n\nRefund')
  expect(entry.links).toEqual(['https://git.example/shop/7'])
  expect(entry.source).toEqual({ kind: 'captured', origin: originOf(item) })
})
