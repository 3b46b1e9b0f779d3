// The shapes of forecasts on the wire.
import { z } from '@hono/zod-openapi'
import type { Honesty } from '../../core/forecast/honesty.ts'
import type { KeptForecast, ShownForecast } from '../../core/forecast/kept-forecast.ts'
import type { ForecastScore } from '../../core/forecast/score-forecasts.ts'
import { day, digest, moment, uuid } from '../wire.ts'

const milestone = z.enum(['next-level', 'ready-to-try', 'must-haves'])
const weeks = z.number().nullable().openapi({ description: 'Weeks; null beyond ten years.' })
const quantiles = z
  .array(z.number().nullable())
  .openapi({ description: 'Weeks at the 1st to the 99th percentile; null beyond ten years.' })

export const shownForecastSchema = z
  .strictObject({
    role: z.string(),
    milestones: z.array(
      z.strictObject({
        kind: milestone,
        skill: z.string().nullable(),
        level: z.number().int().nullable(),
        p50: weeks,
        p80: weeks,
        quantiles,
      }),
    ),
    words: z.array(
      z.strictObject({
        kind: milestone,
        sentence: z.string(),
        dateHalf: day.nullable(),
        dateMost: day.nullable(),
      }),
    ),
    fan: z.array(z.strictObject({ quarter: z.number(), p10: z.number(), p50: z.number(), p90: z.number() })),
    learnedFrom: z.number().openapi({ description: 'Steps and weeks that the pace rests on.' }),
  })
  .openapi('Forecast') satisfies z.ZodType<ShownForecast>

export const keptForecastSchema = z
  .strictObject({
    id: uuid,
    planRevisionId: uuid,
    frameworkDigest: digest,
    role: z.string(),
    milestone,
    skill: z.string().nullable(),
    level: z.number().int().nullable(),
    madeOn: day,
    madeAt: moment,
    quantiles,
    horizonWeeks: z.number().int(),
    outcome: z.strictObject({ reachedOn: day.nullable(), resolvedAt: moment }).nullable(),
  })
  .openapi('KeptForecast') satisfies z.ZodType<KeptForecast>

export const scoreSchema = z
  .strictObject({
    count: z.number().int(),
    crps: z.number(),
    brier: z.number(),
    within50: z.number(),
    within80: z.number(),
    metP80: z.number(),
    pit: z.array(z.number()),
  })
  .openapi('ForecastScore') satisfies z.ZodType<ForecastScore>

export const honestySchema = z
  .strictObject({
    due: z.number().int(),
    held: z.number().int(),
    resolved: z.number().int(),
    score: scoreSchema.nullable(),
    sentence: z.string(),
  })
  .openapi('Honesty') satisfies z.ZodType<Honesty>
