// The shape of a kept plan as data from outside: for the wire, and for exports that come back.

import { z } from 'zod'
import type { Estimates } from '../planning/estimates.ts'
import type { PlanChoices } from './kept-plan.ts'
import type { Plan } from './plan.ts'

const MOST_SKILLS = 1000
const id = z.string().min(1).max(100)
const text = z.string().max(4000)
const finite = z.number()
const stepFields = { skill: id, level: z.number().int().min(0).max(100) }

export const stepSchema = z.strictObject(stepFields)

/** Choices as they are kept: bounds that the planner itself refuses stay its own. */
export const planChoicesSchema = z.strictObject({
  fromRole: id,
  destinations: z.array(z.strictObject({ role: id, share: finite })).max(50),
  hoursPerWeek: z.array(finite).max(100),
  quarters: finite,
  focusLimit: finite,
  heavyWeeks: finite,
  pins: z.array(id).max(MOST_SKILLS),
  without: z.array(id).max(MOST_SKILLS),
  order: z.array(id).max(MOST_SKILLS),
  opportunities: z.record(z.string(), finite),
  seed: finite,
}) satisfies z.ZodType<PlanChoices>

export const estimatesSchema = z.record(
  z.string(),
  z.strictObject({ mean: finite, sd: finite, assumed: z.boolean() }),
) satisfies z.ZodType<Estimates>

const growthArea = z.strictObject({
  ...stepFields,
  name: text,
  from: finite,
  hours: finite,
  assumedHours: z.boolean(),
  state: z.enum(['finishes', 'under-way']),
  practices: z.array(z.strictObject({ id: z.string().nullable(), text, fromScale: z.boolean() })),
  evidence: z.array(text),
  observers: text,
  opportunity: text,
  why: text,
})

const laterFields = { ...stepFields, name: text, hours: finite }

export const planSchema = z.strictObject({
  quarters: z
    .array(z.strictObject({ quarter: finite, hours: finite, areas: z.array(growthArea).max(MOST_SKILLS) }))
    .max(100),
  steps: z.array(z.strictObject({ ...laterFields, quarter: finite })),
  later: z.array(z.strictObject(laterFields)),
  waiting: z.array(
    z.strictObject({ ...stepFields, name: text, goal: finite, kind: z.enum(['gated', 'scope']) }),
  ),
  waitingSentences: z.array(text),
  getRated: z.array(
    z.strictObject({ skill: id, name: text, needed: finite, chance: finite, sentence: text }),
  ),
  waived: z.array(z.strictObject({ skill: id, without: id, sentence: text })),
  besideFocus: z.array(text),
  notes: z.array(text),
  worth: finite,
}) satisfies z.ZodType<Plan>
