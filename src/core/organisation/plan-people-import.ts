// Works out what a file of people would add, change and end, before anything is changed.

import { addMember, changeMember, type MemberCommand } from './change-member.ts'
import { sameName } from './change-team.ts'
import { problemsOfPeople } from './check-people.ts'
import type { SinceLeaving } from './go-on.ts'
import type { Team } from './member.ts'
import {
  applyEffects,
  type Effect,
  type LineKind,
  type ListedPerson,
  linesOn,
  type MemberEffects,
  type PeopleList,
  roleValue,
} from './people-list.ts'
import type { FileProblem, PeopleFile, PersonRow } from './read-people-file.ts'
import { sayProblem } from './say-change.ts'

export interface ImportNeeds {
  list: PeopleList
  now: string
  newId: () => string
  frameworkId: string
  roles: readonly { id: string; name: string }[]
  /** Of those whose last day the file may move; see `ChangeNeeds`. */
  sinceLeaving?: ReadonlyMap<string, SinceLeaving>
}

export interface PlannedPerson {
  line: number
  personId: string
  name: string
  what: 'added' | 'changed' | 'ended' | 'same'
}

export interface PeopleImport {
  people: PlannedPerson[]
  changes: MemberEffects[]
  /** Teams that are not there yet. */
  teams: Team[]
  problems: FileProblem[]
  /** The list as it would be. */
  after: PeopleList
}

/** Reads names as people do: without regard to capitals and spaces. */
function nameKey(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en').normalize('NFC')
}

/** Whose last day a file may move, by their names and ids. */
export function lastDaysMoved(file: PeopleFile, { people }: PeopleList): string[] {
  const days = new Map<string, string>()
  for (const { name, id, left } of file.rows) {
    if (left === null) continue
    days.set(nameKey(name), left)
    if (id !== '') days.set(`id ${id}`, left)
  }
  const moved = [...people.values()].filter(({ displayName, externalId, leftOn }) =>
    [nameKey(displayName), `id ${externalId}`].some((key) => (days.get(key) ?? leftOn) !== leftOn),
  )
  return moved.map(({ id }) => id)
}

/** Nothing of it may be carried out while it has problems. */
export function planPeopleImport(file: PeopleFile, needs: ImportNeeds): PeopleImport {
  const planning = new Planning(file, needs)
  planning.findEverybody()
  for (const row of file.rows) planning.leave(row)
  for (const row of file.rows) planning.place(row)
  return planning.finish()
}

class Planning {
  private readonly file: PeopleFile
  private readonly needs: ImportNeeds
  private readonly problems: FileProblem[]
  private readonly people: Map<string, ListedPerson>
  private readonly teams: Map<string, Team>
  private readonly newTeams: Team[] = []
  private readonly teamByName = new Map<string, Team>()
  private readonly byName = new Map<string, string[]>()
  private readonly byExternalId = new Map<string, string>()
  private readonly personOf = new Map<PersonRow, string>()
  private readonly effects = new Map<string, Effect[]>()
  private readonly today: string

  constructor(file: PeopleFile, needs: ImportNeeds) {
    this.file = file
    this.needs = needs
    this.problems = [...file.problems]
    this.people = new Map(needs.list.people)
    this.teams = new Map(needs.list.teams)
    this.today = needs.now.slice(0, 10)
    for (const team of needs.list.teams.values())
      if (team.endedOn === null) this.teamByName.set(nameKey(team.name), team)
    for (const { id, displayName, externalId } of needs.list.people.values()) {
      this.index(displayName, id)
      if (externalId !== null) this.byExternalId.set(externalId, id)
    }
  }

  private index(name: string, id: string): void {
    const known = this.byName.get(nameKey(name))
    if (known === undefined) this.byName.set(nameKey(name), [id])
    else known.push(id)
  }

  private problem({ line }: PersonRow, message: string, mend: string): void {
    this.problems.push({ line, message, mend })
  }

  /** First everybody, so that a manager may be named before they appear. */
  findEverybody(): void {
    const taken = new Map<string, PersonRow>()
    const fresh: PersonRow[] = []
    for (const row of this.file.rows) {
      if (row.name === '') continue
      const found = this.find(row)
      if (found === 'problem') continue
      if (found === null) fresh.push(row)
      else if (!this.take(row, found, taken)) continue
    }
    const newNames = new Map<string, PersonRow>()
    for (const row of fresh) {
      const key = row.id === '' ? `name ${nameKey(row.name)}` : `id ${row.id}`
      const other = newNames.get(key)
      if (other !== undefined) {
        const mend = 'Remove one of the lines, or add a column “id” that tells two people apart.'
        this.problem(row, `Line ${other.line} is about ${row.name} too.`, mend)
        continue
      }
      newNames.set(key, row)
      this.add(row)
    }
  }

