// Random organisations that share a server, and whose ids and shapes collide, from a seed.
import type { AccessFacts, Rule } from '../../src/core/access/rule.ts'
import { ADMIN_SCOPES, type Viewer, visitor } from '../../src/core/access/viewer.ts'
import type { Asker, Thing, World } from './oracle.ts'

export interface Chance {
  /** A whole number below `most`. */
  below(most: number): number
  oneOf<Value>(values: readonly Value[]): Value
  /** True about once in so many times. */
  onceIn(times: number): boolean
}

/** Numbers from a seed (mulberry32), so that a run that failed can be repeated. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    below,
    oneOf: (values) => values[below(values.length)] as (typeof values)[number],
    onceIn: (times) => below(times) === 0,
  }
}

const ORGS = ['org-1', 'org-2', 'org-3']
/** The same ids in each organisation, so that a forgotten organisation lets somebody in. */
const PEOPLE = ['p-1', 'p-2', 'p-3', 'p-4', 'p-5']
const KEPT = ['k-1', 'k-2']
const TODAY = '2026-03-01'
/** Today, its neighbours, and days far off: a day too early or too late shows here. */
const DAYS = ['2025-01-01', '2026-02-27', '2026-02-28', TODAY, '2026-03-02', '2027-01-01']

export function randomWorld(chance: Chance): World {
  const each = <Line>(most: number, make: () => Line) => Array.from({ length: chance.below(most + 1) }, make)
  return {
    today: TODAY,
    manages: each(14, () => ({
      orgId: chance.oneOf(ORGS),
      managerId: chance.oneOf(PEOPLE),
      personId: chance.oneOf(PEOPLE),
      from: chance.oneOf(DAYS),
      until: chance.onceIn(2) ? null : chance.oneOf(DAYS),
    })),
    grants: each(10, () => ({
      orgId: chance.oneOf(ORGS),
      personId: chance.oneOf(PEOPLE),
      grant: chance.oneOf(ADMIN_SCOPES),
    })),
    lastDay: each(2, () => ({
      orgId: chance.oneOf(ORGS),
      personId: chance.oneOf(PEOPLE),
      day: chance.oneOf(DAYS),
    })),
  }
}

export function randomAsker(chance: Chance): Asker {
  return { orgId: chance.oneOf(ORGS), personId: chance.onceIn(12) ? null : chance.oneOf(PEOPLE) }
}

/** Mostly of the asker's organisation, because the others decide quickly. `isOwn`: owner and subject are the same person. */
export function randomThing(chance: Chance, world: World, asker: Asker, isOwn: boolean): Thing {
  const managed = world.manages.filter(
    (line) => line.orgId === asker.orgId && line.managerId === asker.personId,
  )
  // Often about somebody whom the asker manages, managed or will manage, because others decide quickly.
  const report = managed.length > 0 && chance.onceIn(2) ? chance.oneOf(managed).personId : null
  const ownerId = isOwn && report !== null ? report : chance.oneOf(PEOPLE)
  const isReleased = chance.onceIn(2)
  return {
    orgId: chance.onceIn(3) ? chance.oneOf(ORGS) : asker.orgId,
    ownerId,
    subjectId: isOwn ? ownerId : (report ?? chance.oneOf([...PEOPLE, ...KEPT])),
    givenToId: chance.onceIn(3) ? null : chance.oneOf(PEOPLE),
    isWithdrawn: !isReleased,
    isGiven: isReleased,
    isShownToManager: chance.onceIn(2),
  }
}

/** The viewer whom the program would make of somebody; null for whoever is not let in. */
export function viewerOf(world: World, asker: Asker): Viewer | null {
  const { orgId, personId } = asker
  if (personId === null) return visitor(orgId)
  const isTheirs = (one: { orgId: string; personId: string }) =>
    one.orgId === orgId && one.personId === personId
  if (world.lastDay.some((one) => isTheirs(one) && one.day < world.today)) return null
  return {
    orgId,
    personId,
    adminOf: world.grants.filter(isTheirs).map(({ grant }) => grant),
    reports: world.manages
      .filter((line) => line.orgId === orgId && line.managerId === personId)
      .map(({ personId: id, from, until }) => ({ personId: id, from, until })),
  }
}

export function factsOf(thing: Thing): AccessFacts {
  return {
    orgId: thing.orgId,
    ownerId: thing.ownerId,
    subjectId: thing.subjectId,
    recipientId: thing.givenToId,
    // A handover is withdrawn, a rating is given: one fact stands for both.
    releasedAt: thing.isGiven && !thing.isWithdrawn ? '2026-01-01T00:00:00.000Z' : null,
    audience: thing.isShownToManager ? 'manager' : 'owner',
  }
}

/** What decides: the rules by noun and action, and how a rule is applied. */
export interface Policy {
  rules: Record<string, Record<string, Rule>>
  evaluate(rule: Rule, viewer: Viewer, facts: AccessFacts): boolean
  viewerOf(world: World, asker: Asker): Viewer | null
}
