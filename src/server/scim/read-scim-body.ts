// The body of a SCIM request: JSON of bounded size and depth, in either of its two media types.
import type { Context } from 'hono'
import { fail, type Result, succeed } from '../../core/result.ts'
import { isObject, type ScimFailure } from '../../core/scim/scim-value.ts'
import type { AppEnv } from '../app-env.ts'
import { parseJson, readText } from '../read-request.ts'

/** A team with all of twenty thousand members is about half of it. */
const MOST_BYTES = 2_000_000

export async function readScimBody(c: Context<AppEnv>): Promise<Result<unknown, ScimFailure>> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/scim+json' && type !== 'application/json')
    return fail({ status: 415, detail: 'Send the body as application/scim+json.' })
  const text = await readText(c.req.raw, MOST_BYTES)
  if (!text.ok) {
    const isLarge = text.failure.kind === 'too-large'
    return fail(isLarge ? { status: 413, detail: text.failure.detail } : syntax(text.failure.detail))
  }
  const json = parseJson(text.value)
  if (!json.ok) return fail(syntax(json.failure.detail))
  return isObject(json.value) ? succeed(json.value) : fail(syntax('The body is an object.'))
}

function syntax(detail: string): ScimFailure {
  return { status: 400, scimType: 'invalidSyntax', detail }
}
