// What a round says when it is closed: of each skill how alike it is read, and of each reader how their scale lies.

import {
  type CalibrationReading,
  type KeptAgreement,
  type KeptResult,
  LEAST_READERS,
  type OwnScale,
  type SkillAgreement,
} from './calibration.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'

/** The readings of one person. */
export interface Reader {
  personId: string
  readings: CalibrationReading[]
}

/** With too few readers it says so, and nothing else. A skill of which too few read the same case is left out. */
export function closeRound(readers: readonly Reader[]): KeptResult {
  const there = readers.filter(({ readings }) => readings.length > 0)
  if (there.length < LEAST_READERS) return { readers: 0, skills: [] }
  const skills = [...new Set(there.flatMap(({ readings }) => readings.map(({ skill }) => skill)))].sort()
  return { readers: there.length, skills: skills.flatMap((skill) => agreementOn(skill, there) ?? []) }
}

function agreementOn(skill: string, readers: readonly Reader[]): KeptAgreement | null {
  const units = levelsByCase(readers, skill).filter((levels) => levels.length >= LEAST_READERS)
  if (units.length === 0) return null
  const pairs = units.flatMap(pairsOf)
  const alike = pairs.filter(([low, high]) => low === high).length
  return {
    skill,
    alpha: krippendorffAlpha(units),
    same: alike / pairs.length,
    split: widestSplit(pairs),
    fewest: Math.min(...units.map((levels) => levels.length)),
  }
}

function levelsByCase(readers: readonly Reader[], skill: string): number[][] {
  const byCase = new Map<string, number[]>()
  for (const { readings } of readers)
    for (const one of readings)
      if (one.skill === skill) byCase.set(one.caseId, [...(byCase.get(one.caseId) ?? []), one.level])
  return [...byCase.values()]
}

function pairsOf(levels: readonly number[]): [number, number][] {
  return levels.flatMap((a, index) =>
    levels.slice(index + 1).map((b): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  )
}

/** The step between two levels that most pairs lie on both sides of; of several the lowest. */
function widestSplit(pairs: readonly [number, number][]): SkillAgreement['split'] {
  const counts = new Map<number, number>()
  for (const [low, high] of pairs)
    for (let step = low; step < high; step += 1) counts.set(step, (counts.get(step) ?? 0) + 1)
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || a - b)
  return best === undefined ? null : { below: best[0], above: best[0] + 1, share: best[1] / pairs.length }
}

/** For each reader with at least three others on the same cases; nobody else's levels can be told from it. */
export function ownScales(
  readers: readonly Reader[],
  roundId: string,
): { personId: string; scale: OwnScale }[] {
  return readers.flatMap((own) => {
    const others = readers.filter(({ personId }) => personId !== own.personId)
    const shared = own.readings.flatMap((mine) => {
      const levels = others.flatMap(({ readings }) =>
        readings
          .filter((one) => one.caseId === mine.caseId && one.skill === mine.skill)
          .map(({ level }) => level),
      )
      return levels.length < LEAST_READERS
        ? []
        : [{ own: mine.level, others: mean(levels), count: levels.length }]
    })
    // One or two cases say nothing about a scale.
    if (shared.length < LEAST_SHARED) return []
    const scale = {
      roundId,
      others: Math.min(...shared.map(({ count }) => count)),
      difference: rounded(mean(shared.map((one) => one.own - one.others))),
      spread: rounded(spreadOf(shared.map((one) => one.own))),
      spreadOfOthers: rounded(spreadOf(shared.map((one) => one.others))),
    }
    return [{ personId: own.personId, scale }]
  })
}

const LEAST_SHARED = 5

/** To half a level: what is finer would tell more of the others than of the reader. */
function rounded(value: number): number {
  const halves = Math.round(value * 2) / 2
  return halves === 0 ? 0 : halves
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function spreadOf(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}
