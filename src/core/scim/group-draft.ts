// What a directory says of a team, and what a PATCH makes of it.
import { fail, type Result, succeed } from '../result.ts'
import { matches, parsePath } from './parse-filter.ts'
import { attribute, invalidValue, isObject, type ScimFailure, textOf } from './scim-value.ts'
import type { PatchOperation } from './user-draft.ts'

export interface GroupDraft {
  displayName: string
  /** Ids of users, each once. */
  members: string[]
}

type Draft = Result<GroupDraft, ScimFailure>

export function readGroup(body: unknown): Draft {
  const displayName = textOf(attribute(body, 'displayName'))
  if (displayName === null) return fail(invalidValue('displayName is a text of at most 200 characters.'))
  const members = readMembers(attribute(body, 'members') ?? [])
  return members.ok ? succeed({ displayName, members: members.value }) : members
}

const MOST_MEMBERS = 20_000

function readMembers(value: unknown): Result<string[], ScimFailure> {
  const list = Array.isArray(value) ? value : [value]
  if (list.length > MOST_MEMBERS) return fail(invalidValue(`A team has at most ${MOST_MEMBERS} members.`))
  const ids = new Set<string>()
  for (const one of list) {
    const id = typeof one === 'string' ? one : attribute(one, 'value')
    if (typeof id !== 'string') return fail(invalidValue('A member holds the id of a user in value.'))
    ids.add(id)
  }
  return succeed([...ids])
}

export function patchGroup(before: GroupDraft, operations: readonly PatchOperation[]): Draft {
  let draft: Draft = succeed(before)
  for (const operation of operations) {
    if (!draft.ok) return draft
    draft = operation.path === null ? patchWhole(draft.value, operation) : patchPath(draft.value, operation)
  }
  return draft
}

function patchWhole(draft: GroupDraft, { op, value }: PatchOperation): Draft {
  if (!isObject(value)) return fail(invalidValue('Without a path the value holds attributes.'))
  let next: Draft = succeed(draft)
  for (const name of ['displayName', 'members']) {
    const one = attribute(value, name)
    if (one !== undefined && next.ok) next = patchPath(next.value, { op, path: name, value: one })
  }
  return next
}

function patchPath(draft: GroupDraft, { op, path: text, value }: PatchOperation): Draft {
  const path = parsePath(text ?? '')
  if (!path.ok) return path
  const name = path.value.attribute.toLowerCase()
  if (['schemas', 'id', 'meta', 'externalid'].includes(name)) return succeed(draft)
  if (name === 'displayname') {
    const displayName = textOf(value)
    return displayName === null || op === 'remove'
      ? fail(invalidValue('displayName is a text of at most 200 characters.'))
      : succeed({ ...draft, displayName })
  }
  if (name !== 'members')
    return fail({
      status: 400,
      scimType: 'invalidPath',
      detail: `There is no ${String(text).slice(0, 100)} here.`,
    })
  const { filter } = path.value
  if (filter !== null) {
    if (op !== 'remove')
      return fail({
        status: 400,
        scimType: 'mutability',
        detail: 'Members are added and removed, not changed.',
      })
    return succeed({ ...draft, members: draft.members.filter((id) => !matches(filter, { value: id })) })
  }
  if (op === 'remove' && value === undefined) return succeed({ ...draft, members: [] })
  const members = readMembers(value ?? [])
  if (!members.ok) return members
  const given = new Set(members.value)
  if (op === 'remove') return succeed({ ...draft, members: draft.members.filter((id) => !given.has(id)) })
  return succeed({
    ...draft,
    members: op === 'add' ? [...new Set([...draft.members, ...given])] : [...given],
  })
}
