// The shapes that cross the wire, as strict schemas that must agree with the types of core.
import { z } from '@hono/zod-openapi'
import type { Assessment, Rating } from '../core/assessment/assessment.ts'
import type { RatingAbout } from '../core/assessment/rating-about.ts'
import type { KeptPerson } from '../core/person/kept-person.ts'
import type { Person } from '../core/person/person.ts'
import type { Target } from '../core/target/target.ts'

/** Postgres keeps neither NUL nor half characters in text, so they are refused by name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is exactly what is looked for
const UNSTORABLE = /\u0000|\p{Surrogate}/u

/** Text of at most `most` characters that every database can keep. */
export function plainText(most: number) {
  return z
    .string()
    .max(most, `This is longer than ${most} characters.`)
    .refine((value) => !UNSTORABLE.test(value), 'This holds a character that cannot be stored.')
}

/** A word of a framework's files, such as `staff-engineer`. */
export const slug = plainText(100)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'This must be an id: small letters, digits and hyphens.')
  .openapi({ example: 'staff-engineer' })

export const uuid = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    'This must be a UUID in small letters.',
  )
  .openapi({ format: 'uuid', example: '7f1c3a52-7a3a-4c1e-9a53-3f6f8d0e2b11' })

export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'This must be a SHA-256 digest: 64 hexadecimal digits.')
  .openapi({ description: 'SHA-256 of the framework’s canonical JSON; it is the identity of a version.' })

export const moment = z.iso.datetime({ error: 'This must be an ISO date and time in UTC.' })
export const day = z.iso.date({ error: 'This must be a date such as 2026-11-23.' })

export const personSchema = z.strictObject({
  id: uuid,
  displayName: z.string().nullable(),
}) satisfies z.ZodType<Person>

export const relation = z.enum(['report', 'peer', 'manager', 'client'])

export const keptPersonSchema = z
  .strictObject({
    id: uuid,
    displayName: z.string(),
    relation: relation.nullable().openapi({ description: 'What they are to you.' }),
    role: z.string().nullable().openapi({ description: 'The id of a role.' }),
    revisionId: uuid,
  })
  .openapi('KeptPerson') satisfies z.ZodType<KeptPerson>

const ratingFields = {
  level: z
    .number()
    .int('A level is a whole number.')
    .min(0, 'No level is below 0.')
    .max(100, 'No framework has a level above 100.')
    .nullable()
    .openapi({
      description: 'A level of the framework’s scale. Null with a reason when there is none; 0 is a level.',
    }),
  reason: z.enum(['not-seen', 'not-needed', 'cannot-tell']).nullable(),
  approaching: z.boolean().openapi({ description: 'On the way from `level` to the next one.' }),
  behaviours: z
    .array(slug)
    .max(100, 'No level has more than 100 behaviours.')
    .openapi({ description: 'Ids of the behaviours that were ticked.' }),
  confidence: z.enum(['low', 'medium', 'high']).nullable(),
  observedOn: day.nullable().openapi({ description: 'The day on which it was last observed.' }),
  note: plainText(10_000).openapi({ description: 'Plain text, seen by its writer only until it is given.' }),
}

/** What a rating revision must say; what is left out means that nothing was said about it. */
export const ratingCommandSchema = z.strictObject({
  revisionId: uuid.openapi({
    description: 'Chosen by the writer. Sending the same one again is a retry and changes nothing.',
  }),
  level: ratingFields.level,
  reason: ratingFields.reason.default(null),
  approaching: ratingFields.approaching.default(false),
  behaviours: ratingFields.behaviours.default([]),
  confidence: ratingFields.confidence.default(null),
  observedOn: ratingFields.observedOn.default(null),
  note: ratingFields.note.default(''),
})

export const ratingSchema = z
  .strictObject({
    ...ratingFields,
    assessmentId: uuid,
    skill: z.string(),
    revisionId: uuid,
    version: z.number().int().min(1),
    ratedAt: moment,
    carriedFrom: uuid
      .exactOptional()
      .openapi({ description: 'The revision on another framework version that this one repeats.' }),
  })
  .openapi('Rating') satisfies z.ZodType<Rating>

