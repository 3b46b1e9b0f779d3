// Where more raters would make a level surest: computed from what each of them would take off its variance.

import type { RaterKind } from '../assessment/assessment.ts'
import type { MeasuredLevel } from '../measurement/measure-person.ts'
import { HALF_WIDTH_80 } from '../measurement/normal.ts'

export interface MostNarrowing {
  skill: string
  kind: Exclude<RaterKind, 'self'>
  /** That many more. */
  more: number
  /** Half of the likely range now and after that, in levels. */
  now: number
  after: number
  /** The share of the variance that is expected to go, 0 to 1. */
  share: number
}

/** Fewer than this would hardly be seen. */
const WORTH_SAYING = 0.1

/**
 * By expected reduction of variance, the largest first; for each skill the kind of rater that takes most off it, `more`
 * of them. In levels squared, so that what is widest comes before what is known well already.
 */
export function whatNarrowsMost(levels: readonly MeasuredLevel[], more = 2): MostNarrowing[] {
  return levels
    .flatMap((measured) => best(measured, more) ?? [])
    .filter(({ share }) => share >= WORTH_SAYING)
    .sort((a, b) => reduction(b) - reduction(a) || (a.skill < b.skill ? -1 : 1))
}

function best(measured: MeasuredLevel, more: number): MostNarrowing | null {
  const now = HALF_WIDTH_80 * measured.latent.sd
  const steps = measured.narrowing
    .filter((step) => step.more === more)
    .sort((a, b) => a.plusMinus - b.plusMinus)
  const step = steps[0]
  if (step === undefined || now <= 0) return null
  const share = 1 - (step.plusMinus / now) ** 2
  return { skill: measured.skill, kind: step.kind, more, now, after: step.plusMinus, share }
}

function reduction({ now, after }: MostNarrowing): number {
  return now ** 2 - after ** 2
}
