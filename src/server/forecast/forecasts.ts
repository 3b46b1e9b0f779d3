// Forecasts: made from the plan that holds, kept with the day, and held against what came.
import { z } from '@hono/zod-openapi'
import { forecastKeptPlan } from '../../core/forecast/forecast-kept-plan.ts'
import type { PlanForecast } from '../../core/forecast/forecast-plan.ts'
import { honestyOf } from '../../core/forecast/honesty.ts'
import {
  JUDGED_WEEKS,
  type KeptForecast,
  type MadeForecasts,
  type ShownForecast,
  showForecast,
} from '../../core/forecast/kept-forecast.ts'
import { isReached } from '../../core/forecast/milestone-reached.ts'
import { movedSentence } from '../../core/forecast/moved-words.ts'
import { milestoneOf, resolveForecasts } from '../../core/forecast/resolve-forecasts.ts'
import type { PlanRevision } from '../../core/plan/kept-plan.ts'
import type { StepName } from '../../core/plan/plan-request.ts'
import { knownPace } from '../../core/progress/pace-evidence.ts'
import { fail, succeed } from '../../core/result.ts'
import { diffFrameworks } from '../../core/revision/diff-frameworks.ts'
import { levelsCarriedBack, versionsBefore } from '../../core/revision/levels-carried-back.ts'
import { listForecasts, saveForecastOutcomes, saveForecasts } from '../../store/forecast/forecasts.ts'
import { listCarryOvers } from '../../store/framework/carry-overs.ts'
import { findPlanRevision, listPlanRevisions } from '../../store/plan/plans.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { frameworkAsked, type GrowthBasis, loadGrowthBasis } from '../plan/growth-basis.ts'
import { NO_VERSION, WHICH_FRAMEWORK } from '../plan/plan.ts'
import { day, uuid } from '../wire.ts'
import { honestySchema, keptForecastSchema, shownForecastSchema } from './forecast-wire.ts'

/** The 80th percentile among the 1st to the 99th. */
const FOUR_IN_FIVE = 79

export function addForecastRoutes(routes: Routes): void {
  addMake(routes)
  addRead(routes)
}

function addMake(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/forecasts',
      tag: 'Your forecasts',
      summary: 'Have your plan forecast as of today',
      description:
        'Made here from the plan that holds, your levels of today and your reports, and kept, so that it can be held against what comes. Asking twice on one day keeps the same numbers once.',
      access: { noun: 'forecast', action: 'make' },
      body: z.strictObject({
        planRevisionId: uuid.openapi({ description: 'The plan that you are looking at.' }),
      }),
      answers: {
        200: {
          description: 'One forecast for each role of the plan.',
          schema: z.strictObject({
            planRevisionId: uuid,
            madeOn: day,
            forecasts: z.array(shownForecastSchema),
            moved: z
              .array(z.string())
              .openapi({ description: 'By how much dates moved since the last forecast, in sentences.' }),
            honesty: honestySchema,
          }),
        },
      },
      refusals: ['not-found', 'invalid', 'conflict'],
    },
    async ({ body, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const plan = await findPlanRevision(tx, body.planRevisionId)
        if (plan === null) return fail(refuse('not-found', 'No plan of yours has this id.'))
        const framework = await services.frameworks.findIn(tx, plan.frameworkDigest)
        if (framework === null) throw new Error('A plan names a framework version that is not there.')
        const current = { digest: plan.frameworkDigest, framework }
        const basis = await loadGrowthBasis(tx, services, signedIn.personId, current)
        if (basis.kept?.revisionId !== plan.revisionId)
          return fail(refuse('conflict', 'This plan was made anew since. Look at the one that holds.'))
        return succeed({ status: 200, body: await makeForecasts(tx, services, basis, plan) })
      }),
  )
}

type ForecastServices = Pick<Services, 'frameworks' | 'together' | 'newId'>

async function makeForecasts(
  tx: ViewerTransaction,
  services: ForecastServices,
  basis: GrowthBasis,
  plan: PlanRevision,
): Promise<MadeForecasts> {
  const personId = tx.viewer.personId ?? ''
  const today = tx.now.slice(0, 10)
  const plans = await listPlanRevisions(tx, personId, plan.frameworkDigest)
  const earlier = await listForecasts(tx, personId, plan.frameworkDigest)
  const forecasts = planForecasts(basis, plans, plan, today).map((one) =>
    showForecast(one.forecast, one.next),
  )
  await saveForecasts(
    tx,
    forecasts.flatMap((forecast) =>
      asKept(forecast, plan, basis).map((one) => ({
        ...one,
        id: services.newId(),
        madeOn: today,
        madeAt: tx.now,
      })),
    ),
  )
  await resolveEarlier(tx, services, basis)
  await resolveOpen(tx, basis, plans)
  return {
    planRevisionId: plan.revisionId,
    madeOn: today,
    forecasts,
    moved: forecasts.flatMap((forecast) => movedSince(earlier, forecast, today)),
    honesty: honestyOf(await listAll(tx, plan.frameworkDigest), today),
  }
}

