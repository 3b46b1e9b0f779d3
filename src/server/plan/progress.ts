// Progress: what was practised in a week, corrected, taken back, and what it says about steps and pace.
import { z } from '@hono/zod-openapi'
import { nextStep } from '../../core/progress/next-step.ts'
import { knownPace } from '../../core/progress/pace-evidence.ts'
import {
  LONGEST_NOTE,
  type ProgressEntry,
  type ProgressRevision,
  type ProgressState,
} from '../../core/progress/progress.ts'
import { MOST_HOURS_OF_A_WEEK, reportProgress } from '../../core/progress/report-progress.ts'
import { fail, succeed } from '../../core/result.ts'
import { listPlanSummaries } from '../../store/plan/plans.ts'
import {
  listProgressRevisions,
  type SaveProgressFailure,
  saveProgress,
  saveProgressWithdrawn,
} from '../../store/plan/progress.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse, refuseField } from '../errors.ts'
import { labelOf } from '../framework/framework-in-use.ts'
import { PRECONDITION_WORDS, readExpected, readSeen } from '../preconditions.ts'
import { refusalOfRevision, replyWithRevision } from '../saved-revision.ts'
import { day, digest, frameworkLabelSchema, moment, plainText, slug, uuid } from '../wire.ts'
import { frameworkAsked, loadGrowthBasis } from './growth-basis.ts'
import { NO_VERSION, WHICH_FRAMEWORK } from './plan.ts'
import { paceSchema, stepsSchema } from './plan-wire.ts'

const ONE = z.strictObject({
  week: day.openapi({ description: 'The Monday of the week.' }),
  skill: slug,
  level: z
    .string()
    .regex(/^[1-9][0-9]?$|^100$/, 'This must be a level from 1 on.')
    .openapi({ description: 'The level that the step leads to.' }),
})

const contentFields = {
  hours: z
    .number()
    .min(0, 'Hours are 0 or more.')
    .max(MOST_HOURS_OF_A_WEEK, `A week has ${MOST_HOURS_OF_A_WEEK} hours.`),
  practices: z.array(slug).max(100, 'No more than 100 practices.'),
  done: z.boolean().openapi({ description: 'You say that the step is done. Whether it is, a rating shows.' }),
  note: plainText(LONGEST_NOTE),
}

const entrySchema = z
  .strictObject({
    revisionId: uuid,
    version: z.number().int().min(1),
    frameworkDigest: digest,
    week: day,
    skill: z.string(),
    level: z.number().int().min(1),
    ...contentFields,
    reportedAt: moment,
  })
  .openapi('ProgressEntry') satisfies z.ZodType<ProgressEntry>

const revisionSchema = entrySchema
  .extend({ withdrawn: z.boolean(), replaces: uuid.nullable() })
  .openapi('ProgressRevision') satisfies z.ZodType<ProgressRevision>

const commandSchema = z.strictObject({
  revisionId: uuid.openapi({
    description: 'Chosen by the writer. Sending the same one again is a retry and changes nothing.',
  }),
  frameworkDigest: digest,
  hours: contentFields.hours,
  practices: contentFields.practices.default([]),
  done: contentFields.done.default(false),
  note: contentFields.note.default(''),
})

