// Answers of SCIM: resources with their versions, lists, and refusals in the form of RFC 7644, 3.12.
import { withoutSchema } from '../../core/scim/parse-filter.ts'
import { SCIM, type ScimFailure } from '../../core/scim/scim-value.ts'
import { hashOf } from '../organisation/person-record.ts'

export interface ScimReply {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

export function failureReply({ status, scimType, detail }: ScimFailure): ScimReply {
  const body = {
    schemas: [SCIM.error],
    status: String(status),
    ...(scimType === undefined ? {} : { scimType }),
    detail,
  }
  return { status, body }
}

export interface Resource {
  id: string
  meta: { resourceType: string; location: string; version: string }
  [attribute: string]: unknown
}

/** The version is what the resource says: the same content has the same one. */
export function withMeta(
  resource: { id: string; [attribute: string]: unknown },
  kind: 'User' | 'Group',
  origin: string,
): Resource {
  const location = `${origin}/scim/v2/${kind}s/${resource.id}`
  return { ...resource, meta: { resourceType: kind, location, version: `W/"${hashOf(resource)}"` } }
}

export function resourceReply(status: number, resource: Resource, projection: Projection): ScimReply {
  const { version, location } = resource.meta
  const headers = { etag: version, location }
  return { status, body: project(resource, projection), headers }
}

export function listReply(resources: readonly unknown[], total: number, startIndex: number): ScimReply {
  const body = {
    schemas: [SCIM.list],
    totalResults: total,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  }
  return { status: 200, body }
}

/** Which attributes are wanted (RFC 7644, 3.9), by their first step. */
export interface Projection {
  only: ReadonlySet<string> | null
  without: ReadonlySet<string>
}

export function readProjection(query: (name: string) => string | undefined): Projection {
  const names = (text: string | undefined) =>
    new Set(
      (text ?? '').split(',').flatMap((one) => {
        const name = one.trim()
        return name === '' ? [] : [firstStep(withoutSchema(name).toLowerCase())]
      }),
    )
  const only = query('attributes')
  return { only: only === undefined ? null : names(only), without: names(query('excludedAttributes')) }
}

/** What is said of the extension for enterprises is said of all of it: it holds the manager and nothing else. */
function firstStep(name: string): string {
  const extension = SCIM.enterprise.toLowerCase()
  if (name.startsWith(extension)) return extension
  return name.split('.')[0] ?? ''
}

const ALWAYS = ['id', 'schemas']

export function project(resource: Resource, { only, without }: Projection): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resource).filter(([key]) => {
      const name = key.toLowerCase()
      if (ALWAYS.includes(name)) return true
      return only === null ? !without.has(name) : only.has(name)
    }),
  )
}
