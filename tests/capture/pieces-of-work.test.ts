// Holds the grouping of commits against a recorded history and against written ones whose pieces are known.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groupTraces } from '../../src/core/capture/group-traces.ts'
import { readGitLog } from '../../src/core/capture/read-git-log.ts'
import type { CapturedItem } from '../../src/core/capture/trace.ts'
import { type LogRequest, ME, writtenLog } from '../../src/core/capture/written-log.ts'

const ALWAYS = { since: '2000-01-01', until: '2099-12-31' }

const recorded = readFileSync(new URL('./recorded-log.txt', import.meta.url), 'utf8').replaceAll(
  '\u2400',
  '\0',
)

test('The first days of this project, 331 commits, become five to fifteen pieces of work with titles of their own', () => {
  const { traces } = readGitLog(recorded, { authors: ['ada@example.org'], ...ALWAYS })
  const items = groupTraces(traces)
  expect(traces).toHaveLength(331)
  expect(items.length).toBeGreaterThanOrEqual(5)
  expect(items.length).toBeLessThanOrEqual(15)
  expect(new Set(items.map(({ title }) => title)).size).toBe(items.length)
  expect(Math.max(...items.map((item) => item.traces.length))).toBeLessThan(traces.length / 2)
  expect(items.flatMap((item) => item.traces)).toHaveLength(331)
})

test('A single day of it is told in words that one can keep as they are', () => {
  const { traces } = readGitLog(recorded, { authors: null, since: '2026-11-25', until: '2026-11-25' })
  const revision = groupTraces(traces).find(({ title }) => /two versions by meaning/.test(title))
  expect(revision?.text).toContain('mostly in src/core/revision')
  expect(revision?.text).toContain('25 November 2026')
  expect(revision?.why).toContain('the branch revision')
})

/** Of all pairs of commits that are together in the items, how many belong together; and the other way round. */
function agreement(items: CapturedItem[], pieces: Map<string, string>) {
  const placed = items.flatMap((item, index) =>
    item.traces.map(({ origin }) => ({ item: index, piece: pieces.get(origin.slice('git:'.length)) })),
  )
  let [both, together, belonging] = [0, 0, 0]
  for (const [index, one] of placed.entries())
    for (const other of placed.slice(0, index)) {
      const [isTogether, belongs] = [one.item === other.item, one.piece === other.piece]
      together += Number(isTogether)
      belonging += Number(belongs)
      both += Number(isTogether && belongs)
    }
  return { right: both / together, found: both / belonging }
}

/** On average over six histories. */
const HABITS: { habit: LogRequest['habit']; right: number; found: number }[] = [
  { habit: 'branches', right: 0.95, found: 0.9 },
  { habit: 'tickets', right: 0.9, found: 0.85 },
  { habit: 'scopes', right: 0.85, found: 0.8 },
  { habit: 'plain', right: 0.85, found: 0.8 },
]
const SEEDS = [61, 62, 63, 64, 65, 66]

test.each(HABITS)(
  'Commits written with $habit come together as they were meant',
  ({ habit, right, found }) => {
    const sums = { right: 0, found: 0 }
    for (const seed of SEEDS) {
      const log = writtenLog({ seed, piecesPerMonth: 8, months: 3, commitsPerPiece: 8, habit })
      const { traces } = readGitLog(log.output, { authors: [ME.address], ...ALWAYS })
      const items = groupTraces(traces)
      const agreed = agreement(items, log.pieces)
      sums.right += agreed.right / SEEDS.length
      sums.found += agreed.found / SEEDS.length
      expect(items.length / 3).toBeGreaterThanOrEqual(5)
      expect(items.length / 3).toBeLessThanOrEqual(15)
    }
    expect(sums.right).toBeGreaterThan(right)
    expect(sums.found).toBeGreaterThan(found)
  },
)

test('Forty unlike pieces in a month still become fifteen items at most, and none is lost', () => {
  const log = writtenLog({ seed: 3, piecesPerMonth: 40, months: 1, commitsPerPiece: 4, habit: 'plain' })
  const { traces } = readGitLog(log.output, { authors: [ME.address], ...ALWAYS })
  const items = groupTraces(traces)
  expect(items.length).toBeLessThanOrEqual(15)
  expect(items.reduce((sum, item) => sum + item.traces.length, 0)).toBe(traces.length)
})
