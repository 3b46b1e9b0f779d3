// What may not be in a list of people: circles of management, lines that overlap, managers who have left.
import { earlier } from './days.ts'
import { isTakenBack, type ListedPerson, type PeopleList, type PlaceLine } from './people-list.ts'

export interface PeopleProblem {
  personId: string
  kind:
    | 'circle'
    | 'overlap'
    | 'manager-gone'
    | 'unknown-manager'
    | 'unknown-team'
    | 'team-ended'
    | 'after-leaving'
  /** The other person or team that it is about. */
  otherId: string
  /** The first day on which it would be so. */
  day: string
}

/** The first problem of each of these people, by what would hold after a change. */
export function problemsOfPeople(list: PeopleList, personIds: Iterable<string>): PeopleProblem[] {
  const problems: PeopleProblem[] = []
  for (const id of personIds) {
    const person = list.people.get(id)
    const problem = person === undefined ? null : problemOfPerson(list, person)
    if (problem !== null) problems.push(problem)
  }
  return problems
}

function problemOfPerson(list: PeopleList, person: ListedPerson): PeopleProblem | null {
  const lines = person.lines.filter((line) => !isTakenBack(line))
  for (const line of lines) {
    const problem = problemOfLine(list, person, line) ?? overlapOf(person.id, line, lines)
    if (problem !== null) return problem
  }
  return null
}

function problemOfLine(list: PeopleList, person: ListedPerson, line: PlaceLine): PeopleProblem | null {
  const about = { personId: person.id, otherId: line.value }
  if (person.leftOn !== null && (line.until === null || line.until > person.leftOn))
    return { ...about, kind: 'after-leaving', day: person.leftOn }
  if (line.kind === 'team') {
    const team = list.teams.get(line.value)
    if (team === undefined) return { ...about, kind: 'unknown-team', day: line.from }
    const isLonger = team.endedOn !== null && (line.until === null || line.until > team.endedOn)
    return isLonger ? { ...about, kind: 'team-ended', day: team.endedOn ?? line.from } : null
  }
  if (line.kind === 'role') return null
  const manager = list.people.get(line.value)
  if (manager === undefined) return { ...about, kind: 'unknown-manager', day: line.from }
  if (manager.leftOn !== null && (line.until === null || line.until > manager.leftOn))
    return { ...about, kind: 'manager-gone', day: manager.leftOn }
  const day = circleDay(list, person.id, line)
  return day === null ? null : { ...about, kind: 'circle', day }
}

/** Several teams at once are fine; the same one twice is not, nor two managers or two roles. */
function overlapOf(personId: string, line: PlaceLine, lines: readonly PlaceLine[]): PeopleProblem | null {
  const other = lines.find(
    (one) =>
      one.id !== line.id &&
      one.kind === line.kind &&
      (one.kind !== 'team' || one.value === line.value) &&
      one.from <= line.from &&
      (one.until === null || one.until >= line.from),
  )
  return other === undefined ? null : { personId, kind: 'overlap', otherId: other.value, day: line.from }
}

/** The first day on which somebody would manage themselves over the managers of managers; null where there is none. */
function circleDay(list: PeopleList, personId: string, line: PlaceLine): string | null {
  const seen = new Set<string>()
  const up = (managerId: string, from: string, until: string | null): string | null => {
    if (managerId === personId) return from
    const key = `${managerId} ${from} ${until}`
    if (seen.has(key)) return null
    seen.add(key)
    let first: string | null = null
    for (const next of list.people.get(managerId)?.lines ?? []) {
      if (next.kind !== 'manager' || isTakenBack(next)) continue
      const start = next.from > from ? next.from : from
      const end = earlier(next.until, until)
      if (end !== null && end < start) continue
      first = earlier(first, up(next.value, start, end))
    }
    return first
  }
  return up(line.value, line.from, line.until)
}
