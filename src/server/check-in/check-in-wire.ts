// The shapes of check-ins and of offers to lighten a plan on the wire.
import { z } from '@hono/zod-openapi'
import {
  type CheckIn,
  LONGEST_IN_THE_WAY,
  MOST_ENERGY,
  type UnreadableCheckIn,
} from '../../core/check-in/check-in.ts'
import type { LighterOffer, LighterReason } from '../../core/check-in/lighter-plan.ts'
import { planChoicesSchema } from '../../core/plan/plan-schema.ts'
import { day, moment, plainText, uuid } from '../wire.ts'

const contentFields = {
  inTheWay: plainText(LONGEST_IN_THE_WAY).openapi({ description: 'What is in the way.' }),
  ownAnswers: z
    .strictObject({
      load: z
        .enum(['light', 'right', 'heavy'])
        .nullable()
        .openapi({ description: 'How the hours of the week felt.' }),
      energy: z
        .number()
        .int('Energy is a whole number.')
        .min(0, 'Energy is 0 or more.')
        .max(MOST_ENERGY, `Energy is ${MOST_ENERGY} at most.`)
        .nullable()
        .openapi({ description: 'Energy left for learning.' }),
    })
    .nullable()
    .openapi({
      description: 'For you alone. Where the data of other people lie beside yours, they are not taken.',
    }),
}

export const checkInSchema = z
  .strictObject({
    week: day,
    revisionId: uuid,
    version: z.number().int().min(1),
    ...contentFields,
    checkedInAt: moment,
  })
  .openapi('CheckIn') satisfies z.ZodType<CheckIn>

export const checkInCommandSchema = z.strictObject({
  revisionId: uuid.openapi({
    description: 'Chosen by the writer. Sending the same one again is a retry and changes nothing.',
  }),
  inTheWay: contentFields.inTheWay.default(''),
  ownAnswers: contentFields.ownAnswers.default(null),
})

export const unreadableCheckInSchema = z.strictObject({
  week: day,
  revisionId: uuid,
  why: z.enum(['key-missing', 'damaged']),
}) satisfies z.ZodType<UnreadableCheckIn>

export const lighterReasonSchema = z.enum(['heavy-weeks', 'low-first']) satisfies z.ZodType<LighterReason>

/** An offer with what taking it would do to dates. */
export interface LighterPlan extends LighterOffer {
  /** One sentence for each role; empty where no plan is kept. */
  costs: string[]
}

/** What is offered now, and which offers were declined for good. */
export interface LighterState {
  offer: LighterPlan | null
  never: LighterReason[]
}

export const lighterStateSchema = z
  .strictObject({
    offer: z
      .strictObject({
        reason: lighterReasonSchema,
        kind: z.enum(['lighter', 'pause']),
        why: z.string(),
        safeguard: z.string().nullable().openapi({ description: 'What the framework says about it.' }),
        choices: planChoicesSchema
          .nullable()
          .openapi({ description: 'To take the offer, have the plan made from these.' }),
        costs: z.array(z.string()).openapi({ description: 'What that would do to dates.' }),
      })
      .nullable(),
    never: z.array(lighterReasonSchema).openapi({ description: 'Reasons that are not to be offered again.' }),
  })
  .openapi('LighterPlan') satisfies z.ZodType<LighterState>
