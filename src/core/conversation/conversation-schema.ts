// The shape of a conversation's content, for the wire and for an export.

import { z } from 'zod'
import type { ConversationContent } from './conversation.ts'

/** In characters. */
const LONGEST_TEXT = 4000
const LONGEST_LINE = 600
const LONGEST_WHOM = 200
const LONGEST_KEY = 300
const MOST_LINES = 100
const MOST_CHOSEN = 500

/** Postgres keeps neither NUL nor half characters in text, and neither does a sealed one, which is JSON as well. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is exactly what is looked for
const UNSTORABLE = /\u0000|\p{Surrogate}/u

const id = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'This must be a UUID in small letters.')
const words = (most: number) =>
  z
    .string()
    .max(most, `This is longer than ${most} characters.`)
    .refine((text) => !UNSTORABLE.test(text), 'This holds a character that cannot be stored.')
const day = z.iso.date({ error: 'This must be a date such as 2026-11-23.' })

export const conversationFields = {
  heldOn: day,
  personId: id.nullable(),
  withWhom: words(LONGEST_WHOM),
  about: z.enum(['me', 'them']),
  since: day,
  chosen: z.array(words(LONGEST_KEY)).max(MOST_CHOSEN),
  showsStanding: z.boolean(),
  towards: words(LONGEST_WHOM).nullable(),
  oneThing: words(LONGEST_TEXT),
  questions: z.array(z.strictObject({ id, text: words(LONGEST_LINE), asked: z.boolean() })).max(MOST_LINES),
  steps: z
    .array(
      z.strictObject({
        id,
        text: words(LONGEST_LINE),
        whose: z.enum(['me', 'them']),
        dueOn: day.nullable(),
        done: z.boolean(),
        agreedOn: day,
      }),
    )
    .max(MOST_LINES),
  notes: words(LONGEST_TEXT * 2),
}

export const conversationContentSchema = z.strictObject(
  conversationFields,
) satisfies z.ZodType<ConversationContent>
