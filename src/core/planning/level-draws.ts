// Draws of all levels of a person together: what is uncertain about one skill is partly uncertain about all.

import type { Framework } from '../framework/framework.ts'
import { type Estimates, estimateOf } from './estimates.ts'

/**
 * Share of a level's variance that all skills of a person have in common, from the default standard deviations of
 * the rating model: .45² ÷ (.45² + .30² + .40²). With independent draws five must-haves would seem harder to meet
 * together than they are.
 */
const COMMON_SHARE = 0.45 ** 2 / (0.45 ** 2 + 0.3 ** 2 + 0.4 ** 2)

/**
 * A function that fills `into` with one level per skill of the framework, in its order, from draws of the standard
 * normal. Not clipped to the scale.
 */
export function levelDraws(
  framework: Framework,
  estimates: Estimates,
): (into: Float64Array, normal: () => number) => void {
  const known = framework.skills.map((skill) => estimateOf(framework, estimates, skill.id))
  const means = Float64Array.from(known, (estimate) => estimate.mean)
  const sds = Float64Array.from(known, (estimate) => estimate.sd)
  const [common, own] = [Math.sqrt(COMMON_SHARE), Math.sqrt(1 - COMMON_SHARE)]
  return (into, normal) => {
    const shared = common * normal()
    for (let index = 0; index < means.length; index += 1) {
      const sd = sds[index] ?? 0
      into[index] = sd === 0 ? (means[index] ?? 0) : (means[index] ?? 0) + sd * (shared + own * normal())
    }
  }
}
