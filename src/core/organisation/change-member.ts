// Changes one person of the list: a command in, what it does to whom out, or what does not fit.
import { fail, type Result, succeed } from '../result.ts'
import { type PeopleProblem, problemsOfPeople } from './check-people.ts'
import { problemOfDay } from './days.ts'
import { goOn, type SinceLeaving } from './go-on.ts'
import {
  applyEffects,
  type Effect,
  inOne,
  isTakenBack,
  type Leave,
  type LineKind,
  type ListedPerson,
  type MemberEffects,
  type PeopleList,
} from './people-list.ts'
import { endLine, placeFrom } from './place-from.ts'
import { sayProblem } from './say-change.ts'

export type MemberCommand =
  | { kind: 'name'; displayName: string }
  | { kind: 'key'; userName: string | null; externalId: string | null }
  /** From that day on; null is none. */
  | { kind: LineKind; value: string | null; from: string }
  /** Their last day, or another one. `atOnce` ends their access now rather than at the end of that day. */
  | { kind: 'leave'; lastDay: string; atOnce: boolean }
  | { kind: 'return'; from: string }
  /** The last day, which is not over, is taken away; what ended with it goes on. */
  | { kind: 'stay' }

export interface ChangeFailure {
  /** The field of the command that does not fit. */
  field: string
  message: string
}

export interface ChangeNeeds {
  list: PeopleList
  /** The day of whoever changes it. */
  now: string
  newId: () => string
  /** For each person with a last day. */
  sinceLeaving?: ReadonlyMap<string, SinceLeaving>
  /** The caller looks for what may not be once everything is worked out. */
  unchecked?: boolean
}

export type MemberChange = Result<MemberEffects[], ChangeFailure>

/** An empty list of effects where it is so already. */
export function changeMember(personId: string, command: MemberCommand, needs: ChangeNeeds): MemberChange {
  const person = needs.list.people.get(personId)
  if (person === undefined) return fail({ field: 'id', message: 'Nobody of the list has this id.' })
  const changes = effectsOf(person, command, needs)
  if (!changes.ok) return changes
  const touched = changes.value.filter(({ effects }) => effects.length > 0)
  if (needs.unchecked === true) return succeed(touched)
  const after = applyEffects(needs.list, touched)
  const [problem] = problemsOfPeople(
    after,
    touched.map((one) => one.personId),
  )
  if (problem !== undefined)
    return fail({ field: fieldOf(problem, command), message: sayProblem(problem, after) })
  return succeed(touched)
}

function fieldOf(problem: PeopleProblem, command: MemberCommand): string {
  if (command.kind === 'leave') return 'lastDay'
  return problem.kind === 'after-leaving' || problem.kind === 'overlap' ? 'from' : 'value'
}

function effectsOf(person: ListedPerson, command: MemberCommand, needs: ChangeNeeds): MemberChange {
  switch (command.kind) {
    case 'name':
      return rename(person, command.displayName)
    case 'key': {
      const before = { userName: person.userName, externalId: person.externalId }
      const after = { userName: command.userName, externalId: command.externalId }
      const isSame = before.userName === after.userName && before.externalId === after.externalId
      return one(person, isSame ? [] : [{ kind: 'key', before, after }])
    }
    case 'leave':
      return leave(person, command, needs)
    case 'stay':
      return stay(person, needs)
    case 'return':
      return comeBack(person, command.from, needs)
    default:
      return place(person, command, needs)
  }
}

function one(person: ListedPerson, effects: Effect[]): MemberChange {
  return succeed([{ personId: person.id, effects }])
}

function rename(person: ListedPerson, displayName: string): MemberChange {
  const name = displayName.trim().replaceAll(/\s+/g, ' ')
  if (name === '') return fail({ field: 'displayName', message: 'Somebody on the list has a name.' })
  if (name === person.displayName) return one(person, [])
  return one(person, [{ kind: 'name', before: person.displayName, after: name }])
}

function place(
  person: ListedPerson,
  command: { kind: LineKind; value: string | null; from: string },
  { now, newId }: ChangeNeeds,
): MemberChange {
  const problem = problemOfDay(command.from, now.slice(0, 10))
  if (problem !== null) return fail({ field: 'from', message: problem })
  if (person.leftOn !== null && command.from > person.leftOn)
    return fail({
      field: 'from',
      message: `${person.displayName} left on ${person.leftOn}. Note first that they are back.`,
    })
  if (command.kind === 'manager' && command.value === person.id)
    return fail({ field: 'value', message: 'Nobody manages themselves.' })
  return one(person, placeFrom(person, { ...command, id: newId(), today: now.slice(0, 10) }))
}

