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

/** What was done to somebody, and when. */
interface Done {
  effects: readonly Effect[]
  madeAt: string
}

/** When the last day was noted that somebody has now, and perhaps was moved since; `changes` come newest first. */
export function leavingNotedAt(changes: readonly Done[]): string | null {
  const noted = changes.find(({ effects }) =>
    effects.some(
      (effect) => effect.kind === 'left' && effect.before.leftOn === null && effect.after.leftOn !== null,
    ),
  )
  return noted?.madeAt ?? null
}

/**
 * The lines of a leaver, and those of the people who report to them, as if the last day had not been noted. `since` is
 * what was done to all of them since then, newest first: a line that it does not name ended for another reason.
 */
export function goOn(
  list: PeopleList,
  leaver: ListedPerson,
  since: readonly MemberEffects[],
): MemberEffects[] {
  const { leftOn } = leaver
  if (leftOn === null || since.length === 0) return []
  const people = new Map(list.people).set(leaver.id, { ...leaver, leftOn: null })
  const changes: MemberEffects[] = []
  for (const person of people.values()) {
    const theirs = since
      .filter(({ personId }) => personId === person.id)
      .flatMap(({ effects }) => effects.toReversed())
    const effects = person.lines
      .filter((line) => person.id === leaver.id || (line.kind === 'manager' && line.value === leaver.id))
      .filter((line) => line.until === lastDayOf(line, leftOn))
      .flatMap((line) => longer({ ...list, people }, person, line, untilBefore(line, theirs)))
    if (effects.length > 0) changes.push({ personId: person.id, effects })
  }
  return changes
}

/** Until when a line was to hold; undefined where nothing since has ended it. */
function untilBefore({ id, until }: PlaceLine, newestFirst: readonly Effect[]): string | null | undefined {
  let before: string | null | undefined
  let after = until
  for (const effect of newestFirst) {
    if (effect.kind !== 'line' || effect.line.id !== id || effect.after.until !== after) continue
    // A line that was added since ended on the last day from the beginning.
    before = effect.before === null ? null : effect.before.until
    after = before
  }
  return before
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
