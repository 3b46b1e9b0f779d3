// What may be changed in the list of people, and what never holds on any day.
import { describe, expect, test } from 'vitest'
import { addMember, changeMember, type MemberCommand } from './change-member.ts'
import { problemsOfPeople } from './check-people.ts'
import {
  applyEffects,
  type LineKind,
  type ListedPerson,
  lineOn,
  type MemberEffects,
  type PeopleList,
  takeBack,
} from './people-list.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const TODAY = '2026-11-23'
let ids = 0
const newId = () => `line-${++ids}`

function person(id: string, more: Partial<ListedPerson> = {}): ListedPerson {
  const none = { leftOn: null, closedAt: null, userName: null, externalId: null, lines: [] }
  return { id, displayName: id, ...none, ...more }
}

const line = (kind: LineKind, value: string, from = '2024-01-01', until: string | null = null) => ({
  ...{ id: newId(), kind, value, from, until },
})

/** Nia manages Max, Max manages Bea; Lea has left. */
function people(...more: ListedPerson[]): PeopleList {
  const all = [
    person('Nia'),
    person('Max', { lines: [line('manager', 'Nia'), line('team', 'apps')] }),
    person('Bea', { lines: [line('manager', 'Max'), line('team', 'apps')] }),
    person('Cem', { lines: [line('manager', 'Max')] }),
    person('Lea', { leftOn: '2026-03-31' }),
    ...more,
  ]
  const teams = ['apps', 'platform'].map(
    (id) => [id, { id, name: id, parentId: null, endedOn: null }] as const,
  )
  return { people: new Map(all.map((one) => [one.id, one])), teams: new Map(teams) }
}

const change = (list: PeopleList, id: string, command: MemberCommand) =>
  changeMember(id, command, { list, now: NOW, newId })

function done(
  list: PeopleList,
  id: string,
  command: MemberCommand,
): { list: PeopleList; changes: MemberEffects[] } {
  const outcome = change(list, id, command)
  if (!outcome.ok) throw new Error(outcome.failure.message)
  return { list: applyEffects(list, outcome.value), changes: outcome.value }
}

const valuesOf = (list: PeopleList, id: string, kind: LineKind) =>
  list.people
    .get(id)
    ?.lines.filter((one) => one.kind === kind)
    .map(({ value, from, until }) => [value, from, until])

describe('A move', () => {
  test('ends the old line the day before, and keeps it', () => {
    const { list } = done(people(), 'Bea', { kind: 'team', value: 'platform', from: '2026-12-01' })
    expect(valuesOf(list, 'Bea', 'team')).toEqual([
      ['apps', '2024-01-01', '2026-11-30'],
      ['platform', '2026-12-01', null],
    ])
  })

  test('to where somebody is already changes nothing', () => {
    expect(change(people(), 'Bea', { kind: 'team', value: 'apps', from: TODAY })).toEqual({
      ok: true,
      value: [{ personId: 'Bea', effects: [] }].filter(({ effects }) => effects.length > 0),
    })
  })

  test('before another that is planned lasts until that one', () => {
    const { list } = done(people(), 'Bea', { kind: 'manager', value: 'Nia', from: '2027-03-01' })
    const { list: after } = done(list, 'Bea', { kind: 'manager', value: 'Cem', from: '2027-01-01' })
    expect(valuesOf(after, 'Bea', 'manager')).toEqual([
      ['Max', '2024-01-01', '2026-12-31'],
      ['Cem', '2027-01-01', '2027-02-28'],
      ['Nia', '2027-03-01', null],
    ])
    expect(problemsOfPeople(after, ['Bea'])).toEqual([])
  })

  test('on the very first day of a line takes that line back: it never held', () => {
    const { list } = done(people(), 'Bea', { kind: 'team', value: 'platform', from: '2024-01-01' })
    expect(valuesOf(list, 'Bea', 'team')).toContainEqual(['apps', '2024-01-01', '2023-12-31'])
    const bea = list.people.get('Bea') as ListedPerson
    expect(lineOn(bea, 'team', '2024-01-01')?.value).toBe('platform')
  })

  test.each([
    ['2026-02-30', 'a day that exists'],
    ['2029-01-01', 'more than a year ahead'],
    ['1890-01-01', 'that exists'],
  ])('on %s is refused', (from, says) => {
    const outcome = change(people(), 'Bea', { kind: 'team', value: 'platform', from })
    expect(outcome).toMatchObject({
      ok: false,
      failure: { field: 'from', message: expect.stringContaining(says) },
    })
  })
})

