// A kind of thing that is kept, in words: its tables, what it is, what for, and the rules that say who may do what.
import type { Rule } from '../access/rule.ts'

export interface SheetNoun {
  title: string
  tables: readonly string[]
  what: string
  why: string
  /** The same, said to the person themselves; where it is not there, `why` reads well to them too. */
  whyYou?: string
  rules: Readonly<Record<string, Rule>>
}

export const noun = (
  title: string,
  tables: string[],
  words: { what: string; why: string; whyYou?: string },
  rules: object,
): SheetNoun => ({
  ...{ title, tables, ...words },
  rules: rules as Record<string, Rule>,
})
