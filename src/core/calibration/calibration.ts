// Managers read the same short written cases: which anchors are read differently, and whose scale differs, said to themselves.

/** A short vignette of somebody's work. The person in it does not exist. */
export interface CalibrationCase {
  id: string
  frameworkId: string
  title: string
  text: string
  /** Ids of the skills that it is read for. */
  skills: string[]
}

export interface CalibrationRound {
  id: string
  frameworkDigest: string
  cases: CalibrationCase[]
  /** What the round is for, for everybody to read. */
  purpose: string
  openedOn: string
  /** Null while it is open. Nothing is computed before, and nothing changes after. */
  closedOn: string | null
  result: KeptResult | null
}

/** One answer: the level at which a reader sees a case. */
export interface CalibrationReading {
  caseId: string
  skill: string
  level: number
}

/** What a closed round says of a framework. It holds nothing of any one reader. */
export interface CalibrationResult {
  /** 0 where there were too few for anything to be shown: how many, is not said. */
  readers: number
  /** Empty where there were too few readers. */
  skills: SkillAgreement[]
}

export interface SkillAgreement {
  skill: string
  /** Krippendorff's alpha, interval; null where all readings are alike or there are too few. */
  alpha: number | null
  /** Share of pairs of readings of the same case that name the same level. */
  same: number
  /** The step between two levels that readings of one case most often lie on both sides of; null where none does. */
  split: { below: number; above: number; share: number } | null
}

/** As it is kept, before it is known who asks. */
export interface KeptAgreement extends SkillAgreement {
  /** The fewest readers of one case that it rests on. Rounds that were closed before this was kept have none. */
  fewest?: number
}

export interface KeptResult extends CalibrationResult {
  skills: KeptAgreement[]
}

/** How one reader's scale lies beside the others', told to them alone. */
export interface OwnScale {
  roundId: string
  /** How many others it is held against. */
  others: number
  /** Levels above (or below) the others on the same cases, on average. */
  difference: number
  /** Of this reader's levels and of the others' means: how far they spread. */
  spread: number
  spreadOfOthers: number
}

/** Fewer readers than this, and nothing is shown to anybody. */
export const LEAST_READERS = 3
export const MOST_CASES = 40

/**
 * What whoever owns the framework may read. A reader among few could tell the others by what they said themselves: to
 * them a skill is told only where every case that it rests on was read by enough others.
 */
export function resultFor(result: KeptResult, isReader: boolean): CalibrationResult {
  const enough = (count: number) => !isReader || count - 1 >= LEAST_READERS
  if (!enough(result.readers)) return { readers: 0, skills: [] }
  return {
    readers: result.readers,
    skills: result.skills
      .filter(({ fewest = LEAST_READERS }) => enough(fewest))
      .map(({ skill, alpha, same, split }) => ({ skill, alpha, same, split })),
  }
}
