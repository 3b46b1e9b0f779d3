// The shape of a share file, checked before anything of it is believed.

import { z } from 'zod'
import { LONGEST_EVIDENCE, LONGEST_LINK, MOST_LINKS } from '../evidence/evidence-limits.ts'
import { isSafeLink } from '../evidence/safe-link.ts'
import {
  LONGEST_SHARE_NAME,
  LONGEST_SHARE_WORDS,
  MOST_SHARED,
  type ShareContent,
  type SharedItem,
  type ShareFile,
} from './share.ts'

const name = z.string().max(LONGEST_SHARE_NAME)
const day = z.iso.date()
const level = z.number().int().min(0).max(100)
const onScale = z.number().min(0).max(100)
const skill = z.strictObject({ id: z.string().min(1).max(200), name })

export const sharedItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('level'),
    skill,
    own: z
      .strictObject({ level, approaching: z.boolean(), saidOn: day, note: z.string().max(10_000) })
      .nullable(),
    likely: z.strictObject({ low: onScale, high: onScale }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('evidence'),
    happenedOn: day,
    text: z.string().max(LONGEST_EVIDENCE),
    links: z
      .array(z.string().max(LONGEST_LINK).refine(isSafeLink, 'is not an address of the web'))
      .max(MOST_LINKS),
    credit: z.array(name).max(50),
    skills: z.array(z.strictObject({ skill, level: level.nullable() })).max(20),
  }),
  z.strictObject({
    kind: z.literal('told'),
    text: z.string().max(LONGEST_EVIDENCE),
    saidOn: day,
    saidBy: name.nullable(),
    polarity: z.enum(['strength', 'gap']),
    skills: z.array(skill).max(20),
  }),
  z.strictObject({ kind: z.literal('area'), skill, level, quarter: name }),
]) satisfies z.ZodType<SharedItem>

const contentFields = {
  from: name,
  to: name,
  words: z.string().max(LONGEST_SHARE_WORDS),
  sharedOn: day,
  framework: z.strictObject({
    id: name,
    name,
    version: name,
    digest: z.string().regex(/^[0-9a-f]{64}$|^$/),
    topLevel: z.number().int().min(1).max(100),
  }),
  role: skill.nullable(),
  items: z.array(sharedItemSchema).max(MOST_SHARED),
}

export const shareContentSchema = z.strictObject(contentFields) satisfies z.ZodType<ShareContent>

export const shareFileSchema = z.strictObject({
  schema: z.literal('skillmap-share'),
  schemaVersion: z.literal(1),
  id: z.uuid(),
  ...contentFields,
}) satisfies z.ZodType<ShareFile>
