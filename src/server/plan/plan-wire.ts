// The shapes of plans on the wire.
import { z } from '@hono/zod-openapi'
import type { PlanRevision, PlanSummary } from '../../core/plan/kept-plan.ts'
import { estimatesSchema, planChoicesSchema, planSchema, stepSchema } from '../../core/plan/plan-schema.ts'
import type { PlanState } from '../../core/plan/plan-state.ts'
import { day, digest, frameworkLabelSchema, moment, slug, uuid } from '../wire.ts'

// Schemas of core may be older than what `openapi` adds to zod: they are described by what holds them.
const summaryFields = {
  revisionId: uuid,
  version: z.number().int().min(1),
  madeAt: moment,
  startsOn: day.openapi({ description: 'The Monday on which its first quarter began.' }),
  choices: planChoicesSchema,
  why: z.array(z.string()).openapi({ description: 'Why it differs from the plan before, in sentences.' }),
  repeats: uuid.nullable().openapi({ description: 'The earlier revision that it goes back to.' }),
}

export const planRevisionSchema = z
  .strictObject({
    ...summaryFields,
    frameworkDigest: digest,
    frozen: z
      .array(stepSchema)
      .openapi({ description: 'Steps of the current quarter that were kept as they were.' }),
    estimates: estimatesSchema,
    plan: planSchema,
  })
  .openapi('PlanRevision') satisfies z.ZodType<PlanRevision>

export const planSummarySchema = z
  .strictObject(summaryFields)
  .openapi('PlanSummary') satisfies z.ZodType<PlanSummary>

const skillList = (most: number) => z.array(slug).max(most, `No more than ${most} skills.`)

const choicesCommandSchema = z.strictObject({
  fromRole: slug,
  destinations: z
    .array(
      z.strictObject({
        role: slug,
        share: z.number().min(0, 'A share is 0 or more.').max(1000, 'A share is 1000 at most.').default(1),
      }),
    )
    .min(1, 'A plan needs at least one role to plan for.')
    .max(10, 'No more than 10 roles.'),
  hoursPerWeek: z
    .array(z.number().min(0, 'Hours are 0 or more.').max(60, 'Hours are 60 at most.'))
    .min(1, 'Say how many hours a week.')
    .max(40, 'No plan is longer than 40 quarters.')
    .openapi({ description: 'By quarter from the current one on; the last figure goes on.' }),
  quarters: z
    .number()
    .positive('A plan covers more than no time.')
    .max(40, 'A plan covers 40 quarters at most.')
    .openapi({ description: 'Quarters of 13 weeks; a part of one counts.' }),
  focusLimit: z
    .number()
    .int('This is a whole number.')
    .min(1, 'At least one growth area a quarter.')
    .max(20, '20 growth areas a quarter at most.')
    .default(3),
  heavyWeeks: z
    .number()
    .int('This is a whole number.')
    .min(0, 'No fewer than 0 weeks.')
    .max(520, '520 weeks at most.')
    .default(0),
  pins: skillList(100).default([]),
  without: skillList(1000).default([]),
  order: skillList(1000).default([]),
  opportunities: z
    .record(slug, z.number().int('Quarters are whole numbers.').min(1).max(40))
    .default({})
    .openapi({
      description: 'By skill: the quarter from which on there is an opportunity; 1 is the current one.',
    }),
  seed: z
    .number()
    .int('A seed is a whole number.')
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
})

export const planCommandSchema = z.strictObject({
  revisionId: uuid.openapi({
    description: 'Chosen by the writer. Sending the same one again is a retry and changes nothing.',
  }),
  frameworkDigest: digest,
  choices: choicesCommandSchema,
  keepQuarter: z
    .boolean()
    .default(true)
    .openapi({ description: 'Leave the steps of the current quarter as they are; false to open it again.' }),
})

export const planBackSchema = z.strictObject({
  revisionId: uuid,
  to: uuid.openapi({ description: 'The earlier revision to go back to.' }),
})

const stepProgressSchema = z.strictObject({
  skill: z.string(),
  level: z.number().int(),
  name: z.string(),
  state: z.enum(['under-way', 'said-done', 'finished']),
  spent: z.number(),
  estimated: z.number(),
  firstWeek: day,
  lastWeek: day,
})

export const stepsSchema = z.array(stepProgressSchema)

const paceStep = z.strictObject({ estimated: z.number(), spent: z.number() })

export const paceSchema = z.strictObject({
  evidence: z.strictObject({
    finished: z.array(paceStep),
    underWay: z.array(paceStep),
    weeks: z.array(z.strictObject({ week: day, planned: z.number(), delivered: z.number() })),
  }),
  spentOnFirst: z.number(),
})

export const planStateSchema = z
  .strictObject({
    framework: frameworkLabelSchema,
    today: day,
    startsOn: day.openapi({ description: 'The Monday on which the current quarter began.' }),
    kept: planRevisionSchema.nullable(),
    choices: z.union([planChoicesSchema, z.null()]).openapi({
      description: 'What a next plan would begin with, as of today. Null while no role is known.',
    }),
    frozen: z
      .array(stepSchema)
      .openapi({ description: 'Steps that a next plan would keep in the current quarter.' }),
    estimates: estimatesSchema,
    since: z
      .array(z.string())
      .openapi({ description: 'What has changed since the plan was made, in sentences.' }),
    steps: stepsSchema,
    pace: paceSchema.openapi({ description: 'What is known of the person’s pace, for a forecast.' }),
  })
  .openapi('PlanState') satisfies z.ZodType<PlanState>
