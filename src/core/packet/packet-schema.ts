// The shape of a packet's content, for what is sent and for what an export brings.

import { z } from 'zod'
import { LONGEST_DISPUTE } from '../round/dispute.ts'
import {
  LONGEST_LINE,
  LONGEST_LINK,
  LONGEST_TEXT,
  LONGEST_TITLE,
  MOST_ITEMS,
  MOST_NAMED,
  MOST_SECTIONS,
} from './check-packet.ts'
import type { PacketContent } from './packet.ts'
import { LONGEST_QUESTION, MOST_QUESTIONS } from './read-questions.ts'

/** Postgres keeps neither NUL nor half characters in text, and neither does a sealed one, which is JSON as well. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is exactly what is looked for
const UNSTORABLE = /\u0000|\p{Surrogate}/u

function words(most: number) {
  return z
    .string()
    .max(most, `This is longer than ${most} characters.`)
    .refine((text) => !UNSTORABLE.test(text), 'This holds a character that cannot be stored.')
}

const day = z.iso.date({ error: 'This must be a date such as 2026-11-23.' })
const level = z.number().int('A level is a whole number.').min(0).max(100).nullable()
const list = (most: number) => z.array(words(most)).max(MOST_NAMED, `No more than ${MOST_NAMED}.`)

const item = z.strictObject({
  source: words(LONGEST_LINE).min(1),
  kind: z.enum(['evidence', 'note', 'words']),
  included: z.boolean(),
  text: words(LONGEST_TEXT),
  on: day,
  level,
  how: words(LONGEST_LINE),
  links: list(LONGEST_LINK),
  people: list(LONGEST_LINE),
  polarity: z.enum(['strength', 'gap']).nullable(),
  behaviours: list(LONGEST_LINE),
  asked: z.boolean(),
  disputes: z
    .array(z.strictObject({ kind: z.enum(['contest', 'addition']), words: words(LONGEST_DISPUTE) }))
    .max(MOST_NAMED, `No more than ${MOST_NAMED}.`)
    .exactOptional(),
})

const section = z.strictObject({
  skill: words(100).min(1),
  included: z.boolean(),
  claimed: level,
  range: z.strictObject({ level: z.number(), low: z.number(), high: z.number() }).nullable(),
  own: words(LONGEST_TEXT),
  open: words(LONGEST_TEXT),
  items: z.array(item).max(MOST_ITEMS, `No more than ${MOST_ITEMS} things under one skill.`),
})

const answer = z.strictObject({
  question: words(LONGEST_QUESTION).min(1),
  own: words(LONGEST_TEXT),
  items: z.array(words(2 * LONGEST_LINE)).max(MOST_ITEMS),
})

export const packetFields = {
  purpose: z.enum(['review', 'promotion']),
  role: words(100).min(1),
  held: words(100).min(1).nullable(),
  from: day,
  until: day,
  title: words(LONGEST_TITLE),
  summary: words(LONGEST_TEXT),
  sections: z.array(section).max(MOST_SECTIONS, `No more than ${MOST_SECTIONS} skills.`),
  answers: z.array(answer).max(MOST_QUESTIONS, `No more than ${MOST_QUESTIONS} questions.`),
}

export const packetContentSchema = z.strictObject(packetFields) satisfies z.ZodType<PacketContent>
