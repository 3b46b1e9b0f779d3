// Values of SCIM bodies, read without trusting their shape; names of attributes disregard capitals (RFC 7643, 2.1).

export const SCIM = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const

/** What goes wrong, by the words of RFC 7644, 3.12. */
export interface ScimFailure {
  status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 501
  scimType?:
    | 'invalidFilter'
    | 'uniqueness'
    | 'invalidSyntax'
    | 'invalidPath'
    | 'noTarget'
    | 'invalidValue'
    | 'mutability'
  detail: string
}

export function invalidValue(detail: string): ScimFailure {
  return { status: 400, scimType: 'invalidValue', detail }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An attribute of a body by its name; undefined where it is not said. Only what the body itself says counts. */
export function attribute(body: unknown, name: string): unknown {
  if (!isObject(body)) return undefined
  return Object.entries(body).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
}

/** Text of at most 200 characters that a database can keep; null where it is none. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text === '' || text.length > 200 || /\p{Cc}|\p{Surrogate}/u.test(text) ? null : text
}

/** Some directories send the word in place of the value. */
export function booleanOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return null
  const word = value.toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : null
}
