// What is known about people and raters in general before one person is measured.

import type { Framework } from '../framework/framework.ts'
import { topLevel } from '../framework/look-up.ts'

/** A quantity known up to a normal error. */
export interface Estimate {
  mean: number
  variance: number
}

/** How well the rater could see what they rated. */
export type EvidenceQuality = 'linked' | 'usual' | 'saw-little'

/** Standard deviations in levels of the framework's scale. */
export interface Spreads {
  /** Between people, over all skills. */
  person: number
  /** Between a person's skill groups. */
  domain: number
  /** Between a person's skills of one group. */
  skill: number
  /** Between raters: lenient or strict with everybody. */
  leniency: number
  /** Of one rater's overall impression of one person. */
  halo: number
  /** Of people's overall impression of themselves. */
  selfHalo: number
  /** Of one rating, with usual evidence. */
  noise: number
}

/** Plain data, so that it can be stored and sent to the browser. */
export interface Population {
  /** The top level K of the scale that all numbers here are in. */
  topLevel: number
  spreads: Spreads
  /** Noise of a rating relative to one with usual evidence. */
  evidence: Record<EvidenceQuality, number>
  /** Variance per year by which a level wanders, in levels²: left alone, and while in the plan. */
  drift: { idle: number; practised: number }
  /** What all skills have in common. */
  common: Estimate
  /** Each skill's difference from `common`, by id. */
  skills: Record<string, Estimate>
  /** A skill that is not among them. */
  otherSkill: Estimate
  /** By how much people rate themselves above what others say. */
  selfBias: Estimate
  managerBias: Estimate
  /**
   * Leniency by rater id (above 0 is lenient), as it is known without the ratings of the person to be measured:
   * see `populationWithout`. A rater who is not among them is a stranger.
   */
  raters: Record<string, Estimate>
}

/**
 * The engine's defaults, for a scale from 0 to 5. Spreads between people and raters reproduce published
 * reliabilities: they imply 38 % ratee, 36 % rater and 26 % error and a reliability of .38 for one rater (Conway &
 * Huffcutt 1997: .37 for peers; Scullen, Mount & Goff 2000 find still more rater). People rate themselves higher
 * by about a third of an SD (Heidemeier & Moser 2009). Drift and evidence are judgement.
 */
const AT_FIVE = {
  spreads: { person: 0.45, domain: 0.3, skill: 0.4, leniency: 0.35, halo: 0.55, selfHalo: 0.8, noise: 0.55 },
  drift: { idle: 0.04, practised: 0.16 },
  /** Nearly flat: forty informative means of their own would fix their average and pull everybody towards it. */
  commonSpread: 2,
  skillSpread: 0.6,
  selfBias: { mean: 0.3, spread: 0.25 },
  managerBias: { mean: 0, spread: 0.25 },
}

/** Other scales stretch everything by K/5: a level of three says more than a level of twelve. */
export function defaultPopulation(framework: Framework): Population {
  return defaultPopulationFor(topLevel(framework))
}

/** The same for a scale from 0 to `top`. */
export function defaultPopulationFor(top: number): Population {
  const stretch = top / 5
  const square = stretch * stretch
  const { spreads, drift, commonSpread, skillSpread, selfBias, managerBias } = AT_FIVE
  return {
    topLevel: top,
    spreads: {
      person: spreads.person * stretch,
      domain: spreads.domain * stretch,
      skill: spreads.skill * stretch,
      leniency: spreads.leniency * stretch,
      halo: spreads.halo * stretch,
      selfHalo: spreads.selfHalo * stretch,
      noise: spreads.noise * stretch,
    },
    evidence: { linked: 0.8, usual: 1, 'saw-little': 1.5 },
    drift: { idle: drift.idle * square, practised: drift.practised * square },
    common: { mean: top / 2, variance: commonSpread ** 2 * square },
    skills: {},
    otherSkill: { mean: 0, variance: skillSpread ** 2 * square },
    selfBias: { mean: selfBias.mean * stretch, variance: selfBias.spread ** 2 * square },
    managerBias: { mean: managerBias.mean, variance: managerBias.spread ** 2 * square },
    raters: {},
  }
}

/** Own properties only: ids come from files, and "constructor" must not find a function. */
export function skillEstimate(population: Population, skill: string): Estimate {
  return Object.hasOwn(population.skills, skill)
    ? (population.skills[skill] ?? population.otherSkill)
    : population.otherSkill
}

/** Leniency of a rater; of a stranger, what raters in general are like. */
export function leniencyOf(population: Population, rater: string): Estimate {
  const stranger = { mean: 0, variance: population.spreads.leniency ** 2 }
  return Object.hasOwn(population.raters, rater) ? (population.raters[rater] ?? stranger) : stranger
}