  private take(row: PersonRow, id: string, taken: Map<string, PersonRow>): boolean {
    const other = taken.get(id)
    if (other !== undefined) {
      const mend = 'Remove one of the lines, or add a column “id” that tells two people apart.'
      this.problem(row, `Line ${other.line} is about ${row.name} too.`, mend)
      return false
    }
    taken.set(id, row)
    this.personOf.set(row, id)
    return true
  }

  /** By the id where the line has one, else by the name. */
  private find(row: PersonRow): string | 'problem' | null {
    if (row.id !== '') {
      const known = this.byExternalId.get(row.id)
      if (known !== undefined) return known
      // Somebody of this name whom no file has given an id yet: it is theirs from now on.
      const without = this.namesakes(row.name).filter(
        (id) => this.needs.list.people.get(id)?.externalId === null,
      )
      if (without.length === 0) return null
      const rivals = this.file.rows.filter(
        (one) => nameKey(one.name) === nameKey(row.name) && !this.byExternalId.has(one.id),
      )
      if (without.length === 1 && rivals.length === 1) return without[0] ?? null
      const mend = 'Open them on the page of people and write down the id there, then bring the file again.'
      this.problem(row, `The list has a ${row.name} without an id, and it cannot be told who that is.`, mend)
      return 'problem'
    }
    const known = this.namesakes(row.name)
    if (known.length <= 1) return known[0] ?? null
    const there = known.filter((id) => this.needs.list.people.get(id)?.leftOn === null)
    if (there.length === 1) return there[0] ?? null
    this.problem(
      row,
      `The list has ${known.length} people called ${row.name}.`,
      'Add a column “id” with what tells them apart.',
    )
    return 'problem'
  }

  private namesakes(name: string): string[] {
    return (this.byName.get(nameKey(name)) ?? []).filter((id) => this.needs.list.people.has(id))
  }

  private add(row: PersonRow): void {
    const id = this.needs.newId()
    const given = {
      ...{
        displayName: row.name,
        from: row.from ?? row.left ?? this.today,
        teamId: null,
        managerId: null,
        role: null,
      },
      ...{ userName: null, externalId: row.id === '' ? null : row.id },
    }
    const added = addMember(id, given, { ...this.needs, list: this.list(), unchecked: true })
    if (!added.ok) {
      this.problem(row, added.failure.message, 'Put it right in the file.')
      return
    }
    this.keep(added.value)
    this.personOf.set(row, id)
    this.index(row.name, id)
    if (row.id !== '') this.byExternalId.set(row.id, id)
  }

  /** Before anybody is placed, so that nobody is placed under somebody who has left. */
  leave(row: PersonRow): void {
    const id = this.personOf.get(row)
    if (id === undefined || row.left === null || this.people.get(id)?.leftOn === row.left) return
    this.run(row, id, { kind: 'leave', lastDay: row.left, atOnce: false })
  }

  place(row: PersonRow): void {
    const id = this.personOf.get(row)
    if (id === undefined) return
    const isNew = !this.needs.list.people.has(id)
    const person = this.people.get(id)
    if (person === undefined) return
    if (!isNew && !this.settleReturn(row, person)) return
    if (person.displayName !== row.name) this.run(row, id, { kind: 'name', displayName: row.name })
    if (row.id !== '' && person.externalId !== row.id)
      this.run(row, id, { kind: 'key', userName: person.userName, externalId: row.id })
    this.placeLine(row, id, 'team', this.teamFor(row))
    this.placeLine(row, id, 'manager', this.managerFor(row, id))
    this.placeLine(row, id, 'role', this.roleFor(row))
  }

  /** Whether what the line says can hold: somebody who has left is placed anew only from a day after it. */
  private settleReturn(row: PersonRow, person: ListedPerson): boolean {
    if (person.leftOn === null || row.left !== null) return true
    if (row.from === null || row.from <= person.leftOn) {
      const mend =
        'Write in “from” the day on which they are back, or in “left” their last day. Somebody else of this name needs an id.'
      this.problem(row, `${person.displayName} left on ${person.leftOn}.`, mend)
      return false
    }
    return this.run(row, person.id, { kind: 'return', from: row.from })
  }

