// The levels that plan, forecast and readiness start from: measured where anybody rated, assumed where nobody did.

import type { Framework } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'
import {
  type MeasuredLevel,
  type MeasuredPerson,
  measurePerson,
  type RatedLevel,
} from '../measurement/measure-person.ts'
import { defaultPopulation, type Population } from '../measurement/population.ts'
import type { SealedContribution } from '../measurement/sealed-contribution.ts'
import type { StepName } from '../plan/plan-request.ts'
import { ASSUMED_SD, type Estimates, estimatesFrom, type LevelEstimate, scaleFactor } from './estimates.ts'
import type { Levels } from './levels.ts'

export interface PlanningLevelsRequest {
  framework: Framework
  /** The role held: what it asks stands in where nobody rated. */
  role: string
  /** Everything that anybody said about the person, in any order. */
  ratings: readonly RatedLevel[]
  sealed?: readonly SealedContribution[]
  /** ISO time; what was said long ago has faded. */
  now: string
  /** Skill ids that are being practised: they move faster. */
  practised?: ReadonlySet<string>
  /** What is known about people in general; the engine's defaults where nothing is said. */
  population?: Population
  /** Steps that the person says are done, and that nobody has rated since. */
  saidDone?: readonly StepName[]
}

export interface PlanningLevels {
  estimates: Estimates
  measured: MeasuredPerson
}

/**
 * One estimate for every skill. What the person says is done counts as an assumed level, as wide as any assumed one,
 * until somebody rates it.
 */
export function levelsForPlanning(request: PlanningLevelsRequest): PlanningLevels {
  const { framework, role, ratings, sealed = [], now, practised, saidDone } = request
  const population = request.population ?? defaultPopulation(framework)
  const measured = measurePerson({
    framework,
    ratings,
    sealed,
    population,
    now,
    ...(practised === undefined ? {} : { practised }),
  })
  return { estimates: planningEstimates(framework, measured.levels, { role, saidDone }), measured }
}

/** The same from levels that are measured already, as if `role` were held. */
export function planningEstimates(
  framework: Framework,
  measured: ReadonlyMap<string, Pick<MeasuredLevel, 'latent'>>,
  { role, saidDone = [] }: { role: string; saidDone?: readonly StepName[] | undefined },
): Estimates {
  const assumedSd = ASSUMED_SD * scaleFactor(framework)
  const said = new Map<string, number>()
  for (const { skill, level } of saidDone) said.set(skill, Math.max(level, said.get(skill) ?? 0))
  const entries = framework.skills.map((skill): [string, LevelEstimate] => {
    const latent = measured.get(skill.id)?.latent
    const known =
      latent !== undefined && Number.isFinite(latent.mean) && Number.isFinite(latent.sd)
        ? { ...latent, assumed: false }
        : { mean: expectationOf(framework, role, skill.id).level, sd: assumedSd, assumed: true }
    const level = said.get(skill.id)
    return [
      skill.id,
      level !== undefined && level > known.mean ? { mean: level, sd: assumedSd, assumed: true } : known,
    ]
  })
  return Object.fromEntries(entries)
}

/** Any moment: nothing fades between two times that are the same. */
const ONE_MOMENT = '2000-01-01T00:00:00.000Z'

/** The same where nothing is at hand but levels, such as in a what-if: rated ones count as said by oneself, just now. */
export function estimatesFromOwnLevels(framework: Framework, levels: Levels): Estimates {
  const ratings = Object.entries(levels)
    .filter(([, { assumed }]) => !assumed)
    .map(([skill, { level, approaching = false }]) => ({ skill, level, approaching, ratedAt: ONE_MOMENT }))
  const { estimates } = levelsForPlanning({ framework, role: '', ratings, now: ONE_MOMENT })
  const rated = Object.entries(estimates).filter(([, { assumed }]) => !assumed)
  return { ...estimatesFrom(framework, levels), ...Object.fromEntries(rated) }
}
