// Filters and paths of SCIM (RFC 7644, 3.4.2.2 and 3.5.2): read into data, and evaluated on a resource.
import { fail, type Result, succeed } from '../result.ts'
import { attribute, isObject, SCIM, type ScimFailure } from './scim-value.ts'

type Operator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le' | 'pr'
type Literal = string | number | boolean | null

export type Filter =
  | { kind: 'compare'; path: string; operator: Operator; value: Literal }
  | { kind: 'and' | 'or'; parts: Filter[] }
  | { kind: 'not'; part: Filter }

/** `members[value eq "…"].display`: attribute, filter and sub-attribute. */
export interface Path {
  attribute: string
  filter: Filter | null
  sub: string | null
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s()[\]"]+))/y
const OPERATORS: readonly string[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr']
const PATH = /^(?:urn:[\w:.-]+:)?[a-z$][\w$-]*(?:\.[a-z$][\w$-]*)?$/i
const MOST_TOKENS = 200
const MOST_DEPTH = 20

export function parseFilter(text: string): Result<Filter, ScimFailure> {
  const tokens = tokensOf(text)
  if (tokens === null) return invalid()
  const reading = { tokens, at: 0, depth: 0 }
  const filter = readOr(reading)
  return filter === null || reading.at < tokens.length ? invalid() : succeed(filter)
}

function invalid(): Result<never, ScimFailure> {
  return fail({ status: 400, scimType: 'invalidFilter', detail: 'The filter cannot be read.' })
}

export function parsePath(text: string): Result<Path, ScimFailure> {
  const [, head = '', condition, sub] =
    /^([^[\]]+)(?:\[(.*)\](?:\.([a-z$][\w$-]*))?)?$/i.exec(text.trim()) ?? []
  const wrong = fail({ status: 400, scimType: 'invalidPath', detail: 'The path cannot be read.' } as const)
  if (!PATH.test(head)) return wrong
  const name = withoutSchema(head)
  if (condition === undefined) {
    const [first = '', second] = name.startsWith('urn:') ? [name] : name.split('.')
    return succeed({ attribute: first, filter: null, sub: second ?? null })
  }
  const filter = parseFilter(condition)
  return filter.ok ? succeed({ attribute: name, filter: filter.value, sub: sub ?? null }) : wrong
}

/** Attributes of the core schemas may be written in full. */
export function withoutSchema(path: string): string {
  for (const schema of [SCIM.user, SCIM.group])
    if (path.toLowerCase().startsWith(`${schema.toLowerCase()}:`)) return path.slice(schema.length + 1)
  return path
}

function tokensOf(text: string): string[] | null {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    if (text.slice(TOKEN.lastIndex).trim() === '') break
    const found = TOKEN.exec(text)
    if (found === null || tokens.length >= MOST_TOKENS) return null
    tokens.push(found[1] ?? found[2] ?? found[3] ?? '')
  }
  return tokens
}

interface Reading {
  tokens: string[]
  at: number
  depth: number
}

function word(reading: Reading): string {
  return (reading.tokens[reading.at] ?? '').toLowerCase()
}

function readOr(reading: Reading): Filter | null {
  return readList(reading, 'or', (one) => readList(one, 'and', readOne))
}

function readList(
  reading: Reading,
  kind: 'and' | 'or',
  read: (reading: Reading) => Filter | null,
): Filter | null {
  const parts: Filter[] = []
  for (;;) {
    const part = read(reading)
    if (part === null) return null
    parts.push(part)
    if (word(reading) !== kind) return parts.length === 1 ? (parts[0] ?? null) : { kind, parts }
    reading.at += 1
  }
}

function readOne(reading: Reading): Filter | null {
  const isNot = word(reading) === 'not'
  if (isNot) reading.at += 1
  if (word(reading) !== '(') return isNot ? null : readCompare(reading)
  reading.at += 1
  reading.depth += 1
  const part = reading.depth > MOST_DEPTH ? null : readOr(reading)
  reading.depth -= 1
  if (part === null || word(reading) !== ')') return null
  reading.at += 1
  return isNot ? { kind: 'not', part } : part
}

function readCompare(reading: Reading): Filter | null {
  const path = reading.tokens[reading.at] ?? ''
  const operator = (reading.tokens[reading.at + 1] ?? '').toLowerCase()
  if (!PATH.test(path) || !OPERATORS.includes(operator)) return null
  reading.at += 2
  const compare = { kind: 'compare' as const, path: withoutSchema(path), operator: operator as Operator }
  if (operator === 'pr') return { ...compare, value: null }
  const text = reading.tokens[reading.at]
  if (text === undefined) return null
  reading.at += 1
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) || Array.isArray(value) ? null : { ...compare, value: value as Literal }
  } catch {
    return null
  }
}

/** Whether a filter asks about an attribute of the resource, or about a part of it. */
export function mentions(filter: Filter, attribute: string): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.some((part) => mentions(part, attribute))
    case 'not':
      return mentions(filter.part, attribute)
    case 'compare':
      return (filter.path.split('.')[0] ?? '').toLowerCase() === attribute.toLowerCase()
  }
}

/** Text is compared without regard to capitals, but for ids. */
export function matches(filter: Filter, resource: unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matches(part, resource))
    case 'or':
      return filter.parts.some((part) => matches(part, resource))
    case 'not':
      return !matches(filter.part, resource)
    case 'compare': {
      const values = valuesAt(resource, filter.path)
      if (filter.operator === 'pr') return values.some((value) => value !== null && value !== '')
      if (filter.operator === 'ne') return values.every((value) => !isEqual(value, filter))
      return values.some((value) => compares(value, filter))
    }
  }
}

function valuesAt(resource: unknown, path: string): unknown[] {
  const steps = path.startsWith('urn:')
    ? [path.slice(0, path.lastIndexOf(':')), ...path.slice(path.lastIndexOf(':') + 1).split('.')]
    : path.split('.')
  let values = [resource]
  for (const step of steps)
    values = values.flatMap((value) => {
      const found = attribute(value, step)
      return found === undefined ? [] : Array.isArray(found) ? found : [found]
    })
  return values.map((value) => (isObject(value) ? (attribute(value, 'value') ?? null) : value))
}

const EXACT = ['id', 'externalid', 'value']

type Compare = Extract<Filter, { kind: 'compare' }>

function isEqual(value: unknown, { path, value: wanted }: Compare): boolean {
  if (typeof value !== 'string' || typeof wanted !== 'string') return value === wanted
  return EXACT.includes(path.toLowerCase()) ? value === wanted : value.toLowerCase() === wanted.toLowerCase()
}

function compares(value: unknown, filter: Compare): boolean {
  if (filter.operator === 'eq') return isEqual(value, filter)
  if (typeof value !== 'string' || typeof filter.value !== 'string') return false
  const [one, other] = [value.toLowerCase(), filter.value.toLowerCase()]
  switch (filter.operator) {
    case 'co':
      return one.includes(other)
    case 'sw':
      return one.startsWith(other)
    case 'ew':
      return one.endsWith(other)
    case 'gt':
      return one > other
    case 'ge':
      return one >= other
    case 'lt':
      return one < other
    default:
      return filter.operator === 'le' && one <= other
  }
}