/** Their lines end with their last day, and so do those of the people who report to them. */
function leave(
  person: ListedPerson,
  command: { lastDay: string; atOnce: boolean },
  { list, now, sinceLeaving }: ChangeNeeds,
): MemberChange {
  const { lastDay, atOnce } = command
  const today = now.slice(0, 10)
  const problem = problemOfDay(lastDay, today)
  if (problem !== null) return fail({ field: 'lastDay', message: problem })
  if (atOnce && lastDay > today)
    return fail({ field: 'atOnce', message: 'Access ends at once only for a last day that is not ahead.' })
  const before: Leave = { leftOn: person.leftOn, closedAt: person.closedAt }
  const closedAt = atOnce ? (person.closedAt ?? now) : null
  const after: Leave = { leftOn: lastDay, closedAt }
  const isSame = before.leftOn === after.leftOn && before.closedAt === after.closedAt
  const left: Effect[] = isSame ? [] : [{ kind: 'left', before, after }]
  // A last day that is moved first frees what ended with it.
  const freed = goOn(list, person, sinceLeaving?.get(person.id))
  const ended = endWith(freed.length === 0 ? list : applyEffects(list, freed), person.id, lastDay)
  return succeed(inOne([{ personId: person.id, effects: left }, ...freed, ...ended]))
}

function endWith(list: PeopleList, leaverId: string, lastDay: string): MemberEffects[] {
  const changes: MemberEffects[] = []
  for (const { id, lines } of list.people.values()) {
    const theirs = lines.filter(
      (line) =>
        (id === leaverId || (line.kind === 'manager' && line.value === leaverId)) &&
        !isTakenBack(line) &&
        (line.until === null || line.until > lastDay),
    )
    if (theirs.length > 0)
      changes.push({ personId: id, effects: theirs.map((line) => endLine(line, lastDay)) })
  }
  return changes
}

/** What ended with the last day goes on, for the people who report to them too. */
function stay(person: ListedPerson, { list, now, sinceLeaving }: ChangeNeeds): MemberChange {
  const { leftOn, closedAt } = person
  if (leftOn === null) return one(person, [])
  if (leftOn < now.slice(0, 10))
    return fail({
      field: 'kind',
      message: `Their last day ${leftOn} is over. Note from which day they are back.`,
    })
  const left: Effect = { kind: 'left', before: { leftOn, closedAt }, after: { leftOn: null, closedAt: null } }
  const freed = goOn(list, person, sinceLeaving?.get(person.id))
  return succeed(inOne([{ personId: person.id, effects: [left] }, ...freed]))
}

/** The lines of before stay ended: where somebody belongs now is said anew. */
function comeBack(person: ListedPerson, from: string, { now }: ChangeNeeds): MemberChange {
  const problem = problemOfDay(from, now.slice(0, 10))
  if (problem !== null) return fail({ field: 'from', message: problem })
  if (person.leftOn === null) return fail({ field: 'from', message: `${person.displayName} has not left.` })
  if (from <= person.leftOn)
    return fail({ field: 'from', message: `Their last day was ${person.leftOn}; they are back after it.` })
  if (from > now.slice(0, 10))
    return fail({ field: 'from', message: 'Note it on the day, because they are let in from then on.' })
  const before = { leftOn: person.leftOn, closedAt: person.closedAt }
  return one(person, [{ kind: 'left', before, after: { leftOn: null, closedAt: null } }])
}

export interface NewMember {
  displayName: string
  from: string
  teamId: string | null
  managerId: string | null
  role: string | null
  userName: string | null
  externalId: string | null
}

/** Adds somebody with the place they begin in. */
export function addMember(id: string, given: NewMember, needs: ChangeNeeds): MemberChange {
  const displayName = given.displayName.trim().replaceAll(/\s+/g, ' ')
  if (displayName === '') return fail({ field: 'displayName', message: 'Say what they are called.' })
  const problem = problemOfDay(given.from, needs.now.slice(0, 10))
  if (problem !== null) return fail({ field: 'from', message: problem })
  const effects: Effect[] = [{ kind: 'added', displayName }]
  const key = { userName: given.userName, externalId: given.externalId }
  if (key.userName !== null || key.externalId !== null)
    effects.push({ kind: 'key', before: { userName: null, externalId: null }, after: key })
  const places = { team: given.teamId, manager: given.managerId, role: given.role }
  for (const [kind, value] of Object.entries(places) as [LineKind, string | null][]) {
    if (value === null) continue
    const line = { id: needs.newId(), kind, value, from: given.from }
    effects.push({ kind: 'line', line, before: null, after: { until: null } })
  }
  const changes = [{ personId: id, effects }]
  if (needs.unchecked === true) return succeed(changes)
  const after = applyEffects(needs.list, changes)
  const [found] = problemsOfPeople(after, [id])
  if (found === undefined) return succeed(changes)
  return fail({ field: fieldOfNew(found), message: sayProblem(found, after) })
}

function fieldOfNew({ kind }: PeopleProblem): string {
  if (kind === 'unknown-team' || kind === 'team-ended') return 'teamId'
  return kind === 'overlap' || kind === 'after-leaving' ? 'from' : 'managerId'
}
