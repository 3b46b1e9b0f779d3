// What a directory says of a person, as far as anything is kept of it; and what a PATCH makes of that.
import { fail, type Result, succeed } from '../result.ts'
import { parsePath } from './parse-filter.ts'
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

/** What one request says of a name, as far as it does. */
interface SaidName {
  displayName?: string
  formatted?: string
  givenName?: string
  familyName?: string
}

interface Patching extends UserDraft {
  said: SaidName
}

type Patched = Result<Patching, ScimFailure>

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
  let patched: Patched = succeed({ ...before, said: {} })
  for (const operation of operations) {
    if (!patched.ok) return patched
    const value: Patching = patched.value
    patched = operation.path === null ? patchWhole(value, operation.value) : patchPath(value, operation)
  }
  if (!patched.ok) return patched
  const { said, ...draft } = patched.value
  return succeed({ ...draft, displayName: nameAfter(before.displayName, said) })
}

/** Without a path the value holds attributes, or paths as their names. What it does not know is passed over. */
function patchWhole(draft: Patching, value: unknown): Patched {
  if (!isObject(value)) return fail(invalidValue('Without a path the value holds attributes.'))
  let next: Patched = succeed(draft)
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

function patchPath(draft: Patching, { op, path: text, value }: PatchOperation): Patched {
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
      return succeed({ ...draft, said: { ...draft.said, ...saidName({ displayName: given }) } })
    case 'active': {
      const active = booleanOf(given)
      return active === null ? fail(invalidValue('active is true or false.')) : succeed({ ...draft, active })
    }
    case 'name':
      return succeed({ ...draft, said: { ...draft.said, ...saidOfName(path.value.sub, given) } })
    default:
      return unknownPath(text)
  }
}

function unknownPath(path: string | null): Result<never, ScimFailure> {
  return fail({
    status: 400,
    scimType: 'invalidPath',
    detail: `There is no ${String(path).slice(0, 100)} here.`,
  })
}

function patchEnterprise(draft: Patching, name: string, given: unknown): Patched {
  const prefix = `${SCIM.enterprise.toLowerCase()}:`
  const own = name.startsWith(prefix) ? name.slice(prefix.length) : ''
  if (NOT_KEPT_OF_ENTERPRISE.includes(own)) return succeed(draft)
  if (own !== 'manager' && own !== 'manager.value')
    return own === 'manager.displayname' ? succeed(draft) : unknownPath(name)
  const managerId = managerOf(given)
  if (managerId === undefined) return fail(invalidValue('manager holds the id of a user in value.'))
  return succeed({ ...draft, managerId })
}

function saidOfName(sub: string | null, given: unknown): SaidName {
  const parts = ['formatted', 'givenName', 'familyName']
  if (sub === null) return saidName(Object.fromEntries(parts.map((part) => [part, attribute(given, part)])))
  const part = parts.find((one) => one.toLowerCase() === sub.toLowerCase())
  return part === undefined ? {} : saidName({ [part]: given })
}

/** What is no text says nothing. */
function saidName(given: { [Part in keyof SaidName]: unknown }): SaidName {
  return Object.fromEntries(
    Object.entries(given).flatMap(([part, value]) => {
      const text = textOf(value)
      return text === null ? [] : [[part, text]]
    }),
  )
}

/**
 * One name is kept: the one that is displayed, if the request says it, else the whole or both parts. A part alone takes
 * the place of the first words or of the last, unless the name begins or ends with it already.
 */
function nameAfter(before: string, { displayName, formatted, givenName, familyName }: SaidName): string {
  const whole = displayName ?? formatted
  if (whole !== undefined) return whole
  if (givenName !== undefined && familyName !== undefined)
    return textOf(`${givenName} ${familyName}`) ?? before
  const words = before.split(' ')
  if (givenName !== undefined) {
    if (`${before} `.startsWith(`${givenName} `)) return before
    return words.length < 2 ? givenName : `${givenName} ${words.at(-1)}`
  }
  if (familyName === undefined || ` ${before}`.endsWith(` ${familyName}`)) return before
  const kept = words.length < 2 ? words : words.slice(0, -1)
  // Words such as “van der” stand in the new family name as in the old one.
  const same = kept.findIndex((_, at) => `${familyName} `.startsWith(`${kept.slice(at).join(' ')} `))
  return [...(same === -1 ? kept : kept.slice(0, same)), familyName].join(' ')
}
