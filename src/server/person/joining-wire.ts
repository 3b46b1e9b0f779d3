// The shapes of what is held about somebody who was kept and is a member now, for the keeper and for the member.
import { z } from '@hono/zod-openapi'
import { type HeldAnswer, keyOfItem, LONGEST_HELD_WORDS, whyNotClaimed } from '../../core/person/joining.ts'
import type { HeldThings } from '../../store/person/held-things.ts'
import { day, digest, moment, plainText, ratingCommandSchema, relation, slug, uuid } from '../wire.ts'

export const namedPerson = z.strictObject({ id: uuid, name: z.string() })
/** In characters of UTF-16; what counts is checked again in characters as a person counts them. */
export const heldWords = plainText(LONGEST_HELD_WORDS * 2)

const answerSchema = z
  .strictObject({
    id: uuid,
    kind: z.enum(['claimed', 'objected']),
    wish: z.enum(['beside', 'removal']).nullable(),
    words: z.string(),
    saidAt: moment,
    reply: z.string().nullable(),
    repliedAt: moment.nullable(),
    removedAt: moment.nullable().openapi({ description: 'When the keeper removed the thing for good.' }),
  })
  .openapi('HeldAnswer')

const wordingSchema = z.strictObject({
  ...ratingCommandSchema.omit({ revisionId: true }).shape,
  note: z.string(),
  revisionId: uuid,
  saidOn: moment,
  withdrawn: z.boolean(),
})

const heldRatingSchema = z
  .strictObject({
    assessmentId: uuid,
    skill: z.string(),
    frameworkDigest: digest,
    saidBy: z.enum(['keeper', 'member', 'somebody-else', 'unknown']).openapi({
      description: 'Somebody else is not named: what they said, they said to the keeper.',
    }),
    raterKind: z.enum(['self', 'manager', 'peer', 'report', 'client']),
    current: wordingSchema,
    earlier: z.array(wordingSchema).openapi({ description: 'Earlier wordings, the oldest first.' }),
    whyNotClaimed: z.enum(['taken-back', 'own-words']).nullable(),
    answer: answerSchema.nullable(),
  })
  .openapi('HeldRating')

const namedRecordSchema = z.strictObject({
  id: uuid,
  kind: z.enum(['talk', 'told', 'draft', 'said', 'share']),
  day,
  answer: answerSchema.nullable(),
})

export const heldFields = {
  ratings: z.array(heldRatingSchema),
  named: z.array(namedRecordSchema).openapi({
    description:
      'Records of the keeper’s own that name the member: that there is one, and its day. No words.',
  }),
  removed: z.array(answerSchema).openapi({ description: 'Answers to what the keeper removed for good.' }),
}

export const heldAboutSchema = z
  .strictObject({
    id: uuid,
    keeper: namedPerson,
    linkedAt: moment,
    keptAs: z.strictObject({ name: z.string(), relation: relation.nullable(), role: slug.nullable() }),
    namedAt: moment.openapi({ description: 'When the keeper’s own records were last looked through.' }),
    ...heldFields,
  })
  .openapi('HeldAbout')

/** What is held, each with the answer that holds. */
export function describeHeld({ ratings, named, answers }: HeldThings) {
  const there = answers.filter(({ removedAt }) => removedAt === null)
  const byItem = new Map(there.map((one) => [keyOfItem(one.item), one]))
  const answerTo = (key: string) => {
    const answer = byItem.get(key)
    return answer === undefined ? null : describeAnswer(answer)
  }
  return {
    ratings: ratings.map((one) => ({
      ...one,
      whyNotClaimed: whyNotClaimed(one),
      answer: answerTo(keyOfItem(one)),
    })),
    named: named.map((one) => ({ ...one, answer: answerTo(one.id) })),
    removed: answers.filter(({ removedAt }) => removedAt !== null).map(describeAnswer),
  }
}

function describeAnswer({
  joiningId: _,
  memberId: __,
  keeperId: ___,
  item: ____,
  claimedId: _____,
  ...said
}: HeldAnswer) {
  return said
}
