// What a directory says of a person, as far as anything is kept of it; and what a PATCH makes of that.
import { fail, type Result, succeed } from '../result.ts'
import { type Path, parsePath } from './parse-filter.ts'
import { attribute, booleanOf, invalidValue, isObject, SCIM, type ScimFailure, textOf } from './scim-value.ts'

export interface UserDraft {
  userName: string
  externalId: string | null
  displayName: string
  active: boolean
  /** The id of another user. */
  managerId: string | null
}

type Draft = Result<UserDraft, ScimFailure>

/** For POST and PUT: what is not said is not kept, but for the name and that somebody is active. */
export function readUser(body: unknown): Draft {
  const userName = textOf(attribute(body, 'userName'))
  if (userName === null) return fail(invalidValue('userName is a text of at most 200 characters.'))
  const external = attribute(body, 'externalId')
  const externalId = textOf(external)
  if (external !== undefined && external !== null && externalId === null)
    return fail(invalidValue('externalId is a text of at most 200 characters.'))
  const said = attribute(body, 'active')
  const active = said === undefined ? true : booleanOf(said)
  if (active === null) return fail(invalidValue('active is true or false.'))
  const extension = attribute(body, SCIM.enterprise)
  const managerId = managerOf(attribute(extension, 'manager'))
  if (managerId === undefined) return fail(invalidValue('manager holds the id of a user in value.'))
  const displayName = textOf(attribute(body, 'displayName')) ?? nameOf(attribute(body, 'name')) ?? userName
  return succeed({ userName, externalId, displayName, active, managerId })
}

function nameOf(name: unknown): string | null {
  const formatted = textOf(attribute(name, 'formatted'))
  if (formatted !== null) return formatted
  const parts = [attribute(name, 'givenName'), attribute(name, 'familyName')].map(textOf)
  return textOf(parts.filter((part) => part !== null).join(' '))
}

/** Undefined where it is no reference. */
function managerOf(value: unknown): string | null | undefined {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'string') return value
  const id = attribute(value, 'value')
  if (id === undefined || id === null || id === '') return null
  return typeof id === 'string' ? id : undefined
}

/** Attributes of RFC 7643 that a directory may send and of which nothing is kept. */
const NOT_KEPT = [
  ...['nickname', 'profileurl', 'title', 'usertype', 'preferredlanguage', 'locale', 'timezone', 'password'],
  ...[
    'emails',
    'phonenumbers',
    'ims',
    'photos',
    'addresses',
    'groups',
    'entitlements',
    'roles',
    'x509certificates',
  ],
  ...['schemas', 'id', 'meta'],
]
const NOT_KEPT_OF_ENTERPRISE = ['employeenumber', 'costcenter', 'organization', 'division', 'department']

const MOST_OPERATIONS = 1000

export interface PatchOperation {
  op: 'add' | 'replace' | 'remove'
  path: string | null
  value: unknown
}

export function readOperations(body: unknown): Result<PatchOperation[], ScimFailure> {
  const list = attribute(body, 'Operations')
  const wrong = (detail: string) => fail({ status: 400, scimType: 'invalidSyntax', detail } as const)
  if (!Array.isArray(list) || list.length === 0) return wrong('Operations is a list of at least one.')
  if (list.length > MOST_OPERATIONS) return wrong(`There are more than ${MOST_OPERATIONS} operations.`)
  const operations: PatchOperation[] = []
  for (const one of list) {
    const op = String(attribute(one, 'op') ?? '').toLowerCase()
    const path = attribute(one, 'path')
    if (op !== 'add' && op !== 'replace' && op !== 'remove') return wrong('op is add, replace or remove.')
    if (path !== undefined && path !== null && typeof path !== 'string') return wrong('path is a text.')
    if (op === 'remove' && (path === undefined || path === null))
      return fail({ status: 400, scimType: 'noTarget', detail: 'A remove says what in path.' })
    operations.push({ op, path: typeof path === 'string' ? path : null, value: attribute(one, 'value') })
  }
  return succeed(operations)
}