  /** Undefined: the file does not say, so it stays as it is. */
  private placeLine(row: PersonRow, id: string, kind: LineKind, value: string | undefined): void {
    if (value === undefined) return
    const person = this.people.get(id)
    if (person === undefined) return
    const isAfterLeaving = person.leftOn !== null && person.leftOn < this.today
    const last = isAfterLeaving ? (person.leftOn ?? this.today) : this.today
    const from = row.from ?? last
    const now = linesOn(person, kind, from > last ? from : last)
    if (now.some((line) => line.value === value)) return
    const later = person.lines.find((line) => line.kind === kind && line.from > from && line.value !== value)
    if (later !== undefined && now.includes(later)) {
      const mend = `Write in “from” the day of the change, after ${later.from}.`
      this.problem(row, `The list has something else for ${person.displayName} since ${later.from}.`, mend)
      return
    }
    this.run(row, id, { kind, value, from })
  }

  private teamFor({ team }: PersonRow): string | undefined {
    if (team === '') return undefined
    const known = this.teamByName.get(nameKey(team))
    if (known !== undefined) return known.id
    const made = { id: this.needs.newId(), name: team, parentId: null, endedOn: null }
    this.teams.set(made.id, made)
    this.teamByName.set(nameKey(team), made)
    this.newTeams.push(made)
    return made.id
  }

  private managerFor(row: PersonRow, id: string): string | undefined {
    const { manager } = row
    if (manager === '') return undefined
    const byId = this.byExternalId.get(manager)
    const named = byId === undefined ? (this.byName.get(nameKey(manager)) ?? []) : [byId]
    const there = named.filter((one) => this.people.get(one)?.leftOn === null)
    const found = there.length > 0 ? there : named
    if (found.length === 1 && found[0] === id) {
      this.problem(
        row,
        `${row.name} would manage themselves.`,
        'Leave the manager empty where there is none.',
      )
      return undefined
    }
    if (found.length === 1) return found[0]
    if (found.length === 0)
      this.problem(
        row,
        `The manager ${manager} is neither in the file nor on the list.`,
        'Put the spelling right, or add a line for them.',
      )
    else
      this.problem(
        row,
        `${found.length} people are called ${manager}.`,
        'Write the id of the manager in place of the name.',
      )
    return undefined
  }

  private roleFor(row: PersonRow): string | undefined {
    if (row.role === '') return undefined
    const known = this.needs.roles.find(({ id, name }) => id === row.role || sameName(name, row.role))
    if (known !== undefined) return roleValue(this.needs.frameworkId, known.id)
    const names = this.needs.roles.map(({ name }) => name)
    this.problem(row, `The framework has no role “${row.role}”.`, `Write one of: ${names.join(', ')}.`)
    return undefined
  }

  private list(): PeopleList {
    return { people: this.people, teams: this.teams }
  }

  private run(row: PersonRow, id: string, command: MemberCommand): boolean {
    // Circles are looked for once, at the end: a line further down may mend what looks like one here.
    const needs = { ...this.needs, list: this.list(), unchecked: true }
    const outcome = changeMember(id, command, needs)
    if (outcome.ok) this.keep(outcome.value)
    else this.problem(row, outcome.failure.message, 'Put it right in the file.')
    return outcome.ok
  }

  private keep(changes: readonly MemberEffects[]): void {
    for (const change of changes) {
      const own = new Map<string, ListedPerson>()
      const before = this.people.get(change.personId)
      if (before !== undefined) own.set(change.personId, before)
      const after = applyEffects({ people: own, teams: this.teams }, [change]).people.get(change.personId)
      if (after !== undefined) this.people.set(change.personId, after)
      const kept = this.effects.get(change.personId)
      if (kept === undefined) this.effects.set(change.personId, [...change.effects])
      else kept.push(...change.effects)
    }
  }

  finish(): PeopleImport {
    const after = this.list()
    const lineOf = new Map([...this.personOf].map(([row, id]) => [id, row.line]))
    for (const found of problemsOfPeople(after, this.effects.keys()))
      this.problems.push({
        line: lineOf.get(found.personId) ?? 0,
        message: sayProblem(found, after),
        mend: 'Put the manager, the team or the day right.',
      })
    const people = [...this.personOf].map(([row, personId]) => ({
      line: row.line,
      personId,
      name: row.name,
      what: this.whatOf(personId),
    }))
    const changes = [...this.effects].map(([personId, effects]) => ({ personId, effects }))
    const problems = this.problems.toSorted((a, b) => a.line - b.line)
    return { people, changes, teams: this.newTeams, problems, after }
  }

  private whatOf(personId: string): PlannedPerson['what'] {
    const effects = this.effects.get(personId) ?? []
    if (effects.some(({ kind }) => kind === 'added')) return 'added'
    if (effects.some((effect) => effect.kind === 'left' && effect.after.leftOn !== null)) return 'ended'
    return effects.length === 0 ? 'same' : 'changed'
  }
}
