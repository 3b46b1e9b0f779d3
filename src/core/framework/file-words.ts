// The kinds of value that every framework file is made of: ids, sentences, levels.
import * as z from 'zod'

/** Lower-case words joined by hyphens. "constructor" is refused: every JavaScript object answers to it. */
export const ID_PATTERN = /^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/

export const id = z
  .string()
  .max(80)
  .regex(ID_PATTERN)
  .meta({ description: 'Lower-case words joined by hyphens.' })

/** One line of words. */
export const words = z.string().trim().min(1).max(300)

/** A sentence or a paragraph. */
export const sentences = z.string().trim().min(1).max(4000)

/** Levels are whole numbers from 0 up; the scale says how far. */
export const level = z.int().min(0).max(100)

export const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/)
  .meta({ description: 'A colour such as "#1b4f72"; the quotes are needed, because # starts a comment.' })

/** `2021`, `2021-07` or `2021-07-15`. */
export const day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .meta({ description: 'A year, a month such as 2021-07, or a day such as 2021-07-15.' })

export const kindWords = z.strictObject({ name: words, about: sentences })
