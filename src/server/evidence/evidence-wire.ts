// The shapes of evidence on the wire.
import { z } from '@hono/zod-openapi'
import type { Evidence, UnreadableEvidence } from '../../core/evidence/evidence.ts'
import {
  LONGEST_EVIDENCE,
  LONGEST_LINK,
  LONGEST_NAME,
  LONGEST_ORIGIN,
  LONGEST_SKILL_NOTE,
  MOST_CREDITED,
  MOST_LINKS,
  MOST_SKILLS,
} from '../../core/evidence/evidence-limits.ts'
import type { EvidencePage } from '../../core/evidence/evidence-page.ts'
import { day, digest, moment, plainText, slug, uuid } from '../wire.ts'

const contentFields = {
  happenedOn: day.openapi({ description: 'The day it happened.' }),
  text: plainText(LONGEST_EVIDENCE).openapi({ description: 'Markdown.' }),
  links: z.array(plainText(LONGEST_LINK)).max(MOST_LINKS, `No more than ${MOST_LINKS} links.`),
  credit: z
    .array(z.strictObject({ name: plainText(LONGEST_NAME), personId: uuid.nullable().default(null) }))
    .max(MOST_CREDITED, `No more than ${MOST_CREDITED} people.`)
    .openapi({ description: 'Who had a part in it. `personId` is somebody you keep.' }),
  skills: z
    .array(
      z.strictObject({
        skill: slug,
        level: z.number().int('A level is a whole number.').min(1).max(100).nullable().default(null),
        behaviours: z
          .array(slug)
          .max(100, 'No skill has more than 100 behaviours.')
          .default([])
          .openapi({ description: 'Ids of its behaviours that it shows.' }),
        note: plainText(LONGEST_SKILL_NOTE).default(''),
      }),
    )
    .max(MOST_SKILLS, `No more than ${MOST_SKILLS} skills.`)
    .openapi({ description: 'The skills that it shows, and at which level.' }),
  template: z
    .enum(['plain', 'glue', 'prevention', 'mentoring'])
    .openapi({ description: 'Which questions it was written from.' }),
  source: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('typed') }),
      z.strictObject({ kind: z.literal('captured'), origin: plainText(LONGEST_ORIGIN).min(1) }),
    ])
    .openapi({ description: 'Where it came from. `origin` names it, so that it is not proposed again.' }),
}

export const evidenceSchema = z
  .strictObject({
    id: uuid,
    revisionId: uuid,
    version: z.number().int().min(1),
    frameworkDigest: digest,
    ...contentFields,
    writtenAt: moment,
  })
  .openapi('Evidence') satisfies z.ZodType<Evidence>

export const evidenceCommandSchema = z.strictObject({
  revisionId: uuid.openapi({
    description: 'Chosen by the writer. Sending the same one again is a retry and changes nothing.',
  }),
  frameworkDigest: digest,
  happenedOn: contentFields.happenedOn,
  text: contentFields.text,
  links: contentFields.links.default([]),
  credit: contentFields.credit.default([]),
  skills: contentFields.skills.default([]),
  template: contentFields.template.default('plain'),
  source: contentFields.source.default({ kind: 'typed' }),
})

const unreadableSchema = z.strictObject({
  id: uuid,
  revisionId: uuid,
  happenedOn: day,
  why: z.enum(['key-missing', 'damaged']),
}) satisfies z.ZodType<UnreadableEvidence>

export const evidencePageSchema = z
  .strictObject({
    entries: z.array(evidenceSchema),
    total: z.number().int().min(0),
    next: z.number().int().nullable().openapi({ description: 'Send it as `skip` for the next page.' }),
    unreadable: z
      .array(unreadableSchema)
      .openapi({ description: 'Entries whose words cannot be opened; a recovery sheet may help.' }),
    named: z
      .strictObject({ skills: z.array(z.string()), people: z.array(z.string()), years: z.array(z.string()) })
      .openapi({ description: 'What all entries name, to choose from.' }),
    blocks: z
      .record(z.string(), z.array(z.looseObject({ kind: z.string() })))
      .openapi({ description: 'With `blocks=yes`: the words of each entry of this page, read as Markdown.' }),
  })
  .openapi('EvidencePage') satisfies z.ZodType<Omit<EvidencePage, 'blocks'>>

export const evidenceQuery = z.strictObject({
  text: plainText(300).optional().openapi({ description: 'Words that are all in it.' }),
  skill: slug.optional(),
  person: plainText(LONGEST_NAME).optional().openapi({ description: 'A name that is credited.' }),
  from: day.optional(),
  until: day.optional(),
  blocks: z
    .enum(['yes'], 'This is yes, or left out.')
    .optional()
    .openapi({ description: 'Adds the words as a tree that is safe to show.' }),
  order: z
    .enum(['day', 'written'], 'This is day or written.')
    .default('day')
    .openapi({ description: 'Newest first, by the day it happened or by when it was written.' }),
  limit: z
    .string()
    .regex(/^([1-9][0-9]?|[1-4][0-9][0-9]|500)$/, 'This is a number from 1 to 500.')
    .default('50'),
  skip: z
    .string()
    .regex(/^[0-9]{1,6}$/, 'This is a number.')
    .default('0'),
})