export function patchUser(before: UserDraft, operations: readonly PatchOperation[]): Draft {
  let draft: Draft = succeed(before)
  for (const operation of operations) {
    if (!draft.ok) return draft
    draft =
      operation.path === null ? patchWhole(draft.value, operation.value) : patchPath(draft.value, operation)
  }
  return draft
}

/** Without a path the value holds attributes, or paths as their names. What it does not know is passed over. */
function patchWhole(draft: UserDraft, value: unknown): Draft {
  if (!isObject(value)) return fail(invalidValue('Without a path the value holds attributes.'))
  let next: Draft = succeed(draft)
  for (const [path, one] of Object.entries(value)) {
    if (!next.ok) return next
    if (path.toLowerCase() === SCIM.enterprise.toLowerCase()) {
      if (attribute(one, 'manager') === undefined) continue
      const manager = attribute(one, 'manager')
      next = patchPath(next.value, { op: 'replace', path: `${SCIM.enterprise}:manager`, value: manager })
      continue
    }
    const patched = patchPath(next.value, { op: 'replace', path, value: one })
    if (patched.ok || patched.failure.scimType !== 'invalidPath') next = patched
  }
  return next
}

function patchPath(draft: UserDraft, { op, path: text, value }: PatchOperation): Draft {
  const path = parsePath(text ?? '')
  if (!path.ok) return path
  const given = op === 'remove' ? null : value
  const name = path.value.attribute.toLowerCase()
  if (name.startsWith('urn:')) return patchEnterprise(draft, name, given)
  if (NOT_KEPT.includes(name)) return succeed(draft)
  if (path.value.filter !== null) return unknownPath(text)
  switch (name) {
    case 'username': {
      const userName = textOf(given)
      return userName === null
        ? fail(invalidValue('userName is a text of at most 200 characters.'))
        : succeed({ ...draft, userName })
    }
    case 'externalid': {
      const externalId = textOf(given)
      if (externalId === null && given !== null && given !== '')
        return fail(invalidValue('externalId is a text of at most 200 characters.'))
      return succeed({ ...draft, externalId })
    }
    case 'displayname':
      return succeed({ ...draft, displayName: textOf(given) ?? draft.displayName })
    case 'active': {
      const active = booleanOf(given)
      return active === null ? fail(invalidValue('active is true or false.')) : succeed({ ...draft, active })
    }
    case 'name':
      return succeed({ ...draft, displayName: patchedName(draft.displayName, path.value, given) })
    default:
      return unknownPath(text)
  }
}

function unknownPath(path: string | null): Draft {
  return fail({
    status: 400,
    scimType: 'invalidPath',
    detail: `There is no ${String(path).slice(0, 100)} here.`,
  })
}

function patchEnterprise(draft: UserDraft, name: string, given: unknown): Draft {
  const prefix = `${SCIM.enterprise.toLowerCase()}:`
  const own = name.startsWith(prefix) ? name.slice(prefix.length) : ''
  if (NOT_KEPT_OF_ENTERPRISE.includes(own)) return succeed(draft)
  if (own !== 'manager' && own !== 'manager.value')
    return own === 'manager.displayname' ? succeed(draft) : unknownPath(name)
  const managerId = managerOf(given)
  if (managerId === undefined) return fail(invalidValue('manager holds the id of a user in value.'))
  return succeed({ ...draft, managerId })
}

/** One name is kept; the parts of it that a directory changes are taken as its first words and its last. */
function patchedName(before: string, path: Path, given: unknown): string {
  if (path.sub === null) return nameOf(given) ?? before
  const text = textOf(given)
  if (text === null) return before
  const words = before.split(' ')
  const last = words.at(-1) ?? ''
  if (path.sub.toLowerCase() === 'formatted') return text
  if (path.sub.toLowerCase() === 'givenname') return words.length < 2 ? text : `${text} ${last}`
  if (path.sub.toLowerCase() === 'familyname')
    return words.length < 2 ? `${before} ${text}` : `${words.slice(0, -1).join(' ')} ${text}`
  return before
}
