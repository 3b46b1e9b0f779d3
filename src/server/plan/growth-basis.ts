// What plan, progress and forecast start from: the framework, the person's levels of today, and what was kept before.
import type { Framework } from '../../core/framework/framework.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import { type MeasuredPerson, measurePerson, type RatedLevel } from '../../core/measurement/measure-person.ts'
import type { PlanRevision } from '../../core/plan/kept-plan.ts'
import { type Estimates, heldLevel } from '../../core/planning/estimates.ts'
import type { HeardLevel } from '../../core/planning/levels.ts'
import { levelsForPlanning } from '../../core/planning/levels-for-planning.ts'
import type { ProgressEntry } from '../../core/progress/progress.ts'
import {
  practisedSkills,
  type StepProgress,
  saidDone,
  stepProgress,
} from '../../core/progress/step-progress.ts'
import type { Target } from '../../core/target/target.ts'
import { listAssessments } from '../../store/assessment/assessments.ts'
import { isRatedByOthers, listRatingsAbout } from '../../store/assessment/ratings-about.ts'
import { findPlan } from '../../store/plan/plans.ts'
import { listProgress } from '../../store/plan/progress.ts'
import { findTarget } from '../../store/plan/targets.ts'
import { listCountedContributions } from '../../store/sealing/sealed-contributions.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { CurrentFramework, Services } from '../app-env.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'

export interface GrowthBasis {
  digest: string
  framework: Framework
  /** The role held; null where the person never said. */
  role: string | null
  target: Target | null
  ratings: RatedLevel[]
  measured: MeasuredPerson
  /** Levels that ratings show, assumed where nobody rated. */
  rated: Estimates
  /** The same, with steps that the person says are done: what plans and forecasts start from. */
  estimates: Estimates
  entries: ProgressEntry[]
  steps: StepProgress[]
  /** The plan that holds. */
  kept: PlanRevision | null
}

/** The version that is asked for, or the one in use; null where there is none of that digest. */
export async function frameworkAsked(
  tx: ViewerTransaction,
  services: Services,
  personId: string,
  digest: string | undefined,
): Promise<CurrentFramework | null> {
  if (digest === undefined) return frameworkInUse(tx, services, personId)
  const framework = await services.frameworks.findIn(tx, digest)
  return framework === null ? null : { digest, framework }
}

/** Whole levels of the skills that somebody else rated, measured from all that was said; none where nobody did. */
export async function listHeardLevels(
  tx: ViewerTransaction,
  services: Pick<Services, 'together'>,
  personId: string,
  current: CurrentFramework,
): Promise<HeardLevel[]> {
  const { digest, framework } = current
  const sealed = await listCountedContributions(tx, personId, digest)
  // Most people have rated only themselves so far: the map, which asks this each time, need not read that twice.
  if (sealed.length === 0 && !(await isRatedByOthers(tx, personId, digest))) return []
  const ratings = await listRatingsAbout(tx, personId, digest)
  const heard = new Set([
    ...ratings.filter(({ rater }) => rater !== undefined).map(({ skill }) => skill),
    ...sealed.flatMap(({ values }) => values.map(({ skill }) => skill)),
  ])
  if (heard.size === 0) return []
  const population = await services.together.populationFor(tx, current, personId)
  const { levels } = measurePerson({ framework, ratings, sealed, population, now: tx.now })
  return [...levels.values()]
    .filter(({ skill }) => heard.has(skill))
    .map(({ skill, latent }) => ({ skill, level: heldLevel(latent.mean, topLevel(framework)) }))
}

/** `held`: the role to start from; where nothing is said, the one that the plan starts from, or else the target's. */
export async function loadGrowthBasis(
  tx: ViewerTransaction,
  services: Pick<Services, 'together'>,
  personId: string,
  current: CurrentFramework,
  held?: string,
): Promise<GrowthBasis> {
  const { digest, framework } = current
  const target = await findTarget(tx, personId, digest)
  const kept = await findPlan(tx, personId, digest)
  const assessments = (await listAssessments(tx, personId)).filter(
    (one) => one.frameworkDigest === digest && one.raterKind === 'self',
  )
  const role = held ?? kept?.choices.fromRole ?? target?.role ?? assessments[0]?.role ?? null
  const ratings = await listRatingsAbout(tx, personId, digest)
  const entries = await listProgress(tx, personId, framework.id)
  const request = {
    framework,
    role: role ?? '',
    ratings,
    sealed: await listCountedContributions(tx, personId, digest),
    now: tx.now,
    practised: practisedSkills(entries),
    population: await services.together.populationFor(tx, current, personId),
  }
  const { measured, estimates: rated } = levelsForPlanning(request)
  const steps = stepProgress(framework, entries, { estimates: rated, ratings })
  const said = saidDone(steps)
  const estimates = said.length === 0 ? rated : levelsForPlanning({ ...request, saidDone: said }).estimates
  return { digest, framework, role, target, ratings, measured, rated, estimates, entries, steps, kept }
}
