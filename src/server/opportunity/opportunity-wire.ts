// The shapes of upcoming work on the wire: pieces of work, what was agreed with people, and what they were given.
import { z } from '@hono/zod-openapi'
import {
  type AgreedGrowth,
  MOST_AREAS,
  MOST_SKILLS_OF_WORK,
  OPPORTUNITY_KINDS,
  type Opportunity,
  type Work,
  type WorkPart,
} from '../../core/opportunity/opportunity.ts'
import { QUARTER } from '../../core/opportunity/quarter.ts'
import { day, digest, moment, plainText, slug, uuid } from '../wire.ts'

export const quarter = z
  .string()
  .regex(QUARTER, 'This must be a quarter such as 2027-Q1.')
  .openapi({ example: '2027-Q1' })

const level = z.number().int('A level is a whole number.').min(0).max(100)

const kind = z.enum(OPPORTUNITY_KINDS).openapi({
  description:
    '`stretch` asks more than was asked before, `glue` holds a team together, `steady` keeps things running.',
})

const weeks = z
  .number()
  .min(0.1, 'At least a tenth of a week.')
  .max(26, 'Not more than 26 weeks.')
  .openapi({ description: 'For each person, to a tenth.' })

const skills = z
  .array(z.strictObject({ skill: slug, level: level.min(1, 'Work asks for level 1 at least.') }))
  .max(MOST_SKILLS_OF_WORK, `Not more than ${MOST_SKILLS_OF_WORK} skills.`)

const title = plainText(200).refine((text) => text.trim() !== '', 'A piece of work needs a title.')

const ofWork = { title, about: plainText(4000), kind, quarter, weeks, skills }

export const workSchema = z.strictObject(ofWork) satisfies z.ZodType<Work>

const people = z
  .number()
  .int('People are whole.')
  .min(1, 'At least one person.')
  .max(50, 'Not more than 50 people.')

const persons = z.array(uuid).max(100)

export const newOpportunity = { ...ofWork, people }

export const opportunityContent = {
  ...newOpportunity,
  frameworkDigest: digest,
  shown: z
    .boolean()
    .openapi({ description: 'Shown to your people, so that they may say they would like it.' }),
  tried: z
    .strictObject({ with: persons, without: persons })
    .openapi({ description: 'What you are trying: who is to be on it, and who is not.' }),
}

export const opportunitySchema = z
  .strictObject({
    ...opportunityContent,
    id: uuid,
    revisionId: uuid,
    savedAt: moment,
    removedAt: moment.nullable(),
  })
  .openapi('Opportunity') satisfies z.ZodType<Opportunity>

export const agreedContent = {
  frameworkDigest: digest,
  areas: z
    .array(z.strictObject({ skill: slug, level }))
    .max(MOST_AREAS, `Not more than ${MOST_AREAS} growth areas.`)
    .openapi({ description: 'A skill to grow in, and the level that somebody stands at.' }),
  weeks: z
    .number()
    .min(0)
    .max(13, 'A quarter has 13 weeks.')
    .openapi({ description: 'Weeks of planned work in a quarter.' }),
}

export const agreedSchema = z
  .strictObject({
    ...agreedContent,
    id: uuid,
    personId: uuid,
    managerId: uuid,
    agreedOn: day,
    note: z.string().openapi({ description: 'What the person says about it.' }),
  })
  .openapi('AgreedGrowth') satisfies z.ZodType<AgreedGrowth>

export const partSchema = z
  .strictObject({
    id: uuid,
    personId: uuid,
    managerId: uuid,
    opportunityId: uuid.nullable(),
    stage: z.enum(['shown', 'given']),
    work: workSchema,
    why: z.array(z.string()),
    since: day,
    until: day.nullable(),
    wishedAt: moment.nullable(),
    note: z.string(),
  })
  .openapi('WorkPart') satisfies z.ZodType<WorkPart>

export const plannedPersonSchema = z.strictObject({
  id: uuid,
  displayName: z.string(),
  isNew: z
    .boolean()
    .openapi({ description: 'Here for less than a year, and came after the first of your people.' }),
})

/** What a change did to what people have: ids of parts of work and of agreements. */
export const workChange = z.strictObject({
  added: z.array(uuid).max(5000).openapi({ description: 'What it added.' }),
  ended: z.array(uuid).max(5000).openapi({ description: 'What it ended.' }),
})
export type WorkChange = z.infer<typeof workChange>
