// Reads If-Match, If-None-Match and Idempotency-Key: which version a change is meant for, and which request it is.
import { fail, type Result, succeed } from '../core/result.ts'
import { type Refusal, refuse } from './errors.ts'

type ReadHeader = (name: string) => string | undefined

/** For the `headers` of a route declaration. */
export const PRECONDITION_WORDS = {
  'If-None-Match': '`*`: create; fails if there is one already.',
  'If-Match': '`"<revision id>"`: change the version you have seen; fails if there is a newer one.',
}

export const IDEMPOTENCY_WORDS = {
  'Idempotency-Key':
    'Any text of your own that stands for this one request; sending it again repeats the answer.',
}

/** The revision that is to be replaced; null to create. Neither header: 428. */
export function readExpected(header: ReadHeader): Result<string | null, Refusal> {
  const match = header('if-match')
  const noneMatch = header('if-none-match')
  if (match === undefined && noneMatch === undefined) {
    return fail(
      refuse(
        'no-precondition',
        'Send If-None-Match: * to create, or If-Match with the revision you have seen.',
        [{ field: 'If-Match', message: 'This header is missing.' }],
      ),
    )
  }
  if (match !== undefined && noneMatch !== undefined) {
    return fail(badHeader('If-Match', 'Send If-Match or If-None-Match, not both.'))
  }
  if (noneMatch !== undefined) {
    return noneMatch.trim() === '*'
      ? succeed(null)
      : fail(badHeader('If-None-Match', 'Only * is understood here.'))
  }
  const tag = /^"([^"]{1,100})"$/.exec((match ?? '').trim())?.[1]
  return tag === undefined
    ? fail(badHeader('If-Match', 'This must be one revision id in double quotes.'))
    : succeed(tag)
}

/** As `readExpected`, for what cannot be created this way. */
export function readSeen(header: ReadHeader): Result<string, Refusal> {
  const expected = readExpected(header)
  if (!expected.ok) return expected
  return expected.value === null
    ? fail(badHeader('If-None-Match', 'This needs If-Match with the revision you have seen.'))
    : succeed(expected.value)
}

/** Required where something is created, so that a retry after a lost answer creates it once. */
export function readIdempotencyKey(header: ReadHeader): Result<string, Refusal> {
  const key = header('idempotency-key')?.trim()
  if (key === undefined || key === '') {
    return fail(badHeader('Idempotency-Key', 'This header is missing: send a new one with each new request.'))
  }
  return /^[\x21-\x7e]{1,200}$/.test(key)
    ? succeed(key)
    : fail(badHeader('Idempotency-Key', 'This may hold up to 200 letters, digits and signs, without spaces.'))
}

function badHeader(field: string, message: string): Refusal {
  return refuse('bad-header', message, [{ field, message }])
}

/** An entity tag for a revision. */
export function tagOf(revisionId: string): string {
  return `"${revisionId}"`
}
