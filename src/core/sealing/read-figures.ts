// Reads the figures of a cell: the middle, what is missing against expectations, and what changed.

import type { Cell, CellFigures } from './release.ts'

/** The mean level, for shading and for the trend. It holds no more than the published counts do. */
export function meanLevel(figures: CellFigures): number {
  const sum = figures.counts.reduce((total, count, level) => total + count * level, 0)
  return sum / figures.people
}

/**
 * How many expectations would stay unmet if people could exchange roles at will: the largest excess, over all
 * levels, of those expected at that level or above over those who are there. It is the least number by Hall's marriage
 * theorem (1935), and needs nobody's own gap.
 */
export function missingPeople({ counts, expected }: Pick<CellFigures, 'counts' | 'expected'>): number {
  let [most, excess] = [0, 0]
  for (let level = counts.length - 1; level > 0; level -= 1) {
    excess += (expected[level] ?? 0) - (counts[level] ?? 0)
    most = Math.max(most, excess)
  }
  return most
}

/** How many people are counted whose role expects something here. */
export function expectedPeople({ expected }: Pick<CellFigures, 'expected'>): number {
  return expected.reduce((sum, count) => sum + count, 0)
}

export interface ShortSkill {
  skill: string
  missing: number
  expected: number
}

/** Skills of which the cell has too little, the scarcest first as a share of those expected; ties by id. */
export function shortSkills(cell: Cell): ShortSkill[] {
  return Object.entries(cell.skills)
    .map(([skill, figures]) => ({
      skill,
      missing: missingPeople(figures),
      expected: expectedPeople(figures),
    }))
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missing / b.expected - a.missing / a.expected || (a.skill < b.skill ? -1 : 1))
}

/** Change of the mean level since an earlier release; null where one of them shows nothing. */
export function trendOf(now: CellFigures | undefined, before: CellFigures | undefined): number | null {
  if (now === undefined || before === undefined) return null
  return meanLevel(now) - meanLevel(before)
}
