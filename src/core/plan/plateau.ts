// Whether somebody may have stopped growing where they are: three facts and a question, never a verdict.

import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'

export interface PlateauFacts {
  /** In the role held today. */
  yearsInRole: number
  /** Since any rated level last rose; null where nothing was rated twice. */
  monthsSinceLevelRose: number | null
  /** Of what the role held asks, 0 to 1; null where unknown. */
  coverage: number | null
}

/** After so many months without a rise, and from this coverage on. */
const MONTHS_STILL = 18
const COVERED = 0.95

/**
 * A sentence where all three hold: longer in the role than its usual stay, no level risen for eighteen months, and
 * the role's demands nearly all met. Null otherwise, and where any of it is unknown: silence is no finding either.
 */
export function plateauQuestion(framework: Framework, role: string, facts: PlateauFacts): string | null {
  const longest = findRole(framework, role)?.usualStay?.years?.[1]
  const { yearsInRole, monthsSinceLevelRose, coverage } = facts
  if (longest === undefined || monthsSinceLevelRose === null || coverage === null) return null
  if (!(yearsInRole > longest && monthsSinceLevelRose >= MONTHS_STILL && coverage >= COVERED)) return null
  return `You meet nearly all that this role asks, no level has risen for ${Math.floor(monthsSinceLevelRose)} months, and you have been here longer than is usual. That can be a good place to stay. If you would like something new, which one skill would you want to take further?`
}