describe('A report who is handed over before their manager has left', () => {
  test('stays with the new manager after the last day of the old one', () => {
    const { list } = done(people(), 'Max', { kind: 'leave', lastDay: '2026-12-31', atOnce: false })
    const { list: after } = done(list, 'Bea', { kind: 'manager', value: 'Nia', from: '2026-12-01' })
    expect(valuesOf(after, 'Bea', 'manager')).toEqual([
      ['Max', '2024-01-01', '2026-11-30'],
      ['Nia', '2026-12-01', null],
    ])
  })

  test('is put right in history only until the day on which that history ended', () => {
    const gus = person('Gus', { lines: [line('manager', 'Max', '2024-01-01', '2025-12-31')] })
    const { list } = done(people(gus), 'Gus', { kind: 'manager', value: 'Nia', from: '2025-06-01' })
    expect(valuesOf(list, 'Gus', 'manager')).toContainEqual(['Nia', '2025-06-01', '2025-12-31'])
  })
})

describe('A line of management', () => {
  test('makes no circle, on any day', () => {
    for (const value of ['Max', 'Bea'])
      expect(change(people(), 'Nia', { kind: 'manager', value, from: TODAY })).toMatchObject({
        ok: false,
        failure: { message: expect.stringContaining('manage themselves') },
      })
    // From the day on which Max no longer reports to Nia, Nia may report to Max.
    const { list } = done(people(), 'Max', { kind: 'manager', value: null, from: '2026-12-01' })
    const nia = { kind: 'manager', value: 'Max' } as const
    expect(change(list, 'Nia', { ...nia, from: '2026-12-01' }).ok).toBe(true)
    expect(change(list, 'Nia', { ...nia, from: '2026-11-30' })).toMatchObject({
      ok: false,
      failure: { message: 'From 2026-11-30 on Nia would manage themselves over Max.' },
    })
  })

  test('leads to nobody who has left, to nobody unknown and to nobody’s self', () => {
    const to = (value: string) => change(people(), 'Bea', { kind: 'manager', value, from: TODAY })
    expect(to('Lea')).toMatchObject({
      failure: { message: 'Lea leaves on 2026-03-31 and manages nobody after that.' },
    })
    expect(to('Zoe')).toMatchObject({ failure: { field: 'value' } })
    expect(to('Bea')).toMatchObject({ failure: { message: 'Nobody manages themselves.' } })
  })

  test('never overlaps another of the same person', () => {
    const twice = person('Dia', { lines: [line('manager', 'Max'), line('manager', 'Nia', '2025-01-01')] })
    expect(problemsOfPeople(people(twice), ['Dia'])).toMatchObject([{ kind: 'overlap', day: '2025-01-01' }])
    const two = person('Eli', { lines: [line('team', 'apps'), line('team', 'platform')] })
    expect(problemsOfPeople(people(two), ['Eli'])).toEqual([])
  })
})

describe('A leaver', () => {
  test('ends their own lines and those of the people who report to them', () => {
    const { list } = done(people(), 'Max', { kind: 'leave', lastDay: '2026-12-31', atOnce: false })
    expect(list.people.get('Max')).toMatchObject({ leftOn: '2026-12-31', closedAt: null })
    for (const id of ['Max', 'Bea', 'Cem'])
      for (const one of list.people.get(id)?.lines ?? [])
        if (one.kind === 'manager') expect(one.until).toBe('2026-12-31')
    expect(problemsOfPeople(list, list.people.keys())).toEqual([])
  })

  test('is shut out at once only for a last day that is not ahead', () => {
    expect(change(people(), 'Bea', { kind: 'leave', lastDay: '2026-12-31', atOnce: true })).toMatchObject({
      failure: { field: 'atOnce' },
    })
    const { list } = done(people(), 'Bea', { kind: 'leave', lastDay: TODAY, atOnce: true })
    expect(list.people.get('Bea')?.closedAt).toBe(NOW)
  })

  test('comes back after their last day, and begins anew', () => {
    const back = (from: string) => change(people(), 'Lea', { kind: 'return', from })
    expect(back('2026-03-31').ok).toBe(false)
    expect(back('2026-12-24').ok).toBe(false)
    expect(change(people(), 'Bea', { kind: 'return', from: TODAY }).ok).toBe(false)
    const { list } = done(people(), 'Lea', { kind: 'return', from: TODAY })
    expect(list.people.get('Lea')?.leftOn).toBeNull()
    expect(change(people(), 'Lea', { kind: 'team', value: 'apps', from: TODAY })).toMatchObject({
      failure: { message: expect.stringContaining('Note first that they are back') },
    })
  })
})