/** What ratings are for; the one never enters the numbers of the other. */
export const purpose = z.enum(['development', 'evaluation'])

export const assessmentSchema = z
  .strictObject({
    id: uuid,
    subjectId: uuid,
    ownerId: uuid.exactOptional().openapi({ description: 'Who keeps it; absent where that is its subject.' }),
    raterKind: z.enum(['self', 'manager', 'peer', 'report', 'client']),
    frameworkDigest: digest,
    role: z.string(),
    openedAt: moment,
    lastActivityAt: moment,
    closedAt: moment
      .nullable()
      .openapi({ description: 'Set by hand or after 30 idle days; immutable then.' }),
    purpose: purpose
      .exactOptional()
      .openapi({ description: 'What it was asked for; absent where nobody asked.' }),
    roundId: uuid.exactOptional(),
    confidential: z.literal(true).exactOptional(),
    releasedAt: moment.exactOptional().openapi({
      description: 'When it was given to whom it is about; absent while it is the rater’s alone.',
    }),
    writtenDown: z.literal(true).exactOptional().openapi({
      description: 'Its owner wrote down what somebody else said; absent where the owner said it.',
    }),
    ratings: z.array(ratingSchema),
  })
  .openapi('Assessment') satisfies z.ZodType<Assessment>

/** A rating about somebody: without `rater` it is the person's own. */
export const ratingAboutSchema = z
  .strictObject({
    ...ratingFields,
    assessmentId: uuid,
    skill: z.string(),
    revisionId: uuid,
    version: z.number().int().min(1),
    ratedAt: moment.openapi({
      description: 'When it was said; for what others said, the start of that day.',
    }),
    rater: z
      .strictObject({
        id: uuid,
        kind: relation.openapi({ description: 'What the rater is to the person who is rated.' }),
        name: z.string().nullable(),
      })
      .exactOptional(),
    given: z.literal(true).exactOptional().openapi({
      description: 'It was asked for and given by a colleague with an account: theirs to change.',
    }),
    disputes: z
      .array(z.strictObject({ kind: z.enum(['contest', 'addition']), words: z.string() }))
      .exactOptional()
      .openapi({ description: 'What the person says of it; absent where they said nothing.' }),
  })
  .openapi('RatingAbout') satisfies z.ZodType<RatingAbout>

export const targetSchema = z
  .strictObject({
    frameworkDigest: digest,
    role: z.string(),
    destinations: z.array(z.string()).openapi({
      description: 'Role ids, or `stay`; the first one is in focus. Empty while undecided.',
    }),
    revisionId: uuid,
    version: z.number().int().min(1),
    updatedAt: moment,
  })
  .openapi('Target') satisfies z.ZodType<Target>

export const targetCommandSchema = z.strictObject({
  frameworkDigest: digest,
  role: slug,
  destinations: z.array(slug).max(20, 'No more than 20 destinations.'),
  revisionId: uuid,
})

export const frameworkLabelSchema = z
  .strictObject({ digest, id: z.string(), name: z.string(), version: z.string() })
  .openapi('FrameworkLabel')

export const publishedLabelSchema = frameworkLabelSchema
  .extend({
    isNew: z.boolean().openapi({
      description: 'False: this very version was published before, and what was said of it then stays.',
    }),
  })
  .openapi('PublishedLabel')

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    requestId: z.string().nullable(),
    errors: z
      .array(
        z.union([
          z.strictObject({ pointer: z.string(), message: z.string() }),
          z.strictObject({ field: z.string(), message: z.string() }),
        ]),
      )
      .optional(),
    current: z.unknown().optional(),
  })
  .openapi('Problem', { description: 'RFC 9457: what went wrong, where, and what helps.' })

/**
 * A schema of core, made anew: the description of the API can name only what was made after its own zod was loaded, and
 * core may have been loaded before.
 */
export function fromCore<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) {
  return z.strictObject(schema.shape)
}