export function addProgressRoutes(routes: Routes): void {
  addRead(routes)
  addHistory(routes)
  addReport(routes)
  addWithdraw(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/progress',
      tag: 'Your progress',
      summary: 'What you practised',
      description:
        'Every week that you reported, where each step stands, and what the forecast learns from it. Nobody else sees it, and nobody counts it.',
      access: { noun: 'progress', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: {
        200: {
          description: 'Weeks, steps and pace.',
          schema: z.strictObject({
            framework: frameworkLabelSchema,
            entries: z.array(entrySchema),
            steps: stepsSchema,
            pace: paceSchema,
          }) satisfies z.ZodType<ProgressState>,
        },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const { personId } = signedIn
        const current = await frameworkAsked(tx, services, personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const { framework, entries, steps, kept, estimates } = await loadGrowthBasis(
          tx,
          services,
          personId,
          current,
        )
        const plans = await listPlanSummaries(tx, personId, current.digest)
        const next = nextStep(framework, kept?.plan ?? null, estimates)
        const pace = knownPace({ entries, steps, plans }, next, tx.now.slice(0, 10))
        return succeed({ status: 200, body: { framework: labelOf(current), entries, steps, pace } })
      }),
  )
}

function addHistory(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/progress/revisions',
      tag: 'Your progress',
      summary: 'Your reports with every correction',
      description: 'What was corrected or taken back stays here. By week, step and version.',
      access: { noun: 'progress', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: {
        200: {
          description: 'Every revision.',
          schema: z.strictObject({ revisions: z.array(revisionSchema) }),
        },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const all = await listProgressRevisions(tx, signedIn.personId)
        const revisions = all.flatMap(({ frameworkId, ...revision }) =>
          frameworkId === current.framework.id ? [revision] : [],
        )
        return succeed({ status: 200, body: { revisions } })
      }),
  )
}

function addReport(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/progress/{week}/{skill}/{level}',
      tag: 'Your progress',
      summary: 'Report or correct a week of practice of one step',
      description:
        'Send `If-None-Match: *` the first time, and `If-Match` with the revision you have seen to correct it. 0 hours say that there was no practice, which is an answer too.',
      access: { noun: 'progress', action: 'report' },
      params: ONE,
      body: commandSchema,
      headers: PRECONDITION_WORDS,
      answers: {
        200: { description: 'The report, corrected. ETag holds its revision.', schema: entrySchema },
        201: { description: 'The first report of this step in this week.', schema: entrySchema },
      },
      refusals: ['not-found', 'invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ params, body, header, services, signedIn }) => {
      const expected = readExpected(header)
      if (!expected.ok) return expected
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const framework = await services.frameworks.findIn(tx, body.frameworkDigest)
        if (framework === null)
          return fail(refuseField('frameworkDigest', 'No version of a framework has this digest.'))
        const command = { ...body, ...params, level: Number(params.level) }
        const entry = reportProgress(framework, command, tx.now)
        if (!entry.ok) {
          const { kind, field, message } = entry.failure
          if (kind === 'unknown-step') return fail(refuse('not-found', message))
          const where = field === 'week' ? { field, message } : { pointer: `#/${field}`, message }
          return fail(refuse('invalid', message, [where]))
        }
        const saved = await saveProgress(tx, framework.id, entry.value, expected.value)
        if (!saved.ok) return fail(refusalOfSave(saved.failure))
        return succeed(replyWithRevision(saved.value))
      })
    },
  )
}

function addWithdraw(routes: Routes): void {
  routes.add(
    {
      method: 'delete',
      path: '/api/progress/{week}/{skill}/{level}',
      tag: 'Your progress',
      summary: 'Take a report back',
      description: 'Adds a revision that says so; the history stays. The week counts as not reported again.',
      access: { noun: 'progress', action: 'withdraw' },
      params: ONE,
      query: WHICH_FRAMEWORK,
      headers: { 'If-Match': PRECONDITION_WORDS['If-Match'] },
      answers: { 204: { description: 'Taken back.', schema: null } },
      refusals: ['invalid', 'bad-header', 'no-precondition', 'stale'],
    },
    async ({ params, query, header, services, signedIn }) => {
      const seen = readSeen(header)
      if (!seen.ok) return seen
      return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const place = { ...params, level: Number(params.level), frameworkId: current.framework.id }
        const withdrawal = { revisionId: services.newId(), withdrawnAt: tx.now }
        const done = await saveProgressWithdrawn(tx, place, withdrawal, seen.value)
        return done.ok ? succeed({ status: 204 }) : fail(refusalOfSave(done.failure))
      })
    },
  )
}

function refusalOfSave(failure: SaveProgressFailure): Refusal {
  return refusalOfRevision(failure, {
    none: 'There is no report of this step in this week.',
    changed: 'This report was changed meanwhile.',
  })
}