/** What the changes after one another make of a list, with what each did. */
function listAfter(before: PeopleList, ...commands: [id: string, command: MemberCommand][]) {
  const since: MemberEffects[][] = []
  let list = before
  for (const [id, command] of commands) {
    const sinceLeaving = new Map([[id, since]])
    const outcome = changeMember(id, command, { list, now: NOW, newId, sinceLeaving })
    if (!outcome.ok) throw new Error(outcome.failure.message)
    list = applyEffects(list, outcome.value)
    since.unshift(outcome.value)
  }
  return list
}

const leaveOn = (lastDay: string): [string, MemberCommand] => [
  'Max',
  { kind: 'leave', lastDay, atOnce: false },
]
const staying: [string, MemberCommand] = ['Max', { kind: 'stay' }]

describe('A last day that is taken away', () => {
  test('gives everybody their lines again, the people who report to them too', () => {
    const before = people()
    expect(listAfter(before, leaveOn('2026-12-31'), staying)).toEqual(before)
    expect(
      listAfter(before, leaveOn('2026-12-31'), leaveOn('2026-11-30'), leaveOn('2027-01-31'), staying),
    ).toEqual(before)
  })

  test('gives back what was planned for after it, and leaves what ended on it for another reason', () => {
    const { list: moved } = done(people(), 'Max', { kind: 'team', value: 'platform', from: '2027-01-01' })
    const list = listAfter(moved, leaveOn('2026-12-31'))
    expect(valuesOf(list, 'Max', 'team')).toEqual([
      ['apps', '2024-01-01', '2026-12-31'],
      ['platform', '2027-01-01', '2026-12-31'],
    ])
    expect(listAfter(moved, leaveOn('2026-12-31'), staying)).toEqual(moved)
  })

  test('leaves whoever was handed over meanwhile where they are', () => {
    const handed: [string, MemberCommand] = ['Bea', { kind: 'manager', value: 'Nia', from: '2027-01-01' }]
    const list = listAfter(people(), leaveOn('2026-12-31'), handed, staying)
    expect(valuesOf(list, 'Bea', 'manager')).toEqual([
      ['Max', '2024-01-01', '2026-12-31'],
      ['Nia', '2027-01-01', null],
    ])
    expect(valuesOf(list, 'Cem', 'manager')).toEqual([['Max', '2024-01-01', null]])
    expect(problemsOfPeople(list, list.people.keys())).toEqual([])
  })

  test('lets a place that was given meanwhile go on', () => {
    const placed: [string, MemberCommand] = ['Max', { kind: 'team', value: 'platform', from: '2026-12-01' }]
    const list = listAfter(people(), leaveOn('2026-12-31'), placed, staying)
    expect(valuesOf(list, 'Max', 'team')).toEqual([
      ['apps', '2024-01-01', '2026-11-30'],
      ['platform', '2026-12-01', null],
    ])
  })
})

describe('A last day that is moved', () => {
  test('leaves nobody without a place in between', () => {
    const before = people()
    const list = listAfter(before, leaveOn('2026-11-30'), leaveOn('2026-12-31'))
    expect(list).toEqual(listAfter(before, leaveOn('2026-12-31')))
    expect(valuesOf(list, 'Bea', 'manager')).toEqual([['Max', '2024-01-01', '2026-12-31']])
    expect(valuesOf(list, 'Max', 'team')).toEqual([['apps', '2024-01-01', '2026-12-31']])
  })

  test('lets what was planned for in between hold until the new one', () => {
    const { list: moved } = done(people(), 'Max', { kind: 'team', value: 'platform', from: '2026-12-15' })
    const list = listAfter(moved, leaveOn('2026-11-30'), leaveOn('2026-12-31'))
    expect(valuesOf(list, 'Max', 'team')).toEqual([
      ['apps', '2024-01-01', '2026-12-14'],
      ['platform', '2026-12-15', '2026-12-31'],
    ])
  })
})

