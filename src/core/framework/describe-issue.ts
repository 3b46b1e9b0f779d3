// Says in plain words what a value should have been, and how to mend it.
import type * as z from 'zod'
import { didYouMean } from './nearest-word.ts'

interface Wording {
  message: string
  mend: string
}

type Issue = z.core.$ZodIssue

/** The words for one finding of a schema about `value`, which stands at `path` inside `root`. */
export function describeIssue(issue: Issue, value: unknown, path: PropertyKey[], root: unknown): Wording {
  const name = quotedName(path)
  const where = whereabouts(path, root)
  const wording = issueWording(issue, value, name)
  return { message: `${wording.message}${where}.`, mend: wording.mend }
}

/** The words for a key that no schema knows. */
export function describeUnknownKey(
  key: string,
  known: string[],
  path: PropertyKey[],
  root: unknown,
): Wording {
  const otherwise = known.length === 0 ? 'Remove it.' : `Remove it, or use one of: ${known.join(', ')}.`
  return {
    message: `"${shown(key)}" is not known${whereabouts([...path, key], root)}.`,
    mend: didYouMean(key, known, otherwise),
  }
}

function issueWording(issue: Issue, value: unknown, name: string): Wording {
  if (value === undefined) return missing(name, issue)
  if (value === null)
    return {
      message: `${name} is empty`,
      mend: 'Write something behind the colon, or remove the line if it is optional.',
    }
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value, name)
    case 'invalid_value':
      return wrongChoice(issue.values.map(String), value, name)
    case 'invalid_union':
      return wrongUnion(issue, value, name)
    case 'too_small':
    case 'too_big':
      return wrongSize(issue, value, name)
    case 'invalid_format':
      return wrongFormat(value, name)
    case 'invalid_key':
      return { message: `The key ${name} is not an id`, mend: 'Use lower-case words joined by hyphens.' }
    default:
      return {
        message: `${name} is not as expected`,
        mend: 'Compare it with the example in the documentation.',
      }
  }
}

function missing(name: string, issue: Issue): Wording {
  const choices = issue.code === 'invalid_value' ? ` One of: ${issue.values.map(String).join(', ')}.` : ''
  return { message: `${name} is missing`, mend: `Add it.${choices}` }
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

const TYPE_MENDS: Record<string, string> = {
  string: 'Put the value in quotes, such as "1.0".',
  number: 'Write a number, without quotes or a unit.',
  int: 'Write a whole number, without quotes or a unit.',
  boolean: 'Write true or false, without quotes.',
  array: 'Write one entry to a line, each with a dash in front, or [a, b] in one line.',
  object: 'Write its keys on the lines below, two spaces further in.',
}

function wrongType(expected: string, value: unknown, name: string): Wording {
  const wanted = TYPES[expected] ?? 'something else'
  const kind = expected === 'tuple' ? 'array' : expected === 'record' ? 'object' : expected
  return {
    message: `${name} must be ${wanted}; it is ${shownValue(value)}`,
    mend: TYPE_MENDS[kind] ?? 'Compare it with the example in the documentation.',
  }
}

function wrongChoice(choices: string[], value: unknown, name: string): Wording {
  return {
    message: `${name} must be one of ${choices.join(', ')}; it is ${shownValue(value)}`,
    mend: didYouMean(String(value), choices, `Use one of: ${choices.join(', ')}.`),
  }
}

function wrongUnion(issue: Issue, value: unknown, name: string): Wording {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
  if (options.length > 0) return wrongChoice(options, value, name)
  return { message: `${name} is not as expected`, mend: 'Compare it with the example in the documentation.' }
}

function wrongSize(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  value: unknown,
  name: string,
): Wording {
  const small = issue.code === 'too_small'
  const limit = String(small ? issue.minimum : issue.maximum)
  if (issue.origin === 'string') {
    if (small) return { message: `${name} is empty`, mend: 'Write some words.' }
    return { message: `${name} is longer than ${limit} characters`, mend: 'Shorten it.' }
  }
  if (issue.origin === 'array') {
    const mend = small ? 'Add what is missing to the list.' : 'Shorten the list.'
    return { message: `${name} must have at ${small ? 'least' : 'most'} ${limit} entries`, mend }
  }
  const inclusive = issue.inclusive ? '' : ' and not the limit itself'
  return {
    message: `${name} must be ${small ? 'at least' : 'at most'} ${limit}${inclusive}; it is ${shownValue(value)}`,
    mend: 'Correct the number.',
  }
}

function wrongFormat(value: unknown, name: string): Wording {
  const text = String(value)
  if (/colour|light|dark/.test(name))
    return {
      message: `${name} is not a colour: ${shownValue(value)}`,
      mend: 'Write it as "#1b4f72", in quotes.',
    }
  if (/date/.test(name))
    return {
      message: `${name} is not a date: ${shownValue(value)}`,
      mend: 'Write 2021, 2021-07 or 2021-07-15.',
    }
  if (/language/.test(name))
    return {
      message: `${name} is not a language tag: ${shownValue(value)}`,
      mend: 'Write it as en, de or de-CH.',
    }
  const suggestion = idFrom(text)
  return {
    message: `${name} is not an id: ${shownValue(value)}`,
    mend: `Use lower-case words joined by hyphens${suggestion === '' ? '' : `, such as "${suggestion}"`}.`,
  }
}

/** An id made of words: "Two Things!" becomes "two-things". Empty where no letter is left. */
export function idFrom(text: string, maximumWords = 6): string {
  const parts = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const joined = (parts ?? [])
    .slice(0, maximumWords)
    .join('-')
    .slice(0, 60)
    .replace(/^[0-9-]+|-+$/g, '')
  return joined === 'constructor' ? 'the-constructor' : joined
}

function quotedName(path: PropertyKey[]): string {
  const last = path.at(-1)
  if (last === undefined) return 'The file'
  if (typeof last === 'number') return `Entry ${last + 1} of "${shown(String(path.at(-2) ?? 'the list'))}"`
  return `"${shown(String(last))}"`
}

/** ` (in roles › baker)`: the way to the value, with lists named by the ids in them. */
function whereabouts(path: PropertyKey[], root: unknown): string {
  const last = path.at(-1)
  const around = path.slice(0, typeof last === 'number' ? -2 : -1)
  const names: string[] = []
  let value = root
  for (const step of around) {
    value = memberOf(value, step)
    names.push(typeof step === 'number' ? itemName(value, step) : shown(String(step)))
  }
  return names.length === 0 ? '' : ` (in ${names.join(' › ')})`
}

function itemName(item: unknown, index: number): string {
  const id = memberOf(item, 'id') ?? memberOf(item, 'role') ?? memberOf(item, 'rule')
  if (typeof id === 'string') return shown(id)
  const from = memberOf(item, 'from')
  const to = memberOf(item, 'to')
  return typeof from === 'string' && typeof to === 'string' ? shown(`${from} → ${to}`) : `entry ${index + 1}`
}

/** A member of an object or list, own ones only. */
export function memberOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<PropertyKey, unknown>)[key]
}

function shownValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a group of keys'
  return typeof value === 'string' ? `"${shown(value)}"` : String(value)
}

/** Short enough for one line of a message. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
