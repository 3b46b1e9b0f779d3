// Random requests from the routes' own schemas: nearly right ones, and ones that went wrong in transit.
import fc from 'fast-check'
import type { z } from 'zod'
import type { DeclaredRoute } from '../../src/server/define-route.ts'

/** Things that exist, so that requests get past the first check. */
export interface KnownThings {
  /** By the name of the parameter or field. */
  byName: Record<string, string[]>
}

/** A request before it is sent. */
export interface RandomRequest {
  method: string
  path: string
  headers: Record<string, string>
  body: string | null
}

/** What zod keeps about a schema; only the parts that are read here. */
interface Definition {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  options?: z.ZodType[]
  entries?: Record<string, string>
  values?: unknown[]
}

const NASTY_TEXT = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  '../..',
  "'; --",
  '%00',
  'a'.repeat(5000),
  '𝔘𝔫𝔦',
  '-1',
]
const NASTY_VALUES: unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.1,
  2 ** 53,
  [],
  {},
  [[[]]],
  { a: { b: {} } },
  ...NASTY_TEXT,
]

const text = fc.oneof(fc.constantFrom(...NASTY_TEXT), fc.string({ unit: 'binary', maxLength: 40 }))
const anything = fc.oneof(fc.constantFrom(...NASTY_VALUES), fc.jsonValue({ maxDepth: 3 }))

/** Values that a schema may take, by its own definition; `name` finds things that exist. */
function arbitraryOf(schema: z.ZodType, name: string, known: KnownThings): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Definition
  switch (def.type) {
    case 'string':
      return fc.oneof(
        {
          weight: 6,
          arbitrary: fc.constantFrom(...(known.byName[name] ?? ['staff-engineer', '2026-03-31'])),
        },
        { weight: 1, arbitrary: fc.uuid({ version: 4 }) },
        { weight: 1, arbitrary: text },
      )
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer(), fc.double())
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'literal':
      return text
    case 'array':
      return fc.array(arbitraryOf(def.element as z.ZodType, name, known), { maxLength: 4 })
    case 'nullable':
    case 'optional':
    case 'default':
      return fc.oneof(arbitraryOf(def.innerType as z.ZodType, name, known), fc.constant(null))
    case 'union':
      return fc.oneof(...(def.options ?? []).map((option) => arbitraryOf(option, name, known)))
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(def.shape ?? {}).map(([key, field]) => [key, arbitraryOf(field, key, known)]),
        ),
      )
    default:
      return anything
  }
}

/** Makes a value slightly or thoroughly wrong. */
function spoiled(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(value, fc.nat(), text, anything).map(([one, pick, key, other]) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return other
    const keys = Object.keys(one)
    const chosen = keys[pick % Math.max(1, keys.length)]
    if (chosen === undefined) return other
    const copy: Record<string, unknown> = { ...one }
    if (pick % 3 === 0) delete copy[chosen]
    else if (pick % 3 === 1) copy[chosen] = other
    else Object.defineProperty(copy, key, { value: other, enumerable: true })
    return copy
  })
}

/** JSON text, sometimes cut off, doubled or turned into something else on the way. */
function bodyText(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const json = value.map((one) => JSON.stringify(one) ?? '')
  return fc.oneof(
    { weight: 8, arbitrary: json },
    {
      weight: 1,
      arbitrary: fc.tuple(json, fc.nat()).map(([whole, cut]) => whole.slice(0, cut % (whole.length + 1))),
    },
    { weight: 1, arbitrary: json.map((whole) => `${whole}${whole}`) },
    { weight: 1, arbitrary: json.map((whole) => whole.replace(':', ':{"__proto__":') + '}'.repeat(3)) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 200 }).map((deep) => '['.repeat(deep) + ']'.repeat(deep)),
    },
    { weight: 1, arbitrary: text },
  )
}

function headersOf(known: KnownThings): fc.Arbitrary<Record<string, string>> {
  const tag = fc.constantFrom(
    '*',
    'x',
    '"',
    '""',
    '"7"',
    ...(known.byName.revisionId ?? []).map((id) => `"${id}"`),
  )
  const printable = fc.string({ maxLength: 20, unit: fc.constantFrom(...'abcXYZ0189-_.*"/ ') })
  return fc
    .record(
      {
        'if-match': tag,
        'if-none-match': fc.oneof({ weight: 3, arbitrary: fc.constant('*') }, { weight: 1, arbitrary: tag }),
        'idempotency-key': fc.oneof({ weight: 4, arbitrary: fc.uuid() }, { weight: 1, arbitrary: printable }),
        accept: printable,
        'accept-encoding': fc.constantFrom('br', 'gzip', 'identity', 'br;q=0', '*'),
        'content-encoding': fc.constantFrom('gzip', 'br'),
      },
      { requiredKeys: [] },
    )
    .map((headers) => {
      const { 'content-encoding': encoding, ...rest } = headers
      // Rarely, because it hides whatever else is wrong.
      return encoding === 'br' ? (headers as Record<string, string>) : (rest as Record<string, string>)
    })
}

function pathOf(route: DeclaredRoute, known: KnownThings): fc.Arbitrary<string> {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const values = names.map((name) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...(known.byName[name] ?? ['x'])) },
      { weight: 1, arbitrary: text.filter((one) => one !== '' && !/\p{Surrogate}/u.test(one)) },
    ),
  )
  const query = fc.oneof(
    { weight: 6, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('?format=json', '?format=markdown', '?format=pdf', '?a=1&a=2', '?%'),
    },
  )
  return fc.tuple(fc.tuple(...values), query).map(([chosen, search]) => {
    const path = names.reduce(
      (so, name, index) => so.replace(`{${name}}`, encodeURIComponent(chosen[index] ?? '')),
      route.path,
    )
    return path + search
  })
}

/** A request to this route: its method, an address, headers and a body, each right or wrong. */
export function requestTo(route: DeclaredRoute, known: KnownThings): fc.Arbitrary<RandomRequest> {
  const whole = route.body === null ? anything : arbitraryOf(route.body, '', known)
  const body =
    route.method === 'get'
      ? fc.constant(null)
      : fc.oneof(
          { weight: 4, arbitrary: whole.map((one) => JSON.stringify(one) ?? '') },
          bodyText(spoiled(whole)),
        )
  const type = fc.oneof(
    { weight: 12, arbitrary: fc.constant('application/json') },
    { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/json; charset=latin1', 'x', '') },
  )
  return fc
    .record({ path: pathOf(route, known), headers: headersOf(known), body, type })
    .map(({ path, headers, body: sent, type: contentType }) => ({
      method: route.method.toUpperCase(),
      path,
      headers: sent === null ? headers : { ...headers, 'content-type': contentType },
      body: sent,
    }))
}
