// The shapes of what colleagues ask of each other, as they cross the wire.
import { z } from '@hono/zod-openapi'
import { LONGEST_PROOF } from '../../core/round/agreement.ts'
import { MOST_ASKED } from '../../core/round/skills-to-ask.ts'
import { assessmentSchema, day, digest, moment, plainText, purpose, slug, uuid } from '../wire.ts'

export const ONE = z.strictObject({ id: uuid })
export const raterKind = z.enum(['self', 'manager', 'peer', 'report', 'client'])
const named = z.strictObject({ id: uuid, name: z.string() })
export const skillList = z.array(slug).max(MOST_ASKED * 5)

export const askedSchema = z
  .strictObject({
    id: uuid,
    subject: named,
    askedBy: named,
    round: z.strictObject({ id: uuid, title: z.string() }).nullable(),
    raterKind,
    frameworkDigest: digest,
    skills: z.array(z.string()),
    purpose,
    confidential: z.boolean(),
    managerSees: z
      .boolean()
      .openapi({ description: 'Whoever manages them on the day they look reads it too.' }),
    blindWith: named.nullable().openapi({
      description: 'With whom it is opened together; until both are done neither sees the other’s.',
    }),
    note: z.string(),
    dueOn: day,
    askedAt: moment,
    state: z.enum(['open', 'given', 'declined', 'ended']),
    changesUntil: day.nullable().openapi({
      description:
        'Given in confidence: until this day, or until the round is closed by hand, the answers may be changed or taken back. Null where they may not.',
    }),
    answeredAt: moment.nullable(),
    assessmentId: uuid.nullable(),
    guesses: z.record(z.string(), z.number().int()),
  })
  .openapi('Asked')

export type AskedAnswer = z.infer<typeof askedSchema>

export const askSentSchema = z
  .strictObject({
    id: uuid,
    subject: named,
    rater: named,
    skills: z.array(z.string()),
    purpose,
    note: z.string(),
    dueOn: day,
    sentAt: moment,
  })
  .openapi('AskSent')

export const disputeSchema = z
  .strictObject({
    id: uuid,
    skill: z.string(),
    kind: z.enum(['contest', 'addition']),
    words: z.string(),
    saidAt: moment,
  })
  .openapi('Dispute')

export const oneAskedSchema = z
  .strictObject({
    asked: askedSchema,
    assessment: assessmentSchema.nullable(),
    disputes: z.array(disputeSchema),
    otherIsDone: z.boolean().nullable().openapi({
      description: 'Only once you are done yourself, and only where two rate without seeing each other’s.',
    }),
    openingId: uuid.nullable(),
  })
  .openapi('OneAsked')

export const givenSchema = z
  .strictObject({
    rater: named,
    assessment: assessmentSchema,
    disputes: z.array(disputeSchema),
  })
  .openapi('Given')

const sideSchema = z.strictObject({
  ratings: z.array(
    z.strictObject({
      skill: z.string(),
      level: z.number().int().nullable(),
      reason: z.enum(['not-seen', 'not-needed', 'cannot-tell']).nullable(),
      approaching: z.boolean(),
      note: z.string(),
    }),
  ),
  guesses: z.record(z.string(), z.number().int()),
})

export const openingSchema = z
  .strictObject({
    id: uuid,
    roundId: uuid,
    subject: named,
    manager: named,
    frameworkDigest: digest,
    purpose,
    sides: z.strictObject({ subject: sideSchema, manager: sideSchema }),
    openedAt: moment,
  })
  .openapi('Opening')

const agreedLevelSchema = z.strictObject({
  skill: slug,
  level: z.number().int().min(0).max(100),
  proof: plainText(LONGEST_PROOF * 2),
  by: day.nullable(),
})

export const agreementSchema = z
  .strictObject({
    id: uuid,
    subject: named,
    manager: named,
    version: z.number().int().min(1),
    frameworkDigest: digest,
    frameworkVersion: z.string(),
    purpose,
    items: z.array(agreedLevelSchema),
    proposedBy: uuid,
    proposedAt: moment,
    signedAt: moment.nullable().openapi({ description: 'When the other one signed; null until then.' }),
  })
  .openapi('Agreement')

export const agreementCommandSchema = z.strictObject({
  with: uuid.openapi({ description: 'Your manager of today, or somebody who reports to you today.' }),
  frameworkDigest: digest,
  purpose,
  items: z.array(agreedLevelSchema).max(100),
})

export const roundSchema = z
  .strictObject({
    id: uuid,
    title: z.string(),
    purpose,
    confidential: z.boolean(),
    managerSees: z.boolean(),
    frameworkDigest: digest,
    skills: z.array(z.string()),
    kinds: z.array(raterKind),
    startsOn: day,
    endsOn: day,
    startedBy: named,
    isOver: z.boolean(),
    closedAt: moment.nullable(),
    organises: z.boolean().openapi({ description: 'Whether you see how far it is, in counts.' }),
  })
  .openapi('Round')

export const roundPartSchema = z.strictObject({
  subject: named,
  agreedAt: moment.nullable(),
  mayPropose: z.boolean(),
  mayAgree: z.boolean(),
  revisionId: z.string().openapi({ description: 'Of the list as it stands here, for If-Match.' }),
  raters: z.array(z.strictObject({ id: uuid, rater: named, kind: raterKind })),
  chanceShown: z.number().nullable().openapi({
    description: 'Confidential rounds only: how likely it is that anything will be shown.',
  }),
})

export const roundProposalSchema = z
  .strictObject({
    person: uuid,
    invited: z.number().int().openapi({
      description: 'Colleagues who can see any of the skills, without oneself and one’s manager.',
    }),
    chanceShown: z.number(),
  })
  .openapi('RoundProposal')

export const oneRoundSchema = z
  .strictObject({
    round: roundSchema,
    parts: z.array(roundPartSchema),
    counts: z
      .strictObject({
        asked: z.number().int(),
        answered: z.number().int().nullable().openapi({
          description: 'Null where a count this small, or its remainder, would point at people.',
        }),
      })
      .nullable(),
  })
  .openapi('OneRound')
