// The organisation's list of people with every dated line, what a change does to it, and how that is taken back.
import { addDays } from './days.ts'
import type { Period, Team } from './member.ts'

export type LineKind = 'team' | 'manager' | 'role'

/** A dated line of one person: a team, a manager, or the role held. */
export interface PlaceLine extends Period {
  id: string
  kind: LineKind
  /** The id of the team or the manager; of a role the framework and the role, parted by a slash. */
  value: string
}

export interface ListedPerson {
  id: string
  displayName: string
  leftOn: string | null
  /** From this moment nobody gets in as them. */
  closedAt: string | null
  /** What other programs call them. */
  userName: string | null
  externalId: string | null
  /** In the order of their first days. */
  lines: PlaceLine[]
}

export interface PeopleList {
  people: ReadonlyMap<string, ListedPerson>
  teams: ReadonlyMap<string, Team>
}

export interface Key {
  userName: string | null
  externalId: string | null
}

export interface Leave {
  leftOn: string | null
  closedAt: string | null
}

/** One thing that a change did to one person, with what was before, so that it can be taken back. */
export type Effect =
  | { kind: 'added'; displayName: string }
  | { kind: 'name'; before: string; after: string }
  | { kind: 'left'; before: Leave; after: Leave }
  | { kind: 'key'; before: Key; after: Key }
  /** `before` is null for a line that was not there. */
  | {
      kind: 'line'
      line: Pick<PlaceLine, 'id' | 'kind' | 'value' | 'from'>
      before: { until: string | null } | null
      after: { until: string | null }
    }

export interface MemberEffects {
  personId: string
  effects: Effect[]
}

export function roleValue(frameworkId: string, role: string): string {
  return `${frameworkId}/${role}`
}

export function roleOf(value: string): { frameworkId: string; role: string } {
  const [frameworkId = '', role = ''] = value.split('/')
  return { frameworkId, role }
}

/** Whether somebody whose last day was over is here again. */
export function comesBack(before: Leave | undefined, after: Leave | undefined, today: string): boolean {
  return hasLeft(before, today) && after !== undefined && !hasLeft(after, today)
}

function hasLeft(leave: Leave | undefined, today: string): boolean {
  return leave !== undefined && leave.leftOn !== null && leave.leftOn < today
}

/** A line that never held: it was taken back. */
export function isTakenBack({ from, until }: Period): boolean {
  return until !== null && until < from
}

/** The line of a kind that holds on a day; of several teams the one that began last. */
export function lineOn(person: ListedPerson, kind: LineKind, day: string): PlaceLine | null {
  return linesOn(person, kind, day).at(-1) ?? null
}

export function linesOn(person: ListedPerson, kind: LineKind, day: string): PlaceLine[] {
  return person.lines.filter(
    (line) => line.kind === kind && line.from <= day && (line.until === null || day <= line.until),
  )
}

/** The list after a change; what did not change is shared with the list before. */
export function applyEffects(list: PeopleList, changes: readonly MemberEffects[]): PeopleList {
  const people = new Map(list.people)
  for (const { personId, effects } of changes) {
    const before = people.get(personId) ?? newPerson(personId)
    people.set(personId, effects.reduce(applyEffect, before))
  }
  return { ...list, people }
}

function newPerson(id: string): ListedPerson {
  return { id, displayName: '', leftOn: null, closedAt: null, userName: null, externalId: null, lines: [] }
}

function applyEffect(person: ListedPerson, effect: Effect): ListedPerson {
  switch (effect.kind) {
    case 'added':
      return { ...person, displayName: effect.displayName }
    case 'name':
      return { ...person, displayName: effect.after }
    case 'left':
    case 'key':
      return { ...person, ...effect.after }
    case 'line': {
      const others = person.lines.filter(({ id }) => id !== effect.line.id)
      const lines = [...others, { ...effect.line, until: effect.after.until }]
      return { ...person, lines: lines.sort(byFirstDay) }
    }
  }
}

function byFirstDay(a: PlaceLine, b: PlaceLine): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** One entry for each person, with one effect for each line: from what was before the first to what is after the last. */
export function inOne(changes: readonly MemberEffects[]): MemberEffects[] {
  const found = new Map<string, Effect[]>()
  for (const { personId, effects } of changes) {
    const theirs = found.get(personId) ?? []
    found.set(personId, theirs)
    for (const effect of effects) {
      const at = theirs.findIndex((one) => isOfSameLine(one, effect))
      const known = theirs[at]
      if (known?.kind === 'line' && effect.kind === 'line') theirs[at] = { ...effect, before: known.before }
      else theirs.push(effect)
    }
  }
  return [...found].map(([personId, effects]) => ({ personId, effects: effects.filter(isAnything) }))
}

function isOfSameLine(one: Effect, other: Effect): boolean {
  return one.kind === 'line' && other.kind === 'line' && one.line.id === other.line.id
}

function isAnything(effect: Effect): boolean {
  return effect.kind !== 'line' || effect.before === null || effect.before.until !== effect.after.until
}

/**
 * What takes a change back, newest effect first. Null where something has changed since, so that taking it back would
 * undo more than it did. That somebody was added is not among it: whoever asks decides what becomes of them.
 */
export function takeBack(list: PeopleList, changes: readonly MemberEffects[]): MemberEffects[] | null {
  const back: MemberEffects[] = []
  for (const { personId, effects } of changes) {
    let person = list.people.get(personId)
    const theirs: Effect[] = []
    // One change may have done several things to a line: each is held against what the later ones leave of it.
    for (const effect of effects.toReversed()) {
      if (person === undefined || !isStill(person, effect, effects)) return null
      const undone = inverse(effect)
      person = undone.reduce(applyEffect, person)
      theirs.push(...undone)
    }
    back.push({ personId, effects: theirs })
  }
  return back
}

function isStill(person: ListedPerson, effect: Effect, all: readonly Effect[]): boolean {
  switch (effect.kind) {
    case 'added': {
      // Whoever was placed elsewhere meanwhile is more than what this change made of them.
      const made = new Set(all.map((one) => (one.kind === 'line' ? one.line.id : '')))
      return person.displayName === effect.displayName && person.lines.every(({ id }) => made.has(id))
    }
    case 'name':
      return person.displayName === effect.after
    case 'left':
      return person.leftOn === effect.after.leftOn && person.closedAt === effect.after.closedAt
    case 'key':
      return person.userName === effect.after.userName && person.externalId === effect.after.externalId
    case 'line':
      return person.lines.find(({ id }) => id === effect.line.id)?.until === effect.after.until
  }
}

function inverse(effect: Effect): Effect[] {
  switch (effect.kind) {
    case 'added':
      return []
    case 'name':
      return [{ kind: 'name', before: effect.after, after: effect.before }]
    case 'left':
      return [{ kind: 'left', before: effect.after, after: effect.before }]
    case 'key':
      return [{ kind: 'key', before: effect.after, after: effect.before }]
    case 'line': {
      const after = effect.before ?? { until: addDays(effect.line.from, -1) }
      return [{ kind: 'line', line: effect.line, before: effect.after, after }]
    }
  }
}
