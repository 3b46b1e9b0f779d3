// What ended with somebody's last day goes on as it was planned before, where that day is taken away or moved.
import { addDays, earlier } from './days.ts'
import {
  type Effect,
  isTakenBack,
  type ListedPerson,
  type MemberEffects,
  type PeopleList,
  type PlaceLine,
} from './people-list.ts'
import { lastDayOf } from './place-from.ts'

/**
 * What each change did to a leaver and to the people who report to them, newest first and down to the one that noted a
 * last day.
 */
export type SinceLeaving = readonly (readonly MemberEffects[])[]

interface Done {
  effects: readonly Effect[]
}

/** The change that noted the last day which somebody has now, and which perhaps was moved since; newest first. */
export function leavingAmong<Change extends Done>(changes: readonly Change[]): Change | null {
  const noted = changes.find(({ effects }) =>
    effects.some(
      (effect) => effect.kind === 'left' && effect.before.leftOn === null && effect.after.leftOn !== null,
    ),
  )
  return noted ?? null
}

/** The last day that somebody had before the one they have now; null where they were to stay. */
export function lastDayBefore(leaver: ListedPerson, changes: readonly Done[]): string | null {
  for (const effect of changes.flatMap(({ effects }) => effects))
    if (
      effect.kind === 'left' &&
      effect.after.leftOn === leaver.leftOn &&
      effect.after.closedAt === leaver.closedAt
    )
      return effect.before.leftOn
  return null
}

/**
 * The lines of a leaver, and those of the people who report to them, as if the last day had not been noted. A line that
 * nothing since has touched ended for another reason.
 */
export function goOn(
  list: PeopleList,
  leaver: ListedPerson,
  since: SinceLeaving | undefined,
): MemberEffects[] {
  const { leftOn } = leaver
  if (leftOn === null || since === undefined) return []
  const people = new Map(list.people).set(leaver.id, { ...leaver, leftOn: null })
  const changes: MemberEffects[] = []
  for (const person of people.values()) {
    const ended = person.lines
      .filter((line) => person.id === leaver.id || (line.kind === 'manager' && line.value === leaver.id))
      .filter((line) => line.until === lastDayOf(line, leftOn))
    const effects = ended.flatMap((line) =>
      longer({ ...list, people }, person, line, untilBefore(person.id, line, { leaver, since })),
    )
    if (effects.length > 0) changes.push({ personId: person.id, effects })
  }
  return changes
}

/**
 * Until when a line was to hold before it ended with the last day of the leaver, also where that day was moved; undefined
 * where it ended for another reason. It ended with the last day if that was its last day when it was ended.
 */
function untilBefore(
  personId: string,
  { id, from, until }: PlaceLine,
  { leaver, since }: { leaver: ListedPerson; since: SinceLeaving },
): string | null | undefined {
  let [before, isTouched, leftOn] = [until, false, leaver.leftOn]
  for (const change of since) {
    const ends = effectsOn(change, personId)
      .toReversed()
      .flatMap((effect) => (effect.kind === 'line' && effect.line.id === id ? [effect] : []))
    for (const end of ends) {
      if (end.after.until !== before || leftOn === null || before !== lastDayOf({ from }, leftOn)) break
      // A line that was added since ended on the last day from the beginning.
      before = end.before?.until ?? null
      isTouched = true
    }
    const left = effectsOn(change, leaver.id).find(({ kind }) => kind === 'left')
    if (left?.kind === 'left') leftOn = left.before.leftOn
  }
  return isTouched ? before : undefined
}

function effectsOn(change: readonly MemberEffects[], personId: string): Effect[] {
  return change.filter((one) => one.personId === personId).flatMap(({ effects }) => effects)
}

/** Only as far as what begins later, and the ends of the team, the manager and the person let it. */
function longer(
  { people, teams }: PeopleList,
  person: ListedPerson,
  { until, ...line }: PlaceLine,
  wanted: string | null | undefined,
): Effect[] {
  if (wanted === undefined) return []
  const next = person.lines
    .filter((one) => one.kind === line.kind && (one.kind !== 'team' || one.value === line.value))
    .find((one) => one.from > line.from && !isTakenBack(one))
  const last = [
    wanted,
    person.leftOn,
    next === undefined ? null : addDays(next.from, -1),
    (line.kind === 'team' ? teams.get(line.value)?.endedOn : null) ?? null,
    (line.kind === 'manager' ? people.get(line.value)?.leftOn : null) ?? null,
  ].reduce(earlier)
  if (last !== null && (until === null || last <= until)) return []
  return [{ kind: 'line', line, before: { until }, after: { until: last } }]
}