/** The plan from its first open step on, at the pace that is known: one forecast for each of its roles. */
export function planForecasts(
  basis: GrowthBasis,
  plans: readonly PlanRevision[],
  kept: Pick<PlanRevision, 'plan' | 'choices' | 'startsOn'>,
  today: string,
): { forecast: PlanForecast; next: StepName | null }[] {
  const { framework, estimates, entries, steps } = basis
  const pace = (next: StepName | null) => knownPace({ entries, steps, plans }, next, today)
  const { next, forecasts } = forecastKeptPlan(framework, kept, { estimates, pace }, today)
  return forecasts.map((forecast) => ({ forecast, next }))
}

/** Milestones that levels show already are told, but not kept: no date was given for them. */
function asKept(forecast: ShownForecast, plan: PlanRevision, basis: GrowthBasis) {
  return forecast.milestones
    .map(({ kind, skill, level, quantiles }) => ({
      planRevisionId: plan.revisionId,
      frameworkDigest: plan.frameworkDigest,
      role: forecast.role,
      milestone: kind,
      skill,
      level,
      quantiles,
      horizonWeeks: JUDGED_WEEKS,
    }))
    .filter((one) => !isReached(basis.framework, basis.rated, milestoneOf(one, plan)))
}

async function resolveOpen(
  tx: ViewerTransaction,
  { framework, rated, ratings, digest }: Pick<GrowthBasis, 'framework' | 'rated' | 'ratings' | 'digest'>,
  plans: readonly PlanRevision[],
): Promise<void> {
  const kept = await listForecasts(tx, tx.viewer.personId ?? '', digest)
  const outcomes = resolveForecasts(kept, { framework, estimates: rated, ratings, plans, now: tx.now })
  await saveForecastOutcomes(tx, outcomes)
}

/** Oldest first, with those of the versions that the person moved here from. */
async function listAll(tx: ViewerTransaction, digest: string): Promise<KeptForecast[]> {
  const personId = tx.viewer.personId ?? ''
  const all: KeptForecast[] = []
  const earlier = versionsBefore(await listCarryOvers(tx, personId), digest)
  for (const version of [...earlier, digest]) all.push(...(await listForecasts(tx, personId, version)))
  return all.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0))
}

/**
 * Forecasts of versions that the person moved here from are judged by the words of their own version, with the levels
 * of today where the skill is the same; without that they would stay open for ever.
 */
async function resolveEarlier(
  tx: ViewerTransaction,
  services: ForecastServices,
  basis: GrowthBasis,
): Promise<void> {
  const personId = tx.viewer.personId ?? ''
  for (const digest of versionsBefore(await listCarryOvers(tx, personId), basis.digest)) {
    const isOpen = (await listForecasts(tx, personId, digest)).some(({ outcome }) => outcome === null)
    const before = isOpen ? await services.frameworks.findIn(tx, digest) : null
    if (before === null) continue
    const old = await loadGrowthBasis(tx, services, personId, { digest, framework: before })
    const versions = { before, after: basis.framework, diff: diffFrameworks(before, basis.framework) }
    const rated = levelsCarriedBack(versions, old.rated, basis.rated)
    const later = basis.ratings.flatMap((rating) => {
      const was = versions.diff.skills.before.get(rating.skill)
      return was === undefined ? [] : { ...rating, skill: was }
    })
    const ratings = [...old.ratings, ...later]
    const plans = await listPlanRevisions(tx, personId, digest)
    await resolveOpen(tx, { framework: before, digest, rated, ratings }, plans)
  }
}

function movedSince(earlier: readonly KeptForecast[], forecast: ShownForecast, today: string): string[] {
  return forecast.milestones.flatMap(({ kind, skill, level, p80 }) => {
    const last = earlier.findLast(
      (one) =>
        one.role === forecast.role && one.milestone === kind && one.skill === skill && one.level === level,
    )
    if (last === undefined) return []
    const before = { madeOn: last.madeOn, p80: last.quantiles[FOUR_IN_FIVE] ?? null }
    return movedSentence(kind, before, { madeOn: today, p80 }) ?? []
  })
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/forecasts',
      tag: 'Your forecasts',
      summary: 'Forecasts so far, what became of them, and how well they have held',
      description:
        'Oldest first, those of versions you moved from included. Below ten dates that have passed it says that there are too few to tell.',
      access: { noun: 'forecast', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: {
        200: {
          description: 'Forecasts and their honesty.',
          schema: z.strictObject({ forecasts: z.array(keptForecastSchema), honesty: honestySchema }),
        },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const forecasts = await listAll(tx, current.digest)
        const honesty = honestyOf(forecasts, tx.now.slice(0, 10))
        return succeed({ status: 200, body: { forecasts, honesty } })
      }),
  )
}
