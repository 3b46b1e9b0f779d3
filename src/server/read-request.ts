// Reads a request against its schemas: parameters, then a body that is JSON and no larger than allowed.
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { fail, type Result, succeed } from '../core/result.ts'
import { fieldErrorsOf, type Refusal, refuse } from './errors.ts'

/** No shape of ours is nested deeper. */
const MOST_DEPTH = 50
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

const NOTHING = z.strictObject({})

interface PartSchemas {
  params?: z.ZodType
  query?: z.ZodType
}

/** Path parameters that cannot name anything are 404, like ids that name nothing; queries are 422. */
export function readParts(
  c: Context,
  schemas: PartSchemas,
): Result<{ params: unknown; query: unknown }, Refusal> {
  const params = (schemas.params ?? NOTHING).safeParse(c.req.param(), { reportInput: true })
  if (!params.success) {
    const errors = fieldErrorsOf(params.error, 'path')
    return fail(refuse('not-found', 'The address holds an id that cannot exist.', errors))
  }
  const given = Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
  const query = (schemas.query ?? NOTHING).safeParse(given, { reportInput: true })
  if (!query.success) {
    const errors = fieldErrorsOf(query.error, 'query')
    return fail(refuse('invalid', 'The address holds a query parameter that is not right.', errors))
  }
  return succeed({ params: params.data, query: query.data })
}

/** The body as the schema sees it. Routes without a schema take no body, or an empty object. */
export async function readBody(
  c: Context,
  schema: z.ZodType | undefined,
  mostBytes: number,
): Promise<Result<unknown, Refusal>> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return succeed(undefined)
  const read = await readText(c.req.raw, mostBytes)
  if (!read.ok) return read
  if (read.value === '' && schema === undefined) return succeed(undefined)
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json' || c.req.header('content-encoding') !== undefined) {
    return fail(refuse('not-json', 'Send the body as application/json, without a Content-Encoding.'))
  }
  const json = parseJson(read.value)
  if (!json.ok) return json
  const parsed = (schema ?? NOTHING).safeParse(json.value, { reportInput: true })
  if (parsed.success) return succeed(parsed.data)
  const errors = fieldErrorsOf(parsed.error, 'body')
  return fail(refuse('invalid', sayWhich(errors.length), errors.slice(0, 100)))
}

/**
 * What a file is sent as. Not one of the types that a page of another site may send without asking first
 * (Fetch standard, "CORS-safelisted request-header"), so that it is as safe as JSON: the question is never answered.
 */
export const UPLOAD_TYPE = 'application/octet-stream'

/** The file of a request, to be counted while it is read: what a header says of its size is only the first check. */
export function readUpload(c: Context, mostBytes: number): Result<ReadableStream<Uint8Array>, Refusal> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== UPLOAD_TYPE || c.req.header('content-encoding') !== undefined)
    return fail(refuse('not-a-file', `Send the file as ${UPLOAD_TYPE}, without a Content-Encoding.`))
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) return fail(uploadTooLarge(mostBytes))
  return succeed(c.req.raw.body ?? new Blob([]).stream())
}

export function uploadTooLarge(mostBytes: number): Refusal {
  return refuse('too-large', `The file may hold ${Math.round(mostBytes / 1024 / 1024)} MB at most.`)
}

function sayWhich(count: number): string {
  return count === 1 ? 'One field is not right.' : `${count} fields are not right.`
}

export function parseJson(body: string): Result<unknown, Refusal> {
  if (isTooDeep(body)) {
    return fail(
      refuse('malformed-json', `Reading stopped: brackets are nested deeper than ${MOST_DEPTH} levels.`),
    )
  }
  try {
    return succeed(JSON.parse(body))
  } catch (error) {
    const reason = body === '' ? 'the body is empty' : error instanceof Error ? error.message : 'unknown'
    return fail(refuse('malformed-json', `Reading stopped: ${reason}`))
  }
}

/** Looked for before parsing, because code that walks a value would run out of stack. */
function isTooDeep(json: string): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at)
    if (quoted) {
      if (sign === BACKSLASH) at += 1
      else if (sign === QUOTE) quoted = false
    } else if (sign === QUOTE) quoted = true
    else if (sign === OPEN_BRACKET || sign === OPEN_BRACE) {
      depth += 1
      if (depth > MOST_DEPTH) return true
    } else if (sign === CLOSE_BRACKET || sign === CLOSE_BRACE) depth -= 1
  }
  return false
}

/** Counts bytes while they arrive, so that a huge body is refused after `mostBytes`, not after all of it. */
export async function readText(request: Request, mostBytes: number): Promise<Result<string, Refusal>> {
  const tooLarge = fail(refuse('too-large', `The body may hold ${mostBytes} bytes at most.`))
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return tooLarge
  if (request.body === null) return succeed('')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = request.body.getReader()
  let text = ''
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return succeed(text + decoder.decode())
      bytes += value.byteLength
      if (bytes > mostBytes) {
        void reader.cancel()
        return tooLarge
      }
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    return fail(refuse('malformed-json', 'Reading stopped: the body ended early or is not UTF-8 text.'))
  }
}