describe('An end that was noted on purpose', () => {
  const alone: [string, MemberCommand] = ['Bea', { kind: 'manager', value: null, from: '2026-12-16' }]

  test('stays, though a last day is moved onto it and away again, or taken away', () => {
    const onto = [leaveOn('2026-12-31'), alone, leaveOn('2026-12-15')] as const
    for (const last of [leaveOn('2026-12-31'), staying]) {
      const list = listAfter(people(), ...onto, last)
      expect(valuesOf(list, 'Bea', 'manager')).toEqual([['Max', '2024-01-01', '2026-12-15']])
      // Whoever nobody ended it for goes on.
      const until = last === staying ? null : '2026-12-31'
      expect(valuesOf(list, 'Cem', 'manager')).toEqual([['Max', '2024-01-01', until]])
    }
  })
})

describe('Taking a change back', () => {
  test('puts everything where it was, for everybody it touched', () => {
    const before = people()
    const { list, changes } = done(before, 'Max', { kind: 'leave', lastDay: TODAY, atOnce: true })
    const back = takeBack(list, changes)
    if (back === null) throw new Error('It can be taken back.')
    expect(applyEffects(list, back)).toEqual(before)
  })

  test('leaves a line that never held where there was none', () => {
    const { list, changes } = done(people(), 'Bea', { kind: 'team', value: 'platform', from: TODAY })
    const after = applyEffects(list, takeBack(list, changes) ?? [])
    expect(valuesOf(after, 'Bea', 'team')).toEqual([
      ['apps', '2024-01-01', null],
      ['platform', TODAY, '2026-11-22'],
    ])
    expect(problemsOfPeople(after, ['Bea'])).toEqual([])
  })

  test('is refused where something changed since', () => {
    const { list, changes } = done(people(), 'Bea', { kind: 'name', displayName: 'Bea Berg' })
    const { list: later } = done(list, 'Bea', { kind: 'name', displayName: 'Bea Burg' })
    expect(takeBack(later, changes)).toBeNull()
  })
})

describe('Taking back that somebody leaves', () => {
  test('is refused where their access was ended at once since, on the same day', () => {
    const { list, changes } = done(people(), 'Max', { kind: 'leave', lastDay: TODAY, atOnce: false })
    const { list: closed } = done(list, 'Max', { kind: 'leave', lastDay: TODAY, atOnce: true })
    expect(takeBack(closed, changes)).toBeNull()
  })

  test('is possible where the same change ended a line twice', () => {
    const before = people()
    const { list, changes } = done(before, 'Max', { kind: 'leave', lastDay: '2026-12-31', atOnce: false })
    const handed = done(list, 'Bea', { kind: 'manager', value: 'Nia', from: '2026-12-01' })
    const both = ['Max', 'Bea', 'Cem'].map((personId) => ({
      personId,
      effects: [...changes, ...handed.changes]
        .filter((one) => one.personId === personId)
        .flatMap(({ effects }) => effects),
    }))
    const back = takeBack(handed.list, both)
    expect(valuesOf(applyEffects(handed.list, back ?? []), 'Bea', 'manager')?.[0]).toEqual([
      'Max',
      '2024-01-01',
      null,
    ])
  })
})

describe('Somebody new', () => {
  const given = { displayName: ' Zoe  Zimmer ', from: TODAY, userName: null, externalId: null }

  test('is added with the place they begin in', () => {
    const needs = { list: people(), now: NOW, newId }
    const outcome = addMember('Zoe', { ...given, teamId: 'apps', managerId: 'Max', role: null }, needs)
    if (!outcome.ok) throw new Error(outcome.failure.message)
    const zoe = applyEffects(needs.list, outcome.value).people.get('Zoe')
    expect(zoe).toMatchObject({ displayName: 'Zoe Zimmer', lines: [{ value: 'apps' }, { value: 'Max' }] })
  })

  test('begins in a team that is there, under a manager who is', () => {
    const needs = { list: people(), now: NOW, newId }
    const add = (more: object) =>
      addMember('Zoe', { ...given, teamId: null, managerId: null, role: null, ...more }, needs)
    expect(add({ teamId: 'sales' })).toMatchObject({ failure: { field: 'teamId' } })
    expect(add({ managerId: 'Lea' })).toMatchObject({ failure: { field: 'managerId' } })
    expect(add({ displayName: '  ' })).toMatchObject({ failure: { field: 'displayName' } })
  })
})
