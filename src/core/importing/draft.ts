// A framework while it is being put together: everything by name, nothing decided that the source leaves open.
import type { Assumption, Weight } from '../framework/framework.ts'
import { cut, keyOf, nameFrom, oneLine, readable } from './naming.ts'

export interface DraftPath {
  name: string
  about?: string
}

export interface DraftRole {
  name: string
  /** Key of its path. */
  path: string
  band?: number
  code?: string
  purpose?: string
}

export interface DraftStatement {
  text: string
  /** Keys of the roles it was written for; empty where it holds for everybody at the level. */
  roles: string[]
}

export interface DraftSkill {
  name: string
  /** Key of its group. */
  group: string
  definition: string
  /** By level, then by their words. */
  statements: Map<number, Map<string, DraftStatement>>
  reading: Map<number, string[]>
}

export interface DraftExpectation {
  level: number
  weight?: Weight
}

export interface Draft {
  name: string
  description: string
  levelNames: Map<number, string>
  /** How to tell that somebody is at a level. */
  levelTells: Map<number, string>
  bandNames: Map<number, string>
  paths: Map<string, DraftPath>
  groups: Map<string, DraftPath>
  roles: Map<string, DraftRole>
  skills: Map<string, DraftSkill>
  /** By key of the role, then of the skill. */
  expectations: Map<string, Map<string, DraftExpectation>>
  assumptions: Assumption[]
}

const LONGEST_ABOUT = 4000

export function newDraft(name: string, description = ''): Draft {
  return {
    name: nameFrom(name) || 'Framework',
    description: cut(oneLine(description), LONGEST_ABOUT),
    levelNames: new Map(),
    levelTells: new Map(),
    bandNames: new Map(),
    paths: new Map(),
    groups: new Map(),
    roles: new Map(),
    skills: new Map(),
    expectations: new Map(),
    assumptions: [],
  }
}

/** The key of a path, which is added where it is new; a first description stands. */
export function addPath(draft: Draft, name: string, about = ''): string {
  return addNamed(draft.paths, name, about)
}

export function addGroup(draft: Draft, name: string, about = ''): string {
  return addNamed(draft.groups, name, about)
}

function addNamed(things: Map<string, DraftPath>, name: string, about: string): string {
  const key = keyOf(name)
  const known = things.get(key) ?? { name: nameFrom(name) }
  if (about !== '' && known.about === undefined) known.about = cut(oneLine(about), LONGEST_ABOUT)
  things.set(key, known)
  return key
}

/** Two paths may have a role of the same name, so the key holds both. */
export function roleKey(path: string, name: string): string {
  return `${path}\n${keyOf(name)}`
}

/** `path` is a key. What is given fills in what is not known yet. */
export function addRole(
  draft: Draft,
  name: string,
  path: string,
  more: Partial<Omit<DraftRole, 'name' | 'path'>> = {},
): string {
  const key = roleKey(path, name)
  const purpose = cut(oneLine(more.purpose ?? ''), LONGEST_ABOUT)
  draft.roles.set(key, {
    name: nameFrom(name),
    path,
    ...more,
    ...(purpose === '' ? {} : { purpose }),
    ...draft.roles.get(key),
  })
  return key
}

/** `group` is a key. A first group and a first definition stand. */
export function addSkill(draft: Draft, name: string, group: string, definition = ''): string {
  const key = keyOf(name)
  const known = draft.skills.get(key)
  if (known === undefined) {
    draft.skills.set(key, {
      name: nameFrom(name),
      group,
      definition: readable(definition),
      statements: new Map(),
      reading: new Map(),
    })
  } else {
    if (known.definition === '') known.definition = readable(definition)
    if (known.group === '') known.group = group
  }
  return key
}

/** The same sentence at the same level is kept once, for all the roles it was written for. */
export function addStatement(draft: Draft, skill: string, level: number, text: string, role?: string): void {
  const own = draft.skills.get(skill)
  const words = oneLine(text)
  if (own === undefined || words === '') return
  const statements = own.statements.get(level) ?? new Map<string, DraftStatement>()
  own.statements.set(level, statements)
  const known = statements.get(words)
  if (known === undefined) statements.set(words, { text: words, roles: role === undefined ? [] : [role] })
  else if (role === undefined) known.roles = []
  else if (known.roles.length > 0 && !known.roles.includes(role)) known.roles.push(role)
}

export function addReading(draft: Draft, skill: string, level: number, title: string): void {
  const own = draft.skills.get(skill)
  if (own === undefined) return
  const list = own.reading.get(level) ?? []
  own.reading.set(level, list)
  if (!list.includes(title)) list.push(title)
}

/** False where the role asks for another level or weight of the skill already; the first one stands. */
export function addExpectation(
  draft: Draft,
  role: string,
  skill: string,
  expectation: DraftExpectation,
): boolean {
  const own = draft.expectations.get(role) ?? new Map<string, DraftExpectation>()
  draft.expectations.set(role, own)
  const known = own.get(skill)
  if (known === undefined) own.set(skill, expectation)
  return known === undefined || (known.level === expectation.level && known.weight === expectation.weight)
}

/** The highest level that anything in the draft has; at least 1. */
export function topOf(draft: Draft): number {
  let top = Math.max(1, ...draft.levelNames.keys())
  for (const own of draft.expectations.values())
    for (const { level } of own.values()) top = Math.max(top, level)
  for (const skill of draft.skills.values()) top = Math.max(top, ...skill.statements.keys())
  return top
}
