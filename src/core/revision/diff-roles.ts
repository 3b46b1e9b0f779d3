// Roles that are new, gone, renamed or changed, and the moves between those that stayed.

import type { Framework, Move, Role } from '../framework/framework.ts'
import type { Change, Named, Pairing } from './framework-diff.ts'
import { pairParts } from './pair-parts.ts'

export function pairRoles(before: Framework, after: Framework): Pairing {
  const textOf = (role: Role) => `${role.name} ${role.name} ${role.purpose ?? ''} ${role.scope ?? ''}`
  return pairParts(before.roles, after.roles, { before: textOf, after: textOf })
}

export interface RoleNaming {
  path: (id: string) => string
  skill: (id: string) => string
  weekPart: (id: string) => string
}

/** Complete by its type: a new field of Role does not compile until it has words here. */
const ROLE_FIELDS: Record<
  Exclude<keyof Role, 'id' | 'name'>,
  { name: string; say: (role: Role, naming: RoleNaming) => string }
> = {
  code: { name: 'code', say: (role) => role.code },
  path: { name: 'path', say: (role, naming) => naming.path(role.path) },
  band: { name: 'band', say: (role) => (role.band === undefined ? '' : String(role.band)) },
  purpose: { name: 'purpose', say: (role) => role.purpose ?? '' },
  scope: { name: 'scope', say: (role) => role.scope ?? '' },
  usualStay: {
    name: 'usual stay',
    say: ({ usualStay: stay }) =>
      stay === undefined ? '' : `${stay.text}${stay.years ? ` (${stay.years.join(' to ')} years)` : ''}`,
  },
  week: {
    name: 'typical week',
    say: (role, naming) =>
      Object.entries(role.week ?? {})
        .map(([part, percent]) => `${naming.weekPart(part)} ${percent}%`)
        .toSorted()
        .join(', '),
  },
  tags: { name: 'tags', say: (role) => role.tags.join(', ') },
  mustHaves: {
    name: 'must-haves',
    say: (role, naming) => (role.mustHaves ?? []).map(naming.skill).join(', '),
  },
  preset: { name: 'where people start', say: (role) => (role.preset ? 'yes' : 'no') },
}

export interface RoleDiffInput {
  before: Framework
  after: Framework
  roles: Pairing
  naming: { before: RoleNaming; after: RoleNaming }
}

export function diffRoles({ before, after, roles, naming }: RoleDiffInput): Change[] {
  const old = new Map(before.roles.map((role) => [role.id, role]))
  const gone = before.roles
    .filter((role) => !roles.after.has(role.id))
    .map((role): Change => ({ kind: 'role-removed', role: named(role), skills: asked(before, role.id) }))
  const rest = after.roles.flatMap((role): Change[] => {
    const was = old.get(roles.before.get(role.id) ?? '')
    if (was === undefined) return [{ kind: 'role-added', role: named(role), skills: asked(after, role.id) }]
    const match = roles.match.get(role.id) ?? { by: 'id' }
    const isRenamed = was.id !== role.id || was.name !== role.name
    const changed = Object.values(ROLE_FIELDS)
      .map((field) => ({
        field: field.name,
        before: field.say(was, naming.before),
        after: field.say(role, naming.after),
      }))
      .filter((one) => one.before !== one.after)
    return [
      ...(isRenamed
        ? [{ kind: 'role-renamed', before: named(was), role: named(role), match } satisfies Change]
        : []),
      ...changed.map((one): Change => ({ kind: 'role-changed', role: named(role), ...one })),
    ]
  })
  return [...gone, ...rest]
}

function asked(framework: Framework, roleId: string): number {
  return Object.values(framework.expectations[roleId] ?? {}).filter((one) => one.weight > 0).length
}

/** Complete by its type, as above. */
const MOVE_FIELDS: Record<
  Exclude<keyof Move, 'from' | 'to'>,
  { name: string; say: (move: Move) => string }
> = {
  kind: { name: 'kind', say: (move) => move.kind },
  changes: { name: 'what changes', say: (move) => move.changes ?? '' },
  hard: { name: 'what is hard', say: (move) => move.hard ?? '' },
  back: {
    name: 'the way back',
    say: ({ back }) =>
      back === undefined
        ? ''
        : [
            back.ease,
            back.note,
            back.easyUntilYears === undefined ? undefined : `easy until ${back.easyUntilYears} years`,
            back.hardAfterYears === undefined ? undefined : `hard after ${back.hardAfterYears} years`,
          ]
            .filter((one) => one !== undefined)
            .join('; '),
  },
  trial: { name: 'how to try it', say: (move) => move.trial ?? '' },
}

/** Moves from or to a role that is new or gone are told with the role. */
export function diffMoves(before: Framework, after: Framework, roles: Pairing): Change[] {
  const nameIn = (framework: Framework) => {
    const names = new Map(framework.roles.map((role) => [role.id, role.name]))
    return (id: string): Named => ({ id, name: names.get(id) ?? id })
  }
  const [oldName, newName] = [nameIn(before), nameIn(after)]
  const key = (from: string | undefined, to: string | undefined) => `${from ?? ''}\n${to ?? ''}`
  const old = new Map(
    before.moves
      .filter((move) => roles.after.has(move.from) && roles.after.has(move.to))
      .map((move) => [key(roles.after.get(move.from), roles.after.get(move.to)), move]),
  )
  const fresh = after.moves.filter((move) => roles.before.has(move.from) && roles.before.has(move.to))
  const kept = new Set(fresh.map((move) => key(move.from, move.to)))
  const removed = [...old]
    .filter(([pair]) => !kept.has(pair))
    .map(([, move]): Change => ends('move-removed', move, oldName))
  const rest = fresh.flatMap((move): Change[] => {
    const was = old.get(key(move.from, move.to))
    if (was === undefined) return [ends('move-added', move, newName)]
    return Object.values(MOVE_FIELDS)
      .map((field) => ({ field: field.name, before: field.say(was), after: field.say(move) }))
      .filter((one) => one.before !== one.after)
      .map(
        (one): Change => ({ kind: 'move-changed', from: newName(move.from), to: newName(move.to), ...one }),
      )
  })
  return [...removed, ...rest]
}

function ends(kind: 'move-added' | 'move-removed', move: Move, name: (id: string) => Named): Change {
  return { kind, from: name(move.from), to: name(move.to), move }
}

function named({ id, name }: Named): Named {
  return { id, name }
}
