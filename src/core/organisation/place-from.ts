// Lets a team, a manager or a role hold from a day on: what held then ends the day before, what is planned later stays.
import { addDays, earlier } from './days.ts'
import { type Effect, isTakenBack, type LineKind, type ListedPerson, type PlaceLine } from './people-list.ts'

export interface NewPlace {
  kind: LineKind
  /** Null: none from that day on. */
  value: string | null
  from: string
  /** The id of the new line. */
  id: string
  today: string
}

/** Nothing where it holds already. */
export function placeFrom(person: ListedPerson, place: NewPlace): Effect[] {
  const { kind, value, from, today } = place
  const lines = person.lines.filter((line) => line.kind === kind && !isTakenBack(line))
  const held = lines.filter((line) => line.from <= from && (line.until === null || from <= line.until))
  if (value !== null && held.some((line) => line.value === value) && held.length === 1) return []
  const effects = held.filter((line) => line.value !== value).map((line) => endLine(line, addDays(from, -1)))
  if (value === null || held.some((line) => line.value === value)) return effects
  const next = lines.find((line) => line.from > from)
  const untilNext = next === undefined ? null : addDays(next.from, -1)
  // History that is put right ends where it ended before. What is yet to end ends for a reason of its own, such as a
  // manager who leaves, and what comes in its place goes on.
  const last = held.every((line) => line.until !== null) ? lastOf(held) : null
  const ended = last !== null && last < today ? last : null
  const until = earlier(earlier(ended, untilNext), person.leftOn)
  return [
    ...effects,
    { kind: 'line', line: { id: place.id, kind, value, from }, before: null, after: { until } },
  ]
}

function lastOf(lines: readonly PlaceLine[]): string | null {
  return lines.reduce<string | null>(
    (last, { until }) => (last === null || (until ?? '') > last ? until : last),
    null,
  )
}

export function endLine({ until, ...line }: PlaceLine, day: string): Effect {
  return { kind: 'line', line, before: { until }, after: { until: lastDayOf(line, day) } }
}

/** The last day of a line that a day ends. One whose last day lies before its first never held. */
export function lastDayOf({ from }: Pick<PlaceLine, 'from'>, day: string): string {
  return day < from ? addDays(from, -1) : day
}
