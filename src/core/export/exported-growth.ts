// Plans, progress and forecasts as parts of a personal export.

import { z } from 'zod'
import type { KeptForecast } from '../forecast/kept-forecast.ts'
import type { Framework } from '../framework/framework.ts'
import { findRole, findSkill, topLevel } from '../framework/look-up.ts'
import type { PlanRevision } from '../plan/kept-plan.ts'
import { estimatesSchema, planChoicesSchema, planSchema, stepSchema } from '../plan/plan-schema.ts'
import type { ProgressRevision } from '../progress/progress.ts'
import { digest, id, MOST, text, time } from './exported-assessment.ts'

/** A report with the framework whose step it is about. */
export interface ExportedProgress extends ProgressRevision {
  frameworkId: string
}

/** Missing in exports from before there were any. */
export interface ExportedGrowth {
  /** By framework version, then oldest first. */
  plans: PlanRevision[]
  /** By entry, then oldest first. */
  progress: ExportedProgress[]
  /** Oldest first. */
  forecasts: KeptForecast[]
}

const day = z.iso.date()
const version = z.number().int().min(1)

const exportedPlan = z.object({
  revisionId: id,
  version,
  frameworkDigest: digest,
  madeAt: time,
  startsOn: day,
  choices: planChoicesSchema,
  frozen: z.array(stepSchema).max(1000),
  estimates: estimatesSchema,
  plan: planSchema,
  why: z.array(z.string().max(4000)).max(1000),
  repeats: id.nullable(),
}) satisfies z.ZodType<PlanRevision>

const exportedProgress = z.object({
  revisionId: id,
  version,
  frameworkId: text.min(1),
  frameworkDigest: digest,
  week: day,
  skill: text.min(1),
  level: z.number().int().min(1).max(100),
  hours: z.number().min(0).max(168),
  practices: z.array(text).max(1000),
  done: z.boolean(),
  note: z.string().max(4000),
  reportedAt: time,
  withdrawn: z.boolean(),
  replaces: id.nullable(),
}) satisfies z.ZodType<ExportedProgress>

const exportedForecast = z.object({
  id,
  planRevisionId: id,
  frameworkDigest: digest,
  role: text.min(1),
  milestone: z.enum(['next-level', 'ready-to-try', 'must-haves']),
  skill: text.nullable(),
  level: z.number().int().min(1).max(100).nullable(),
  madeOn: day,
  madeAt: time,
  quantiles: z.array(z.number().min(0).nullable()).length(99, 'must be the 1st to the 99th percentile'),
  horizonWeeks: z.number().int().min(1).max(10_000),
  outcome: z.object({ reachedOn: day.nullable(), resolvedAt: time }).nullable(),
}) satisfies z.ZodType<KeptForecast>

export const exportedGrowth = {
  plans: z.array(exportedPlan).max(MOST).default([]),
  progress: z.array(exportedProgress).max(MOST).default([]),
  forecasts: z.array(exportedForecast).max(MOST).default([]),
}

interface Problem {
  pointer: string
  message: string
}

/** What no single field can show: histories without gaps. */
export function checkGrowth({ plans, progress }: ExportedGrowth): Problem[] {
  return [
    ...gaps(plans, (plan) => plan.frameworkDigest, '/plans'),
    ...gaps(
      progress,
      ({ frameworkId, week, skill, level }) => `${frameworkId} ${week} ${skill} ${level}`,
      '/progress',
    ),
  ]
}

function gaps<Step extends { version: number }>(
  steps: readonly Step[],
  keyOf: (step: Step) => string,
  place: string,
): Problem[] {
  const versions = new Map<string, number>()
  return steps.flatMap((step, index) => {
    const next = (versions.get(keyOf(step)) ?? 0) + 1
    versions.set(keyOf(step), next)
    return step.version === next ? [] : [{ pointer: `${place}/${index}/version`, message: `must be ${next}` }]
  })
}

/** Roles, skills and levels that their framework version does not have. */
export function growthProblems(
  { plans, progress, forecasts }: ExportedGrowth,
  frameworks: ReadonlyMap<string, Framework>,
): Problem[] {
  const check = (frameworkDigest: string, pointer: string, named: Named): Problem[] => {
    const framework = frameworks.get(frameworkDigest)
    return framework === undefined
      ? []
      : namedProblems(framework, named).map((message) => ({ pointer, message }))
  }
  return [
    ...plans.flatMap(({ frameworkDigest, choices, plan }, index) =>
      check(frameworkDigest, `/plans/${index}`, {
        roles: [choices.fromRole, ...choices.destinations.map(({ role }) => role)],
        steps: [...plan.steps, ...plan.later, ...plan.quarters.flatMap(({ areas }) => areas)],
      }),
    ),
    ...progress.flatMap((entry, index) => [
      ...check(entry.frameworkDigest, `/progress/${index}`, { roles: [], steps: [entry] }),
      ...(frameworks.get(entry.frameworkDigest)?.id === entry.frameworkId
        ? []
        : [{ pointer: `/progress/${index}/frameworkId`, message: 'is not the framework of this version' }]),
    ]),
    ...forecasts.flatMap(({ frameworkDigest, role, skill, level }, index) => {
      const steps = skill === null || level === null ? [] : [{ skill, level }]
      return check(frameworkDigest, `/forecasts/${index}`, { roles: [role], steps })
    }),
  ]
}

interface Named {
  roles: readonly string[]
  steps: readonly { skill: string; level: number }[]
}

function namedProblems(framework: Framework, { roles, steps }: Named): string[] {
  const top = topLevel(framework)
  const messages = [
    ...roles
      .filter((role) => findRole(framework, role) === undefined)
      .map((role) => `no role is called ${role}`),
    ...steps
      .filter(({ skill }) => findSkill(framework, skill) === undefined)
      .map(({ skill }) => `no skill is called ${skill}`),
    ...steps.filter(({ level }) => level > top).map(() => `the scale ends at ${top}`),
  ]
  return [...new Set(messages)]
}
