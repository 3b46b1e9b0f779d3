// The shapes of feedback on the wire.
import { z } from '@hono/zod-openapi'
import type { Feedback, UnreadableFeedback } from '../../core/feedback/feedback.ts'
import { LONGEST_TOLD, MOST_TOLD_SKILLS } from '../../core/feedback/record-feedback.ts'
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import { day, digest, moment, plainText, slug, uuid } from '../wire.ts'

const level = z.number().int('A level is a whole number.').min(0).max(100)

const contentFields = {
  saidOn: day.openapi({ description: 'The day it was said.' }),
  text: plainText(LONGEST_TOLD).openapi({ description: 'The sentence as it was said. Plain text.' }),
  skills: z
    .array(slug)
    .max(MOST_TOLD_SKILLS, `No more than ${MOST_TOLD_SKILLS} skills.`)
    .openapi({ description: 'What it is about; most of all the first. Empty where it is put aside.' }),
  polarity: z.enum(['gap', 'strength']).openapi({ description: 'Something missed, or praise.' }),
  judgement: z
    .enum(['accepted', 'corrected', 'dismissed'])
    .openapi({ description: 'As it was read, with skills chosen by you, or put aside.' }),
  saidBy: uuid.nullable().openapi({ description: 'Somebody whom you keep.' }),
}

const countedSchema = z
  .strictObject({ assessmentId: uuid, revisionId: uuid, level })
  .nullable()
  .openapi({ description: 'The unsure rating that was noted because of it, while it stands.' })

const recordFields = {
  id: uuid,
  revisionId: uuid,
  version: z.number().int().min(1),
  frameworkDigest: digest,
  ...contentFields,
  recordedAt: moment,
  counted: countedSchema,
}

export const feedbackSchema = z.strictObject(recordFields).openapi('Feedback') satisfies z.ZodType<Feedback>

export const feedbackCommandSchema = z.strictObject({
  revisionId: uuid.openapi({
    description: 'Chosen by the writer. Sending the same one again is a retry and changes nothing.',
  }),
  frameworkDigest: digest,
  saidOn: contentFields.saidOn,
  text: contentFields.text,
  skills: contentFields.skills,
  polarity: contentFields.polarity,
  judgement: contentFields.judgement,
  saidBy: contentFields.saidBy.default(null),
  countsAs: level.nullable().default(null).openapi({
    description:
      'Also note that whoever said it sees you at about this level, unsure. It is taken back with the record.',
  }),
})

const unreadableSchema = z.strictObject({
  id: uuid,
  revisionId: uuid,
  saidOn: day,
  why: z.enum(['key-missing', 'damaged']),
}) satisfies z.ZodType<UnreadableFeedback>

const listedSchema = z
  .strictObject({
    ...recordFields,
    names: z.array(z.string()).openapi({ description: 'What its skills are called in its own version.' }),
    here: z.array(z.string()).openapi({ description: 'Ids of its skills in the version in use.' }),
  })
  .openapi('ListedFeedback') satisfies z.ZodType<ListedFeedback>

/** Every record, and those that cannot be opened. */
export interface FeedbackList {
  records: ListedFeedback[]
  unreadable: UnreadableFeedback[]
}

export const feedbackListSchema = z
  .strictObject({
    records: z.array(listedSchema),
    unreadable: z
      .array(unreadableSchema)
      .openapi({ description: 'Records whose words cannot be opened; a recovery sheet may help.' }),
  })
  .openapi('FeedbackList') satisfies z.ZodType<FeedbackList>
