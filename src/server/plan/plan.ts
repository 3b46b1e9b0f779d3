// The plan: read it with what it starts from, make the next one, go back to an earlier one, look at the history.
import { z } from '@hono/zod-openapi'
import { choicesCarried, planDefaults } from '../../core/plan/first-choices.ts'
import { choicesAt, frozenSteps, keepPlan, repeatPlan } from '../../core/plan/keep-plan.ts'
import type { PlanRevision, PlanSummary } from '../../core/plan/kept-plan.ts'
import type { PlanState } from '../../core/plan/plan-state.ts'
import { quarterStart } from '../../core/plan/quarter-calendar.ts'
import { changesSince } from '../../core/plan/why-changed.ts'
import { nextStep } from '../../core/progress/next-step.ts'
import { knownPace } from '../../core/progress/pace-evidence.ts'
import { fail, succeed } from '../../core/result.ts'
import {
  findPlanRevision,
  listPlanRevisions,
  listPlanSummaries,
  type SavePlanFailure,
  savePlan,
} from '../../store/plan/plans.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { CurrentFramework, Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { labelOf } from '../framework/framework-in-use.ts'
import { PRECONDITION_WORDS, readExpected, readSeen, tagOf } from '../preconditions.ts'
import { refusalOfRevision, replyWithRevision } from '../saved-revision.ts'
import { digest, uuid } from '../wire.ts'
import { frameworkAsked, type GrowthBasis, loadGrowthBasis } from './growth-basis.ts'
import {
  planBackSchema,
  planCommandSchema,
  planRevisionSchema,
  planStateSchema,
  planSummarySchema,
} from './plan-wire.ts'

/** For every read that belongs to one framework version. */
export const WHICH_FRAMEWORK = z.strictObject({
  framework: digest.optional().openapi({ description: 'This version instead of the one in use.' }),
})

export const NO_VERSION = refuse('invalid', 'No version of a framework has this digest.', [
  { field: 'framework', message: 'No version of a framework has this digest.' },
])
const NO_PLAN = refuse('not-found', 'No plan of yours has this id.')

export function addPlanRoutes(routes: Routes): void {
  addRead(routes)
  addMake(routes)
  addBack(routes)
  addHistory(routes)
  addReadOne(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/plan',
      tag: 'Your plan',
      summary: 'Your plan, and what the next one would start from',
      description:
        'The plan that holds, with the levels of today, the choices as they count today, what has changed since, and what is known of your pace: everything that a browser needs to try out another plan.',
      access: { noun: 'plan', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: { 200: { description: 'The plan; ETag holds its revision.', schema: planStateSchema } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { personId } = signedIn
        const current = await frameworkAsked(tx, services, personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const basis = await loadGrowthBasis(tx, services, personId, current)
        const plans = await listPlanSummaries(tx, personId, current.digest)
        const elsewhere = basis.kept === null ? await planOnOtherVersion(tx, services, current) : null
        const state = planState(basis, { plans, elsewhere }, tx.now.slice(0, 10))
        const body = { framework: labelOf(current), ...state }
        const headers = basis.kept === null ? {} : { etag: tagOf(basis.kept.revisionId) }
        return succeed({ status: 200, body, headers })
      }),
  )
}

function planState(
  basis: GrowthBasis,
  { plans, elsewhere }: { plans: readonly PlanSummary[]; elsewhere: PlanRevision | null },
  today: string,
): Omit<PlanState, 'framework'> {
  const { framework, estimates, kept, steps, entries } = basis
  const choices = kept === null ? firstChoices(basis, elsewhere, today) : choicesAt(kept, today)
  return {
    today,
    startsOn: quarterStart(kept?.startsOn ?? null, today),
    kept,
    choices,
    frozen: choices === null ? [] : frozenSteps(framework, estimates, kept, { today, choices }),
    estimates,
    since: kept === null ? [] : changesSince(framework, kept, { estimates, target: basis.target }),
    steps,
    pace: knownPace({ entries, steps, plans }, nextStep(framework, kept?.plan ?? null, estimates), today),
  }
}

function firstChoices(
  { framework, role, target }: GrowthBasis,
  elsewhere: PlanRevision | null,
  today: string,
) {
  const defaults = planDefaults(role, target)
  if (defaults === null || elsewhere === null) return defaults
  return choicesCarried(framework, choicesAt(elsewhere, today), defaults)
}

/** The newest plan on another version of the same framework. */
async function planOnOtherVersion(
  tx: ViewerTransaction,
  services: Services,
  { framework }: CurrentFramework,
): Promise<PlanRevision | null> {
  const all = await listPlanRevisions(tx, tx.viewer.personId ?? '', null)
  for (const plan of all.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))) {
    if ((await services.frameworks.findIn(tx, plan.frameworkDigest))?.id === framework.id) return plan
  }
  return null
}

