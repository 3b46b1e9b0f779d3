// Says in a plain sentence what a schema found wrong with one field.
import type { z } from 'zod'

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named fields',
  record: 'a group of named fields',
  null: 'empty',
}

const FORMS: Record<string, string> = {
  uuid: 'This should be an id, such as 0190b7a4-6b1e-7c3a-9d55-2f6a1c0e8b11.',
  datetime: 'This should be a date and time, such as 2026-05-03T09:00:00Z.',
  date: 'This should be a date, such as 2026-05-03.',
}

/** Needs issues that report their input, so that a missing field is not called a wrong one. */
export function sayIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'Skillmap does not know this field.'
  // A sentence written for this field says more than anything that can be made up here.
  if (!/^(Invalid|Too |Unrecognized)/.test(issue.message)) return asSentence(issue.message)
  if (issue.input === undefined && issue.code !== 'invalid_format') return 'This field is missing.'
  if (issue.code === 'invalid_type') return `This should be ${KINDS[issue.expected] ?? issue.expected}.`
  if (issue.code === 'too_small') return sayLimit(issue.origin, 'at least', Number(issue.minimum))
  if (issue.code === 'too_big') return sayLimit(issue.origin, 'at most', Number(issue.maximum))
  if (issue.code === 'invalid_format')
    return FORMS[issue.format] ?? 'This does not have the form that is expected here.'
  if (issue.code === 'invalid_value') return sayChoices(issue.values)
  if (issue.code === 'invalid_union') return 'This fits none of the forms that are allowed here.'
  return asSentence(issue.message)
}

function sayLimit(origin: string, limit: string, count: number): string {
  if (origin === 'string')
    return `This should hold ${limit} ${count} ${count === 1 ? 'character' : 'characters'}.`
  if (origin === 'array' || origin === 'set')
    return `This should hold ${limit} ${count} ${count === 1 ? 'entry' : 'entries'}.`
  return `This should be ${limit} ${count}.`
}

function sayChoices(values: readonly unknown[]): string {
  return values.length === 1 ? `This should be ${values[0]}.` : `This should be one of: ${values.join(', ')}.`
}

function asSentence(text: string): string {
  const sentence = text.replace(/^Invalid input: /, '').replace(/^must /, 'this must ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.?…]$/.test(sentence) ? '' : '.'}`
}
