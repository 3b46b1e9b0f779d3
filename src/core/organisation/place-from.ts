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
}

/** Nothing where it holds already. */
export function placeFrom(person: ListedPerson, place: NewPlace): Effect[] {
  const { kind, value, from } = place
  const lines = person.lines.filter((line) => line.kind === kind && !isTakenBack(line))
  const held = lines.filter((line) => line.from <= from && (line.until === null || from <= line.until))
  if (value !== null && held.some((line) => line.value === value) && held.length === 1) return []
  const effects = held.filter((line) => line.value !== value).map((line) => endLine(line, addDays(from, -1)))
  if (value === null || held.some((line) => line.value === value)) return effects
  const next = lines.find((line) => line.from > from)
  const untilNext = next === undefined ? null : addDays(next.from, -1)
  // History that is put right ends where it ended before.
  const ended = held.length > 0 && held.every((line) => line.until !== null) ? lastOf(held) : null
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

/** A line whose last day lies before its first never held. */
export function endLine({ until, ...line }: PlaceLine, day: string): Effect {
  const last = day < line.from ? addDays(line.from, -1) : day
  return { kind: 'line', line, before: { until }, after: { until: last } }
}