function addMake(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/plan',
      tag: 'Your plan',
      summary: 'Make your plan, or make it anew',
      description:
        'You say what you want; the plan is made here, from your levels of today, and kept with both. Steps of the current quarter stay unless `keepQuarter` is false. Send `If-None-Match: *` for the first plan on a framework version and `If-Match` with the revision you have seen after that.',
      access: { noun: 'plan', action: 'change' },
      body: planCommandSchema,
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'The plan, made anew. ETag holds its revision.', schema: planRevisionSchema },
        201: { description: 'The first plan on this framework version.', schema: planRevisionSchema },
      },
      refusals: ['invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const framework = await services.frameworks.findIn(tx, body.frameworkDigest)
        if (framework === null)
          return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
        const current = { digest: body.frameworkDigest, framework }
        const basis = await loadGrowthBasis(tx, services, signedIn.personId, current, body.choices.fromRole)
        const plan = keepPlan(body, { ...basis, before: basis.kept }, tx.now)
        if (!plan.ok) return fail(refusalOfPlan(plan.failure))
        const saved = await savePlan(tx, plan.value, expected.value)
        return saved.ok ? succeed(replyWithRevision(saved.value)) : fail(refusalOfSave(saved.failure))
      })
    },
  )
}

function addBack(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/plan/back',
      tag: 'Your plan',
      summary: 'Go back to an earlier plan',
      description: 'Adds a revision that equals the earlier one; nothing of the history is lost.',
      access: { noun: 'plan', action: 'change' },
      body: planBackSchema,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: {
        200: { description: 'The plan, as it was. ETag holds its revision.', schema: planRevisionSchema },
      },
      refusals: ['not-found', 'invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ body, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const earlier = await findPlanRevision(tx, body.to)
        if (earlier === null) return fail(NO_PLAN)
        const saved = await savePlan(tx, repeatPlan(earlier, body.revisionId, tx.now), seen.value)
        return saved.ok
          ? succeed({ ...replyWithRevision(saved.value), status: 200 })
          : fail(refusalOfSave(saved.failure))
      })
    },
  )
}

function addHistory(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/plan/revisions',
      tag: 'Your plan',
      summary: 'Your plans so far, and why each came after the one before',
      description: 'Oldest first, without the plans themselves.',
      access: { noun: 'plan', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: {
        200: {
          description: 'The history.',
          schema: z.strictObject({ revisions: z.array(planSummarySchema) }),
        },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const revisions = await listPlanSummaries(tx, signedIn.personId, current.digest)
        return succeed({ status: 200, body: { revisions } })
      }),
  )
}

function addReadOne(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/plan/revisions/{revisionId}',
      tag: 'Your plan',
      summary: 'One plan of the history, whole',
      description: 'As it was made, with the levels it was made from.',
      access: { noun: 'plan', action: 'see' },
      params: z.strictObject({ revisionId: uuid }),
      answers: { 200: { description: 'The plan.', schema: planRevisionSchema } },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const plan = await findPlanRevision(tx, params.revisionId)
        return plan === null ? fail(NO_PLAN) : succeed({ status: 200, body: plan })
      }),
  )
}

function refusalOfPlan(problems: readonly string[]): Refusal {
  const errors = problems.map((message) => ({ pointer: '#/choices', message }))
  return refuse('invalid', problems.join(' '), errors)
}

function refusalOfSave(failure: SavePlanFailure): Refusal {
  return refusalOfRevision(failure, {
    none: 'There is no plan yet.',
    changed: 'Your plan was made anew meanwhile.',
  })
}
