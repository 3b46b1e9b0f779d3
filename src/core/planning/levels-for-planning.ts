// The levels that plan, forecast and readiness start from: measured where anybody rated, assumed where nobody did.

import type { Framework } from '../framework/framework.ts'
import { expectationOf } from '../framework/look-up.ts'
import { type MeasuredPerson, measurePerson, type RatedLevel } from '../measurement/measure-person.ts'
import { defaultPopulation, type Population } from '../measurement/population.ts'
import type { SealedContribution } from '../measurement/sealed-contribution.ts'
import type { StepName } from '../plan/plan-request.ts'
import { ASSUMED_SD, type Estimates, type LevelEstimate, scaleFactor } from './estimates.ts'

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
  const { framework, role, ratings, sealed = [], now, practised, saidDone = [] } = request
  const population = request.population ?? defaultPopulation(framework)
  const measured = measurePerson({
    framework,
    ratings,
    sealed,
    population,
    now,
    ...(practised === undefined ? {} : { practised }),
  })
  const assumedSd = ASSUMED_SD * scaleFactor(framework)
  const said = new Map<string, number>()
  for (const { skill, level } of saidDone) said.set(skill, Math.max(level, said.get(skill) ?? 0))
  const entries = framework.skills.map((skill): [string, LevelEstimate] => {
    const latent = measured.levels.get(skill.id)?.latent
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
  return { estimates: Object.fromEntries(entries), measured }
}
