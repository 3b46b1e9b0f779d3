// Readiness with what is not known about it: coverage with its interval, and the chance that the must-haves are met.

import type { Framework } from '../framework/framework.ts'
import { expectationOf, findRole, findSkill } from '../framework/look-up.ts'
import { normalDensity, normalProbability } from '../measurement/normal.ts'
import { normalDraws, seededRandom } from '../measurement/seeded-random.ts'
import { type Estimates, estimateOf } from './estimates.ts'
import { levelDraws } from './level-draws.ts'
import { mustHavesOf } from './must-haves.ts'
import { rangeWords } from './readiness-range-words.ts'

export interface MustHaveChance {
  skill: string
  name: string
  needed: number
  /** Chance that the level is at least `needed` − ½; 0 to 1. */
  chance: number
  /** Can only be learned in the role: never blocks. */
  gated: boolean
}

export interface ReadinessRange {
  /** Expected share of what the role asks, 0 to 1; null where it asks nothing. */
  coverage: number | null
  /** 80 % interval of the coverage; null where the role asks nothing. */
  low: number | null
  high: number | null
  /** Chance that all must-haves outside gated skills are met, from joint draws; 1 where there are none. */
  mustHavesChance: number
  /** Chance that coverage is at least 90 % and the must-haves are met, from the same draws. */
  meetsChance: number
  /** In the framework's order of must-haves. */
  mustHaves: MustHaveChance[]
  /** The must-have outside gated skills that is least likely met; null where there are none. */
  weakest: MustHaveChance | null
  /** Of what is expected to be missing: the share that is a real gap and the share that more ratings would settle. */
  missing: { gap: number; measurement: number }
  /** What the figures say and what they do not, in sentences. */
  words: string[]
}

const DRAWS = 1000
/** From published promotion processes: near all of the role's own demands. */
const COVERED = 0.9
/** Below this chance of being met, what is missing is a gap rather than a question of measurement. */
const SURELY_OPEN = 0.25

/** P(level ≥ needed − ½). */
export function chanceToMeet(estimate: { mean: number; sd: number }, needed: number): number {
  const distance = estimate.mean - needed + 0.5
  if (estimate.sd === 0) return distance >= 0 ? 1 : 0
  return normalProbability(distance / estimate.sd)
}

/** The same seed gives the same figures. With certain levels, coverage is exactly the plain readiness. */
export function readinessRange(
  framework: Framework,
  estimates: Estimates,
  toRole: string,
  seed = 1,
): ReadinessRange {
  const lines = expectedLines(framework, estimates, toRole)
  const total = lines.reduce((sum, line) => sum + line.weight * line.needed, 0)
  const covered = lines.reduce(
    (sum, line) => sum + line.weight * meanWithin(line.mean, line.sd, line.needed),
    0,
  )
  const mustHaves = mustHaveChances(framework, estimates, toRole)
  const drawn = drawTogether(framework, estimates, toRole, { lines, total, mustHaves, seed })
  const blocking = mustHaves.filter((mustHave) => !mustHave.gated)
  const range = {
    coverage: total > 0 ? covered / total : null,
    low: total > 0 ? quantile(drawn.coverages, 0.1) : null,
    high: total > 0 ? quantile(drawn.coverages, 0.9) : null,
    mustHavesChance: drawn.mustHaves,
    meetsChance: drawn.meets,
    mustHaves,
    weakest: blocking.reduce<MustHaveChance | null>(
      (weakest, one) => (weakest === null || one.chance < weakest.chance ? one : weakest),
      null,
    ),
    missing: missingParts(lines),
  }
  return { ...range, words: rangeWords(range, framework.language) }
}

interface ExpectedLine {
  index: number
  weight: number
  needed: number
  mean: number
  sd: number
}

function expectedLines(framework: Framework, estimates: Estimates, toRole: string): ExpectedLine[] {
  return framework.skills.flatMap((skill, index) => {
    const { level, weight } = expectationOf(framework, toRole, skill.id)
    if (weight === 0) return []
    const { mean, sd } = estimateOf(framework, estimates, skill.id)
    return [{ index, weight, needed: level, mean, sd }]
  })
}

function mustHaveChances(framework: Framework, estimates: Estimates, toRole: string): MustHaveChance[] {
  const role = findRole(framework, toRole)
  return (role ? mustHavesOf(framework, role) : []).map((id) => {
    const needed = expectationOf(framework, toRole, id).level
    const skill = findSkill(framework, id)
    const chance = chanceToMeet(estimateOf(framework, estimates, id), needed)
    return { skill: id, name: skill?.name ?? id, needed, chance, gated: skill?.access === 'gated' }
  })
}

interface DrawSetting {
  lines: readonly ExpectedLine[]
  total: number
  mustHaves: readonly MustHaveChance[]
  seed: number
}

function drawTogether(framework: Framework, estimates: Estimates, toRole: string, setting: DrawSetting) {
  const { lines, total, seed } = setting
  const blocking = setting.mustHaves
    .filter((mustHave) => !mustHave.gated)
    .map((mustHave) => ({
      index: framework.skills.findIndex((skill) => skill.id === mustHave.skill),
      needed: expectationOf(framework, toRole, mustHave.skill).level,
    }))
  const draw = levelDraws(framework, estimates)
  const normal = normalDraws(seededRandom(seed))
  const levels = new Float64Array(framework.skills.length)
  const coverages = new Float64Array(DRAWS)
  let [mustHaves, meets] = [0, 0]
  for (let n = 0; n < DRAWS; n += 1) {
    draw(levels, normal)
    let met = 0
    for (const line of lines) {
      met += line.weight * Math.min(Math.max(levels[line.index] ?? 0, 0), line.needed)
    }
    const coverage = total > 0 ? met / total : 1
    coverages[n] = coverage
    const all = blocking.every(({ index, needed }) => (levels[index] ?? 0) >= needed - 0.5)
    if (all) mustHaves += 1
    if (all && coverage >= COVERED) meets += 1
  }
  return { coverages: coverages.sort(), mustHaves: mustHaves / DRAWS, meets: meets / DRAWS }
}

/** E[min(max(L, 0), needed)] of a normal L. */
function meanWithin(mean: number, sd: number, needed: number): number {
  if (sd === 0) return Math.min(Math.max(mean, 0), needed)
  return meanAbove(mean, sd, 0) - meanAbove(mean, sd, needed)
}

/** E[max(L − from, 0)] of a normal L. */
function meanAbove(mean: number, sd: number, from: number): number {
  const z = (mean - from) / sd
  return (mean - from) * normalProbability(z) + sd * normalDensity(z)
}

/** Both 0 where nothing is missing. */
function missingParts(lines: readonly ExpectedLine[]): { gap: number; measurement: number } {
  let [gap, all] = [0, 0]
  for (const line of lines) {
    const missing = line.weight * (line.needed - meanWithin(line.mean, line.sd, line.needed))
    all += missing
    if (chanceToMeet(line, line.needed) < SURELY_OPEN) gap += missing
  }
  return all < 1e-9 ? { gap: 0, measurement: 0 } : { gap: gap / all, measurement: 1 - gap / all }
}

/** By linear interpolation; `sorted` ascending and not empty. */
function quantile(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1)
  const [below, above] = [Math.floor(place), Math.ceil(place)]
  const [low, high] = [sorted[below] ?? 0, sorted[above] ?? 0]
  return low + (high - low) * (place - below)
}
